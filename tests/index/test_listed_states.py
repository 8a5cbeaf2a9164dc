"""What lists of states say of the project that a promise is part of."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.tracing.listed_states import ListedStates
from ingest.fact_types import Commitment
from ingest.model import Document, Identity, Inferred, Section
from tests.index.making import document, identity, new_library, put

ROWS = (
    "Restauratie van het monument De Olmenhorst ten behoeve van het bestuur",
    "Herontwikkeling Van Heijdenschool/Torenstraat",
    "Nieuwbouw sporthal in de wijk Dorperveld",
    "Ontwikkeling Woonhof Lindezicht (KPN-locatie)",
    "Sanering stortplaats en voorbereiding zonneveld",
    "Wegwerken van achterstanden bij vergunningen",
    "Evaluatie forensenbelasting",
    "Nieuw subsidiebeleid",
    "Nota Waterdrechters in Oosterhage volgens de Omgevingsvisie",
)
HALL, SCHOOL, GYM, SITE, DUMP, _, TAX, GRANTS, _ = ROWS
LIST = "collegeprogramma"


def dated(doc_type: str, day: datetime.date, place: str = "Waterdrecht") -> Identity:
    return replace(identity(place, doc_type, day.year), date=Inferred(day, 0.9))


def fact(text: str, at: int, **said: str | None) -> Commitment:
    done: dict[str, object] = {"object": None, **said}
    return Commitment(at, at + len(text), text, 0.9, "wij", "doen", strength="strong", status="planned", **done)  # type: ignore[arg-type]


def listing(day: datetime.date, *, doc_type: str = LIST, place: str = "Waterdrecht") -> Document:
    text = "\n".join(ROWS)
    said = {"register_status": "Openstaand", "register_said": "in uitvoering"}
    facts = tuple(fact(row, text.index(row), **said) for row in ROWS)
    return document(text, path=f"lijst-{place}-{day}.txt", identity=dated(doc_type, day, place), facts=facts)


def beside(library: Library, promise: str, heading: str, before: str = "", **said: str) -> list[str]:
    text = f"{before}{promise}"
    sections = (Section(0, len(text), 0, 1, (heading,)),)
    about = dated("programmabegroting", datetime.date(2025, 11, 1))
    put(library, document(text, identity=about, sections=sections, facts=(fact(promise, len(before), **said),)))
    (row,) = (row for row in library.facts("commitment") if row.fact.text == promise)
    return [listed.fact.text for listed in ListedStates(library).beside(row)]


CASES = [
    pytest.param("De voormalige Van Heydenschool wordt herontwikkeld.", "Wonen", [SCHOOL], id="another spelling"),
    pytest.param("Wij bouwen een huis aan de Torenstraat 80.", "Wonen", [], id="a house in the street of a school"),
    pytest.param("In juli nemen wij het pand weer in gebruik.", "2.1 De Olmenhorst", [HALL], id="the heading names it"),
    pytest.param("Wij bouwen ook op Elzerveen.", "2.1 De Olmenhorst", [], id="itself of another, below that heading"),
    pytest.param(
        "Wij starten de bouw van de sporthal in Dorperveld.", "Sport", [GYM], id="in a part of town, the same"
    ),
    pytest.param("In Dorperveld vervangen wij de toestellen.", "Sport", [], id="in that part of town, another thing"),
    pytest.param(
        "Wij vragen de vergunning voor de KPN-locatie aan.", "Wonen", [SITE], id="the name that a row gives aside"
    ),
    pytest.param("De subsidie van scouting Olmenhorst stijgt.", "Jeugd", [], id="a club with the name of a building"),
    pytest.param("De oude stortplaats wordt gesaneerd.", "Bodem", [DUMP], id="no name: the same is done to the same"),
    pytest.param("De stortplaats gaat later open.", "Bodem", [], id="no name: something else is done to it"),
    pytest.param("De forensenbelasting wordt verhoogd.", "Belastingen", [], id="a tax that was evaluated"),
    pytest.param("Wij passen de evaluatie van de forensenbelasting toe.", "Belastingen", [TAX], id="that evaluation"),
    pytest.param("De jeugd krijgt extra subsidie.", "Sport", [], id="a part of a word of a row that tells of no act"),
    pytest.param("Het nieuwe subsidiebeleid is vastgesteld.", "Sport", [GRANTS], id="all words of such a row"),
    pytest.param("Wij vragen de Waterdrechters om hun mening.", "Inwoners", [], id="who lives there"),
    pytest.param("Wij praten met buurgemeente Oosterhage.", "Regio", [], id="another municipality"),
    pytest.param("Wij stellen de Omgevingsvisie vast.", "Ruimte", [], id="a plan that many a project has"),
]


@pytest.mark.parametrize(("promise", "heading", "expected"), CASES)
def test_the_rows_on_the_same_project(tmp_path: Path, promise: str, heading: str, expected: list[str]) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, listing(datetime.date(2026, 3, 1)))

        assert beside(library, promise, heading) == expected


def test_what_is_done_to_something_else_is_not_of_the_row(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, listing(datetime.date(2026, 3, 1)))
        late = "De achterstanden bij de jeugdhulp worden weggewerkt."

        assert beside(library, late, "Zorg", object="De achterstanden bij de jeugdhulp") == []


def test_the_beginning_of_a_sentence_names_what_its_second_half_promises(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, listing(datetime.date(2026, 3, 1)))

        assert beside(library, "en woningbouw is begonnen.", "Wonen", "De Van Heijdenschool is weg ") == [SCHOOL]


@pytest.mark.parametrize(
    "listed",
    [
        pytest.param(listing(datetime.date(2024, 3, 1)), id="older than the promise by more than a year"),
        pytest.param(listing(datetime.date(2026, 3, 1), place="Oosterhage"), id="of another municipality"),
        pytest.param(listing(datetime.date(2026, 3, 1), doc_type="toezeggingenlijst"), id="a list of promises"),
    ],
)
def test_lists_that_say_nothing_of_it(tmp_path: Path, listed: Document) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, listed)

        assert beside(library, "De voormalige Van Heydenschool wordt herontwikkeld.", "Wonen") == []


def test_what_a_party_promises_has_no_row_beside_it(tmp_path: Path) -> None:
    text = "De Van Heijdenschool wordt herontwikkeld."
    with new_library(tmp_path / "library") as library:
        put(library, listing(datetime.date(2026, 3, 1)))
        about = dated("verkiezingsprogramma", datetime.date(2026, 1, 1))
        put(library, document(text, identity=about, facts=(fact(text, 0),)))
        (row,) = (row for row in library.facts("commitment") if row.fact.text == text)
        assert ListedStates(library).beside(row) == ()


def test_a_row_of_a_list_has_no_row_beside_it(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, listing(datetime.date(2026, 3, 1)))

        assert [ListedStates(library).beside(row) for row in library.facts("commitment")] == [()] * len(ROWS)
