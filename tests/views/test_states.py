"""What a list says of a commitment, in words."""

import datetime
from dataclasses import replace

import pytest

from index.store.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Commitment
from ingest.model import Inferred, Source
from tests.index.making import identity
from views.states import listed_on, signs_in_words, state_words

SAID = "Een tweede sporthal"
ROW = Commitment(0, 19, SAID, 0.8, None, SAID, None, "medium", "planned")


def row(fact: Commitment = ROW, doc_type: str = "toezeggingenlijst", day: datetime.date | None = None) -> FactRow:
    about = replace(identity("Waterdrecht", doc_type, 2026), date=Inferred(day, 0.9))
    document = DocumentRow(1, Source("a.docx", "a.docx", "0" * 64, "docx"), about, "ok", (), 100, 2, "1")
    return FactRow(1, document, fact, None, (), (), 1)


@pytest.mark.parametrize(
    ("state", "said", "words"),
    [
        ("Openstaand", "mogelijk knelpunt (!)", "Openstaand (in de lijst: “mogelijk knelpunt (!)”)"),
        ("Openstaand", "openstaand", "Openstaand"),
        ("Voldaan", None, "Voldaan"),
        (None, "loopt vast of is gestopt (Rood)", "niet duidelijk (in de lijst: “loopt vast of is gestopt (Rood)”)"),
    ],
)
def test_a_state_comes_with_the_lists_own_words(state: str | None, said: str | None, words: str) -> None:
    told = replace(ROW, register_status=state, register_said=said)  # type: ignore[arg-type]

    assert state_words(row(told)) == words


def test_a_long_remark_is_cut() -> None:
    told = replace(ROW, register_status="Openstaand", register_said="Het onderzoek loopt nog. " * 20)

    assert len(state_words(row(told))) < 200


def test_a_list_is_named_for_what_it_is() -> None:
    assert listed_on(row(day=datetime.date(2024, 9, 1))) == "toezeggingenlijst van 1 september 2024"
    assert listed_on(row(doc_type="beleidsnota")) == "lijst met de stand van zaken"


@pytest.mark.parametrize(
    ("text", "marks", "lines"),
    [
        (f"{SAID} | !", [(11, 19)], [f"{SAID}: Openstaand (in de lijst: “knelpunt (!)”)"]),
        (f"{SAID} | !\nEen tweede brug | !", [(27, 33)], []),
        (f"{SAID} | knelpunt (!)", [(11, 19)], []),
    ],
    ids=["the row of the words", "another row", "in words already"],
)
def test_the_sign_of_a_row_is_put_in_words(text: str, marks: list[tuple[int, int]], lines: list[str]) -> None:
    told = row(replace(ROW, register_status="Openstaand", register_said="knelpunt (!)"))
    passage = PassageRow(1, told.document, 0, len(text), text, None, (), (), searchable=True)
    assert signs_in_words(passage, [told], marks) == lines
