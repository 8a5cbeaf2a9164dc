"""Headings of a report that say as a result what the plan had wanted: what came of it stands below them."""

import pytest

from tests.facts.committing import found

GOAL = "2.1.03 De nota wonen is vastgesteld en de raad is geïnformeerd"
DONE = "De nota wonen is in mei vastgesteld."


def statuses(text: str, doc_type: str = "jaarstukken") -> dict[str, str]:
    return {each.text: each.status for each in found(text, doc_type, 2025)}


@pytest.mark.parametrize(
    "answer",
    [
        "Realisatie / voortgang",
        "Voortgang",
        "Stand van zaken",
        "Stand van zaken per 31 december 2025",
        "Resultaat",
        "Wat is er bereikt?",
        "Toelichting realisatie",
        "Wat hebben we gedaan?",
    ],
)
def test_a_heading_with_its_answer_below_says_what_was_wanted(answer: str) -> None:
    told = statuses(f"# Wonen\n## {GOAL}\n### {answer}\nDe vaststelling is een jaar later. {DONE}")

    assert {status for text, status in told.items() if GOAL[:20] in text or text in GOAL} == {"planned"}
    assert told[DONE] == "realised"


def test_a_heading_without_an_answer_tells_what_was_done() -> None:
    told = statuses(f"# Wonen\n## {GOAL}\nDe raad heeft daarover een brief gekregen.\n## Voortgang\n{DONE}")

    assert {status for text, status in told.items() if text in GOAL} == {"realised"}


def test_the_answer_may_come_below_another_heading() -> None:
    told = statuses(f"# Wonen\n## {GOAL}\n### Achtergrond\nHet huis is oud.\n### Voortgang\n{DONE}")

    assert {status for text, status in told.items() if text in GOAL} == {"planned"}
