"""Priorities that only the contents of a plan name."""

from pathlib import Path

import pytest

from ingest.fact_types import Speerpunt
from ingest.files import find_files
from ingest.pipeline import read_document

ENTRIES = """Inhoudsopgave
1. Inleiding 2
2. Waar staan we nu 3
3. Onze prioriteiten 6
3.1 Prioriteit 1: Veilig uitgaan in de binnenstad 6
3.2 Prioriteit 2: Hulp voor verwarde mensen 7
4. Organisatie 9
5. Begroting 12
"""
BODY = "\n1. Inleiding\nIn dit plan van de gemeente Waterdrecht staat hoe wij de komende jaren werken aan veiligheid.\n"


def found(folder: Path, text: str) -> list[Speerpunt]:
    path = folder / "integraal-veiligheidsplan.txt"
    path.write_text("Integraal veiligheidsplan 2026-2029\n\n" + text, encoding="utf-8")
    (job,) = find_files([path]).jobs
    return [fact for fact in read_document(job).facts if isinstance(fact, Speerpunt)]


@pytest.mark.parametrize(
    ("contents", "labels"),
    [
        pytest.param(ENTRIES, ["Veilig uitgaan in de binnenstad", "Hulp voor verwarde mensen"], id="numbered"),
        pytest.param(
            ENTRIES.replace("6\n3.2", "6 3.2"),
            ["Veilig uitgaan in de binnenstad", "Hulp voor verwarde mensen"],
            id="two on a line",
        ),
        pytest.param(
            ENTRIES.replace("Prioriteit 1: ", "").replace("Prioriteit 2: ", ""),
            ["Veilig uitgaan in de binnenstad", "Hulp voor verwarde mensen"],
            id="below the entry of the chapter",
        ),
        pytest.param(
            "Inhoud\nVoorwoord ..... 3\nSpeerpunt 1 - Brandveilig wonen ..... 8\n"
            "Speerpunt 2 - Minder fietsdiefstal ..... 11\nBijlagen ..... 20\n",
            ["Brandveilig wonen", "Minder fietsdiefstal"],
            id="with dots",
        ),
        pytest.param(
            "Inhoudsopgave\n1. Inleiding 2\n2. Prioriteiten uit de vorige periode 4\n2.1 Terugblik 4\n"
            "2.2 Cijfers 5\n3. Werkwijze 6\n4. Begroting 9\n",
            [],
            id="of the last period",
        ),
    ],
)
def test_finds_what_the_contents_list(tmp_path: Path, contents: str, labels: list[str]) -> None:
    assert [each.label for each in found(tmp_path, contents + BODY)] == labels


def test_the_text_goes_before_its_contents(tmp_path: Path) -> None:
    headings = "\nPrioriteit 1: Veilig uitgaan\n\nWij houden toezicht bij de kroegen in de kern.\n"
    (each,) = found(tmp_path, ENTRIES + BODY + headings)
    assert each.label == "Veilig uitgaan"
    assert each.start > len(ENTRIES)
