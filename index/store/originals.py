"""The files that documents were read from, kept beside the database as `originals/<sha256>.<extension>`."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from ingest.model import Source

ORIGINALS = "originals"
_CHUNK = 1 << 20


def original_file(folder: Path, source: Source) -> Path:
    """Where the original of this source is kept, if it is."""
    suffix = Path(source.file).suffix.lower() or f".{source.format}"
    return folder / ORIGINALS / f"{source.sha256}{suffix}"


def keep_original(folder: Path, source: Source) -> None:
    """Copy the file in, unless it is gone or is no longer what was read: a citation must not show other text."""
    target = original_file(folder, source)
    path = Path(source.path)
    if target.exists() or not path.is_file():
        return
    target.parent.mkdir(exist_ok=True)
    copy = target.with_suffix(f".{os.getpid()}.tmp")
    if _copy(path, copy) == source.sha256:
        copy.replace(target)
    else:
        copy.unlink()


def _copy(path: Path, copy: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as reader, copy.open("wb") as writer:
        while chunk := reader.read(_CHUNK):
            digest.update(chunk)
            writer.write(chunk)
        writer.flush()
        os.fsync(writer.fileno())
    return digest.hexdigest()


def drop_originals(folder: Path, keep: Iterable[str]) -> None:
    """Remove what belongs to no document (`keep`: hashes in use): left by a removal or a crash."""
    kept = frozenset(keep)
    for path in (folder / ORIGINALS).glob("*"):
        if path.suffix == ".tmp" or path.stem not in kept:
            path.unlink(missing_ok=True)
