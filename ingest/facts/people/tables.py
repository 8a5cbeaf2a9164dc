"""Officials in tables: a column for the portfolio holder, or one for each of name, office and portfolio."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.facts.people.fields import HOLDER_RANK, value
from ingest.facts.people.office_words import Office, offices
from ingest.facts.people.offices import Holding
from ingest.facts.people.topic_words import is_topical
from ingest.lexicon import read_rows
from ingest.model import Block

IN_COLUMN = 0.9

_KINDS = ("holder", "name", "office", "portfolio", "subject")
_MOST_WORDS = 3
"""Of a subject that is a portfolio too; a longer one is only what a row is about: "Fietspad langs de Zeeweg"."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a table of people has what; None for what it lacks. A subject may be a portfolio, or of this row alone."""

    table: int | None
    holder: int | None
    name: int | None
    office: int | None
    portfolio: int | None
    subject: int | None

    @property
    def last(self) -> int:
        columns = (self.holder, self.name, self.office, self.portfolio, self.subject)
        return max(each for each in columns if each is not None)


@cache
def _heads() -> dict[str, str]:
    heads = {row["label"]: "holder" for row in read_rows("fields.tsv") if row["kind"] == "holder"}
    return heads | {row["head"]: row["column"] for row in read_rows("people_columns.tsv")}


def in_tables(text: str, blocks: tuple[Block, ...]) -> Iterator[Holding]:
    """The officials in tables whose head says which column holds them."""
    at: _Columns | None = None
    for block in blocks:
        if block.role != "table_row":
            continue
        head = _columns(text, block)
        if head:
            at = head
        elif at and at.table == block.table and at.last < len(block.cells):
            yield from _row(text, block, at)


def _columns(text: str, block: Block) -> _Columns | None:
    """The columns that a row names if it is the head of a table of people."""
    kinds = [_heads().get(" ".join(text[slice(*cell)].split()).strip(" :").casefold()) for cell in block.cells]
    if "portfolio" in kinds:
        kinds = ["holder" if kind == "member" else kind for kind in kinds]
    at = {kind: kinds.index(kind) for kind in _KINDS if kind in kinds}
    people = "name" in at and ("office" in at or "portfolio" in at)
    holders = "holder" in at and (len(block.cells) > 2 or "portfolio" in at)
    if not people and not holders:
        return None
    return _Columns(block.table, *(at.get(kind) for kind in _KINDS))


def _row(text: str, block: Block, at: _Columns) -> Iterator[Holding]:
    topics = _topics(text, block, at)
    if at.holder is not None:
        for name in value(text, *block.cells[at.holder]):
            yield Holding(name, "portefeuillehouder", HOLDER_RANK, IN_COLUMN, topics or None, is_holder=True)
    elif at.name is not None:
        yield from _person(text, block, at, block.cells[at.name], topics)


def _topics(text: str, block: Block, at: _Columns) -> str:
    """What a row gives in portfolio; "" where it doesn't say."""
    column = at.subject if at.portfolio is None else at.portfolio
    topics = " ".join(text[slice(*block.cells[column])].split()) if column is not None else ""
    is_portfolio = at.portfolio is not None or (len(topics.split()) <= _MOST_WORDS and is_topical(topics))
    return topics if is_portfolio else ""


def _person(text: str, block: Block, at: _Columns, named: tuple[int, int], topics: str) -> Iterator[Holding]:
    """The one official of a row; the office has a cell of its own, or stands in that of the name."""
    office = _office(text, named if at.office is None else block.cells[at.office])
    names = value(text, *named)
    if office and len(names) == 1 and (names[0].given or at.office is None):
        yield Holding(names[0], office.role, office.rank, IN_COLUMN, topics or None, is_holder=bool(topics))


def _office(text: str, cell: tuple[int, int]) -> Office | None:
    return next((each for each in offices(text[slice(*cell)]) if not each.plural), None)
