"""Small invented documents, and libraries of them."""

import datetime
import hashlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.library import Library
from ingest.fact_types import Fact, Period
from ingest.model import Document, Evidence, Identity, Inferred, Page, Passage, Section, Source
from tests.fakes import WordEncoder

Vectors = npt.NDArray[np.float32]


ENCODER = WordEncoder(256)


def identity(
    municipality: str | None = "Waterdrecht",
    doc_type: str | None = "programmabegroting",
    year: int | None = 2022,
    plan: tuple[int | None, int | None] | None = None,
    *,
    title: str = "Een stuk",
    also: tuple[str, ...] = (),
) -> Identity:
    ends = plan or (None, None)
    period = Period(
        datetime.date(ends[0], 1, 1) if ends[0] else None, datetime.date(ends[1], 12, 31) if ends[1] else None
    )
    return Identity(
        title=title,
        municipality=Inferred(municipality, 0.9, (Evidence("title", title),)),
        municipalities=((municipality, *also) if municipality else also),
        doc_type=Inferred(doc_type, 0.8),
        reporting_year=Inferred(year, 0.7),
        plan_period=Inferred(period if plan else None, 0.6),
        date=Inferred(datetime.date(2021, 11, 4), 0.5),
    )


def document(
    text: str,
    *,
    path: str = "stukken/begroting.txt",
    identity: Identity = identity(),  # noqa: B008
    passages: tuple[Passage, ...] | None = None,
    facts: tuple[Fact, ...] = (),
    sections: tuple[Section, ...] = (),
    pages: tuple[Page, ...] = (),
) -> Document:
    """A document whose passages, if not given, are its paragraphs (split at a newline)."""
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    return Document(
        source=Source(path=path, file=Path(path).name, sha256=sha256, format="txt"),
        text=text,
        identity=identity,
        status="ok",
        page_count=len(pages) or None,
        pages=pages,
        sections=sections,
        passages=paragraphs(text) if passages is None else passages,
        facts=facts,
    )


def paragraphs(text: str) -> tuple[Passage, ...]:
    found, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Passage(start, start + len(line)))
        start += len(line) + 1
    return tuple(found)


def new_library(folder: Path) -> Library:
    return Library.create(folder, ENCODER.name, ENCODER.fingerprint, ENCODER.dimension)


def vectors(document: Document) -> Vectors:
    return ENCODER.encode_passages([document.text[passage.start : passage.end] for passage in document.passages])


def put(library: Library, document: Document) -> int:
    return library.add(document, vectors(document), pipeline="1")
