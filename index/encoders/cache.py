"""Make a folder in the user's cache once: whole or not at all, and by one process at a time."""

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from ingest.errors import EncoderError

_PART = ".part"


def ensure(folder: Path, make: Callable[[Path], None]) -> Path:
    """The folder, filled by `make` where it isn't there yet.

    `make` gets an empty folder beside it, which takes its name only when it is finished. What a killed process
    left half done is cleared away by the next that makes the same.

    :raises EncoderError: the cache can't be written.
    """
    if folder.is_dir():
        return folder
    from filelock import FileLock  # noqa: PLC0415 - only the first run makes anything

    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(folder.parent / f"{folder.name}.lock"):
            if not folder.is_dir():
                _make(folder, make)
    except OSError as error:
        remedy = "Maak ruimte of kies een andere map met SPEERPUNT_CACHE."
        raise EncoderError(f"Het taalmodel kan niet in {folder.parent} worden klaargezet ({error}).", remedy) from error
    return folder


def _make(folder: Path, make: Callable[[Path], None]) -> None:
    for left in folder.parent.glob(f"{folder.name}.*{_PART}"):
        shutil.rmtree(left, ignore_errors=True)
    part = Path(tempfile.mkdtemp(prefix=f"{folder.name}.", suffix=_PART, dir=folder.parent))
    try:
        make(part)
        part.rename(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
