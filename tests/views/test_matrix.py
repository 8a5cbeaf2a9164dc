"""The table of a comparison: sources, reasons, and texts that can't break out of it."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.compare import Matrix, compare
from index.store.filters import Filters
from ingest.fact_types import Period, Speerpunt
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put
from views.matrix import basis_in_words, gap_in_words, matrix_html, matrix_rows, shortened

TODAY = datetime.date(2022, 11, 22)
BODY = '<script>alert(1)</script> & "meer" woonoverlast.'
EVIL = f"Woonoverlast {BODY}"


@pytest.fixture
def matrix(tmp_path: Path) -> Matrix:
    with new_library(tmp_path / "library") as library:
        passage = Passage(0, len(EVIL), heading_path=("Woonoverlast",), themes=(ThemeScore("woonoverlast", 0.9),))
        label = Speerpunt(0, 12, "Woonoverlast", 0.9, label="Woonoverlast")
        about = identity("Water<b>drecht", "ivp", 2022, title="Plan <i>2022</i>")
        put(library, document(EVIL, identity=about, passages=(passage,), facts=(label,)))
        columns = ("Water<b>drecht", "Oosterhage")
        return compare(library, "municipalities", columns, ("woonoverlast",), Filters(), TODAY)


def test_the_texts_are_shown_as_they_are(matrix: Matrix) -> None:
    html = matrix_html(matrix, "Thema's per <gemeente>")
    assert html.count("<script") == html.count("<b>") == html.count("<i>") == 0
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;meer&quot;" in html
    assert 'aria-label="Thema&#x27;s per &lt;gemeente&gt;"' in html


def test_columns_beyond_the_screen_are_named(matrix: Matrix) -> None:
    assert '<p class="narrow-only">Naast elkaar' in matrix_html(matrix, "Tabel")
    columns = ("Water<b>drecht", "Oosterhage", "Elders", "Nergens")
    cells = {("woonoverlast", column): matrix.cells["woonoverlast", "Oosterhage"] for column in columns}
    wide = replace(matrix, columns=columns, cells=cells)
    said = "Naast elkaar: Water&lt;b&gt;drecht, Oosterhage, Elders, Nergens. Ziet u ze niet allemaal? Schuif de tabel"
    assert said in matrix_html(wide, "Tabel")


def test_a_cell_has_counts_a_quote_without_its_heading_and_a_source(matrix: Matrix) -> None:
    html = matrix_html(matrix, "Tabel")
    assert '1 passage, <a style="color: inherit; text-decoration: underline;" href="speerpunten?gemeente=' in html
    assert ">1 speerpunt</a>: Woonoverlast<br>“&lt;script" in html
    assert ">Plan &lt;i&gt;2022&lt;/i&gt;</a>" in html
    assert ">Geen stuk in de collectie</td>" in html


def test_a_cell_names_the_first_speerpunten_each_once_whatever_they_hold(matrix: Matrix) -> None:
    column = matrix.columns[0]
    cell = matrix.cells["woonoverlast", column]
    labels = ("Jeugd", "jeugd ", "<b>Wonen</b>", "Zorg " * 30, "Haven")
    held = tuple(
        replace(each, row=replace(each.row, fact=Speerpunt(0, 1, "x", 0.9, label=label)))
        for each in cell.speerpunten
        for label in labels
    )
    cells = dict(matrix.cells) | {("woonoverlast", column): replace(cell, speerpunten=held)}
    html = matrix_html(replace(matrix, cells=cells), "Tabel")
    assert f">5 speerpunten</a>: Jeugd; &lt;b&gt;Wonen&lt;/b&gt;; {'Zorg ' * 12}…; en meer<br>“" in html


def test_what_a_party_wants_comes_last_and_is_told_as_such(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        passage = Passage(0, len(EVIL), themes=(ThemeScore("woonoverlast", 0.9),))
        for path, kind, label in (
            ("a.txt", "verkiezingsprogramma", "Stille nachten"),
            ("b.txt", "ivp", "Woonoverlast"),
        ):
            goal = Speerpunt(0, 12, "Woonoverlast", 0.9, label=label)
            about = identity("Waterdrecht", kind, 2026)
            text = f"{EVIL} {label}"
            put(library, document(text, path=path, identity=about, passages=(passage,), facts=(goal,)))
        matrix = compare(
            library, "municipalities", ("Waterdrecht",), ("woonoverlast",), Filters(), datetime.date(2026, 11, 22)
        )
    assert ">2 speerpunten</a>: Woonoverlast; Stille nachten (van een partij)<br>" in matrix_html(matrix, "Tabel")
    (row,) = matrix_rows(matrix, "http://localhost:8501", datetime.date(2026, 11, 22))
    assert sorted(str(row["speerpunten"]).split("; ")) == ["Woonoverlast", "Woonoverlast (van een partij)"]


def test_a_speerpunt_of_other_years_carries_them(matrix: Matrix) -> None:
    column = matrix.columns[0]
    cell = matrix.cells["woonoverlast", column]
    period = Period(datetime.date(2019, 1, 1), datetime.date(2021, 12, 31))
    held = tuple(replace(each, period=period, runs=False) for each in cell.speerpunten)
    html = matrix_html(
        replace(matrix, cells=dict(matrix.cells) | {("woonoverlast", column): replace(cell, speerpunten=held)}), "Tabel"
    )
    assert ">1 speerpunt</a>: Woonoverlast (voor 2019–2021)<br>" in html


def test_the_head_of_a_column_says_what_its_counts_are_of(matrix: Matrix) -> None:
    html = matrix_html(matrix, "Tabel")
    assert ">Water&lt;b&gt;drecht<span" in html
    assert "<br>Integraal veiligheidsplan, 2022</span></th>" in html
    one, *_ = matrix.documents[matrix.columns[0]]
    types = ("rib", "rib", "ivp", "programmabegroting", "motie", "motie")
    rows = [
        replace(one, characters=len(types) - at, identity=identity("A", kind, 2020 + at))
        for at, kind in enumerate(types)
    ]
    assert basis_in_words(rows) == [
        "Raadsinformatiebrief (2 stukken), 2020–2021",
        "Integraal veiligheidsplan, 2022",
        "Programmabegroting, 2023",
        "en nog 2 stukken",
    ]


def test_an_empty_cell_says_what_was_read(matrix: Matrix) -> None:
    rows = matrix.documents[matrix.columns[0]]
    assert gap_in_words("not in the plan", rows) == "Niet gevonden in 1 gelezen stuk, van 2022"
    assert gap_in_words("not readable", rows) == (
        "Niet gevonden in 1 gelezen stuk, van 2022; niet alles kon worden gelezen"
    )
    assert gap_in_words("no document", ()) == "Geen stuk in de collectie"


def test_a_cell_without_a_clear_sentence_leads_to_its_passages(matrix: Matrix) -> None:
    column = matrix.columns[0]
    cell = replace(matrix.cells["woonoverlast", column], quote=None, speerpunten=())
    html = matrix_html(replace(matrix, cells=dict(matrix.cells) | {("woonoverlast", column): cell}), "Tabel")
    assert "1 passage<br>Geen zin gaat er duidelijk over. <a " in html
    assert 'href="thema?gemeente=Water%3Cb%3Edrecht&amp;thema=woonoverlast">Bekijk ze</a></td>' in html


def test_rows_for_a_spreadsheet(matrix: Matrix) -> None:
    first, second = matrix_rows(matrix, "http://localhost:8501", datetime.date(2026, 11, 22))
    assert (first["thema"], first["kolom"], first["passages"]) == (
        "Woonoverlast en burenoverlast",
        "Water<b>drecht",
        1,
    )
    assert (first["speerpunten"], first["citaat"], first["leeg omdat"]) == ("Woonoverlast", BODY, "")
    assert str(first["link"]).startswith(f"http://localhost:8501/document?doc={first['sha256']}&van=13&tot=")
    assert first["gelezen stukken"] == "Integraal veiligheidsplan, 2022"
    assert (second["kolom"], second["passages"], second["leeg omdat"]) == ("Oosterhage", 0, "Geen stuk in de collectie")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kort.", "Kort.", id="short"),
        pytest.param("woord " * 40, "woord " * 30 + "…", id="cut at a word"),
    ],
)
def test_shortened(text: str, expected: str) -> None:
    assert shortened(text) == expected


def test_a_quote_from_a_passage_on_another_theme_is_called_doubtful(matrix: Matrix) -> None:
    key = ("woonoverlast", matrix.columns[0])
    cell = matrix.cells[key]
    assert cell.quote is not None
    (plain, *_) = matrix_rows(matrix, "http://localhost:8501", TODAY)
    doubtful = replace(matrix, cells=dict(matrix.cells) | {key: replace(cell, quote=replace(cell.quote, beside=True))})
    (told, *_) = matrix_rows(doubtful, "http://localhost:8501", TODAY)
    assert "Misschien hierover: “&lt;script" in matrix_html(doubtful, "Tabel")
    assert "Misschien" not in matrix_html(matrix, "Tabel")
    said = "Misschien hierover: de passage gaat vooral over een ander thema."
    assert (plain["let op"], told["let op"]) == ("", said)
