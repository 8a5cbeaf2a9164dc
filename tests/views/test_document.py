"""The page of a document: its versions, a quote to cite, what was read, and the text to be read aloud."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from index.library import Library
from ingest.fact_types import Commitment
from ingest.model import Inferred, Section
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, html, links, open_page, quotes, texts

TEXT = "Veiligheid\nHet college plaatst <b>vijf</b> $banken$ in 2022.\nDe raad krijgt een brief.\n"
START, END = TEXT.index("Het"), TEXT.index("\nDe raad")
PROMISE = Commitment(
    START, END, TEXT[START:END], 0.9, actor="het college", action="plaatst", object=None, strength="strong",
    status="planned",
)  # fmt: skip
HEAD = Section(0, len(TEXT), len("Veiligheid"), 1, ("Veiligheid",), "body")


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """Three budgets of a municipality, and one of another."""
    folder = tmp_path / "library"
    with new_library(folder) as library:
        for year, place in ((2021, "Waterdrecht"), (2022, "Waterdrecht"), (2023, "Waterdrecht"), (2022, "Oosterhage")):
            about = replace(
                identity(place, "programmabegroting", year, title=f"Begroting {year} {place}"),
                date=Inferred(datetime.date(year - 1, 11, 4), 0.9),
            )
            text = TEXT if (year, place) == (2022, "Waterdrecht") else f"Begroting {year} van {place}.\n"
            facts, sections = ((PROMISE,), (HEAD,)) if text == TEXT else ((), ())
            path = f"{place}-{year}.txt"
            put(library, document(text, path=path, identity=about, facts=facts, sections=sections))
        monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
        st.cache_resource.clear()
        yield library
        st.cache_resource.clear()


def test_earlier_and_later_plans_of_the_municipality_are_links() -> None:
    app = open_page("document", doc="Waterdrecht-2022.txt")
    assert not app.exception
    assert "Eerder en later: 2 stukken van dezelfde soort (Programmabegroting)" in [one.label for one in app.expander]
    found = [label for label in links(app) if label.startswith(("Eerder", "Later", "Wat veranderde"))]
    assert found == [
        "Eerder: Begroting 2021 Waterdrecht, 4 november 2020",
        "Later: Begroting 2023 Waterdrecht, 4 november 2022",
        "Wat veranderde er sinds het vorige stuk?",
        "Wat veranderde er in het volgende stuk?",
    ]


def test_a_plan_without_another_has_no_versions() -> None:
    app = open_page("document", doc="Oosterhage-2022.txt")
    assert not [one.label for one in app.expander if one.label.startswith("Eerder")]


def test_the_passage_of_the_address_can_be_cited_and_its_text_stays_text() -> None:
    app = open_page("document", doc="Waterdrecht-2022.txt", van=str(START), tot=str(END))
    reference, line, markdown = (code.value for code in app.code)
    assert reference.startswith("Gemeente Waterdrecht, Begroting 2022 Waterdrecht")
    assert re.search(r"sha256 [0-9a-f]{12}\. Geraadpleegd op \d+ \w+ \d{4}, \S*/document\?doc=[0-9a-f]{64}&", reference)
    assert "staat: “Het college plaatst <b>vijf</b> $banken$ in 2022.”" in line
    assert markdown.startswith(r"> Het college plaatst \<b\>vijf\</b\> \$banken\$ in 2022.")
    assert all(not code.language or code.language == "plaintext" for code in app.code)


def test_without_a_passage_in_the_address_there_is_nothing_to_cite() -> None:
    assert len(open_page("document", doc="Waterdrecht-2022.txt").code) == 0


def test_a_commitment_of_the_page_leads_to_what_came_of_it() -> None:
    app = open_page("document", doc="Waterdrecht-2022.txt")
    assert (
        "Toezegging of voornemen (het college, geen termijn, voorgenomen): "
        "Het college plaatst <b>vijf</b> $banken$ in 2022."
    ) in texts(app)
    assert links(app)["Wat kwam hiervan?"].endswith(f"van={START}")


def test_the_text_without_layout_has_headings_and_paragraphs_only() -> None:
    app = open_page("document", doc="Waterdrecht-2022.txt", beeld="tekst")
    assert headings(app, 2) == ["Tekst, deel 1 van 1"]
    assert headings(app, 3)[-1] == "Veiligheid"
    assert "<p>Het college plaatst &lt;b&gt;vijf&lt;/b&gt; $banken$ in 2022.</p>" in html(app)[-1]
    assert "Met de bladzijden ernaast" in links(app)
    assert not app.code


def test_what_was_read_of_the_whole_document_is_counted_and_listed_by_kind() -> None:
    app = open_page("document", doc="Waterdrecht-2022.txt")
    assert "In het hele stuk gelezen: 1 toezegging of voornemen" in [one.label for one in app.expander]
    assert texts(app)[0] == "Waterdrecht  ·  Programmabegroting  ·  2022  ·  helemaal gelezen"
    query = parse_qs(links(app)["Bekijk 1 toezegging of voornemen"])
    listed = open_page("document", **query)
    assert not listed.exception
    assert headings(listed, 2) == ["1 toezegging of voornemen in dit stuk"]
    assert quotes(listed) == [PROMISE.text]
    assert {"Met de bladzijden ernaast", "Wat kwam hiervan?"} <= set(links(listed))
    assert not open_page("document", doc="Waterdrecht-2022.txt", feit="onzin").exception
