"""The municipality that stands with an office, in a document of several."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.homes import home_in, homes_of
from index.people import people_of
from ingest.fact_types import Official
from tests.index.making import document, identity, new_library, put

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


def test_each_person_of_a_regional_plan_is_of_the_municipality_that_it_names(tmp_path: Path) -> None:
    text = "Zorg | Anna Bakker, burgemeester van Oosterhage\nHaven | Bas Tol, burgemeester\nHier tekent Cor Veen."
    facts = tuple(
        Official(text.index(name), text.index(name) + len(name), name, 0.9, name, "burgemeester")
        for name in (NAME, "Bas Tol", "Cor Veen")
    )
    regional = replace(identity(None), municipalities=PLACES)
    with new_library(tmp_path / "library") as library:
        put(library, document(text, path="regio.txt", identity=regional, facts=facts))
        rows = library.facts("official")
        people = people_of(rows, homes_of(library, rows))
    assert [(person.municipality, person.name) for person in people] == [
        ("Oosterhage", NAME),
        (None, "Bas Tol"),
        (None, "Cor Veen"),
    ]
