"""Expressions of time become intervals by the house rules."""

from datetime import date

import pytest

from ingest.facts.periods import Anchor, time_expressions
from ingest.lexicon import read_rows

ANCHOR = Anchor(2027, "programmabegroting")


def interval(text: str, anchor: Anchor = ANCHOR) -> tuple[str, str | None, str | None]:
    (found,) = time_expressions(text, 0, len(text), anchor)
    assert text[found.start : found.end] == found.text
    return found.text, _iso(found.period.start), _iso(found.period.end)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        pytest.param("Dat komt in 2027 klaar.", "in 2027", "2027-01-01", "2027-12-31", id="year"),
        pytest.param("Klaar in 2027. Dan", "in 2027", "2027-01-01", "2027-12-31", id="year that ends a sentence"),
        pytest.param("in februari 2028", "in februari 2028", "2028-02-01", "2028-02-29", id="month of a leap year"),
        pytest.param("Halverwege 2027 begint", "Halverwege 2027", "2027-06-01", "2027-07-31", id="halverwege"),
        pytest.param("medio 2027", "medio 2027", "2027-06-01", "2027-07-31", id="medio"),
        pytest.param("Begin 2027", "Begin 2027", "2027-01-01", "2027-03-31", id="begin"),
        pytest.param("eind 2027", "eind 2027", "2027-11-01", "2027-12-31", id="eind of a year"),
        pytest.param("eind juni 2027", "eind juni 2027", "2027-06-21", "2027-06-30", id="eind of a month"),
        pytest.param("Q3 2027", "Q3 2027", "2027-07-01", "2027-09-30", id="quarter"),
        pytest.param(
            "in het eerste kwartaal", "in het eerste kwartaal", "2027-01-01", "2027-03-31", id="quarter of this year"
        ),
        pytest.param("In de zomer van 2026", "In de zomer van 2026", "2026-06-01", "2026-08-31", id="summer"),
        pytest.param(
            "in de tweede helft van 2026", "in de tweede helft van 2026", "2026-07-01", "2026-12-31", id="half year"
        ),
        pytest.param("vóór het zomerreces", "vóór het zomerreces", None, "2027-06-30", id="before the recess"),
        pytest.param("uiterlijk 1 mei 2027", "uiterlijk 1 mei 2027", None, "2027-05-01", id="at the latest"),
        pytest.param("uiterlijk in maart 2027", "uiterlijk in maart 2027", None, "2027-03-31", id="latest, a month"),
        pytest.param("in juni '28", "in juni '28", "2028-06-01", "2028-06-30", id="month with a short year"),
        pytest.param("op 3 mei ’97", "op 3 mei ’97", "1997-05-03", "1997-05-03", id="day of the last century"),
        pytest.param("eind '28", "eind '28", "2028-11-01", "2028-12-31", id="part of a short year"),
        pytest.param("per 1-1-2027", "per 1-1-2027", "2027-01-01", "2027-01-01", id="day in figures"),
        pytest.param("18-dec-27", "18-dec-27", "2027-12-18", "2027-12-18", id="day with a short month"),
        pytest.param("met ingang van 2027", "met ingang van 2027", "2027-01-01", None, id="from a year"),
        pytest.param("na de zomer van 2027", "na de zomer van 2027", "2027-09-01", None, id="after a season"),
        pytest.param("na 2027", "na 2027", "2028-01-01", None, id="after a year"),
        pytest.param("vanaf eind 2026", "vanaf eind 2026", "2026-11-01", None, id="from the end of a year"),
        pytest.param("in 2027 en 2028", "in 2027 en 2028", "2027-01-01", "2028-12-31", id="two years"),
        pytest.param("in de periode 2027-2030", "in de periode 2027-2030", "2027-01-01", "2030-12-31", id="range"),
        pytest.param("komend jaar", "komend jaar", "2027-01-01", "2027-12-31", id="coming year of a plan"),
        pytest.param("elke vier jaar", "elke vier jaar", None, None, id="recurring"),
        pytest.param("de komende periode", "de komende periode", None, None, id="vague"),
    ],
)
def test_interval(text: str, quote: str, start: str | None, end: str | None) -> None:
    assert interval(text) == (quote, start, end)


def test_a_decade_is_no_year() -> None:
    assert time_expressions("in de jaren '60", 0, 15) == []


def test_coming_year_of_a_report_is_the_next() -> None:
    assert interval("komend jaar", Anchor(2026, "jaarstukken"))[1] == "2027-01-01"


def test_without_a_year_nothing_is_guessed() -> None:
    assert interval("in het najaar", Anchor())[1:] == (None, None)


@pytest.mark.parametrize(
    "text", ["€ 2027", "2027 euro", "paragraaf 2.5.02", "een half uur", "N.n.b.", "34 gemeenten", "Jan de Vries"]
)
def test_is_no_time(text: str) -> None:
    assert time_expressions(text, 0, len(text), ANCHOR) == []


@pytest.mark.parametrize("row", read_rows("period_words.tsv"), ids=lambda row: row["word"][:30])
def test_every_word_is_recognised(row: dict[str, str]) -> None:
    for word in row["word"].split("|"):
        text = {
            "month": f"in {word} 2027",
            "short month": f"3 {word} 2027",
            "part": f"{word} 2027",
            "tenth": f"{word} juni 2027",
            "until": f"{word} juni 2027",
            "from": f"{word} juni 2027",
            "at": f"{word} juni 2027",
            "ordinal": f"{word} of 4e kwartaal 2027",
        }.get(row["kind"], word)
        assert interval(text)[0] == text
    assert time_expressions(row["example"], 0, len(row["example"]), ANCHOR)
