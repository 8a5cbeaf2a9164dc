"""Sentences that tell what was measured beside the target that was or wasn't reached."""

import pytest

from ingest.facts.indicators import indicators
from tests.facts.fact_documents import document

Row = tuple[str, str | None, str | None, str | None, int | None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Het aantal geluidsklachten daalde van 305 in 2020 naar 238 in 2023; het streefcijfer van 250 is gehaald.",
            [
                ("aantal geluidsklachten", None, "238", "streefcijfer van 250", 2023),
                ("aantal geluidsklachten", None, "305", None, 2020),
            ],
            id="two years",
        ),
        pytest.param(
            "Het percentage lezers steeg van 61% in 2021 naar 68% in 2025, de streefwaarde van 70% is niet gehaald.",
            [
                ("percentage lezers", "%", "68", "streefwaarde van 70%", 2025),
                ("percentage lezers", "%", "61", None, 2021),
            ],
            id="shares, not reached",
        ),
        pytest.param(
            "Het aantal inbraken (streefcijfer van 60 gehaald) was 58 in 2025.",
            [("aantal inbraken", None, "58", "streefcijfer van 60", 2025)],
            id="in brackets",
        ),
        pytest.param(
            "In 2025 waren er 58 inbraken, waarmee de norm van 60 is behaald.",
            [("inbraken", None, "58", "norm van 60", 2025)],
            id="value first",
        ),
        pytest.param(
            "Het aantal inbraken daalt van 90 in 2025 naar 60 in 2028.",
            [("aantal inbraken", None, "90", "60", 2025)],
            id="what it will go to is the target",
        ),
    ],
)
def test_reads_what_was_measured_beside_the_target(text: str, expected: list[Row]) -> None:
    found = indicators(document(text))
    assert [(one.name, one.unit, one.value, one.target, one.reference_year) for one in found] == expected
