"""The guard: whatever one file does to its process, the others come through."""

import os
import re
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EmptyFile, LimitExceeded, OwnFault, ReadError
from ingest.guard import Limits, run_guarded, run_one

TIGHT = Limits(cpu_seconds=2.0, seconds=5.0, memory=300_000_000, output=100_000)


def behave(item: str) -> str:
    """What the files of these tests do to the process that reads them."""
    if item == "kills":
        os.kill(os.getpid(), signal.SIGKILL)
    if item == "exits":
        os._exit(7)
    if item == "hangs":
        time.sleep(600)
    if item == "spins":
        while True:
            pass
    if item == "eats":
        hoard = []
        while True:
            hoard.append(bytearray(10_000_000))
    if item == "floods":
        return "x" * 200_000
    if item == "empty":
        raise EmptyFile("empty is leeg.", "Kijk na.")
    if item == "bug":
        raise KeyError("een sleutel\nop twee regels")
    return item.upper()


def divide(left: int, right: int) -> float:
    return left / right


def process_id(_: object) -> int:
    return os.getpid()


def test_gives_every_result_with_its_item() -> None:
    found = dict(run_guarded(behave, ["een", "twee", "drie"], jobs=2, limits=TIGHT))

    assert found == {"een": "EEN", "twee": "TWEE", "drie": "DRIE"}


def test_hostile_items_fail_alone() -> None:
    innocent = [f"goed {number}" for number in range(12)]
    hostile = ["kills", "exits", "hangs", "spins", "eats", "floods", "empty", "bug"]
    mixed = [name for pair in zip(innocent, hostile, strict=False) for name in pair] + innocent[8:]

    found = dict(run_guarded(behave, mixed, jobs=2, limits=TIGHT))

    assert {name: found[name] for name in innocent} == {name: name.upper() for name in innocent}
    errors = {name: type(found[name]) for name in hostile}
    assert errors == {
        "kills": LimitExceeded,
        "exits": DamagedFile,
        "hangs": LimitExceeded,
        "spins": LimitExceeded,
        "eats": LimitExceeded,
        "floods": LimitExceeded,
        "empty": EmptyFile,
        "bug": OwnFault,
    }
    messages = {name: str(found[name]) for name in hostile}
    assert messages["kills"] == (
        "kills lezen is door het systeem gestopt, waarschijnlijk omdat het geheugen vol was (SIGKILL). Sluit andere "
        "programma's en lees het opnieuw in, met --jobs 1. Lukt dat niet, splits dan het bestand."
    )
    assert messages["exits"] == (
        "exits is waarschijnlijk beschadigd: het lezen brak plotseling af (code 7). Open het en sla het opnieuw op als "
        "pdf. Opent het niet, haal het dan opnieuw op bij de bron."
    )
    assert messages["hangs"] == "hangs lezen duurt langer dan 5 seconden. Splits het bestand."
    assert messages["eats"] == "eats vraagt te veel geheugen. Splits het bestand of sla het opnieuw op."
    assert messages["empty"] == "empty is leeg. Kijk na."
    assert all("\n" not in message for message in messages.values())


def burn(seconds: float) -> float:
    """Takes processor time, however long that lasts."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return seconds


def burn_in_c(name: str) -> bool:
    """A pattern that no program sees the end of; Python's own signals wait until it is there."""
    return re.fullmatch("(a|aa)+", "a" * 60 + name) is not None


def wait(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


PATIENT = Limits(cpu_seconds=1.0, seconds=120.0)


@pytest.mark.parametrize(("function", "item"), [(burn, 90.0), (burn_in_c, "b")], ids=["Python", "C"])
def test_what_takes_too_much_processor_time_is_ended(function: Callable[[object], object], item: object) -> None:
    started = time.monotonic()

    found = dict(run_guarded(function, [item], limits=PATIENT))

    assert str(found[item]) == f"{item} lezen kost meer dan 1 seconden rekentijd. Splits het bestand."
    assert time.monotonic() - started < 60


def test_waiting_takes_no_processor_time() -> None:
    assert dict(run_guarded(wait, [1.5], limits=PATIENT)) == {1.5: 1.5}


def test_each_file_has_its_own_processor_time() -> None:
    shares = [0.5, 0.51, 0.52, 0.53]

    assert dict(run_guarded(burn, shares, limits=PATIENT)) == {share: share for share in shares}


def test_takes_items_only_as_they_are_needed() -> None:
    taken = []

    def names() -> Iterator[str]:
        for number in range(1_000):
            taken.append(number)
            yield str(number)

    results = run_guarded(behave, names(), jobs=2, limits=TIGHT)
    next(results)
    results.close()  # type: ignore[attr-defined]

    assert len(taken) <= 5


def test_processes_are_reused_and_replaced_in_time() -> None:
    limits = Limits(files_per_process=4)

    found = [result for _, result in run_guarded(process_id, range(8), jobs=1, limits=limits)]

    assert len(set(found)) == 2
    assert os.getpid() not in found


def test_run_one_gives_the_result_and_the_errors() -> None:
    assert run_one(divide, 6, 3) == 2.0
    with pytest.raises(ReadError, match="ZeroDivisionError"):
        run_one(divide, 1, 0)
    with pytest.raises(LimitExceeded, match="SIGKILL"):
        run_one(behave, "kills")
    assert run_one(behave, "daarna") == "DAARNA"


def test_run_one_keeps_its_process_warm() -> None:
    assert run_one(process_id, 1) == run_one(process_id, 2)


QUIET = """
    from ingest.guard import Limits, run_guarded

    if __name__ == "__main__":
        found = run_guarded(abs, range(12), jobs=2, limits=Limits(files_per_process=5))
        print(sum(item == result for item, result in found))
"""


def test_nothing_is_said_on_standard_error(tmp_path: Path) -> None:
    (tmp_path / "program.py").write_text(textwrap.dedent(QUIET))
    root = Path(__file__).resolve().parent.parent
    done = subprocess.run(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    assert (done.stdout.strip(), done.stderr) == ("12", "")


PROGRAM = """
    import os, time
    from pathlib import Path
    from ingest.guard import Limits, run_guarded
    import hangs

    if __name__ == "__main__":
        for _ in run_guarded(hangs.hang, [Path("pid")], jobs=1, limits=Limits(seconds=60)):
            pass
"""
HANGING = """
    import os, time
    def hang(path):
        path.write_text(str(os.getpid()))
        time.sleep(600)
"""


@pytest.mark.parametrize("stopped_by", [signal.SIGINT, signal.SIGKILL], ids=["Ctrl-C", "kill -9"])
def test_no_process_outlives_the_program(tmp_path: Path, stopped_by: signal.Signals) -> None:
    (tmp_path / "program.py").write_text(textwrap.dedent(PROGRAM))
    (tmp_path / "hangs.py").write_text(textwrap.dedent(HANGING))
    root = Path(__file__).resolve().parent.parent
    program = subprocess.Popen(
        [sys.executable, "program.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{root}{os.pathsep}{tmp_path}"},
        stderr=subprocess.DEVNULL,
    )
    worker = int(_awaited(tmp_path / "pid"))
    program.send_signal(stopped_by)
    program.wait(timeout=20)

    assert _gone_within(worker, seconds=10)


def _awaited(path: Path) -> str:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if path.exists() and path.read_text():
            return path.read_text()
        time.sleep(0.05)
    raise AssertionError("the worker never started")


def _gone_within(process: int, *, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not Path(f"/proc/{process}").exists():
            return True
        time.sleep(0.1)
    return False


def test_names_in_messages_are_harmless() -> None:
    error = EmptyFile("stuk\n\x1b[31m\u202efdp.exe is leeg.", "Kijk na.")

    assert error.message == "stuk\ufffd\ufffd[31m\ufffdfdp.exe is leeg."
