"""A library as it may be shown: who a resident is, is left out of every text, and all else stands where it stood.

What comes in place of a name is as long as the name, so that every span still holds: "[naam]", filled up with
characters that have no width. `tidy` takes those away where a text is written or drawn.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from index.finding.file_names import without_residents, words_of
from index.library import Library
from index.store.choice import ANY, Choice
from index.store.fact_themes import BEFORE, themes_of_facts
from index.store.filters import Filters
from index.store.held import Held, held_in
from index.store.held_themes import Themes
from index.store.lock import WriterLock
from index.store.paging import WHOLE, Part
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Fact
from ingest.model import Section
from ingest.privacy import SHORTEST_ALONE, Private, cover, private_spans

Row = TypeVar("Row", PassageRow, FactRow)

_EVERYTHING = Filters()
_OF_SOMEONE = re.compile(
    r"\b(?:heer|mevrouw|meneer|dhr|mevr|mw|fam(?:ilie)?|inspre\w+|bewon\w+|inwon\w+|brief van|e?-?mail van)\b"
    r"|\b[A-Z]\.\s?(?:[A-Z]\.|[A-Z][a-z])",
    re.IGNORECASE,
)
"""What a title or a file's name has that may name a resident: only then the text is read, 20 ms a document."""


@dataclass(frozen=True, slots=True, eq=False)
class Hidden:
    """What is left out of one document: the spans, and the words that stand there with what comes in their place.

    Compared by identity: there is one for each document, and what was made with it is remembered.
    """

    spans: tuple[Private, ...]
    words: tuple[tuple[re.Pattern[str], str], ...]

    def text(self, text: str, start: int = 0) -> str:
        """The text that stands at `start` in the document, as long as it was."""
        end = start + len(text)
        for span in self.spans:
            if span.start < end and start < span.end:
                first, last = max(span.start, start) - start, min(span.end, end) - start
                text = text[:first] + cover(span, last - first) + text[last:]
        return text

    def said(self, words: str) -> str:
        """Words that were taken out of the document, such as a heading."""
        for private, instead in self.words:
            words = private.sub(instead, words)
        return words


_NOTHING = Hidden((), ())


def hidden_in(text: str, officials: Iterable[str]) -> Hidden:
    """What is to be left out of a document, in which these people are named in an office."""
    spans = private_spans(text, frozenset(officials))
    words = {text[span.start : span.end]: f"[{span.sort}]" for span in spans}
    longest_first = sorted(words.items(), key=lambda pair: -len(pair[0]))
    return Hidden(spans, tuple(_replacing(*pair) for pair in longest_first)) if spans else _NOTHING


def _replacing(words: str, instead: str) -> tuple[re.Pattern[str], str]:
    """A short surname, such as "Bos", is one only behind a title."""
    title = r"((?i:heer|mevrouw|meneer|dhr\.?|mw\.?)\s)" if len(words) < SHORTEST_ALONE else r"(?<!\w)()"
    return re.compile(rf"{title}{re.escape(words)}(?!\w)"), rf"\1{instead}"


class DiscreetLibrary(Library):
    """A library whose titles, names of files, texts, passages, facts and headings hold no resident.

    The indexes are made of the texts as they are.
    """

    def __init__(self, folder: Path, lock: WriterLock | None = None) -> None:
        """For `open` only."""
        super().__init__(folder, lock)
        self._hidden: dict[int, Hidden] = {}
        self._named: dict[tuple[int, str, str], tuple[str, str]] = {}
        self._shown: dict[int, tuple[DocumentRow, DocumentRow]] = {}
        self._naming: dict[int, frozenset[int]] = {}

    def hidden(self, document_id: int) -> Hidden:
        """What is left out of a document; found out once."""
        if document_id not in self._hidden:
            self._hidden[document_id] = hidden_in(super().text(document_id), self._officials(document_id))
        return self._hidden[document_id]

    def _officials(self, document_id: int) -> list[str]:
        return [getattr(row.fact, "name", "") for row in super().facts("official", document_id=document_id)]

    def documents(self, filters: Filters = _EVERYTHING) -> list[DocumentRow]:
        return list(map(self._document, super().documents(filters)))

    def document(self, which: int | str) -> DocumentRow | None:
        row = super().document(which)
        return row and self._document(row)

    def documents_by_id(self, ids: Iterable[int]) -> dict[int, DocumentRow]:
        return {number: self._document(row) for number, row in super().documents_by_id(ids).items()}

    def text(self, document_id: int) -> str:
        return self.hidden(document_id).text(super().text(document_id))

    def sections(self, document_id: int) -> list[Section]:
        hidden = self.hidden(document_id)
        return [replace(row, path=_headings(row.path, hidden)) for row in super().sections(document_id)]

    def passages(self, ids: Sequence[int], *, with_themes: bool = True) -> list[PassageRow]:
        return [self._passage(row) for row in super().passages(ids, with_themes=with_themes)]

    def passages_of(self, document_id: int) -> list[PassageRow]:
        return [self._passage(row) for row in super().passages_of(document_id)]

    def held(self, documents: Mapping[int, int], sought: frozenset[str]) -> dict[int, Held]:
        """A passage that names a resident doesn't hold that name."""
        hiding = [number for number, document in documents.items() if number in self._passages_naming(document)]
        found = super().held({number: documents[number] for number in documents.keys() - set(hiding)}, sought)
        rows = self.passages(hiding, with_themes=False)
        return found | {row.id: held_in(row.text).among(sought) for row in rows}

    def themes_of_facts(self, documents: Sequence[DocumentRow]) -> Themes:
        """Of what hides a resident, or stands beside one, by the words as they are shown."""
        found = super().themes_of_facts(documents)
        for row in documents:
            beside = self._facts_beside(row.id)
            found |= themes_of_facts(self, row, beside) if beside else {}
        return found

    def _facts_beside(self, document_id: int) -> frozenset[int]:
        """The facts of a document whose themes may hang on what says who a resident is: their words, those that stand
        before them, or their headings."""
        hidden = self.hidden(document_id)
        rows = super().facts(document_id=document_id) if hidden.spans else []
        return frozenset(row.id for row in rows if _is_beside(row, hidden))

    def facts(
        self,
        kind: str | None = None,
        filters: Filters = _EVERYTHING,
        *,
        document_id: int | None = None,
        part: Part = WHOLE,
        choice: Choice = ANY,
    ) -> list[FactRow]:
        found = super().facts(kind, filters, document_id=document_id, part=part, choice=choice)
        return [self._fact(row) for row in found]

    def each_fact(
        self, kind: str | None = None, filters: Filters = _EVERYTHING, choice: Choice = ANY
    ) -> Iterator[FactRow]:
        return map(self._fact, super().each_fact(kind, filters, choice))

    def facts_in(self, passage_ids: Iterable[int], *, with_themes: bool = True) -> dict[int, list[FactRow]]:
        found = super().facts_in(passage_ids, with_themes=with_themes)
        return {passage: list(map(self._fact, rows)) for passage, rows in found.items()}

    def shown(self, row: FactRow) -> FactRow:
        return self._fact(row)

    def _passages_naming(self, document_id: int) -> frozenset[int]:
        """The ids of a document's passages that say who a resident is."""
        if document_id not in self._naming:
            spans = self.hidden(document_id).spans
            rows = super().passages_of(document_id) if spans else []
            naming = (row.id for row in rows if any(span.start < row.end and row.start < span.end for span in spans))
            self._naming[document_id] = frozenset(naming)
        return self._naming[document_id]

    def _document(self, row: DocumentRow) -> DocumentRow:
        """The row as it may be shown, made once for each row that was read: a search asks hundreds of times."""
        known = self._shown.get(row.id)
        if known is None or (row is not known[0] and row is not known[1]):
            known = self._shown[row.id] = (row, self._unnamed(row))
        return known[1]

    def _unnamed(self, row: DocumentRow) -> DocumentRow:
        if not _OF_SOMEONE.search(f"{row.title}\n{words_of(row.file)}"):
            return row
        key = (row.id, row.title, row.file)
        if key not in self._named:
            text = "" if row.status == "failed" else super().text(row.id)
            officials = self._officials(row.id)
            title = hidden_in(f"{text}\n{row.title}", officials).text(row.title, len(text) + 1)
            self._named[key] = title, without_residents(row.file, text, officials)
        title, file = self._named[key]
        return replace(row, identity=replace(row.identity, title=title), source=replace(row.source, file=file))

    def _passage(self, row: PassageRow) -> PassageRow:
        row = _beside(row, self._document(row.document))
        hidden = self.hidden(row.document.id)
        if not hidden.spans:
            return row
        naming = row.id in self._passages_naming(row.document.id)
        text = hidden.text(row.text, row.start) if naming else row.text
        return replace(row, text=text, heading_path=_headings(row.heading_path, hidden))

    def _fact(self, row: FactRow) -> FactRow:
        row = _beside(row, self._document(row.document))
        hidden = self.hidden(row.document.id)
        if not hidden.spans:
            return row
        path = _headings(row.heading_path, hidden)
        return replace(row, fact=_without(row.fact, hidden), heading_path=path)


def _is_beside(row: FactRow, hidden: Hidden) -> bool:
    begin, end = row.fact.start - BEFORE, row.fact.end
    near = any(span.start < end and begin < span.end for span in hidden.spans)
    return near or _headings(row.heading_path, hidden) != tuple(row.heading_path)


@lru_cache(maxsize=65536)
def _headings(path: Sequence[str], hidden: Hidden) -> tuple[str, ...]:
    return tuple(map(hidden.said, path))


def _beside(row: Row, document: DocumentRow) -> Row:
    """The row with its document as it may be shown."""
    return row if row.document is document else replace(row, document=document)


def _without(fact: Fact, hidden: Hidden) -> Fact:
    values = {field.name: getattr(fact, field.name) for field in fields(fact)}
    said: dict[str, Any] = {name: hidden.said(value) for name, value in values.items() if isinstance(value, str)}
    return replace(fact, **said | {"text": hidden.text(fact.text, fact.start)})
