"""Mentions of one person become one person, and nobody else's are taken along."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.people import people_of
from index.store.filters import Filters
from ingest.fact_types import Official
from tests.index.making import document, identity, new_library, put


def _official(text: str, name: str, role: str = "wethouder", portfolio: str | None = None) -> Official:
    start = text.index(name)
    return Official(start, start + len(name), name, 0.9, name, role, portfolio)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("names", "people"),
    [
        pytest.param(["Anna de Boer", "De Boer"], ["Anna de Boer"], id="surname"),
        pytest.param(["Anna de Boer", "A. de Boer"], ["Anna de Boer"], id="initials"),
        pytest.param(["A. de Boer", "De Boer"], ["A. de Boer"], id="initials-only"),
        pytest.param(["Anna de Boer", "A.M. de Boer", "De Boer"], ["Anna de Boer"], id="both"),
        pytest.param(
            ["Anna de Boer", "Arie de Boer", "A. de Boer"], ["A. de Boer", "Anna de Boer", "Arie de Boer"], id="which"
        ),
        pytest.param(["Anna de Boer-Kraan", "Anna de Boer", "A. de Boer"], ["Anna de Boer-Kraan"], id="married"),
        pytest.param(["De Boer-Kraan", "De Boer"], ["De Boer", "De Boer-Kraan"], id="surnames-that-begin-alike"),
        pytest.param(["Paul Post", "P.A. Post", "P. Post"], ["Paul Post"], id="more-initials-than-names"),
        pytest.param(
            ["A.M.C.J. de Boer", "Anna de Boer", "A. de Boer"], ["Anna de Boer"], id="initials-that-are-longer"
        ),
        pytest.param(["Anna de Boer", "P. de Boer"], ["Anna de Boer", "P. de Boer"], id="other-initials"),
        pytest.param(["Anna de Boer", "Piet de Boer", "Boer"], ["Anna de Boer", "Boer", "Piet de Boer"], id="two"),
    ],
)
def test_a_short_name_joins_the_one_it_fits(names: list[str], people: list[str], tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for number, name in enumerate(names):
            text = f"Wethouder {name} sprak."
            put(library, document(text, path=f"{number}.txt", facts=(_official(text, name),)))
        found = people_of(library.facts("official"))
    assert [person.name for person in found] == people


def test_municipalities_are_kept_apart_and_an_unknown_one_comes_last(tmp_path: Path) -> None:
    text = "Wethouder Anna Bakker sprak."
    with new_library(tmp_path / "library") as library:
        for path, municipality in (("a.txt", None), ("b.txt", "Waterdrecht"), ("c.txt", "Oosterhage")):
            about = identity(municipality)
            put(library, document(text, path=path, identity=about, facts=(_official(text, "Anna Bakker"),)))
        found = people_of(library.facts("official"))
    assert [person.municipality for person in found] == ["Oosterhage", "Waterdrecht", None]


def test_an_office_without_portfolio_gives_way_to_one_with(tmp_path: Path) -> None:
    text = "Wethouder Anna Bakker sprak."
    with new_library(tmp_path / "library") as library:
        put(library, document(text, path="a.txt", facts=(_official(text, "Anna Bakker"),)))
        put(library, document(text, path="b.txt", facts=(_official(text, "Anna Bakker", portfolio="jeugd"),)))
        (person,) = people_of(library.facts("official"))
    assert [(office.role, office.portfolio) for office in person.offices] == [("wethouder", "jeugd")]
    assert [row.document.file for row in person.mentions] == ["a.txt", "b.txt"]


def test_portfolio_holder_is_called_by_the_office_that_is_known(tmp_path: Path) -> None:
    text = "Wethouder Anna Bakker sprak."
    with new_library(tmp_path / "library") as library:
        put(library, document(text, path="a.txt", facts=(_official(text, "Anna Bakker"),)))
        holder = _official(text, "Anna Bakker", "portefeuillehouder", "jeugd")
        put(library, document(text, path="b.txt", facts=(holder,)))
        (person,) = people_of(library.facts("official"))
    assert [(office.role, office.portfolio) for office in person.offices] == [("wethouder", "jeugd")]


def test_a_regional_plan_has_its_people_filed_under_the_municipality_that_knows_them(tmp_path: Path) -> None:
    text = "Burgemeester Anna Bakker sprak."
    with new_library(tmp_path / "library") as library:
        own = _official(text, "Anna Bakker", "burgemeester")
        put(library, document(text, path="a.txt", identity=identity("Waterdrecht"), facts=(own,)))
        regional = replace(identity(None), municipalities=("Waterdrecht", "Oosterhage"))
        put(library, document(text, path="b.txt", identity=regional, facts=(own,)))
        people = people_of(library.facts("official"))
    assert [(person.municipality, len(person.mentions)) for person in people] == [("Waterdrecht", 2)]


@pytest.mark.parametrize(
    ("wanted", "paths"),
    [
        pytest.param("Anna de Boer", ["a.txt", "b.txt", "c.txt"], id="full name"),
        pytest.param("A. de Boer", ["a.txt", "b.txt", "c.txt"], id="initials"),
        pytest.param("De Boer", ["a.txt", "b.txt", "c.txt", "d.txt"], id="surname"),
        pytest.param("P. de Boer", ["d.txt"], id="someone else"),
    ],
)
def test_a_filter_on_a_full_name_finds_the_short_forms_of_that_municipality(
    wanted: str, paths: list[str], tmp_path: Path
) -> None:
    names = {"a.txt": "Anna de Boer", "b.txt": "A. de Boer", "c.txt": "De Boer", "d.txt": "Piet de Boer"}
    with new_library(tmp_path / "library") as library:
        for path, name in names.items():
            text = f"Wethouder {name} sprak."
            place = identity("Oosterhage" if path == "d.txt" else "Waterdrecht")
            put(library, document(text, path=path, identity=place, facts=(_official(text, name),)))
        found = library.facts("official", Filters(officials=(wanted,)))
        known = set(library.people().values())
    assert sorted(row.document.source.path for row in found) == paths
    assert "Piet de Boer" in known
