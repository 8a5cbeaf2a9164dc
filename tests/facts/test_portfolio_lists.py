"""Portfolios that a paper shares out: below a name, before it, in a table, in a sentence, and among several holders."""

import pytest

from ingest.fact_types import Official
from ingest.facts.officials import officials
from tests.facts.fact_documents import document, table


def held(text: str) -> dict[str, str | None]:
    """The portfolio of each official, by name."""
    return first_portfolios(officials(document(text)))


def first_portfolios(found: list[Official]) -> dict[str, str | None]:
    """What the first mention of each that has one gives in portfolio, by name."""
    portfolios: dict[str, str | None] = {}
    for fact in found:
        portfolios[fact.name] = portfolios.get(fact.name) or fact.portfolio
    return portfolios


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wethouder Bas Kraan (VVD)\n• Sport\n12\n• Wonen\nWethouder Anna Post\n• Zorg",
            {"Bas Kraan": "Sport, Wonen", "Anna Post": "Zorg"},
            id="bullets, with the number of a page between",
        ),
        pytest.param(
            "Wethouder Bas Kraan\nSPORT\n• Zwembad\n• Sporthal\nICT\n\n44 FINANCIËN\n• Belastingen",
            {"Bas Kraan": "Sport (Zwembad, Sporthal), ICT, Financiën (Belastingen)"},
            id="bullets under headings in capitals",
        ),
        pytest.param(
            "Wethouder Bas Kraan\nSport\n• Zwembad\nWonen\n• Woonvisie",
            {"Bas Kraan": "Sport (Zwembad), Wonen (Woonvisie)"},
            id="bullets under headings that are topics",
        ),
        pytest.param(
            "Wethouder Bas Kraan\n• Sport\n\nWonen\n• Er komt een plan.",
            {"Bas Kraan": "Sport"},
            id="a heading apart is of the paper",
        ),
        pytest.param(
            "Wethouder Bas Kraan\n• Sport\nAnna Post\n• Wonen",
            {"Bas Kraan": "Sport"},
            id="a name is no heading",
        ),
        pytest.param(
            "Bas Kraan\nWethouder en eerste locoburgemeester\nPortefeuille: Wonen,\nsport en jeugd\nTel. 0123-456789",
            {"Bas Kraan": "Wonen, sport en jeugd"},
            id="a field below the office",
        ),
        pytest.param(
            "• Wonen: wethouder Kraan\n• Stationsplein: wethouder Post (D66)",
            {"Kraan": "Wonen", "Post": "Stationsplein"},
            id="the topic first",
        ),
        pytest.param(
            "Wonen (wethouder Kraan)\nZorg (de wethouder Post)", {"Kraan": "Wonen", "Post": "Zorg"}, id="in brackets"
        ),
        pytest.param(
            "Aanwezig: wethouder Kraan\nSport: wethouder Post",
            {"Kraan": None, "Post": None},
            id="who was there, and one line alone",
        ),
        pytest.param(
            "Vraag: wethouder Kraan\nAntwoord: wethouder Post", {"Kraan": None, "Post": None}, id="no line has a topic"
        ),
        pytest.param("Wethouder Bas Kraan gaat over sport en wonen.", {"Bas Kraan": "sport en wonen"}, id="gaat over"),
        pytest.param("Wethouder Bas Kraan gaat over een week weg.", {"Bas Kraan": None}, id="gaat over, of time"),
        pytest.param(
            "Wethouder Bas Kraan neemt sport en wonen voor zijn rekening.", {"Bas Kraan": "sport en wonen"}, id="neemt"
        ),
        pytest.param(
            "De portefeuille wonen en sport ligt bij wethouder Bas Kraan.",
            {"Bas Kraan": "wonen en sport"},
            id="the portfolio first",
        ),
        pytest.param(
            "Bas Kraan krijgt als wethouder sport, wonen en zorg in zijn portefeuille.",
            {"Bas Kraan": "sport, wonen en zorg"},
            id="krijgt als wethouder",
        ),
    ],
)
def test_gives_each_the_own_portfolio(text: str, expected: dict[str, str | None]) -> None:
    assert held(text) == expected


@pytest.mark.parametrize(
    ("portfolio", "expected"),
    [
        pytest.param("respectievelijk Wonen en Zorg", ["Wonen", "Zorg"], id="in turn"),
        pytest.param("Wonen, Zorg respectievelijk", ["Wonen", "Zorg"], id="in turn, said behind"),
        pytest.param(
            "respectievelijk Wonen, Zorg en Sport", ["respectievelijk Wonen, Zorg en Sport"] * 2, id="more parts"
        ),
        pytest.param("Wonen (Kraan), Zorg, jeugd (De Wit)", ["Wonen", "Zorg, jeugd"], id="named in brackets"),
        pytest.param("Kraan: Wonen; De Wit: Zorg", ["Wonen", "Zorg"], id="named before"),
        pytest.param("Wonen (Kraan), Zorg", ["Wonen (Kraan), Zorg"] * 2, id="one of the parts is nobody's"),
        pytest.param("Wonen en Zorg", ["Wonen en Zorg"] * 2, id="it doesn't say"),
    ],
)
def test_several_holders_share_only_what_the_line_gives_both(portfolio: str, expected: list[str]) -> None:
    text = f"Portefeuillehouders: B. Kraan en C. de Wit\nPortefeuille: {portfolio}\nOnderwerp: Huizen"
    assert list(held(text).values()) == expected


def test_a_subject_in_a_table_is_a_portfolio_where_it_names_one() -> None:
    head = ("Onderwerp", "Portefeuillehouder", "Vervanger")
    rows = (("Wonen", "B. Kraan", "C. de Wit"), ("Fietspad langs de lange Zeeweg", "C. de Wit", "B. Kraan"))
    assert first_portfolios(officials(table(head, *rows))) == {"B. Kraan": "Wonen", "C. de Wit": None}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Portefeuillehouder\nB. KraanToelichting\n\nDe kosten stijgen.", ["B. Kraan"], id="a label"),
        pytest.param("Portefeuillehouder\nB. KraanDijk\n\nDe kosten stijgen.", [], id="no label"),
    ],
)
def test_a_label_that_is_stuck_to_a_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    assert [fact.name for fact in officials(document(text))] == names


def test_a_line_of_a_signature_names_who_signs() -> None:
    text = "Burgemeester en wethouders van Waterdrecht,\nde secretaris, K. Altena\nde loco-burgemeester, J. Brandsma"
    assert [(fact.name, fact.role) for fact in officials(document(text))] == [
        ("K. Altena", "secretaris"),
        ("J. Brandsma", "wethouder"),
    ]


def test_a_name_on_a_line_among_others_is_not_whose_office_stands_before_it() -> None:
    text = "Aanwezig waren onder meer\nde burgemeester, J. Brandsma\nen K. Altena"
    assert officials(document(text)) == []
