"""Speerpunten that a sentence announces as the headings that follow it."""

import pytest

from tests.facts.test_speerpunten import labels

PLAN = """
# Wat hebben we gedaan?
{announced}
# Schone wijken
De gemeente heeft twintig prullenbakken geplaatst.
# Vrij van schulden
Er is een loket geopend.
# Veilig naar school
Het fietspad is verbreed.
"""


@pytest.mark.parametrize(
    ("announced", "expected"),
    [
        (
            "In het Wijkenplan 2024-2027 zijn onderstaande 2 prioriteiten gekozen.",
            ["Schone wijken", "Vrij van schulden"],
        ),
        ("De raad stelde de volgende twee speerpunten vast.", ["Schone wijken", "Vrij van schulden"]),
        ("Op deze pagina leest u de speerpunten.", ["Schone wijken", "Vrij van schulden", "Veilig naar school"]),
        (
            "Hieronder lichten wij de drie prioriteiten toe.",
            ["Schone wijken", "Vrij van schulden", "Veilig naar school"],
        ),
        (
            "Hieronder lichten wij de vier prioriteiten toe.",
            ["Schone wijken", "Vrij van schulden", "Veilig naar school"],
        ),
        ("Hieronder lichten wij de acht prioriteiten toe.", []),
        ("Hieronder leest u wat wij van de politie verwachten.", []),
        ("In dit hoofdstuk staat hoe de prioriteiten van de politie tot stand kwamen.", []),
        ("De volgende raad kiest zelf.", []),
    ],
)
def test_headings_that_a_sentence_announces(announced: str, expected: list[str]) -> None:
    assert labels(PLAN.format(announced=announced)) == expected


def test_announcement_is_the_last_sentence_of_its_block() -> None:
    told = "Hieronder staan onze prioriteiten. Het overleg daarover was in mei."
    assert labels(PLAN.format(announced=told)) == []


def test_headings_until_one_that_stands_higher() -> None:
    below = "## Groen\nBomen.\n### Planning\nIn mei.\n## Jeugd\nSport.\n# Bijlage\n## Kaart\nEen kaart."
    text = f"# Plan\nHieronder staan onze speerpunten.\n{below}"
    assert labels(text) == ["Groen", "Jeugd"]


@pytest.mark.parametrize(
    "sentence",
    [
        "De speerpunten van de coalitie zijn gericht op schone wijken, een open bestuur en betaalbare huizen.",
        "De prioriteiten voor 2027 richten zich vooral op schone wijken, een open bestuur en betaalbare huizen.",
    ],
)
def test_what_speerpunten_are_aimed_at(sentence: str) -> None:
    assert labels(sentence) == ["schone wijken", "een open bestuur", "betaalbare huizen"]


def test_aim_of_speerpunten_that_is_one_clause_lists_nothing() -> None:
    sentence = "De speerpunten zijn gericht op een gemeente waar iedereen meedoet, zodat niemand achterblijft."
    assert labels(sentence) == []
