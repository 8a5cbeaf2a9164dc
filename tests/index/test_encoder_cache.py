"""What is made once for all and kept in the user's cache: whole, or not at all."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from index.encoders.cache import ensure
from ingest.errors import EncoderError

ROOT = Path(__file__).resolve().parents[2]


def test_an_exception_halfway_leaves_nothing(tmp_path: Path) -> None:
    def make(folder: Path) -> None:
        (folder / "half").write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ensure(tmp_path / "model", make)
    assert [path.name for path in tmp_path.iterdir() if path.suffix != ".lock"] == []


def test_a_killed_build_leaves_no_folder_and_the_next_cleans_up(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    program = (
        "import os, pathlib, signal\nfrom index.encoders.cache import ensure\n"
        "def make(part):\n    (part / 'half').write_text('half')\n    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"ensure(pathlib.Path({str(folder)!r}), make)\n"
    )
    killed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False)
    assert killed.returncode == -9
    assert not folder.exists()
    assert list(tmp_path.glob("*.part"))
    assert ensure(folder, write("whole")) == folder
    assert (folder / "content").read_text() == "whole"
    assert not list(tmp_path.glob("*.part"))


def test_two_processes_make_it_once(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    program = (
        "import pathlib, time\nfrom index.encoders.cache import ensure\n"
        "def make(part):\n    (part / 'content').write_text('x')\n    time.sleep(0.3)\n    print('made')\n"
        f"ensure(pathlib.Path({str(folder)!r}), make)\n"
    )
    command = [sys.executable, "-c", program]
    running = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    printed = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert sorted(printed) == ["", "made\n"]


def write(content: str) -> Callable[[Path], None]:
    def make(folder: Path) -> None:
        (folder / "content").write_text(content)

    return make


def test_a_cache_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(EncoderError, match="SPEERPUNT_CACHE"):
        ensure(tmp_path / "file" / "model", write("x"))
