"""Stretches of a text whose items are goals: below "Wat willen we bereiken?", "Doelstellingen", "Doel 1.2 ..."."""

from dataclasses import dataclass

from ingest.fact_types import Goal, GoalLevel
from ingest.facts.aims.goal_marks import is_cue, level_of, mark_at, section_number
from ingest.model import Document

_LONGEST = 160
"""Characters of a heading, line or cell that can open a part or name a goal."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch below a heading or line.

    Attributes:
        depth: the outline level of the heading.
        items: the level of the goals that it holds, or None.
        coded: whether only what has a code counts.
        lines: whether plain lines right below count, too, and `single` whether one alone does.
        results: whether its heading announces results, each of which may take a paragraph.
        goal: that the heading names.
        number: of the heading, by which its own sub-headings are numbered.
        closed: whether nothing below counts, whatever it is called.
    """

    depth: int
    items: GoalLevel | None = None
    coded: bool = False
    lines: bool = False
    single: bool = False
    results: bool = False
    goal: Goal | None = None
    number: tuple[str, ...] = ()
    closed: bool = False


def opened_by(words: str, depth: int, now: Part, *, can_be_weak: bool) -> Part | None:
    """The part that a heading or line opens by what it asks or is called.

    Args:
        now: the part that it stands in.
        can_be_weak: whether "Activiteiten" opens one here, because a programma or goal stands above it.
    """
    number = section_number(words)
    if level := level_of("question", words):
        return Part(depth, level, lines=True, number=number)
    if level := level_of("label", words):
        return Part(depth, level, lines=True, single=True, number=number)
    if level := level_of("done", words):
        return Part(depth, level, coded=True, number=number)
    weak = level_of("weak", words)
    if weak and (can_be_weak or now.items == weak):
        return Part(depth, weak, lines=True, coded=now.coded, number=number, results=is_cue("results", words))
    return None


def holds_goals(document: Document, start: int) -> bool:
    """Whether something below the heading at `start` asks what is to be reached, or names a goal."""
    end = next((section.end for section in document.sections if section.start == start), start)
    inside = [block for block in document.blocks if start < block.start < end]
    spans = [span for block in inside for span in block.cells or ((block.start, block.end),)]
    return any(
        level_of("question", document.text[a:b]) or mark_at(document.text, a, b) for a, b in spans if b - a <= _LONGEST
    )


def programme_lines(document: Document) -> frozenset[int]:
    """Where lines open a programma, in a document without headings that do: "Programma 1 - Veiligheid".

    A line that repeats the one before it is the head of the next page.
    """
    marks = [(block, mark_at(document.text, block.start, block.end)) for block in document.blocks]
    found = [(block, mark.code) for block, mark in marks if mark and mark.level == "programma" and mark.code]
    if any(block.role == "heading" for block, _ in found):
        return frozenset()
    lines = [(block, code) for block, code in found if _is_line(document.text[block.start : block.end])]
    before = [None, *(code for _, code in lines)]
    return frozenset(block.start for (block, code), last in zip(lines, before, strict=False) if code != last)


def _is_line(words: str) -> bool:
    return len(words) <= _LONGEST and not words.rstrip().endswith((".", ":", ";", ","))
