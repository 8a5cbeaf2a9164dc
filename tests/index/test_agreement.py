"""How much of the subject of a commitment a later sentence names, before it counts as what surely came of it."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.follow import Follower
from index.language.matter import named_years
from index.library import Library
from index.tracing.outcomes import LEAST_AGREED
from index.tracing.subject import Subjects
from ingest.fact_types import Commitment
from ingest.model import Inferred, Passage
from tests.index.making import ENCODER, document, identity, new_library, put

SAID = (
    ("In 2023 vervangen wij het gemaal aan de Kwakelkade.", "wij"),
    ("De afspraak loopt tot 1 juli 2024.", None),
    ("GGD Kromme Rak voert in 2023 een vaccinatieronde uit.", "GGD"),
    ("Het college informeert u over de augustuscirculaire 2023.", "college"),
    ("Wij werken in 2023 aan het havenbeeld.", "wij"),
)
PLAN = "\n".join(text for text, _ in SAID)
COMMON = "Het havenbeeld is besproken. " * 40


def promised(text: str, actor: str | None) -> Commitment:
    start = PLAN.index(text)
    return Commitment(start, start + len(text), text, 0.9, actor, "doen", None, "strong", "planned")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("agreement")) as made:
        about = replace(
            identity("Waterdrecht", "programmabegroting", 2023), date=Inferred(datetime.date(2022, 11, 1), 1)
        )
        facts = tuple(promised(*each) for each in SAID)
        put(made, document(PLAN, path="begroting.txt", identity=about, passages=(Passage(0, len(PLAN)),), facts=facts))
        spread = tuple(Passage(start, start + 28) for start in range(0, len(COMMON), 29))
        put(made, document(COMMON, path="havens.txt", identity=about, passages=spread))
        made.refresh()
        yield made


@pytest.mark.parametrize(
    ("number", "sentence", "heading", "is_enough"),
    [
        pytest.param(0, "Het gemaal aan de Kwakelkade is vervangen.", "Riolering", True, id="what is meant is named"),
        pytest.param(1, "De uitvoering loopt door tot 2032.", "Noordrand", False, id="only a verb is shared"),
        pytest.param(2, "De GGD Kromme Rak keurde alle zalen.", "Zalen", False, id="only who does it is shared"),
        pytest.param(2, "De vaccinatieronde trok 800 mensen.", "Zorg", True, id="another may tell of it"),
        pytest.param(
            3, "U bent over de augustuscirculaire 2024 geïnformeerd.", "Geld", False, id="the paper of another year"
        ),
        pytest.param(3, "U bent over de augustuscirculaire 2023 geïnformeerd.", "Geld", True, id="of that year"),
        pytest.param(4, "Het havenbeeld is vastgesteld.", "Bestuur", False, id="one word that many texts have"),
        pytest.param(4, "Het havenbeeld is vastgesteld.", "Zeekade", True, id="the same below a heading that agrees"),
    ],
)
def test_a_sentence_agrees_with_a_commitment(
    library: Library, number: int, sentence: str, heading: str, is_enough: bool
) -> None:
    row = replace(library.facts("commitment")[number], heading_path=("Plannen", "Zeekade"))
    passage = replace(library.passages([row.passage_id or 0])[0], heading_path=(heading,))
    agreed = Subjects(library, Follower(library, ENCODER), frozenset()).agreement(row, passage, sentence)
    assert (agreed >= LEAST_AGREED) is is_enough


def test_years_behind_a_word_are_its_own() -> None:
    assert named_years("De Jaarstukken 2022 en jaarstukken 2023, in 2024, voor juni 2025.") == {
        "jarstuk": {"2022", "2023"}
    }
