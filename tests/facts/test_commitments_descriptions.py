"""What a sentence describes where it seems to tell an act, beside the acts that are told in the same words."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De ambities zijn opgenomen in het Meerjarenplan 2021-2025.", id="taken up in a plan"),
        pytest.param("Daarin zijn drie varianten voor de rondweg beschreven.", id="described therein"),
        pytest.param("In de Woonvisie 2021-2025 is vastgelegd dat extra plekken nodig zijn.", id="laid down that"),
        pytest.param("Deze wijziging is verwerkt in de meerjarenraming.", id="worked into an estimate"),
        pytest.param("In deze overeenkomst worden afspraken gemaakt over het beheer.", id="agreement itself"),
        pytest.param("Bij deze evaluatie is een onderverdeling gemaakt in vier soorten.", id="division"),
        pytest.param("Deze doelen worden concreet gemaakt aan de hand van resultaten.", id="how it is made"),
        pytest.param("Dit plan is tot stand gekomen onder verantwoordelijkheid van het bestuur.", id="how it came"),
        pytest.param("Onderwerpen die zijn gerealiseerd", id="a relative clause alone"),
        pytest.param("Wonen en bouwen", id="a heading"),
        pytest.param("8.3 Wonen en bouwen", id="a numbered heading"),
    ],
)
def test_what_a_text_holds_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Van de provincie is een bedrag ontvangen van € 49.000.", id="received"),
        pytest.param("Op verzoek van de toezichthouder is dit percentage verhoogd naar 2,7%.", id="percentage"),
        pytest.param("De rekening is opgesteld conform een stelsel van baten en lasten.", id="system"),
        pytest.param("In het vorige akkoord was vastgelegd dat de wijk autovrij wordt.", id="former agreement"),
        pytest.param("De saldi zijn toegevoegd aan de algemene reserve.", id="reserve"),
        pytest.param("De overeenkomst met de club loopt per 2026 af.", id="agreement ends"),
        pytest.param("Het Regionaal Crisisplan beschrijft hoe rampen worden bestreden.", id="plan describes"),
        pytest.param("De economie is verder aangetrokken tot en met 2026.", id="economy"),
    ],
)
def test_bookkeeping_is_none_in_a_report_either(text: str) -> None:
    assert found(text, "jaarstukken", 2026) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Tot 2029 worden er hierdoor minder paspoorten uitgegeven.", id="fewer of them"),
        pytest.param("Hiermee wordt de zorg beter en wordt voorkomen dat mensen ziek worden.", id="joined by en"),
        pytest.param(
            "Door deze stappen ontstaat grip en wordt gewerkt aan een inzet van gebouwen.", id="by these steps"
        ),
        pytest.param(
            "Als de nieuwe hal open is, kan de oude worden verkocht en worden herontwikkeld.", id="what can be"
        ),
    ],
)
def test_an_effect_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "doc_type", "status"),
    [
        pytest.param(
            "In 2027 is het plan in de verordening opgenomen door de raad.",
            "programmabegroting",
            "planned",
            id="by whom",
        ),
        pytest.param(
            "In de begroting is € 50.000 opgenomen voor de speeltuin.", "programmabegroting", "realised", id="money"
        ),
        pytest.param(
            "Het voorkeursrecht is vastgelegd op het weiland bij de haven.", "jaarstukken", "realised", id="no text"
        ),
        pytest.param("In 2027 zijn de regels opgenomen in het beleidsplan.", "jaarstukken", "realised", id="when"),
        pytest.param(
            "De afspraken worden eind 2027 vastgelegd in een convenant.", "programmabegroting", "planned", id="will be"
        ),
        pytest.param("Hierdoor wordt in 2027 de brug vervangen.", "programmabegroting", "planned", id="dated effect"),
        pytest.param(
            "Daarmee is de hal geopend en is het plein heringericht.", "jaarstukken", "realised", id="done thereby"
        ),
        pytest.param("Maar die zijn in 2027 gerealiseerd.", "jaarstukken", "realised", id="die as subject"),
        pytest.param(
            "Er is een vergunning aangevraagd en die wordt in mei 2027 verleend.", "rib", "planned", id="and die"
        ),
    ],
)
def test_an_act_told_in_the_same_words_stays(text: str, doc_type: str, status: str) -> None:
    assert [one.status for one in found(text, doc_type, 2027)][-1:] == [status]


def test_a_plan_recalls_what_was_decided_years_ago() -> None:
    assert found("Op 3 april 2015 is de nota Grond vastgesteld door de raad.") == []
    assert only("In 2026 is de nota Grond vastgesteld door de raad.").status == "realised"
    assert only("Zo heeft de gemeenteraad in 2012 de Havenverordening vastgesteld.").status == "realised"


def test_a_guide_to_the_paper_holds_none() -> None:
    assert found("# Leeswijzer\n\n## Opbouw\n\nHet college stelt per programma doelen op.\n") == []


def test_what_a_report_says_was_wanted_isnt_done() -> None:
    text = (
        "# Wat wilden we daarvoor doen?\n\n## Belangrijkste resultaten 2027\n\nHet plan voor de rand is vastgesteld.\n"
    )
    assert only(text, "jaarstukken", 2027).status == "planned"
    assert only(text.replace("wilden we", "hebben we"), "jaarstukken", 2027).status == "realised"


def test_what_it_comes_to_is_planned() -> None:
    text = "Het betekent dat het raadhuis tijdelijk (tot eind 2028) uit gebruik wordt genomen."
    assert only(text).status == "planned"


def test_who_goes_on_after_what_is_said_is_who_said_it() -> None:
    text = (
        "Burgemeester De Wind geeft aan dat wordt voorgesteld in te stemmen met de begroting "
        "en zegt toe de raad met een brief te informeren. De voorzitter geeft aan dat dit klopt."
    )
    assert "Wind" in (only(text, "besluitenlijst", 2027).actor or "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Er zijn voorbereidingen getroffen om de rondgangen te houden.", id="preparations"),
        pytest.param("Met jongeren is contact gelegd.", id="contact"),
        pytest.param("In twee dorpen hebben gesprekken plaatsgevonden.", id="talks"),
        pytest.param("Verder zijn de eerste stappen gezet om te onderzoeken of dit werkt.", id="first steps"),
    ],
)
def test_below_a_heading_that_asks_what_was_done_and_those_beside_it_stand_results(text: str) -> None:
    paper = "# Wat hebben we ervoor gedaan?\n{}\n# Woninginbraken\n{}\n# Wat gaan we doen?\n{}\n"
    assert only(paper.format("Niets.", text, "Niets."), "raadsverslag", 2027).status == "realised"
    assert found(paper.format("Niets.", "Niets.", text), "raadsverslag", 2027) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ons voorgenomen besluit is om door te gaan met de bouw van de hal.", id="intended decision"),
        pytest.param("De intentie is om een park aan te leggen.", id="intention"),
        pytest.param("De bedoeling is om een park aan te leggen.", id="purpose"),
    ],
)
def test_what_is_intended_is_planned(text: str) -> None:
    assert only(text, "rib", 2027).status == "planned"


def test_what_was_or_a_law_intended_is_none() -> None:
    assert found("Het was de bedoeling om een park aan te leggen.", "rib", 2027) == []
    assert found("De bedoeling van de wet is om mensen te helpen.", "rib", 2027) == []


def test_a_head_in_spaced_letters_opens_decisions() -> None:
    assert only("B E S L U I T :\nDe Kadernota Veiligheid vast te stellen.", "kadernota", 2027).status == "realised"
