"""Of a paper without a date, the last day that it tells of as past."""

import datetime

import pytest

from ingest.identify.told import infer_last_told

CASES = {
    "the newest of what was done": (
        "In mei 2024 heeft de raad de visie vastgesteld. Op 3 februari 2026 is de brug geopend.",
        datetime.date(2026, 2, 3),
    ),
    "a month": ("In februari 2026 is de woonvisie door de raad vastgesteld.", datetime.date(2026, 2, 1)),
    "what is still to come": (
        "In februari 2026 is de visie vastgesteld. Op 1 mei 2026 wordt het pand leeg opgeleverd.",
        datetime.date(2026, 2, 1),
    ),
    "what is planned": ("De opening van de brug is gepland voor 3 mei 2026.", None),
    "no such day": ("De gemeente heeft een visie vastgesteld in het vorige jaar.", None),
    "no day of the calendar": ("Op 31 februari 2026 is de woonvisie vastgesteld.", None),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_last_told(text: str, expected: datetime.date | None) -> None:
    found = infer_last_told(text)
    assert found.value == expected
    assert all(text[each.start or 0 :].startswith(each.quote) for each in found.evidence)
