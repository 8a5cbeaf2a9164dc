"""What passages hold of stems: the same from the cache as from their texts."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from index.library import Library
from index.store.held import HELD_FILE, Held, HeldStems, held_in
from tests.index.making import document, new_library, put

TEXT = "De haven sluit drugspanden.\nDe politie van de havenwijk komt."
SOUGHT = frozenset({"haf", "drug", "pand", "drugspand", "politie", "onbekend"})
EXPECTED = {
    1: Held(frozenset({"haf", "drugspand"}), frozenset({"drug", "pand"})),
    2: Held(frozenset({"politie"}), frozenset({"haf"})),
}
DOCUMENTS = {1: 1, 2: 1}


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, document(TEXT, path="a.txt"))
        made.refresh()
        yield made


def kept(library: Library) -> list[int]:
    with closing(sqlite3.connect(library.folder / HELD_FILE)) as connection:
        return [number for (number,) in connection.execute("SELECT passage_id FROM held ORDER BY 1")]


def test_a_text_holds_its_stems_and_those_of_the_parts_of_its_compounds() -> None:
    found = held_in("Drugspanden in de haven.")
    assert found == Held(frozenset({"drugspand", "in", "de", "haf"}), frozenset({"drug", "pand"}))


def test_holds_what_was_saved(library: Library) -> None:
    assert kept(library) == [1, 2]
    assert HeldStems(library).of([1, 2], SOUGHT) == EXPECTED
    assert library.held(DOCUMENTS, SOUGHT) == EXPECTED


def test_what_came_after_the_last_save_is_read_from_its_text(library: Library) -> None:
    number = put(library, document("Nog een haven.", path="b.txt"))
    with Library.open(library.folder) as reader:
        assert reader.held({1: 1, 3: number}, SOUGHT) == {1: EXPECTED[1], 3: Held(frozenset({"haf"}), frozenset())}


def test_follows_what_is_added_and_removed(library: Library) -> None:
    put(library, document("Nog een haven.", path="b.txt"))
    library.refresh()
    assert kept(library) == [1, 2, 3]
    library.remove("a.txt")
    library.refresh()
    assert kept(library) == [3]


@pytest.mark.parametrize("harm", ["lost", "no database", "cut off", "empty", "of another library", "of the future"])
def test_a_bad_file_costs_time_and_no_answer(library: Library, tmp_path: Path, harm: str) -> None:
    file = library.folder / HELD_FILE
    if harm == "lost":
        file.unlink()
    elif harm == "of another library":
        with new_library(tmp_path / "other") as other:
            put(other, document("Heel wat anders.\nEn nog iets.", path="a.txt"))
            other.refresh()
            shutil.copy(other.folder / HELD_FILE, file)
    elif harm == "of the future":
        with closing(sqlite3.connect(file)) as connection, connection:
            connection.execute("UPDATE meta SET generation = 99")
            connection.execute("UPDATE held SET stems = 'anders'")
    else:
        file.write_bytes({"no database": b"niets", "cut off": file.read_bytes()[:5000], "empty": b""}[harm])
    with Library.open(library.folder) as reader:
        assert reader.held(DOCUMENTS, SOUGHT) == EXPECTED
    library.refresh()
    assert kept(library) == [1, 2]
    with Library.open(library.folder) as reader:
        assert HeldStems(reader).of([1, 2], SOUGHT) == EXPECTED


def test_the_name_of_a_resident_is_not_held(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as made:
        number = put(made, document("Inspreker Hanneke Zwartjes: de haven is dicht.\nDe haven is dicht.", path="a.txt"))
        made.refresh()
    names, haven = held_in("Hanneke Zwartjes").stems, frozenset({"haf"})
    documents = {1: number, 2: number}
    with Library.open(tmp_path / "library") as library, DiscreetLibrary.open(tmp_path / "library") as discreet:
        assert library.held(documents, names | haven)[1].stems == names | haven
        assert discreet.held(documents, names | haven) == dict.fromkeys(documents, Held(haven, frozenset()))
