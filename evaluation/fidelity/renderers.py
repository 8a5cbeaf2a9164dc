"""The programs that make PDFs of the known text, as far as this machine has them."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from evaluation.chromium import FLAGS, executable
from evaluation.fidelity.office import office_file
from evaluation.fidelity.source import Piece
from evaluation.fidelity.web import web_page

SECONDS = 180
"""To make one PDF, on a machine that is busy with other things."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """`render` writes a PDF of the text in so many columns to a path, `print` one of a web page.

    Attributes:
        needs: what to install for it.
        convert: makes a file of another kind ("pdf", "docx") of an OpenDocument file, in a folder; None if it can't.
    """

    name: str
    needs: str
    available: Callable[[], bool]
    render: Callable[[Sequence[Piece], int, Path], None]
    print: Callable[[str, Path], None]
    convert: Callable[[Path, Path, str], Path] | None = None


def _chromium(pieces: Sequence[Piece], columns: int, target: Path) -> None:
    _chromium_prints(web_page(pieces, columns, at_foot=False), target)


def _chromium_prints(page: str, target: Path) -> None:
    source = target.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={target.with_suffix('.profile')}"
    options = ["--headless", *FLAGS, profile, "--no-pdf-header-footer", f"--print-to-pdf={target}"]
    _run([executable() or "chromium", *options, source.as_uri()])


def _libreoffice(pieces: Sequence[Piece], columns: int, target: Path) -> None:
    source = target.with_suffix(".fodt")
    source.write_text(office_file(pieces, columns), encoding="utf-8")
    _convert(source, source.parent, [])


def _libreoffice_prints(page: str, target: Path) -> None:
    source = target.with_suffix(".html")
    source.write_text(page, encoding="utf-8")
    _convert(source, source.parent, ["--infilter=HTML (StarWriter)"])


def _libreoffice_converts(source: Path, folder: Path, kind: str) -> Path:
    _convert(source, folder, [], kind)
    return (folder / source.name).with_suffix(f".{kind}")


def _convert(source: Path, folder: Path, options: list[str], kind: str = "pdf") -> None:
    profile = f"-env:UserInstallation={(folder / source.stem).with_suffix('.profile').as_uri()}"
    _run(["soffice", profile, "--headless", *options, "--convert-to", kind, "--outdir", str(folder), str(source)])


def _weasyprint(pieces: Sequence[Piece], columns: int, target: Path) -> None:
    _weasyprint_prints(web_page(pieces, columns, at_foot=True), target)


def _weasyprint_prints(page: str, target: Path) -> None:
    from weasyprint import HTML  # noqa: PLC0415 - only for those who installed the extra `eval`

    HTML(string=page).write_pdf(target)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, timeout=SECONDS, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


RENDERERS = (
    Renderer("Chromium", "apt install chromium", lambda: executable() is not None, _chromium, _chromium_prints),
    Renderer(
        "LibreOffice",
        "apt install libreoffice-writer",
        lambda: shutil.which("soffice") is not None,
        _libreoffice,
        _libreoffice_prints,
        _libreoffice_converts,
    ),
    Renderer(
        "WeasyPrint",
        "pip install '.[eval]'",
        lambda: find_spec("weasyprint") is not None,
        _weasyprint,
        _weasyprint_prints,
    ),
)
