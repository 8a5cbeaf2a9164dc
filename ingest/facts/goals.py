"""The goal tree of a plan: programma, doel, subdoel and prestatie, with their codes.

The blocks of a document are gone through in order. A heading such as "Wat willen we bereiken?" opens a part whose
items are goals of one level, until a heading as high closes it; what says that it is a goal ("Doel 1.2 ...") needs no
such part.
Goals of other bodies, of reserves and taxes, and headings of the budget aren't goals of the municipality.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property

from ingest.dutch import sentence_spans
from ingest.fact_types import Goal, GoalLevel, Period
from ingest.facts.aims.enumerations import is_item, without_mark
from ingest.facts.aims.goal_lines import (
    LONGEST_LABEL,
    has_verb,
    is_listed,
    is_person,
    label_of,
    refers_back,
    says_something,
)
from ingest.facts.aims.goal_marks import (
    Mark,
    code_at,
    glued,
    is_cue,
    is_label,
    is_taakveld,
    lead_level,
    mark_at,
    parts,
    plain,
    programme_at,
)
from ingest.facts.aims.goal_parts import Part, holds_goals, opened_by, programme_lines
from ingest.facts.aims.goal_tables import Columns, cells_of, columns_of, has_goals
from ingest.facts.aims.goal_tree import Tree, remember
from ingest.facts.confidence import group_of
from ingest.facts.periods import months
from ingest.model import Block, Document

_LONGEST_LINE = 120
"""Of a line that may be a heading which the reader took for a paragraph, or the lead of a list."""
_LINE = 98
"""The outline level of a goal that opens a line; the part that a line opens lies one deeper. Headings close both."""
_BUDGETS = frozenset({"programmabegroting", "jaarstukken", "tussenrapportage", "kadernota"})
"""The documents in which "P1 Veiligheid" and "Programma Veiligheid" are a programma of the budget."""
_SAFETY = frozenset({"ivp", "ivp_regionaal", "uitvoering_veiligheid"})
_WITH_GOALS = _BUDGETS | _SAFETY | {"coalitieakkoord", "collegeprogramma", "beleidsnota", None}
"""Plans of a municipality and reports on them, and what may be one."""
_SURE = {"mark": 0.9, "code": 0.85, "item": 0.8, "table": 0.8, "line": 0.75}


def goals(document: Document) -> list[Goal]:
    """The goals of a plan or a report on one, in order, each once a programma."""
    if document.identity.doc_type.value not in _WITH_GOALS:
        return []
    walk = _Walk(document)
    walk.run()
    return sorted(walk.tree.goals, key=lambda goal: goal.start)


@dataclass
class _Walk:
    """Where one is in the document: the parts that are open, the programma, and the goals so far."""

    document: Document
    tree: Tree = field(default_factory=Tree)
    programme: Goal | None = None
    programme_depth: int = 0
    open: list[Part] = field(default_factory=list)
    near: list[tuple[int, Goal]] = field(default_factory=list)
    columns: Columns | None = None
    row_goal: Goal | None = None

    def run(self) -> None:
        blocks = self._visible()
        for i, block in enumerate(blocks):
            following = blocks[i + 1] if i + 1 < len(blocks) else None
            if block.role == "heading":
                self._heading(block, following)
            elif block.role == "table_row":
                self._row(block)
            elif block.role in ("paragraph", "list_item"):
                self._line(block, blocks, i)

    def _visible(self) -> list[Block]:
        hidden = [(s.start, s.end) for s in self.document.sections if s.layer in ("contents", "boilerplate")]
        return [block for block in self.document.blocks if not any(a <= block.start < b for a, b in hidden)]

    @cached_property
    def _period(self) -> Period | None:
        year = self.document.identity.reporting_year.value
        return self.document.identity.plan_period.value or (months(year, 1, 12) if year else None)

    @cached_property
    def _programme_lines(self) -> frozenset[int]:
        return programme_lines(self.document)

    @property
    def _text(self) -> str:
        return self.document.text

    @property
    def _now(self) -> Part:
        return self.open[-1] if self.open else Part(0)

    def _close(self, test: Callable[[Part], bool]) -> None:
        while self.open and test(self.open[-1]):
            self.open.pop()

    def _heading(self, block: Block, following: Block | None) -> None:
        depth = block.level or 1
        words = self._text[block.start : block.end]
        self._close(lambda part: part.depth >= depth)
        self.near = [(at, goal) for at, goal in self.near if at <= depth]
        if self._opens_programme(block, depth):
            return
        if self._now.closed or is_cue("foreign", words):
            self._leave_programme(depth - 1)
            self.open.append(Part(depth, closed=True))
            return
        part = self._part(words, depth)
        if part is None and not self._goal_heading(block, depth, following):
            self._leave_programme(depth)
            self.open.append(self._topic(words, depth))
        elif part:
            self.open.append(part)

    def _topic(self, words: str, depth: int) -> Part:
        if is_cue("stop", words):
            return Part(depth)
        return replace(self._now, depth=depth, lines=False, single=False, results=False, goal=None)

    def _leave_programme(self, depth: int) -> None:
        if depth < self.programme_depth:
            self.programme, self.programme_depth = None, 0

    def _opens_programme(self, block: Block, depth: int) -> bool:
        mark = mark_at(self._text, block.start, block.end)
        if mark is None and self.document.identity.doc_type.value in _BUDGETS and not self._now.items:
            mark = programme_at(self._text, block.start, block.end)
            if mark and mark.code is None and not holds_goals(self.document, block.start):
                return False
        if mark is None or mark.level != "programma":
            return False
        self.open, self.near = [], []
        found = self._add(block.start, block.end, mark, "mark")
        if found is None:
            found = next(
                (goal for goal in self.tree.goals if goal.level == "programma" and goal.code == mark.code), None
            )
        self.programme, self.programme_depth = found, depth
        return True

    def _part(self, words: str, depth: int) -> Part | None:
        can_be_weak = bool(self.programme or self._doelen(depth))
        return opened_by(words, depth, self._now, can_be_weak=can_be_weak)

    def _doelen(self, depth: int) -> list[Goal]:
        return [goal for at, goal in self.near if at <= depth] + [part.goal for part in self.open if part.goal]

    def _goal_heading(self, block: Block, depth: int, following: Block | None) -> bool:
        mark = mark_at(self._text, block.start, block.end)
        now = self._now
        rule = "mark"
        if mark is None and now.items and not (now.goal and now.goal.level == "prestatie"):
            rule, mark = "code", self._own_code(block, now)
        if mark is None:
            return False
        goal = self._add(block.start, block.end, mark, rule, depth=depth)
        if goal is None and mark.code and mark.end >= block.end and following and following.role == "paragraph":
            goal = self._add(following.start, following.end, replace(mark, end=following.start), rule, depth=depth)
        if goal is None:
            return False
        below = now.items if now.items == "prestatie" and goal.level != "prestatie" else None
        self.open.append(Part(depth, below, coded=now.coded, lines=True, goal=goal))
        remember(self.near, depth, goal)
        return True

    def _own_code(self, block: Block, part: Part) -> Mark | None:
        """The code of a heading that has one of its own; the number of a section says nothing, then a clause does."""
        level = part.items
        if level is None:
            return None
        mark = code_at(self._text, block.start, block.end, level)
        code = parts(mark.code or "") if mark else ()
        is_numbered = bool(part.number) and code[: len(part.number)] == part.number
        if mark and (level != "prestatie" or not is_numbered):
            return mark
        is_topic = (
            part.coded
            or part.goal is not None
            or not has_verb(self._text, mark.end if mark else block.start, block.end)
        )
        return (
            None if is_topic or is_cue("stop", self._text[block.start : block.end]) else Mark(level, None, block.start)
        )

    def _line(self, block: Block, blocks: list[Block], i: int) -> None:
        if block.start in self._programme_lines and self._opens_programme(block, _LINE):
            return
        if self._now.closed:
            return
        words = self._text[block.start : block.end]
        if block.role == "paragraph" and len(words) <= _LONGEST_LINE and self._opens_part(words):
            return
        mark = mark_at(self._text, block.start, block.end)
        if mark and mark.level != "programma":
            if not (mark.code and refers_back(self._text, mark.end, block.end)):
                self._marked_line(block, mark)
        elif self._now.items:
            self._item(block, blocks, i, self._now.items)

    def _opens_part(self, words: str) -> bool:
        part = self._part(words, _LINE + 1)
        level = self._now.items
        is_item_of_part = level is not None and code_at(words, 0, len(words), level) and is_label(plain(words))
        if part is None and is_cue("stop", words) and not is_item_of_part:
            part = Part(_LINE + 1)
        lead = lead_level(words)
        if lead == "prestatie" and group_of(self.document.identity.doc_type.value) == "report":
            lead = None  # below "de volgende acties:" a report lists what was done
        if part is None and lead and (self.programme or self._doelen(_LINE) or self._now.items):
            part = Part(_LINE + 1, lead, lines=True)
        if part:
            self._close(lambda other: other.depth > _LINE)
            self.open.append(part)
        return part is not None

    def _marked_line(self, block: Block, mark: Mark) -> None:
        goal = self._add(block.start, block.end, mark, "mark")
        if goal is None:
            return
        self._close(lambda other: other.depth >= _LINE)
        remember(self.near, self._now.depth, goal)
        if block.role == "paragraph" and goal.level != "prestatie":
            self.open.append(Part(_LINE, goal=goal))

    def _item(self, block: Block, blocks: list[Block], i: int, level: GoalLevel) -> None:
        start = block.start
        mark = code_at(self._text, start, block.end, level)
        listed = is_item(self._text, block)
        if mark is None and not listed and not is_listed(self._text, blocks, i, self._now):
            return
        if (mark is None and self._now.coded) or (listed and (block.level or 1) > 1):
            return
        if mark is None:
            start = without_mark(self._text, start, block.end)
        rule = "code" if mark else "item" if listed else "line"
        for end, each in glued(self._text, block.end, mark or Mark(level, None, start)):
            goal = self._add(start, end, each, rule)
            start = end
            if goal:
                remember(self.near, self._now.depth, goal)

    def _row(self, row: Block) -> None:
        if heads := columns_of(self._text, row):
            self.columns, self.row_goal = heads, None
            return
        columns = self.columns
        if columns is None or columns.table != row.table or self._now.closed:
            return
        if not (has_goals(columns) or self._now.items == "prestatie" or (columns.results and self.programme)):
            return
        for cell in cells_of(self._text, row, columns):
            around = [self.row_goal] if self.row_goal else []
            goal = self._add(cell.start, cell.end, cell.mark, "table", around)
            if goal and goal.level != "prestatie":
                self.row_goal = goal

    def _add(
        self, start: int, end: int, mark: Mark, rule: str, around: list[Goal] | None = None, depth: int | None = None
    ) -> Goal | None:
        spans = sentence_spans(self._text, mark.end, end)
        if not spans or spans[0][1] - spans[0][0] > LONGEST_LABEL:
            return None
        first = spans[0]
        label = label_of(self._text[first[0] : first[1]])
        if not is_label(label) or is_taakveld(mark.code, label) or is_person(label):
            return None
        if rule == "line" and not says_something(label):
            return None
        goal = Goal(
            start,
            first[1],
            self._text[start : first[1]],
            _SURE[rule],
            label,
            mark.level,
            mark.code,
            period=self._period,
        )
        programme = None if mark.level == "programma" else self.programme
        above = [part.goal for part in self.open if part.goal] if around is None else around
        near = [goal for at, goal in self.near if at <= (depth or self._now.depth)]
        return self.tree.add(goal, programme, above, near)
