"""The day of a signature, which is not that of the meeting."""

import datetime

import pytest

from ingest.facts.officials import officials
from tests.facts.fact_documents import document

HEAD = "Besluitenlijst van het college van 30 september 2025\nAanwezig: burgemeester N. Tazelaar\n\n"
NAMES = "Het college van burgemeester en wethouders,\nA. Terpstra,\ngemeentesecretaris\n"


def signed(text: str) -> list[tuple[str, datetime.date | None]]:
    return [(fact.text, fact.signed) for fact in officials(document(text))]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param("Vastgesteld in de vergadering gehouden op 7 oktober 2025.\n", id="vastgesteld in de vergadering"),
        pytest.param("Aldus vastgesteld d.d. 7 oktober 2025\n", id="aldus, d.d."),
        pytest.param("Aldus besloten in de vergadering van\n7 oktober 2025,\n", id="over two lines"),
        pytest.param("De besluitenlijst is vastgesteld op 7 oktober 2025.\n", id="the list is settled"),
    ],
)
def test_who_signs_does_so_on_the_day_that_stands_above(said: str) -> None:
    assert signed(HEAD + said + NAMES) == [("N. Tazelaar", None), ("A. Terpstra", datetime.date(2025, 10, 7))]


@pytest.mark.parametrize(
    "said",
    [
        pytest.param(
            "Vastgesteld op 7 oktober 2025.\n" + "De raad spreekt er lang over. " * 8 + "\n", id="text between"
        ),
        pytest.param("Vastgesteld in oktober 2025.\n", id="no day"),
        pytest.param("Het plan is vastgesteld op 7 oktober 2025.\n", id="of a plan"),
    ],
)
def test_no_other_day_is_that_of_a_signature(said: str) -> None:
    assert signed(HEAD + said + NAMES) == [("N. Tazelaar", None), ("A. Terpstra", None)]
