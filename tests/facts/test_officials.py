"""Officials come out wherever the text gives them an office, and nobody else ever does."""

import csv
import json
from pathlib import Path

import pytest

from ingest.facts.officials import officials
from ingest.facts.people.name_lists import names_in
from ingest.facts.people.names import name_at
from ingest.model import Block
from tests.facts.fact_documents import document, table
from tests.timing import grows_linearly


def found(text: str) -> list[tuple[str, str]]:
    """The mention and the office of each official."""
    return [(fact.text, fact.role) for fact in officials(document(text))]


@pytest.mark.parametrize(
    ("text", "name", "printed"),
    [
        pytest.param("Noor Tazelaar opent", "Noor Tazelaar", "Noor Tazelaar", id="given name"),
        pytest.param("mr. drs. P.J. van 't Hof zegt", "P.J. van 't Hof", "P.J. van 't Hof", id="titles and apostrophe"),
        pytest.param("H. v.d. Molen", "H. van der Molen", "H. v.d. Molen", id="abbreviated prefix"),
        pytest.param("L.A. (Lidewij) de Wind is", "Lidewij de Wind", "L.A. (Lidewij) de Wind", id="name called by"),
        pytest.param("C. Post-van der Kraan.", "C. Post-van der Kraan", "C. Post-van der Kraan", id="married name"),
        pytest.param("I. Zand de \nJonge, wethouder", "I. Zand de Jonge", "I. Zand de \nJonge", id="over a line's end"),
        pytest.param("S. Kraan  \nPortefeuille", "S. Kraan", "S. Kraan", id="stops at a line's end"),
        pytest.param("Kraan van Hollands Kroon", "Kraan", "Kraan", id="municipality behind"),
        pytest.param("Van de Akker", "Van de Akker", "Van de Akker", id="surname alone"),
        pytest.param("Noor Tazelaar Belangrijkste punten", "Noor Tazelaar", "Noor Tazelaar", id="adjective behind"),
        pytest.param("R. Th M.. Zandvliet (b", "R. Th M. Zandvliet", "R. Th M.. Zandvliet", id="odd initials"),
    ],
)
def test_reads_a_name_as_far_as_it_goes(text: str, name: str, printed: str) -> None:
    read = name_at(text, 0)
    assert read is not None
    assert (read.full, text[read.start : read.end]) == (name, printed)


@pytest.mark.parametrize(
    "text",
    ["Financiën, Economie", "Bibob-onderzoek", "de raad", "VVD", "Veiligheidsbeleid", "Conceptbrief samenstellen"],
)
def test_reads_no_name_in_other_words(text: str) -> None:
    assert name_at(text, 0) is None


def test_reads_a_list_of_names() -> None:
    line = "A. de Boer (VVD), B. van Dijk MPA en C. Post"
    assert [name.full for name in names_in(line, 0, len(line))] == ["A. de Boer", "B. van Dijk", "C. Post"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Burgemeester Noor Tazelaar meldt dat", [("Noor Tazelaar", "burgemeester")], id="before the name"),
        pytest.param("Anny Kraan, burgemeester, opent", [("Anny Kraan", "burgemeester")], id="behind the name"),
        pytest.param(
            "Duncan Post (directeur/gemeentesecretaris) tekent", [("Duncan Post", "secretaris")], id="in brackets"
        ),
        pytest.param("Wethouder, de heer Van de Akker, ga", [("Van de Akker", "wethouder")], id="title between"),
        pytest.param(
            "Wethouders A. de Boer (VVD) en B. van Dijk (CDA) zeggen",
            [("A. de Boer", "wethouder"), ("B. van Dijk", "wethouder")],
            id="several",
        ),
        pytest.param("waargenomen door bm De Wind.", [("De Wind", "burgemeester")], id="short form"),
        pytest.param(
            "Portefeuillehouder\n\nPiet Snip\n\nterug", [("Piet Snip", "portefeuillehouder")], id="line below"
        ),
        pytest.param("Portefeuillehouder(s) Van de Akker", [("Van de Akker", "portefeuillehouder")], id="on one line"),
        pytest.param(
            "Portefeuillehouder : J.J.C. Molen Datum : 18 november", [("J.J.C. Molen", "portefeuillehouder")], id="form"
        ),
        pytest.param(
            "Portefeuillehouders: burgemeester N. Tazelaar, wethouder B. Kraan (VVD)\nStatus: open",
            [("N. Tazelaar", "burgemeester"), ("B. Kraan", "wethouder")],
            id="field with offices",
        ),
        pytest.param("(pfh. Kraan)", [("Kraan", "portefeuillehouder")], id="abbreviation"),
        pytest.param(
            "De secretaris, De burgemeester,\n\nir. J.M. Kraan mr. R.J. Post.",
            [("J.M. Kraan", "secretaris"), ("R.J. Post", "burgemeester")],
            id="signatures side by side",
        ),
        pytest.param(
            "gemeente Waterdrecht\nwethouder\nG. Kraan\nBrief\n", [("G. Kraan", "wethouder")], id="letterhead"
        ),
        pytest.param("Met groet,\n\nG. Kraan, wethouder", [("G. Kraan", "wethouder")], id="signature"),
        pytest.param(
            "Met groet,\nLaura van Dam\nWethouder Financiën en Sport",
            [("Laura van Dam", "wethouder")],
            id="office below",
        ),
        pytest.param(
            "Met groet,\nLaura van Dam wethouder Financiën en Sport",
            [("Laura van Dam", "wethouder")],
            id="joined lines",
        ),
        pytest.param(
            "Beoogde wethouders\nJan Kraan (SP)\nWonen, Jeugd en Zorg\n",
            [("Jan Kraan", "wethouder")],
            id="portfolio page",
        ),
        pytest.param(
            "bedragen x € 1 K.D. Kraan J. Post\nFunctiegegevens Gemeentesecretaris Griffier",
            [("K.D. Kraan", "secretaris"), ("J. Post", "griffier")],
            id="table of salaries",
        ),
        pytest.param(
            "Besluitenlijst B&W-vergadering\nVoorzitter Dhr. L.A. de Wind\nAanwezigen Wethouder B. Boon, \n"
            "Wethouder van Sloten, gemeentesecretaris N. Kram en \nY. de Vries voor de verslaglegging.",
            [
                ("L.A. de Wind", "burgemeester"),
                ("B. Boon", "wethouder"),
                ("van Sloten", "wethouder"),
                ("N. Kram", "secretaris"),
            ],
            id="those present",
        ),
        pytest.param(
            "Taakveld Portefeuillehouder\n1.1 Crisisbeheersing en brandweer J. ten Winkel\n",
            [("J. ten Winkel", "portefeuillehouder")],
            id="flattened table",
        ),
        pytest.param(
            "De raad benoemt mevrouw A. Post tot wethouder van Waterdrecht.", [("A. Post", "wethouder")], id="appointed"
        ),
    ],
)
def test_finds_whom_the_text_gives_an_office(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De burgemeester is verantwoordelijk voor de openbare orde.", id="office without a name"),
        pytest.param("Ook de burgemeester van Velsen doet dat, en burgemeester Amsterdam.", id="office and place"),
        pytest.param("Het college van burgemeester en wethouders Wassenaar besluit.", id="the college"),
        pytest.param("De wethouder Financiën en wethouder Sociaal Domein overleggen.", id="office and portfolio"),
        pytest.param("Programma 1: Veiligheid (PvdA)\nDe portefeuille", id="party in brackets"),
        pytest.param("Programma 1: Veiligheid (Piet Kraan)", id="programme list without a word of portfolios"),
        pytest.param("Portefeuillehouder\n\nToelichting\n\nPiet Snip", id="empty field"),
        pytest.param("Aan de Burgemeester Tazelaarstraat 5 en het Burgemeester Kraanpark.", id="streets"),
        pytest.param("Oud-burgemeester Jan Bakker en voormalig wethouder Piet Smit.", id="former officials"),
        pytest.param("Kinderburgemeester Lotte Visser knipte het lint door.", id="children"),
        pytest.param("Wij spraken de burgemeester, Piet Bakker, Kees Smit en Jan de Wit.", id="company of an official"),
        pytest.param(
            "Inspreker Jan Kraan en de heer Brouwer, namens de Stichting Zwaan.", id="speakers from the public"
        ),
        pytest.param("Fractievoorzitter Piet Kraan (VVD) en raadslid Mia Post vragen.", id="councillors"),
        pytest.param("Minister Kraan, gedeputeerde Post en staatssecretaris Jan de Wit.", id="other governments"),
        pytest.param("Colofon\nOpsteller: Jan Bakker\nContactpersoon: Mia de Wit", id="civil servants"),
        pytest.param("Kandidaten\nJan Kraan (SP)\nWonen, Jeugd en Zorg\n", id="candidates of a party"),
        pytest.param("Het college hoorde de commissie, secretaris Jan Jansen, aan.", id="a committee's secretary"),
        pytest.param("secretaris Jan Jansen van de dorpsraad en penningmeester Kees.", id="a club's secretary"),
        pytest.param("Met groet,\nnamens het team,\n\nJan Bakker\nbeleidsmedewerker", id="a letter of a civil servant"),
    ],
)
def test_nobody_else_comes_out(text: str) -> None:
    assert found(text) == []


def test_a_later_surname_is_a_mention_with_the_full_name() -> None:
    facts = officials(document("Burgemeester Noor Tazelaar opent. Tazelaar hoopt dat. Later zegt Noor Tazelaar toe."))
    assert [(fact.text, fact.name, fact.role) for fact in facts] == [
        ("Noor Tazelaar", "Noor Tazelaar", "burgemeester"),
        ("Tazelaar", "Noor Tazelaar", "burgemeester"),
        ("Noor Tazelaar", "Noor Tazelaar", "burgemeester"),
    ]


def test_the_fullest_name_of_the_document_is_the_name() -> None:
    facts = officials(document("Wethouder Kraan was er.\nPortefeuillehouder: B. Kraan\nWethouder Bea Kraan tekent."))
    assert {(fact.name, fact.role) for fact in facts} == {("Bea Kraan", "wethouder")}


def test_speaker_lines_give_the_given_name() -> None:
    talk = (
        "Wethouder, de heer Van Akker, ga uw gang.\nRemko van Akker\nDank u.\nMark Pit\nJa.\nRemko van Akker\nKlaar.\n"
    )
    assert {fact.name for fact in officials(document(talk))} == {"Remko van Akker"}


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Wethouder Kraan zegt. Inspreker Jan Kraan niet.", ["Kraan"], id="namesake with a given name"),
        pytest.param("Wethouder Kraan zegt. Raadslid Kraan vraagt.", ["Kraan"], id="namesake in the council"),
        pytest.param("Wethouder Bakker zegt. Bakker of slager, elke bakker.", ["Bakker"], id="ordinary word"),
        pytest.param(
            "Wethouder B. Boxtel zegt. In Boxtel en door de heer Boxtel.", ["B. Boxtel", "Boxtel"], id="a place"
        ),
        pytest.param("Wethouder Kraan in de Kraanstraat met Kraan Bouw.", ["Kraan"], id="street and firm"),
    ],
)
def test_a_namesake_is_not_a_mention(text: str, mentions: list[str]) -> None:
    assert [mention for mention, _ in found(text)] == mentions


@pytest.mark.parametrize(
    ("text", "portfolio"),
    [
        pytest.param("Portefeuillehouder S. Kraan\nPortefeuille Financiën\n", "Financiën", id="field below"),
        pytest.param("wethouder Jeugd en Onderwijs Maria Kraan opent", "Jeugd en Onderwijs", id="between"),
        pytest.param("Jan Kraan, wethouder Economie en Sport, zegt", "Economie en Sport", id="behind"),
        pytest.param("Wethouder B. Kraan (Sport en Cultuur) zegt", "Sport en Cultuur", id="in brackets"),
        pytest.param("Wethouder B. Kraan (VVD) zegt", None, id="a party is none"),
        pytest.param(
            "Burgemeester N. Kraan heeft Openbare orde en Cultuur in haar portefeuille.",
            "Openbare orde en Cultuur",
            id="a sentence",
        ),
        pytest.param("Wethouder Jan Kraan (VVD)\n• Financiën\n• Sport\n\nSlot", "Financiën, Sport", id="bullets"),
        pytest.param("Beleidsterrein: Openbare orde / burgemeester N. Kraan", "Openbare orde", id="topic before"),
    ],
)
def test_knows_the_portfolio(text: str, portfolio: str | None) -> None:
    (fact,) = officials(document(text))
    assert (fact.portfolio, fact.portfolio_holder) == (portfolio, portfolio is not None)


def test_reads_the_holders_column_of_a_table() -> None:
    register = table(
        ("Nr", "Toezegging", "Portefeuillehouder", "Termijn"),
        ("1", "Brief over de haven", "De Wind", "Q3"),
        ("2", "Nota jeugd van mevrouw Post", "B. Kraan", "Q4"),
    )
    assert [(fact.text, fact.role) for fact in officials(register)] == [
        ("De Wind", "portefeuillehouder"),
        ("B. Kraan", "portefeuillehouder"),
    ]


def test_reads_a_table_of_people() -> None:
    college = table(
        ("Naam", "Functie", "Portefeuille"),
        ("Noor Tazelaar", "Burgemeester", "Openbare orde"),
        ("Bea Kraan", "Wethouder (VVD)", "Sport, Zorg"),
        ("Jan Bakker", "Beleidsmedewerker", ""),
    )
    assert [(fact.name, fact.role, fact.portfolio) for fact in officials(college)] == [
        ("Noor Tazelaar", "burgemeester", "Openbare orde"),
        ("Bea Kraan", "wethouder", "Sport, Zorg"),
    ]


def test_who_asks_in_a_register_is_no_official() -> None:
    register = table(("Toezegging aan", "Portefeuillehouder", "Termijn"), ("J. Bakker", "wethouder", "Q3"))
    assert officials(register) == []


def test_finds_the_officials_of_the_gold_and_no_private_person(shared: Path) -> None:
    for path in sorted((shared / "evaluation" / "gold").glob("*.jsonl")):
        gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        text = (shared / "seeds" / gold[0]["file"]).read_text(encoding="utf-8")
        mentions = {(fact.start, fact.name, fact.role) for fact in officials(document(text))}
        assert mentions == {(g["start"], g["name"], g["role"]) for g in gold if g["kind"] == "official"}


def test_finds_the_registered_holder_of_each_letter(shared: Path) -> None:
    with (shared / "evaluation" / "portefeuillehouders.csv").open(encoding="utf-8") as opened:
        register = list(csv.DictReader(opened))
    for row in register:
        text = (shared / "documents" / "zaanstad-collegeberichten" / row["file"]).read_text(encoding="utf-8")
        names = {fact.name.split(". ")[-1].split()[-1] for fact in officials(document(text))}
        registered = {part.split(",")[0].strip() for part in row["portefeuillehouder"].split("., ")}
        assert names == registered, row["file"]


@pytest.mark.parametrize("piece", ["wethouders A. Kraan, ", "Kraan ", "A. ", "van de ", "Portefeuillehouder\n"])
def test_a_hostile_text_takes_no_time(piece: str) -> None:
    assert grows_linearly(lambda size: officials(document("Wethouder Kraan. " + piece * (size // len(piece)))), 5_000)


def test_name_ends_with_its_block() -> None:
    lines = (
        "Portefeuillehouder van dit programma, en ook van de begroting: burgemeester Noor Tazelaar",
        "Jeugdboa. Die komt.",
    )
    text = "\n".join(lines)
    blocks = (Block(0, len(lines[0]), "paragraph"), Block(len(lines[0]) + 1, len(text), "paragraph"))
    assert {fact.name for fact in officials(document(text, blocks))} == {"Noor Tazelaar"}
