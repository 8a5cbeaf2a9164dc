"""Priorities that a document itself calls so: under a heading, in a table, in an enumeration, or in a sentence.

A goal or its criterion isn't one, and neither is what stands under "Reguliere activiteiten" or in a look back on the
last period, unless a sentence there says in so many words that something is a speerpunt.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ingest.dutch import sentence_spans
from ingest.fact_types import Period, Speerpunt
from ingest.facts.aims.contents import in_contents
from ingest.facts.aims.enumerations import is_item, lead_of, without_mark
from ingest.facts.aims.heads import heads_a_list
from ingest.facts.aims.speerpunt_sentences import LONGEST_HEADING, in_sentences, numbered, numbering
from ingest.facts.aims.speerpunt_words import LOOKS_BACK, Found, bare, cue, speerpunt
from ingest.facts.periods import OPEN, Anchor, TimeExpression, months, time_expressions
from ingest.grammar.tokens import holds_clause, tokenise
from ingest.model import Block, Document, Section

MIN_COLUMNS = 2
MIN_CELL = 4
_LONGEST_TITLE = 80
_LONGEST_LEAD = 60
_FEWEST_SENTENCES = 3
_OFTEN = 4
"""Headings of the same words, from which they are the head of every page."""
_ADOPTED = re.compile(
    r"\b(?:vastgesteld|aangenomen|goedgekeurd|besloten|besloot|besluit|vaststelde|ste(?:lt|lde)\b.*\bvast|nam\b.*\baan)\b",
    re.IGNORECASE | re.DOTALL,
)
_COMPARED = re.compile(r"\b(?:dan|van|uit|sinds|over)\s", re.IGNORECASE)
"""Before a year that the plan looks back on: "de evaluatie van 2024", "minder inbraken dan in 2019"."""
_SHORTEST_TERM = 200
"""Days of a period that a priority may be for."""
_CLAUSE_ENDS = re.compile(r"[,;:.]\s|\s(?=(?:dat|waarin|waarbij)\s)")
_ARTICLE = re.compile(r"\A(?:de|het|een) ")


def speerpunten(document: Document) -> list[Speerpunt]:
    """The speerpunten of a document, in order, each label once under a parent."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    period = document.identity.plan_period.value or _year(anchor.year)
    headed = [*_under_headings(document), *numbered(document)]
    found = [*headed, *_in_tables(document), *in_sentences(document)]
    if not headed:
        found += in_contents(document, numbering(document))
    return _once(_dated(document.text, each, anchor, period) for each in sorted(found, key=lambda f: f.speerpunt.start))


def _year(year: int | None) -> Period | None:
    return months(year, 1, 12) if year else None


def _under_headings(document: Document) -> Iterator[Found]:
    """The headings below a heading "Speerpunten", and the items of a list right below it."""
    for section in document.sections:
        if not _is_top(document, section):
            continue
        below = [s for s in document.sections if section.start < s.start < section.end]
        listed = list(_listed(document, section, below[0].start if below else section.end))
        is_theme = cue("theme").fullmatch(bare(section.path[-1]))
        headings = _headings(document, section, below) if below else _numbered_behind(document, section)
        for each in (*listed, *headings):
            found = replace(each, tier="strategisch thema") if is_theme else each
            yield Found(found, (section.start, section.heading_end))


def _is_top(document: Document, section: Section) -> bool:
    """Whether a heading announces speerpunten of the plan itself."""
    heading, doc_type = bare(section.path[-1]), document.identity.doc_type.value
    if not heads_a_list(heading, doc_type) or section.layer not in ("body", "quoted_plan") or _is_regular(section):
        return False
    past = doc_type not in LOOKS_BACK and any(cue("past").fullmatch(bare(above)) for above in section.path)
    return not past and not cue("foreign").fullmatch(heading)


def _is_regular(section: Section) -> bool:
    return any(cue("regular").fullmatch(bare(heading)) for heading in section.path)


def _headings(document: Document, top: Section, below: list[Section]) -> Iterator[Speerpunt]:
    parent: str | None = None
    for section in below:
        depth = len(section.path) - len(top.path)
        if depth not in (1, 2) or section.heading_end - section.start > LONGEST_HEADING or _is_regular(section):
            continue
        if any(cue("aspect").fullmatch(bare(heading)) for heading in section.path[len(top.path) :]):
            continue
        if _is_running(document, section.path[-1]):
            continue
        found = speerpunt(document.text, section.start, section.heading_end, 0.85)
        if depth == 1:
            parent = found.label
            yield found
        else:
            yield replace(found, level=2, parent=parent)


def _numbered_behind(document: Document, top: Section) -> Iterator[Speerpunt]:
    """The headings "1. ...", "2. ..." right behind a heading without text, that were read as of a higher level."""
    behind = [section for section in document.sections if section.start >= top.end]
    if not behind or document.text[top.heading_end : behind[0].start].strip():
        return
    for number, section in enumerate(behind, 1):
        if not re.match(rf"{number}[.)]?\s", section.path[-1]):
            return
        yield speerpunt(document.text, section.start, section.heading_end, 0.8)


def _is_running(document: Document, heading: str) -> bool:
    """Whether a heading is the head of a page: the paper's title, its municipality, or what stands there often."""
    words, identity = _folded(heading), document.identity
    own = {_folded(identity.title), *(_folded(f"gemeente {name}") for name in identity.municipalities)}
    return words in own or sum(_folded(section.path[-1]) == words for section in document.sections) >= _OFTEN


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()


def _listed(document: Document, section: Section, stop: int) -> Iterator[Speerpunt]:
    """The items right below a heading, before the headings below it, which may tell more of each."""
    text = document.text
    blocks = [block for block in document.blocks if section.heading_end <= block.start < stop]
    listed = [block for block in blocks if is_item(text, block)]
    outer = min((block.level or 1 for block in listed), default=1)
    items = [block for block in listed if (block.level or 1) == outer]
    for block in items or _titles(text, blocks) or _opened(text, blocks):
        spans = sentence_spans(text, without_mark(text, block.start, block.end), block.end)
        if spans:
            start, end = spans[0]
            yield speerpunt(text, start, end, 0.75, lead_of(text, start, end))


def _titles(text: str, blocks: list[Block]) -> list[Block]:
    """Short lines without a stop, each above a paragraph that has one: headings that weren't read as such."""
    quotes = [(block, text[block.start : block.end].strip()) for block in blocks if block.role == "paragraph"]
    titles = [
        block
        for (block, title), (_, told) in pairwise(quotes)
        if len(title) <= _LONGEST_TITLE and title[-1:].isalnum() and told.endswith(".")
    ]
    return titles if len(titles) > 1 else []


def _opened(text: str, blocks: list[Block]) -> list[Block]:
    """Paragraphs that all open with a few words without a verb: "Lage lasten. De belasting stijgt niet.", or a list."""
    told = [sentence_spans(text, block.start, block.end) for block in blocks if block.role == "paragraph"]
    if len(told) < len(blocks) or not all(told):
        return []
    are_named = len(told) > 1 and all(_is_named(text, *spans[0]) for spans in told)
    return blocks if are_named or _is_list_of_sentences(text, told) else []


def _is_list_of_sentences(text: str, told: list[list[tuple[int, int]]]) -> bool:
    """Whether paragraphs are a list without bullets: three or more of one short sentence, none about priorities."""
    return len(told) >= _FEWEST_SENTENCES and all(
        len(spans) == 1
        and text[spans[0][0] : spans[0][1]].endswith(".")
        and spans[0][1] - spans[0][0] <= LONGEST_HEADING
        and not cue("priorities").search(text, *spans[0])
        for spans in told
    )


def _is_named(text: str, start: int, end: int) -> bool:
    """Whether a sentence is no more than a few words, or opens with them: "Taal: elke wijk krijgt een taalcafé."."""
    stop = start + len(lead_of(text, start, end) or text[start:end])
    return stop - start <= _LONGEST_LEAD and not holds_clause(tokenise(text, start, stop))


def _in_tables(document: Document) -> Iterator[Found]:
    """The cells of a column "Speerpunt" or "Prioriteit" that name something."""
    column: tuple[int | None, int, tuple[int, int]] | None = None
    for block in document.blocks:
        if block.role != "table_row" or len(block.cells) < MIN_COLUMNS:
            continue
        heads = [
            i for i, cell in enumerate(block.cells) if cue("column").fullmatch(document.text[slice(*cell)].strip())
        ]
        if heads:
            column = block.table, heads[0], block.cells[heads[0]]
        elif column and column[0] == block.table and column[1] < len(block.cells):
            yield from (Found(each, column[2]) for each in _of_cell(document.text, *block.cells[column[1]]))


def _of_cell(text: str, start: int, end: int) -> Iterator[Speerpunt]:
    quote = text[start:end]
    if MIN_CELL <= len(quote.strip()) <= LONGEST_HEADING and not cue("no_item").fullmatch(quote.strip()):
        yield speerpunt(text, without_mark(text, start, end), end, 0.75)


def _dated(text: str, found: Found, anchor: Anchor, default: Period | None) -> Speerpunt:
    """The speerpunt with the time that it names itself, else that of what makes it one, else that of the plan."""
    own = found.speerpunt.start, found.speerpunt.end
    stated = (
        expression.period
        for start, end in (own, found.because)
        for expression in time_expressions(text, start, end, anchor)
        if expression.period != OPEN and not _is_of_adoption(text, start, end, expression)
        if not _is_over(text, start, expression, default)
    )
    return replace(found.speerpunt, period=next(stated, default))


def _is_over(text: str, start: int, expression: TimeExpression, default: Period | None) -> bool:
    """Whether a time before the plan's years is only compared with, or too short: the month of a decision."""
    begins, ends = expression.period.start, expression.period.end
    if default is None or default.start is None or begins is None or ends is None or ends >= default.start:
        return False
    is_short = (ends - begins).days < _SHORTEST_TERM
    return is_short or bool(_COMPARED.search(text, max(start, expression.start - 4), expression.end))


def _is_of_adoption(text: str, start: int, end: int, expression: TimeExpression) -> bool:
    """Whether a time is that on which the plan was adopted, not the term that it is for."""
    begin, stop = expression.period.start, expression.period.end
    if begin and stop and begin.year < stop.year:
        return False
    before = _CLAUSE_ENDS.split(text[start : expression.start])[-1]
    after = _CLAUSE_ENDS.split(text[expression.end : end], maxsplit=1)[0]
    return bool(_ADOPTED.search(f"{before} {after}"))


def _once(speerpunten_found: Iterable[Speerpunt]) -> list[Speerpunt]:
    """Each label once under a parent: where it has a heading or item of its own, there where the rule is surest."""
    kept: dict[tuple[str, str | None], Speerpunt] = {}
    for each in speerpunten_found:
        key = (_ARTICLE.sub("", _folded(each.label)), each.parent)
        if key not in kept or each.confidence > kept[key].confidence:
            kept[key] = each
    return sorted(kept.values(), key=lambda each: each.start)
