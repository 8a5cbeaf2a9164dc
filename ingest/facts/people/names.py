"""Names of persons as Dutch documents write them: titles, initials, given names, tussenvoegsels, double surnames.

This is grammar only: whether a name belongs to an official is for `ingest.facts.people.offices` to say.
"""

import re
from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_rows, read_words, word_set
from ingest.places.towns import town_pattern

_EXTENDED = [chr(code) for code in range(0x100, 0x180)]
_UPPER = "A-ZÀ-ÖØ-Þ" + "".join(filter(str.isupper, _EXTENDED))
_LOWER = "a-zß-öø-ÿ" + "".join(filter(str.islower, _EXTENDED))
_TOKEN = rf"(?:[dDlLO]['’])?(?:IJ|Mc|Mac|[{_UPPER}])[{_LOWER}]+"
_TOKEN_AT = re.compile(rf"{_TOKEN}(?![\w'’])")
_CAPITALS_AT = re.compile(rf"(?:[{_UPPER}]['’])?[{_UPPER}]{{3,}}(?![\w'’])")
_HYPHEN_AT = re.compile(rf"[ \u00a0]?-[ \u00a0]?\r?\n?(?=[^\W\d_]|['’])|[‐‑–—](?=[{_UPPER}])")
_INITIALS_AT = re.compile(
    rf"(?:(?:Th|Chr?|Ph|Joh|Jac|IJ|[{_UPPER}])\.{{1,2}}[ \u00a0]?|Th[ \u00a0])+"
    rf"(?:[{_UPPER}](?=[ \u00a0][{_UPPER}][{_LOWER}]))?"
    rf"|[{_UPPER}]{{1,3}}(?=[ \u00a0])"
)
_CALLED_AT = re.compile(rf"\(({_TOKEN}(?:-{_TOKEN})?)\)[ \u00a0]")
_GAP_AT = re.compile(r"[ \u00a0]")
_WRAP_AT = re.compile(r"[ \u00a0]?\r?\n[ \u00a0]?(?=\S)")
_OF_PLACE_AT = re.compile(r"[ \u00a0]van[ \u00a0]")
_PREPOSITION = re.compile(r"(?:in|op|uit|aan|bij|over|onder|voor|te|ter|tot)\b")
_NAME_ENDS = re.compile(r"(?![\w'’]|-\w)")

# A line shorter than this did not end because the page did, so a name doesn't run on over its end.
_SHORTEST_WRAPPED_LINE = 50
_MOST_TOKENS = 3
_SHORTEST_WORD_WITH_ENDING = 7


@dataclass(frozen=True, slots=True)
class Name:
    """A name at a span of the text, titles left out of it.

    Attributes:
        given: initials or given names as printed, "" where only the surname stands.
        prefix: the tussenvoegsels, in lower case and abbreviations written out; "" without.
        surname: the rest, as printed but on one line.
        titled: a title or "de heer" stands before it.
        big_prefix: the prefix is written with a capital, as Dutch does where no given name precedes it.
    """

    start: int
    end: int
    given: str
    prefix: str
    surname: str
    titled: bool = False
    big_prefix: bool = False

    @property
    def full(self) -> str:
        """The name as one writes it: "L.A. de Wind"; a surname alone has its prefix with a capital."""
        if self.given:
            return " ".join(part for part in (self.given, self.prefix, self.surname) if part)
        prefix = self.prefix[:1].upper() + self.prefix[1:]
        return f"{prefix} {self.surname}" if prefix else self.surname

    @property
    def span(self) -> tuple[int, int]:
        """Where it stands."""
        return self.start, self.end

    @property
    def family(self) -> str:
        """What namesakes share, for comparing: "de wind"."""
        return f"{self.prefix} {self.surname}".strip().casefold()

    @property
    def has_initials_only(self) -> bool:
        """Whether `given` is "L.A." rather than "Leendert"."""
        return are_initials(self.given)


def are_initials(given: str) -> bool:
    """Whether given names are "L.A." or "LA" rather than "Leendert"."""
    return "." in given or given.isupper()


@cache
def _not_names() -> frozenset[str]:
    labels = (row["label"] for row in read_rows("fields.tsv"))
    listed = (*read_words("not_names.txt"), *read_words("portfolio_topics.txt"), *read_words("parties.txt"), *labels)
    return frozenset(word.casefold() for word in listed if " " not in word)


@cache
def given_names() -> frozenset[str]:
    """Given names that are usual in the Netherlands."""
    return frozenset(read_words("given_names.txt"))


@cache
def is_no_name(word: str) -> bool:
    """Whether a word with a capital is a known Dutch word, body, portfolio or party, and no name."""
    folded = word.casefold().strip(".")
    if folded in _not_names():
        return True
    long_enough = len(folded) >= _SHORTEST_WORD_WITH_ENDING
    return long_enough and folded.endswith(read_words("not_name_endings.txt"))


@cache
def prefix_pattern() -> str:
    """A pattern for the tussenvoegsels, the longest first, whatever the case."""
    prefixes = sorted(read_words("tussenvoegsels.txt"), key=len, reverse=True)
    forms = (re.escape(prefix).replace(r"\ ", r"[ \u00a0]?\r?\n?") for prefix in prefixes)
    return f"(?i:{'|'.join(forms)})"


@cache
def _prefix_at() -> re.Pattern[str]:
    return re.compile(rf"{prefix_pattern()}(?=[ \u00a0\r\n])|(?i:v\.d\.|v/d|v\.)(?=[{_UPPER}])")


@cache
def _title_at() -> re.Pattern[str]:
    words = sorted(read_words("titles.txt"), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0]\r?\n?") for word in words)
    return re.compile(rf"(?:(?i:{joined})\b\.?,?[ \u00a0\r\n]{{0,2}})+")


def title_before(text: str, start: int) -> str:
    """The title such as "mevrouw " that ends at `start`; "" without."""
    found = re.search(rf"(?:{_title_at().pattern})$", text[max(0, start - 20) : start])
    return found.group() if found else ""


def name_at(text: str, start: int, end: int | None = None, *, capitals: bool = False) -> Name | None:
    """The name that begins at `start`, perhaps behind titles, as long as grammar allows; None without one.

    With `capitals` a surname may be in capitals alone, as it may behind initials: "WETHOUDER KRAAN", "B. KRAAN".
    """
    stop = len(text) if end is None else end
    title = _title_at().match(text, start, stop)
    scan = _Scan(text, title.end() if title else start, stop, capitals=capitals)
    return scan.name(titled=title is not None)


class _Scan:
    """Reads one name from left to right; `at` is where it has come."""

    def __init__(self, text: str, start: int, stop: int, *, capitals: bool = False) -> None:
        self.text, self.start, self.at, self.stop = text, start, start, stop
        self.capitals = capitals

    def name(self, *, titled: bool) -> Name | None:
        given = self._initials()
        self.capitals = self.capitals or "." in given
        tokens = self._tokens(_MOST_TOKENS)
        if tokens and self._place_follows(tokens[-1]):
            given = " ".join(part for part in (given, *tokens[:-1]) if part)
            return Name(self.start, self.at, given, "", tokens[-1], titled)
        unsure = not given and bool(tokens) and tokens[0].partition("-")[0] not in given_names()
        prefix, big_prefix = self._prefix(follows=bool(given or tokens), unsure=unsure)
        if prefix:
            surname = self._surname()
            given = " ".join(part for part in (given, *tokens) if part)
        elif given:
            surname = " ".join(tokens)
        else:
            given, surname = " ".join(tokens[:-1]), tokens[-1] if tokens else ""
        if not surname or not _NAME_ENDS.match(self.text, self.at, self.stop):
            return None
        if given and not prefix:
            surname += self._second_surname()
        return Name(self.start, self.at, given, prefix, surname, titled, big_prefix)

    def _match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        return pattern.match(self.text, self.at, self.stop)

    def _initials(self) -> str:
        found = self._match(_INITIALS_AT)
        if not found or ("." not in found.group() and self._match(_prefix_at())):
            return ""  # "DE WILDE" is De Wilde
        self.at = found.end()
        if gap := self._match(_WRAP_AT) or self._match(_GAP_AT):
            self.at = gap.end()
        if called := self._match(_CALLED_AT):
            self.at = called.end()
            return called.group(1)
        printed = found.group().strip().replace("\u00a0", " ")
        if len(printed) > 1 and printed.isalpha() and printed.isupper():
            return ".".join(printed) + "."
        return re.sub(r"\.(?=[^\W\d_]{3})", ". ", re.sub(r"\.+", ".", printed))

    def _tokens(self, most: int) -> list[str]:
        tokens: list[str] = []
        at = self.at
        while len(tokens) < most and (token := self._token(at)):
            tokens.append(token[0])
            self.at = token[1]
            gap = self._match(_GAP_AT) or (self._match(_WRAP_AT) if self._line_is_full() else None)
            if not gap:
                break
            at = gap.end()
        return tokens

    def _token(self, at: int) -> tuple[str, int] | None:
        found = self._word(at)
        if not found or self._is_no_name(found) or self._opens_prefix(found):
            return None
        token, end = _in_lower_case(found.group()), found.end()
        while hyphen := _HYPHEN_AT.match(self.text, end, self.stop):
            second = self._after_hyphen(hyphen.end())
            if not second:
                break
            token, end = f"{token}-{second[0]}", second[1]
        return token, end

    def _word(self, at: int) -> re.Match[str] | None:
        found = _TOKEN_AT.match(self.text, at, self.stop)
        if found or not self.capitals:
            return found
        found = _CAPITALS_AT.match(self.text, at, self.stop)
        return found if found and found.group() not in _degrees_in_capitals() else None

    def _is_no_name(self, word: re.Match[str]) -> bool:
        """Behind initials a portfolio is a surname, "J.G. Kunst"; behind one letter it may be an item of a list."""
        before = self.text[self.start : word.start()]
        if before.count(".") > 1 and _INITIALS_AT.fullmatch(before):
            return word.group().lower() not in word_set("portfolio_topics.txt") and is_no_name(word.group())
        return is_no_name(word.group())

    def _opens_prefix(self, token: re.Match[str]) -> bool:
        """Whether "Van" or "De" with a capital is a tussenvoegsel; "Ben" and "Al" are given names first."""
        return token.group() not in given_names() and bool(_prefix_at().match(self.text, token.start(), self.stop))

    def _after_hyphen(self, at: int) -> tuple[str, int] | None:
        prefix = _prefix_at().match(self.text, at, self.stop)
        begin = prefix.end() + 1 if prefix else at
        token = self._word(begin)
        if not token or is_no_name(token.group()):
            return None
        return (f"{prefix.group().lower()} " if prefix else "") + _in_lower_case(token.group()), token.end()

    def _prefix(self, *, follows: bool, unsure: bool) -> tuple[str, bool]:
        at = self.at
        if follows and (gap := self._match(_GAP_AT) or (self._match(_WRAP_AT) if self._line_is_full() else None)):
            at = gap.end()
        found = _prefix_at().match(self.text, at, self.stop)
        if not found or (unsure and _PREPOSITION.match(found.group())):
            return "", False
        gap = _WRAP_AT.match(self.text, found.end(), self.stop) or _GAP_AT.match(self.text, found.end(), self.stop)
        begin = gap.end() if gap else found.end()
        if not self._token(begin):
            return "", False
        self.at = begin
        printed = re.sub(r"\s+", " ", found.group())
        return written_out(printed), printed[0].isupper()

    def _place_follows(self, token: str) -> bool:
        """Whether "Kraan van Zwolle" is Kraan, of Zwolle, rather than someone called Van Zwolle."""
        place = _OF_PLACE_AT.match(self.text, self.at, self.stop)
        return bool(place and token not in given_names() and town_pattern().match(self.text, place.end()))

    def _surname(self) -> str:
        token, self.at = self._token(self.at) or ("", self.at)
        return token

    def _second_surname(self) -> str:
        """The rest of "Zweerts de Jong"; "van" is left, as a place follows it: "Kraan van Oosterhage"."""
        gap = self._match(_GAP_AT)
        found = gap and _prefix_at().match(self.text, gap.end(), self.stop)
        if not found or not found.group().islower() or found.group().startswith(("van", "uit", "in", "te")):
            return ""
        between = _WRAP_AT.match(self.text, found.end(), self.stop) or _GAP_AT.match(self.text, found.end(), self.stop)
        token = between and self._token(between.end())
        if not token:
            return ""
        self.at = token[1]
        return f" {found.group()} {token[0]}"

    def _line_is_full(self) -> bool:
        begin = self.text.rfind("\n", 0, self.at) + 1
        return self.at - begin >= _SHORTEST_WRAPPED_LINE


@cache
def _degrees_in_capitals() -> frozenset[str]:
    return frozenset(degree.upper() for degree in read_words("degrees.txt"))


def _in_lower_case(token: str) -> str:
    """A word of a name as one writes it: "TER HORST" has "Horst"."""
    return token.capitalize() if token.isupper() else token


def written_out(prefix: str) -> str:
    """Tussenvoegsels in lower case, abbreviations in full: "v.d." is read as the commonest, "van der"."""
    folded = prefix.casefold()
    return {"v.d.": "van der", "v/d": "van der", "vd": "van der", "vd.": "van der", "v.": "van"}.get(folded, folded)
