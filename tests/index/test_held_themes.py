"""The themes of facts: the same from the file beside the library as from the papers."""

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from index.finding.discreet import DiscreetLibrary
from index.library import Library
from index.store.fact_themes import themes_of_facts
from index.store.held_themes import THEMES_FILE, HeldThemes, rules
from index.theme_meaning import examples
from ingest.fact_types import Commitment
from ingest.model import Document
from ingest.themes import themes_of
from tests.index.making import document, identity, new_library, put

QUESTION = "Het raadslid vraagt naar het cameratoezicht.\n"
PROMISE = "De wethouder zegt toe dit na te gaan."
OF_CAMERAS = frozenset({"cameratoezicht-fouilleren"})


def promised(path: str, text: str = QUESTION + PROMISE, kind: str = "raadsverslag") -> Document:
    at = text.index("De wethouder")
    fact = Commitment(at, len(text), text[at:], 0.9, "wethouder", "nagaan", None, "strong", "planned")
    return document(text, path=path, identity=identity("Waterdrecht", kind), facts=(fact,))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, promised("a.txt"))
        made.refresh()
        yield made


def kept(library: Library) -> dict[int, frozenset[str]]:
    found = HeldThemes(library).of(library.documents())
    return {number: themes for each in found.values() for number, themes in each.items()}


def test_the_file_has_the_themes_of_each_fact(library: Library) -> None:
    assert kept(library) == {1: OF_CAMERAS}
    assert library.themes_of_facts(library.documents()) == {1: OF_CAMERAS}


def test_what_came_after_the_last_save_is_read_from_the_paper(library: Library) -> None:
    put(library, promised("b.txt"))
    assert kept(library) == {1: OF_CAMERAS}
    assert library.themes_of_facts(library.documents()) == {1: OF_CAMERAS, 2: OF_CAMERAS}


def test_follows_what_is_added_and_removed(library: Library) -> None:
    put(library, promised("b.txt"))
    library.remove("a.txt")
    library.refresh()
    assert kept(library) == {2: OF_CAMERAS}
    with closing(sqlite3.connect(library.folder / THEMES_FILE)) as connection:
        assert connection.execute("SELECT document_id FROM held").fetchall() == [(2,)]


def test_a_paper_that_a_person_says_is_another_kind_is_read_as_that(library: Library) -> None:
    assert library.correct(library.documents()[0].source.sha256, {"doc_type": "ivp"}) == 1
    library.refresh()
    assert kept(library) == {}
    assert library.themes_of_facts(library.documents()) == {1: frozenset()}


@pytest.mark.parametrize("harm", ["lost", "no database", "of another library", "of other rules"])
def test_a_bad_file_costs_time_and_no_answer(library: Library, tmp_path: Path, harm: str) -> None:
    file = library.folder / THEMES_FILE
    if harm == "lost":
        file.unlink()
    elif harm == "of another library":
        with new_library(tmp_path / "other") as other:
            put(other, promised("a.txt", "Het raadslid vraagt naar de riolering.\n" + PROMISE))
            other.refresh()
            shutil.copy(other.folder / THEMES_FILE, file)
    elif harm == "of other rules":
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE meta SET marker = ?", (f"{library.library_id}/ouder",))
            connection.execute("UPDATE held SET themes = '1 riolering-afval'")
    else:
        file.write_bytes(b"niets")
    with Library.open(library.folder) as reader:
        assert reader.themes_of_facts(reader.documents()) == {1: OF_CAMERAS}
    library.refresh()
    assert kept(library) == {1: OF_CAMERAS}


def outdate(folder: Path) -> None:
    """As a version with other rules left it."""
    with closing(sqlite3.connect(folder / THEMES_FILE)) as connection, connection:
        connection.execute("UPDATE meta SET marker = 'van/ouder'")
        connection.execute("UPDATE held SET themes = '1 riolering-afval'")


def test_who_only_reads_keeps_the_themes_by_new_rules(library: Library) -> None:
    outdate(library.folder)
    assert kept(library) == {}
    with Library.open(library.folder) as reader:
        reader.keep_themes()
        assert kept(reader) == {1: OF_CAMERAS}
        assert not reader.is_keeping_themes


def test_nothing_is_kept_where_the_file_cannot_be_made(library: Library) -> None:
    (library.folder / THEMES_FILE).unlink()
    (library.folder / THEMES_FILE).mkdir()
    with Library.open(library.folder) as reader:
        reader.keep_themes()
        assert reader.themes_of_facts(reader.documents()) == {1: OF_CAMERAS}


def test_who_asks_while_they_are_kept_waits(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    outdate(library.folder)
    begun, may_end = Event(), Event()

    def slowly(*given: Any) -> dict[int, frozenset[str]]:
        begun.set()
        assert may_end.wait(10)
        return themes_of_facts(*given)

    monkeypatch.setattr("index.store.held_themes.themes_of_facts", slowly)
    monkeypatch.setattr("index.library.themes_of_facts", None)
    with Library.open(library.folder) as reader, ThreadPoolExecutor() as threads:
        threads.submit(reader.keep_themes)
        assert begun.wait(10)
        assert reader.is_keeping_themes
        asked = threads.submit(lambda: reader.themes_of_facts(reader.documents()))
        may_end.set()
        assert asked.result(10) == {1: OF_CAMERAS}


def test_what_is_kept_does_not_hang_on_who_is_shown(tmp_path: Path) -> None:
    asked = "Inspreker Hanneke Cameratoezicht vraagt hoe het staat.\n"
    with new_library(tmp_path / "library") as made:
        put(made, promised("a.txt", asked + PROMISE))
    with DiscreetLibrary.open(tmp_path / "library") as discreet:
        discreet.keep_themes()
        assert kept(discreet) == {1: OF_CAMERAS}
        assert discreet.themes_of_facts(discreet.documents()) == {1: frozenset()}


def test_where_a_resident_is_left_out_the_words_count_as_they_are_shown(tmp_path: Path) -> None:
    asked = "Inspreker Hanneke Cameratoezicht vraagt hoe het staat.\n"
    with new_library(tmp_path / "library") as made:
        put(made, promised("a.txt", asked + PROMISE))
        made.refresh()
    with Library.open(tmp_path / "library") as library, DiscreetLibrary.open(tmp_path / "library") as discreet:
        assert library.themes_of_facts(library.documents()) == {1: OF_CAMERAS}
        assert discreet.themes_of_facts(discreet.documents()) == {1: frozenset()}


def test_other_themes_have_other_rules() -> None:
    """Fails where words came to give other themes. If the first of the two is as it was, raise `RULES`: libraries keep
    the themes of their facts until it changes. Then put here what both have become."""
    read = repr([[score.theme for score in themes_of(text, ("Veiligheid",))] for _, text in examples()])
    assert (rules(), hashlib.blake2b(read.encode(), digest_size=8).hexdigest()) == (
        "c39f014724055c0d",
        "465517fdd71b5f0c",
    )
