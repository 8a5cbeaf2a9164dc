"""The municipality that stands with an office, and offices that are another's."""

import pytest

from ingest.facts.people.whose import home_in, is_of_another

PLACES = ("Waterdrecht", "Oosterhage", "Sint-Maartenszijl")
NAME = "Anna Bakker"


@pytest.mark.parametrize(
    ("text", "home"),
    [
        pytest.param("Zorg | Anna Bakker, burgemeester van Oosterhage", "Oosterhage", id="after the office"),
        pytest.param("Anna Bakker (wethouder te Sint-Maartenszijl) tekent.", "Sint-Maartenszijl", id="in brackets"),
        pytest.param("De burgemeester van de gemeente Oosterhage, Anna Bakker, sprak.", "Oosterhage", id="before it"),
        pytest.param("Burgemeester Anna Bakker van Waterdrecht sprak.", "Waterdrecht", id="after the name"),
        pytest.param("Trekkers: Anna Bakker (Oosterhage) en Bas Tol (Waterdrecht).", "Oosterhage", id="only the place"),
        pytest.param("gemeente Oosterhage | Anna Bakker | burgemeester", "Oosterhage", id="a cell of its own"),
        pytest.param("Bas Tol, burgemeester van Waterdrecht, en burgemeester Anna Bakker", None, id="of somebody else"),
        pytest.param("Burgemeester Anna Bakker sprak in Waterdrecht.", None, id="where somebody speaks"),
        pytest.param("Waterdrecht | Oosterhage | Anna Bakker", None, id="two in a row"),
        pytest.param("Burgemeester Anna Bakker sprak.\nWaterdrecht", None, id="on another line"),
    ],
)
def test_only_what_stands_with_the_office_counts(text: str, home: str | None) -> None:
    start = text.index(NAME)
    assert home_in(text, (start, start + len(NAME)), PLACES) == home


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        pytest.param(
            "Burgemeester Anna Bakker van Zwolle en wethouder Kraan spraken.", True, id="of a town that is known"
        ),
        pytest.param("Wethouder Anna Bakker van de gemeente Kleipolder sprak.", True, id="called a municipality"),
        pytest.param("Gemeente Alkmaar, vertegenwoordigd door burgemeester Anna Bakker", True, id="represented by"),
        pytest.param("Anna Bakker, burgemeester Haarlem (voorzitter)", True, id="without van"),
        pytest.param("Wethouder Anna Bakker van Hollands\nKroon sprak.", True, id="a name on two lines"),
        pytest.param("Anna Bakker (Bergen op\nZoom) sprak.", True, id="in brackets on two lines"),
        pytest.param("de burgemeester van Den\nHelder, Anna Bakker, sprak", True, id="before it on two lines"),
        pytest.param("de wethouder\nvan Schagen, Anna Bakker", True, id="office and town on two lines"),
        pytest.param("Bas Tol, burgemeester van Zwolle\nAnna Bakker, wethouder", False, id="of the line above"),
        pytest.param("Zwolle | Anna Bakker | wethouder", True, id="a cell of its own"),
        pytest.param("Burgemeester Anna Bakker van Velsen sprak.", False, id="of its own"),
        pytest.param("Wethouder Anna Bakker (Zwolle Lokaal) sprak.", False, id="a party named after a town"),
        pytest.param("Wethouder Anna Bakker sprak in Zwolle.", False, id="where somebody speaks"),
    ],
)
def test_an_office_of_another_municipality(text: str, elsewhere: bool) -> None:
    start = text.index(NAME)
    assert is_of_another(text, (start, start + len(NAME)), "Velsen") is elsewhere
