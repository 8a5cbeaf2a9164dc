"""Themes side by side: what each cell holds, and why an empty one is empty."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.compare import Matrix, compare
from index.library import Library
from index.store.filters import Filters
from ingest.fact_types import Speerpunt
from ingest.model import Document, Failure, Passage, Source, ThemeScore
from tests.index.making import document, identity, new_library, put

TODAY = datetime.date(2022, 11, 22)
NOISE, CAMERA = "Woonoverlast krijgt een eigen team.", "Er komen camera's bij het station."


def plan(path: str, municipality: str, year: int, *themed: tuple[str, str, float], label: str = "") -> Document:
    """A document whose passages each have one theme; `label` is the text that is a speerpunt."""
    text = "\n".join(line for line, _, _ in themed)
    passages, start = [], 0
    for line, theme, probability in themed:
        passages.append(Passage(start, start + len(line), themes=(ThemeScore(theme, probability),)))
        start += len(line) + 1
    at = text.find(label) if label else -1
    facts = (Speerpunt(at, at + len(label), label, 0.9, label=label),) if at >= 0 else ()
    about = identity(municipality, "ivp", year)
    return document(text, path=path, identity=about, passages=tuple(passages), facts=facts)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("compare")) as made:
        sure, unsure = (NOISE, "woonoverlast", 0.9), ("Buren maken herrie.", "woonoverlast", 0.6)
        put(made, plan("w22.txt", "Waterdrecht", 2022, unsure, sure, label="Woonoverlast"))
        put(made, plan("w23.txt", "Waterdrecht", 2023, (CAMERA, "cameratoezicht", 0.8)))
        put(made, plan("o22.txt", "Oosterhage", 2022, (CAMERA, "cameratoezicht", 0.8)))
        half = plan("s22.txt", "Sint-Maartenszijl", 2022, (CAMERA, "cameratoezicht", 0.8))
        put(made, replace(half, status="partial", problems=("Bladzijde 2 is een plaatje.",)))
        made.add_failure(Failure(Source("stuk.pdf", "stuk.pdf", "f" * 64, "pdf"), "Beschadigd.", "Vraag een ander."))
        yield made


def by_municipality(library: Library) -> Matrix:
    names = ("Waterdrecht", "Oosterhage", "Sint-Maartenszijl", "Elders")
    return compare(library, "municipalities", names, ("woonoverlast", "cameratoezicht"), Filters(years=(2022,)), TODAY)


def test_a_cell_counts_and_quotes_the_surest(library: Library) -> None:
    cell = by_municipality(library).cells["woonoverlast", "Waterdrecht"]
    assert (cell.passages, cell.gap) == (2, None)
    assert cell.quote is not None
    assert (cell.quote.text, cell.quote.passage.document.file) == (NOISE, "w22.txt")
    assert [each.row.fact.text for each in cell.speerpunten] == ["Woonoverlast"]


@pytest.mark.parametrize(
    ("theme", "municipality", "gap"),
    [
        pytest.param("woonoverlast", "Oosterhage", "not in the plan", id="read whole, nothing there"),
        pytest.param("woonoverlast", "Sint-Maartenszijl", "not readable", id="read in part"),
        pytest.param("woonoverlast", "Elders", "no document", id="no document"),
        pytest.param("cameratoezicht", "Waterdrecht", "not in the plan", id="another year has it"),
        pytest.param("cameratoezicht", "Sint-Maartenszijl", None, id="read in part, and found"),
    ],
)
def test_an_empty_cell_says_why(library: Library, theme: str, municipality: str, gap: str | None) -> None:
    assert by_municipality(library).cells[theme, municipality].gap == gap


def test_files_that_could_not_be_read_are_named(library: Library) -> None:
    assert [row.file for row in by_municipality(library).unread] == ["stuk.pdf"]


def test_the_years_of_one_municipality(library: Library) -> None:
    within = Filters(municipalities=("Waterdrecht",), years=(1999,), themes=("cameratoezicht",))
    matrix = compare(library, "years", ("2022", "2023", "2024"), ("woonoverlast",), within, TODAY)
    found = {
        year: (matrix.cells["woonoverlast", year].passages, matrix.cells["woonoverlast", year].gap)
        for year in matrix.columns
    }
    assert found == {"2022": (2, None), "2023": (0, "not in the plan"), "2024": (0, "no document")}


def test_a_budget_that_looks_ahead_stands_under_its_own_year_alone(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_library(tmp_path_factory.mktemp("ahead")) as library:
        passage = Passage(0, len(NOISE), themes=(ThemeScore("woonoverlast", 0.9),))
        budget = identity("Waterdrecht", "programmabegroting", 2021, (2021, 2024))
        put(library, document(NOISE, path="begroting.txt", identity=budget, passages=(passage,)))
        ahead = identity("Waterdrecht", "ivp", None, (2021, 2022))
        put(library, document(NOISE, path="ivp.txt", identity=ahead, passages=(passage,)))
        matrix = compare(library, "years", ("2021", "2022", "2023"), ("woonoverlast",), Filters(), TODAY)
    found = {year: [row.file for row in matrix.documents[year]] for year in matrix.columns}
    assert found == {"2021": ["begroting.txt", "ivp.txt"], "2022": ["ivp.txt"], "2023": []}
    assert [matrix.cells["woonoverlast", year].passages for year in matrix.columns] == [2, 1, 0]


def test_a_speerpunt_stands_under_its_own_theme_and_not_under_all_of_its_passage(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    text = "Voorrang krijgt de aanpak van woonoverlast, met camera's."
    themes = (ThemeScore("cameratoezicht-fouilleren", 0.9), ThemeScore("woonoverlast", 0.8))
    at = text.index("woonoverlast")
    named = Speerpunt(at, at + 12, text[at : at + 12], 0.9, label="woonoverlast")
    with new_library(tmp_path_factory.mktemp("own")) as library:
        about = identity("Waterdrecht", "ivp", None, (2021, 2024))
        passage = Passage(0, len(text), themes=themes)
        put(library, document(text, path="ivp.txt", identity=about, passages=(passage,), facts=(named,)))
        wanted = ("woonoverlast", "cameratoezicht-fouilleren")
        matrix = compare(library, "municipalities", ("Waterdrecht",), wanted, Filters(), TODAY)
        later = compare(
            library, "municipalities", ("Waterdrecht",), wanted, Filters(), TODAY.replace(year=TODAY.year + 4)
        )
    cells = [matrix.cells[theme, "Waterdrecht"] for theme in wanted]
    assert [[(each.row.fact.text, each.runs) for each in cell.speerpunten] for cell in cells] == [
        [("woonoverlast", True)],
        [],
    ]
    assert [each.runs for each in later.cells["woonoverlast", "Waterdrecht"].speerpunten] == [False]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("Tegen woonoverlast zetten wij buurtbemiddeling in.", True, id="a sentence on it"),
        pytest.param("Jongeren met bescherming | % | 0,3 | 0,9", False, id="a row of figures on something alike"),
        pytest.param("Het gesprek gaat verder over wat er leeft.", False, id="a sentence without a word of it"),
    ],
)
def test_a_quote_is_clearly_on_the_theme_or_there_is_none(
    text: str, quoted: bool, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with new_library(tmp_path_factory.mktemp("clear")) as library:
        passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.4),))
        put(library, document(text, path="ivp.txt", identity=identity("Waterdrecht", "ivp"), passages=(passage,)))
        matrix = compare(library, "municipalities", ("Waterdrecht",), ("woonoverlast",), Filters(), TODAY)
    cell = matrix.cells["woonoverlast", "Waterdrecht"]
    assert (cell.passages, cell.quote is not None, cell.gap) == (1, quoted, None)
