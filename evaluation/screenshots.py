"""Pictures of every page for the documentation: `python -m evaluation.screenshots --library MAP`."""

import argparse
import io
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from PIL import Image

from evaluation.chromium import browser, running_app, settle
from index.library import Library

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TARGET = Path(__file__).resolve().parent.parent / "docs" / "schermen"
WIDE = (1280, 900)
NARROW = (420, 900)
LARGEST = 300_000
"""Bytes: a picture is in the repository for ever."""


def views(library: Path) -> dict[str, tuple[str, tuple[int, int]]]:
    """Name of the picture -> path and query, and the size of the window."""
    question = urlencode({"vraag": "Wat is er toegezegd over jeugdoverlast?", "gemeente": "Waterdrecht"})
    return {
        "zoeken": (f"?{question}", WIDE),
        "zoeken-smal": (f"?{question}", NARROW),
        "document": (f"document?{urlencode(_passage(library))}", WIDE),
        "speerpunten": ("speerpunten?gemeente=Waterdrecht", WIDE),
        "toezeggingen": ("toezeggingen?gemeente=Waterdrecht&thema=jeugdoverlast", WIDE),
        "toezeggingen-smal": ("toezeggingen?gemeente=Waterdrecht&thema=jeugdoverlast", NARROW),
        "portefeuillehouders": ("portefeuillehouders", WIDE),
        "collectie": ("collectie", WIDE),
    }


def _passage(folder: Path) -> dict[str, str]:
    """The first commitment on a page of a PDF that has an outline."""
    with Library.open(folder) as library:
        rows = [row for row in library.facts("commitment") if row.page and row.page > 3 and row.fact.confidence > 0.8]
        row = rows[0]
    place = {"doc": row.document.source.sha256, "page": row.page, "van": row.fact.start, "tot": row.fact.end}
    return {name: str(value) for name, value in place.items()}


def take(chromium: "Browser", address: str, size: tuple[int, int]) -> bytes:
    """A picture of what a user sees at this address, small enough to keep."""
    width, height = size
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
    page = context.new_page()
    page.goto(address)
    settle(page)
    png = page.screenshot(animations="disabled")
    context.close()
    return png if len(png) <= LARGEST else _smaller(png)


def _smaller(png: bytes) -> bytes:
    stream = io.BytesIO()
    Image.open(io.BytesIO(png)).convert("P", palette=Image.Palette.ADAPTIVE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


def main() -> None:
    """Take them all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    asked = parser.parse_args()
    asked.target.mkdir(parents=True, exist_ok=True)
    with running_app(asked.library) as address, browser() as chromium:
        for name, (path, size) in views(asked.library).items():
            picture = asked.target / f"{name}.png"
            picture.write_bytes(take(chromium, f"{address}/{path}", size))
            print(f"{picture.name}: {picture.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
