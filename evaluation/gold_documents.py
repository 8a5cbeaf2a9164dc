"""Read the documents that the gold is about, as an ingest does, without a library."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from evaluation.gold_format import Pages
from evaluation.readings import read_all
from ingest.files import find_files
from ingest.model import Document

Documents = Mapping[str, Document]
"""By path as the gold has it, starting with "shared/" or "corpus/"."""


def read_documents(paths: Iterable[str], shared: Path, corpus: Path) -> Documents:
    """Those of the documents that are here; what is absent or can't be read is named on stderr."""
    roots = {"shared": shared.resolve(), "corpus": corpus.resolve()}
    wanted = {roots[path.partition("/")[0]] / path.partition("/")[2]: path for path in set(paths)}
    folders = [root for root in roots.values() if root.is_dir()]
    jobs = [job for job in find_files(folders).jobs if Path(job.source.path) in wanted]
    read: dict[str, Document] = {}
    for result in read_all(jobs):
        if isinstance(result, Document):
            read[wanted[Path(result.source.path)]] = result
        else:
            print(f"{result.source.file} {result.reason}", file=sys.stderr)
    for path in sorted(set(wanted.values()) - read.keys()):
        print(f"{path} is not scored, since it is not here or can't be read", file=sys.stderr)
    return read


def pages_of(document: Document) -> Pages:
    """Where each page of the document starts and ends."""
    return {page.number: (page.start, page.end) for page in document.pages}
