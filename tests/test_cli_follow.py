"""`speerpunt follow`: promises by a word or past their term, with what other papers say of them."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest

from index.build import build

ROOT = Path(__file__).resolve().parent.parent
PLAN = """Gemeente Waterdrecht
Uitvoeringsprogramma veiligheid 2023

Woonoverlast
In 2023 stellen we een buurtbemiddelaar aan voor de wijk Molenschans.
"""
REPORT = """Gemeente Waterdrecht
Jaarstukken 2023

Woonoverlast
De buurtbemiddelaar voor de wijk Molenschans is in september 2023 aangesteld.
"""
LIST = """Gemeente Waterdrecht
Toezeggingenlijst, stand per 1 februari 2024

| Nr. | Datum | Toezegging | Portefeuillehouder | Termijn | Status |
| T23-01 | 09-03-2023 | De raad ontvangt een evaluatie van de fietsenstalling. | De Wit | Q4 2023 | Openstaand |
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("stukken")
    (texts / "gemeenten.csv").write_text("cbs_code,naam,provincie\nGM9001,Waterdrecht,Zuid-Holland\n", encoding="utf-8")
    for name, text in (("uvp-2023.txt", PLAN), ("jaarstukken-2023.txt", REPORT), ("toezeggingen-2024.txt", LIST)):
        (texts / name).write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("bibliotheek") / "library"
    build([texts], folder)
    return folder


def follow(library: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "speerpunt.py", "follow", *arguments, "--library", library]
    return subprocess.run(list(map(str, line)), cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_promise_with_what_a_report_says_of_it(library: Path) -> None:
    ran = follow(library, "buurtbemiddelaar")
    assert [line.strip() for line in ran.stdout.splitlines() if line.strip()] == [
        "Gemeente Waterdrecht, Uitvoeringsprogramma veiligheid 2023, par. Woonoverlast",
        "“In 2023 stellen we een buurtbemiddelaar aan voor de wijk Molenschans.”",
        "Wie: gemeente Waterdrecht  ·  Wanneer: in 2023  ·  Stevigheid: stevig  ·  Stand: voorgenomen",
        "Geen lijst noemt een stand. Lees hieronder zelf wat er later over gezegd is.",
        "Daarna",
        "Mogelijk over hetzelfde: vergelijk zelf. Ongeveer een op de drie gaat over iets wat erop lijkt.",
        "Zonder datum, over 2023: Jaarstukken",
        "“De buurtbemiddelaar voor de wijk Molenschans is in september 2023 aangesteld.”",
        "Stand: gedaan, volgens dit stuk",
        "Gemeente Waterdrecht, Jaarstukken 2023, par. Woonoverlast",
        "Doorzocht: 2 stukken",
        "Jaarstukken 2023; Toezeggingenlijst, stand per 1 februari 2024",
        "1 van 1 gevolgd.",
    ]
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_is_past_its_term_as_a_list(library: Path) -> None:
    ran = follow(library, "--voorbij", "--format", "csv")
    rows = list(csv.DictReader(ran.stdout.removeprefix("\ufeff").splitlines()))
    shown = [(row["toezegging"], row["onderdeel"], row["stand"], row["bestand"]) for row in rows]
    assert ("1", "In de toezeggingenlijst van 1 februari 2024", "Openstaand", "toezeggingen-2024.txt") in shown
    assert (rows[0]["wie"], rows[0]["wanneer"], rows[0]["uiterlijk"]) == ("De Wit", "Q4 2023", "2023-12-31")
    assert "link" not in rows[0]


@pytest.mark.parametrize("arguments", [("zwembad",), ("buurtbemiddelaar", "--jaar", "2019")], ids=["word", "filter"])
def test_nothing_to_follow_is_one_line(library: Path, arguments: tuple[str, ...]) -> None:
    ran = follow(library, *arguments)
    said = "Fout: Geen toezegging of voornemen past hierbij. Kies minder woorden of minder filters.\n"
    assert (ran.returncode, ran.stdout, ran.stderr) == (2, "", said)
