"""The sentence around a span."""

from pathlib import Path

import pytest

from index.finding.around import sentence_around
from tests.index.making import document, new_library, put

TEXT = "Vooraf staat dit.\nDe brug is oud. Wij geven € 5.000 uit. Daarna rusten wij."


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        pytest.param("€ 5.000", "Wij geven € 5.000 uit.", id="in the middle"),
        pytest.param("De brug", "De brug is oud.", id="at the beginning"),
        pytest.param("oud. Wij", "De brug is oud. Wij geven € 5.000 uit. Daarna rusten wij.", id="across sentences"),
    ],
)
def test_sentence_around(words: str, sentence: str, tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        passage = library.passages_of(put(library, document(TEXT)))[1]
    start = TEXT.index(words)
    found, (first, last) = sentence_around(passage, start, start + len(words))
    assert found == sentence
    assert found[first:last] == words
