"""Which sentence is quoted for a theme."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.compare import Cell, compare
from index.library import Library
from index.store.filters import Filters
from index.store.rows import PassageRow
from index.tracing.quoting import has_text, strongest
from ingest.model import Inferred, Passage, ThemeScore
from tests.index.making import document, identity, new_library, put

TODAY = datetime.date(2024, 11, 22)
BOAT = "De reddingsboot vaart en de kade is hersteld."
NOISE = "Tegen woonoverlast zetten wij buurtbemiddeling in, zodat buren er samen uitkomen."
COST = "De kosten zijn € 40.000."


def rows(library: Library, *texts: tuple[str, float], headings: tuple[str, ...] = ()) -> list[PassageRow]:
    """Passages on woonoverlast, this sure."""
    whole = "\n".join(text for text, _ in texts)
    passages, start = [], 0
    for text, sure in texts:
        themes = (ThemeScore("woonoverlast", sure),)
        passages.append(Passage(start, start + len(text), heading_path=headings, themes=themes))
        start += len(text) + 1
    number = put(library, document(whole, passages=tuple(passages)))
    return library.passages_of(number)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        yield made


def quoted(passages: list[PassageRow]) -> str:
    quote = strongest(passages, ("woonoverlast",))
    assert quote is not None
    return quote.text


def test_the_sentence_that_carries_the_theme_comes_first(library: Library) -> None:
    assert quoted(rows(library, (f"{BOAT} {NOISE} {COST}", 0.9))) == f"{NOISE} {COST}"


def test_its_place_is_that_of_the_sentence(library: Library) -> None:
    quote = strongest(rows(library, (BOAT, 0.9), (f"{BOAT} {NOISE}", 0.5)), ("woonoverlast",))
    assert quote is not None
    start = 2 * (len(BOAT) + 1)
    assert (quote.start, quote.end) == (start, start + len(NOISE))


def test_words_outweigh_a_passage_that_is_a_little_surer(library: Library) -> None:
    assert quoted(rows(library, (f"{BOAT} {COST}", 0.8), (NOISE, 0.7))) == NOISE


def test_without_a_word_of_the_theme_the_surest_passage_is_quoted_whole(library: Library) -> None:
    assert quoted(rows(library, (COST, 0.4), (f"{BOAT} {COST}", 0.8))) == f"{BOAT} {COST}"


def test_a_row_of_a_table_gives_way_to_a_sentence(library: Library) -> None:
    row = "1 | Woonoverlast | meldingen van woonoverlast | 305 | 238"
    assert quoted(rows(library, (row, 0.9), (NOISE, 0.7))) == NOISE


HEAD = "Nr. | Gedaan op | Woonoverlast | Status"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{HEAD}\nT1 | 12 mei | {COST} | open", f"T1 | 12 mei | {COST} | open", id="before its rows"),
        pytest.param(f"{COST}\n{HEAD}", COST, id="after a sentence, its rows in the next passage"),
        pytest.param(HEAD, HEAD, id="nothing else"),
    ],
)
def test_the_head_of_a_list_is_not_quoted(library: Library, text: str, expected: str) -> None:
    assert quoted(rows(library, (text, 0.9))) == expected


def test_a_list_that_is_only_a_head_gives_way(library: Library) -> None:
    assert quoted(rows(library, (HEAD, 0.9), (NOISE, 0.5))) == NOISE


def test_headings_are_no_part_of_the_quote(library: Library) -> None:
    text = f"Woonoverlast\n{NOISE}"
    assert quoted(rows(library, (text, 0.9), headings=("Woonoverlast",))[:1]) == NOISE


def test_nothing_gives_nothing() -> None:
    assert strongest([], ("woonoverlast",)) is None


def test_an_older_document_is_quoted_only_where_it_says_much_more(library: Library) -> None:
    def cell(newest: str) -> Cell:
        for year, text in ((2022, NOISE), (2024, newest)):
            passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.9),))
            about = replace(identity("Waterdrecht", "ivp", year), date=Inferred(datetime.date(year, 1, 1), 0.9))
            put(library, document(text, path=f"plan-{year}.txt", identity=about, passages=(passage,)))
        return compare(library, "municipalities", ("Waterdrecht",), ("woonoverlast",), Filters(), TODAY).cells[
            "woonoverlast", "Waterdrecht"
        ]

    quote = cell("De aanpak van woonoverlast gaat door als tevoren.").quote
    assert quote is not None
    assert quote.passage.document.file == "plan-2024.txt"
    quote = cell(f"{BOAT} {COST}").quote
    assert quote is not None
    assert quote.passage.document.file == "plan-2022.txt"


FORM = "Portefeuillehouder: wethouder Bos, woonoverlast en burenoverlast."


@pytest.mark.parametrize(
    "weak",
    [
        pytest.param(FORM, id="the field of a form"),
        pytest.param("Nota woonoverlast en buurtbemiddeling van de gemeente Waterdrecht", id="a title page"),
    ],
)
def test_a_line_that_says_nothing_gives_way(library: Library, weak: str) -> None:
    plain = "De woonoverlast in de flats rond het plein neemt dit jaar toch nog af."
    assert quoted(rows(library, (weak, 0.9), (plain, 0.7))) == plain


def test_a_sentence_that_leans_is_quoted_with_the_one_before(library: Library) -> None:
    assert quoted(rows(library, (f"{COST} {BOAT} Die strijdt met woonoverlast en burenoverlast.", 0.9))) == (
        f"{BOAT} Die strijdt met woonoverlast en burenoverlast."
    )


def test_a_heading_on_another_theme_outweighs_a_shared_word(library: Library) -> None:
    elsewhere = "Wij legden in het park een last onder dwangsom op wegens woonoverlast."
    (there,) = rows(library, (elsewhere, 0.9), headings=("Vakantieparken",))
    here = "De woonoverlast in de flats rond het plein neemt dit jaar toch nog af."
    put(library, document(here, path="ander.txt", passages=(Passage(0, len(here), themes=there.themes),)))
    (other,) = (row for document in library.documents() for row in library.passages_of(document.id) if row.text == here)
    assert quoted([there, other]) == here


def test_a_sentence_goes_before_a_row_of_figures(library: Library) -> None:
    row = "Woonoverlast en burenoverlast | 3.750.000 | - | 12,5 % | - | 200.000"
    assert quoted(rows(library, (row, 0.9), (f"{BOAT} {COST}", 0.5))) == f"{BOAT} {COST}"


def test_of_a_table_one_row_is_quoted_and_never_its_head(library: Library) -> None:
    table = "Soort | Trekker | Jaar\nReddingsboot | Haven | 2024\nWoonoverlast | Team Wijken | 2025\nBoot | Kade | 2026"
    assert quoted(rows(library, (table, 0.9))) == "Woonoverlast | Team Wijken | 2025"


def test_what_a_party_promises_gives_way_to_a_paper_of_the_municipality(library: Library) -> None:
    for kind, year, text in (("verkiezingsprogramma", 2026, NOISE), ("programmabegroting", 2024, f"{NOISE} {COST}")):
        passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.9),))
        about = identity("Waterdrecht", kind, year)
        put(library, document(text, path=f"{kind}.txt", identity=about, passages=(passage,)))
    cell = compare(library, "municipalities", ("Waterdrecht",), ("woonoverlast",), Filters(), TODAY).cells
    quote = cell["woonoverlast", "Waterdrecht"].quote
    assert quote is not None
    assert quote.text == f"{NOISE} {COST}"


def test_a_label_that_announces_the_sentence_is_no_part_of_it(library: Library) -> None:
    assert quoted(rows(library, (f"Besluit:\n{NOISE}", 0.9))) == NOISE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("5.b Wonen\nBesluit:", False, id="a heading and a label"),
        pytest.param("5.b Wonen", False, id="a heading"),
        pytest.param(f"5.b Wonen\n{NOISE}", True, id="a sentence below it"),
        pytest.param("Een haven: de kade", True, id="no label"),
    ],
)
def test_a_passage_has_text_of_its_own(library: Library, text: str, expected: bool) -> None:
    (passage,) = rows(library, (text, 0.9), headings=("5.b Wonen",))
    assert has_text(passage) is expected


@pytest.mark.parametrize(
    ("sure", "others", "beside"),
    [
        pytest.param(0.44, 0.99, True, id="another theme before all"),
        pytest.param(0.44, 0.3, False, id="its first theme"),
        pytest.param(0.8, 0.99, False, id="surely on both"),
    ],
)
def test_a_passage_on_another_theme_before_all_says_so_of_its_quote(
    library: Library, sure: float, others: float, beside: bool
) -> None:
    themes = (ThemeScore("volksgezondheid", others), ThemeScore("woonoverlast", sure))
    number = put(library, document(NOISE, passages=(Passage(0, len(NOISE), themes=themes),)))
    quote = strongest(library.passages_of(number), ("woonoverlast",))
    assert quote is not None
    assert quote.beside is beside


def test_a_passage_on_the_theme_goes_before_one_on_another(library: Library) -> None:
    texts = ("De woonoverlast in de flats neemt af.", "De woonoverlast rond het plein neemt af.")
    for text, others in zip(texts, (0.9, 0.5), strict=True):
        themes = (ThemeScore("volksgezondheid", others), ThemeScore("woonoverlast", 0.6))
        put(library, document(text, path=f"{others}.txt", passages=(Passage(0, len(text), themes=themes),)))
    rows = [row for each in library.documents() for row in library.passages_of(each.id)]
    assert [quoted(rows), quoted(rows[::-1])] == [texts[1], texts[1]]
