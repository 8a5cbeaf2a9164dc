"""Stretches of a text whose items are goals: below "Wat willen we bereiken?", "Doelstellingen", "Doel 1.2 ..."."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.fact_types import Goal, GoalLevel
from ingest.facts.goal_marks import level_of, mark_at, section_number
from ingest.model import Section


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch below a heading or line.

    Attributes:
        depth: the outline level of the heading.
        items: the level of the goals that it holds, or None.
        coded: whether only what has a code counts.
        lines: whether plain lines right below count, too, and `single` whether one alone does.
        goal: that the heading names.
        number: of the heading, by which its own sub-headings are numbered.
        closed: whether nothing below counts, whatever it is called.
    """

    depth: int
    items: GoalLevel | None = None
    coded: bool = False
    lines: bool = False
    single: bool = False
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
        return Part(depth, weak, lines=True, coded=now.coded, number=number)
    return None


def holds_goals(sections: Iterable[Section], start: int) -> bool:
    """Whether a heading below the one at `start` asks what is to be reached, or names a goal."""
    all_sections = tuple(sections)
    above = next((section for section in all_sections if section.start == start), None)
    below = (s.path[-1] for s in all_sections if above and above.start < s.start < above.end)
    return any(level_of("question", words) or mark_at(words, 0, len(words)) for words in below)
