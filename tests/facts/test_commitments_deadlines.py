"""By when: the interval that the text says, of the act and not of something beside it."""

import pytest

from ingest.fact_types import Deadline
from tests.facts.committing import found, only

CASES = [
    # What it is about, the sentence, the words of the deadline, its first and last day ("" for an open end).
    (
        "not the one inside the noun phrase",
        "De in de tweede helft van 2026 ingezette lijn wordt in 2027 verder uitgebouwd.",
        "in 2027",
        "2027-01-01/2027-12-31",
    ),
    (
        "not the period of the plan",
        "In 2027 wordt gestart met een nieuwe nota voor de periode 2028-2031.",
        "In 2027",
        "2027-01-01/2027-12-31",
    ),
    ("at the latest", "Het college levert de nota op uiterlijk 1 mei 2027.", "uiterlijk 1 mei 2027", "/2027-05-01"),
    (
        "in what is promised",
        "De burgemeester zegde toe dat we de nota in februari 2027 evalueren.",
        "in februari 2027",
        "2027-02-01/2027-02-28",
    ),
    (
        "before an end",
        "Wij leggen de nota vóór het einde van het jaar voor.",
        "vóór het einde van het jaar",
        "/2027-12-31",
    ),
    (
        "planned for",
        "De vaststelling staat gepland voor het derde kwartaal van 2027.",
        "voor het derde kwartaal van 2027",
        "2027-07-01/2027-09-30",
    ),
    ("put off to", "De opening is doorgeschoven naar maart 2028.", "naar maart 2028", "2028-03-01/2028-03-31"),
    (
        "before a season",
        "Het college rondt het onderzoek voor de zomer van 2027 af.",
        "voor de zomer van 2027",
        "/2027-05-31",
    ),
    ("vague", "De komende periode gaan we de wijk vergroenen.", "De komende periode", "/"),
    (
        "from and until",
        "Het plan ligt vanaf 15 juni tot en met 31 augustus 2027 ter inzage.",
        None,
        "2027-06-15/2027-08-31",
    ),
    (
        "from and until, first",
        "Vanaf 15 juni tot en met 31 augustus 2027 ligt het plan ter inzage.",
        None,
        "2027-06-15/2027-08-31",
    ),
    (
        "within and at the latest",
        "Het rapport wordt in juni 2027, uiterlijk 30 juni 2027, opgeleverd.",
        None,
        "2027-06-01/2027-06-30",
    ),
    (
        "not that of the purpose",
        "In mei 2027 start de bouw met als doel de hal vóór 31 december 2028 op te leveren.",
        None,
        "2027-05-01/2027-05-31",
    ),
    ("number of a week", "Wij bespreken het plan in week 22.", "in week 22", "2027-05-31/2027-06-06"),
    ("coming season", "Komend najaar stellen wij een plan op.", "Komend najaar", "2027-09-01/2027-11-30"),
    ("after a pronoun", "Wij breiden het in 2027 uit met een analist.", "in 2027", "2027-01-01/2027-12-31"),
    ("after zijn", "De huisjes zijn in 2026 gecontroleerd door het college.", "in 2026", "2026-01-01/2026-12-31"),
    (
        "day in a phrase",
        "In een overleg op 3 mei 2027 stellen wij een plan op.",
        "op 3 mei 2027",
        "2027-05-03/2027-05-03",
    ),
    (
        "not the one denied",
        "De proef begint niet in april 2027 maar in september 2027.",
        "in september 2027",
        "2027-09-01/2027-09-30",
    ),
    (
        "not the one denied before a comma",
        "De aanleg begint niet in april, maar in september 2027.",
        "in september 2027",
        "2027-09-01/2027-09-30",
    ),
    (
        "not the day denied",
        "Wij starten niet op 1 mei 2027, maar op 1 juni 2027.",
        "op 1 juni 2027",
        "2027-06-01/2027-06-01",
    ),
    ("niet meer", "De bouw begint niet meer in april, maar in mei 2027.", "in mei 2027", "2027-05-01/2027-05-31"),
    ("earlier", "De bouw start niet pas in 2028 maar al in 2027.", "in 2027", "2027-01-01/2027-12-31"),
    (
        "in plaats van",
        "Wij starten in plaats van in mei in juni 2027 met de bouw.",
        "in juni 2027",
        "2027-06-01/2027-06-30",
    ),
    (
        "both, so none is denied",
        "De bouw start niet alleen in 2027, maar ook in 2028.",
        "in 2027",
        "2027-01-01/2027-12-31",
    ),
]


def _days(deadline: Deadline) -> str:
    period = deadline.period
    return "/".join(day.isoformat() if day else "" for day in (period.start, period.end))


@pytest.mark.parametrize(("text", "quote", "days"), [pytest.param(*case, id=name) for name, *case in CASES])
def test_deadline(text: str, quote: str | None, days: str) -> None:
    deadline = only(text, "rib").deadline
    assert deadline is not None
    assert quote in (None, deadline.text)
    assert _days(deadline) == days


@pytest.mark.parametrize(
    ("text", "doc_type"),
    [
        pytest.param(
            "In verband met de verkiezingen in 2026 wordt de looptijd van het plan verlengd.",
            "programmabegroting",
            id="time of the reason",
        ),
        pytest.param("Dit budget wordt overgeheveld naar 2028.", "programmabegroting", id="where a sum is moved to"),
        pytest.param(
            "Er komt een voorstel, conform het eerdere besluit in 2021.",
            "programmabegroting",
            id="long before the plan",
        ),
        pytest.param("We ontwikkelden een meldpunt.", "jaarstukken", id="result without a day, in a report"),
        pytest.param("Wij slopen het in 2026 gebouwde huis.", "programmabegroting", id="inside a noun phrase"),
    ],
)
def test_no_deadline(text: str, doc_type: str) -> None:
    assert only(text, doc_type, 2026 if doc_type == "jaarstukken" else 2027).deadline is None


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        pytest.param("Wij laten het dagelijks onderhoud uitvoeren door een aannemer.", None, id="of a noun"),
        pytest.param("Het dagelijks toezicht leggen wij bij de opzichter neer.", None, id="of a noun in front"),
        pytest.param("De leden van het Algemeen en Dagelijks Bestuur worden benoemd.", None, id="of a body"),
        pytest.param("Het dagelijks bestuur stelt in mei 2027 een reglement vast.", "in mei 2027", id="of the actor"),
        pytest.param("Wij herhalen het jaarlijks met de wijk.", "jaarlijks", id="its own"),
        pytest.param(
            "Wij leggen het plan voor in de raadsvergadering van 8 juli 2027.",
            "in de raadsvergadering van 8 juli 2027",
            id="a meeting",
        ),
        pytest.param("Wij sturen het verslag van de vergadering van 8 juli 2027 toe.", None, id="of a report"),
    ],
)
def test_words_of_time_in_a_name(text: str, quote: str | None) -> None:
    deadlines = {each.deadline.text if each.deadline else None for each in found(text)}
    assert deadlines <= {quote}
