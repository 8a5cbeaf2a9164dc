"""Who is one person in two spellings, and who has an office elsewhere or had one before."""

from dataclasses import replace
from typing import Any

import pytest

from ingest.facts.officials import officials
from ingest.facts.persons import a_letter_apart
from ingest.model import Inferred
from tests.facts.fact_documents import document


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("zijdewind", "zijdewint", True),
        ("hoogerbrug", "hogerbrug", True),
        ("hogerbrug", "hogerbrugh", True),
        ("hogerbrug", "hogerbrug", False),
        ("zijdewind", "zijdebant", False),
        ("vink", "vonk", False),
        ("hogerbrug", "hogerbruggen", False),
    ],
)
def test_long_names_may_differ_in_a_letter(one: str, other: str, apart: bool) -> None:
    assert a_letter_apart(one, other) is apart
    assert a_letter_apart(other, one) is apart


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Wethouder Lise Zijdewind komt.\nWethouder Zijdewint ook.", {"Lise Zijdewind"}),
        ("Wethouders Zijdewind en Zijdewint komen.", {"Zijdewind", "Zijdewint"}),
        ("Wethouder Lise Zijdewind komt.\nGriffier Zijdewint ook.", {"Lise Zijdewind", "Zijdewint"}),
        ("Wethouder L. Zijdewind komt.\nWethouder K. Zijdewint ook.", {"L. Zijdewind", "K. Zijdewint"}),
    ],
    ids=["one by ear", "named together", "another office", "other initials"],
)
def test_a_name_by_ear_is_no_second_official(text: str, names: set[str]) -> None:
    assert {fact.name for fact in officials(document(text))} == names


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
        "Eens? Wethouder, de heer Mulder, die zei dat.",
    ],
)
def test_who_had_an_office_or_follows_one_that_is_spoken_to_has_none(text: str) -> None:
    assert officials(document(text)) == []


@pytest.mark.parametrize(
    "text", ["De wethouder, de heer Mulder, zei dat.", "Wethouder, de heer Mulder (VVD), zei."]
)
def test_a_name_that_explains_the_office_holds_it(text: str) -> None:
    assert {fact.name for fact in officials(document(text))} == {"Mulder"}
