"""Notices pages that show more than their text layer says: a scan under a stamp or running head, or drawn letters."""

from typing import Any

from pypdfium2 import PdfiumError, raw

FEW_WORDS = 50
"""A page with more is taken to have its text; a stamp, a header and a page number together have some 20."""

_LARGE = 0.3
"""Share of the page that a picture covers from which it may be the page itself: a letter on a form covers .5."""

_PAPER = 0.78
"""Share of the picture of a page that is nearly white. Measured on 559 pages of real documents, of which 21 have a
large picture and few words: scans have .80 or more, photographs on covers .75 or less."""

_INK = 0.005
"""Share that is not white, at least: a rule and a logo have less, three lines of text more."""

_WHITE = 200
_SCALE = 50 / 72
"""50 dots an inch, which takes a hundredth of a second and tells white from black."""

_MOST_PIXELS = 2_000_000


def shows_more(page: Any, words: int) -> bool:
    """Whether a page with so many words in its text layer has more text to be seen.

    Args:
        page: of pypdfium2.
    """
    if words >= FEW_WORDS:
        return False
    try:
        if words == 0 and _has_picture(page):
            return True
        return (words == 0 or _largest_picture(page) >= _LARGE) and _PAPER <= _paper(page) <= 1 - _INK
    except (PdfiumError, ValueError):  # a page that can't be drawn is read for what its text layer has
        return False


def _has_picture(page: Any) -> bool:
    kinds = (raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM, raw.FPDF_PAGEOBJ_SHADING)
    return any(True for _ in page.get_objects(filter=kinds, max_depth=3))


def _largest_picture(page: Any) -> float:
    """The share of the page that its largest picture covers."""
    width, height = page.get_size()
    largest = 0.0
    for picture in page.get_objects(filter=(raw.FPDF_PAGEOBJ_IMAGE,), max_depth=3):
        left, bottom, right, top = picture.get_bounds()
        across, up = min(right, width) - max(left, 0.0), min(top, height) - max(bottom, 0.0)
        largest = max(largest, max(across, 0.0) * max(up, 0.0) / max(width * height, 1.0))
    return largest


def _paper(page: Any) -> float:
    """The share of a page that is nearly white."""
    width, height = page.get_size()
    scale = min(_SCALE, (_MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    counts = page.render(scale=scale, grayscale=True).to_pil().convert("L").histogram()
    return float(sum(counts[_WHITE:]) / max(sum(counts), 1))
