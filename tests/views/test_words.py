"""Words on the screen follow the figures behind them."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.fact_types import Amount, Commitment, Deadline, Period
from views.words import amount_in_words, by_when, counted, euros, sureness, unit_written, who_acts


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0.95, "zekerheid hoog (95%)"),
        (0.9, "zekerheid hoog (90%)"),
        (0.89, "zekerheid redelijk (89%)"),
        (0.7, "zekerheid redelijk (70%)"),
        (0.69, "zekerheid laag (69%)"),
    ],
)
def test_sureness(confidence: float, words: str) -> None:
    assert sureness(confidence) == words


def promise(actor: str | None = None, when: str | None = None) -> Commitment:
    deadline = Deadline(when, Period(None, None)) if when else None
    return Commitment(0, 4, "Zin.", 0.9, actor, "doen", None, "strong", "planned", deadline)


@pytest.mark.parametrize(("number", "words"), [(0, "0 stukken"), (1, "1 stuk"), (2539, "2.539 stukken")])
def test_numbers_have_a_point(number: int, words: str) -> None:
    assert counted(number) == words


@pytest.mark.parametrize(
    ("actor", "words"),
    [("We", "“we”, zonder naam"), ("Team Jeugd", "Team Jeugd"), (None, "niet genoemd")],
    ids=["pronoun", "name", "nobody"],
)
def test_a_pronoun_names_nobody(actor: str | None, words: str) -> None:
    assert who_acts(promise(actor)) == words


@pytest.mark.parametrize(
    ("when", "words"), [("Eind 2025", "eind 2025"), ("Q4 2025", "Q4 2025"), ("uiterlijk 1 mei", "uiterlijk 1 mei")]
)
def test_a_deadline_stands_within_a_sentence(when: str, words: str) -> None:
    assert by_when(promise(when=when)) == words


@pytest.mark.parametrize(("when", "words"), [("In mei", "in mei (2025)"), ("in mei '25", "in mei '25")])
def test_a_deadline_has_the_year_that_stands_elsewhere(when: str, words: str) -> None:
    deadline = Deadline(when, Period(date(2025, 5, 1), date(2025, 5, 31)))
    assert by_when(replace(promise(), deadline=deadline)) == words


@pytest.mark.parametrize(
    ("row", "value", "unit"),
    [
        pytest.param("Woonzorg | 137.451", 137_451_000, "x € 1.000", id="thousands"),
        pytest.param("Woonzorg | -12,5 | 8", -12_500, "x € 1.000", id="thousands with a decimal"),
        pytest.param("Woonzorg | 4", 4_000_000, "x € 1.000.000", id="millions"),
        pytest.param("Woonzorg | 2.009.547", 2_009_547, "", id="euros"),
        pytest.param("Woonzorg | 1.000 | 1", 1_000, "", id="another cell that would fit"),
        pytest.param("Woonzorg | veel", 9_000, "", id="not to be seen"),
    ],
)
def test_the_unit_that_a_table_gives_its_sums_in(row: str, value: float, unit: str) -> None:
    sum_ = Amount(0, len(row), row, 0.9, value, row="Woonzorg", year=2026)
    assert unit_written(sum_) == unit
    assert unit_written(replace(sum_, scale_uncertain=True)) == unit_written(replace(sum_, row=None)) == ""
    said = f"{euros(value)}, Woonzorg, 2026" + (f", in het stuk {unit}" if unit else "")
    assert amount_in_words(sum_) == said
