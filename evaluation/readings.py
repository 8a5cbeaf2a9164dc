"""Documents read once in a run of `make eval`, however many scorers ask for them.

The folder that SPEERPUNT_READINGS names keeps what was read, by the file's place, its content and our own code: a
change to a rule or a table makes everything be read again. Without it nothing is kept.
"""

import hashlib
import os
import pickle
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ingest import pipeline
from ingest.files import Job
from ingest.model import Document, Failure

CODE = Path(pipeline.__file__).parent
FOLDER = "SPEERPUNT_READINGS"


def read_document(job: Job) -> Document:
    """As `ingest.pipeline.read_document`, or what that gave before."""
    kept = _kept(job)
    if kept is None:
        kept = pipeline.read_document(job)
        _keep(job, kept)
    return kept


def read_all(jobs: Iterable[Job]) -> Iterator[Document | Failure]:
    """As `ingest.pipeline.ingest`; first what was read before."""
    missing = []
    for job in jobs:
        kept = _kept(job)
        if kept is None:
            missing.append(job)
        else:
            yield kept
    by_path = {job.source.path: job for job in missing}
    for result in pipeline.ingest(missing):
        if isinstance(result, Document):
            _keep(by_path[result.source.path], result)
        yield result


def _kept(job: Job) -> Document | None:
    place = _place(job)
    if place is None or not place.is_file():
        return None
    kept: Document = pickle.loads(place.read_bytes())  # noqa: S301 - written by this run
    return kept


def _keep(job: Job, document: Document) -> None:
    place = _place(job)
    if place is not None:
        part = place.with_suffix(f".{os.getpid()}")
        part.write_bytes(pickle.dumps(document))
        part.rename(place)


def _place(job: Job) -> Path | None:
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    key = hashlib.sha256("\0".join((job.source.path, job.source.sha256, repr(job), _code())).encode()).hexdigest()
    return Path(folder) / f"{key}.pickle"


@cache
def _code() -> str:
    """A hash of all rules and tables."""
    digest = hashlib.sha256()
    for path in sorted(CODE.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.read_bytes())
    return digest.hexdigest()
