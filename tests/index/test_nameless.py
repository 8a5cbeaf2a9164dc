"""Offices that a paper gives a subject without a name."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.nameless import nameless_offices, shared_work
from index.finding.who import who
from index.library import Library
from index.query import understand
from index.store.filters import Filters
from ingest.fact_types import Official
from ingest.model import Document, Passage
from tests.index.making import document, identity, new_library, put
from views.terms import no_name, whose

SHARES = """Burgemeester
Veiligheid
Wethouder Zorg, Sport en Wonen
SOCIAAL
• Schuldhulp
• Maatwerk
Wethouder Haven en Financiën
• Belastingen"""
SAID = "De wethouder Groen vertelt dat er over de bomen in het park nog veel te zeggen is, en dat wordt ook gedaan."


def paper(text: str, municipality: str, year: int = 2022) -> Document:
    about = identity(municipality, "coalitieakkoord", year, title=f"Akkoord {municipality}")
    return document(text, path=f"{municipality}-{year}.txt", identity=about, passages=(Passage(0, len(text)),))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("nameless") / "library") as made:
        for each in (paper(SHARES, "Waterdrecht"), paper(SAID, "Waterdrecht", 2023), paper(SHARES, "Oosterhage")):
            put(made, each)
        yield made


@pytest.mark.parametrize(
    ("subject", "quotes"),
    [
        pytest.param("wonen", ["Wethouder Zorg, Sport en Wonen"], id="in the name of the office"),
        pytest.param(
            "schuldhulp", ["Wethouder Zorg, Sport en Wonen\nSOCIAAL\n• Schuldhulp"], id="in the list below the office"
        ),
        pytest.param("belastingen", ["Wethouder Haven en Financiën\n• Belastingen"], id="of the office nearest above"),
        pytest.param("bomen", [], id="a sentence about what somebody says"),
        pytest.param("riolering", [], id="nowhere"),
    ],
)
def test_the_office_of_a_subject(library: Library, subject: str, quotes: list[str]) -> None:
    found = nameless_offices(library, [subject], ["Waterdrecht"], ())
    assert [one.text for one in found] == quotes
    assert all(one.passage.document.municipality == "Waterdrecht" for one in found)
    assert all(one.text == SHARES[one.start : one.end] for one in found)


LONG = """Portefeuilleverdeling
Burgemeester
• Veiligheid
Wethouder Wonen
WONEN
• Woonvisie
• Huurwoningen"""


def test_a_list_that_is_read_through_headings_is_cited_by_its_own(tmp_path: Path) -> None:
    heads = [LONG.index(line) for line in ("Portefeuilleverdeling", "WONEN")]
    parts = (
        Passage(0, heads[1], ("Portefeuilleverdeling",)),
        Passage(heads[1], len(LONG), ("WONEN",)),
    )
    paper_of = replace(paper(LONG, "Waterdrecht"), passages=parts)
    with new_library(tmp_path / "library") as made:
        put(made, paper_of)
        found = nameless_offices(made, ["huurwoningen"], ["Waterdrecht"], ())
        told = [(one.office, one.portfolio, one.passage.heading_path) for one in found]
        assert told == [("Wethouder Wonen", "Wonen (Woonvisie, Huurwoningen)", ("Portefeuilleverdeling",))]
        assert [one.text for one in found] == ["Wethouder Wonen\nWONEN\n• Woonvisie\n• Huurwoningen"]


def test_copies_of_a_paper_count_once(library: Library) -> None:
    places = [one.passage.document.municipality for one in shared_work(library, ["Waterdrecht", "Oosterhage"], ())]
    assert places.count("Waterdrecht") == places.count("Oosterhage") == 3


def test_a_paper_that_names_the_office_tells_whose_it_is(tmp_path: Path) -> None:
    named = "Anna Vos, wethouder Haven en Financiën, opent de markt."
    has_it = Official(0, 8, "Anna Vos", 0.9, "Anna Vos", "wethouder", "Haven en Financiën")
    about = identity("Waterdrecht", "besluitenlijst", 2024)
    with new_library(tmp_path / "library") as made:
        put(made, paper(SHARES, "Waterdrecht"))
        put(made, paper(f"{SHARES}\n", "Waterdrecht", 2023))
        put(made, document(named, path="b.txt", identity=about, facts=(has_it,)))
        found = who(made, understand("Wie gaat over belastingen in Waterdrecht?", made), Filters())
    assert found is not None
    assert [(one.office, one.names) for one in found.nameless] == [("Wethouder Haven en Financiën", ("Anna Vos",))]
    assert no_name(found) == "Een stuk geeft belastingen aan een ambt, zonder naam."
    assert whose(found.nameless[0]) == "Dit ambt heeft volgens andere stukken: Anna Vos."


def test_it_answers_who_is_in_charge_where_no_name_does(library: Library) -> None:
    question = "Wie gaat over wonen in Waterdrecht?"
    found = who(library, understand(question, library), Filters(municipalities=("Waterdrecht",)))
    assert found is not None
    assert (found.holders, [one.text for one in found.nameless]) == ((), ["Wethouder Zorg, Sport en Wonen"])
    assert no_name(found).startswith("Een stuk geeft wonen aan een ambt, zonder naam.")
