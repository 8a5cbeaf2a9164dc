"""How much of a question a passage has, and what that decides."""

import pytest

from index.coverage import coverage, presences
from index.rows import DocumentRow, PassageRow
from index.terms import Form, Word
from ingest.model import Source
from tests.index.making import identity


def passage(text: str, *headings: str) -> PassageRow:
    source = Source("a.txt", "a.txt", "0" * 64, "txt")
    about = DocumentRow(1, source, identity(), "ok", (), 100, None, "1")
    return PassageRow(1, about, 0, len(text), text, None, headings, (), searchable=True)


HAVEN = Word(0, 5, 3.0, (Form(("haf",), 1.0),))
DRUGSPAND = Word(6, 15, 1.0, (Form(("drugspand",), 1.0), Form(("drug", "pand"), 0.8), Form(("dealpand",), 0.5)))


def share_of(read: PassageRow, *words: Word) -> float:
    return coverage(words, presences(read, words))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("De haven en een drugspand.", 1.0, id="all words"),
        pytest.param("De haven.", 0.75, id="the rarer word"),
        pytest.param("Drugspanden.", 0.25, id="the commoner word"),
        pytest.param("Havenpolitie.", 0.75 * 0.6, id="within a compound"),
        pytest.param("Een pand vol drugs.", 0.25 * 0.8, id="the parts of a compound apart"),
        pytest.param("Een pand.", 0.25 * 0.8 / 4, id="half of a compound"),
        pytest.param("Een dealpand.", 0.25 * 0.5, id="a synonym"),
        pytest.param("Niets.", 0.0, id="no word"),
    ],
)
def test_coverage(text: str, share: float) -> None:
    assert share_of(passage(text), HAVEN, DRUGSPAND) == pytest.approx(share)


def test_headings_count_as_well() -> None:
    assert share_of(passage("Niets.", "Haven", "Drugspanden"), HAVEN, DRUGSPAND) == 1.0


def test_no_words_cover_nothing() -> None:
    assert share_of(passage("De haven.")) == 0.0


def test_what_stands_beside_is_read_along() -> None:
    beside = (passage("Een pand vol drugs."),)
    assert presences(passage("De haven."), (HAVEN, DRUGSPAND), beside=beside) == [1.0, pytest.approx(0.8)]


def test_a_granted_word_need_not_be_there() -> None:
    assert presences(passage("Niets."), (HAVEN, DRUGSPAND), frozenset({HAVEN})) == [1.0, 0.0]
