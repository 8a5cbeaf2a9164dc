"""Whether what stands elsewhere is said of a promise itself."""

import datetime
from dataclasses import replace

import pytest

from index.follow import Step
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.keeping import state_told
from ingest.fact_types import Commitment, CommitmentStatus
from ingest.model import Inferred, Source
from tests.index.making import identity

PLAN, REPORT = datetime.date(2025, 11, 4), datetime.date(2027, 5, 1)


def paper(day: datetime.date) -> DocumentRow:
    about = replace(identity("Waterdrecht"), date=Inferred(day, 0.9))
    return DocumentRow(1, Source("a.pdf", "a.pdf", "0" * 64, "pdf"), about, "ok", (), 100, 2, "1")


def row(text: str, action: str, object_: str | None, status: CommitmentStatus, day: datetime.date) -> FactRow:
    fact = Commitment(0, len(text), text, 0.9, None, action, object_, "strong", status)
    return FactRow(1, paper(day), fact, None, (), (), 1)


def told(
    promise: tuple[str, str, str | None],
    found: tuple[str, str, str | None],
    status: CommitmentStatus = "realised",
    day: datetime.date = REPORT,
    *,
    copy: bool = False,
    likeness: float = 0.9,
) -> CommitmentStatus | None:
    text = found[0]
    passage = PassageRow(1, paper(day), 0, len(text), text, None, (), (), True)
    step = Step(passage, 0, len(text), text, likeness, day, copy, row(*found, status, day))
    return state_told(row(*promise, "planned", PLAN), step, lambda _stem: 1.0)


RENEW = ("In 2026 vernieuwen wij de brug over de Vliet.", "vernieuwen", "de brug over de Vliet")
LOAN = ("Wij richten in 2026 een uitleenpunt voor gereedschap in.", "inrichten", "een uitleenpunt voor gereedschap")


@pytest.mark.parametrize(
    ("promise", "found"),
    [
        pytest.param(RENEW, ("De brug over de Vliet is vernieuwd.", "vernieuwen", "De brug over de Vliet"), id="act"),
        pytest.param(RENEW, ("De brug is in mei opgeleverd.", "opleveren", "De brug"), id="completed"),
        pytest.param(LOAN, ("Het uitleenpunt startte in mei.", "starten", "Het uitleenpunt"), id="set going"),
        pytest.param(
            ("De vernieuwing van de brug volgt in 2026.", "volgen", "De vernieuwing van de brug"),
            ("De brug is vernieuwd.", "vernieuwen", "De brug"),
            id="an act as a noun",
        ),
    ],
)
def test_what_was_promised_is_done(promise: tuple[str, str, str | None], found: tuple[str, str, str | None]) -> None:
    assert told(promise, found) == "realised"


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(
            ("Het plan voor de brug is vastgesteld.", "vaststellen", "Het plan voor de brug"), id="a plan for it"
        ),
        pytest.param(
            ("De kade langs de Vliet is vernieuwd.", "vernieuwen", "De kade langs de haven"), id="another thing"
        ),
        pytest.param(("De brug heeft een doorstart gemaakt.", "maken", "een doorstart"), id="a new start"),
        pytest.param(("De eerste helft van de brug is vernieuwd.", "vernieuwen", "helft van de brug"), id="a part"),
        pytest.param(("De brug is grotendeels opgeleverd.", "opleveren", "De brug"), id="most of it"),
        pytest.param(("De brug moet vernieuwd worden.", "vernieuwen", "De brug"), id="must be"),
        pytest.param(("De brug is gestart.", "starten", "De brug"), id="no act that is set going"),
        pytest.param(("Vernieuwen van de brug | ✓", "Vernieuwen van de brug", None), id="a row of a list"),
    ],
)
def test_what_tells_of_something_else_gives_no_state(found: tuple[str, str, str | None]) -> None:
    assert told(RENEW, found) is None


def test_what_an_earlier_paper_says_is_done_is_not_the_promise() -> None:
    found = ("De brug over de Vliet is vernieuwd.", "vernieuwen", "De brug over de Vliet")
    assert told(RENEW, found, day=datetime.date(2024, 5, 1)) is None


def test_a_plan_for_the_same_act_is_a_state_and_one_for_another_is_none() -> None:
    same = ("Wij vernieuwen de brug in 2028.", "vernieuwen", "de brug")
    other = ("Wij schilderen de brug in 2028.", "schilderen", "de brug")
    late = ("De brug is uitgesteld.", "uitstellen", "De brug")
    assert [told(RENEW, each, "planned") for each in (same, other, late)] == ["planned", None, "planned"]


def test_a_copy_has_the_state_of_its_paper() -> None:
    assert told(RENEW, RENEW, "ongoing", copy=True) == "ongoing"


def test_a_share_and_what_is_hardly_alike_give_no_state() -> None:
    share = ("Van de brug is 25% van de vernieuwing klaar.", "vernieuwen", "De brug")
    assert told(RENEW, share) is None
    assert told(RENEW, ("De brug is vernieuwd.", "vernieuwen", "De brug"), likeness=0.2) is None
