"""Who sits in a seat that a paper names without its holder."""

from pathlib import Path

import pytest

from index.finding.people import people_of
from index.finding.seats import by_office, who_had
from index.finding.terms_of_office import careers_of
from ingest.fact_types import Commitment
from tests.index.making import new_library
from tests.index.test_terms_of_office import add, name


@pytest.mark.parametrize(
    ("actor", "day", "who"),
    [
        pytest.param("de burgemeester", "2021-06-01", ["Ans Kuiper"], id="the mayor of that time"),
        pytest.param("De burgemeester", "2024-06-01", ["Bas Tol"], id="a later one"),
        pytest.param("wethouder Wonen", "2022-01-01", ["Cor Veen"], id="by portfolio"),
        pytest.param("de wethouder", "2022-01-01", [], id="any wethouder"),
        pytest.param("burgemeester Kuiper", "2021-06-01", [], id="with a name"),
        pytest.param("de burgemeester", "2019-01-01", [], id="before anybody is named"),
        pytest.param("wij", "2021-06-01", [], id="no office"),
    ],
)
def test_commitments_of_an_office_without_a_name(actor: str, day: str, who: list[str], tmp_path: Path) -> None:
    text = f"{actor} stuurt een brief."
    promise = Commitment(0, len(text), text, 0.9, actor, "stuurt", "een brief", "strong", "planned")
    with new_library(tmp_path / "library") as library:
        for moment, mayor in (("2020-01-01", "Ans Kuiper"), ("2022-12-01", "Ans Kuiper"), ("2023-01-01", "Bas Tol")):
            name(library, moment, mayor, "burgemeester")
        name(library, "2025-01-01", "Bas Tol", "burgemeester")
        for moment in ("2021-01-01", "2023-01-01"):
            name(library, moment, "Cor Veen", portfolio="Wonen")
        add(library, day, promise, text=text)
        own = careers_of(people_of(library.facts("official")))
        found = by_office(own, library.facts("commitment"))
    assert [own[number].person.name for number in found] == who


@pytest.mark.parametrize(
    ("office", "day", "who"),
    [
        pytest.param("Burgemeester", "2021-06-01", ("Ans Kuiper",), id="while it is that person's"),
        pytest.param("Burgemeester", "2019-06-01", (), id="before anybody is named"),
        pytest.param("Wethouder Wonen en Sport", "2019-06-01", ("Cor Veen",), id="by its topics, some years before"),
        pytest.param("Wethouder Sport, Wonen", "2026-06-01", ("Cor Veen",), id="and after"),
        pytest.param("Wethouder Wonen en Sport", "2015-06-01", (), id="of another council"),
        pytest.param("Wethouder Wonen", "2022-06-01", (), id="other topics"),
        pytest.param("Wethouder 1", "2022-06-01", (), id="a number"),
    ],
)
def test_whom_other_papers_give_the_office(office: str, day: str, who: tuple[str, ...], tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for moment in ("2020-01-01", "2022-12-01"):
            name(library, moment, "Ans Kuiper", "burgemeester")
        for moment in ("2021-01-01", "2023-01-01"):
            name(library, moment, "Cor Veen", portfolio="Wonen en Sport")
        add(library, day, text="Wie wat doet.")
        paper = next(each for each in library.documents() if str(each.identity.date.value) == day)
        assert who_had(office, paper, careers_of(people_of(library.facts("official")))) == who
