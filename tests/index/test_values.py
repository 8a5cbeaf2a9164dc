"""The kind of value that a question asks for, and whether a passage gives it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.notes import shown_all_the_same
from index.finding.values import Given, kind_asked, value_asked, values_in
from index.finding.values import gives as gives_value
from index.library import Library
from index.query import understand
from index.search import Answer, search
from ingest.model import Passage
from tests.index.making import ENCODER, document, identity, new_library, put

TEXT = (
    "De brug over de Zijl is gesloten. Het herstel kost € 45.000.\n"
    "In de haven hangen camera's. De beelden worden bewaard.\n"
    "De coach van de buurt helpt gezinnen met schulden.\n"
    "Bij de sluis is de burgemeester met 16 vissers in gesprek over de steigers.\n"
    "De kosten van de veerpont stijgen en de schipper wil stoppen."
)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("values")) as made:
        put(made, document(TEXT))
        yield made


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat kost de brug?", "bedrag"),
        ("hoeveel subsidie krijgt de club", "bedrag"),
        ("Met hoeveel procent stijgt de ozb?", "percentage"),
        ("Op welke dag opent de hal?", "datum"),
        ("Sinds wanneer is de hal open?", "tijdstip"),
        ("Hoe lang duurt de bouw?", "duur"),
        ("hoeveel weken duurt de bouw", "duur"),
        ("Hoe heet de directeur?", "naam"),
        ("In welke straat staat de hal?", "straat"),
        ("Hoeveel camera's hangen er?", "aantal"),
        ("Hoeveel stijgen de leges?", "getal"),
        ("Hoeveel zit er in de reserve?", "getal"),
        ("Hoe vaak vaart het veer?", "aantal keren"),
        ("Waarom is de brug dicht?", None),
        ("cameratoezicht haven", None),
    ],
)
def test_what_kind_a_question_asks_for(question: str, kind: str | None) -> None:
    asked = kind_asked(question)
    assert (asked and asked[0]) == kind


@pytest.mark.parametrize(
    ("kind", "text", "values"),
    [
        ("bedrag", "Het kost € 5.000 in 2026.", ["€ 5.000"]),
        ("bedrag", "Brug | 1.250 | 980", ["| 1.250", "| 980"]),
        ("percentage", "Het daalde met 12% tot 84.", ["12%"]),
        ("datum", "Op 3 mei 2024 en in juni 2024.", ["3 mei 2024"]),
        ("tijdstip", "De hal opent in het najaar van 2026.", ["in het najaar van 2026"]),
        ("duur", "De bouw duurt zes weken.", ["zes weken"]),
        ("naam", "Directeur is J. van den Berg.", ["J. van den Berg"]),
        ("straat", "De hal staat aan de Molenweg.", ["Molenweg"]),
        ("aantal", "Er zijn 64 woningen en twaalf garages.", ["64", "twaalf"]),
        ("aantal", "In 2024 kostte fase 2 op 3 mei € 45 of 8 tot 10 weken en 5% van artikel 36.", []),
        ("getal", "Het stijgt met 2,5%.", ["2,5%"]),
        ("aantal keren", "Het veer vaart enkele keren per dag, elke week.", ["enkele keren", "per dag", "elke week"]),
        ("aantal keren", "Jaarlijks zijn er 3 controles.", ["Jaarlijks", "3"]),
    ],
)
def test_what_a_text_gives(kind: str, text: str, values: list[str]) -> None:
    assert [text[start:end] for start, end in values_in(kind, text)] == values  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("question", "text", "given"),
    [
        ("Hoeveel vissers komen er?", "Er komen 16 vissers.", "with it"),
        ("Hoeveel vissers komen er?", "Vissers | 16 | 20", "with it"),
        ("Hoeveel vissers komen er?", "De vissers komen. Het zijn 16 mannen.", "apart"),
        ("Hoeveel vissers komen er?", "De vissers komen in 2026.", None),
        ("Wat kost de steiger?", "De steiger is klaar. Dat kostte € 500.", "with it"),
        ("Wat kost de steiger?", "De steiger is klaar. Er komt een hek. De bank kost € 500.", "apart"),
        ("Wat kost de steiger?", "De steiger is duur.", None),
    ],
    ids=["before", "in a row", "other sentence", "a year", "the sentence after", "further on", "no sum"],
)
def test_how_a_passage_gives_it(library: Library, question: str, text: str, given: Given | None) -> None:
    value = value_asked(understand(question, library))
    assert value
    assert gives_value(value, text) == given


def test_a_heading_may_say_what_a_value_is_of(library: Library) -> None:
    value = value_asked(understand("Wat kost de steiger?", library))
    assert value
    assert gives_value(value, "Geraamd is € 500.", ("Haven", "Steigers")) == "with it"


def ask(library: Library, question: str, *, literal: bool = False) -> Answer:
    return search(library, ENCODER, question, literal=literal)


@pytest.mark.parametrize(
    ("question", "start"),
    [("Wat kost het herstel van de brug?", "De brug"), ("Hoeveel vissers bij de sluis?", "Bij de sluis")],
)
def test_a_passage_with_the_value_answers(library: Library, question: str, start: str) -> None:
    answer = ask(library, question)
    assert answer.hits[0].passage.text.startswith(start)
    assert answer.note is None


def test_a_passage_on_the_subject_without_the_value_does_not(library: Library) -> None:
    answer = ask(library, "Hoeveel camera's hangen er in de haven?")
    assert (answer.hits, answer.note) == ((), "Geen aantal gevonden over camera in 1 stuk.")
    assert answer.nearest[0].passage.text.startswith("In de haven")


def test_says_so_where_the_value_stands_apart(library: Library) -> None:
    answer = ask(library, "Hoeveel steigers komen er bij de sluis?")
    assert answer.hits[0].passage.text.startswith("Bij de sluis")
    assert answer.note is None


def test_who_asks_literally_gets_what_has_the_words(library: Library) -> None:
    assert ask(library, "camera's haven hangen").hits
    assert ask(library, "Hoeveel camera's hangen er in de haven?", literal=True).hits


def test_passages_with_a_sum_come_first_where_a_sum_is_asked(library: Library) -> None:
    assert ask(library, "kosten veerpont of brug").hits[0].passage.text.startswith("De brug")


@pytest.fixture(scope="module")
def of_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("years")) as made:
        put(made, document("De zwemles telt 45 kinderen.", path="a.txt", identity=identity(year=2021)))
        put(made, document("De zwemles telt 60 kinderen, vooral jongens.", path="b.txt", identity=identity(year=2025)))
        yield made


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Hoeveel kinderen telt de zwemles?", 2025),
        ("Hoeveel kinderen telt de zwemles in 2021?", 2021),
    ],
    ids=["no year", "its year"],
)
def test_the_newest_figure_comes_first_where_no_year_is_asked(of_years: Library, question: str, first: int) -> None:
    assert ask(of_years, question).hits[0].passage.document.year == first


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "Wat kost de brug?",
            "Geen bedrag gevonden over brug; dit komt er het dichtst bij. Het kan wel in een tabel staan.",
        ),
        ("Hoeveel camera's hangen er?", "Geen aantal gevonden over camera; dit komt er het dichtst bij."),
    ],
)
def test_what_is_shown_without_the_value_is_no_proof_that_there_is_none(
    library: Library, question: str, note: str
) -> None:
    query = understand(question, library)
    assert shown_all_the_same(query, value_asked(query), ()) == note


ROWS = "\n".join(
    (
        "De raad wil de renovatie van het museum; een kaartje is € 5.",
        "Totaaloverzicht | krediet",
        "3 | Gymzaal | 86.000\n3 | Renovatie museum | 5.000.000 | -",
    )
)


def test_a_row_of_a_table_that_is_named_after_what_is_asked_comes_first(tmp_path: Path) -> None:
    passages = Passage(0, ROWS.index("\n")), Passage(ROWS.index("3 | Gymzaal"), len(ROWS))
    with new_library(tmp_path / "rows") as made:
        put(made, document(ROWS, passages=passages))
        first = ask(made, "Hoeveel geld is er voor de renovatie van het museum?").hits[0]
        other = ask(made, "Hoe staat het met de renovatie van het museum?").hits[0]
    assert "5.000.000" in first.passage.text
    assert "5.000.000" not in other.passage.text


def test_a_place_within_the_municipality_may_be_what_costs(library: Library) -> None:
    value = value_asked(understand("Wat kost de bouw in IJmuiden?", library))
    assert value
    assert [word.forms[0].stems[0] for word in value.subject] == ["bouw", "ijmuid"]
