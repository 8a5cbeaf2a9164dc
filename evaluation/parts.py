"""What `make eval` consists of: parts that are run one after another, where one that fails doesn't stop the next."""

import contextlib
import io
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

State = Literal["done", "failed", "skipped"]


@dataclass(frozen=True, slots=True)
class Part:
    """A thing to measure.

    Attributes:
        needs: files and folders without which there is nothing to measure.
        work: prints its figures and gives an exit status; 0 is good.
    """

    title: str
    needs: tuple[Path, ...]
    work: Callable[[], int]


@dataclass(frozen=True, slots=True)
class Ran:
    """What became of a part, and what it printed."""

    title: str
    state: State
    text: str
    seconds: float

    @property
    def headline(self) -> str:
        """The last line, which the scorers sum up in; of a part that was skipped, why."""
        lines = [line.strip() for line in self.text.splitlines() if line.strip()]
        return lines[-1] if lines else ""


def run(parts: Iterable[Part]) -> Iterator[Ran]:
    """Run the parts in order; each is printed as soon as it is done."""
    for part in parts:
        ran = _run(part)
        print(f"\n{ran.title}\n{'-' * len(ran.title)}\n{ran.text.rstrip()}", flush=True)
        yield ran


def _run(part: Part) -> Ran:
    absent = [str(path) for path in part.needs if not path.exists()]
    if absent:
        return Ran(part.title, "skipped", f"skipped: {', '.join(absent)} not here", 0.0)
    started, printed = time.monotonic(), io.StringIO()
    with contextlib.redirect_stdout(printed):
        try:
            status = part.work()
        except Exception:  # whatever is wrong with one part, the others are measured
            print(traceback.format_exc())
            status = 1
    return Ran(part.title, "failed" if status else "done", printed.getvalue(), time.monotonic() - started)


def summary(ran: Sequence[Ran]) -> str:
    """A table of all parts."""
    lines = [f"{'part':<58}{'state':<9}{'seconds':>8}  last line"]
    lines += [f"{one.title:<58}{one.state:<9}{one.seconds:8.0f}  {one.headline[:90]}" for one in ran]
    return "\n".join(lines)


def command(*arguments: str | Path, output: Path | None = None) -> int:
    """Run Python with these arguments; what it prints is ours, or goes to the file. Errors are printed either way."""
    done = subprocess.run([sys.executable, *map(str, arguments)], capture_output=True, text=True, check=False)
    if output is None:
        print(done.stdout, end="")
    else:
        output.write_text(done.stdout, encoding="utf-8")
    if done.returncode:
        print(f"{' '.join(map(str, arguments[:3]))} ended with status {done.returncode}: {done.stderr[-2000:]}")
    return done.returncode
