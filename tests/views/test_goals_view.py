"""The goal tree on the page of a document, and goals in a list that is taken along."""

import datetime
from pathlib import Path

import pytest

from index.library import Library
from index.records import citation_of
from ingest.fact_types import Goal
from tests.index.making import document, new_library, put
from tests.views.app import links, open_page
from views.columns import fact_rows

TEXT = "Programma 1 Veiligheid\nDoel 1.2 Minder *inbraken* [x](http://x.example)\nPrestatie 1.2.1 Sloten"
PROGRAMME = Goal(0, 22, TEXT[:22], 0.9, "Veiligheid", "programma", "1")
DOEL = Goal(23, 71, TEXT[23:71], 0.9, "Minder *inbraken* [x](http://x.example)", "doel", "1.2", "1", "Veiligheid")
DEED = Goal(72, 94, TEXT[72:94], 0.85, "Sloten", "prestatie", "1.2.1", "1.2", DOEL.label)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "library"
    with new_library(folder) as made:
        put(made, document(TEXT, facts=(PROGRAMME, DOEL, DEED)))
        put(made, document("Zonder doelen.", path="stukken/brief.txt"))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    return folder


def _documents(folder: Path) -> dict[str, str]:
    with Library.open(folder) as library:
        return {row.file: row.source.sha256 for row in library.documents()}


def test_the_tree_stands_folded_on_the_page_with_a_link_to_each_place(library: Path) -> None:
    app = open_page("document", doc=_documents(library)["begroting.txt"])
    assert "Doelenboom (3)" in [expander.label for expander in app.expander]
    shown = {label: query for label, query in links(app).items() if "Inhoud" not in label}
    assert [label for label in shown if label.lstrip("· ").startswith(("Programma", "Doel ", "Prestatie"))] == [
        "Programma 1: Veiligheid",
        "· Doel 1.2: Minder *inbraken* [x](http://x.example)",
        "· · Prestatie 1.2.1: Sloten",
    ]
    assert shown["· · Prestatie 1.2.1: Sloten"].endswith("van=72&tot=94")
    assert not app.exception


def test_a_document_without_goals_has_no_tree(library: Path) -> None:
    app = open_page("document", doc=_documents(library)["brief.txt"])
    assert not [expander.label for expander in app.expander if "Doelenboom" in expander.label]


def test_a_list_that_is_taken_along_has_dutch_heads(library: Path) -> None:
    with Library.open(library) as opened:
        row = next(row for row in opened.facts("goal") if row.fact == DOEL)
    (record,) = fact_rows([row], "http://localhost:8501", datetime.date(2026, 3, 1))
    own = ("niveau", "code", "doel", "hoort bij code", "hoort bij", "zekerheid", "bron")
    assert {name: record[name] for name in own} == {
        "niveau": "doel",
        "code": "1.2",
        "doel": DOEL.label,
        "hoort bij code": "1",
        "hoort bij": "Veiligheid",
        "zekerheid": 0.9,
        "bron": citation_of(row),
    }
