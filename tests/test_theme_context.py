"""A passage of prose without cues of its own borrows themes from its section and its document."""

import pytest

from ingest.model import Passage
from ingest.theme_context import is_prose, themed

LEANING = "Dit besluit nemen wij in het voorjaar, nadat iedereen die dat wil zijn mening aan ons heeft gegeven."
ABOUT_DIKES = "De dijkversterking bij de zeewering beschermt tegen overstroming en hoogwater."
ABOUT_SPORT = "Het zwembad en de sporthal krijgen een nieuwe vloer voor de sportverenigingen."


def themes_in(*parts: tuple[str, tuple[str, ...]], searchable: bool = True) -> list[list[str]]:
    text, passages = "", []
    for words, path in parts:
        passages.append(Passage(len(text), len(text) + len(words), path, searchable=searchable))
        text += words + "\n"
    return [[score.theme for score in passage.themes] for passage in themed(text, passages)]


def test_borrows_from_its_section_and_says_so() -> None:
    text = f"{ABOUT_DIKES}\n{LEANING}"
    cut = len(ABOUT_DIKES)
    _, leaning = themed(text, [Passage(0, cut, ("Vooraf",)), Passage(cut + 1, len(text), ("Vooraf",))])
    (lent,) = leaning.themes
    assert lent.theme == "waterveiligheid"
    assert lent.cues == ("in deze paragraaf: dijkversterking", "in dit document: dijkversterking")


def test_borrows_nothing_from_another_section() -> None:
    assert themes_in((ABOUT_DIKES, ("Water",)), (ABOUT_SPORT, ("Bewegen",)), (LEANING, ("Vervolg",)))[2] == []


def test_borrows_no_word_that_stands_with_every_theme() -> None:
    motion = "Motie: de fracties vragen de wethouders in de raad om dit in het voorjaar opnieuw voor te leggen."
    text = f"{motion}\n{LEANING}"
    cut = len(motion)
    _, leaning = themed(text, [Passage(0, cut, ("Vooraf",)), Passage(cut + 1, len(text), ("Vooraf",))])
    assert leaning.theme_cues == ()


def test_borrows_what_the_whole_document_is_about() -> None:
    text = f"{ABOUT_DIKES}\n{LEANING}"
    cut = len(ABOUT_DIKES)
    _, leaning = themed(text, [Passage(0, cut, ("Een",)), Passage(cut + 1, len(text), ("Vervolg",))])
    (lent,) = leaning.theme_cues
    assert (lent.theme, lent.near, lent.document) == ("waterveiligheid", 0.0, 1.0)
    assert lent.cues == ("in dit document: dijkversterking",)


def test_keeps_its_own_theme() -> None:
    assert themes_in((ABOUT_DIKES, ("Vooraf",)), (ABOUT_SPORT, ("Vooraf",)))[1] == ["sport"]


def test_what_is_not_searchable_has_no_themes() -> None:
    assert themes_in((ABOUT_DIKES, ("Vooraf",)), searchable=False) == [[]]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("Jan Zeeman, Piet Duinstra, Klaas Bos, Marie Vis, Anna Kok, Truus Mol, Wim Haak", id="names"),
        pytest.param("Post | eind | stand\nAlfa | 1 | 2\nBeta | 3 | 4\nGamma | 5 | 6", id="table"),
        pytest.param(
            "De voorzitter sluit de vergadering om tien uur en wenst allen die er zijn een goede reis naar huis.",
            id="order of the meeting",
        ),
    ],
)
def test_what_is_no_prose_borrows_nothing(words: str) -> None:
    assert themes_in((ABOUT_DIKES, ("Vooraf",)), (words, ("Vooraf",)))[1] == []


def test_prose_has_sentences() -> None:
    assert is_prose(LEANING)
    assert not is_prose("Jaarverslag Gemeente Oosterhage")
