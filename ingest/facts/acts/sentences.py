"""Which sentences are read for acts: not those that are a goal, quote a law, ask, or are figures in a row."""

import re
from collections.abc import Iterator
from itertools import chain

from ingest.dutch import Span, sentence_spans
from ingest.facts.acts.headings import heading
from ingest.model import Block, Document, Section

_NUMBERED_GOAL = re.compile(r"(?:[Ss]ub)?[Dd]oel(?:stelling)? \d+(?:\.\d+)*[.:]? [A-Z][^.\n]*\.?(?=\n|\Z)")
"""Such a goal on a line of its own, where it isn't marked as a heading."""
_ENOUGH_OF_A_GOAL = 50
"""A sentence that begins like a goal in a heading repeats it."""
_ASKS = re.compile(
    r"(?:wat|hoe|waarom|wanneer|wie|welke \w+) (?:\w+ ){0,2}(?:gaan|willen|doen|hebben|is|zijn|heeft|wil|gaat)\b"
)
"""A heading such as "Wat hebben we bereikt", which has no question mark."""
_LAW = re.compile(
    r"\[?\d{1,2}[\])]?\s+art(?:ikel|\.)\s+\d+\w*|art(?:ikel|\.)\s+\d+[\w.:]*[^.\n]{0,60}(?:wet|besluit|verordening)[^.\n]{0,30}:",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"(?<![€\d.,])(?<!€ )\b\d{1,3}(?:\.\d{3})+\b")
_MOST_FIGURES = 3
_MOST_WORDS_ABOVE_A_LIST = 4
"""Of "Wij stellen voor:" and the like, which say nothing without the list below."""
_ANNOUNCES = re.compile(
    r"\b(?:besluit(?:en)?(?: [\w-]+){0,5}|stelt? (?:[\w-]+ )*voor|(?:het|de) volgende\b[^.:]*"
    r"|onderzocht|toegezegd|(?:zegt|zegde|zeggen) [^.:]*toe|(?:om|voor|aan|dat|met))"
    r"\s?:\Z",
    re.IGNORECASE,
)
"""What only leads in the list below: "De raad besluit in meerderheid:"."""
_LOOSE = re.compile(r"(?:[\d.]+\s)?\w+ (?:en )?\w+")
"""Two words without a full stop are no sentence, nor joined by "en": "We helpen", "Wonen en bouwen"."""
_SHORTEST_PROSE = 200
"""Of a cell of a table that is read as prose."""
_LONGEST = 600
"""Longer sentences are tables or lists that were read as one; what they say can't be cited as one act."""


def sentences_by_block(document: Document) -> Iterator[list[Span]]:
    """The sentences of each block that says something, block by block."""
    goals = " ".join(s.path[-1] for s in document.sections if heading("goal").match(s.path[-1]))
    skipped = [(s.start, s.end) for s in document.sections if _says_nothing(s)]
    listed = [(s.start, s.end) for s in document.sections if s.layer == "contents"]
    blocks = document.blocks or (Block(0, len(document.text), "paragraph"),)
    for block in chain.from_iterable(_with_told_cells(document.text, block) for block in blocks):
        if block.role in ("table_row", "caption") or any(a <= block.start < b for a, b in skipped):
            continue
        if any(a <= block.start < b for a, b in listed) and document.text[block.end - 1] not in ".!":
            continue  # below a heading "Inhoud" may as well stand the text itself
        if block.role == "heading" and heading("goal").match(document.text, block.start, block.end):
            continue
        if _NUMBERED_GOAL.match(document.text, block.start, block.end):
            continue
        spans = [] if _quotes_law(document.text, block) else sentence_spans(document.text, block.start, block.end)
        yield [span for span in spans if document.text[span[0] : span[1]][:_ENOUGH_OF_A_GOAL] not in goals or not goals]


def _with_told_cells(text: str, block: Block) -> Iterator[Block]:
    """The block, or of the row of a table the cells that are prose: a register of risks tells what will be done."""
    if block.role != "table_row":
        yield block
    for start, end in block.cells if block.role == "table_row" else ():
        if end - start >= _SHORTEST_PROSE and text[start:end].rstrip().endswith("."):
            yield Block(start, end, "paragraph")


def _says_nothing(section: Section) -> bool:
    is_guide = any(heading("guide").match(part) for part in section.path)
    return section.layer == "boilerplate" or is_guide or bool(heading("books").match(section.path[-1]))


def _quotes_law(text: str, block: Block) -> bool:
    """Whether it is a footnote, or a section of law quoted behind a number or a colon."""
    return block.role == "footnote" or bool(_LAW.match(text, block.start, block.end))


def is_readable(sentence: str) -> bool:
    """Whether it is a statement: no question, no announcement of a list, and no row of figures read as a sentence."""
    bare = sentence.rstrip("”’\"' )")
    is_question = bare.endswith("?") or (not bare.endswith(".") and bool(_ASKS.match(sentence.lower())))
    if sentence.endswith(":") and (len(sentence.split()) <= _MOST_WORDS_ABOVE_A_LIST or _ANNOUNCES.search(sentence)):
        return False
    if _LOOSE.fullmatch(sentence):
        return False
    return len(sentence) <= _LONGEST and not is_question and len(_FIGURES.findall(sentence)) < _MOST_FIGURES
