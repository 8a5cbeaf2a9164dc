"""The web app where something is wrong: no library, one of another model, one that changes, a fault of ours."""

import shutil
from pathlib import Path

import pytest

from index.build import build
from index.library import Library
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, links, open_page, texts

pytestmark = pytest.mark.usefixtures("fresh_app")


def test_collection_tells_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.4 kapot")
    build([tmp_path / "stuk.pdf"], tmp_path / "library")
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    app = open_page("collectie", gemeente="Waterdrecht")
    assert headings(app, 2)[0] == "0 van 1 stuk helemaal gelezen, 1 niet"
    assert "stuk.pdf" in links(app)
    assert any(line.startswith("stuk.pdf is beschadigd") for line in texts(app))
    assert [element.value for element in open_page("speerpunten").warning] == [
        "1 stuk kon niet worden gelezen; zie Collectie."
    ]


def test_without_a_library_says_what_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "leeg"))
    app = open_page()
    assert [element.value for element in app.error] == ["Dit lukt niet."]
    assert texts(app)[0] == f"In de map {tmp_path / 'leeg'} staat geen bibliotheek."
    assert "speerpunt ingest" in texts(app)[1]


def test_follows_a_library_that_grows_and_one_in_its_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "library"
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    with new_library(folder) as library:
        put(library, document("Eerste stuk.", path="een.txt", identity=identity(title="Eerste")))
        assert "Eerste" in links(open_page("collectie"))
        put(library, document("Tweede stuk.", path="twee.txt", identity=identity(title="Tweede")))
        assert {"Eerste", "Tweede"} <= set(links(open_page("collectie")))
    shutil.rmtree(folder)
    with new_library(folder) as library:
        put(library, document("Derde stuk.", path="drie.txt", identity=identity(title="Derde")))
        put(library, document("Vierde stuk.", path="vier.txt", identity=identity(title="Vierde")))
    assert "Eerste" not in links(open_page("collectie"))
    assert {"Derde", "Vierde"} <= set(links(open_page("collectie")))


def test_a_library_of_another_model_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    with new_library(tmp_path / "library") as library:
        put(library, document("Een stuk over boa's."))
    app = open_page(vraag="boa's")
    assert [element.value for element in app.error] == ["Dit lukt niet."]
    assert "is gemaakt met taalmodel" in texts(app)[0]


def test_a_fault_of_ours_is_one_dutch_message(
    sample: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))

    def broken(*_: object) -> None:
        raise RuntimeError("geheim pad /home/iemand")

    monkeypatch.setattr(Library, "documents", broken)
    app = open_page("collectie")
    assert not app.exception
    assert [element.value for element in app.error] == [
        "Deze bladzijde kan niet worden getoond, door een fout in Speerpunt."
    ]
    assert "geheim" not in " ".join(texts(app))
    assert "geheim" in caplog.text
