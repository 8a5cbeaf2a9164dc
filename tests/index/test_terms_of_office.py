"""From when to when documents name an office, who came before and after, and what is told in their own words."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.people import people_of
from index.finding.sitting import sitting
from index.finding.terms_of_office import Career, Change, careers_of, changes_of
from index.library import Library
from ingest.fact_types import Fact, Official, Period, Role
from ingest.model import Inferred
from tests.index.making import document, identity, new_library, put
from views.terms import term_in_words, years_of


def official(text: str, name: str, role: Role = "wethouder", portfolio: str | None = None) -> Official:
    start = text.index(name)
    return Official(start, start + len(name), name, 0.9, name, role, portfolio)


def add(library: Library, day: str, *facts: Fact, text: str, municipality: str | None = "Waterdrecht") -> None:
    dated = Inferred(datetime.date.fromisoformat(day), 0.9)
    about = replace(identity(municipality, "besluitenlijst", int(day[:4])), date=dated)
    put(library, document(text, path=f"{day}-{len(text)}.txt", identity=about, facts=facts))


def name(library: Library, day: str, who: str, role: Role = "wethouder", portfolio: str | None = None) -> None:
    text = f"{role} {who} had op {day} {portfolio}."
    add(library, day, official(text, who, role, portfolio), text=text)


def careers(library: Library) -> dict[str, Career]:
    return {career.person.name: career for career in careers_of(people_of(library.facts("official")))}


def line(library: Library, who: str, portfolio: str | None = None) -> tuple[str, str, str | None, str | None]:
    """First, last, before and after of a term."""
    term = next(term for term in careers(library)[who].terms if term.portfolio == portfolio)
    first, last = (str(document.identity.date.value) for document in (term.first, term.last))
    return first, last, term.before, term.after


def test_a_term_is_bounded_by_the_documents_that_name_it(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day, portfolio in (("2022-06-01", "Wonen"), ("2021-03-01", None), ("2023-02-01", "wonen")):
            name(library, day, "Ans Kuiper", portfolio=portfolio)
        name(library, "2024-01-01", "Kuiper", "portefeuillehouder")
        terms = careers(library)["Ans Kuiper"].terms
    assert [(term.role, term.portfolio, term.documents) for term in terms] == [
        ("wethouder", None, 4),
        ("wethouder", "Wonen", 2),
    ]
    bounds = [(str(term.first.identity.date.value), str(term.last.identity.date.value)) for term in terms]
    assert bounds == [("2021-03-01", "2024-01-01"), ("2022-06-01", "2023-02-01")]


def test_the_same_topics_in_another_order_are_the_same_portfolio(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        name(library, "2021-01-01", "Ans Kuiper", portfolio="Verkeer en wonen")
        name(library, "2023-01-01", "Bas Tol", portfolio="wonen, verkeer")
        assert line(library, "Ans Kuiper", "Verkeer en wonen") == ("2021-01-01", "2021-01-01", None, "Bas Tol")
        assert line(library, "Bas Tol", "wonen, verkeer") == ("2023-01-01", "2023-01-01", "Ans Kuiper", None)


def test_nobody_comes_after_a_portfolio_that_is_still_named(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day in ("2021-01-01", "2024-01-01"):
            name(library, day, "Ans Kuiper", portfolio="Wonen")
        name(library, "2023-01-01", "Bas Tol", portfolio="Wonen")
        assert line(library, "Ans Kuiper", "Wonen")[2:] == (None, None)
        assert line(library, "Bas Tol", "Wonen")[2:] == (None, None)


def test_the_nearest_of_several_comes_before_and_after(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day, who in (("2020-01-01", "Ans Kuiper"), ("2021-01-01", "Bas Tol"), ("2022-01-01", "Cor Veen")):
            name(library, day, who, portfolio="Wonen")
        assert line(library, "Bas Tol", "Wonen")[2:] == ("Ans Kuiper", "Cor Veen")
        assert line(library, "Cor Veen", "Wonen")[2:] == ("Bas Tol", None)


def test_a_mayor_who_is_still_named_later_has_a_successor(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day, who in (("2020-01-01", "Ans Kuiper"), ("2023-01-01", "Bas Tol"), ("2024-01-01", "Ans Kuiper")):
            name(library, day, who, "burgemeester")
        name(library, "2025-01-01", "Bas Tol", "burgemeester")
        assert line(library, "Ans Kuiper")[2:] == (None, "Bas Tol")


def test_somebody_named_once_in_between_takes_no_mayors_place(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day, who in (("2020-01-01", "Ans Kuiper"), ("2023-01-01", "Bas Tol"), ("2024-01-01", "Ans Kuiper")):
            name(library, day, who, "burgemeester")
        assert line(library, "Ans Kuiper")[2:] == (None, None)


def stretches(library: Library, who: str) -> list[tuple[str, str, int, str | None, str | None]]:
    """First and last day of each term in an office, how many documents name it, and who came before and after."""
    return [
        (
            str(term.first.identity.date.value),
            str(term.last.identity.date.value),
            term.documents,
            term.before,
            term.after,
        )
        for term in careers(library)[who].terms
        if term.portfolio is None
    ]


def test_an_office_that_was_left_and_held_again_is_two_terms(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day in ("2014-06-01", "2015-06-01", "2022-06-01", "2023-06-01"):
            name(library, day, "Ans Kuiper")
        name(library, "2019-06-01", "Bas Tol")
        assert stretches(library, "Ans Kuiper") == [
            ("2014-06-01", "2015-06-01", 2, None, None),
            ("2022-06-01", "2023-06-01", 2, None, None),
        ]


@pytest.mark.parametrize(
    ("lists", "terms"),
    [
        pytest.param([], ["2022-06-01 2023-06-01"], id="nobody named meanwhile"),
        pytest.param([("2022-10-01", 2)], ["2022-06-01 2023-06-01"], id="one list without: a day off"),
        pytest.param([("2022-10-01", 1), ("2023-03-01", 1)], ["2022-06-01 2023-06-01"], id="no lists"),
        pytest.param(
            [("2022-10-01", 2), ("2023-03-01", 2)], ["2022-06-01 2022-06-01", "2023-06-01 2023-06-01"], id="two lists"
        ),
    ],
)
def test_lists_of_others_part_a_term(lists: list[tuple[str, int]], terms: list[str], tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day in ("2022-06-01", "2023-06-01"):
            name(library, day, "Ans Kuiper")
        for day, number in lists:
            text = f"Aanwezig op {day}: wethouders Bas Tol en Cor Veen."
            add(library, day, *(official(text, who) for who in ("Bas Tol", "Cor Veen")[:number]), text=text)
        assert [" ".join(each[:2]) for each in stretches(library, "Ans Kuiper")] == terms


def test_a_portfolio_that_is_given_to_two_says_so(tmp_path: Path) -> None:
    text = "Ans Kuiper en Bas Tol: openbare orde, personeel."
    both = [official(text, who, portfolio="openbare orde, personeel") for who in ("Ans Kuiper", "Bas Tol")]
    with new_library(tmp_path / "library") as library:
        add(library, "2022-06-01", *both, text=text)
        name(library, "2023-06-01", "Cor Veen", portfolio="openbare orde, personeel")
        told = {who: career.terms[-1] for who, career in careers(library).items()}
    assert {who: term.beside for who, term in told.items()} == {
        "Ans Kuiper": ("Bas Tol",),
        "Bas Tol": ("Ans Kuiper",),
        "Cor Veen": (),
    }
    assert term_in_words(told["Ans Kuiper"]).endswith("noemt daarbij ook Bas Tol; wie wat heeft, staat er niet.")


@pytest.mark.parametrize("other", [None, "2013-06-01"], ids=["nobody", "somebody before"])
def test_years_in_which_nobody_is_named_part_no_term(other: str | None, tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day in ("2014-06-01", "2022-06-01"):
            name(library, day, "Ans Kuiper")
        if other:
            name(library, other, "Bas Tol")
        assert stretches(library, "Ans Kuiper") == [("2014-06-01", "2022-06-01", 2, None, None)]


def test_a_mayor_who_was_replaced_for_a_while_comes_before_and_after(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for day in ("2020-01-01", "2022-01-01"):
            name(library, day, "Ans Kuiper", "burgemeester")
        for day in ("2021-01-01", "2021-06-01"):
            name(library, day, "Bas Tol", "burgemeester")
        assert stretches(library, "Ans Kuiper") == [
            ("2020-01-01", "2020-01-01", 1, None, "Bas Tol"),
            ("2022-01-01", "2022-01-01", 1, "Bas Tol", None),
        ]
        assert stretches(library, "Bas Tol") == [("2021-01-01", "2021-06-01", 2, "Ans Kuiper", "Ans Kuiper")]


def test_one_wethouder_does_not_follow_another_without_a_portfolio(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        name(library, "2020-01-01", "Ans Kuiper")
        name(library, "2021-01-01", "Bas Tol")
        assert line(library, "Bas Tol")[2:] == (None, None)


def changes(library: Library, who: str) -> list[Change]:
    person = careers(library)[who].person
    return changes_of(person, library.passages([row.passage_id for row in person.every if row.passage_id]))


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("De raad heeft op 3 mei 2023 Ans Kuiper tot wethouder benoemd.", "op 3 mei 2023", id="appointed"),
        pytest.param("Sinds 1 juni 2023 is Ans Kuiper wethouder.", "Sinds 1 juni 2023", id="since"),
        pytest.param("In april 2023 nam wethouder Ans Kuiper afscheid.", "In april 2023", id="left, by month"),
        pytest.param(
            "Wethouder Ans Kuiper draagt Wonen per 1 juli 2023 over aan Bas Tol.", "per 1 juli 2023", id="hands over"
        ),
        pytest.param("De raad heeft in 2023 Ans Kuiper tot wethouder benoemd.", None, id="only a year"),
        pytest.param("Op 3 mei 2023 opende wethouder Ans Kuiper de brug.", None, id="no change of office"),
        pytest.param("De raad benoemt op 3 mei 2023 Bas Tol. Ans Kuiper luistert.", None, id="another sentence"),
    ],
)
def test_a_change_is_told_by_the_sentence_that_dates_it(text: str, date: str | None, tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        add(library, "2023-08-01", official(text, "Ans Kuiper"), text=text)
        found = changes(library, "Ans Kuiper")
    assert [change.text[slice(*change.date)] for change in found] == ([date] if date else [])


def test_a_sentence_that_is_copied_is_told_once_with_its_place(tmp_path: Path) -> None:
    text = "Kort verslag. Ans Kuiper is op 3 mei 2023 tot wethouder benoemd."
    with new_library(tmp_path / "library") as library:
        for day in ("2023-08-01", "2023-05-04"):
            add(library, day, official(text, "Ans Kuiper"), text=text)
        (change,) = changes(library, "Ans Kuiper")
    assert text[change.start : change.end] == change.text == "Ans Kuiper is op 3 mei 2023 tot wethouder benoemd."
    assert str(change.row.document.identity.date.value) == "2023-05-04"


def test_who_signs_is_in_office_from_the_day_of_the_signature(tmp_path: Path) -> None:
    text = "Ans Kuiper tekende op een later moment."
    signature = replace(official(text, "Ans Kuiper", "secretaris"), signed=datetime.date(2025, 10, 7))
    with new_library(tmp_path / "library") as library:
        add(library, "2025-09-30", signature, text=text)
        assert line(library, "Ans Kuiper") == ("2025-10-07", "2025-10-07", None, None)
        add(library, "2025-10-21", official(f"{text} ", "Ans Kuiper", "secretaris"), text=f"{text} ")
        assert line(library, "Ans Kuiper") == ("2025-10-07", "2025-10-21", None, None)


def test_who_was_there_too_is_in_office_from_the_meeting(tmp_path: Path) -> None:
    text = "Burgemeester Ans Kuiper zat voor. Ans Kuiper, burgemeester"
    there = official(text, "Ans Kuiper", "burgemeester")
    start = text.rindex("Ans")
    signature = replace(there, start=start, end=start + len("Ans Kuiper"), signed=datetime.date(2025, 10, 7))
    with new_library(tmp_path / "library") as library:
        add(library, "2025-09-30", there, signature, text=text)
        assert line(library, "Ans Kuiper") == ("2025-09-30", "2025-09-30", None, None)


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        pytest.param("2023-04-12", "2024-02-11", "van 12 april 2023 tot en met 11 februari 2024", id="both"),
        pytest.param("2023-04-12", None, "vanaf 12 april 2023", id="came"),
        pytest.param(None, "2024-02-11", "tot en met 11 februari 2024", id="left"),
    ],
)
def test_the_days_that_a_paper_gives_itself_are_told(
    start: str | None, end: str | None, told: str, tmp_path: Path
) -> None:
    period = Period(*(datetime.date.fromisoformat(each) if each else None for each in (start, end)))
    text = "Ans Kuiper | 12.04 t/m 11.02"
    with new_library(tmp_path / "library") as library:
        name(library, "2023-06-01", "Ans Kuiper", "secretaris")
        add(library, "2024-05-01", replace(official(text, "Ans Kuiper", "secretaris"), held=period), text=text)
        career = careers(library)["Ans Kuiper"]
        seats = sitting([career], "Waterdrecht")
    (term,) = career.terms
    assert term_in_words(term) == (
        "Gemeentesecretaris: genoemd van 1 juni 2023 tot en met 1 mei 2024, in 2 stukken. "
        f"Een stuk over 2024 zegt zelf: {told}."
    )
    assert (seats.present, seats.former) == (((), (0,)) if end else ((0,), ()))


def test_the_years_of_who_left_end_when_the_paper_says_so(tmp_path: Path) -> None:
    text = "Ans Kuiper | 01.01 t/m 11.02"
    left = replace(official(text, "Ans Kuiper", "secretaris"), held=Period(None, datetime.date(2023, 2, 11)))
    with new_library(tmp_path / "library") as library:
        add(library, "2024-05-01", left, text=text)
        assert years_of(careers(library)["Ans Kuiper"]) == "2023"
        name(library, "2022-06-01", "Ans Kuiper", "secretaris")
        assert years_of(careers(library)["Ans Kuiper"]) == "2022-2023"


def test_that_an_office_was_held_for_the_time_is_told_with_the_year_of_the_paper(tmp_path: Path) -> None:
    text = "Gemeentesecretaris a.i. Ans Kuiper opent."
    with new_library(tmp_path / "library") as library:
        add(library, "2023-06-01", replace(official(text, "Ans Kuiper", "secretaris"), interim=True), text=text)
        name(library, "2024-05-01", "Ans Kuiper", "secretaris")
        (term,) = careers(library)["Ans Kuiper"].terms
    assert term_in_words(term) == (
        "Gemeentesecretaris: genoemd van 1 juni 2023 tot en met 1 mei 2024, in 2 stukken. "
        "Waarnemend (a.i.), zegt een stuk over 2023."
    )
