"""What the library as it may be shown reads to find a passage, and that a correction shows in it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from index.library import Library
from index.store.rows import PassageRow
from ingest.model import Passage
from ingest.privacy import tidy
from tests.index.making import document, identity, new_library, put

LINES = ("Inspreker Karel de Groot vraagt om een zwembad.", "Het zwembad is vol.", "De heer De Groot bedankt de raad.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "\n".join(LINES)
    passages = tuple(Passage(text.index(line), text.index(line) + len(line)) for line in LINES)
    with new_library(tmp_path / "library") as library:
        about = identity("Waterdrecht", "raadsverslag", 2026, title="Reactie op inspreker Karel de Groot")
        put(library, document(text, path="verslag.txt", identity=about, passages=passages))
        library.refresh()
    return tmp_path / "library"


def test_only_a_passage_that_names_a_resident_is_read_for_what_it_holds(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[int] = []
    passages = Library.passages

    def counted(self: Library, ids: Sequence[int], *, with_themes: bool = True) -> list[PassageRow]:
        read.extend(ids)
        return passages(self, ids, with_themes=with_themes)

    with DiscreetLibrary.open(folder) as library:
        (row,) = library.documents()
        first, second, third = (passage.id for passage in library.passages_of(row.id))
        monkeypatch.setattr(Library, "passages", counted)
        held = library.held(dict.fromkeys((first, second, third), row.id), frozenset({"zwembad", "karel", "groot"}))
    assert read == [first, third]
    assert {number: set(one.stems) for number, one in held.items()} == {
        first: {"zwembad"},
        second: {"zwembad"},
        third: set(),
    }


def test_a_corrected_title_is_shown_at_once_without_a_resident(folder: Path) -> None:
    with DiscreetLibrary.open(folder) as shown:
        (row,) = shown.documents()
        assert tidy(row.title) == "Reactie op inspreker [naam]"
        with Library.open(folder, writable=True) as library:
            library.correct(row.source.sha256, {"title": "Brief van de heer De Groot"})
        (corrected,) = shown.documents()
        assert tidy(corrected.title) == "Brief van de heer [naam]"
        assert tidy(shown.documents_by_id([row.id])[row.id].title) == "Brief van de heer [naam]"
