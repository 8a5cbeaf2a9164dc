"""Who stands in for another."""

from pathlib import Path

import pytest

from index.finding.acting import held_for_another, stands_in
from index.finding.people import people_of
from ingest.fact_types import Official
from ingest.model import Passage
from tests.index.making import document, identity, new_library, put


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Portefeuille Haven wordt tijdelijk waargenomen door Kuiper.", True, id="is stood in for"),
        pytest.param("Kuiper neemt de portefeuille Haven waar.", True, id="stands in"),
        pytest.param("Kuiper is waarnemend burgemeester.", True, id="acting"),
        pytest.param("Kuiper heeft de portefeuille Haven.", False, id="has it"),
        pytest.param("Kuiper neemt de Haven over.", False, id="takes it over"),
    ],
)
def test_what_a_sentence_says(sentence: str, expected: bool) -> None:
    assert stands_in(sentence) is expected


def test_a_portfolio_is_for_another_where_every_mention_says_so(tmp_path: Path) -> None:
    text = "De portefeuille Haven wordt waargenomen door Kuiper. Sport is bij Kuiper."
    first, second = text.index("Kuiper"), text.rindex("Kuiper")
    facts = tuple(
        Official(at, at + 6, "Kuiper", 0.9, "Ans Kuiper", "burgemeester", portfolio)
        for at, portfolio in ((first, "Haven"), (second, "Sport"))
    )
    with new_library(tmp_path / "library") as library:
        put(
            library,
            document(text, identity=identity("Waterdrecht"), passages=(Passage(0, len(text)),), facts=facts),
        )
        (person,) = people_of(library.facts("official"))
        passages = library.passages([row.passage_id for row in person.every if row.passage_id is not None])
        assert held_for_another(person, passages) == {"Haven"}
