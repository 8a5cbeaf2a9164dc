"""Decisions that stand in one run of text: "Beslispunten 1. ... 2. ...", "heeft besloten tot het ...; het ...; ..."."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.dutch import Span, sentence_spans
from ingest.model import Block

_NUMBERED = re.compile(
    r"(?<![\w-])(?P<head>Beslispunten|(?:Voorgesteld|Gevraagd|Te nemen|Ontwerp)[ -]?[Bb]esluit)\s*:?\s+(?=1[.)]\s)"
)
_LISTED = re.compile(r"\b(?:heeft|hebben) [^.:;\n]{0,80}\bbesloten (?:tot|om)\b:?\s+(?=[^;\n]{10,300};)")
_END = re.compile(r"[.!?](?=\s|\Z)")
_NUMBER = re.compile(r"\s*\b(?P<number>\d{1,2})[.)]\s+(?=[A-Z])")


@dataclass(frozen=True)
class Run:
    """Decisions in one run of text; `is_open` where they are proposed and not taken yet."""

    start: int
    end: int
    is_open: bool
    items: tuple[Block, ...]


def runs_in(text: str, block: Block) -> Iterator[Run]:
    """The runs of decisions in a block, in order."""
    numbered = _NUMBERED.search(text, block.start, block.end)
    if numbered:
        yield _run(numbered.start(), list(_numbered(text, numbered.end(), block.end)), is_open=True)
    for listed in _LISTED.finditer(text, block.start, block.end):
        yield _run(listed.start(), list(_listed(text, listed.end(), block.end)), is_open=False)


def _run(start: int, spans: list[Span], *, is_open: bool) -> Run:
    items = tuple(Block(begin, end, "list_item") for begin, end in spans if begin < end)
    return Run(start, spans[-1][1], is_open, items)


def _numbered(text: str, start: int, end: int) -> Iterator[Span]:
    """The items of a run behind their numbers, one of which may be lost; the last ends with its sentence."""
    marks = [_NUMBER.match(text, start, end)]
    for mark in _NUMBER.finditer(text, start, end):
        last = marks[-1]
        if last and int(last["number"]) < int(mark["number"]) <= int(last["number"]) + 2:
            marks.append(mark)
    begins = [mark for mark in marks if mark]
    for mark, following in zip(begins, [*begins[1:], None], strict=True):
        sentence = sentence_spans(text, mark.end(), end)[0]
        yield mark.end(), following.start() if following else sentence[1]


def _listed(text: str, start: int, end: int) -> Iterator[Span]:
    """The items between semicolons, up to the end of the sentence."""
    stop = _END.search(text, start, end)
    last = stop.start() if stop else end
    for part in re.finditer(r"[^;]+", text[start:last]):
        lead = len(part.group()) - len(part.group().lstrip())
        yield start + part.start() + lead, start + part.start() + len(part.group().rstrip())
