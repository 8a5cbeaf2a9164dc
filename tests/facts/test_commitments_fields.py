"""Who does it, to what, in what words and with what money; and where it stands."""

import pytest

from ingest.fact_types import Amount
from ingest.facts.commitments import commitments
from tests.facts.committing import found, only
from tests.facts.policy_documents import policy


def test_actor_is_who_we_are() -> None:
    assert only("Wij bouwen een brug.").actor == "gemeente Waterdrecht"


def test_agent_of_a_passive_is_the_actor() -> None:
    assert only("In 2027 wordt de nota door het college vastgesteld.").actor == "college"


def test_name_of_an_official_is_an_actor() -> None:
    text = "Burgemeester Anna de Wit opent de raad. Daarna zegde De Wit toe dat de hal opengaat."
    assert [c.actor for c in found(text) if c.promise_type == "toezegging"] == ["burgemeester Anna de Wit"]


def test_subject_of_an_intransitive_perfect_is_the_actor() -> None:
    assert only("De gemeente is in 2026 gestart met een proef.").actor == "gemeente Waterdrecht"


def test_object_of_a_promise_is_what_is_promised() -> None:
    assert only("De wethouder zegt toe dat de raad een brief ontvangt.").object == "de raad een brief ontvangt"


def test_object_is_not_the_actor() -> None:
    assert only("Over het plan besluit de burgemeester in mei 2027.").object is None


def test_who_receives_a_paper_does_nothing() -> None:
    assert only("De raad ontvangt in mei 2027 een brief.").actor is None


def test_body_before_the_verb_is_no_agent() -> None:
    assert only("Na goedkeuring door de raad wordt in 2027 het plan gepubliceerd.").actor is None


def test_party_in_a_report_of_a_debate_binds_nobody() -> None:
    assert found("De fractie bouwt een brug.", "besluitenlijst") == []


def test_object_of_a_passive_is_its_subject() -> None:
    assert only("De oude brug wordt vervangen.").object == "De oude brug"


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("De proef begint niet in april maar in september 2027.", False, id="not this but that"),
        pytest.param("Wij planten niet alleen bomen.", False, id="not only"),
        pytest.param("Wij gaan geen bomen kappen.", True, id="none"),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert only(text).negated is negated


def test_two_acts_in_a_sentence_get_a_span_each() -> None:
    text = "Wij bouwen een brug en de weg wordt verbreed."
    assert [c.text for c in found(text)] == ["Wij bouwen een brug", "en de weg wordt verbreed."]


def test_amount_in_the_sentence_counts_as_a_point() -> None:
    document = policy("Er gaat een park komen. Het college verhoogt het budget met € 5.000.")
    start = document.text.index("€ 5.000")
    amount = Amount(start, start + 7, "€ 5.000", 0.9, 5000.0)
    assert [c.amount_eur for c in commitments(document, [amount])] == [5000.0]


def test_spans_are_exact() -> None:
    document = policy("De gemeente bouwt in 2027 een brug.\n* Wij planten bomen.")
    for commitment in commitments(document):
        assert document.text[commitment.start : commitment.end] == commitment.text


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        pytest.param("De oude werken zijn volgens plan uitgevoerd.", "De oude werken", id="subject of a passive"),
        pytest.param("Het eerste deel bespreken wij via de commissie.", "Het eerste deel", id="object first"),
        pytest.param("Na iedere zitting informeert het college via de griffie.", None, id="circumstances alone"),
        pytest.param(
            "Daarom gaan wij in gesprek met de buren om dit te bespreken.",
            "in gesprek met de buren om dit te bespreken",
            id="gaan in gesprek",
        ),
    ],
)
def test_object(text: str, thing: str | None) -> None:
    assert only(text, "rib").object == thing


def test_number_of_a_footnote_is_no_part_of_the_quote() -> None:
    assert [c.text for c in found("Wij bouwen een brug.1 Daarna slopen wij de hal.2", "rib")] == [
        "Wij bouwen een brug.",
        "Daarna slopen wij de hal.",
    ]


@pytest.mark.parametrize(
    ("text", "conditional"),
    [
        pytest.param("Indien de raad instemt, starten wij in 2027 met de sloop.", True, id="indien"),
        pytest.param("Als u daarmee instemt, begint in mei 2027 de verbouwing.", True, id="als"),
        pytest.param("Wanneer uw raad het krediet geeft, plaatsen wij in 2027 de brug.", True, id="wanneer"),
        pytest.param("Mits de provincie subsidie geeft, bouwen wij in 2027 een hal.", True, id="mits"),
        pytest.param("Wij starten in 2027 met de bouw, als de raad ermee instemt.", True, id="after it"),
        pytest.param("Als gemeente planten wij in 2027 honderd bomen.", False, id="als who"),
        pytest.param("Als eerste plaatsen wij in 2027 nieuwe banken.", False, id="als first"),
    ],
)
def test_conditional(text: str, conditional: bool) -> None:
    assert only(text, "rib").conditional is conditional
