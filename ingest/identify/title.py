"""The title by which a person would cite the document."""

import re

from ingest.identify.days import MONTHS, dates_in
from ingest.identify.doc_types import doc_types
from ingest.identify.doctype import type_words
from ingest.identify.material import HEAD, OPENING, TITLE_LENGTH, Material, Phrase, says
from ingest.model import Identity

#: The share of a stated title's words that the opening must hold before the title is believed.
_SUPPORT = 0.8
_SITE = re.compile(r"\s+(?:[|»·•]|[-–—](?= (?:gemeente|raad|lokale|home)\b))\s+[^|»·•]{2,60}$", re.IGNORECASE)
_SUBJECT = re.compile(
    r"^(?:(?:onderwerp|betreft|betreffende|titel)\b|officiële naam (?:van de )?regeling|citeertitel)"
    r"[\s:|]*(?P<subject>.{0,150})$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?;,]$")
#: A text up to this length may be one page of an online begroting, whose heading tells which page.
_WEB_PAGE = 50_000
#: Function words that start a sentence; a title-like run of a one-line extract ends before one.
_STARTS = re.compile(r"\s(?=(?:De|Het|Een|In|Op|Wij|We|Met|Voor|Vanaf|Naast|Om|Door|Bij|Deze|Dit|Voor|Er)\s+[a-z])")
_LETTERS = re.compile(r"[^\W\d_]{2,}")
#: A line shorter than this was not broken off for want of room.
_WRAPPED = 35
#: Shorter words in capitals may be an abbreviation ("IVP 2023").
_SHOUTED = 15
#: A text longer than this tells what it is.
_SPEAKS = 60
_DATED_TYPES = ("besluitenlijst", "raadsverslag")


def believable_title(stated: str | None, text: str) -> str | None:
    """What a file states as its title, unless a program made it and the text is there to speak for itself.

    A PDF keeps "Microsoft Word - Begroting 2018.docx" of the paper that it was copied from.
    """
    return None if stated and len(text) > _SPEAKS and says("machine", " ".join(stated.split())) else stated or None


def find_title(material: Material) -> str:
    """The document's own title, before type and year are known; "" where the text has none."""
    given = material.given.get("title")
    if given:
        return given
    stated = _stated_title(material)
    if stated:
        return stated
    subject = _subject(material)
    return _capitalised(subject) if subject else _first_title_line(material)


def cite_as(identity: Identity, material: Material) -> str:
    """The title, completed by what the title itself lacks: the type's name and year, or the day of the meeting."""
    title = _for_print(identity.title, identity.municipality.value)
    kind = doc_types().get(identity.doc_type.value or "")
    if material.given.get("title"):
        return identity.title
    if kind is None:
        return title or _capitalised(material.name) or material.file
    if kind.family == "pc" and not _names_type(title, kind.id):
        years = _years_of(identity)
        name = f"{kind.label} {years}" if years else kind.label
        return f"{name}: {title}" if _tells(title) and len(material.text) <= _WEB_PAGE else name
    if kind.period == "looptijd" and kind.id != "beleidsnota" and title and not _names_type(title, kind.id):
        return f"{kind.label}: {title}"
    if kind.id in _DATED_TYPES and identity.date.value and _names_type(title, kind.id) and not list(dates_in(title)):
        day = identity.date.value
        return f"{title} {day.day} {MONTHS[day.month - 1]} {day.year}"
    return title or _capitalised(material.name) or kind.label


def _years_of(identity: Identity) -> str:
    """The years that a budget or report is for: "2026", or "2021-2024" of one for several years."""
    year, period = identity.reporting_year.value, identity.plan_period.value
    if period and period.start and period.end and period.start.year < period.end.year:
        return f"{period.start.year}-{period.end.year}"
    return str(year) if year else ""


def _for_print(title: str, municipality: str | None) -> str:
    """Without a site's name behind it, and not all in capitals."""
    name = re.escape(municipality or "")
    shown = re.sub(rf"\s+[-–—|]\s+(?:gemeente )?{name}$", "", title, flags=re.IGNORECASE) if name else title
    if not shown.isupper() or len(shown) < _SHOUTED:
        return shown
    lower = re.sub(r"\bb&w\b", "B&W", _capitalised(shown.lower()))
    return re.sub(rf"\b{name}\b", municipality or "", lower, flags=re.IGNORECASE) if name else lower


def _capitalised(name: str) -> str:
    return name[:1].upper() + name[1:]


def _names_type(title: str, doc_type: str) -> bool:
    return any(word.search(title) for word in type_words(doc_type))


def _tells(title: str) -> bool:
    return bool(title) and not says("bare", title)


def _stated_title(material: Material) -> str | None:
    """The title that the file states, if the opening bears it out: PDFs often state that of another file."""
    title = " ".join((material.title or "").split())
    shown = _SITE.sub("", title)
    words = _LETTERS.findall(shown)
    if len(words) < 2 or says("machine", shown) or len(shown) > TITLE_LENGTH:
        return None
    opening = material.opening.casefold()
    known = sum(1 for word in words if word.casefold() in opening)
    days = [date for date, _, _ in dates_in(shown)]
    own_days = {date for date, _, _ in dates_in(material.opening)}
    if any(day not in own_days for day in days):
        return None
    months = sum(1 for word in words if word.casefold() in MONTHS) if days else 0
    return shown if known + months >= _SUPPORT * len(words) and _no_new_word(words, opening) else None


def _no_new_word(words: list[str], opening: str) -> bool:
    """Whether every long word of the title is in the opening: "Vertrouwelijk" over a public list is a lie."""
    return all(word.casefold() in opening for word in words if len(word) > 7 and word.casefold() not in MONTHS)


def _subject(material: Material) -> str | None:
    """What follows "Onderwerp" or "Betreft" in a letter, continued on the next line where it breaks off."""
    for line in material.lines:
        match = _SUBJECT.match(line.text) if line.start is not None and line.start < HEAD else None
        if match and line.start is not None:
            after = material.text[line.start + match.start("subject") : line.start + 400]
            return _joined(after.split("\n")[:4])
    return None


def _joined(lines: list[str]) -> str | None:
    subject = lines[0].strip()
    for line in lines[1:]:
        if not line.strip() or (subject and (says("field", line) or len(subject) < _WRAPPED)):
            break
        subject = f"{subject} {line.strip()}".strip()
    return subject or None


def _first_title_line(material: Material) -> str:
    for line in material.lines:
        if line.start is not None and line.start < OPENING // 2 and _could_be_title(line):
            return line.text
    for heading in material.headings[:3]:
        if _could_be_title(heading):
            return heading.text
    return _inline_title(material.text)


def _could_be_title(line: Phrase) -> bool:
    letters = len(_LETTERS.findall(line.text))
    return letters > 0 and not says("label", line.text) and not _SENTENCE_END.search(line.text) and len(line.text) > 5


def _inline_title(text: str) -> str:
    """The heading that a one-line extract starts with: the words before its first sentence."""
    start = text[:HEAD].strip()
    cut = _STARTS.search(start)
    return start[: cut.start()] if cut and cut.start() <= TITLE_LENGTH else ""
