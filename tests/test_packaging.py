"""What is installed has all that the program reads."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = {".py", ".po"}
"""Code, which is installed anyhow, and what the installed catalogue is made from."""


def test_every_kind_of_file_that_the_program_reads_is_installed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    installed = {Path(pattern).suffix for pattern in settings["package-data"]["*"]}
    files = (path for name in ("ingest", "index", "views") for path in (ROOT / name).rglob("*") if path.is_file())
    kinds = {path.suffix for path in files if "__pycache__" not in path.parts}
    assert kinds - SOURCES <= installed


def test_every_module_at_the_top_is_installed() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
    assert sorted(settings["py-modules"]) == sorted(path.stem for path in ROOT.glob("*.py"))
