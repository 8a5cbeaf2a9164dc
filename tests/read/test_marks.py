"""Marks of footnotes at which pdfium ends a line, in the middle of a sentence."""

import pytest

from ingest.read.cells import Rect
from ingest.read.pdf_probe import Probe
from ingest.read.pdf_text import Geometry, page_lines

STEP = 5.0
Place = tuple[str, float, float, float]


class Drawn(Probe):
    """A page as pdfium would give it: lines of (text, left, height of the baseline, size), letters 5 points apart."""

    def __init__(self, *lines: list[Place]) -> None:
        self.text = "\r\n".join("".join(text for text, *_ in line) for line in lines)
        self.has_surrogates = False
        self._letters: list[tuple[float, float, float]] = []
        for line in lines:
            for text, left, height, size in line:
                self._letters += [(left + STEP * place, height, size) for place in range(len(text))]
            self._letters += [(0.0, 0.0, 10.0)] * 2

    def rects(self, start: int, end: int) -> list[Rect]:
        left, height, _ = self._letters[start]
        return [(left, height - 2, self._letters[end - 1][0] + STEP, height + 8)]

    def size(self, index: int) -> tuple[float, bool]:
        return self._letters[index][2], True

    def origin(self, index: int) -> tuple[float, float]:
        return self._letters[index][:2]

    def face(self, index: int) -> tuple[bool, bool]:
        return False, False

    def colour(self, index: int) -> str | None:
        return "#000000"


BEFORE: Place = ("Dit is vast.", 70, 700, 10)
END = 70 + STEP * 12


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        pytest.param(
            [[BEFORE], [("1 ", END, 704, 6), ("Wie wil", END + 10, 700, 10)]],
            ["Dit is vast. Wie wil"],
            id="before the words that follow",
        ),
        pytest.param(
            [[BEFORE], [("12", END, 704, 6)], [("Wie wil", END + 15, 700, 10)]],
            ["Dit is vast. Wie wil"],
            id="a line of its own",
        ),
        pytest.param(
            [[BEFORE], [("1", END, 704, 6)], [("Hierna begint iets", 70, 688, 10)]],
            ["Dit is vast.", "Hierna begint iets"],
            id="at the end of a line",
        ),
        pytest.param(
            [[("bijna 20 m", 70, 700, 10)], [("2", 120, 704, 6)]], ["bijna 20 m2"], id="a power belongs to its unit"
        ),
        pytest.param([[BEFORE], [("12", 300, 700, 10)]], ["Dit is vast.", "12"], id="a figure in a table"),
        pytest.param(
            [[BEFORE], [("1 ", 70, 60, 6), ("Zie de bijlage", 80, 56, 10)]],
            ["Dit is vast.", "1 Zie de bijlage"],
            id="the footnote itself",
        ),
    ],
)
def test_the_text_goes_on_after_a_mark(lines: list[list[Place]], expected: list[str]) -> None:
    rows = page_lines(Drawn(*lines), Geometry(0, 0, 595, 842))

    assert [" | ".join(piece.text for piece in row) for row in rows] == expected
