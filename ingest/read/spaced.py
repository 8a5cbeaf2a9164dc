"""Closes up words that are set with room between their letters: pdfium reads a space after each ("K A D E R")."""

import re
from itertools import pairwise
from statistics import median_low

from ingest.read.pdf_probe import Probe

_SPACED = re.compile(r"[^\W\d_] [^\W\d_] [^\W\d_](?:\s{1,3}\S){3,}\s*")
"""Single characters, the first three of them letters: not the letters over a few columns."""

_BETWEEN_WORDS = 1.7
"""Times the usual room between two letters from which two words meet."""


def closed_up(text: str, start: int, probe: Probe) -> str:
    """The text, which starts at this place of the page's, with spaces between its words only; "" if not set so."""
    if not _SPACED.fullmatch(text):
        return ""
    places = [place for place, letter in enumerate(text, start) if not letter.isspace()]
    room = [probe.left(after) - probe.right(before) for before, after in pairwise(places)]
    widest = _BETWEEN_WORDS * median_low(room)
    words = (
        f" {text[place - start]}" if gap > widest else text[place - start]
        for gap, place in zip(room, places[1:], strict=True)
    )
    return text[0] + "".join(words)
