"""How much of a question a passage has, and what that decides."""

import pytest

from index.finding.coverage import Sought, coverage
from index.finding.terms import Form, Word
from index.store.held import Held, held_in

HAVEN = Word(0, 5, 3.0, (Form(("haf",), 1.0),))
DRUGSPAND = Word(
    6, 15, 1.0, (Form(("drugspand",), 1.0), Form(("drug", "pand"), 0.8, "parts"), Form(("dealpand",), 0.5))
)


def share_of(text: str, *words: Word) -> float:
    return coverage(words, Sought(words).presences(held_in(text)))


def held(*texts: str) -> list[Held]:
    return [held_in(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("De haven en een drugspand.", 1.0, id="all words"),
        pytest.param("De haven.", 0.75, id="the rarer word"),
        pytest.param("Drugspanden.", 0.25, id="the commoner word"),
        pytest.param("Havenpolitie.", 0.75 * 0.6, id="within a compound"),
        pytest.param("Een pand vol drugs.", 0.25 * 0.8, id="the parts of a compound apart"),
        pytest.param("Een pand.", 0.0, id="half of a compound"),
        pytest.param("Een dealpand.", 0.25 * 0.5, id="a synonym"),
        pytest.param("Niets.", 0.0, id="no word"),
    ],
)
def test_coverage(text: str, share: float) -> None:
    assert share_of(text, HAVEN, DRUGSPAND) == pytest.approx(share)


def test_half_of_a_group_of_words_is_worth_a_quarter_and_half_of_a_compound_nothing() -> None:
    asked = Word(0, 4, 1.0, (Form(("auto",), 1.0), Form(("elektrisch", "vervo"), 0.7, "synonym")))
    compound = Word(0, 11, 1.0, (Form(("ruimtevart",), 1.0), Form(("ruimt", "vart"), 0.8, "parts")))
    assert share_of("Vervoer.", asked) == pytest.approx(0.7 / 4)
    assert share_of("De openbare ruimte.", compound) == 0.0


def test_no_words_cover_nothing() -> None:
    assert share_of("De haven.") == 0.0


def test_several_texts_are_read_as_one() -> None:
    sought = Sought((HAVEN, DRUGSPAND))
    assert sought.presences(*held("Drugspanden", "De haven.")) == [1.0, 1.0]
    assert sought.presences(*held("De haven.", "Een pand vol drugs.")) == [1.0, pytest.approx(0.8)]
    assert sought.presences(*held("De haven.", "Een pand.")) == [1.0, 0.0]
