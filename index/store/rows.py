"""What a library gives back: a document, a passage or a fact with what it stands in."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from index.store.codec import read_fact, read_identity
from ingest.fact_types import Fact
from ingest.model import Identity, Page, Section, Source, Status, ThemeScore

DOCUMENT_COLUMNS = (
    "d.id, d.path, d.file, d.sha256, d.format, d.url, d.identity, d.status, d.problems, "
    "d.characters, d.page_count, d.pipeline"
)
PASSAGE_COLUMNS = 'p.id, p.document_id, p.start, p."end", p.page, p.heading_path, p.searchable, p.text'
FACT_COLUMNS = (
    'f.id, f.document_id, f.kind, f.start, f."end", f.text, f.confidence, f.attributes, f.page, '
    "f.heading_path, f.passage_id"
)


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A file the library knows: all but its text.

    Attributes:
        id: changes when a new version of the file is read.
        identity: each part with confidence and evidence.
        problems: of a failed file, the reason and the remedy.
        page_count: None where the format has no pages.
        pipeline: the version of the rules that read it.
    """

    id: int
    source: Source
    identity: Identity
    status: Status
    problems: tuple[str, ...]
    characters: int
    page_count: int | None
    pipeline: str

    @property
    def file(self) -> str:
        return self.source.file

    @property
    def title(self) -> str:
        return self.identity.title

    @property
    def municipality(self) -> str | None:
        return self.identity.municipality.value

    @property
    def doc_type(self) -> str | None:
        return self.identity.doc_type.value

    @property
    def year(self) -> int | None:
        """The reporting year, if it is known."""
        return self.identity.reporting_year.value


@dataclass(frozen=True, slots=True)
class PassageRow:
    """A passage and its document; `themes` run from the most to the least probable."""

    id: int
    document: DocumentRow
    start: int
    end: int
    text: str
    page: int | None
    heading_path: tuple[str, ...]
    themes: tuple[ThemeScore, ...]
    searchable: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact and where it stands; `themes` are those of the passage that it starts in."""

    id: int
    document: DocumentRow
    fact: Fact
    page: int | None
    heading_path: tuple[str, ...]
    themes: tuple[ThemeScore, ...]
    passage_id: int | None


@lru_cache(maxsize=8192)
def strings(packed: str) -> tuple[str, ...]:
    """A list of strings that is kept as JSON: headings and cues, most of which come many times."""
    return tuple(json.loads(packed))


@lru_cache(maxsize=16384)
def document_row(row: tuple[Any, ...]) -> DocumentRow:
    """From DOCUMENT_COLUMNS."""
    source = Source(path=row[1], file=row[2], sha256=row[3], format=row[4], url=row[5])
    identity, problems = read_identity(row[6]), strings(row[8])
    return DocumentRow(row[0], source, identity, row[7], problems, row[9], row[10], row[11])


def passage_row(
    row: sqlite3.Row, documents: Mapping[int, DocumentRow], themes: Mapping[int, tuple[ThemeScore, ...]]
) -> PassageRow:
    """From PASSAGE_COLUMNS."""
    return PassageRow(
        id=row[0],
        document=documents[row[1]],
        start=row[2],
        end=row[3],
        text=row[7],
        page=row[4],
        heading_path=strings(row[5]),
        themes=themes.get(row[0], ()),
        searchable=bool(row[6]),
    )


def fact_row(
    row: sqlite3.Row, documents: Mapping[int, DocumentRow], themes: Mapping[int, tuple[ThemeScore, ...]]
) -> FactRow:
    """From FACT_COLUMNS."""
    return FactRow(
        id=row[0],
        document=documents[row[1]],
        fact=read_fact(row[2], row[3], row[4], row[5], row[6], row[7]),
        page=row[8],
        heading_path=strings(row[9]),
        themes=themes.get(row[10], ()),
        passage_id=row[10],
    )


def page_row(row: sqlite3.Row) -> Page:
    """From number, start, end, width, height: without line boxes."""
    return Page(number=row[0], start=row[1], end=row[2], width=row[3], height=row[4])


def section_row(row: sqlite3.Row) -> Section:
    """From start, end, heading_end, level, path, layer."""
    return Section(row[0], row[1], row[2], row[3], tuple(json.loads(row[4])), row[5])
