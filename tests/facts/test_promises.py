"""Promises in a meeting: what the college says that it will do, and nothing else that is said."""

import re

import pytest

from ingest.fact_types import Commitment
from ingest.facts.acts import promises
from ingest.facts.acts.promises import is_transcript
from ingest.facts.commitments import commitments
from ingest.lexicon import read_rows
from tests.facts.policy_documents import policy

_SPEECH = "Dank u wel, voorzitter. Gaat uw gang, mevrouw Bos. Dank u, meneer Dekker. " * 4


def said(text: str) -> list[Commitment]:
    return commitments(policy(_SPEECH + text, "raadsverslag", 2027))


@pytest.mark.parametrize(
    "row", [row for row in read_rows("promise_cues.tsv") if row["class"] != "never"], ids=lambda row: row["name"]
)
def test_every_pattern_finds_its_example(row: dict[str, str]) -> None:
    assert [commitment.text for commitment in said(row["example"])] == [row["example"]]


@pytest.mark.parametrize(
    "row", [row for row in read_rows("promise_cues.tsv") if row["class"] == "never"], ids=lambda row: row["name"]
)
def test_every_undoing_pattern_undoes_its_example(row: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert said(row["example"]) == []
    monkeypatch.setattr(promises, "_never", lambda only="": re.compile(r"(?!)"))
    assert said(row["example"]), "would be none without the pattern as well"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gaat het college dit nog uitzoeken?", id="question"),
        pytest.param("Dat neem ik aan.", id="supposition"),
        pytest.param("Ik ga naar mevrouw Bos.", id="order"),
        pytest.param("Wij hebben vorig jaar een brug gebouwd.", id="what was done"),
        pytest.param("Wij vinden dat het plein groener moet worden.", id="view"),
    ],
)
def test_is_no_promise(text: str) -> None:
    assert said(text) == []


def test_speaker_deadline_and_context() -> None:
    text = (
        "Anna de Wit\nDe vraag was hoe duur de brug is.\nDaar kom ik vóór 1 mei 2027 schriftelijk op terug.\n"
        "Piet Bos\nDank u.\nKees van Dijk\nMooi."
    )
    (promise,) = said("\n" + text)
    assert promise.speaker == "Anna de Wit"
    assert promise.deadline is not None
    assert promise.deadline.text == "vóór 1 mei 2027"
    assert promise.context_start is not None


def test_council_members_promise_only_in_so_many_words() -> None:
    turn = "Dan ga ik naar de wethouder.\nAnna de Wit\nDat zal ik nagaan.\nPiet Bos\nDat zal ik ook nagaan.\n"
    text = "\n" + "Kees van Dijk\nGaat u verder.\n" * 3 + turn + "Kees van Dijk\n" + turn
    assert {promise.speaker for promise in said(text)} == {"Anna de Wit"}


def test_plan_is_no_transcript() -> None:
    assert not is_transcript(policy("De gemeente bouwt een brug. " * 50))


def test_speech_without_full_stops_is_cut_where_the_speaker_goes_on() -> None:
    talk = "ik heb de vraag over de brug gehoord en de kosten daarvan vallen mee en de bewoners zijn blij "
    (promise,) = said("\n" + talk * 7 + "dus dat zal ik voor u nagaan bij de provincie nou dan was er nog het plein")
    assert promise.text.startswith("dus dat zal ik")


def test_separable_verb_written_as_two_words() -> None:
    assert [promise.text for promise in said("\nDat ga ik uit zoeken.")] == ["Dat ga ik uit zoeken."]


@pytest.mark.parametrize("text", ["Dat kan ik u niet toezeggen.", "Dat gaan wij nooit onderzoeken."])
def test_what_is_refused_is_no_promise(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("turn", "actors"),
    [
        pytest.param("Wethouder De Wit: Dat zal ik nagaan.", ["wethouder De Wit"], id="of the college"),
        pytest.param("De heer Bos (VVD): Dat zal ik nagaan.", [], id="member of the council"),
        pytest.param("De voorzitter: Ik zal dat nagaan.", [], id="chair, to keep order"),
        pytest.param("De voorzitter: Ik zeg u een brief toe.", [None], id="chair, in so many words"),
        pytest.param("Wethouder De Wit: In mei 2027 bouwen wij de hal.", ["wethouder De Wit"], id="dated, no pattern"),
        pytest.param("Wethouder De Wit: In mei 2026 bouwden wij de hal.", [], id="done"),
        pytest.param("Wethouder De Wit: Ik ga in mei 2027 beginnen met vertellen.", [], id="about the debate"),
    ],
)
def test_speaker_decides_whether_it_is_a_promise(turn: str, actors: list[str | None]) -> None:
    text = "\nWethouder De Wit: Dank u.\n" + turn
    assert [promise.actor for promise in said(text)] == actors


def test_object_is_what_stands_around_the_promise() -> None:
    (promise,) = said("\nWethouder De Wit: Ja, ik zal uitzoeken hoeveel de brug kost.")
    assert promise.object == "hoeveel de brug kost"


def test_promise_that_depends_is_conditional() -> None:
    (promise,) = said("\nWethouder De Wit: Als het geld er is, kom ik met een voorstel.")
    assert promise.conditional
