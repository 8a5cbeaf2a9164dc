"""Mentions of one person become one person, and nobody else's are taken along."""

from pathlib import Path

import pytest

from index.people import people_of
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
