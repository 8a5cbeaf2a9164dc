"""Lines on a page that go on with the line above them, though that stops short or ends in a stop."""

import pytest

from ingest.clean import compose
from ingest.layout import Line, Reading
from tests.layouts import A4, placed

FULL = "Aan het eind van het lopende begrotingsjaar is er van de kredieten nog steeds en ook daarna een deel over,"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("dat is ca.", "€ 4,0 miljoen, minder dan gedacht.", id="a sum behind an abbreviation"),
        pytest.param("zoals o.a.", "de brug en de kade.", id="a word in small letters behind an abbreviation"),
        pytest.param("is het nadeel", "€ 4,0 miljoen, minder dan gedacht.", id="a sum"),
        pytest.param("op de vaste schuld", "(> 1 jaar). De norm geeft aan hoe hoog dat risico is.", id="a bracket"),
    ],
)
def test_a_line_that_goes_on_with_a_short_one(above: str, below: str) -> None:
    assert paragraphs(FULL, above, below) == [f"{FULL} {above} {below}"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        pytest.param("dat is zo.", "€ 4,0 miljoen is minder dan gedacht.", id="a sentence ended"),
        pytest.param("bruggen enz.", "De kade volgt.", id="a capital behind an abbreviation"),
        pytest.param("dat is zo.", "(Zie ook bladzijde 3.)", id="a bracket after a sentence"),
    ],
)
def test_a_line_that_begins_anew(above: str, below: str) -> None:
    assert paragraphs(FULL, above, below) == [f"{FULL} {above}", below]


def paragraphs(*texts: str) -> list[str]:
    """The paragraphs of lines below each other on one page."""
    lines: list[Line] = [
        placed(text, 100 + 14 * number, right=70.0 + 4 * len(text)) for number, text in enumerate(texts)
    ]
    composed = compose(Reading("pdf", tuple(lines), page_sizes=(A4,)))
    return [composed.text[block.start : block.end] for block in composed.blocks]
