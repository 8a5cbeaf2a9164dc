"""Files become documents: each read, cut, identified and searched for facts in its own guarded process."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from ingest.clean import compose
from ingest.errors import ReadError, UsageError
from ingest.facts import extract
from ingest.gazetteer import Gazetteer
from ingest.guard import DEFAULT_LIMITS, Limits, run_guarded
from ingest.identify import identify
from ingest.layout import Composed, Reading
from ingest.model import Document, Failure, Identity, Section, Source
from ingest.passages import split
from ingest.read import read_file
from ingest.read.ocr import PAGE_SECONDS
from ingest.read.options import DEFAULT_OPTIONS, OcrMode, Options
from ingest.sections import outline
from ingest.theme_context import themed

VERSION = 3
"""Raised when what is read from a file changes, so that a library knows which documents to read again."""

SUFFIXES = frozenset({".pdf", ".html", ".htm", ".docx", ".txt", ".md"})
"""Endings of the files that are picked up from a folder; a file that is named itself is judged by its content."""

MUNICIPALITIES_FILE = "gemeenten.csv"
"""A collection's own municipalities; looked for from a file's folder up to the folder that was given."""


OCR_SECONDS = 3600.0
"""For the pages of one file that are read by OCR: at 7 s a page 500 of them; what is left by then is named."""


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read; `municipalities` is the collection's own gemeenten.csv, where it has one."""

    source: Source
    municipalities: Path | None = None
    options: Options = DEFAULT_OPTIONS


@dataclass(frozen=True, slots=True)
class Found:
    """The files to read, and how many of which ending were left aside in the folders."""

    jobs: tuple[Job, ...]
    failures: tuple[Failure, ...]
    skipped: tuple[tuple[str, int], ...]


def find_files(paths: Iterable[Path], *, url: str | None = None) -> Found:
    """The files at the paths, folders searched through and through, in order of name, each once.

    Hidden files are left aside, and links that lead out of the folder are failures.

    Raises:
        UsageError: a path does not exist.
    """
    files: dict[Path, Path] = {}
    skipped: Counter[str] = Counter()
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} bestaat niet.", "Controleer de naam van het bestand of de map.")
        if path.is_dir():
            for file in _files_below(path):
                if file.suffix.lower() in SUFFIXES:
                    files.setdefault(file, path)
                elif file.name != MUNICIPALITIES_FILE and file.suffix.lower() != ".json":
                    skipped[file.suffix.lower() or "zonder achtervoegsel"] += 1
        else:
            files.setdefault(path, path.parent)
    found = [_job(file, root, url) for file, root in files.items()]
    jobs = tuple(job for job in found if isinstance(job, Job))
    failures = tuple(failure for failure in found if isinstance(failure, Failure))
    return Found(jobs, failures, tuple(sorted(skipped.items())))


def _files_below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if not hidden and (path.is_file() or path.is_symlink()):
            yield path


def _job(file: Path, root: Path, url: str | None) -> Job | Failure:
    source = Source(str(file), file.name, "", file.suffix.lower().lstrip("."), url)
    if file.is_symlink() and not file.resolve().is_relative_to(root.resolve()):
        return Failure(source, "is een koppeling naar buiten de map", "Zet het bestand zelf in de map.")
    try:
        with file.open("rb") as opened:
            sha256 = hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError as error:
        reason = f"kan niet worden geopend ({error.strerror})"
        return Failure(source, reason, "Controleer of u het bestand mag lezen.")
    return Job(replace(source, sha256=sha256), _municipalities_of(file, root))


def _municipalities_of(file: Path, root: Path) -> Path | None:
    for folder in file.parents:
        candidate = folder / MUNICIPALITIES_FILE
        if candidate.is_file():
            return candidate
        if folder == root:
            break
    return None


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
    longer = replace(limits, seconds=limits.seconds + OCR_SECONDS + PAGE_SECONDS)
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
    return read_file(Path(job.source.path), url=job.source.url, options=job.options)


def _document(job: Job, reading: Reading) -> Document:
    composed = compose(reading)
    sections = outline(composed, reading)
    passages = themed(composed.text, split(composed.text, composed.blocks, sections, composed.pages))
    source = replace(job.source, format=reading.format, url=reading.url or job.source.url)
    document = Document(
        source=source,
        text=composed.text,
        identity=_identity(source, reading, composed, sections, job.municipalities),
        status="partial" if reading.problems else "ok",
        problems=reading.problems,
        page_count=len(reading.page_sizes) or None,
        pages=composed.pages,
        blocks=composed.blocks,
        sections=sections,
        passages=passages,
    )
    return replace(document, facts=extract(document))


def _identity(
    source: Source, reading: Reading, composed: Composed, sections: tuple[Section, ...], municipalities: Path | None
) -> Identity:
    return identify(
        composed.text,
        file=source.file,
        title=reading.title,
        url=source.url,
        furniture=composed.furniture,
        sections=sections,
        hints=reading.hints,
        gazetteer=_gazetteer(municipalities),
    )


@cache
def _gazetteer(municipalities: Path | None) -> Gazetteer:
    return Gazetteer.load(municipalities)
