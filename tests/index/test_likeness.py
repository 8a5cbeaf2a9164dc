"""Sentences about the same matter share rare words; time, counts and offices are nobody's matter."""

import pytest

from index.language.likeness import Evidence, profile, shared


def words(one: str, other: str) -> float:
    return shared(profile(one, lambda _: 1.0), profile(other, lambda _: 1.0), 1.0)[0]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("De jeugdboa begint.", "Een jeugdboa begint!", 1.0, id="the same words"),
        pytest.param("De jeugdboa begint.", "Het riool lekt.", 0.0, id="none"),
        pytest.param("Wij plaatsen camera's.", "Er is een camera geplaatst.", 1.0, id="other forms"),
    ],
)
def test_words(one: str, other: str, expected: float) -> None:
    assert words(one, other) == pytest.approx(expected, abs=0.01)


def test_time_weighs_little() -> None:
    about_time = words(
        "De brug is in het tweede kwartaal van 2023 klaar.", "Het plan volgt in het tweede kwartaal van 2023."
    )
    about_a_bridge = words("De brug is in het tweede kwartaal van 2023 klaar.", "De brug is klaar.")
    assert about_time < 0.05
    assert about_a_bridge > 0.9


def test_rarity_is_of_the_shared_words_alone() -> None:
    rare = {"brug": 6.0, "park": 1.0}
    one, other = (profile(text, lambda word: rare.get(word, 2.0)) for text in ("Brug park dijk", "Brug park sluis"))
    assert shared(one, other, 6.0)[1] == pytest.approx((6.0 + 1.0) / 18.0)


def test_no_words_in_common_is_no_evidence() -> None:
    assert Evidence(words=0.0, rarity=0.0, sentence=0.0, passage=0.0).likeness < 0.001
    assert Evidence(words=1.0, rarity=1.0, sentence=5.0, passage=3.0).likeness > 0.99
