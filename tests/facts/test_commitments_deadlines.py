"""By when: the interval that the text says, of the act and not of something beside it."""

from datetime import date

import pytest

from ingest.fact_types import Period
from tests.facts.committing import only


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "De in de tweede helft van 2026 ingezette lijn wordt in 2027 verder uitgebouwd.",
            "in 2027",
            Period(date(2027, 1, 1), date(2027, 12, 31)),
            id="not the one inside the noun phrase",
        ),
        pytest.param(
            "In 2027 wordt gestart met een nieuwe nota voor de periode 2028-2031.",
            "In 2027",
            Period(date(2027, 1, 1), date(2027, 12, 31)),
            id="not the period of the plan",
        ),
        pytest.param(
            "Het college levert de nota op uiterlijk 1 mei 2027.",
            "uiterlijk 1 mei 2027",
            Period(None, date(2027, 5, 1)),
            id="at the latest",
        ),
        pytest.param(
            "De burgemeester zegde toe dat we de nota in februari 2027 evalueren.",
            "in februari 2027",
            Period(date(2027, 2, 1), date(2027, 2, 28)),
            id="in what is promised",
        ),
        pytest.param(
            "De proef begint niet in april 2027 maar in september 2027.",
            "in september 2027",
            Period(date(2027, 9, 1), date(2027, 9, 30)),
            id="not the one denied",
        ),
        pytest.param(
            "Wij leggen de nota vóór het einde van het jaar voor.",
            "vóór het einde van het jaar",
            Period(None, date(2027, 12, 31)),
            id="before an end",
        ),
        pytest.param(
            "De vaststelling staat gepland voor het derde kwartaal van 2027.",
            "voor het derde kwartaal van 2027",
            Period(date(2027, 7, 1), date(2027, 9, 30)),
            id="planned for",
        ),
        pytest.param(
            "De opening is doorgeschoven naar maart 2028.",
            "naar maart 2028",
            Period(date(2028, 3, 1), date(2028, 3, 31)),
            id="put off to",
        ),
        pytest.param(
            "Het college rondt het onderzoek voor de zomer van 2027 af.",
            "voor de zomer van 2027",
            Period(None, date(2027, 5, 31)),
            id="before a season",
        ),
        pytest.param(
            "De komende periode gaan we de wijk vergroenen.", "De komende periode", Period(None, None), id="vague"
        ),
    ],
)
def test_deadline(text: str, quote: str, period: Period) -> None:
    deadline = only(text).deadline
    assert deadline is not None
    assert (deadline.text, deadline.period) == (quote, period)


def test_time_of_the_reason_is_no_deadline() -> None:
    text = "In verband met de verkiezingen in 2026 wordt de looptijd van het plan verlengd."
    assert only(text).deadline is None


def test_result_in_a_report_has_no_deadline_of_its_own() -> None:
    assert only("We ontwikkelden een meldpunt.", "jaarstukken", 2026).deadline is None


@pytest.mark.parametrize(
    ("text", "period"),
    [
        pytest.param(
            "Het plan ligt vanaf 15 juni tot en met 31 augustus 2027 ter inzage.",
            Period(date(2027, 6, 15), date(2027, 8, 31)),
            id="from and until",
        ),
        pytest.param(
            "Vanaf 15 juni tot en met 31 augustus 2027 ligt het plan ter inzage.",
            Period(date(2027, 6, 15), date(2027, 8, 31)),
            id="from and until, first",
        ),
        pytest.param(
            "Het rapport wordt in juni 2027, uiterlijk 30 juni 2027, opgeleverd.",
            Period(date(2027, 6, 1), date(2027, 6, 30)),
            id="within and at the latest",
        ),
        pytest.param(
            "In mei 2027 start de bouw met als doel de hal vóór 31 december 2028 op te leveren.",
            Period(date(2027, 5, 1), date(2027, 5, 31)),
            id="not that of the purpose",
        ),
        pytest.param(
            "Wij bespreken het plan in week 22.", Period(date(2027, 5, 31), date(2027, 6, 6)), id="number of a week"
        ),
        pytest.param(
            "Komend najaar stellen wij een plan op.", Period(date(2027, 9, 1), date(2027, 11, 30)), id="coming season"
        ),
    ],
)
def test_stretch_of_time(text: str, period: Period) -> None:
    deadline = only(text, "rib").deadline
    assert deadline is not None
    assert deadline.period == period


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("Wij breiden het in 2027 uit met een analist.", date(2027, 1, 1), id="after a pronoun"),
        pytest.param("De huisjes zijn in 2026 gecontroleerd door het college.", date(2026, 1, 1), id="after zijn"),
        pytest.param("In een overleg op 3 mei 2027 stellen wij een plan op.", date(2027, 5, 3), id="day in a phrase"),
        pytest.param("Wij slopen het in 2026 gebouwde huis.", None, id="inside a noun phrase"),
    ],
)
def test_time_belongs_to_the_act(text: str, start: date | None) -> None:
    deadline = only(text).deadline
    assert (deadline.period.start if deadline else None) == start


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("De aanleg begint niet in april, maar in september 2027.", "in september 2027", id="comma"),
        pytest.param("Wij starten niet op 1 mei 2027, maar op 1 juni 2027.", "op 1 juni 2027", id="days"),
        pytest.param("De bouw begint niet meer in april, maar in mei 2027.", "in mei 2027", id="niet meer"),
        pytest.param("De bouw start niet pas in 2028 maar al in 2027.", "in 2027", id="earlier"),
        pytest.param("Wij starten in plaats van in mei in juni 2027 met de bouw.", "in juni 2027", id="in plaats van"),
        pytest.param("De bouw start niet alleen in 2027, maar ook in 2028.", "in 2027", id="both, so none is denied"),
    ],
)
def test_time_that_another_takes_the_place_of(text: str, quote: str) -> None:
    deadline = only(text).deadline
    assert deadline is not None
    assert deadline.text == quote
