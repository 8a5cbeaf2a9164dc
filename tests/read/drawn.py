"""Puts pieces on a page by hand, in the order in which it draws them."""

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.rows import arrange

SIZE = 10.0
Drawn = list[tuple[float, float, str]]


def piece(left: float, baseline: float, content: str, *, bold: bool = False) -> Piece:
    """A piece of ten points high letters that are five wide."""
    width = 5.0 * len(content)
    return Piece(content, left, baseline - 8, left + width, baseline + 2, baseline, Style(SIZE, bold, "#000000"))


def page(*lines: Drawn) -> list[str]:
    """The texts of the lines of a page on which these were drawn."""
    drawn = (tuple(piece(left, baseline, content) for left, baseline, content in line) for line in lines)
    return [line.text for line in arrange(drawn, 1)]


def column(left: float, top: float, *contents: str, step: float = 12.0) -> list[Drawn]:
    """Lines below each other, each with one text."""
    return [[(left, top + step * place, content)] for place, content in enumerate(contents)]


PROSE = [f"regel {number} van een lange kolom met tekst" for number in range(8)]
OTHER = [f"zin {number} van een andere kolom met tekst" for number in range(8)]
