"""What a report copies from its plan, or says to have failed, is no fresh promise."""

from dataclasses import replace

import pytest

from ingest.facts.commitments import commitments
from tests.facts.committing import found
from tests.facts.policy_documents import policy

PROMISE = "Wij bouwen in 2022 honderd woningen."


@pytest.mark.parametrize("doc_type", ["jaarstukken", "nieuwsbericht"])
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"# Wonen\n(tekst uit Begroting 2022) {PROMISE}", id="note before the sentence"),
        pytest.param(f"# Wonen\nTekst uit de programmabegroting 2022:\n{PROMISE}", id="note above the text"),
        pytest.param(f"# Wonen\n{PROMISE} Dit is niet gelukt.", id="failed, in the same paragraph"),
        pytest.param(f"# Wonen\n{PROMISE}\nHelaas is dit door de rente niet gehaald.", id="failed, below it"),
    ],
)
def test_copied_or_failed_promise_is_none(text: str, doc_type: str) -> None:
    assert found(text, doc_type, 2022) == []


def test_section_copied_from_the_plan_holds_no_promise_in_a_document_of_any_type() -> None:
    document = policy(f"# Wonen (tekst uit Begroting 2022)\n{PROMISE}", "memo", 2022)
    copied = replace(document, sections=tuple(replace(s, layer="quoted_plan") for s in document.sections))
    assert commitments(copied) == []


def test_what_was_done_comes_out_beside_what_was_copied() -> None:
    text = f"# Wonen\n(tekst uit Begroting 2022) {PROMISE}\n# Resultaat\nWij hebben in 2022 tien woningen gebouwd."
    assert [one.status for one in found(text, "jaarstukken", 2022)] == ["realised"]


def test_a_note_holds_to_the_next_heading() -> None:
    text = f"# Wonen\nTekst uit begroting 2022:\n{PROMISE}\n# Vooruitblik\nWij openen in 2023 een hal."
    assert [one.text for one in found(text, "jaarstukken", 2022)] == ["Wij openen in 2023 een hal."]
