"""With whom the municipality acts, and whose intention it is that names nobody."""

import pytest

from tests.facts.committing import found, only


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param(
            "Samen met de politie stellen wij een plan op.", "gemeente Waterdrecht met politie", id="samen met"
        ),
        pytest.param(
            "In samenwerking met het RIEC en de politie stellen wij een plan op.",
            "gemeente Waterdrecht met RIEC en de politie",
            id="two of them",
        ),
        pytest.param(
            "Wij stellen samen met lokale en regionale partners een plan op.",
            "gemeente Waterdrecht met lokale en regionale partners",
            id="adjectives",
        ),
        pytest.param(
            "Samen met het bestuur van de Stichting De Brug stellen wij een plan op.",
            "gemeente Waterdrecht met Stichting De Brug",
            id="board of a body",
        ),
        pytest.param(
            "Met ketenpartners stellen wij een plan op.", "gemeente Waterdrecht met ketenpartners", id="opens"
        ),
        pytest.param("Met extra geld stellen wij een plan op.", "gemeente Waterdrecht", id="means"),
        pytest.param("Wij stellen na een gesprek met scholen een plan op.", "gemeente Waterdrecht", id="talk"),
        pytest.param("Samen met hen stellen wij een plan op.", "gemeente Waterdrecht", id="pronoun"),
        pytest.param("In 2027 is er extra aandacht voor groen.", "gemeente Waterdrecht", id="attention"),
        pytest.param("De keuze voor de hal is nog niet gemaakt.", "gemeente Waterdrecht", id="left open"),
        pytest.param("De invoering van de wet is uitgesteld.", None, id="put off by whom"),
        pytest.param("In 2027 wordt een plan opgesteld.", None, id="passive"),
        pytest.param(
            "De regels worden, na goedkeuring door de gemeenteraad, in 2027 ingevoerd.", None, id="step of another"
        ),
        pytest.param("De regels worden in 2027 door de gemeenteraad ingevoerd.", "gemeenteraad", id="agent"),
    ],
)
def test_actor(text: str, actor: str | None) -> None:
    assert only(text).actor == actor


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("De coalitie van PvdA, VVD en D66 stelt in 2027 een plan op.", "PvdA, VVD en D66", id="in a row"),
        pytest.param("VVD en D66 gaan in 2027 een plan opstellen.", "VVD en D66", id="two"),
        pytest.param("D66 stelt in 2027 een plan op.", "D66", id="one"),
    ],
)
def test_parties_bind_themselves_in_their_own_paper(text: str, actor: str) -> None:
    assert only(text, "coalitieakkoord").actor == actor
    assert found(text, "programmabegroting") == []


def test_party_names_itself_alone() -> None:
    assert [fact.actor for fact in found("Er is extra aandacht voor groen.", "verkiezingsprogramma")] == [None]
