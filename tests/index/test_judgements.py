"""What people say of documents and facts stays apart, and stays."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.store.corrections import corrected
from index.store.filters import Filters
from index.store.judgements import FILE, Judgements
from index.store.rows import FactRow
from ingest.errors import LibraryError
from ingest.fact_types import Amount, Fact
from tests.index.making import document, identity, new_library, put

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)
TEXT = "Lasten 1.000 2.000\nEr komt een brug."


def amounts() -> tuple[Fact, ...]:
    """Two facts on one span, as the columns of a table give them."""
    row = TEXT.splitlines()[0]
    return tuple(Amount(0, len(row), row, 0.9, value_eur=value, row="Lasten") for value in (1000.0, 2000.0))


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, document(TEXT, path="begroting.txt", facts=amounts()))
        yield made


def rows(library: Library) -> list[FactRow]:
    return library.facts("amount", Filters())


def test_a_mark_is_of_one_fact_even_where_others_have_the_same_words(library: Library) -> None:
    said = Judgements(library.folder)
    first, second = rows(library)
    said.mark(first, "wrong", "Dit is een aantal.", NOON)
    assert {number: mark.verdict for number, mark in said.marks_of(rows(library)).items()} == {first.id: "wrong"}
    said.mark(first, "right", "", NOON)
    said.mark(second, "wrong", "", NOON)
    assert [mark.verdict for mark in said.marks_of(rows(library)).values()] == ["right", "wrong"]
    said.unmark(first)
    assert list(said.marks_of(rows(library))) == [second.id]


def test_marks_survive_a_new_ingest(library: Library) -> None:
    said = Judgements(library.folder)
    said.mark(rows(library)[0], "right", "", NOON)
    put(library, document(TEXT, path="begroting.txt", facts=amounts()))
    assert [mark.verdict for mark in said.marks_of(rows(library)).values()] == ["right"]


def test_a_fact_that_is_read_differently_has_no_mark(library: Library) -> None:
    said = Judgements(library.folder)
    said.mark(rows(library)[0], "right", "", NOON)
    other = Amount(0, 6, "Lasten", 0.9, value_eur=1000.0, row="Lasten")
    put(library, document(TEXT, path="begroting.txt", facts=(other,)))
    assert said.marks_of(rows(library)) == {}
    assert len(said.marks()) == 1


def test_corrections_by_field_the_last_one_counts(tmp_path: Path) -> None:
    said = Judgements(tmp_path)
    said.correct("a" * 64, "municipality", "Waterdrecht", "", NOON)
    said.correct("a" * 64, "municipality", "Oosterhage", "staat op p. 2", NOON)
    said.correct("a" * 64, "date", "2024-03-12", "", NOON)
    assert [(item.field, item.value, item.note) for item in said.corrections("a" * 64)] == [
        ("date", "2024-03-12", ""),
        ("municipality", "Oosterhage", "staat op p. 2"),
    ]
    said.withdraw("a" * 64, "date")
    assert said.given() == {"a" * 64: {"municipality": "Oosterhage"}}


def test_nothing_said_reads_as_nothing(tmp_path: Path) -> None:
    said = Judgements(tmp_path)
    assert (said.marks(), said.given(), said.corrections("a")) == ([], {}, [])
    assert not (tmp_path / FILE).exists()


def test_a_damaged_file_is_one_clear_error(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"dit is geen database, maar wel een bestand van enige lengte" * 20)
    with pytest.raises(LibraryError, match=r"oordelen\.sqlite"):
        Judgements(tmp_path).marks()


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        pytest.param("title", "Een ander stuk", "Een ander stuk", id="title"),
        pytest.param("municipality", "Oosterhage", "Oosterhage", id="municipality"),
        pytest.param("doc_type", "jaarstukken", "jaarstukken", id="type"),
        pytest.param("reporting_year", "2024", 2024, id="year"),
        pytest.param("date", "2024-03-12", datetime.date(2024, 3, 12), id="date"),
    ],
)
def test_a_correction_wins_and_says_who(field: str, value: str, expected: object) -> None:
    result = getattr(corrected(identity("Waterdrecht"), {field: value}), field)
    if field == "title":
        assert result == expected
        return
    assert (result.value, result.confidence, result.evidence[0].source) == (expected, 1.0, "user")


def test_a_corrected_period_runs_from_first_to_last_day() -> None:
    period = corrected(identity(), {"plan_period": "2025-2028"}).plan_period.value
    assert period is not None
    assert (period.start, period.end) == (datetime.date(2025, 1, 1), datetime.date(2028, 12, 31))


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValueError, match="kleur"):
        corrected(identity(), {"kleur": "rood"})


def test_a_corrected_library_filters_by_what_was_said(library: Library) -> None:
    sha256 = library.documents()[0].source.sha256
    before = library.generation
    assert library.correct(sha256, {"municipality": "Oosterhage", "reporting_year": "2030"}) == 1
    assert [row.file for row in library.documents(Filters(municipalities=("Oosterhage",), years=(2030,)))] == [
        "begroting.txt"
    ]
    assert library.documents(Filters(municipalities=("Waterdrecht",))) == []
    assert library.generation == before + 1
    assert [row.fact.text for row in rows(library)] == [TEXT.splitlines()[0]] * 2
