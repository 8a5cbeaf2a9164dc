"""The words of a question, each with how much it says."""

from pathlib import Path

from index.finding.terms import RAREST_COMMON
from index.query import understand
from tests.index.making import document, new_library, put


def test_a_word_that_hardly_says_anything_weighs_little_however_rare(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("Een kade met een sluis.\nDe brug over de haven.\nHet slot van de kade."))
        weights = {
            question: word.rarity for question in ("zwembad", "nieuwe") for word in understand(question, library).words
        }
        assert weights["nieuwe"] == RAREST_COMMON < weights["zwembad"]


def test_of_a_compound_only_the_rarest_part_has_other_words(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("Een huis.\nHet huis.\nDat huis.\nEen bungalow.\nDe recreatiewoning.\nDe woning."))
        (word,) = understand("bungalowhuis", library).words
        others = {form.stems for form in word.forms if form.kind == "synonym"}
        assert ("chalet",) in others
        assert ("pand",) not in others
