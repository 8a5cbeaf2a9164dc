"""What the page of two plans says of a speerpunt that one of them lacks."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

import pytest
import streamlit as st

from index.encoder import open_encoder
from index.library import Library
from ingest.fact_types import Speerpunt
from tests.index.making import document, identity
from tests.views.app import headings, links, open_page, quotes, texts

OLD = ("Woonoverlast", "Zwemplassen")
STILL = "Het aantal meldingen van woonoverlast <b>daalt</b>."


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    encoder = open_encoder()
    with Library.create(tmp_path / "library", encoder.name, encoder.fingerprint, encoder.dimension) as library:
        begins = (0, len(OLD[0]) + 1)
        facts = tuple(
            Speerpunt(at, at + len(label), label, 0.9, label=label) for at, label in zip(begins, OLD, strict=True)
        )
        for year, text, found in ((2021, "\n".join(OLD), facts), (2025, f"Wij gaan verder. {STILL}", ())):
            about = identity("Waterdrecht", "ivp", None, (year, year + 3), title=f"Plan {year}")
            made = document(text, path=f"{year}.txt", identity=about, facts=found)
            passages = [made.text[passage.start : passage.end] for passage in made.passages]
            library.add(made, encoder.encode_passages(passages), pipeline="1")
        letter = document(
            "Over de haven.", path="brief.txt", identity=identity("Aalbeek", "raadsinformatiebrief", 2024)
        )
        library.add(letter, encoder.encode_passages(["Over de haven."]), pipeline="1")
        library.refresh()
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_a_dropped_speerpunt_is_quoted_where_it_is_still_named_and_else_said_not_to_be() -> None:
    app = open_page("veranderd")
    assert not app.exception
    assert headings(app, 3)[0] == "Verdwenen: 2"
    assert quotes(app)[:3] == [OLD[0], STILL, OLD[1]]
    said = [caption.value for caption in app.caption if "nieuwe stuk" in caption.value]
    assert said[:2] == [
        "Geen speerpunt meer in het nieuwe stuk; het wordt er nog genoemd:",
        "Niet met deze woorden genoemd in het nieuwe stuk",
    ]


def test_the_page_opens_on_the_municipality_that_has_two_plans() -> None:
    """The first of the alphabet has one letter: there is nothing to compare."""
    assert open_page("veranderd").selectbox[0].value == "Waterdrecht"


def test_the_address_goes_before_it() -> None:
    app = open_page("veranderd", gemeente="Aalbeek")
    assert "Van deze gemeente is er maar één stuk dat gelezen kon worden." in [text.value for text in app.text]


def test_passages_are_shown_a_theme_at_a_time_with_counts_that_say_what_they_mean() -> None:
    app = open_page("veranderd")
    assert (
        "Het oude stuk telt 2 passages, het nieuwe 1. In beide stukken over hetzelfde: 1, waarvan 0 vrijwel gelijk. "
        "Alleen in het oude: 1. Alleen in het nieuwe: 0. "
        "Wat maar in één stuk staat, kan weg of nieuw zijn, of in heel andere woorden in het andere staan."
    ) in texts(app)
    assert not app.radio
    (label, address), *others = [item for item in links(app).items() if "in beide" in item[0]]
    assert label.endswith(": 1 in beide, 1 alleen oud, 0 alleen nieuw")
    assert not others
    opened = open_page("veranderd", onderwerp=parse_qs(address)["onderwerp"][0])
    assert [option for radio in opened.radio for option in radio.options] == [
        "Alles (2)",
        "In beide, met andere woorden (1)",
        "Alleen in het oude stuk (1)",
    ]
