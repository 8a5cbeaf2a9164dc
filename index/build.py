"""Files are taken into a library: what it knows already is left alone, the rest is read, encoded and added."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from index.encoder import Encoder, open_encoder
from index.library import Library
from index.places import keep_places
from index.store.judgements import Judgements
from index.store.rows import DocumentRow
from index.store.streams import Vectors
from index.theme_meaning import theme_meaning
from ingest.errors import LibraryError, NoLibrary, printable
from ingest.files import Found, Job, find_files
from ingest.model import Document, Failure, Passage, Source, Status
from ingest.pipeline import VERSION, ingest
from ingest.read.options import OcrMode
from ingest.sidecar import NOTHING

Change = Literal["added", "replaced", "unchanged"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file; `problems` says in Dutch what was lost, or why it failed and what to do."""

    source: Source
    status: Status
    change: Change
    problems: tuple[str, ...] = ()
    passages: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """What became of all files, in order of their paths.

    Attributes:
        skipped: the names of the files that Speerpunt doesn't read, by their ending.
        remarks: what else is amiss in the folders, each a line in Dutch.
    """

    outcomes: tuple[Outcome, ...]
    skipped: tuple[tuple[str, tuple[str, ...]], ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def failed(self) -> tuple[Outcome, ...]:
        return tuple(outcome for outcome in self.outcomes if outcome.status == "failed")


Advance = Callable[[int, int, str], None]
"""Told (files done, files in all, name of the file) after each file."""


def build(
    paths: Iterable[Path],
    folder: Path,
    *,
    model: str | None = None,
    processes: int | None = None,
    url: str | None = None,
    again: bool = False,
    ocr: OcrMode = "auto",
    advance: Advance = lambda done, total, file: None,
) -> Report:
    """Read the files at the paths into the library in the folder, which is made where there is none.

    Every document is written as soon as it is read, in one transaction: stopped at any moment, the library
    holds whole documents only, and the next run goes on with what is missing.

    Raises:
        UsageError: a path does not exist.
        LibraryError: the library can't be written, or was made with another encoder.
        EncoderError: the model can't be loaded.
    """
    found = _with_corrections(find_files(paths, url=url), Judgements(folder).given())
    encoder = open_encoder(model)
    with _told_of_the_disk(folder), _open(folder, encoder) as library:
        outcomes = _take_in(library, encoder, found, processes, ocr, again=again, advance=advance)
        library.refresh()
        keep_places(folder, (job.municipalities for job in found.jobs if job.municipalities))
    return Report(tuple(sorted(outcomes, key=lambda outcome: outcome.source.path)), found.skipped, found.remarks)


def _with_corrections(found: Found, given: Mapping[str, Mapping[str, str]]) -> Found:
    """The files with what a person corrected in the app as if it stood in the file beside them; that wins."""
    jobs = []
    for job in found.jobs:
        own = given.get(job.source.sha256)
        sidecar = replace(job.sidecar, given=tuple({**dict(job.sidecar.given), **own}.items())) if own else job.sidecar
        jobs.append(replace(job, sidecar=sidecar))
    return replace(found, jobs=tuple(jobs))


@contextmanager
def _told_of_the_disk(folder: Path) -> Iterator[None]:
    """What goes wrong in writing is of the disk, whichever of the three stores meets it first."""
    try:
        yield
    except (sqlite3.OperationalError, OSError, ValueError) as error:
        if isinstance(error, ValueError) and "IO error" not in str(error):  # tantivy's only sign of it
            raise
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise LibraryError(
            f"De bibliotheek {folder} kan niet worden geschreven ({reason}).",
            "Is de schijf vol? Maak ruimte en geef de opdracht opnieuw: wat gelezen is, blijft staan.",
        ) from error


def _open(folder: Path, encoder: Encoder) -> Library:
    try:
        library = Library.open(folder, writable=True)
    except NoLibrary:
        return Library.create(folder, encoder.name, encoder.fingerprint, encoder.dimension)
    library.check_encoder(encoder)
    return library


def _take_in(
    library: Library,
    encoder: Encoder,
    found: Found,
    processes: int | None,
    ocr: OcrMode,
    *,
    again: bool,
    advance: Advance,
) -> list[Outcome]:
    outcomes = [_failed(library, failure) for failure in found.failures]
    new: dict[str, Job] = {}
    copies: list[Job] = []
    for job in found.jobs:
        known = None if again else _known(library, job)
        if known is not None:
            outcomes.append(known)
        elif job.source.sha256 in new:
            copies.append(job)
        else:
            new[job.source.sha256] = job
    total = len(found.jobs) + len(found.failures)
    advance(len(outcomes), total, "")
    for result in ingest(new.values(), processes=processes, ocr=ocr):
        if isinstance(result, Failure):
            outcomes.append(_failed(library, result))
        else:
            outcomes.append(_added(library, encoder, result, _rules(new[result.source.sha256])))
        advance(len(outcomes), total, result.source.file)
    fates = {outcome.source.sha256: outcome for outcome in outcomes}
    return outcomes + [_like(fates[job.source.sha256], job.source) for job in copies]


def _like(first: Outcome, copy: Source) -> Outcome:
    """What became of a file whose content was read elsewhere in the same run: the same, and it isn't kept twice."""
    if first.status != "failed":
        return Outcome(copy, first.status, "unchanged", (_same_as(first.source),))
    problems = tuple(problem.replace(printable(first.source.file), copy.file, 1) for problem in first.problems)
    return Outcome(copy, first.status, "unchanged", problems)


def _known(library: Library, job: Job) -> Outcome | None:
    """What these rules made of this content before, here or where a copy of it stands; None if it is to be read."""
    source = job.source
    row = library.knows(source.path, source.sha256, _rules(job))
    if row is not None and row.status != "failed":
        return Outcome(source, row.status, "unchanged", row.problems)
    copy = library.document(source.sha256)
    if copy is None or copy.status == "failed" or not _is_current(copy) or not _stands_elsewhere(copy, source):
        return None
    return Outcome(source, copy.status, "unchanged", (_same_as(copy.source),))


def _rules(job: Job) -> str:
    """By what a document was read: the version of our rules, and what a person wrote beside the file."""
    if job.sidecar == NOTHING:
        return str(VERSION)
    return f"{VERSION}-{hashlib.sha256(repr(job.sidecar).encode()).hexdigest()[:16]}"


def _is_current(row: DocumentRow) -> bool:
    return row.pipeline.partition("-")[0] == str(VERSION)


def _stands_elsewhere(row: DocumentRow, source: Source) -> bool:
    return row.source.path != source.path and Path(row.source.path).exists()


def _same_as(source: Source) -> str:
    return f"Zelfde inhoud als {printable(source.path)}."


def _added(library: Library, encoder: Encoder, document: Document, rules: str) -> Outcome:
    older = library.document(document.source.path)
    moved = library.document(document.source.sha256)
    texts = [embedded_text(document, passage) for passage in document.passages]
    vectors = _vectors(library, encoder, document, texts)
    passages = theme_meaning(encoder).add_to(document.passages, vectors)
    library.add(replace(document, passages=passages), vectors, embedded=texts, pipeline=rules)
    if moved is not None and moved.source.path != document.source.path and not Path(moved.source.path).exists():
        library.remove(moved.source.path)
    change: Change = "added" if older is None else "replaced"
    return Outcome(document.source, document.status, change, document.problems, len(document.passages))


def _vectors(library: Library, encoder: Encoder, document: Document, texts: Sequence[str]) -> Vectors:
    """A row for each passage: of a text that the library knows its old vector, of an unsearchable one zeros.

    A text that a document repeats is encoded once.
    """
    rows = np.zeros((len(texts), library.dimension), dtype=np.float32)
    missing = []
    for number, vector in enumerate(library.kept_vectors(texts)):
        if vector is not None:
            rows[number] = vector
        elif document.passages[number].searchable:
            missing.append(number)
    unlike = {text: place for place, text in enumerate(dict.fromkeys(texts[number] for number in missing))}
    rows[missing] = encoder.encode_passages(list(unlike))[[unlike[texts[number]] for number in missing]]
    return rows


def _failed(library: Library, failure: Failure) -> Outcome:
    """Remember the failure, unless this very content was read well before: then that reading stays."""
    known = library.document(failure.source.path)
    problems = tuple(part for part in (failure.reason, failure.remedy) if part)
    if known is None or known.status == "failed" or known.source.sha256 != failure.source.sha256:
        library.add_failure(failure, pipeline=str(VERSION))
    return Outcome(failure.source, "failed", "unchanged", problems)


def embedded_text(document: Document, passage: Passage) -> str:
    """What the encoder gets of a passage: the headings it stands under, then its text."""
    text = document.text[passage.start : passage.end]
    headings = [heading for heading in passage.heading_path if not text.startswith(heading)]
    return "\n".join([*headings, text])
