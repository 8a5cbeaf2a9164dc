"""What is loaded before the first question: then nobody waits for it."""

from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from views.shared import open_library
from views.warming import load


@pytest.mark.usefixtures("fresh_app")
def test_who_the_residents_are_is_known_of_every_document(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    load()
    library = open_library()
    assert isinstance(library, DiscreetLibrary)
    monkeypatch.setattr("index.finding.discreet.private_spans", None)
    assert {bool(library.hidden(row.id).spans) for row in library.documents()} == {True, False}
