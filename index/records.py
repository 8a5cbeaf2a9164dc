"""The lines of the contract: what other programs get of a document, a hit and a fact."""

import datetime
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from index.cite import citation
from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Deadline, Fact, Period

if TYPE_CHECKING:
    from index.search import Hit

Record = dict[str, Any]

DECIMALS = 3
"""Confidences and scores are rounded: more digits would suggest a precision that nobody measured."""


def document_record(row: DocumentRow) -> Record:
    """A line of `speerpunt documents`."""
    identity = row.identity
    return {
        "file": row.file,
        "path": row.source.path,
        "sha256": row.source.sha256,
        "title": identity.title,
        "characters": row.characters,
        "pages": row.page_count,
        "municipality": identity.municipality.value,
        "municipalities": list(identity.municipalities),
        "municipality_confidence": round(identity.municipality.confidence, DECIMALS),
        "doc_type": identity.doc_type.value,
        "doc_type_confidence": round(identity.doc_type.confidence, DECIMALS),
        "reporting_year": identity.reporting_year.value,
        "plan_period": _period(identity.plan_period.value),
        "date": _date(identity.date.value),
        "status": row.status,
        "problems": list(row.problems),
    }


def hit_record(hit: "Hit") -> Record:
    """A line of `speerpunt search`."""
    passage = hit.passage
    return {
        "rank": hit.rank,
        "score": round(hit.score, DECIMALS),
        "file": passage.document.file,
        "page": passage.page,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "heading_path": list(passage.heading_path),
        "citation": citation_of(passage),
        "municipality": passage.document.municipality,
        "doc_type": passage.document.doc_type,
        "year": passage.document.year,
        "themes": [score.theme for score in passage.themes],
    }


def fact_record(row: FactRow) -> Record:
    """A line of `speerpunt facts`: what all kinds have in common, then the kind's own."""
    fact = row.fact
    return {
        "kind": fact.kind,
        "file": row.document.file,
        "page": row.page,
        "start": fact.start,
        "end": fact.end,
        "text": fact.text,
        "heading_path": list(row.heading_path),
        "citation": citation_of(row),
        "municipality": row.document.municipality,
        "doc_type": row.document.doc_type,
        "year": row.document.year,
        "themes": [score.theme for score in row.themes],
        "confidence": round(fact.confidence, DECIMALS),
        **_attributes(fact),
    }


def citation_of(row: PassageRow | FactRow, pages: tuple[int, int] | None = None) -> str:
    """Where a passage or fact stands, as people write it; on these pages, else on the one that it begins on."""
    document = row.document
    first, last = pages or (row.page, row.page)
    return citation(
        municipality=document.municipality,
        title=document.title,
        heading_path=row.heading_path,
        page=first,
        last=last,
    )


COMMON = frozenset(field.name for field in fields(Fact))

NOT_IN_THE_CONTRACT = frozenset({"context_start", "signed", "held", "interim"})
"""An offset that serves the screens, for a program finds the sentence before by itself; the day of a signature,
the days in office that a table gives and that it was for the time, which serve what is told of a term."""


def _attributes(fact: Fact) -> Record:
    own = [field.name for field in fields(fact) if field.name not in COMMON | NOT_IN_THE_CONTRACT]
    return {name: _plain(getattr(fact, name)) for name in own}


def _plain(value: Any) -> Any:
    if isinstance(value, Deadline):
        start, end = _period(value.period) or (None, None)
        return {"text": value.text, "iso_start": start, "iso_end": end}
    if isinstance(value, Period):
        return _period(value)
    return value


def _period(period: Period | None) -> list[str | None] | None:
    return None if period is None else [_date(period.start), _date(period.end)]


def _date(day: datetime.date | None) -> str | None:
    return None if day is None else day.isoformat()
