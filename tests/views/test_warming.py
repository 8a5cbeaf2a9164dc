"""What is loaded before the first question: then nobody waits for it."""

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from index.finding.discreet import DiscreetLibrary
from index.library import Library
from index.store.held_themes import THEMES_FILE
from tests.views.app import SCRIPT
from views.app import KEEPING_THEMES
from views.shared import open_library
from views.warming import load


@pytest.mark.usefixtures("fresh_app")
@pytest.mark.parametrize(("only_reads", "is_kept"), [("", True), ("1", False)])
def test_themes_are_kept_unless_the_app_only_reads(
    sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, only_reads: str, is_kept: bool
) -> None:
    folder = shutil.copytree(sample, tmp_path / "library")
    (folder / THEMES_FILE).unlink()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    monkeypatch.setenv("SPEERPUNT_ALLEEN_LEZEN", only_reads)
    load()
    assert (folder / THEMES_FILE).exists() == is_kept


@pytest.mark.usefixtures("fresh_app")
@pytest.mark.parametrize("is_keeping", [True, False])
def test_every_page_says_that_themes_are_being_kept(
    sample: Path, monkeypatch: pytest.MonkeyPatch, is_keeping: bool
) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    monkeypatch.setattr(Library, "is_keeping_themes", is_keeping)
    app = AppTest.from_file(str(SCRIPT), default_timeout=60).run()
    assert (KEEPING_THEMES in [each.value for each in app.text]) == is_keeping


@pytest.mark.usefixtures("fresh_app")
def test_who_the_residents_are_is_known_of_every_document(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    load()
    library = open_library()
    assert isinstance(library, DiscreetLibrary)
    monkeypatch.setattr("index.finding.discreet.private_spans", None)
    assert {bool(library.hidden(row.id).spans) for row in library.documents()} == {True, False}
