"""Words that a narrow cell of a table broke off without a hyphen."""

import pytest

from ingest.composing.cut_words import with_whole_words
from ingest.layout import Line


def row(*cells: str) -> Line:
    return Line(" | ".join(cells), 1, role="table_row", cells=cells, table=1)


@pytest.mark.parametrize(
    ("cell", "elsewhere", "mended"),
    [
        ("Jaarreken ing 2024", "De jaarrekening volgt.", "Jaarrekening 2024"),
        ("Jaarreken ing 2024", "De begroting volgt.", "Jaarreken ing 2024"),
        ("Speeltuin huur", "Voor huur van een speeltuin is speeltuinhuur nodig.", "Speeltuin huur"),
        ("Gaat in gang", "De ingang is dicht.", "Gaat in gang"),
        ("Jaarreken Ing Beheer", "De jaarrekening volgt.", "Jaarreken Ing Beheer"),
    ],
)
def test_two_halves_are_joined_where_only_the_whole_occurs_elsewhere(cell: str, elsewhere: str, mended: str) -> None:
    text, table = with_whole_words([Line(elsewhere, 1), row(cell, "12")])
    assert (text.text, table.text, table.cells) == (elsewhere, f"{mended} | 12", (mended, "12"))


def test_halves_in_two_cells_and_in_running_text_stay_apart() -> None:
    lines = [Line("Een jaarrekening en een program ma", 1), Line("Het programma", 1), row("Jaarreken", "ing")]
    assert with_whole_words(lines) == lines
