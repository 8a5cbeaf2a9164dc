"""Lines cut at the wide spaces of justified text, put together again by their edges."""

import pytest

from ingest.layout import Style
from ingest.read.bands import Piece
from ingest.read.justified import whole_lines

FULL = "Het college zet in op veilige straten"
Words = list[tuple[float, str]]


def line(baseline: float, *words: tuple[float, str], right: float) -> tuple[Piece, ...]:
    """Words with where each begins; each ends 14 points before the next, the last at `right`."""
    ends = [left - 14 for left, _ in words[1:]] + [right]
    return tuple(
        Piece(text, left, baseline - 8, end, baseline + 2, baseline, Style(10.0))
        for (left, text), end in zip(words, ends, strict=True)
    )


STRETCHED: Words = [(60, "de"), (85, "wijkbeheerder"), (170, "waarschuwt")]


@pytest.mark.parametrize(
    ("words", "right", "texts"),
    [
        pytest.param(STRETCHED, 260, ["de wijkbeheerder waarschuwt"], id="a justified line"),
        pytest.param(STRETCHED, 240, ["de", "wijkbeheerder", "waarschuwt"], id="stops short"),
        pytest.param([*STRETCHED[:2], (170, "Sint\u00ad")], 257, ["de wijkbeheerder Sint\u00ad"], id="broken off"),
        pytest.param([(60, "2024"), (120, "2025"), (180, "2026")], 260, ["2024", "2025", "2026"], id="figures"),
        pytest.param([(60, "Lasten"), (230, "1.200")], 260, ["Lasten", "1.200"], id="a row of a table"),
    ],
)
def test_a_stretched_line_is_whole_where_its_edges_are_those_of_the_text(
    words: Words, right: float, texts: list[str]
) -> None:
    rows = [line(100, (60, FULL), right=260), line(112, *words, right=right)]

    assert [piece.text for piece in whole_lines(rows)[1]] == texts


@pytest.mark.parametrize(
    ("around", "pieces"), [pytest.param(2, 1, id="in a narrow column"), pytest.param(1, 2, id="beside one line only")]
)
def test_a_line_of_two_words_is_whole_where_enough_lines_have_its_edges(around: int, pieces: int) -> None:
    rows = [*(line(100 + 12 * place, (60, FULL), right=260) for place in range(around))]
    last = 100 + 12 * around
    words = (*line(last, (60, "gemeentelijke"), right=130), *line(last, (230, "taken"), right=260))

    assert len(whole_lines([*rows, words])[-1]) == pieces


def test_unequal_gaps_are_those_of_cells() -> None:
    cells = (*line(112, (60, "de"), (85, "wijk"), right=130), *line(112, (200, "waarschuwt"), right=260))

    assert whole_lines([line(100, (60, FULL), right=260), cells])[1] == cells


def test_a_line_below_a_mended_line_is_mended_too() -> None:
    second = line(124, (60, "samen"), (100, "met"), (140, "buitengewone"), (200, "opsporing"), right=260)
    rows = [line(100, (60, FULL), right=260), line(112, *STRETCHED, right=260), second]

    assert [len(row) for row in whole_lines(rows)] == [1, 1, 1]


def test_a_stretched_label_in_a_narrow_cell_is_whole() -> None:
    figures = line(100, (60, "Jongerenwerk"), (180, "145"), (220, "150"), right=240)
    more = line(136, (60, "Totaal"), (180, "190"), (220, "195"), right=240)
    label = line(112, (60, "Haven"), (150, "en"), right=160)
    rows = [figures, label, line(122, (60, "kade"), right=80), line(117, (180, "45"), (220, "45"), right=240), more]

    assert [piece.text for piece in whole_lines(rows)[1]] == ["Haven en"]


def test_two_cells_above_figures_are_no_stretched_label() -> None:
    figures = line(112, (60, "Jongerenwerk"), (150, "145"), (220, "150"), right=240)
    more = line(124, (60, "Totaal"), (150, "190"), (220, "195"), right=240)
    heads = line(100, (60, "Onderdeel"), (150, "Lasten"), right=180)

    assert len(whole_lines([heads, figures, more])[0]) == 2
