"""Priorities that a document itself calls so: under a heading, in an enumeration, or in a sentence.

A goal or its criterion isn't one, and neither is what stands under "Reguliere activiteiten", unless
a sentence there says in so many words that something is a speerpunt.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache

from ingest.dutch import sentence_spans
from ingest.fact_types import Period, Speerpunt
from ingest.facts.enumerations import Item, between_commas, is_item, items_after, without_mark
from ingest.facts.minutes import is_report_of_meeting
from ingest.facts.periods import OPEN, Anchor, months, time_expressions
from ingest.facts.promises import is_transcript
from ingest.lexicon import read_rows
from ingest.model import Block, Document, Section

LONGEST_HEADING = 160
MIN_COLUMNS = 2
MIN_CELL = 4
LONGEST_SENTENCE = 600
"""What is longer is a table or a list that was read as one sentence."""
_AFTER = re.compile(
    r"(?:aandacht (?:besteed |gevraagd |gegeven |nodig )?(?:voor|aan|naar)|ingezet op|\bin op|het speerpunt|kiest voor"
    r"|prioriteit (?:gegeven )?aan|(?:focus|nadruk|accent|zwaartepunt)\b.*?\bop"
    r"|(?:speerpunt|prioriteit) (?:\w+ ){0,2}is)"
    r"\s+(?P<label>.+?)\W*\Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\A(?P<label>.+?)\s(?:is|zijn|heeft|hebben|krijgt|krijgen|blijft|blijven|wordt|worden)\b", re.IGNORECASE
)
_SHORTEST_LABEL = 12
"""A shorter subject is "Dit", "Tot slot" or the like; then the sentence itself is the label."""
_SURE = {"sentence": 0.7, "weak": 0.45}
_SET_NO_COURSE = frozenset({"rib", "besluitenlijst", "toezeggingenlijst"})
"""In these "wij zetten in op" tells how one task is done."""
_LEAD = re.compile(r"(?P<lead>[A-ZÀ-Ý][^.:;,–]{2,60}?)(?::| [–-]) (?=\S)")
"""What opens an item and says in a few words what it is about: "Groene pleinen: vijf pleinen krijgen bomen"."""
_SECTION_NUMBER = re.compile(r"(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|(?:[A-Z]|[IVX]{1,4})[.)])\s+(?=[A-ZÀ-Ý])")
_OPENING = re.compile(
    r".*\b(?:heeft|hebben|zijn|is|worden|wordt|werden)\s+"
    r"(?:(?:de|het|onze)\s+(?:gemeente)?(?:raad|college|gemeente|driehoek|burgemeester)\s+|wij\s+|we\s+)?",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(r"\s(?:zijn|is|worden|wordt|werden)\Z")
_LYING = re.compile(r"\s(?:(?:komt|komen) )?(?:te )?(?:liggen|leggen|gelegd|ligt|komt)\Z")
_ARTICLE = re.compile(r"\A(?:de|het|een|thema|programma)\s+", re.IGNORECASE)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    patterns = [row["pattern"] for row in read_rows("speerpunt_cues.tsv") if row["kind"] == kind]
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def speerpunten(document: Document) -> list[Speerpunt]:
    """The speerpunten of a document, in order, each label once a level."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    period = document.identity.plan_period.value or _year(anchor.year)
    found = [*_under_headings(document), *_numbered(document), *_in_tables(document), *_in_text(document)]
    return _once(_dated(document, speerpunt, anchor, period) for speerpunt in sorted(found, key=lambda s: s.start))


def _year(year: int | None) -> Period | None:
    return months(year, 1, 12) if year else None


def _make(text: str, start: int, end: int, confidence: float, label: str | None = None) -> Speerpunt:
    quote = text[start:end]
    words = _bare(" ".join((label or quote).split())).rstrip(" .;")
    return Speerpunt(start, end, quote, confidence, label=_cue("numbered").sub("", words, count=1) or words)


def _bare(heading: str) -> str:
    """A heading without the number of its section and what closes it."""
    heading = heading.strip()
    number = _SECTION_NUMBER.match(heading)
    return heading[number.end() if number else 0 :].strip(" :")


def _under_headings(document: Document) -> Iterator[Speerpunt]:
    """The headings below a heading "Speerpunten", and the items of a list right below it."""
    for section in document.sections:
        if section.layer not in ("body", "quoted_plan") or not _cue("heading").fullmatch(_bare(section.path[-1])):
            continue
        if _is_regular(section) or _cue("foreign").fullmatch(_bare(section.path[-1])):
            continue
        below = [s for s in document.sections if section.start < s.start < section.end]
        found = [*_listed(document, section, below[0].start if below else section.end)]
        found.extend(_headings(document, section, below))
        is_theme = _cue("theme").fullmatch(_bare(section.path[-1]))
        yield from (replace(speerpunt, tier="strategisch thema") if is_theme else speerpunt for speerpunt in found)


def _is_regular(section: Section) -> bool:
    return any(_cue("regular").fullmatch(_bare(heading)) for heading in section.path)


def _headings(document: Document, top: Section, below: list[Section]) -> Iterator[Speerpunt]:
    parent: str | None = None
    for section in below:
        depth = len(section.path) - len(top.path)
        if depth not in (1, 2) or section.heading_end - section.start > LONGEST_HEADING or _is_regular(section):
            continue
        if any(_cue("aspect").fullmatch(_bare(heading)) for heading in section.path[len(top.path) :]):
            continue
        speerpunt = _make(document.text, section.start, section.heading_end, 0.85)
        if depth == 1:
            parent = speerpunt.label
            yield speerpunt
        else:
            yield replace(speerpunt, level=2, parent=parent)


def _listed(document: Document, section: Section, stop: int) -> Iterator[Speerpunt]:
    """The items of the lists right below a heading, before the headings below it, which may tell more of each."""
    for block in document.blocks:
        inside = section.heading_end <= block.start < stop and (block.level or 1) == 1
        if not inside or not is_item(document.text, block):
            continue
        spans = sentence_spans(document.text, without_mark(document.text, block.start, block.end), block.end)
        if spans:
            start, end = spans[0]
            lead = _LEAD.match(document.text, start, end)
            yield _make(document.text, start, end, 0.75, lead["lead"] if lead else None)


def _numbered(document: Document) -> Iterator[Speerpunt]:
    """Headings and items such as "Prioriteit 2: ..."."""
    for block in _readable(document):
        number = _SECTION_NUMBER.match(document.text, block.start, block.end)
        found = _cue("numbered").match(document.text, number.end() if number else block.start, block.end)
        if found and found.end() < block.end and block.end - block.start <= LONGEST_HEADING:
            yield _make(document.text, block.start, block.end, 0.85)
        mark = _cue("marked").search(document.text, block.start, block.end) if block.role == "heading" else None
        if mark and mark.end() == block.end:
            yield _make(document.text, block.start, block.end, 0.8, document.text[block.start : mark.start()])


def _readable(document: Document) -> Iterator[Block]:
    hidden = [(s.start, s.end) for s in document.sections if s.layer in ("contents", "boilerplate")]
    for block in document.blocks:
        if block.role not in ("table_row", "caption") and not any(a <= block.start < b for a, b in hidden):
            yield block


def _in_tables(document: Document) -> Iterator[Speerpunt]:
    """The cells of a column "Speerpunt" or "Prioriteit" that name something."""
    column: tuple[int | None, int] | None = None
    for block in document.blocks:
        if block.role != "table_row" or len(block.cells) < MIN_COLUMNS:
            continue
        heads = [
            i for i, cell in enumerate(block.cells) if _cue("column").fullmatch(document.text[slice(*cell)].strip())
        ]
        if heads:
            column = block.table, heads[0]
        elif column and column[0] == block.table and column[1] < len(block.cells):
            yield from _of_cell(document.text, *block.cells[column[1]])


def _of_cell(text: str, start: int, end: int) -> Iterator[Speerpunt]:
    quote = text[start:end]
    if MIN_CELL <= len(quote.strip()) <= LONGEST_HEADING and not _cue("no_item").fullmatch(quote.strip()):
        yield _make(text, without_mark(text, start, end), end, 0.75)


def _in_text(document: Document) -> Iterator[Speerpunt]:
    """What running text calls so, but for what is said in a meeting, and for accents within one "Prioriteit 2: ..."."""
    text = document.text
    if is_transcript(document) or is_report_of_meeting(document):
        return
    own = [(s.start, s.end) for s in document.sections if _cue("numbered").match(_bare(s.path[-1]))]
    kinds = ("sentence",) if document.identity.doc_type.value in _SET_NO_COURSE else ("sentence", "weak")
    for block in _readable(document):
        if block.role == "heading":
            continue
        for start, end in sentence_spans(text, block.start, block.end):
            items = _enumerated(document, block, start, end)
            if items:
                yield from (_make(text, item.start, item.end, 0.75) for item in items)
            else:
                inside = any(a <= start < b for a, b in own)
                yield from (s for s in _said(text, start, end, kinds) if not inside or s.level == 1)


def _enumerated(document: Document, block: Block, start: int, end: int) -> list[Item]:
    """The items after a cue and a colon, on the same line or as the list that follows, or those a sentence names."""
    colon = document.text.find(":", start, end)
    if colon < 0 or not _ends_with_cue(_on_one_line(document.text[start:colon])):
        return [] if colon >= 0 else _named(document.text, start, end)
    return items_after(document, block, colon + 1)


def _named(text: str, start: int, end: int) -> list[Item]:
    """What a sentence names without a colon: "De prioriteiten zijn a, b en c", "... a, b en c als prioriteiten ..."."""
    quote = _on_one_line(text[start:end]).rstrip(" .")
    naming, settled = _cue("naming").match(quote), _cue("settled").search(quote)
    if _cue("negated").search(quote) or not (naming or settled):
        return []
    if naming:
        return between_commas(text, start + naming.end(), start + len(quote))
    before = quote[: settled.start()] if settled else ""
    opening = _OPENING.match(before)
    verb_last = _VERB_LAST.search(before)
    if verb_last:
        return between_commas(text, start, start + verb_last.start())
    return between_commas(text, start + opening.end(), start + len(before)) if opening else []


def _ends_with_cue(lead: str) -> bool:
    found = list(_cue("list").finditer(lead))
    return bool(found) and found[-1].end() == len(lead) and not _cue("negated").search(lead)


def _on_one_line(quote: str) -> str:
    """The words with their breaks of lines as spaces, each at its place."""
    return quote.replace("\n", " ").replace("\u00a0", " ")


def _said(text: str, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Speerpunt]:
    quote = _on_one_line(text[start:end])
    if len(quote) > LONGEST_SENTENCE or quote.rstrip().endswith("?") or _cue("negated").search(quote):
        return
    sure = next((_SURE[kind] for kind in kinds if _cue(kind).search(quote)), None)
    if sure:
        speerpunt = _make(text, start, end, sure, _label(quote))
        yield speerpunt if re.search("speerpunt|prioriteit", quote, re.IGNORECASE) else replace(speerpunt, level=2)


def _label(quote: str) -> str:
    found = _AFTER.search(quote) or _BEFORE.search(quote)
    label = found.group("label") if found else quote
    label = _LYING.sub("", _ARTICLE.sub("", label.strip(" ‘’'\"“”.,:")))
    return label if len(label) >= _SHORTEST_LABEL else quote.strip(" .")


def _dated(document: Document, speerpunt: Speerpunt, anchor: Anchor, default: Period | None) -> Speerpunt:
    stated = [
        expression.period
        for expression in time_expressions(document.text, speerpunt.start, speerpunt.end, anchor)
        if expression.period != OPEN
    ]
    return replace(speerpunt, period=stated[0] if stated else default)


def _once(speerpunten_found: Iterable[Speerpunt]) -> list[Speerpunt]:
    """Each label once a level: where it has a heading or item of its own, and there where the rule is surest."""
    kept: dict[tuple[str, int], Speerpunt] = {}
    for speerpunt in speerpunten_found:
        key = (re.sub(r"\W+", " ", speerpunt.label.lower()).strip(), speerpunt.level)
        if key not in kept or speerpunt.confidence > kept[key].confidence:
            kept[key] = speerpunt
    return sorted(kept.values(), key=lambda speerpunt: speerpunt.start)
