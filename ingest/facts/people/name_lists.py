"""Several names behind one another, and names with the surname first: "Kraan, B.", "Horst, ter A., Kraan, B."."""

import re
from functools import cache

from ingest.facts.people.names import Name, is_no_name, name_at, prefix_pattern, written_out
from ingest.lexicon import read_words


def names_in(text: str, start: int, end: int) -> list[Name]:
    """The names in `text[start:end]` if it holds nothing but names: "A. Kraan, B. de Wind en C. Post"; else none."""
    names: list[Name] = []
    at = start
    while at < end:
        name = name_at(text, at, end)
        if not name:
            return []
        names.append(name)
        between = between_names().match(text, name.end, end)
        at = between.end() if between else name.end
        if at == name.end and at < end:
            return []
    return names


@cache
def degrees_pattern() -> str:
    """A pattern for the degrees behind a name, which may be none: " MSc", ", MBA"; in capitals too."""
    degrees = {form for degree in read_words("degrees.txt") for form in (degree, degree.upper())}
    joined = "|".join(re.escape(degree) for degree in sorted(degrees, key=len, reverse=True))
    return rf"(?:,?[ \u00a0](?:{joined})\b\.?)*"


@cache
def between_names() -> re.Pattern[str]:
    """What may stand behind a name in a list: a degree, a party or portfolio in brackets, and a comma or "en"."""
    party = r"(?:[ \u00a0]?\([A-ZÀ-Ý0-9][^()\n]{1,25}\))?"
    return re.compile(rf"{degrees_pattern()}{party}(?P<joint>\s*(?:,|;|/|\||&|\+|\ben\b)\s*(?:\ben\b\s*)?|\s*\.?\s*$)?")


@cache
def _surname_first() -> re.Pattern[str]:
    prefix = prefix_pattern()
    initials = r"(?:[A-Z][a-z]{0,2}\.[ \u00a0]?)*[A-Z][a-z]{0,2}(?:\.|$)"
    return re.compile(
        rf"(?:(?P<before>{prefix})[ \u00a0])?(?P<surname>[A-ZÀ-Ý][\w'’-]+(?: ?- ?[A-ZÀ-Ý][\w'’-]+)?),[ \u00a0]?"
        rf"(?:(?P<first>{prefix})[ \u00a0])?(?P<given>{initials})(?:[ \u00a0]?(?P<last>{prefix})(?![\w]))?"
        r"(?:[ \u00a0]\((?P<called>[A-ZÀ-Ý][a-zà-ÿ]+(?:[ -][A-ZÀ-Ý][a-zà-ÿ]+)?)\))?"
    )


def surname_first_in(text: str, start: int, end: int) -> list[Name]:
    """The names in `text[start:end]` if it holds nothing but names with the surname first, as registers print them."""
    names: list[Name] = []
    at = start
    while at < end:
        found = _surname_first().match(text, at, end)
        surname = found and name_at(text, found.start("surname"), found.end("surname"))
        if not found or not surname:
            return []
        prefix = written_out(found["before"] or found["first"] or found["last"] or "")
        initials = re.sub(r"\s", "", found["given"]).removesuffix(".") + "."
        given = found["called"] or initials
        stop = found.start() + len(found.group().rstrip())
        names.append(Name(found.start(), stop, given, prefix, surname.surname))
        between = between_names().match(text, found.end(), end)
        at = between.end() if between and between.end() > found.end() else found.end()
        if at == found.end() and at < end:
            return []
    return names


@cache
def _behind_name() -> re.Pattern[str]:
    return re.compile(rf"{degrees_pattern()}(?:[ \u00a0]\([A-Za-z0-9/& -]{{2,25}}\))?\Z")


_ITEM = re.compile(r"[ \u00a0]*(?:[•*–▪◦-]|\d{1,2}[.)])?[ \u00a0]*")


def name_ending_at(text: str, end: int) -> Name | None:
    """The longest name that ends at `end`, degrees and a party in brackets between them left out of account.

    A whole item of a list may have the surname first: "1. Horst, A. ter (Anna)".
    """
    line = max(text.rfind(mark, 0, end) for mark in "\n|\t;") + 1
    item = _ITEM.match(text, line, end)
    turned = surname_first_in(text, item.end() if item else line, end)
    if len(turned) == 1:
        return turned[0]
    begin = max(line, end - 60)
    behind = _behind_name().search(text, begin, end)
    stop = behind.start() if behind else end
    for start in _word_starts(text, begin, stop):
        name = name_at(text, start, stop)
        if name and name.end == stop and not _is_middle(text, name):
            return name
    return None


def _word_starts(text: str, begin: int, end: int) -> list[int]:
    return [begin + found.start() for found in re.finditer(r"(?<![\w.'’-])[A-Za-zÀ-ÿ]", text[begin:end])]


def _is_middle(text: str, name: Name) -> bool:
    """Whether it is the tail of something longer that is no name: "Raad Waterdrecht Zuid"."""
    return is_no_name(re.split(r"\s", text[name.start : name.end])[0])
