"""The title of a document names no resident, wherever it is shown."""

from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from ingest.fact_types import Commitment
from ingest.privacy import tidy
from tests.index.making import document, identity, new_library, put

TEXT = "Mevrouw Hanneke Zwartjes, bewoner, belt over de woonoverlast. Wethouder Bas Kraan zegt toe in 2027 te komen."


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        pytest.param("Brief van mevrouw Zwartjes over last", "Brief van mevrouw [naam] over last", id="surname"),
        pytest.param("Reactie op inspreker Karel de Groot", "Reactie op inspreker [naam]", id="in the title alone"),
        pytest.param("Brief van wethouder Bas Kraan", "Brief van wethouder Bas Kraan", id="an official"),
        pytest.param("Jaarstukken 2023", "Jaarstukken 2023", id="nobody"),
    ],
)  # fmt: skip
def test_a_title_names_no_resident(tmp_path: Path, title: str, shown: str) -> None:
    with new_library(tmp_path) as library:
        put(library, document(TEXT, path="brief.txt", identity=identity("Waterdrecht", "rib", 2026, title=title)))
    with DiscreetLibrary.open(tmp_path) as library:
        (row,) = library.documents()
        found = [row, library.document(row.id), library.documents_by_id([row.id])[row.id]]
        found += [passage.document for passage in library.passages_of(row.id)]
        assert {tidy(each.title) for each in found if each} == {shown}


def test_neither_does_the_title_beside_a_fact(tmp_path: Path) -> None:
    said = Commitment(0, 9, "Wij komen", 0.9, "wij", "komen", None, "strong", "planned")
    about = identity("Waterdrecht", "rib", 2026, title="Reactie op inspreker Karel de Groot")
    with new_library(tmp_path) as library:
        put(library, document("Wij komen in 2027.", path="brief.txt", identity=about, facts=(said,)))
    with DiscreetLibrary.open(tmp_path) as library:
        assert [tidy(row.document.title) for row in library.facts()] == ["Reactie op inspreker [naam]"]
