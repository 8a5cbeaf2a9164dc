"""The day a document was published, sent, or its meeting held; never the day of another event it speaks of."""

import datetime
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.identify.days import MONTH, date_of, dates_in, less_usual_dates_in, month_number
from ingest.identify.letterhead import days_of_letterhead
from ingest.identify.material import HEAD, OPENING, TITLE_LENGTH, Material, text_evidence
from ingest.lexicon import read_rows
from ingest.model import Evidence, Inferred

#: Below this no date is given.
THRESHOLD = 0.5

_IN_PATH = re.compile(r"/(?P<year>20\d\d)/(?P<month>[01]?\d)/(?P<day>[0-3]?\d)(?=/|$)")
_BUILT = re.compile(r"gebouwd op (?P<month>\d\d)/(?P<day>\d\d)/(?P<year>20\d\d)", re.IGNORECASE)
_UNYEARED = re.compile(
    rf"\bOp (?:\w+dag )?(?P<day>[0-3]?\d) {MONTH} (?=(?:woon|bezoch|vergader|was|waren|von|kwam|beho|besp|stond)\w*)",
)
_LATER = re.compile(rf"\b(?:in|uiterlijk|vóór|voor|per) {MONTH} (?P<year>20\d\d)\b", re.IGNORECASE)

#: The register of rules gives a rule's changes in a table without borders: in force, (until), what, signed, published.
_DAY = r"\d\d-\d\d-\d{4}"
_SIGNED = re.compile(
    rf"\bdatum ondertekening\b[\s\S]{{0,160}}?(?:{_DAY}[\s|]*)+[a-z][^\n]{{0,150}}?[\s|]+(?P<day>{_DAY})", re.IGNORECASE
)
#: What a slug sets before a day: "verslag-14-05-2018".
_GLUE = re.compile(r"(?<=[A-Za-z])[-_.](?=\d)")
#: Names that machines give have the day on which they gave them.
_BY_MACHINE = re.compile(r"(?:scan|img|image|print|export|screenshot|whatsapp)[\W_\d]", re.IGNORECASE)
#: A day within a slug is of what the page speaks of.
_AT_END = re.compile(r"[_-]?\d{0,3}(?:\.\w+)?(?=[/?#&]|$)")

#: In the line that names a meeting, which stands on its own and not in a sentence.
_MEETING = re.compile(
    r"\b(?:\w*vergadering|sessie|bijeenkomst|besluitenlijst|raad|college|(?:wethouders|B&W)(?=,? week))(?: van)?"
    r"(?: de (?:gemeente)?raad| het college)?(?:(?-i: [A-Z][\w'’-]+){1,4})?"
    r"(?:,? week \d\d?)?(?: d\.?d\.?)?(?: op)?[\s:,|–-]*(?:\w+dag,? )?$",
    re.IGNORECASE,
)
_IN_MEETING_LINE = 0.9
#: A letter names the meeting that it is sent for, which is still to come.
_TO_COME = 0.6
#: "De besluitenlijst van 1 februari wordt vastgesteld": that of the meeting before.
_ADOPTED = re.compile(r"^,?\W*(?:is|wordt|zijn|worden|(?:on)?gewijzigd|vastgesteld|goedgekeurd)\b", re.IGNORECASE)
_OF_MEETINGS = ("raadsverslag", "besluitenlijst", "motie", "amendement")
#: "01 Besluitenlijst 9 januari": an item of the agenda, about the meeting before.
_ITEM = re.compile(r"\s*(?:agendapunt )?\d{1,2}[a-z]?[.)]?\s+\D", re.IGNORECASE)
#: An item of the agenda that adopts the report of an earlier meeting.
_OF_EARLIER = re.compile(r"\b(?:vaststell\w+|vastgesteld\w*|goedkeur\w+)[^.\n]{0,90}$", re.IGNORECASE)
#: How far into such a paper its own day stands, and how sure that is.
_FIRST, _FIRST_DAY = 700, 0.65
#: "Op dinsdag 13 juli": surer than an address, which may be that of the volume.
_FIRST_WEEKDAY = 0.8
_LONGEST_MEETING_LINE = 110
#: A date alone on a line, or one that ends a title, as a letter, transcript or news item has it; no footnote's.
_ALONE = 0.85
_ALONE_ON_LINE, _LONGEST_TIME = re.compile(r"[^\w*]*(?:\w+dag)?[^\w*]*"), 25
#: A writer's name, a weekday and a day, as a news item has below its title, the space between them lost or not; or a
#: day that a text opens with, before its title.
_BYLINE, _LONGEST_BYLINE = 0.7, 60
#: "Jan Smit, 4 mei 2022" below a title, with whatever stood on the lines before.
_SIGNATURE, _SIGNED_BY = 0.7, re.compile(r"(?:^|\s)[A-Z][\w'’-]+,\s*$")
_WEEKDAY = re.compile(r"(?:maan|dins|woens|donder|vrij|zater|zon)dag,? ?$", re.IGNORECASE)
_TIME = re.compile(r"(?:\d\d?[:.]\d\d(?: uur)?)?")
#: A news site prints the time behind the day and goes on.
_CLOCK = re.compile(r"(?:om )?\d\d[:.]\d\d\b")
#: A value below its field in a letterhead, and the day of signing in the table of a register of rules.
_IN_LETTERHEAD, _REGISTERED = 0.95, 0.95
_IN_FILE_NAME, _IN_TITLE, _IN_URL, _BUILT_ON, _STATED, _NO_YEAR = 0.85, 0.8, 0.75, 0.8, 0.8, 0.55
#: No day is surer than this; even a labelled date can be a slip of the pen.
_MOST = 0.97
_BEFORE = 110
#: After a date that ends a line little can follow, or names that sign; more shows a sentence broken before its date.
_SHORT_REST = 30

#: Names under which a web page states its own date (Dublin Core, Open Graph, schema.org, OWMS).
STATED_DATES = (
    "article:published_time",
    "datepublished",
    "dcterms.issued",
    "dcterms.date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "overheid.datum",
    "pubdate",
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A day, how sure it is that it is the document's own, and where it stands."""

    date: datetime.date
    sure: float
    evidence: Evidence


def infer_date(material: Material, doc_type: str | None) -> Inferred[datetime.date]:
    """The document's own date; `value` is None where no date is marked as such.

    Args:
        doc_type: a report of a meeting names its day first, and may leave out the year; other types do not.
    """
    given = _as_date(material.given.get("date", ""))
    if given:
        return Inferred(given, 1.0, (Evidence("user", material.given["date"]),))
    found = [*_in_text(material, doc_type or ""), *_in_file_name(material), *_in_title(material), *_stated(material)]
    if doc_type in _OF_MEETINGS and all(dated.evidence.source == "url" for dated in found):
        found += _first_day(material)
    if not found and doc_type in ("raadsverslag", "nieuws"):
        found = list(_without_year(material))
    if not found:
        return Inferred(None, 0.0)
    days = {dated.date: _best_per_source(found, dated.date) for dated in found}
    best = max(days, key=lambda day: _together(days[day]))
    sure = round(_together(days[best]), 3)
    return Inferred(best if sure >= THRESHOLD else None, sure, tuple(dated.evidence for dated in days[best]))


def _best_per_source(found: list[Dated], day: datetime.date) -> list[Dated]:
    """The surest finding of a day in each source, surest first."""
    best: dict[str, Dated] = {}
    for dated in sorted((dated for dated in found if dated.date == day), key=lambda dated: -dated.sure):
        best.setdefault(dated.evidence.source, dated)
    return list(best.values())


def _together(found: list[Dated]) -> float:
    """How sure a day is that several sources name, each as if the others were not there."""
    return min(_MOST, 1 - math.prod(1 - dated.sure for dated in found))


def _as_date(value: str) -> datetime.date | None:
    return next((date for date, _, _ in dates_in(value)), None)


def _in_text(material: Material, doc_type: str) -> Iterator[Dated]:
    text = material.text
    heads = days_of_letterhead(text)
    for date, start, end in (*dates_in(text, 0, OPENING), *less_usual_dates_in(text, 0, HEAD)):
        sure = _IN_LETTERHEAD if heads.get(start) else _own(text, start, end, doc_type)
        if sure and heads.get(start, True):
            yield Dated(date, sure - 0.1 * (start / OPENING), text_evidence(text, start, end))
    signed = _SIGNED.search(text, 0, OPENING)
    if signed:
        for date, start, end in dates_in(text, signed.start("day"), signed.end("day")):
            yield Dated(date, _REGISTERED, text_evidence(text, start, end))
    for match in _BUILT.finditer(text):
        built = date_of(match)
        if built:
            yield Dated(built, _BUILT_ON, text_evidence(text, *match.span()))
    tail = max(OPENING, len(text) - HEAD)
    for date, start, end in dates_in(text, tail):
        sure = _own(text, start, end, doc_type)
        if sure >= 0.75:
            yield Dated(date, sure - 0.25, text_evidence(text, start, end))


def _own(text: str, start: int, end: int, doc_type: str) -> float:
    """How sure the date at text[start:end] is the document's own, 0 where nothing marks it."""
    before = text[max(0, start - _BEFORE) : start]
    line = before.rpartition("\n")[2]
    rest = text[end : end + 40].partition("\n")[0].strip(" .,")
    if text[end : end + 1].isalpha():
        return 0.0
    labelled = _labelled(before, line, rest, doc_type)
    if labelled or start >= HEAD:
        return labelled
    if _is_meeting_line(text, start, line, rest):
        return _TO_COME if doc_type == "rib" else _IN_MEETING_LINE
    if _ALONE_ON_LINE.fullmatch(line) and (len(rest) < _LONGEST_TIME or _CLOCK.match(rest)):
        return _ALONE
    if not rest and _SIGNED_BY.search(line) and len(line) < TITLE_LENGTH:
        return _SIGNATURE
    byline = start < _FIRST and len(line) < _LONGEST_BYLINE and _WEEKDAY.search(line) and _TIME.fullmatch(rest)
    opens = start == 0 and rest[:1].isupper()
    return _BYLINE if byline or opens else 0.0


def _labelled(before: str, line: str, rest: str, doc_type: str) -> float:
    """How sure the words right before a date make it; 0 where they are no label of the document's own."""
    for pattern, sure in _labels(doc_type):
        opens_line = pattern.pattern.startswith("^")
        if opens_line and len(rest) > _SHORT_REST and not rest[0].isupper():
            continue
        if pattern.search(line if opens_line else before):
            return sure
    return 0.0


@cache
def _labels(doc_type: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    """What stands right before a date that is the own date of a document of this type, with how sure that makes it."""
    return tuple(
        (re.compile(row["pattern"] + r"[\s:|]*(?:\w+dag,? )?$", re.IGNORECASE), float(row["sure"]))
        for row in read_rows("date_labels.tsv")
        if _counts_for(doc_type, row["doc_types"])
    )


def _counts_for(doc_type: str, types: str) -> bool:
    """Whether a label counts in a type: "rib;motie" is in these only, "-rib;motie" in all but these."""
    named = doc_type in types.lstrip("-").split(";")
    return not types or named != types.startswith("-")


def _is_meeting_line(text: str, start: int, line: str, rest: str) -> bool:
    """Whether the date ends a line like "Besluitenlijst raadsvergadering 29 juni 2015" that no sentence runs into."""
    if not _MEETING.search(line) or len(line) + len(rest) > _LONGEST_MEETING_LINE:
        return False
    if _ADOPTED.search(rest) or _OF_EARLIER.search(line) or _ITEM.match(line):
        return False
    above = text[: start - len(line)].rstrip(" \t")
    opens = not above.strip() or above.endswith("\n\n") or above.rstrip()[-1] in ".:=]" or line[:1].isupper()
    return opens and len(rest) < 30 and len(line.split()) < 9


def _in_file_name(material: Material) -> Iterator[Dated]:
    if _BY_MACHINE.match(material.file):
        return
    for date, start, end in dates_in(_GLUE.sub(" ", material.file)):
        yield Dated(date, _IN_FILE_NAME, Evidence("file name", material.file[start:end]))


def _in_title(material: Material) -> Iterator[Dated]:
    for date, start, end in dates_in(material.title or ""):
        yield Dated(date, _IN_TITLE, Evidence("title", (material.title or "")[start:end]))
    url = material.url or ""
    for date, start, end in dates_in(_GLUE.sub(" ", url)):
        if _AT_END.match(url, end) and not _is_volume(date):
            yield Dated(date, _IN_URL, Evidence("url", url[start:end]))
    for match in _IN_PATH.finditer(url):
        day = date_of(match)
        if day and not _is_volume(day):
            yield Dated(day, _IN_URL, Evidence("url", match.group()))


def _is_volume(day: datetime.date) -> bool:
    """Whether a day in an address stands for its year: an archive files the minutes of 1985 under "1985-01-01"."""
    return (day.month, day.day) == (1, 1)


def _stated(material: Material) -> Iterator[Dated]:
    for name in STATED_DATES:
        date = _as_date(material.stated.get(name, "")[:10])
        if date:
            yield Dated(date, _STATED, Evidence("metadata", material.stated[name]))


def _first_day(material: Material) -> Iterator[Dated]:
    """The first date in the head of a paper of a meeting: "de op 30 januari 2012 gehouden vergadering"."""
    days = sorted(dates_in(material.text, 0, _FIRST), key=lambda day: day[1])
    own = [day for day in days if not _OF_EARLIER.search(material.text, max(0, day[1] - _BEFORE), day[1])]
    for date, start, end in own[:1]:
        on_weekday = _WEEKDAY.search(material.text, max(0, start - _BEFORE), start)
        sure = _FIRST_WEEKDAY if on_weekday else _FIRST_DAY
        yield Dated(date, sure, text_evidence(material.text, start, end))


def _without_year(material: Material) -> Iterator[Dated]:
    """ "Op 11 november woonde ik ..." in a text that plans for "februari 2022": the last such day before then."""
    event = _UNYEARED.search(material.text, 0, HEAD)
    later = [
        datetime.date(int(match["year"]), month_number(match["month"]), 1) for match in _LATER.finditer(material.text)
    ]
    if not event or not later:
        return
    limit = max(later)
    for year in (limit.year, limit.year - 1):
        try:
            date = datetime.date(year, month_number(event["month"]), int(event["day"]))
        except ValueError:
            return
        if date < limit:
            yield Dated(date, _NO_YEAR, text_evidence(material.text, *event.span()))
            return
