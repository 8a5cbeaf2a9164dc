"""What real papers that no rule was made for brought to light: results, proposals, lists, and what is none."""

import datetime

import pytest

from evaluation.score_commitments import document_of
from ingest.facts.commitments import commitments
from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("text", "action", "about"),
    [
        pytest.param(
            "De eerste projecten in de wijk zijn gestart.", "starten", "De eerste projecten", id="zijn before it"
        ),
        pytest.param("Daarnaast zijn alle speelzalen omgevormd.", "omvormen", "alle speelzalen", id="an action"),
        pytest.param(
            "Het aantal wijken waar lessen worden gegeven is uitgebreid.",
            "uitbreiden",
            "Het aantal wijken",
            id="behind a clause within",
        ),
    ],
)
def test_what_was_done_in_a_report(text: str, action: str, about: str) -> None:
    fact = only(text, "jaarstukken")
    assert (fact.status, fact.action) == ("realised", action)
    assert (fact.object or "").startswith(about)


def test_a_verb_that_an_infinitive_closes() -> None:
    fact = only(
        "Daartoe zal, vooruitlopend op het plan, een kader aan de raad worden voorgelegd, gebaseerd op inspraak."
    )
    assert (fact.status, fact.action) == ("planned", "voorleggen")


def test_what_it_comes_to() -> None:
    fact = only("Dit betekent dat het plan in mei 2027 wordt vastgesteld.")
    assert (fact.status, fact.deadline and fact.deadline.text) == ("planned", "in mei 2027")


def test_two_quarters_are_not_torn_apart() -> None:
    first, second = found(
        "In mei 2027 is de coach gestart en in Q3 en Q4 2027 wordt gewerkt aan een plan.", "jaarstukken"
    )
    assert first.text == "In mei 2027 is de coach gestart"
    assert second.text.startswith("en in Q3 en Q4 2027")


def test_below_a_heading_inhoud_may_stand_the_text_itself() -> None:
    text = "Inhoud\n\nInleiding 3\nWij bouwen een brug 14\n\nDeze werkwijze willen wij in 2026 voortzetten."
    document = document_of(text, "raadsvoorstel")
    assert "contents" in [section.layer for section in document.sections]
    assert [fact.action for fact in commitments(document)] == ["voortzetten"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De raad besluit in meerderheid:", id="decision above its list"),
        pytest.param("Daarbij stellen we ons telkens de volgende vragen:", id="questions above their list"),
        pytest.param("In de onderstaande tabellen zijn de budgetten inzichtelijk gemaakt.", id="tables"),
        pytest.param(
            "In dit jaarverslag legt het college verantwoording af over de lasten.", id="what this paper does"
        ),
        pytest.param("Het kader voor beheer is vastgelegd in de visie uit 2017.", id="where it stands"),
        pytest.param("In 2027 zijn er twee meldingen gemaakt van een lek.", id="what came in"),
        pytest.param(
            "# Grondslagen voor waardering\nDe gronden worden tegen kostprijs aangekocht.", id="how books are kept"
        ),
    ],
)
def test_no_promise(text: str) -> None:
    assert found(text, "jaarstukken") == []


def test_what_was_told_of_the_past_in_a_letter_is_background() -> None:
    assert found("Vorige week spraken wij met de eigenaar. In de nota spraken wij af de brug te bouwen.", "rib") == []


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(
            "In 2027 gaan we het programma lokaal implementeren en borgen.", "het programma lokaal", id="two verbs"
        ),
        pytest.param("Cameras zetten wij alleen in als het niet anders kan.", "Cameras", id="condition"),
        pytest.param("Er wordt extra ingezet op de aanpak van fraude.", "op de aanpak van fraude", id="extra"),
    ],
)
def test_what_it_is_done_to(text: str, about: str) -> None:
    assert only(text).object == about


def test_actions_with_a_code() -> None:
    lines = (
        "Doel Acties 2027",
        "1.1.1 - Wmo: het geven van steun",
        "1.1.2 - Proef opnieuw starten",
        "1.1.3 - Hondenprotocol",
    )
    text = "\n".join(lines)
    assert [(fact.action, fact.status) for fact in found(text)] == [("geven", "planned"), ("starten", "planned")]


def test_a_condition_at_the_end_without_a_comma() -> None:
    fact = only("Wij bouwen in 2027 een brug als de raad daarmee instemt.")
    assert (fact.conditional, fact.object) == (True, "een brug")


def test_at_which_meeting_it_will_be_done() -> None:
    fact = only("Wij bieden het plan aan tijdens de commissievergadering van 14 april 2027.")
    assert fact.deadline is not None
    assert fact.deadline.period.start == fact.deadline.period.end == datetime.date(2027, 4, 14)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Hierdoor wordt zichtbaar op basis van welke keuzes plannen worden uitgevoerd.", id="question"),
        pytest.param("We helpen", id="two loose words"),
        pytest.param("In het plan is opgenomen welke acties we gaan uitvoeren.", id="what another paper says"),
    ],
)
def test_no_promise_in_a_plan(text: str) -> None:
    assert found(text) == []


RESULTS = "{heading}\n\n1.1 De voormalige school is herontwikkeld\n2.1 De nieuwe sporthal is geopend"


@pytest.mark.parametrize(
    ("heading", "doc_type", "status"),
    [
        pytest.param("# Belangrijkste resultaten voor 2027", "programmabegroting", "planned", id="of its own year"),
        pytest.param("# Beoogde resultaten", "programmabegroting", "planned", id="aimed at"),
        pytest.param("# Resultaten 2025", "programmabegroting", "realised", id="of a year before"),
        pytest.param("# Resultaten 2027", "jaarstukken", "realised", id="in a report"),
    ],
)
def test_results_that_a_plan_wants_to_have_reached(heading: str, doc_type: str, status: str) -> None:
    text = RESULTS.format(heading=heading)
    assert [fact.status for fact in found(text, doc_type)] == [status, status]


@pytest.mark.parametrize(("doc_type", "status"), [("programmabegroting", "planned"), ("jaarstukken", "realised")])
def test_a_heading_of_a_plan_tells_what_it_wants_to_have_done(doc_type: str, status: str) -> None:
    assert only("# 2.1 De nieuwe sporthal is geopend", doc_type).status == status
