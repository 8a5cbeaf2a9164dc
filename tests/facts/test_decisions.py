"""Decisions of college and council become commitments of the kind "besluit"; what is still to be done is planned."""

import pytest

from ingest.fact_types import Commitment
from ingest.facts.acts.decisions import decided
from ingest.lexicon import read_words
from tests.facts.policy_documents import policy

LIST = """
# 3 Brug over de Vaart
Besluit:
Een krediet voor de brug over de Vaart beschikbaar te stellen.
* 2. De raad een brief over de planning te sturen.
* De besluitenlijst van 3 maart vast te stellen.
* De Strategische Agenda voor de regio vast te stellen.
* Een overeenkomst met de dorpsraad aan te gaan.
* Akkoord te gaan met het jaarplan van de regio.
* Overzicht is akkoord, de agenda ook.
* De raad voor te stellen om:
# 4 Mededelingen
Kennis te nemen van de planning van de brug.
# 5 Jaarplan
Besluit: Kennis te nemen van het jaarplan van de regio.
"""


def test_paragraphs_after_the_word_besluit() -> None:
    assert [(d.text, d.status, d.promise_type) for d in decided(policy(LIST, "besluitenlijst"))] == [
        ("Een krediet voor de brug over de Vaart beschikbaar te stellen.", "realised", "besluit"),
        ("De raad een brief over de planning te sturen.", "planned", "besluit"),
        ("De Strategische Agenda voor de regio vast te stellen.", "realised", "besluit"),
        ("Een overeenkomst met de dorpsraad aan te gaan.", "planned", "besluit"),
        ("Akkoord te gaan met het jaarplan van de regio.", "realised", "besluit"),
    ]


def test_in_another_paper_only_below_a_line_for_itself() -> None:
    assert list(decided(policy(LIST.replace("Besluit:\n", "Besluit\n"), "kadernota"))) == []
    assert [each.action for each in decided(policy(LIST, "kadernota"))][:2] == ["beschikbaarstellen", "sturen"]


def test_below_a_line_that_says_who_decides_no_colon_is_needed() -> None:
    text = "# De raad besluit\nde nota over de haven vast te stellen."
    assert [each.text for each in decided(policy(text, "beleidsnota"))] == ["de nota over de haven vast te stellen."]


def test_what_is_proposed_to_the_council_is_undecided() -> None:
    text = """
# 3 Brug over de Vaart
Het college van burgemeester en wethouders stelt voor:
* 1. Een krediet van € 40.000 voor de brug beschikbaar te stellen.
* 2. De begroting te wijzigen.
"""
    found = [(d.text, d.status, d.strength, d.actor) for d in decided(policy(text, "raadsvoorstel"))]
    assert found == [
        ("Een krediet van € 40.000 voor de brug beschikbaar te stellen.", "undecided", "weak", "college"),
        ("De begroting te wijzigen.", "undecided", "weak", "college"),
    ]


@pytest.mark.parametrize(
    ("head", "act", "fields"),
    [
        pytest.param(
            "Besluitenlijst B&W 3 maart 2027",
            "Het plan voor de hal vast te stellen.",
            ("college", "vaststellen", "Het plan voor de hal"),
            id="particle before te",
        ),
        pytest.param(
            "Besluitenlijst raadsvergadering 3 maart 2027",
            "In te stemmen met het plan voor de hal.",
            ("gemeenteraad", "instemmen", "het plan voor de hal"),
            id="object behind the verb",
        ),
        pytest.param(
            "Besluitenlijst 3 maart 2027",
            "Akkoord te gaan met het plan voor de hal.",
            (None, "akkoord gaan", "het plan voor de hal"),
            id="no body named",
        ),
    ],
)
def test_who_decides_what(head: str, act: str, fields: tuple[str | None, str, str]) -> None:
    (decision,) = decided(policy(f"{head}\nBesluit: {act}", "besluitenlijst"))
    assert (decision.actor, decision.action, decision.object) == fields


ADVICE = """
Advies
* 1. Stem in met de brief over de hal.
* 2. Verleen de dorpsraad een subsidie voor de hal.
* 3. Neem kennis van het jaarplan van de regio.
* 4. De nota over de hal vast te stellen.
Besluit
"""


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        pytest.param(
            "Akkoord.",
            [("instemmen", "realised"), ("verlenen", "realised"), ("vaststellen", "realised")],
            id="followed",
        ),
        pytest.param("Conform advies besloten", [("instemmen", "realised")], id="in other words"),
        pytest.param("Aangehouden.", [], id="not followed"),
    ],
)
def test_advice_counts_where_it_was_followed(outcome: str, expected: list[tuple[str, str]]) -> None:
    decisions = decided(policy(ADVICE + outcome, "besluitenlijst"))
    assert [(d.action, d.status) for d in decisions][: len(expected) or None] == expected


def test_below_het_college_heeft_besloten_and_an_item_that_names_its_act_as_a_noun() -> None:
    text = """Het college heeft besloten:
    * 1. Akkoord te gaan met:
    * 1. Het plaatsen van drie bankjes in het Julianapark.
    * 2. Het bestuur van de ijsclub een vergoeding te geven van € 300."""
    for doc_type in ("besluitenlijst", "kadernota"):
        assert [(d.action, d.object) for d in decided(policy(text, doc_type))] == [
            ("plaatsen", "drie bankjes in het Julianapark"),
            ("geven", "Het bestuur van de ijsclub een vergoeding"),
        ]


def test_what_is_held_over_is_still_open() -> None:
    text = """Besluit:
    * 1. De aanvraag van de ijsclub af te wijzen.
    Aangehouden; het college wil eerst de cijfers zien."""
    assert [d.status for d in decided(policy(text, "besluitenlijst"))] == ["undecided"]


def test_what_the_council_is_advised_to_decide_is_open_and_what_the_college_does_itself_is_not() -> None:
    text = """# Advies
    * 1. Stel de raad door middel van bijgevoegd raadsvoorstel voor om:
    * In te stemmen met het uitstel van de wijkagenda.
    * Een krediet voor de wijkagenda beschikbaar te stellen.
    * 2. Stel de opdracht voor de wijkagenda vast.
    * 3. Besluit tot het aangaan van de regionale overeenkomst.
    # Besluit
    Akkoord."""
    for doc_type in ("besluitenlijst", "raadsvraag"):
        assert [(d.action, d.status) for d in decided(policy(text, doc_type))] == [
            ("instemmen", "undecided"),
            ("beschikbaarstellen", "undecided"),
            ("vaststellen", "realised"),
            ("besluiten", "realised"),
        ]


@pytest.mark.parametrize("verb", read_words("settling_verbs.txt"))
def test_every_settling_verb_is_done_by_deciding_it(verb: str) -> None:
    (decision,) = decided(policy(f"Besluit: Het plan van de dorpsraad in te {verb}.", "besluitenlijst"))
    assert decision.status == "realised"


def test_latest_day_of_what_is_to_be_done_is_its_deadline() -> None:
    text = """Besluit:
    * Het college op te dragen uiterlijk in december 2027 een voorstel aan te bieden.
    * De nota over de periode 2024-2027 aan de raad te sturen.
    * De nota van vóór 1 mei 2026 vast te stellen."""
    deadlines = [decision.deadline and decision.deadline.text for decision in decided(policy(text, "besluitenlijst"))]
    assert deadlines == ["uiterlijk in december 2027", None, None]


@pytest.mark.parametrize(
    ("doc_type", "status"),
    [pytest.param("raadsvoorstel", "undecided", id="proposed"), pytest.param(None, "undecided", id="unknown paper")],
)
def test_decisions_in_one_run_of_text(doc_type: str | None, status: str) -> None:
    text = """
Raadsvoorstel De brug Beslispunten 1. De brug te vernieuwen voor 2030. 3. Een krediet beschikbaar te stellen. \
Toelichting 1. Inleiding Om de brug te bouwen is geld nodig.
"""
    found = [(d.text, d.status) for d in decided(policy(text, doc_type or "nieuws"))]
    assert found == [
        ("De brug te vernieuwen voor 2030.", status),
        ("Een krediet beschikbaar te stellen.", status),
    ]


def test_a_row_of_decisions_between_semicolons() -> None:
    text = """
De raad heeft unaniem besloten tot het vaststellen van de nota bruggen; het instemmen met een krediet voor de brug. \
Het college voert dit uit.
"""
    found = [(d.text, d.status) for d in decided(policy(text, "besluitenlijst"))]
    assert found == [
        ("het vaststellen van de nota bruggen", "realised"),
        ("het instemmen met een krediet voor de brug", "realised"),
    ]


def test_items_without_te() -> None:
    text = """
# Besluit
* 1. Het voorstel voor de brug aan de raad voorleggen.
* 2. Instemmen met de brief over de brug.
* 3. De fractie wenst de brief te agenderen.
"""
    found = [(d.text, d.action, d.status) for d in decided(policy(text, "besluitenlijst"))]
    assert found == [
        ("Het voorstel voor de brug aan de raad voorleggen.", "voorleggen", "planned"),
        ("Instemmen met de brief over de brug.", "instemmen", "realised"),
    ]


def _listed(text: str) -> list[Commitment]:
    return list(decided(policy(text, "besluitenlijst", 2026)))


def test_the_letters_below_a_proposal_to_the_council_are_still_open() -> None:
    text = """
    Besluit van het college:
    1. De gemeenteraad voor te stellen de begroting vast te stellen en daarmee
    a. een krediet van € 5.000 voor de haven beschikbaar te stellen;
    b. goedkeuring te geven voor een greep uit de reserve.
    2. De vragen over de haven met de brief te beantwoorden.
    """
    proposal, *below, own = _listed(text)
    assert proposal.action == "voorstellen"
    assert [(one.status, one.promise_type) for one in below] == [("undecided", "voornemen")] * 2
    assert (own.status, own.promise_type) == ("planned", "besluit")


def test_conditions_below_a_decision_are_none() -> None:
    text = """
    Besluit:
    1. In te stemmen met de bouw van een schuur aan de Vaart, indien wordt aangetoond dat:
    1. met het bouwen de buurt niet wordt geschaad in haar rust;
    2. de schuur wordt gebouwd van hout uit de eigen streek.
    2. Dit besluit aan de aanvrager mee te delen.
    """
    assert [one.action for one in _listed(text)] == ["instemmen", "meedelen"]
