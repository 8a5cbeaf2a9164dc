"""The queries, the nonsense and the named cases as they stand in the files beside this module."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from evaluation.queries.anchors import Anchor

FOLDER = Path(__file__).parent

Collection = Literal["corpus", "documents"]
Split = Literal["tune", "report"]


@dataclass(frozen=True, slots=True)
class Query:
    """A question of a user, with the places that answer it.

    Attributes:
        user: raadslid, beleidsmedewerker or journalist.
        split: `tune` may be looked at while search is worked on; `report` only tells how good it is.
        relevant: places with their grade, 1 (touches on it) to 3 (answers it); empty of an unanswerable question.
    """

    id: str
    split: Split
    user: str
    text: str
    tags: tuple[str, ...]
    collection: Collection
    answerable: bool
    relevant: tuple[tuple[Anchor, int], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing that search must do, over the sample corpus.

    Attributes:
        expected: each must be among the first `within` hits.
        forbidden: none of these may be among the hits.
        below: may only come after all that is expected.
        together: copies of one text, which must be folded under one hit among the first `within`.
        unmet: why it isn't met yet; None for one that is.

    A case with none of these must find nothing.
    """

    name: str
    kind: str
    query: str
    within: int
    expected: tuple[Anchor, ...] = ()
    forbidden: tuple[Anchor, ...] = ()
    below: tuple[Anchor, ...] = ()
    together: tuple[Anchor, ...] = ()
    unmet: str | None = None

    @property
    def silent(self) -> bool:
        """Whether nothing may be found."""
        return not (self.expected or self.forbidden or self.below or self.together)


def queries() -> list[Query]:
    """All, in order of id."""
    return [_query(line) for line in _lines("queries.jsonl")]


def cases() -> list[Case]:
    """All, in order of the file."""
    return [_case(line) for line in _lines("cases.jsonl")]


def nonsense() -> list[str]:
    """Questions that no municipality's documents answer."""
    return (FOLDER / "nonsense.txt").read_text(encoding="utf-8").splitlines()


def _lines(file: str) -> Iterator[dict[str, Any]]:
    for line in (FOLDER / file).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def _query(line: dict[str, Any]) -> Query:
    return Query(
        id=line["id"],
        split=line["split"],
        user=line["user"],
        text=line["query"],
        tags=tuple(line["tags"]),
        collection=line["collection"],
        answerable=line["answerable"],
        relevant=tuple((_anchor(item), item["grade"]) for item in line["relevant"]),
    )


def _case(line: dict[str, Any]) -> Case:
    return Case(
        name=line["name"],
        kind=line["kind"],
        query=line["query"],
        within=line["within"],
        unmet=line.get("unmet"),
        **{
            part: tuple(_anchor(item) for item in line.get(part, ()))
            for part in ("expected", "forbidden", "below", "together")
        },
    )


def _anchor(item: dict[str, Any]) -> Anchor:
    place = (item["start"], item["end"]) if "start" in item else None
    return Anchor(item["file"], item.get("anchor", ""), place, item.get("page"))
