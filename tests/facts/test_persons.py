"""Who has an office elsewhere or had one before, and who only follows an office that is spoken to."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.facts.officials import officials
from ingest.model import Inferred
from tests.facts.fact_documents import document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wethouder Jan Mulder van de gemeente Kleipolder sprak.", set()),
        ("Wethouder Jan Mulder uit Velsen sprak.", set()),
        ("Wethouder Jan Mulder van de gemeente Oosterhage sprak.", {"Jan Mulder"}),
        ("Wethouder Jan Mulder van Financiën sprak.", {"Jan Mulder"}),
    ],
)
def test_an_office_in_another_municipality_is_none_here(text: str, names: set[str]) -> None:
    known: Inferred[Any] = Inferred("Oosterhage", 1.0)
    plain = document(text)
    here = replace(plain, identity=replace(plain.identity, municipality=known))
    assert {fact.name for fact in officials(here)} == names


@pytest.mark.parametrize(
    "text",
    [
        "Jan Mulder, burgemeester tot 2011, kreeg een penning.",
        "Jan Mulder (burgemeester van 1999 tot 2011) kreeg een penning.",
        "Dank u. Wethouder, de heer Mulder heeft gelijk.",
    ],
)
def test_who_had_an_office_or_follows_one_that_is_spoken_to_has_none(text: str) -> None:
    assert officials(document(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "De wethouder, de heer Mulder, zei dat.",
        "Wethouder, de heer Mulder (VVD), zei.",
        "Eens? Wethouder, de heer Mulder. Dank u wel.",
        "Eens? Wethouder, de heer Mulder, ga uw gang.",
    ],
)
def test_a_name_that_explains_the_office_holds_it(text: str) -> None:
    assert {fact.name for fact in officials(document(text))} == {"Mulder"}
