"""Reading a library: everything that the front doors, search and the derived caches ask of it.

Lists are read whole, or in parts: a reader never holds up the writer's housekeeping.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np

from index.store import paging, reading, streams
from index.store.choice import ANY, Choice
from index.store.connections import Connections
from index.store.filters import Filters
from index.store.moments import newest_first
from index.store.originals import original_file
from index.store.paging import WHOLE, Part
from index.store.reading import Facets
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.store.schema import SCHEMA_VERSION
from index.store.streams import Ids, SearchText, Vectors, among
from ingest.errors import LibraryTooNew, WrongEncoder
from ingest.model import Page, Section, ThemeScore

_REBUILD = "Maak de bibliotheek opnieuw: verwijder de map {folder} en geef daarna `speerpunt ingest` met uw documenten."
_EVERYTHING = Filters()

T = TypeVar("T")


class NamedEncoder(Protocol):
    """What the library asks of an encoder."""

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...


class Reader(Connections):
    """A library in a folder, to read from; `index.library.Library.open` makes it."""

    def __init__(self, folder: Path, *, writable: bool) -> None:
        """Raises LibraryTooNew where another version of Speerpunt made the library."""
        super().__init__(folder, writable=writable)
        self._meta = dict(self._connection.execute("SELECT key, value FROM meta").fetchall())
        self._check_schema()

    def _check_schema(self) -> None:
        version = int(self._meta["schema_version"])
        if version != SCHEMA_VERSION:
            made_by = "nieuwere" if version > SCHEMA_VERSION else "oudere"
            self.close()
            raise LibraryTooNew(
                f"De bibliotheek {self.folder} is gemaakt met een {made_by} versie van Speerpunt.",
                _REBUILD.format(folder=self.folder),
            )

    @property
    def encoder_name(self) -> str:
        return str(self._meta["encoder_name"])

    @property
    def dimension(self) -> int:
        """Of a vector."""
        return int(self._meta["dimension"])

    @property
    def library_id(self) -> str:
        """Another for every library that was ever made, also in the same folder."""
        return str(self._meta["library_id"])

    def check_encoder(self, encoder: NamedEncoder) -> None:
        """Raises WrongEncoder where the vectors of this encoder can't be compared with those in the library."""
        if encoder.fingerprint != self._meta["encoder_fingerprint"]:
            if encoder.name == self.encoder_name:
                problem = f"De bibliotheek {self.folder} is gemaakt met een andere versie van hetzelfde taalmodel"
                raise WrongEncoder(f"{problem} ({encoder.name}).", _REBUILD.format(folder=self.folder))
            raise WrongEncoder(
                f"De bibliotheek {self.folder} is gemaakt met taalmodel {self.encoder_name}, niet met {encoder.name}.",
                "Kies dat model met --model of SPEERPUNT_MODEL. " + _REBUILD.format(folder=self.folder),
            )

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gives, made again only after the library changed; nobody may change it."""
        return self._once(("made", key), lambda _: make())

    # Documents

    def documents(self, filters: Filters = _EVERYTHING) -> list[DocumentRow]:
        """Documents in order of path; without filters the failed ones too."""
        return reading.documents(self._connection, filters)

    def document(self, which: int | str) -> DocumentRow | None:
        """By id, or by path, hash or base name, tried in that order; of several the first that was ingested."""
        return reading.document(self._connection, which)

    def documents_by_id(self, ids: Iterable[int]) -> dict[int, DocumentRow]:
        """Those of the ids that exist."""
        known = self._once("documents by id", lambda _: dict[int, DocumentRow]())
        wanted = set(ids)
        if not wanted <= known.keys():
            known |= reading.documents_by_id(self._connection, wanted - known.keys())
        return {number: known[number] for number in wanted if number in known}

    def knows(self, path: str, sha256: str, pipeline: str) -> DocumentRow | None:
        """What these rules made of this content at this path before, a failure too; None where that wasn't done."""
        row = reading.document_at(self._connection, path)
        return row if row and (row.source.sha256, row.pipeline) == (sha256, pipeline) else None

    def original_path(self, document_id: int) -> Path | None:
        """The kept copy of the file; None where it was gone before it could be copied."""
        row = self.document(document_id)
        path = original_file(self.folder, row.source) if row else None
        return path if path and path.exists() else None

    def text(self, document_id: int) -> str:
        """The document's one string, to which all offsets refer; raises KeyError where there is no such document."""
        return reading.text(self._connection, document_id)

    def pages(self, document_id: int) -> list[Page]:
        """All pages, without their line boxes."""
        return reading.pages(self._connection, document_id)

    def page(self, document_id: int, number: int) -> Page | None:
        """One page with its line boxes."""
        return reading.page(self._connection, document_id, number)

    def sections(self, document_id: int) -> list[Section]:
        """The tree of headings, in order."""
        return reading.sections(self._connection, document_id)

    # Passages and facts

    def passages(self, ids: Sequence[int], *, with_themes: bool = True) -> list[PassageRow]:
        """In the order asked; an id that is gone is left out. Without themes it takes half the time."""
        return reading.passages(self._connection, ids, self.documents_by_id, with_themes=with_themes)

    def themes_of_passages(self, ids: Iterable[int]) -> dict[int, tuple[ThemeScore, ...]]:
        """From the most to the least probable; a passage on no theme is left out."""
        return reading.themes_of_passages(self._connection, ids)

    def count_themes(self, passage_ids: Iterable[int]) -> dict[str, int]:
        """How many of these passages are on each theme, the commonest first."""
        return reading.count_themes(self._connection, passage_ids)

    def passages_of(self, document_id: int) -> list[PassageRow]:
        """All of a document, in order, unsearchable ones too."""
        return reading.passages_of(self._connection, document_id, self.documents_by_id)

    def facts(
        self,
        kind: str | None = None,
        filters: Filters = _EVERYTHING,
        *,
        document_id: int | None = None,
        part: Part = WHOLE,
        choice: Choice = ANY,
    ) -> list[FactRow]:
        """Facts in order of path and place; all kinds if none is given, the whole list where no part is asked."""
        if choice.sort == "newest" and document_id is None:
            counts = self._once(("in order", kind, filters, choice), lambda _: self._in_order(kind, filters, choice))
            return paging.facts_in_order(self._connection, kind, filters, part, choice, counts)
        return paging.facts(self._connection, kind, filters, document_id, part, choice)

    def _in_order(self, kind: str | None, filters: Filters, choice: Choice) -> dict[int, int]:
        """How many facts each document has: first those of one municipality, and of those the newest."""
        counts = paging.counts_by_document(self._connection, kind, filters, choice)
        rows = self._once("by time", lambda connection: newest_first(reading.documents(connection, Filters())))
        return {number: counts[number] for number in rows if number in counts}

    def each_fact(
        self, kind: str | None = None, filters: Filters = _EVERYTHING, choice: Choice = ANY
    ) -> Iterator[FactRow]:
        """The same facts, some documents at a time: a list of any length needs little memory."""
        return paging.each_fact(self._connection, kind, filters, choice)

    def numbered(self, filters: Filters = _EVERYTHING) -> list[tuple[int, str | None, str]]:
        """The commitments that a number may name, as they were read: the id, the number of their own row, the words,
        which may hold one. Nothing else is read: of 100,000 passages it takes a tenth of what the whole facts do."""
        return paging.numbered(self._connection, filters)

    def count_facts(
        self, kind: str | None = None, filters: Filters = _EVERYTHING, choice: Choice = ANY
    ) -> tuple[int, int]:
        """How many facts there are, and in how many documents."""
        key = ("count", kind, filters, choice)
        return self._once(key, lambda connection: paging.count_facts(connection, kind, filters, choice))

    def fact_facets(self, kind: str | None = None, filters: Filters = _EVERYTHING, choice: Choice = ANY) -> Facets:
        """How many facts there are of each municipality, type, year and theme: what `tally` makes of the whole list."""
        key = ("facets", kind, filters, choice)
        return self._once(key, lambda connection: paging.fact_facets(connection, kind, filters, choice))

    def facts_in(self, passage_ids: Iterable[int], *, with_themes: bool = True) -> dict[int, list[FactRow]]:
        """The facts that start in each of these passages; a passage without facts is left out."""
        return reading.facts_in(self._connection, passage_ids, self.documents_by_id, with_themes=with_themes)

    def passages_by_theme(self, filters: Filters = _EVERYTHING) -> dict[str, int]:
        """How many searchable passages are on each theme, the commonest first."""
        return self._once(("by theme", filters), lambda connection: reading.passages_by_theme(connection, filters))

    def surest(self, filters: Filters, document_id: int, most: int) -> dict[str, tuple[int, list[int]]]:
        """For each theme of a document: how many passages, and the ids of those that are on it most surely."""
        return reading.surest(self._connection, filters, document_id, most)

    def municipalities(self) -> list[str]:
        """Every municipality that some document is of."""
        return self._once("municipalities", reading.municipalities)

    def people(self) -> dict[str, str]:
        """Everybody with an office that a document names: the key they are compared by -> the name as written."""
        return self._once("people", reading.people)

    def names_of_people(self) -> frozenset[str]:
        """All keys of `people` and their last words, and perhaps more: known at once, where `people` takes seconds in
        a library of a million passages."""
        return self._once("names of people", reading.names_of_people)

    def surnames(self) -> dict[str, str]:
        """The last word of each key of `people` -> the name as written; of several who share it the last."""
        people = self.people()
        return self._once("surnames", lambda _: {key.split()[-1]: name for key, name in people.items()})

    def facets(self, filters: Filters = _EVERYTHING) -> Facets:
        """How many documents each value of each filter would give."""
        return self._once(("documents of", filters), lambda connection: reading.facets(connection, filters))

    # For search and its caches

    def document_ids(self, filters: Filters = _EVERYTHING) -> list[int]:
        """Documents that pass the filters, ascending."""
        return self._once(("documents", filters), lambda connection: streams.document_ids(connection, filters))

    def passage_ids(self, filters: Filters = _EVERYTHING) -> Ids:
        """Passages that pass the filters, ascending; unsearchable ones too, which no index holds."""
        return self._once(("passages", filters), lambda connection: streams.passage_ids(connection, filters))

    def passage_ids_of(self, documents: Sequence[int]) -> Ids:
        """Passages of these documents, ascending; unsearchable ones too."""
        return streams.passage_ids_of(self._connection, documents)

    def passages_in(self, documents: Sequence[int]) -> int:
        """How many passages these documents have, unsearchable ones too."""
        ids, counts = self._once("passages by document", streams.passages_by_document)
        return int(counts[among(ids, np.sort(documents))].sum())

    def headings_of(self, ids: Iterable[int]) -> dict[int, tuple[int, str]]:
        """Of each searchable passage the id of its document and its path of headings, to compare with another."""
        return streams.headings_of(self._connection, ids)

    def documents_since(self, generation: int) -> list[int]:
        """The ids of the documents that came after this generation, ascending."""
        return streams.documents_since(self._connection, generation)

    def vectors_since(self, generation: int) -> Iterator[tuple[Ids, Vectors]]:
        """Vectors of documents that came after this generation, in batches in order of passage."""
        return streams.vectors_since(self._connection, generation, self.dimension)

    def vectors_of(self, ids: Ids) -> Vectors:
        """The vector of each passage; zeros for one that has none. *Shape:* `(len(ids), dimension)`"""
        return streams.vectors_of(self._connection, ids, self.dimension)

    def passages_added_since(self, generation: int) -> int:
        """How many passages came after this generation, unsearchable ones too."""
        return streams.passages_added_since(self._connection, generation)

    def passages_since(self, generation: int) -> Iterator[SearchText]:
        """What word search needs of the searchable passages that came after this generation, in order."""
        return streams.passages_since(self._connection, generation)

    def removed_since(self, generation: int) -> list[tuple[int, int]]:
        """Ranges (first, last) of passages that were taken out after this generation."""
        return streams.removed_since(self._connection, generation)

    def kept_vectors(self, texts: Sequence[str]) -> list[Vectors | None]:
        """For each text the vector that it was given before, or None: equal texts need no second encoding."""
        return streams.kept_vectors(self._connection, texts)
