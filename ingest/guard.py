"""Runs a function on each file in a process of its own, so that no file can hang, crash or starve the rest.

A process that crashes, hangs or eats memory fails only the file that it was reading.
pebble's pool does this; ProcessPoolExecutor and joblib lost innocent files when a worker died (measured).
"""

import gc
import logging
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pebble import ProcessExpired, ProcessPool

from ingest.errors import DamagedFile, LimitExceeded, OwnFault, ReadError

Item = TypeVar("Item")
Result = TypeVar("Result")

try:
    import resource
except ImportError:  # Windows has no such limits; time and output are still guarded there
    resource = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    Attributes:
        cpu_seconds: of processor time, that of other programs which it starts not included, so that a file costs
            the same however much else the machine does. The slowest real document (201 pages) takes about 5 s
            for all there is to do; 1,000 pages of dense tables stay under a minute. Windows doesn't count it.
        seconds: of wall time, for what waits and does nothing. Four times the other: on a machine with four
            times more to do than it can, a file that may be read is read all the same.
        memory: bytes that the process may allocate, the program and its libraries included. A 1,000-page PDF
            needs under 500 MB; a hostile PDF of 1 MB took pdfium to 1.9 GB.
        output: bytes that the result may take on its way back. A 200-page document takes under 10 MB.
        files_per_process: after which a process is replaced, so that what leaks can't build up.
    """

    cpu_seconds: float = 180.0
    seconds: float = 720.0
    memory: int = 1_500_000_000
    output: int = 300_000_000
    files_per_process: int = 50


DEFAULT_LIMITS = Limits()

_AHEAD = 2
"""Files handed out per worker: one being read, one waiting, so that no worker idles and no results pile up."""

_PARENT_POLL_SECONDS = 1.0

_COLLECT_AFTER = (100_000, 20, 20)
"""New objects after which Python looks for those that only hold each other. A document is some hundred thousand that
all stay, and looking through them again and again (after 700, as is usual) takes a tenth of the time of reading."""

_ALARM_LATER = 10.0
"""Seconds after the time limit at which the system itself ends a process, should nobody else be left to."""

_KILLED = 9
"""SIGKILL, which Windows has no name for: what a system without memory ends a process with."""

_HAS_TIMERS = hasattr(signal, "setitimer")  # not so on Windows


def run_guarded(
    function: Callable[[Item], Result],
    items: Iterable[Item],
    *,
    jobs: int = 1,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[tuple[Item, Result | ReadError]]:
    """Call `function(item)` for every item in `jobs` processes; yields in order of completion.

    Items are taken from the iterable only as they are needed. What goes wrong with an item is yielded as its
    `ReadError`. Closing the iterator, or Ctrl-C, stops the processes.

    Args:
        function: a function at the top level of a module, since another process must find it by name.
    """
    pool = _pool(jobs, limits)
    try:
        yield from _completed(pool, function, iter(items), jobs * _AHEAD, limits)
        pool.close()  # type: ignore[no-untyped-call]
    except BaseException:
        pool.stop()  # type: ignore[no-untyped-call]
        raise
    finally:
        pool.join()


def run_one(function: Callable[..., Result], *args: Any, limits: Limits = DEFAULT_LIMITS) -> Result:
    """Call `function(*args)` in a process that is kept warm between calls; the first argument names the file.

    Raises:
        ReadError: as the function does, or for what it would have done to this process.
    """
    future = _scheduled(_shared_pool(limits), function, args, limits)
    outcome: Result | ReadError = _outcome(future, args[0] if args else function.__name__, limits)
    if isinstance(outcome, ReadError):
        raise outcome
    return outcome


def _completed(
    pool: ProcessPool, function: Callable[[Item], Result], items: Iterator[Item], ahead: int, limits: Limits
) -> Iterator[tuple[Item, Result | ReadError]]:
    pending: dict[Future[bytes], Item] = {}
    more = True
    while pending or more:
        while more and len(pending) < ahead:
            try:
                item = next(items)
            except StopIteration:
                more = False
                break
            pending[_scheduled(pool, function, (item,), limits)] = item
        done, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            item = pending.pop(future)
            yield item, _outcome(future, item, limits)


def _scheduled(
    pool: ProcessPool, function: Callable[..., Any], args: tuple[Any, ...], limits: Limits
) -> "Future[bytes]":
    future: Future[bytes] = pool.schedule(_call, args=(function, args, limits), timeout=limits.seconds)
    return future


def _pool(jobs: int, limits: Limits) -> ProcessPool:
    return ProcessPool(
        max_workers=max(jobs, 1),
        max_tasks=limits.files_per_process,
        initializer=_prepare_worker,
        initargs=(os.getpid(), limits.memory),
        context=multiprocessing.get_context("spawn"),
    )


_SHARED_POOLS: dict[Limits, ProcessPool] = {}
_SHARED_POOLS_LOCK = threading.Lock()


def _shared_pool(limits: Limits) -> ProcessPool:
    with _SHARED_POOLS_LOCK:
        pool = _SHARED_POOLS.get(limits)
        if pool is None or not pool.active:
            pool = _SHARED_POOLS[limits] = _pool(1, limits)
        return pool


def _prepare_worker(parent: int, memory: int) -> None:
    """Runs once in every new process, before its first file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _HAS_TIMERS:  # a parent that ignores a signal passes that on
        signal.signal(signal.SIGPROF, signal.SIG_DFL)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
    logging.disable()  # what libraries say of a broken file would run through the progress bar
    if resource is not None:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            _, most = resource.getrlimit(resource.RLIMIT_DATA)
            resource.setrlimit(resource.RLIMIT_DATA, (memory, most))
    collect_seldom()
    threading.Thread(target=_die_with_parent, args=(parent,), daemon=True).start()


def collect_seldom() -> None:
    """Set the garbage collector of this process to reading documents."""
    gc.set_threshold(*_COLLECT_AFTER)


def _die_with_parent(parent: int) -> None:
    """A process whose parent was killed would wait, or hang in its file, for ever."""
    while os.getppid() == parent:
        time.sleep(_PARENT_POLL_SECONDS)
    os._exit(1)


def _call(function: Callable[..., Any], args: tuple[Any, ...], limits: Limits) -> bytes:
    """Runs in the worker. The result is packed here, so that one too large never reaches the parent."""
    with _timed(limits):
        packed = pickle.dumps(function(*args), protocol=pickle.HIGHEST_PROTOCOL)
    if len(packed) > limits.output:
        raise LimitExceeded(
            f"{_name(args[0])} levert te veel tekst op ({len(packed) // 1_000_000} MB).", "Splits het bestand."
        )
    return packed


@contextmanager
def _timed(limits: Limits) -> Iterator[None]:
    """Lets the system end this process when its time is up, even where C code keeps Python's own signals out.

    The wall clock is for a worker whose parent was killed; else the parent is earlier.
    """
    if not _HAS_TIMERS:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, limits.cpu_seconds)
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + _ALARM_LATER)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)


def _outcome(future: "Future[bytes]", item: object, limits: Limits) -> Any:
    """The result of a finished call, or the error that says what became of its file."""
    name = _name(item)
    try:
        return pickle.loads(future.result())  # noqa: S301 - packed by our own worker
    except ReadError as error:
        return error
    except TimeoutError:
        return LimitExceeded(f"{name} lezen duurt langer dan {limits.seconds:.0f} seconden.", "Splits het bestand.")
    except MemoryError:
        return LimitExceeded(f"{name} vraagt te veel geheugen.", "Splits het bestand of sla het opnieuw op.")
    except ProcessExpired as error:
        return _of_exit(name, error.exitcode, limits)
    except Exception as error:  # what a hostile file makes our own code raise must not stop the others
        detail = " ".join(str(error).split())[:200]
        return OwnFault(
            f"{name} kan niet gelezen worden ({type(error).__name__}: {detail}).",
            "Dit is een fout in Speerpunt, niet in uw bestand: meld haar, met het bestand erbij.",
        )


def _of_exit(name: str, exit_code: int, limits: Limits) -> ReadError:
    if _HAS_TIMERS and exit_code == -signal.SIGPROF:
        return LimitExceeded(
            f"{name} lezen kost meer dan {limits.cpu_seconds:.0f} seconden rekentijd.", "Splits het bestand."
        )
    if exit_code == -_KILLED:
        return LimitExceeded(
            f"{name} lezen is door het systeem gestopt, waarschijnlijk omdat het geheugen vol was (SIGKILL).",
            "Sluit andere programma's en lees het opnieuw in, met --jobs 1. Lukt dat niet, splits dan het bestand.",
        )
    return DamagedFile(
        f"{name} is waarschijnlijk beschadigd: het lezen brak plotseling af ({_cause(exit_code)}).",
        "Open het en sla het opnieuw op als pdf. Opent het niet, haal het dan opnieuw op bij de bron.",
    )


def _cause(exit_code: int) -> str:
    """What the system calls it, for whoever has to find out more."""
    if exit_code < 0:
        with suppress(ValueError):
            return signal.Signals(-exit_code).name
    return f"code {exit_code}"


def _name(item: object) -> str:
    if isinstance(item, Path):
        return item.name
    if isinstance(item, tuple) and item:
        return _name(item[0])
    return str(item)
