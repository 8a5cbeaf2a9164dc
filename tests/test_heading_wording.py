"""Whether the words of a line could be a heading, and the number that it opens with."""

import pytest

from ingest.composing.wording import could_be_heading, is_prose, number_of

LONG = (
    "3.1.02 Een plan voor het havengebied, dat op basis van de startnotitie en met een raming van de kosten en de baten"
    " door de raad van Waterdrecht is vastgesteld en waarover bewoners en ondernemers in de haven konden meepraten"
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.11 Haven", (3, 11)),
        ("3.11a Haven, noordzijde", (3, 11)),
        ("3.b Haven", (3, 2)),
        ("12 maart Haven", ()),
        ("3 jaar Haven", ()),
        ("3.11abc Haven", ()),
    ],
)
def test_the_number_of_a_heading(text: str, number: tuple[int, ...]) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "could"),
    [
        pytest.param("3.2 Nieuwbouw van de St. Jorisschool", True, id="an abbreviation ends no sentence"),
        pytest.param("3.2 De school is klaar. De buurt is blij", False, id="two sentences"),
        pytest.param("3.4.04 IVP 3.0", True, id="its own number is not counted as figures"),
        pytest.param("3.4.04 A 35 12", False, id="a row of figures"),
        pytest.param(LONG, True, id="a result of a whole sentence"),
        pytest.param(f"{LONG}, ook in de winter en in het weekend", False, id="longer still"),
    ],
)
def test_a_line_set_apart_could_be_a_heading(text: str, could: bool) -> None:
    assert could_be_heading(text, set_apart=True) is could


def test_a_name_with_an_abbreviation_is_no_text_that_a_heading_stands_over() -> None:
    assert not is_prose("Stichting St. Katrijn Waterdrecht")
    assert is_prose("De stichting stopt. St. Katrijn gaat dicht")
