"""The name of a file names no resident, wherever people read it."""

from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from index.finding.file_names import without_residents
from index.library import Library
from tests.index.making import document, identity, new_library, put

TEXT = "Mevrouw Hanneke Zwartjes, bewoner, belt over de woonoverlast. Wethouder Bas Kraan zegt toe in 2027 te komen."


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        pytest.param("brief-mevrouw-zwartjes-overlast.pdf", "brief-mevrouw-[naam]-overlast.pdf", id="surname"),
        pytest.param("2026_Hanneke_Zwartjes.docx", "2026_[naam].docx", id="in full"),
        pytest.param("zwartjes 12 mei.txt", "[naam] 12 mei.txt", id="alone, in lower case"),
        pytest.param("reactie-inspreker-van-dalen.pdf", "reactie-inspreker-[naam].pdf", id="in the file name alone"),
        pytest.param("brief-wethouder-Bas-Kraan.pdf", "brief-wethouder-Bas-Kraan.pdf", id="an official"),
        pytest.param("jaarstukken-2023.pdf", "jaarstukken-2023.pdf", id="nobody"),
    ],
)
def test_a_file_name_without_residents(file: str, shown: str) -> None:
    assert without_residents(file, TEXT, ["Bas Kraan"]) == shown


def test_the_library_that_people_see_has_such_names_and_the_other_the_real_ones(tmp_path: Path) -> None:
    path = "post/brief-mevrouw-zwartjes.txt"
    with new_library(tmp_path) as library:
        put(library, document(TEXT, path=path, identity=identity("Waterdrecht", "rib", 2026, title="Brief")))
    with DiscreetLibrary.open(tmp_path) as discreet, Library.open(tmp_path) as library:
        (row,) = discreet.documents()
        assert (row.file, row.source.path) == ("brief-mevrouw-[naam].txt", path)
        assert {passage.document.file for passage in discreet.passages_of(row.id)} == {row.file}
        assert [each.file for each in library.documents()] == ["brief-mevrouw-zwartjes.txt"]
