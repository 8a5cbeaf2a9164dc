"""Which questions follow from the figures of a theme."""

import pytest

from index.store.rows import FactRow
from index.tracing.indicator_gaps import indicator_gaps
from ingest.fact_types import Indicator
from tests.index.test_theme_figures import row as row_of

Said = tuple[str, str | None, int, str | None, int | None]


def rows(*said: Said) -> list[FactRow]:
    return [
        row_of(
            Indicator(0, 1, "x", 0.9, name=name, value=value, reference_year=year, target=target, target_year=until),
            number=number,
        )
        for number, (name, value, year, target, until) in enumerate(said, 1)
    ]


SHARE = "Percentage jongeren tot 18 jaar met jeugdhulp"
CASES = {
    "further from the target": (
        (("% jongeren tot 18 jaar met jeugdhulp", "9,2", 2023, None, None), (SHARE, "9,7", 2024, "8,4", 2026)),
        [("worse", "9,7", "9,2")],
    ),
    "hardly further": (((SHARE, "9,2", 2023, None, None), (SHARE, "9,3", 2024, "8,4", 2026)), []),
    "nearer to it": (((SHARE, "9,2", 2023, None, None), (SHARE, "9,0", 2024, "8,4", 2026)), []),
    "past it": (((SHARE, "9,2", 2023, None, None), (SHARE, "8,0", 2024, "8,4", 2026)), []),
    "without a target": (((SHARE, "9,2", 2023, None, None), (SHARE, "9,3", 2024, None, None)), []),
    "two figures of a year": (
        ((SHARE, "9,3", 2024, None, None), ("Aandeel jongeren tot 18 jaar met jeugdhulp", "7,5 %", 2024, None, None)),
        [("figures differ", "9,3", "7,5 %")],
    ),
    "with and without": (
        (
            ("Jongeren met een startbewijs", "44", 2024, None, None),
            ("Jongeren zonder startbewijs", "11", 2024, None, None),
        ),
        [],
    ),
    "one word alike": ((("Meldingen", "44", 2024, None, None), ("Meldingen", "11", 2024, None, None)), []),
}


@pytest.mark.parametrize(("said", "expected"), CASES.values(), ids=CASES)
def test_gaps_of_indicators(said: tuple[Said, ...], expected: list[tuple[str, str, str]]) -> None:
    found = [(kind, value(row), value(beside)) for kind, row, beside in indicator_gaps(rows(*said))]
    assert found == expected


def value(row: FactRow | None) -> str | None:
    return row.fact.value if row and isinstance(row.fact, Indicator) else None
