"""What a user can set in the environment; everything has a default."""

import os
from pathlib import Path

DEFAULT_MODEL = "multilingual-e5-small"


def cache_folder() -> Path:
    """Where what can be made again is kept: SPEERPUNT_CACHE, else `speerpunt` in the user's cache (XDG)."""
    own = os.environ.get("SPEERPUNT_CACHE")
    if own:
        return Path(own).expanduser()
    shared = os.environ.get("XDG_CACHE_HOME")
    return (Path(shared) if shared else Path.home() / ".cache") / "speerpunt"


def library_folder() -> Path:
    """The library that is used when none is named: SPEERPUNT_LIBRARY, else `library` in the current folder."""
    return Path(os.environ.get("SPEERPUNT_LIBRARY") or "library").expanduser()


def model_name() -> str:
    """The model that turns text into vectors: SPEERPUNT_MODEL (a name or a folder), else multilingual-e5-small."""
    return os.environ.get("SPEERPUNT_MODEL") or DEFAULT_MODEL


def thread_count() -> int:
    """How many threads encoding may use: SPEERPUNT_THREADS, else every core that this process may use."""
    own = os.environ.get("SPEERPUNT_THREADS", "")
    if own.isdecimal() and int(own) > 0:
        return int(own)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
