"""Rows of lists of promises among the commitments of a document."""

from datetime import date

import pytest

from ingest.fact_types import Period
from ingest.facts.commitments import commitments
from ingest.facts.states import register_status
from ingest.lexicon import read_rows
from tests.facts.fact_documents import table
from tests.facts.policy_documents import policy


@pytest.mark.parametrize("row", read_rows("register_status.tsv"), ids=lambda row: row["example"])
def test_every_register_status(row: dict[str, str]) -> None:
    assert register_status(row["example"]) == row["status"]


def test_number_that_ran_together_with_the_act() -> None:
    rows = table(
        ("Nr.", "Actie", "Trekker", "Planning"),
        ("1.1 Zes bedrijven bezoeken", "Team Veiligheid", "Q1 2027"),
        ("1.2", "De nota herzien", "Team Veiligheid", "Q3 2027"),
    )
    assert [(c.number, c.text, c.holder) for c in commitments(rows)] == [
        ("1.1", "Zes bedrijven bezoeken", "Team Veiligheid"),
        ("1.2", "De nota herzien", "Team Veiligheid"),
    ]


def test_row_that_promises_to_look_into_something_is_weak() -> None:
    rows = table(("Toezegging", "Portefeuillehouder"), ("Het college onderzoekt of de hal open kan.", "Smit"))
    assert [c.strength for c in commitments(rows)] == ["weak"]


def test_rows_of_a_register_become_commitments() -> None:
    document = table(
        ("Nr.", "Datum", "Toezegging", "Portefeuillehouder", "Termijn", "Status"),
        ("T-1", "3 maart 2026", "De raad krijgt een brief over de brug", "De Wit", "mei 2026", "Openstaand"),
        ("T-2", "3 maart 2026", "De nota wordt geëvalueerd", "Jansen", "Q4 2026", "Afgedaan"),
    )
    first, second = commitments(document)
    assert (first.number, first.holder, first.register_status, first.status) == (
        "T-1",
        "De Wit",
        "Openstaand",
        "planned",
    )
    assert (second.register_status, second.status, second.promise_type) == ("Voldaan", "realised", "toezegging")
    assert first.deadline is not None
    assert first.deadline.period == Period(date(2026, 5, 1), date(2026, 5, 31))


def test_other_tables_are_left_alone() -> None:
    assert commitments(table(("Programma", "Lasten"), ("De gemeente bouwt een brug", "100"))) == []


@pytest.mark.parametrize("row", read_rows("register_columns.tsv"), ids=lambda row: row["example"])
def test_every_column_is_known_by_its_head(row: dict[str, str]) -> None:
    heads = {"what": "Toezegging", "status": "Status"} | {row["column"]: row["example"]}
    document = table(tuple(heads.values()), tuple("De raad krijgt een brief" for _ in heads))
    (commitment,) = commitments(document)
    assert commitment.number is not None or row["column"] != "number"


LABELLED = """# Motie bankjes
# Toezegging
* 1. om met de ijsclub in gesprek te gaan;
* 2. uiterlijk in mei 2027 de raad te informeren over de bankjes.
# Status
De ijsclub is blij met de bankjes.
# Toezegging
De wethouder geeft aan dat de raad een brief over de vaart krijgt. De vaart is erg mooi.
De brug over de vaart is lang."""


def test_what_stands_below_the_label_toezegging_is_one() -> None:
    assert [(c.text, c.promise_type) for c in commitments(policy(LABELLED, "toezeggingenlijst"))] == [
        ("om met de ijsclub in gesprek te gaan;", "toezegging"),
        ("uiterlijk in mei 2027 de raad te informeren over de bankjes.", "toezegging"),
        ("De wethouder geeft aan dat de raad een brief over de vaart krijgt.", "toezegging"),
    ]
