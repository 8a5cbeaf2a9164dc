"""Whether a later sentence may be of the same matter, by what it names and for whom it is."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.store.rows import PassageRow
from index.tracing.same_matter import of_another
from ingest.fact_types import Commitment
from ingest.model import Passage
from tests.index.making import document, identity, new_library, put

CASES = [
    pytest.param(
        ("De bouw van de Meidoornschool start in 2026.", "Huisvesting"),
        ("Daarna kan de bouw starten.", "Vernieuwing Zwembad De Golf"),
        True,
        id="another building, by the heading",
    ),
    pytest.param(
        ("Het project wordt in 2026 op de markt gezet.", "Elzenaar"),
        ("Er komt in 2026 een tender voor het gebied.", "Bouwen in Het Kerkveen"),
        True,
        id="a heading that is nothing but a name",
    ),
    pytest.param(
        ("Het Zijlhuys wordt in 2026 verbouwd.", "Huisvesting"),
        ("De verbouwing van Het Zijlhuis is begonnen.", "Beheer"),
        False,
        id="another spelling",
    ),
    pytest.param(
        ("De bouw start in 2026.", "Vernieuwing voormalige Meidoornschool"),
        ("De bouw van de Meidoornschool is begonnen.", "Huisvesting"),
        False,
        id="the same building",
    ),
    pytest.param(
        ("In 2026 start de aanbesteding voor de Zeedijkweg.", "Wegen"),
        ("De inspraak over de Omgevingsvisie start in 2026.", "Visie"),
        True,
        id="a street and a plan",
    ),
    pytest.param(
        ("De regionale woonvisie wordt in 2026 verwacht.", "Wonen"),
        ("De lokale woonvisie is vastgesteld.", "Wonen"),
        True,
        id="the region and the municipality",
    ),
    pytest.param(
        ("De regionale woonvisie wordt in 2026 verwacht.", "Wonen"),
        ("De woonvisie van de regionale tafel is vastgesteld.", "Wonen"),
        False,
        id="both of the region",
    ),
    pytest.param(
        ("Wij leggen drie putten aan.", "Brandweer"),
        ("In Turfhorst zijn twee putten geslagen.", "Brandweer"),
        False,
        id="a promise without a name",
    ),
    pytest.param(
        ("De raad van Waterdrecht krijgt een brief over het College.", "Bestuur"),
        ("De brief is in Turfhorst besproken.", "Bestuur"),
        False,
        id="the municipality and its organs are no names",
    ),
]


@pytest.mark.parametrize(("promised", "told", "expected"), CASES)
def test_of_another_matter(tmp_path: Path, promised: tuple[str, str], told: tuple[str, str], expected: bool) -> None:
    text = promised[0]
    fact = Commitment(0, len(text), text, 0.9, "wij", "doen", None, "strong", "planned")
    with new_library(tmp_path / "library") as library:
        for path, (said, heading), facts in (("plan.txt", promised, (fact,)), ("later.txt", told, ())):
            passages = (Passage(0, len(said), heading_path=(heading,)),)
            put(library, document(said, path=path, identity=identity(), passages=passages, facts=facts))
        (passage,) = passages_of(library, "later.txt")
        (row,) = library.facts("commitment")
        assert of_another(replace(row, heading_path=(promised[1],)), text, passage, told[0]) is expected


def passages_of(library: Library, file: str) -> list[PassageRow]:
    return [
        row for document in library.documents() if document.file == file for row in library.passages_of(document.id)
    ]
