"""The municipality that stands with an office, in a document of several."""

from dataclasses import replace
from pathlib import Path

from index.finding.homes import homes_of
from index.finding.people import people_of
from ingest.fact_types import Official
from tests.index.making import document, identity, new_library, put

PLACES = ("Waterdrecht", "Oosterhage", "Sint-Maartenszijl")
NAME = "Anna Bakker"


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
