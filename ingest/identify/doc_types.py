"""The types of documents that Speerpunt knows (data/doc_types.tsv)."""

from dataclasses import dataclass
from functools import cache

from ingest.lexicon import read_rows


@dataclass(frozen=True, slots=True)
class DocType:
    """A type of document: its id, its Dutch label, and which years and periods it can have.

    Attributes:
        has_year: it is about a year that it names ("Begroting 2022").
        is_dated: it is of one day, and so about the year of that day (a verslag, a letter).
    """

    id: str
    label: str
    family: str
    has_year: bool
    is_dated: bool
    period: str


@cache
def doc_types() -> dict[str, DocType]:
    """All types by id, in the order of the ontology."""
    return {
        row["id"]: DocType(
            row["id"],
            row["label"],
            row["familie"],
            row["jaar"] == "verslagjaar",
            row["jaar"] == "datum",
            row["periode"],
        )
        for row in read_rows("doc_types.tsv")
    }
