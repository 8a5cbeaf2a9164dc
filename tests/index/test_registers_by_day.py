"""A commitment of a meeting and the row that a later list gives it, by the day and the wording."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.store.rows import FactRow
from index.tracing.registers import Registers, state_of
from ingest.fact_types import Commitment
from tests.index.making import document, identity, new_library, put
from tests.index.test_registers import dated

SAID = "De wethouder zegt toe dat de raad voor de zomer een evaluatie van het stookverbod ontvangt."
SAME = "De raad ontvangt voor de zomer een evaluatie van het stookverbod."


def library_of(folder: Path, lines: list[str]) -> Library:
    """A report of 1 January 2024, and a list with these lines: number, day, words."""
    library = new_library(folder)
    said = Commitment(0, len(SAID), SAID, 0.9, "wethouder", "toezeggen", None, "strong", "planned")
    about = replace(identity("Waterdrecht", "raadsverslag", 2024), date=dated(1))
    put(library, document(SAID, path="verslag.txt", identity=about, facts=(said,)))
    text = "\n".join(lines)
    facts = []
    for line in lines:
        number, _, words = line.split(" | ")
        start = text.index(line) + line.index(words)
        facts.append(
            Commitment(
                start,
                start + len(words),
                words,
                0.9,
                None,
                words,
                None,
                "strong",
                "planned",
                number=number,
                register_status="Voldaan",
            )
        )
    listed = replace(identity("Waterdrecht", "toezeggingenlijst", 2024), date=dated(20))
    put(library, document(text, path="lijst.txt", identity=listed, facts=tuple(facts)))
    library.refresh()
    return library


def said_in(library: Library) -> FactRow:
    return next(row for row in library.facts("commitment") if row.document.file == "verslag.txt")


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        pytest.param([f"T24-01 | 01-01-2024 | {SAME}"], "Voldaan", id="the day, nearly the words"),
        pytest.param([f"T24-01 | 02-01-2024 | {SAME}"], None, id="another day"),
        pytest.param(["T24-01 | 01-01-2024 | De raad ontvangt een brief over de vijver."], None, id="other words"),
        pytest.param(["T24-01 | 01-01-2024 | Voor de zomer een brief."], None, id="little but a time"),
        pytest.param([f"T24-0{n} | 01-01-2024 | {SAME}" for n in (1, 2)], None, id="two alike"),
        pytest.param(
            [
                "T24-01 | 01-01-2024 | De raad ontvangt voor de zomer een brief over de vijver.",
                f"T24-02 | 1 januari 2024 | {SAME}",
            ],
            "Voldaan",
            id="the most alike of the day",
        ),
    ],
)
def test_the_row_of_that_day_in_nearly_those_words_gives_the_state(
    lines: list[str], state: str | None, tmp_path: Path
) -> None:
    with library_of(tmp_path / "library", lines) as library:
        row = said_in(library)
        assert state_of(Registers(library).newest(row)) == state
        assert Registers(library).newer() == (((row.id, state),) if state else ())
