"""Which promises without a follow-up a council member could stand up with."""

import datetime

import pytest

from index.follow import Trail
from index.tracing.gaps import Gap, gaps
from index.tracing.outcomes import Outcome
from ingest.fact_types import Commitment, Deadline, Indicator, Period, PromiseType
from tests.index.test_theme_figures import row as row_of
from views.briefing_questions import asked

TODAY = datetime.date(2026, 1, 1)
IN_2023 = Deadline("in 2023", Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)))
FROM_2023 = Deadline("met ingang van 2023", Period(datetime.date(2023, 1, 1), None))

CASES: dict[str, tuple[str, PromiseType, Deadline | None, list[str]]] = {
    "with a term": ("In 2023 plaatsen wij twintig lantaarns.", "voornemen", IN_2023, ["overdue"]),
    "it names nothing": ("Levering en plaatsing", "voornemen", IN_2023, []),
    "left to others": ("De provincie plaatst twintig lantaarns.", "voorstel_derde", IN_2023, []),
    "promised without a term": ("De wethouder plaatst twintig lantaarns.", "toezegging", None, ["no follow-up"]),
    "how things go": ("Wij keren de opbrengst uit aan Stichting Kade.", "voornemen", None, []),
    "it begins": ("De lantaarns gaan met ingang van 2023 uit.", "voornemen", FROM_2023, ["no follow-up"]),
    "it begins, every year": ("Met ingang van 2023 komen er jaarlijks lantaarns.", "voornemen", FROM_2023, []),
}


@pytest.mark.parametrize(("text", "kind", "term", "expected"), CASES.values(), ids=CASES)
def test_what_is_asked(text: str, kind: PromiseType, term: Deadline | None, expected: list[str]) -> None:
    fact = Commitment(0, len(text), text, 0.9, None, "plaatsen", None, "strong", "planned", term, promise_type=kind)
    row = row_of(fact)
    outcome = Outcome(row, text, "silent", Trail(row, (), (), (), (), None), None, False, (row.document,))
    assert [gap.kind for gap in gaps([outcome], (), TODAY)] == expected


NAME = "Inwoners met schulden"
NOW = Indicator(0, 1, "x", 0.9, NAME, "%", "7,4", "6,3", 2024, 2026)
BEFORE = Indicator(0, 1, "x", 0.9, "Percentage inwoners met schulden", None, "6,9", None, 2023)


def test_questions_on_figures_name_the_indicator_and_the_years() -> None:
    now, before = row_of(NOW, number=1), row_of(BEFORE, number=2)
    assert asked(Gap("worse", now, before), TODAY) == (
        f"{NAME}: waarom gaat dit de verkeerde kant op, 6,9 (2023) en 7,4 (2024)? De streefwaarde is 6,3 (2026)."
    )
    assert asked(Gap("figures differ", now, before), TODAY) == (
        f"{NAME}: welk cijfer klopt, 6,9 (2023) en 7,4 (2024)? Op twee plaatsen staat een ander cijfer "
        "(daar: Percentage inwoners met schulden)."
    )
    assert asked(Gap("no value", now), TODAY) == f"{NAME}: wat is de stand? Er staat geen waarde bij deze indicator."
