"""What looks like a promise and is none: courtesies, news of staff, and what has been going on."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De griffier, mevrouw mr. E. Post, helpt u graag verder.", id="helps you"),
        pytest.param("Onze medewerkers beantwoorden graag uw vragen.", id="answers your questions"),
        pytest.param("Wij helpen u graag met uw aanvraag.", id="helps with an application"),
        pytest.param("Voor vragen kunt u contact opnemen met de griffier.", id="get in touch"),
        pytest.param("Haar opvolger begint in september.", id="successor"),
        pytest.param("De nieuwe gemeentesecretaris start op 1 juni 2027.", id="new secretary"),
        pytest.param("Wethouder Kraan draagt op 1 mei 2027 de portefeuille Wonen over aan De Wind.", id="portfolio"),
        pytest.param("De wethouder legt per 1 mei 2027 zijn taken neer.", id="resigns"),
        pytest.param("De burgemeester neemt in juni 2027 afscheid.", id="leaves"),
    ],
)
def test_courtesies_and_news_of_staff_are_none(text: str) -> None:
    assert found(text, "nieuwsbericht", 2027) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wij beantwoorden uw vragen vóór 1 mei 2027 schriftelijk.", id="answers by a day"),
        pytest.param("De gemeente draagt in 2027 het beheer van de haven over aan de provincie.", id="hands over"),
        pytest.param("De nieuwe griffier start in mei 2027 met een cursus voor de raad.", id="starts something"),
        pytest.param("De gemeente neemt in 2027 afscheid van gasketels.", id="does away with"),
    ],
)
def test_an_act_in_the_same_words_is_planned(text: str) -> None:
    assert only(text, "nieuwsbericht", 2027).status == "planned"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Sinds maart vangt Waterdrecht 140 mensen op.", id="month without a year"),
        pytest.param("De gemeente biedt sinds januari 2027 gratis lessen aan.", id="this year"),
        pytest.param("Sinds maart 2027 worden in de hal 140 mensen opgevangen.", id="passive"),
        pytest.param("Sinds maart 2027 vangt Waterdrecht tot 2029 mensen op.", id="with an end as well"),
    ],
)
def test_what_goes_on_since_a_time_is_ongoing(text: str) -> None:
    assert only(text, "nieuwsbericht", 2027).status == "ongoing"


def test_since_inside_a_noun_phrase_says_nothing_of_the_act() -> None:
    assert only("Het sinds 2020 geldende beleid herzien wij in 2027.").status == "planned"
