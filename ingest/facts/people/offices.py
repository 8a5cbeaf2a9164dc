"""Who the text gives an office of the municipality, and where: the beginnings from which officials are made.

Only explicit offices count: an office word beside a name, a field that holds the portfolio holder, a
signature, a list of those present. A name without an office is a private person's.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from ingest.fact_types import Role
from ingest.facts.people.capitals import may_be_in_capitals
from ingest.facts.people.name_lists import between_names, degrees_pattern, name_ending_at, names_in, surname_first_in
from ingest.facts.people.names import Name, given_names, name_at
from ingest.facts.people.office_words import Office, bears_other_office
from ingest.facts.people.portfolios import portfolio_in_brackets, portfolio_words
from ingest.facts.people.streets import ARTICLE, is_street
from ingest.lexicon import any_of
from ingest.places.towns import is_municipality

BESIDE_WITH_NAME = 0.95
BESIDE_WITH_SURNAME = 0.9
BEHIND_NAME = 0.85

_SHORTEST_WRAPPED_LINE = 40
_LONGEST_LINK = 40


@dataclass(frozen=True, slots=True)
class Holding:
    """A name that the text gives an office; `rank` says which of two offices is more the person's own.

    `until` is the last year of the term that stands behind the office: "burgemeester (2001-2009)".
    """

    name: Name
    role: Role
    rank: int
    confidence: float
    portfolio: str | None = None
    is_holder: bool = False
    until: int | None = None


_TO_NAME = re.compile(
    r"(?P<verb>[ \u00a0](?:is|zijn):?[ \u00a0])|[ \u00a0]?\r?\n[ \u00a0]?(?=\S)|[ \u00a0]*[:–-][ \u00a0]+"
    r"|[ \u00a0]{1,2}|\((?=[A-ZÀ-Ý])|,[ \u00a0](?=(?i:de heer|dhr|mevr|mw|meneer|mevrouw))"
)
_BACK_TO_NAME = re.compile(
    r"(?:,[ \u00a0]?\r?\n?|[ \u00a0]?\([ \u00a0]?|[ \u00a0][–-][ \u00a0]|[ \u00a0]/[ \u00a0]?|[ \u00a0]is[ \u00a0]"
    r"|[ \u00a0](?:krijgt|heeft)[ \u00a0](?=als))"
    r"(?:(?i:de|onze|als|zijnde)[ \u00a0])?$"
)
_IN_BRACKETS = re.compile(r"[ \u00a0]\((?:[^(),\n]{2,25},[ \u00a0])?(?:\w{2,7}[ \u00a0])?$")
_IS_BEFORE_NAME = re.compile(r"(?<!\w)is[ \u00a0]$")
_NO_LONGER = re.compile(
    r"[^.\n]{0,25}\b(?:geweest|af)\b|[ \u00a0](?:van[ \u00a0]\d{4}[ \u00a0])?tot[ \u00a0](?:in |eind )?\d{4}\b"
    r"|[ \u00a0]in[ \u00a0]\d{4}\b"
)
_TERM = re.compile(r"[ \u00a0]\(?(?:19|20)\d\d[ \u00a0]?[-–][ \u00a0]?(?P<until>(?:19|20)\d\d)\b")
_TITLE_FOLLOWS = re.compile(r"\s+(?=(?:de heer|mevrouw|dhr\.?|mevr\.?|mw\.?)\s)", re.IGNORECASE)
_OFFICE_IN_BRACKETS = re.compile(r"[ \u00a0]\((?i:burgemeester|wethouder|griffier|gemeentesecretaris|raadslid)")
_TOPIC_BEFORE = re.compile(
    r"(?:^|\n)(?:Beleidsterrein|Beleidsveld|Portefeuille|Onderwerp|Thema):?[ \u00a0]+"
    r"(?P<topic>[^\n/]{3,80}?)[ \u00a0]*/[ \u00a0]*$"
)
_ANOTHER_FOLLOWS = re.compile(r"(?:,| en)[ \u00a0](?:de|het)[ \u00a0]")
"""Behind an office that is one of several, and not of who stands before it: "Jan Bos, de wethouder en de griffier"."""
_CLOSES = re.compile(r"[ \u00a0]?(?:[.,;:()|\n]|$)")
_APPOSITION = re.compile(r"(?:\A|[.!?:\n][ \u00a0]?)(?:De|Onze) (?:verantwoordelijke |betrokken |nieuwe )?$")
_SIGNS = re.compile(r"\n[ \u00a0]*de[ \u00a0]$")
_SIGNATURE_ENDS = re.compile(r"[.]?[ \u00a0]*(?:\Z|\n\s*(?:\n|\Z|de[ \u00a0]|De[ \u00a0]))")
"""Around a line of a signature, "de secretaris, K. Kraan", that stands by itself or above another."""
_APPOSED = re.compile(r",[ \u00a0](?=(?:(?:mr|drs|dr|ir|ing|prof)\.[ \u00a0])*[A-ZÀ-Ý])")
_OFFICE_FOLLOWS = re.compile(
    r",?[ \u00a0](?i:(?:plaatsvervangend |plv\.? |loco-?)?"
    r"(?:burgemeester|wethouder|(?:raads|commissie)?griffier|(?:gemeente)?secretaris))[ \u00a0]*(?:$|[.,;\n])"
)
_LABEL_BEFORE = re.compile(r"(?:^|\s)[A-Z][a-z]+: $")
"""Labels that come one behind the other have their values after the last: "Voorzitter: Griffier: N. Tazelaar, ..."."""
_ROW_BEFORE = re.compile(r"(?<=[:;),.\n] )(?P<names>[^:;()\n]+?) ?\($")
_OF_OTHERS = re.compile(
    r"[ \u00a0](?:van|uit)[ \u00a0](?:de|het|een)[ \u00a0](?!gemeente\b)|[ \u00a0](?:namens|\((?:\w+ )?"
    r"(?:ambtenaar|ambtenaren|bewoners?|inwoners?|ondernemer|notulist|verslag|adviseur|directeur|projectleider|raadsl|communicatie))"
)
"""Behind the name of the next in a row who isn't one of them: "wethouders Kraan en Post, Jan Vis van de wijkraad"."""
_ADDRESSED = re.compile(r"\b(?:vraag|vragen|brief|reactie|bericht|oproep) aan(?: de| onze)?[ \u00a0]$", re.IGNORECASE)


@cache
def _apposition_ends() -> re.Pattern[str]:
    """Behind a name that explains the office, and is no list: "de wethouder, Anna de Wit, was er niet"."""
    return re.compile(rf"{degrees_pattern()}(?:[.:]?\s*(?:\n|\Z)|,[ \u00a0][a-zà-ÿ]|\.[ \u00a0])")


def beside(text: str, office: Office, *, listed: bool) -> list[Holding]:
    """The names right behind the office word, several behind a plural; `listed` where it stands in a list of people."""
    portfolio, at = portfolio_words(text, office.end)
    gap = _TO_NAME.match(text, at)
    if not gap:
        return _apposed(text, office)
    if not _leads_to_name(text, office, gap.group()):
        return []
    in_field = ":" in gap.group() or office.role == "portefeuillehouder"
    names = (_surnames_first(text, gap.end()) if in_field else []) or _row_of_names(
        text,
        gap.end(),
        several=office.plural or (in_field and not text[gap.start()].isalpha()),
        capitals=may_be_in_capitals(text, (office.start, office.end), gap.end()),
    )
    if (
        not names
        or _is_told_else(text, names[0], gap, listed=listed)
        or _has_other_office(text, office, names[0])
        or _is_company(text, names)
        or not _belongs(text, office, names[0], listed=listed or in_field, named=portfolio is not None)
    ):
        return []
    topic = _TOPIC_BEFORE.search(text[max(0, office.start - 120) : office.start])
    return [_holding(text, name, office, portfolio or (topic["topic"] if topic else None)) for name in names]


def _leads_to_name(text: str, office: Office, gap: str) -> bool:
    """Whether the holder may stand behind it: not after a row of labels, a greeting, or a line that ends there."""
    before = text[max(0, office.start - 30) : office.start]
    if ":" in gap and (_LABEL_BEFORE.search(before) or _ADDRESSED.search(before)):
        return False
    return "\n" not in gap or (_runs_on(text, office) and not _is_behind_name(text, office))


def _is_told_else(text: str, name: Name, gap: re.Match[str], *, listed: bool) -> bool:
    """Whether the sentence says something else of the name, or of the office, than that it holds it."""
    if gap["verb"] and not (is_person(name) and _CLOSES.match(text, name.end)):
        return True
    return "," in gap.group() and not listed and _is_called(text, name)


def _has_other_office(text: str, office: Office, name: Name) -> bool:
    """Whether the name goes with the office behind it, and this one with the name before it or with none."""
    if _OFFICE_IN_BRACKETS.match(text, name.end):
        return True
    return bool(_OFFICE_FOLLOWS.match(text, name.end)) and _is_behind_name(text, office)


def _is_called(text: str, name: Name) -> bool:
    """Whether the office is spoken to, and somebody else follows: "Eens? Wethouder, de heer De Wit vroeg daarnaar"."""
    return not (_apposition_ends().match(text, name.end) or text[name.end : name.end + 2] == " (")


def _apposed(text: str, office: Office) -> list[Holding]:
    """The name between commas behind the office: "de wethouder, Anna de Wit, was er niet"."""
    comma = _APPOSED.match(text, office.end)
    before = text[max(0, office.start - 30) : office.start]
    ends = _apposition_ends() if _APPOSITION.search(before) else _SIGNATURE_ENDS if _SIGNS.search(before) else None
    name = name_at(text, comma.end()) if comma and ends and not office.plural else None
    if not name or not ends or not is_person(name) or not ends.match(text, name.end):
        return []
    return [_holding(text, name, office, None)]


def _is_behind_name(text: str, office: Office) -> bool:
    link = _BACK_TO_NAME.search(text, max(0, office.start - _LONGEST_LINK), office.start)
    return bool(link and name_ending_at(text, link.start()))


def _is_company(text: str, names: Sequence[Name]) -> bool:
    """Whether a legal form ends or follows what looks like people: "Wethouders Bakkers en Slagers VOF"."""
    start, end = names[0].start, names[-1].end
    following = re.match(r"(?:[ \u00a0](?:&|en))?[ \u00a0]\S+", text[end : end + 20])
    ends = (end, end + following.end()) if following else (end,)
    return any(_company().search(text, start, each) for each in ends)


@cache
def _company() -> re.Pattern[str]:
    """A legal form at the end; further to the front "B.V." are initials."""
    return re.compile(rf"[ \u00a0](?:{any_of('company_forms.txt').pattern})[.,;:)]*\Z", re.IGNORECASE)


def _runs_on(text: str, office: Office) -> bool:
    """Whether a line ends because it was full, and a name below may belong to the office at its end; no row does."""
    line = text.rfind("\n", 0, office.start) + 1
    if "|" in text[line : office.start]:
        return False
    below = text[text.find("\n", office.end) + 1 :].split("\n", 1)[0]
    return office.end - line >= _SHORTEST_WRAPPED_LINE and len(below.strip()) >= _SHORTEST_WRAPPED_LINE / 2


def _surnames_first(text: str, start: int) -> list[Name]:
    """The names that fill the line if it has them as "Kraan, B."."""
    line_end = text.find("\n", start)
    return surname_first_in(text, start, start + len(text[start : len(text) if line_end < 0 else line_end].rstrip()))


def _row_of_names(text: str, start: int, *, several: bool, capitals: bool) -> list[Name]:
    name = name_at(text, start, capitals=capitals)
    names = [name] if name else []
    while several and name and (joint := _joint(text, name.end)):
        name = name_at(text, joint, capitals=capitals)
        if not name or _OF_OTHERS.match(text, name.end):
            break
        names.append(name)
    return names


def _joint(text: str, end: int) -> int | None:
    """Where the next name of a row begins: behind a comma or "en", or where a title follows without one."""
    comma = between_names().match(text, end)
    title = _TITLE_FOLLOWS.match(text, comma.end() if comma else end)
    return comma.end() if comma and comma["joint"] else title.end() if title else None


def _holding(text: str, name: Name, office: Office, portfolio: str | None) -> Holding:
    portfolio = portfolio or portfolio_in_brackets(text, name.end)
    sure = BESIDE_WITH_NAME if name.given else BESIDE_WITH_SURNAME
    is_holder = office.role == "portefeuillehouder" or portfolio is not None
    return Holding(name, office.role, office.rank, sure, portfolio, is_holder)


def _belongs(text: str, office: Office, name: Name, *, listed: bool, named: bool) -> bool:
    if is_street(text, office.start, name):
        return False
    if name.given or name.titled:
        return not (named and not name.has_initials_only and not is_person(name))
    if named:
        return False
    before = text[max(0, office.start - 14) : office.start]
    if name.prefix and not name.big_prefix:
        return listed or (name.prefix != "van" and not ARTICLE.search(before))
    if ARTICLE.search(before) and not name.big_prefix and not office.plural:
        return False
    return not is_municipality(name.full)


def is_person(name: Name) -> bool:
    """Whether a name is surely one: with a title, initials, or a usual given name."""
    first = re.split(r"[ -]", name.given)[0]
    return name.titled or name.has_initials_only or first in given_names()


def _is_word_of(text: str, given: str) -> bool:
    """Whether what looks like a given name is an ordinary word of the document: "Veiligheidsregio Kraanland"."""
    lower = re.split(r"[ -]", given)[0].lower()
    return bool(re.search(rf"(?<!\w){re.escape(lower)}(?!\w)", text))


def in_row_before(text: str, office: Office) -> Iterator[Holding]:
    """The names before a plural in brackets: "de heren B. Kraan en C. de Wit (wethouders)"."""
    if not office.plural or text[office.start - 1 : office.start] != "(" or text[office.end : office.end + 1] != ")":
        return
    row = _ROW_BEFORE.search(text[max(0, office.start - 160) : office.start])
    if row:
        stop = office.start - len(row.group()) + len(row["names"])
        for name in names_in(text, office.start - len(row.group()), stop):
            yield _holding(text, name, office, None)


def before(text: str, office: Office) -> Holding | None:
    """The name right before the office word: "Noor Tazelaar, burgemeester", "N. Tazelaar (wethouder Sport)"."""
    if office.plural:
        return None
    begin = max(0, office.start - _LONGEST_LINK)
    links = [link for pattern in (_BACK_TO_NAME, _IN_BRACKETS) if (link := pattern.search(text, begin, office.start))]
    names = (name_ending_at(text, link.start()) for link in links)
    name = next(filter(None, names), None) if links else _right_before(text, office)
    if not name or not (is_person(name) or (name.given and not _is_word_of(text, name.given))):
        return None
    if bears_other_office(text, name.start) or beside(text, office, listed=False) or _NO_LONGER.match(text, office.end):
        return None
    if ARTICLE.search(text[begin : office.start]) and _ANOTHER_FOLLOWS.match(text, office.end):
        return None
    portfolio, _ = portfolio_words(text, office.end)
    term = _TERM.match(text, office.end)
    until = int(term["until"]) if term else None
    return Holding(name, office.role, office.rank, BEHIND_NAME, portfolio, portfolio is not None, until)


def _right_before(text: str, office: Office) -> Name | None:
    """The name right before the office, at the start of a line (a signature) or behind "is"."""
    line = text.rfind("\n", 0, office.start) + 1
    name = name_at(text, line, office.start)
    if name and name.given and not text[name.end : office.start].strip():
        return name
    name = name_ending_at(text, max(0, office.start - 1))
    told = name and name.given and _IS_BEFORE_NAME.search(text[max(0, name.start - 4) : name.start])
    return name if told else None
