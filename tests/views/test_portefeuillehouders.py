"""The page of people with an office: terms, succession, and what was promised."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st

from index.library import Library
from ingest.fact_types import Commitment, Fact, Official, Role
from ingest.model import Inferred, Passage
from tests.index.making import document, identity, new_library, put
from tests.views.app import headings, html, links, marked_words, open_page, quotes, texts

OLD = "Wethouder Ans Kuiper had wonen."
NEW = """Bas Tol kreeg wonen. De raad heeft hem benoemd: wethouder Bas Tol is op 3 mei 2023 beëdigd.
Wethouder Bas Tol stuurt de raad een brief.
De burgemeester stuurt de raad ook een brief."""
MAYOR = "Burgemeester <b>Cor</b> Veen sprak."


def official(text: str, name: str, role: Role, portfolio: str | None = None, *, last: bool = False) -> Official:
    start = text.rindex(name) if last else text.index(name)
    return Official(start, start + len(name), name, 0.9, name, role, portfolio)


def promise(line: int, actor: str) -> Commitment:
    sentence = NEW.splitlines()[line]
    start = NEW.index(sentence)
    return Commitment(start, start + len(sentence), sentence, 0.9, actor, "stuurt", "een brief", "strong", "planned")


@pytest.fixture(autouse=True)
def _library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    folder = tmp_path / "library"
    mayor = official(MAYOR, "<b>Cor</b> Veen", "burgemeester")
    kept: tuple[tuple[str, str | None, str, str, tuple[Fact, ...]], ...] = (
        ("a.txt", "2021-02-01", OLD, "Waterdrecht", (official(OLD, "Ans Kuiper", "wethouder", "Wonen"),)),
        (
            "b.txt",
            "2023-06-01",
            NEW,
            "Waterdrecht",
            (
                official(NEW, "Bas Tol", "wethouder", "Wonen"),
                official(NEW.splitlines()[0], "Bas Tol", "wethouder", last=True),
                promise(1, "Wethouder Bas Tol"),
                promise(2, "De burgemeester"),
            ),
        ),
        ("c.txt", "2022-01-01", MAYOR, "Waterdrecht", (mayor,)),
        ("d.txt", None, f"{MAYOR} ", "Waterdrecht", (mayor,)),
        ("e.txt", "2022-01-01", f"{OLD} ", "Oosterhage", (official(OLD, "Ans Kuiper", "wethouder"),)),
    )
    with new_library(folder) as library:
        for path, day, text, municipality, facts in kept:
            dated = Inferred(datetime.date.fromisoformat(day) if day else None, 0.9)
            about = replace(identity(municipality, "jaarstukken", int(day[:4]) if day else 2024), date=dated)
            put(library, document(text, path=path, identity=about, facts=facts))
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(folder))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def test_of_several_municipalities_one_is_chosen() -> None:
    app = open_page("portefeuillehouders", jaar="2022")
    assert headings(app, 2) == ["Kies een gemeente"]
    assert links(app)["Oosterhage: 1 vermelding van bestuurders"] == "jaar=2022&gemeente=Oosterhage"
    assert links(app)["Waterdrecht: 1 vermelding van bestuurders"] == "jaar=2022&gemeente=Waterdrecht"


def test_terms_with_their_bounds_and_who_came_before_and_after() -> None:
    app = open_page("portefeuillehouders", gemeente="Waterdrecht")
    assert not app.exception
    assert headings(app, 2) == [
        "3 bestuurders",
        "Genoemd in de nieuwste stukken",
        "Eerder genoemd",
    ]
    assert headings(app, 3) == ["<b>Cor</b> Veen", "Ans Kuiper", "Bas Tol"]
    assert "Het nieuwste daarvan: een stuk over 2024 (datum niet gevonden)." in texts(app)
    assert [text for text in texts(app) if "genoemd" in text] == [
        "Burgemeester: genoemd van 1 januari 2022 tot en met een stuk over 2024 (datum niet gevonden), in 2 stukken.",
        "Wethouder: genoemd op 1 februari 2021.",
        "Portefeuille Wonen: genoemd op 1 februari 2021. Daarna: Bas Tol.",
        "Wethouder: genoemd op 1 juni 2023.",
        "Portefeuille Wonen: genoemd op 1 juni 2023. Daarvoor: Ans Kuiper.",
    ]
    assert [element for element in html(app) if "Ans Kuiper</h3>" in element and "Waterdrecht, 2021<" in element]


def test_who_is_named_by_no_commitment_is_not_reproached_for_it() -> None:
    app = open_page("portefeuillehouders", gemeente="Waterdrecht", bestuurder="Kuiper")
    assert headings(app, 3) == ["Ans Kuiper"]
    assert not [text for text in texts(app) if "toezeggingen" in text]


SHARES = """Portefeuilleverdeling
Burgemeester
• Veiligheid
• Regio
Wethouder Wonen
• Woonvisie
Wethouder Zorg
• Jeugdzorg
• Ouderenbeleid
• Werk en inkomen
• Sociale huur
• Onderwijs"""


def test_work_that_a_paper_gives_an_office_stands_with_its_only_holder_or_apart(tmp_path: Path) -> None:
    about = replace(identity("Waterdrecht", "coalitieakkoord", 2022), date=Inferred(datetime.date(2022, 6, 1), 0.9))
    with Library.open(tmp_path / "library", writable=True) as library:
        put(library, document(SHARES, path="f.txt", identity=about, passages=(Passage(0, len(SHARES)),)))
    app = open_page("portefeuillehouders", gemeente="Waterdrecht")
    assert "Portefeuilles zonder naam" in headings(app, 2)
    assert [name for name in headings(app, 3) if name.startswith("Wethouder")] == ["Wethouder Wonen", "Wethouder Zorg"]
    assert [text for text in texts(app) if text == "Woonvisie"] == ["Woonvisie"]
    assert "Jeugdzorg, Ouderenbeleid, Werk en inkomen, Sociale huur, Onderwijs" in texts(app)
    assert "Dit ambt heeft volgens andere stukken: Ans Kuiper, Bas Tol." in texts(app)
    assert "Een stuk geeft aan “Burgemeester”, zonder naam: Veiligheid, Regio." in texts(app)
    assert "Wethouder Wonen\n• Woonvisie" in quotes(app)
    about_care = open_page("portefeuillehouders", gemeente="Waterdrecht", thema="jeugdhulp")
    assert list(headings(about_care, 3)) == ["Wethouder Zorg"]


@pytest.mark.parametrize(
    ("plan", "said"),
    [
        pytest.param((2023, 2026), "een stuk voor 2023 tot en met 2026 (datum niet gevonden)", id="both ends"),
        pytest.param((2023, None), "een stuk voor 2023 en later (datum niet gevonden)", id="open"),
        pytest.param(None, "een stuk (datum niet gevonden)", id="nothing known"),
    ],
)
def test_of_a_regional_plan_without_date_its_period_is_told_and_the_municipality_that_stands_with_the_office(
    plan: tuple[int, int | None] | None, said: str, tmp_path: Path
) -> None:
    text = "Zorg | Anna Bakker, burgemeester van Oosterhage"
    about = identity("Waterdrecht", "ivp", None, plan, also=("Oosterhage",))
    about = replace(about, municipality=Inferred(None, 0.0), date=Inferred(None, 0.0))
    with Library.open(tmp_path / "library", writable=True) as library:
        put(
            library,
            document(text, path="f.txt", identity=about, facts=(official(text, "Anna Bakker", "burgemeester"),)),
        )
    app = open_page("portefeuillehouders", gemeente="Waterdrecht")
    assert headings(app, 2)[-1] == "Genoemd in stukken over meer gemeenten"
    assert headings(app, 3)[-1] == "Anna Bakker"
    assert f"Burgemeester: genoemd in {said}." in texts(app)
    assert [element for element in html(app) if "Anna Bakker" in element and "Oosterhage" in element]


def test_a_change_of_office_is_quoted_with_its_date_marked() -> None:
    app = open_page("portefeuillehouders", gemeente="Waterdrecht")
    assert "Over aantreden, vertrek of overdracht staat er:" in texts(app)
    assert marked_words(app) == ["op 3 mei 2023"]


def test_promises_are_counted_with_their_denominator_and_lead_to_the_register() -> None:
    app = open_page("portefeuillehouders", gemeente="Waterdrecht", jaar="2023")
    assert headings(app, 3) == ["Bas Tol"]
    assert "Genoemd bij 1 van de 2 toezeggingen en voornemens in deze stukken." in texts(app)
    assert links(app)["Bekijk deze ene"] == "jaar=2023&gemeente=Waterdrecht&bestuurder=Bas+Tol&gedaan=ook&toon=alles"
    register = open_page("toezeggingen", gemeente="Waterdrecht", jaar="2023", bestuurder="Bas Tol")
    assert quotes(register) == [NEW.splitlines()[1]]


def test_what_names_only_the_office_stands_apart() -> None:
    app = open_page("portefeuillehouders", gemeente="Waterdrecht", bestuurder="Veen")
    assert headings(app, 3) == ["<b>Cor</b> Veen"]
    assert [expander.label for expander in app.expander if "ambt" in expander.label] == [
        "Nog 1 uit die tijd, waar alleen het ambt of de portefeuille staat"
    ]
    assert NEW.splitlines()[2] in quotes(app)


def test_names_are_shown_as_they_are() -> None:
    shown = " ".join(html(open_page("portefeuillehouders", gemeente="Waterdrecht")))
    assert "<b>" not in shown
    assert "&lt;b&gt;Cor&lt;/b&gt; Veen" in shown
