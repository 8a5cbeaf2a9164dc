"""Files become documents: each read, cut, identified and searched for facts in its own guarded process."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from ingest.clean import compose
from ingest.errors import ReadError, printable
from ingest.facts import extract
from ingest.files import Job, NotRegular, digest
from ingest.gazetteer import Gazetteer
from ingest.guard import DEFAULT_LIMITS, Limits, run_guarded
from ingest.identify import identify
from ingest.layout import Composed, Reading
from ingest.model import Document, Failure, Identity, Section
from ingest.passages import split
from ingest.read import read_file
from ingest.read.ocr import PAGE_SECONDS
from ingest.read.options import OcrMode, Options
from ingest.seams import problem_of, torn_sentences
from ingest.sections import outline
from ingest.theme_context import themed

VERSION = 15
"""Raised when what is read from a file changes, so that a library knows which documents to read again."""

OCR_SECONDS = 3600.0
"""For the pages of one file that are read by OCR: at 7 s a page 500 of them; what is left by then is named."""


def ingest(
    jobs: Iterable[Job], *, processes: int | None = None, limits: Limits = DEFAULT_LIMITS, ocr: OcrMode = "never"
) -> Iterator[Document | Failure]:
    """Read the files in parallel, each in its own process with its own limits; in order of completion.

    Files with pages for OCR come last: these alone may take longer than `limits` says, by OCR_SECONDS.
    """
    many = processes or os.cpu_count() or 1
    waiting: list[Job] = []
    at_first = (replace(job, options=Options(ocr)) for job in jobs)
    for job, result in run_guarded(_read_unless_ocr, at_first, jobs=many, limits=limits):
        if result is None:
            waiting.append(replace(job, options=Options(ocr, OCR_SECONDS)))
        else:
            yield _outcome(job, result)
    more = OCR_SECONDS + PAGE_SECONDS
    longer = replace(limits, cpu_seconds=limits.cpu_seconds + more, seconds=limits.seconds + more)
    for job, result in run_guarded(read_document, waiting, jobs=many, limits=longer) if waiting else ():
        yield _outcome(job, result)


def _outcome(job: Job, result: Document | ReadError) -> Document | Failure:
    return Failure(job.source, result.message, result.remedy) if isinstance(result, ReadError) else result


def _read_unless_ocr(job: Job) -> Document | None:
    """The document, or None if pages of it wait for OCR."""
    reading = _reading(job)
    return None if reading.left else _document(job, reading)


def read_document(job: Job) -> Document:
    """All that is known of one file.

    Raises:
        ReadError: the file can't be read.
    """
    return _document(job, _reading(job))


def _reading(job: Job) -> Reading:
    path = Path(job.source.path)
    reading = read_file(path, options=job.options)
    _check_unchanged(path, job.source.sha256)
    return replace(reading, url=job.source.url or reading.url, problems=(*reading.problems, *job.sidecar.problems))


def _check_unchanged(path: Path, sha256: str) -> None:
    """What was read must be what the file's digest, by which it is known, was taken of."""
    try:
        unchanged = digest(path) == sha256
    except (OSError, NotRegular):
        unchanged = False
    if not unchanged:
        raise ReadError(f"{path.name} is tijdens het lezen veranderd of verdwenen.", "Lees het opnieuw in.")


def _document(job: Job, reading: Reading) -> Document:
    composed = compose(reading)
    sections = outline(composed, reading)
    passages = themed(composed.text, split(composed.text, composed.blocks, sections, composed.pages))
    torn = torn_sentences(composed.text, passages)
    problems = (*reading.problems, problem_of(torn)) if torn else reading.problems
    document = Document(
        source=replace(job.source, format=reading.format, url=reading.url),
        text=composed.text,
        identity=_identity(job, reading, composed, sections),
        status="partial" if problems else "ok",
        problems=tuple(printable(problem) for problem in problems),
        page_count=len(reading.page_sizes) or None,
        pages=composed.pages,
        blocks=composed.blocks,
        sections=sections,
        passages=passages,
    )
    return replace(document, facts=extract(document))


def _identity(job: Job, reading: Reading, composed: Composed, sections: tuple[Section, ...]) -> Identity:
    return identify(
        composed.text,
        file=job.source.file,
        title=reading.title,
        url=reading.url,
        furniture=composed.furniture,
        sections=sections,
        hints=reading.hints,
        given=dict(job.sidecar.given),
        gazetteer=_gazetteer(job.municipalities),
    )


@cache
def _gazetteer(municipalities: Path | None) -> Gazetteer:
    return Gazetteer.load(municipalities)
