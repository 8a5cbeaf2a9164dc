"""No screen and no file that people take along names somebody who spoke to the council, or says where they live.

The picture of a page and the download of the file are the document itself, as the municipality published it.
"""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import streamlit as st
from click.testing import CliRunner

from index.build import build
from index.finding.discreet import DiscreetLibrary
from index.library import Library
from ingest.privacy import tidy
from speerpunt import cli
from tests.views.app import open_page
from views.columns import fact_rows
from views.taking import today

PRIVATE = (
    "Karel", "Groot", "Dijkstra", "Hanneke", "Zwartjes", "Olthof", "Tuinman", "k.degroot", "post.example", "12345678",
    "Molenweg 14", "1234 AB",
)  # fmt: skip

VERSLAG = """Verslag van de raadsvergadering van de gemeente Waterdrecht van 27 januari 2022

2 Insprekers
De heer Gijs Olthof uit Klein Vos spreekt in over woonoverlast in de Havenstraat.

3 Woonoverlast
Inspreker Karel de Groot: ik heb elke nacht last van woonoverlast, mail mij op k.degroot@post.example.
Mevrouw Hanneke Zwartjes, bewoner, Molenweg 14, 1234 AB Waterdrecht, belt over de woonoverlast met 06-12345678.
De heer De Groot zegt toe in 2023 een lijst van klachten over woonoverlast te sturen.
Wethouder Bas Kraan zegt de heer De Groot toe uiterlijk 1 mei 2022 met hem over de woonoverlast te spreken.
Burgemeester Eva Maan zegt toe dat de raad in 2022 een evaluatie van de aanpak van woonoverlast ontvangt.

4 Klacht van de familie Tuinman
De wethouder zegt toe in 2022 met de familie Tuinman over de woonoverlast te spreken.
"""

PLAN = """Integraal veiligheidsplan gemeente Waterdrecht 2022-2025

Speerpunten
Aanpak woonoverlast
Met bewoner Mien Dijkstra is over woonoverlast gesproken. De aanpak van woonoverlast kost € 45.000 in 2023.
"""

PAGES: tuple[tuple[str, dict[str, str]], ...] = (
    ("zoeken", {"vraag": "woonoverlast", "letterlijk": "ja"}),
    ("zoeken", {"vraag": "Karel de Groot"}),
    ("speerpunten", {}),
    ("toezeggingen", {}),
    ("thema", {"thema": "woonoverlast", "gemeente": "Waterdrecht"}),
    ("vergelijken", {"thema": "woonoverlast"}),
    ("sessiedossier", {"thema": "woonoverlast", "gemeente": "Waterdrecht"}),
    ("portefeuillehouders", {}),
    ("collectie", {}),
    ("document", {"doc": "verslag.txt"}),
    ("document", {"doc": "verslag.txt", "beeld": "tekst"}),
    ("document", {"doc": "plan.txt"}),
    ("veranderd", {}),
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("insprekers")
    listed = "cbs_code,naam,provincie\nGM9001,Waterdrecht,Zuid-Holland\n"
    for name, text in (("verslag.txt", VERSLAG), ("plan.txt", PLAN), ("gemeenten.csv", listed)):
        (made / name).write_text(text, encoding="utf-8")
    build([made], made / "library")
    return made / "library"


@pytest.fixture(autouse=True)
def _fresh_caches(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def named(text: str) -> list[str]:
    return [words for words in PRIVATE if words in text]


def screen(page: str, address: dict[str, str]) -> str:
    """All that the browser gets of a page: what stands on it, folded or not, what can be copied, and its links."""
    app = open_page(page, **address)
    assert not app.exception
    return "\n".join(str(getattr(element, "proto", "")) for element in app._tree)


@pytest.mark.parametrize(("page", "address"), PAGES, ids=[f"{page}{i}" for i, (page, _) in enumerate(PAGES)])
def test_no_screen_names_one(page: str, address: dict[str, str]) -> None:
    shown = screen(page, address)
    asked = address.get("vraag", "")
    assert [words for words in named(shown) if words not in asked] == []


def test_following_a_promise_names_none(folder: Path) -> None:
    with Library.open(folder) as library:
        rows = library.facts("commitment")
    assert rows
    for row in rows:
        shown = screen("volgen", {"doc": row.document.source.sha256, "van": str(row.fact.start)})
        assert named(shown) == []


def test_the_words_around_a_name_stay() -> None:
    shown = screen("document", {"doc": "verslag.txt"})
    assert "De heer [naam] uit Klein Vos spreekt in over woonoverlast in de Havenstraat." in shown
    assert "mail mij op [e-mail]" in shown
    assert "Mevrouw [naam], bewoner, [adres] Waterdrecht, belt over de woonoverlast met [telefoon]." in shown
    assert "Wethouder Bas Kraan zegt de heer [naam] toe" in shown


@pytest.mark.parametrize("form", ["csv", "xlsx", "table"])
def test_no_list_of_the_command_line_names_one(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"feiten.{form}"
    output = [] if form == "table" else ["--output", str(out)]
    done = CliRunner().invoke(cli, ["facts", "--format", form, *output, "--library", str(folder)])
    assert done.exit_code == 0
    written = done.stdout
    if form == "csv":
        written = out.read_text(encoding="utf-8-sig")
        assert len(list(csv.reader(io.StringIO(written)))) > 3
    if form == "xlsx":
        cells = [cell.value for sheet in openpyxl.load_workbook(out) for row in sheet.iter_rows() for cell in row]
        written = "\n".join(map(str, cells))
    assert "Bas Kraan" in written
    assert "\u200b" not in written
    assert named(written) == []


def test_search_on_the_command_line_names_none(folder: Path) -> None:
    done = CliRunner().invoke(cli, ["search", "woonoverlast", "--library", str(folder)])
    assert "[naam]" in done.stdout
    assert named(done.stdout) == []


@pytest.mark.parametrize("form", ["docx", "html"])
def test_no_dossier_names_one(folder: Path, tmp_path: Path, form: str) -> None:
    out = tmp_path / f"dossier.{form}"
    asked = ["dossier", "--gemeente", "Waterdrecht", "--thema", "woonoverlast", "--output", str(out)]
    assert CliRunner().invoke(cli, [*asked, "--library", str(folder)]).exit_code == 0
    written = out.read_bytes()
    if form == "docx":
        with zipfile.ZipFile(out) as parts:
            written = b"".join(parts.read(name) for name in parts.namelist())
    assert "woonoverlast" in written.decode("utf-8", "ignore").lower()
    assert named(written.decode("utf-8", "ignore")) == []


def test_lists_to_take_along_name_none(folder: Path) -> None:
    with DiscreetLibrary.open(folder) as library:
        rows = fact_rows(library.facts(), "http://x", today())
    assert rows
    assert named("\n".join(map(str, rows))) == []


def test_lines_for_programs_quote_the_document_as_it_is(folder: Path) -> None:
    done = CliRunner().invoke(cli, ["facts", "--format", "jsonl", "--library", str(folder)])
    texts = {"verslag.txt": VERSLAG, "plan.txt": PLAN}
    for record in map(json.loads, done.stdout.splitlines()):
        assert texts[record["file"]][record["start"] : record["end"]] == record["text"]


def test_every_span_holds_in_what_is_shown(folder: Path) -> None:
    with Library.open(folder) as library, DiscreetLibrary.open(folder) as discreet:
        for row in library.documents():
            shown, whole = discreet.text(row.id), library.text(row.id)
            assert len(shown) == len(whole)
            assert named(tidy(shown)) == []
            for fact in discreet.facts(document_id=row.id):
                assert shown[fact.fact.start : fact.fact.end] == fact.fact.text
            for passage in discreet.passages_of(row.id):
                assert shown[passage.start : passage.end] == passage.text
