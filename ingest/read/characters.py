"""Where each character of a page stands. Runs inside a guarded process only, as `ingest.read.pdf` does."""

from pathlib import Path

from ingest.layout import Box
from ingest.read.pdf import opened

MOST = 50_000
"""Characters of a page that are asked; a page of small print has 8,000."""


def character_boxes(path: Path, number: int) -> list[tuple[str, Box]]:
    """The characters of a page in the order of the file, with (left, top, right, bottom) in points from its top left.

    Spaces and line ends are left out. Empty for a page that is shown turned.

    Raises:
        ReadError: the file can't be opened.
    """
    with opened(path) as document:
        page = document[number - 1]
        if page.get_rotation():
            return []
        left, _, _, top = page.get_bbox()
        text = page.get_textpage()
        found: list[tuple[str, Box]] = []
        for index in range(min(text.count_chars(), MOST)):
            character = text.get_text_range(index, 1)
            if character and not character.isspace():
                box = text.get_charbox(index, loose=True)
                found.append((character, (box[0] - left, top - box[3], box[2] - left, top - box[1])))
        return found
