"""Reports of a meeting in the third person: what the college says that will be, and nothing else."""

import pytest

from ingest.fact_types import Commitment
from ingest.facts.acts.minutes import is_report_of_meeting
from ingest.facts.commitments import commitments
from tests.facts.policy_documents import policy

_BEFORE = "De voorzitter opent de vergadering. De heer Bos en mevrouw Dekker zijn afwezig.\n\n"


def told(text: str) -> list[Commitment]:
    return commitments(policy(_BEFORE + text, "raadsverslag", 2027))


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(
            "Wethouder Smit zegt toe dat de raad in mei een brief ontvangt.", "wethouder Smit", id="toezegging"
        ),
        pytest.param("Wethouder Smit ziet dat ook. Hij zal het laten uitzoeken.", "wethouder Smit", id="hij"),
        pytest.param("De burgemeester ziet dat. Zij stuurt de raad een brief.", "burgemeester", id="zij"),
        pytest.param("Het college stelt een plan op.", "college", id="college"),
        pytest.param("Wethouder Smit hoopt dat de brug in mei 2027 opengaat.", "wethouder Smit", id="hope of whom"),
        pytest.param("De wethouder ziet dat. Hij hoopt dat de brug in mei 2027 opengaat.", "wethouder", id="hope"),
        pytest.param(
            "Wethouder An Smit ziet dat. Zij zal het nog navragen en de raad berichten.", "wethouder An Smit", id="name"
        ),
        pytest.param("Wethalder Smit: Het is druk. Zij zal dat nog eens benoemen.", "Wethalder Smit", id="Frisian"),
        pytest.param("Wethouder Smit zegt dat er bij de brug een hek komt.", "wethouder Smit", id="er komt"),
        pytest.param(
            "Wethouder Smit ziet dat. Dit zal in het plan worden meegenomen.", "wethouder Smit", id="zal worden"
        ),
        pytest.param("Wethouder Smit beaamt dat. De raad wordt t.z.t. ingelicht.", "wethouder Smit", id="later"),
        pytest.param(
            "Wethouder Smit licht toe. De sluiting zal op zo kort mogelijke termijn worden gepubliceerd.",
            "wethouder Smit",
            id="as soon as can be",
        ),
        pytest.param("Toezegging: de cijfers worden schriftelijk nagestuurd.", None, id="label"),
        pytest.param("Afgesproken wordt dat de wethouder met de buurt spreekt.", None, id="agreed"),
        pytest.param("De raad ontvangt een memo over de bouw.", None, id="receives"),
        pytest.param("Wethouder Smit meldt dat de nota in mei 2027 naar de raad komt.", None, id="comes to them"),
        pytest.param("De gemeenteraad heeft besloten het plan vast te stellen.", "gemeenteraad", id="was decided"),
        pytest.param("De burgemeester antwoordt dat de proef op 1 maart 2027 ingaat.", None, id="what is said"),
    ],
)
def test_is_a_promise(text: str, actor: str | None) -> None:
    assert [promise.actor for promise in told(text)] == [actor]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De heer Bos vraagt dat. Hij zal een motie maken.", id="member of the council"),
        pytest.param("Mevrouw Dekker zegt dat de proef op 1 maart 2027 ingaat.", id="what a member says"),
        pytest.param("De fractie bouwt voort op het plan.", id="party"),
        pytest.param("Toch besloot het college daar niet mee in te stemmen.", id="story of somebody"),
        pytest.param("De wethouder komt bij agendapunt 5 met een plan.", id="order of the meeting"),
        pytest.param("Het college was er. De gast is blij. Hij maakt veel vrienden.", id="he is no college"),
        pytest.param(
            "Wethouder Smit ziet dat. Als er bankjes staan, zal er meer worden gebouwd.", id="what comes of something"
        ),
        pytest.param("Zij willen dat de wethouder een plan opstelt.", id="plural"),
        pytest.param("Het college heeft in 2026 een plan vastgesteld.", id="what was done"),
        pytest.param("De gemeente heeft toegezegd dat er geld zou komen.", id="what somebody says was promised"),
        pytest.param("De wethouder laat het oordeel aan de raad.", id="leaves it to the council"),
    ],
)
def test_is_none(text: str) -> None:
    assert told(text) == []


def test_promise_named_behind_it_is_a_toezegging() -> None:
    assert [p.promise_type for p in told("Het college stelt in mei een plan op, zegt hij toe.")] == ["toezegging"]


def test_answer_of_a_member_of_the_college_is_a_toezegging() -> None:
    assert [p.promise_type for p in told("Wethouder Smit zal het plan aanpassen.")] == ["toezegging"]


def test_column_about_a_meeting_is_no_report_of_it() -> None:
    assert not is_report_of_meeting(policy("Wij waren bij de raad. " * 20, "raadsverslag"))


def test_what_will_not_come_is_opposed() -> None:
    assert [p.status for p in told("Wethouder Smit ziet dat. Er komt geen parkeerterrein.")] == ["opposed"]


def test_list_of_decisions_of_a_committee_reports_its_meeting_where_it_tells_who_said_what() -> None:
    told_so = "Piet Bos geeft aan dat het plan mooi is. Wethouder Smit antwoordt dat de brug in mei opengaat. "
    assert is_report_of_meeting(policy(told_so, "besluitenlijst"))
    assert not is_report_of_meeting(policy("De brug over de Vaart te bouwen. " * 20, "besluitenlijst"))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("Over de kade geeft zij aan dat die wordt verbreed.", True, id="inverted pronoun"),
        pytest.param("Daarna volgt nog een inloopavond.", True, id="an evening follows"),
        pytest.param("Daarna volgt de tweede termijn.", False, id="a round of the meeting"),
        pytest.param("Wordt toegezegd dat de cijfers zullen worden verstrekt.", True, id="promised by nobody named"),
        pytest.param("Wethouder Kraan: Dat kan zij toezeggen.", True, id="can promise, behind its label"),
        pytest.param("Wethouder Kraan: Dat kan zij niet toezeggen.", False, id="can't promise"),
    ],
)
def test_promises_in_the_words_of_minutes(text: str, kept: bool) -> None:
    said = f"De heer Bakker (VVD) vraagt naar de kade. Wethouder Kraan antwoordt dat het druk is. {text}"
    assert bool(told(said)) == kept
