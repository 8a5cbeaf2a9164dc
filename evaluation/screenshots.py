"""Pictures of every page for the documentation: `python -m evaluation.screenshots --library MAP`."""

import argparse
import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image

from evaluation.addresses import addresses
from evaluation.chromium import browser, running_app, settle, visit

if TYPE_CHECKING:
    from playwright.sync_api import Browser

DOCS = Path(__file__).resolve().parent.parent / "docs"
TARGET = DOCS / "schermen"
MANUAL = DOCS / "handleiding.md"

SIZES = {"": (1280, 900), "-smal": (420, 900)}
"""What is put behind the name of a page, and the size of the window: a screen and a telephone."""

COLOURS = 96
"""A picture is in the repository for ever; with so many colours it takes about 40 kB and looks the same."""

MILLISECONDS = 1000
"""For charts, and for what moves into view after the page was drawn."""

_PICTURE = re.compile(r"!\[[^\]]+\]\(([^)\s]+)\)")


def take(chromium: "Browser", address: str, size: tuple[int, int]) -> bytes:
    """A picture of what a user sees at this address, small enough to keep."""
    width, height = size
    context = chromium.new_context(viewport={"width": width, "height": height}, locale="nl-NL")
    page = context.new_page()
    visit(page, address)
    page.wait_for_timeout(MILLISECONDS)
    settle(page)
    png = page.screenshot(animations="disabled")
    context.close()
    return _smaller(png)


def _smaller(png: bytes) -> bytes:
    stream = io.BytesIO()
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    picture.save(stream, "PNG", optimize=True)
    return stream.getvalue()


def pictures(text: str) -> list[str]:
    """The pictures that a Markdown text shows, in order, as it names them."""
    return _PICTURE.findall(text)


def absent(manual: Path) -> list[str]:
    """The pictures that the manual shows and that aren't there."""
    return [name for name in pictures(manual.read_text(encoding="utf-8")) if not (manual.parent / name).is_file()]


def main() -> int:
    """Take them all, remove those that nobody takes any more, and check that the manual has all that it shows."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--library", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    asked = parser.parse_args()
    asked.target.mkdir(parents=True, exist_ok=True)
    taken = set()
    with running_app(asked.library) as address, browser() as chromium:
        for page, path in addresses(asked.library).items():
            for suffix, size in SIZES.items():
                picture = asked.target / f"{page}{suffix}.png"
                picture.write_bytes(take(chromium, f"{address}/{path}", size))
                taken.add(picture.name)
                print(f"{picture.name}: {picture.stat().st_size // 1000} kB")
    for old in asked.target.glob("*.png"):
        if old.name not in taken:
            old.unlink()
    missing = absent(MANUAL)
    print("\n".join(f"{MANUAL.name}: {name} is er niet" for name in missing))
    return bool(missing)


if __name__ == "__main__":
    sys.exit(main())
