"""A commitment and what newer lists say of it under the same number."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.discreet import DiscreetLibrary
from index.follow import Follower
from index.library import Library
from index.store.choice import Choice
from index.store.filters import Filters
from index.store.rows import FactRow
from index.tracing.registers import Registers, numbers_of, state_of
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Document, Inferred
from ingest.privacy import tidy
from tests.index.making import ENCODER, document, identity, new_library, put

REPORT = "De wethouder zegt een stookverbod bij droogte toe (toezegging T23-06)."
FIRST = "Voorstel voor een stookverbod bij droogte.\nBezoek aan de kazerne in Turfhorst.\nSchoonmaak van de vijver."
SECOND = "Brief over de sirenes.\nT23-06 (stookverbod): afgehandeld met brief 12 van 6 juni 2024."
ELSEWHERE = "Aanschaf van een veegwagen."
DUE = Deadline("in 2024", Period(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))


def listed(text: str, rows: dict[str, tuple[str, str]], day: int, municipality: str = "Waterdrecht") -> Document:
    """A list of commitments; `rows` gives number and state by the words of a row."""
    facts = tuple(
        Commitment(
            text.index(words), text.index(words) + len(words), words, 0.9, None, words, None, "strong", "planned",
            promise_type="toezegging", number=number, register_status=state,  # type: ignore[arg-type]
            deadline=DUE,
        )
        for words, (number, state) in rows.items()
    )  # fmt: skip
    about = replace(identity(municipality, "toezeggingenlijst", 2024), date=dated(day))
    return document(text, path=f"{municipality}-{day}.txt", identity=about, facts=facts)


def dated(day: int) -> Inferred[datetime.date]:
    return Inferred(datetime.date(2024, 1, day), 0.9)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    first, second, third = FIRST.splitlines()
    with new_library(tmp_path_factory.mktemp("registers")) as made:
        said = Commitment(0, len(REPORT), REPORT, 0.9, "wethouder", "toezeggen", None, "strong", "planned", DUE)
        about = replace(identity("Waterdrecht", "raadsverslag", 2023), date=dated(1))
        put(made, document(REPORT, path="verslag.txt", identity=about, facts=(said,)))
        rows = {first: ("T23-06", "Openstaand"), second: ("1", "Openstaand"), third: ("2", "Openstaand")}
        put(made, listed(FIRST, rows, 10))
        put(made, listed(SECOND, {"Brief over de sirenes.": ("1", "Voldaan")}, 20))
        put(made, listed(ELSEWHERE, {ELSEWHERE: ("T23-06", "Vervallen")}, 25, "Oosterhage"))
        made.refresh()
        yield made


def row(library: Library, beginning: str) -> FactRow:
    return next(row for row in library.facts("commitment", Filters()) if row.fact.text.startswith(beginning))


@pytest.mark.parametrize("beginning", ["De wethouder zegt", "Voorstel voor een stookverbod"])
def test_the_newest_list_that_names_the_number_gives_the_state(library: Library, beginning: str) -> None:
    newest = Registers(library).newest(row(library, beginning))
    assert newest is not None
    assert (state_of(newest), newest.document.file) == ("Voldaan", "Waterdrecht-20.txt")
    assert newest.fact.text == SECOND.splitlines()[1]


def test_a_line_below_a_list_stands_where_it_says(library: Library) -> None:
    newest = Registers(library).newest(row(library, "Voorstel"))
    assert newest is not None
    assert library.text(newest.document.id)[newest.fact.start : newest.fact.end] == newest.fact.text


def test_a_bare_number_is_another_row_where_the_wording_differs(library: Library) -> None:
    assert state_of(Registers(library).newest(row(library, "Bezoek aan de kazerne"))) == "Openstaand"


def test_the_states_that_another_row_gives_are_known_together(library: Library) -> None:
    ids = {row(library, beginning).id for beginning in ("De wethouder zegt", "Voorstel voor")}
    assert dict(Registers(library).newer()) == dict.fromkeys(ids, "Voldaan")


def test_of_what_a_number_may_name_the_number_and_the_words_are_read(library: Library) -> None:
    assert [row[1:] for row in library.numbered(Filters(("Oosterhage",)))] == [("T23-06", ELSEWHERE)]
    told = {words: number for _, number, words in library.numbered()}
    first, second, third = FIRST.splitlines()
    brief = SECOND.splitlines()[0]
    assert told == {REPORT: None, first: "T23-06", second: "1", third: "2", brief: "1", ELSEWHERE: "T23-06"}


def test_a_choice_goes_by_the_newest_list(library: Library) -> None:
    def left(choice: Choice) -> list[str]:
        return [row.fact.text for row in library.facts("commitment", choice=choice)]

    newer = Registers(library).newer()
    second, third = FIRST.splitlines()[1:]
    assert left(Choice(listed=("Openstaand",), newer=newer)) == [second, third]
    assert left(Choice(listed=("Voldaan",), newer=newer)) == [FIRST.splitlines()[0], SECOND.splitlines()[0], REPORT]
    past = Choice(due="over", today=datetime.date(2025, 1, 1), newer=newer)
    assert left(past) == [second, third]
    assert left(replace(past, newer=())) == [*FIRST.splitlines(), REPORT]


def test_the_same_number_elsewhere_is_another_commitment(library: Library) -> None:
    assert state_of(Registers(library).newest(row(library, "Aanschaf"))) == "Vervallen"


def test_following_gives_the_newest_state(library: Library) -> None:
    trail = Follower(library, ENCODER).follow(row(library, "De wethouder zegt"))
    assert state_of(trail.register) == "Voldaan"


def test_a_row_of_a_list_names_no_resident_where_it_is_shown(tmp_path: Path) -> None:
    said = "Mevrouw Hanneke Zwartjes, bewoner, krijgt antwoord over het stookverbod (T23-06)."
    with new_library(tmp_path) as library:
        put(library, listed(said, {said: ("T23-06", "Openstaand")}, 10))
    with DiscreetLibrary.open(tmp_path) as library:
        lists, (own,) = Registers(library), library.facts("commitment")
        told = "Mevrouw [naam], bewoner, krijgt antwoord over het stookverbod (T23-06)."
        found = [*lists.rows(own), lists.newest(own), lists.standing(own)]
        assert [tidy(each.fact.text) for each in found if each] == [told] * 3


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("Er is € 15.000 voor de boot.", ()),
        ("Het plan 2022-2026 is klaar.", ()),
        ("Toezegging T23-06 en 2023-07.", ("t23-06", "2023-07")),
        ("Toezegging 24-08 van mei.", ("24-08",)),
    ],
)
def test_a_sum_and_years_are_no_number(library: Library, words: str, numbers: tuple[str, ...]) -> None:
    said = row(library, "De wethouder zegt")
    assert numbers_of(replace(said, fact=replace(said.fact, text=words))) == numbers


def test_a_list_of_states_without_numbers_gives_no_state_to_a_number(tmp_path: Path) -> None:
    text = "Stookverbod volgens T23-06."
    told = Commitment(0, len(text), text, 0.7, None, text, None, "medium", "planned", register_status="Vervallen")
    said = Commitment(0, len(REPORT), REPORT, 0.9, "wethouder", "toezeggen", None, "strong", "planned", DUE)
    with new_library(tmp_path) as library:
        put(library, document(REPORT, path="verslag.txt", facts=(said,)))
        put(library, document(text, path="nota.txt", facts=(told,)))
        library.refresh()
        assert Registers(library).newest(row(library, "De wethouder zegt")) is None
