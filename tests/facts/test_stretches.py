"""Two times that are joined are one stretch, and the half that lacks a month or a year has that of the other."""

from datetime import date

import pytest

from ingest.facts.periods import Anchor, time_expressions

ANCHOR = Anchor(2026, "uitvoering_veiligheid")


def stretches(text: str, anchor: Anchor = ANCHOR) -> list[tuple[str, str | None, str | None]]:
    found = time_expressions(text, 0, len(text), anchor)
    assert [text[each.start : each.end] for each in found] == [each.text for each in found]
    return [(each.text, _iso(each.period.start), _iso(each.period.end)) for each in found]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize(
    ("text", "quote", "start", "end"),
    [
        pytest.param("deze week (29 juni-3 juli) klaar", "29 juni-3 juli", "2026-06-29", "2026-07-03", id="days"),
        pytest.param("28 september t/m 2 oktober 2027", None, "2027-09-28", "2027-10-02", id="year from the last"),
        pytest.param("van 5 tot en met 9 maart", None, "2026-03-05", "2026-03-09", id="month from the last"),
        pytest.param("van 5 tot 9 maart", None, "2026-03-05", "2026-03-09", id="from one day to another"),
        pytest.param("tussen 12 en 18 mei 2027", None, "2027-05-12", "2027-05-18", id="between"),
        pytest.param("op 3 en 10 juni 2027", None, "2027-06-03", "2027-06-10", id="two days"),
        pytest.param("van 1 mei 2027 tot en met 4 juli", None, "2027-05-01", "2027-07-04", id="year from the first"),
        pytest.param("van 2 mei 2027 tot 1 mei 2028", None, "2027-05-02", "2028-04-30", id="a year each"),
        pytest.param("in juni/juli 2027", None, "2027-06-01", "2027-07-31", id="months"),
        pytest.param("tussen maart en mei 2027", None, "2027-03-01", "2027-05-31", id="between months"),
        pytest.param("in de periode januari-maart 2027", None, "2027-01-01", "2027-03-31", id="a period of months"),
        pytest.param("van april tot en met oktober 2027", None, "2027-04-01", "2027-10-31", id="through a month"),
        pytest.param("december - februari 2028", None, "2027-12-01", "2028-02-29", id="over the turn of the year"),
        pytest.param("van november tot en met maart", None, "2026-11-01", "2027-03-31", id="the next year"),
        pytest.param("eind juni of begin juli", None, "2026-06-21", "2026-07-10", id="parts of months"),
        pytest.param("Q2-Q3 2027", None, "2027-04-01", "2027-09-30", id="quarters"),
        pytest.param("Q2/Q3", None, "2026-04-01", "2026-09-30", id="quarters of the paper's year"),
        pytest.param("in Q1 en Q2 van 2027", None, "2027-01-01", "2027-06-30", id="quarters with a word"),
        pytest.param("in het 2e en 3e kwartaal van 2027", None, "2027-04-01", "2027-09-30", id="ordinals"),
        pytest.param("eerste of tweede kwartaal 2027", None, "2027-01-01", "2027-06-30", id="ordinals in words"),
        pytest.param("najaar 2026 / voorjaar 2027", None, "2026-09-01", "2027-05-31", id="seasons"),
        pytest.param("voorjaar/zomer 2027", None, "2027-03-01", "2027-08-31", id="seasons of one year"),
        pytest.param("eind 2026/begin 2027", None, "2026-11-01", "2027-03-31", id="parts of years"),
        pytest.param("begin 2026 tot medio 2027", None, "2026-01-01", "2027-05-31", id="up to a part of a year"),
        pytest.param("van 2024 tot eind 2026", None, "2024-01-01", "2026-12-31", id="up to an end"),
        pytest.param("uiterlijk juni/juli 2027", None, None, "2027-07-31", id="at the latest, either"),
        pytest.param("vanaf juni/juli 2027", None, "2027-06-01", None, id="from either"),
        pytest.param("week 12-14", None, "2026-03-16", "2026-04-05", id="weeks"),
        pytest.param("in week 12 t/m 14 van 2027", None, "2027-03-22", "2027-04-11", id="weeks with their year"),
        pytest.param("in mei, uiterlijk 30 juni 2027", None, "2027-05-01", "2027-06-30", id="by its end"),
    ],
)
def test_one_stretch(text: str, quote: str | None, start: str | None, end: str | None) -> None:
    assert stretches(text) == [(quote or text, start, end)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "op 4 mei en op 5 juni 2027",
            [("op 4 mei", "2026-05-04", "2026-05-04"), ("op 5 juni 2027", "2027-06-05", "2027-06-05")],
            id="each with its preposition",
        ),
        pytest.param(
            "in 2026 – medio 2027 volgt meer",
            [("in 2026", "2026-01-01", "2026-12-31"), ("medio 2027", "2027-06-01", "2027-07-31")],
            id="a dash of the sentence",
        ),
        pytest.param(
            "jaarlijks in mei", [("jaarlijks", None, None), ("in mei", "2026-05-01", "2026-05-31")], id="recurring"
        ),
        pytest.param(
            "in juli 2027 en mei 2026",
            [("in juli 2027", "2027-07-01", "2027-07-31"), ("mei 2026", "2026-05-01", "2026-05-31")],
            id="the wrong way round",
        ),
        pytest.param(
            "2027-2029 en 2030-2032",
            [("2027-2029", "2027-01-01", "2029-12-31"), ("2030-2032", "2030-01-01", "2032-12-31")],
            id="two plans",
        ),
        pytest.param("artikel 4 en 10 woningen in mei", [("in mei", "2026-05-01", "2026-05-31")], id="numbers"),
    ],
)
def test_two_times(text: str, expected: list[tuple[str, str | None, str | None]]) -> None:
    assert stretches(text) == expected


def test_without_a_year_a_stretch_has_no_days() -> None:
    assert stretches("van maart tot mei", Anchor()) == [("van maart tot mei", None, None)]
