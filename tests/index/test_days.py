"""The exact day that a question names."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.finding.days import names
from index.library import Library
from index.query import understand
from index.search import Answer, search
from ingest.model import Identity, Inferred
from tests.index.making import ENCODER, document, identity, new_library, put


def dated(day: datetime.date | None, doc_type: str = "besluitenlijst") -> Identity:
    return replace(identity("Waterdrecht", doc_type, day.year if day else None), date=Inferred(day, 0.9))


LISTS = [
    (datetime.date(2024, 3, 12), "Het college stelt het plan voor de haven vast.\nDe griffier maakt de lijst."),
    (
        datetime.date(2024, 4, 9),
        "Het college stelt het plan voor de haven uit.\nOp 12 maart sprak de raad over de haven.",
    ),
    (datetime.date(2024, 5, 14), "Het college bespreekt het plan voor de haven.\nDe markt verhuist."),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("days")) as made:
        for number, (day, text) in enumerate(LISTS):
            put(made, document(text, path=f"lijst{number}.txt", identity=dated(day)))
        yield made


def starts(answer: Answer) -> list[str]:
    return [hit.passage.text.split(".")[0] for hit in answer.hits]


@pytest.mark.parametrize(
    "question",
    ["Wat besloot het college op 12 maart 2024 over de haven?", "haven 12-03-2024", "plan haven 2024-03-12"],
    ids=["in words", "in figures", "ISO"],
)
def test_what_is_of_the_day_comes_first_and_then_what_names_it(library: Library, question: str) -> None:
    answer = search(library, ENCODER, question)
    assert set(starts(answer)[:2]) == {
        "Het college stelt het plan voor de haven vast",
        "Op 12 maart sprak de raad over de haven",
    }
    assert answer.note is None


def test_a_day_is_understood_and_can_be_taken_away(library: Library) -> None:
    question = "haven 12 maart 2024"
    assert [item.key for item in understand(question, library).understood] == ["year:2024", "day:2024-03-12"][::-1]
    left = understand(question, library, without={"day:2024-03-12"}).understood
    assert [item.key for item in left] == ["year:2024"]


def test_says_so_where_nothing_is_of_the_day(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_library(tmp_path_factory.mktemp("undated")) as library:
        put(library, document("Het plan voor de haven is klaar.", identity=dated(None, "brief")))
        answer = search(library, ENCODER, "plan haven 12 maart 2024")
        assert answer.note == "Geen stuk of passage van 12 maart 2024 gevonden; dit komt er het dichtst bij."


def test_another_day_is_no_answer(library: Library) -> None:
    answer = search(library, ENCODER, "plan haven 13 maart 2024")
    assert answer.hits == ()
    assert answer.nearest


@pytest.mark.parametrize(
    ("text", "year", "named"),
    [
        ("Op 12 maart 2024 is besloten.", None, True),
        ("Op 12 maart is besloten.", 2024, True),
        ("Op 12 maart is besloten.", 2023, False),
        ("Op 12 maart 2023 is besloten.", 2024, False),
        ("In maart 2024 is besloten.", 2024, False),
    ],
)
def test_a_text_names_a_day(text: str, year: int | None, *, named: bool) -> None:
    assert names(datetime.date(2024, 3, 12), text, year) is named
