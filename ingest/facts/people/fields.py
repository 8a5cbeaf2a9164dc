"""Officials in forms: fields with a label, lists of programmes and tasks, lists of those present."""

import re
from collections.abc import Iterator
from functools import cache

from ingest.fact_types import Role
from ingest.facts.people.name_lists import names_in, surname_first_in
from ingest.facts.people.names import Name, name_at
from ingest.facts.people.offices import Holding
from ingest.facts.people.portfolios import portfolio_below, portfolio_field, portfolio_in_brackets
from ingest.facts.people.shared import shares
from ingest.facts.people.topic_words import is_topical
from ingest.lexicon import read_rows, read_words

IN_FIELD = 0.95
IN_PROGRAMME_LIST = 0.75
IN_TASK_LIST = 0.7
IN_CHAIR = 0.6

HOLDER_RANK = 3
CHAIR_RANK = 4

_MOST_BLANK_LINES = 3
_HEAD = 1500
_CUE_REACH = 1500

_COLLEGE_MEETING = re.compile(
    r"B ?(?:&|en) ?W[- ](?:vergadering|besluitenlijst)|collegevergadering|"
    r"vergadering van (?:het )?(?:college|burgemeester en wethouders)|besluitenlijst (?:van het )?college",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=[a-zà-ÿ]{3})[A-ZÀ-Ý][a-z]{3,}\Z")
"""The next label behind a name whose line break got lost on a page of the web: "B. KraanToelichting"."""
_COLUMN_GAP = re.compile(r"(?<=\w)[ \u00a0]{2,}|\t")
_PROGRAMME = re.compile(
    r"^[•\-* ]*(?:Programma|Pijler|Thema|Hoofdstuk) ?\d{0,2}[.:]? ?(?P<topic>[^()\n|]{3,80}?)"
    r" ?\((?P<names>[^()\n]{4,70})\)[ .]*$",
    re.MULTILINE,
)
_HOLDER_CUE = re.compile(r"portefeuille|collegel[ie]d|wethouder", re.IGNORECASE)
_TASK = re.compile(
    r"^\d\.\d{1,3}[a-d]?[ \u00a0|]+(?P<topic>[A-Z][^\n|]*?)[ \u00a0|]+"
    r"(?P<name>(?:[A-Z]\.)+[ \u00a0][^\n|]{3,40})$",
    re.MULTILINE,
)
_WITH_PARTY = re.compile(
    r"^[ \u00a0•*-]*(?P<name>[A-ZÀ-Ý][^()\n|]{4,50}?)[ \u00a0]\((?P<party>[^()\n]{2,30})\)[ \u00a0]*$", re.MULTILINE
)
_HEADING_CUE = re.compile(
    r"^[^\n.]{0,60}(?:wethouders|portefeuilleverdeling|portefeuilles)[^\n.]{0,40}$", re.I | re.MULTILINE
)
_OFFICE_BEFORE = re.compile(r"(?:(?:loco-?)?burgemeester|wethouders?|weth\.)[ \u00a0]+", re.IGNORECASE)


@cache
def _label_pattern(kind: str) -> re.Pattern[str]:
    labels = sorted((row["label"] for row in read_rows("fields.tsv") if row["kind"] == kind), key=len, reverse=True)
    joined = "|".join(re.escape(label).replace(r"\ ", r"[ \u00a0]") for label in labels)
    return re.compile(
        rf"^[ \u00a0\t•*|-]*(?:\d\.[ ])?(?P<label>{joined})(?P<link>[ \u00a0]*[:|\t][ \u00a0|]*|[ \u00a0]+|(?=\r?$))",
        re.MULTILINE | re.IGNORECASE,
    )


@cache
def _any_label() -> frozenset[str]:
    return frozenset(row["label"].casefold() for row in read_rows("fields.tsv"))


def is_label(line: str) -> bool:
    """Whether a whole line is the label of a field, known or by its form."""
    bare = line.strip(" \t\u00a0•*|-")
    return bare.rstrip(":").strip().casefold() in _any_label() or bare.endswith((":", "?"))


def holders(text: str) -> Iterator[Holding]:
    """The names in fields such as "Portefeuillehouder: B. Kraan", on the line of the label or the lines below it."""
    for found in _label_pattern("holder").finditer(text):
        if found["label"][0].islower() and ":" not in found["link"]:
            continue
        line_end = _line_end(text, found.end())
        gap = _COLUMN_GAP.search(text, found.end(), line_end)
        names = value(text, found.end(), line_end) or (value(text, found.end(), gap.start()) if gap else [])
        if not names and not text[found.end() : line_end].strip():
            names = _lines_below(text, line_end)
        portfolio = (
            portfolio_field(text, _line_end(text, names[-1].end)) or _programme_above(text, found.start())
            if names
            else None
        )
        for name, share in zip(names, shares(portfolio, names) if portfolio else [None] * len(names), strict=True):
            own = portfolio_in_brackets(text, name.end) or share
            yield Holding(name, "portefeuillehouder", HOLDER_RANK, IN_FIELD, own, is_holder=True)


def holders_of_topics(text: str) -> Iterator[Holding]:
    """The names in fields that say of what: "Portefeuillehouder jeugd: wethouder B. Kraan"."""
    for found in _topic_label().finditer(text):
        if is_topical(found["topic"]):
            for name in value(text, found.end(), _line_end(text, found.end())):
                yield Holding(name, "portefeuillehouder", HOLDER_RANK, IN_FIELD, found["topic"].strip(), is_holder=True)


@cache
def _topic_label() -> re.Pattern[str]:
    labels = "|".join(re.escape(row["label"]) for row in read_rows("fields.tsv") if row["kind"] == "holder")
    return re.compile(rf"^[ \u00a0•*-]*(?i:{labels})[ \u00a0]+(?P<topic>[^:|\n]{{3,50}}?)[ \u00a0]*[:|]", re.MULTILINE)


_PROGRAMME_LINE = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2})*\.?[ \u00a0]+)?(?:Programma|Taakveld|Thema|Pijler)[ \u00a0]+\d{1,2}(?:\.\d{1,2})?[.:]?"
    r"[ \u00a0]+(?P<topic>[A-ZÀ-Ý][^\n|]{2,70})"
)


def _programme_above(text: str, start: int) -> str | None:
    """The programme whose heading stands right above a field: its holder has that in portfolio."""
    above = text[max(0, start - 120) : start].rstrip()
    heading = _PROGRAMME_LINE.fullmatch(above[above.rfind("\n") + 1 :].strip())
    return heading["topic"].strip() if heading else None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def value(text: str, start: int, end: int) -> list[Name]:
    """The names that fill the rest of a line or cell, office words before them left out."""
    names: list[Name] = []
    glued = _GLUED.search(text, start, end)
    end = glued.start() if glued and glued.group().casefold() in _any_label() else end
    for begin, stop in _parts(text, start, end):
        found = surname_first_in(text, begin, stop) or names_in(text, begin, stop)
        if not found:
            return names
        names.extend(found)
    return names


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The value of a field cut at office words, and at brackets that are no party."""
    at = start
    while at < end and text[at] in " \u00a0|\t:":
        at += 1
    office = _OFFICE_BEFORE.match(text, at, end)
    begin = office.end() if office else at
    for further in _OFFICE_BEFORE.finditer(text, begin, end):
        yield begin, _trimmed(text, begin, further.start())
        begin = further.end()
    if begin < end:
        yield begin, _trimmed(text, begin, end)


def _trimmed(text: str, start: int, end: int) -> int:
    trimmed = text[start:end].rstrip(" \u00a0\t|,.;\r")
    aside = re.search(r"[ \u00a0]\([^()]*\)$", trimmed)
    trimmed = trimmed[: aside.start()] if aside else trimmed
    return start + len(re.sub(r"[ \u00a0,]+(?:en|&)?$", "", trimmed))


def _lines_below(text: str, line_end: int) -> list[Name]:
    """Names on lines of their own below a label; none where the next line is a label too: the field is empty."""
    names: list[Name] = []
    at, blank = line_end + 1, 0
    while at < len(text) and blank <= _MOST_BLANK_LINES:
        end = _line_end(text, at)
        line = text[at:end]
        if not line.strip():
            blank += 1
            if names:
                break
        else:
            found = [] if is_label(line) else value(text, at + len(line) - len(line.lstrip()), end)
            certain = [
                name
                for name in found
                if name.given or name.prefix or name.titled or _OFFICE_BEFORE.match(line.lstrip())
            ]
            if not certain:
                break
            names.extend(certain)
        at = end + 1
    return names


def portfolio_page(text: str) -> Iterator[Holding]:
    """Names with a party, each above a line of topics, below a heading that speaks of wethouders or portfolios."""
    for found in _WITH_PARTY.finditer(text):
        above = text[max(0, found.start() - _CUE_REACH) : found.start()]
        names = names_in(text, *found.span("name"))
        portfolio = portfolio_below(text, found.end("name")) if len(names) == 1 and names[0].given else None
        if portfolio and found["party"] in read_words("parties.txt") and _HEADING_CUE.search(above):
            role: Role = "wethouder" if re.search(r"wethouders", above, re.IGNORECASE) else "portefeuillehouder"
            yield Holding(names[0], role, HOLDER_RANK, IN_TASK_LIST, portfolio, is_holder=True)


def programmes(text: str) -> Iterator[Holding]:
    """Lists of programmes with the holder's name in brackets, where portfolios are spoken of nearby."""
    for found in _PROGRAMME.finditer(text):
        around = text[max(0, found.start() - _CUE_REACH) : found.end() + _CUE_REACH]
        names = names_in(text, *found.span("names"))
        if not _HOLDER_CUE.search(around) or found["names"] in read_words("parties.txt"):
            continue
        for name in names:
            if name.given:
                yield Holding(
                    name, "portefeuillehouder", HOLDER_RANK, IN_PROGRAMME_LIST, found["topic"].strip(), is_holder=True
                )


def tasks(text: str) -> Iterator[Holding]:
    """Rows "1.1 Crisisbeheersing en brandweer J. ten Winkel" of a table whose head, flattened, names the holder."""
    for found in _TASK.finditer(text):
        above = text[max(0, found.start() - _CUE_REACH) : found.start()]
        name = name_at(text, *found.span("name"))
        if name and name.end == found.end("name") and "portefeuillehouder" in above.casefold():
            yield Holding(name, "portefeuillehouder", HOLDER_RANK, IN_TASK_LIST, found["topic"].strip(), is_holder=True)


def attendance_spans(text: str) -> list[tuple[int, int]]:
    """Where those present or absent are listed: from the label to the next label or blank line."""
    spans: list[tuple[int, int]] = []
    for found in _label_pattern("attendance").finditer(text):
        at = _line_end(text, found.end())
        while at < len(text) and at - found.end() < _HEAD:
            end = _line_end(text, at + 1)
            line = text[at + 1 : end]
            other = is_label(line.split(":")[0].split(" ")[0]) and not _OFFICE_BEFORE.match(line)
            if not line.strip() or other or re.match(r"\d", line):
                break
            at = end
        spans.append((found.end(), at))
    return spans


def chairs(text: str) -> Iterator[Holding]:
    """Who presides over a meeting of the college: by law the mayor, unless another office is named."""
    if not _COLLEGE_MEETING.search(text[:_HEAD]):
        return
    for found in _label_pattern("chair").finditer(text[:_HEAD]):
        name = name_at(text, found.end(), _line_end(text, found.end()))
        if name and name.given:
            yield Holding(name, "burgemeester", CHAIR_RANK, IN_CHAIR)
