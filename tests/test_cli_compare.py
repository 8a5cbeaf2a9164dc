"""`speerpunt compare` and `speerpunt changes`: two plans of one municipality, and two municipalities."""

import csv
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from index.build import build

ROOT = Path(__file__).resolve().parent.parent
OLD = """Gemeente Waterdrecht
Integraal Veiligheidsplan 2019-2022

Onze prioriteiten zijn:
- Woonoverlast
- Ondermijning

Woonoverlast
In 2020 stellen we een buurtbemiddelaar aan tegen woonoverlast.

Ondermijning
De burgemeester sluit panden waar drugs worden verkocht. Het aantal gesloten drugspanden was 4 in 2018.
"""
NEW = """Gemeente Waterdrecht
Integraal Veiligheidsplan 2023-2026

Onze prioriteiten zijn:
- Ondermijning
- Cybercriminaliteit

Ondermijning
De burgemeester sluit panden waar drugs worden verkocht. Het aantal gesloten drugspanden was 9 in 2022.

Cybercriminaliteit
In 2024 organiseren we een campagne tegen cybercriminaliteit.
"""
OTHER = """Gemeente Oosterhage
Programmabegroting 2024

Woonoverlast
Voor de aanpak van woonoverlast trekken we in 2024 een extra wijkagent aan.
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    texts = tmp_path_factory.mktemp("plannen")
    (texts / "gemeenten.csv").write_text(
        "cbs_code,naam,provincie\nGM9001,Waterdrecht,Zuid-Holland\nGM9002,Oosterhage,Gelderland\n", encoding="utf-8"
    )
    for name, text in (("ivp-2019.txt", OLD), ("ivp-2023.txt", NEW), ("begroting-2024.txt", OTHER)):
        (texts / name).write_text(text, encoding="utf-8")
    folder = tmp_path_factory.mktemp("bibliotheek") / "library"
    build([texts], folder)
    return folder


def run(library: Path, command: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    line = [sys.executable, "speerpunt.py", command, *arguments, "--library", library]
    return subprocess.run(list(map(str, line)), cwd=ROOT, capture_output=True, text=True, check=False)


def lines(ran: "subprocess.CompletedProcess[str]") -> list[str]:
    return [line.strip() for line in ran.stdout.splitlines() if line.strip()]


def test_themes_of_two_municipalities_beside_each_other(library: Path) -> None:
    ran = run(library, "compare", "--thema", "woonoverlast")
    assert lines(ran) == [
        "Oosterhage",
        "Programmabegroting, 2024",
        "Waterdrecht",
        "Integraal veiligheidsplan (2 stukken), 2019–2023",
        "Woonoverlast en burenoverlast",
        "Oosterhage",
        "1 passage",
        "“Voor de aanpak van woonoverlast trekken we in 2024 een extra wijkagent aan.”",
        "Programmabegroting 2024",
        "Waterdrecht",
        "2 passages",
        "1 speerpunt: Woonoverlast (voor 2019–2022)",
        "“In 2020 stellen we een buurtbemiddelaar aan tegen woonoverlast.”",
        "Integraal Veiligheidsplan 2019-2022",
    ]
    assert (ran.returncode, ran.stderr) == (0, "")


def test_an_empty_cell_says_why(library: Path) -> None:
    shown = lines(run(library, "compare", "--gemeente", "Oosterhage", "--thema", "cybercrime"))
    assert shown[-1] == "Niet gevonden in 1 gelezen stuk, van 2024"


def test_years_as_a_workbook(library: Path, tmp_path: Path) -> None:
    made = tmp_path / "jaren.xlsx"
    ran = run(library, "compare", "--naast", "jaren", "--jaar", "2020", "--jaar", "2024", "--thema", "woonoverlast",
              "--gemeente", "Waterdrecht", "--output", made)  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", "")
    sheet = load_workbook(made).active
    assert sheet is not None
    head, *rows = sheet.iter_rows(values_only=True)
    assert "link" not in head
    shown = [dict(zip(head, row, strict=True)) for row in rows]
    assert [(row["kolom"], row["bestand"], row["leeg omdat"]) for row in shown] == [
        ("2020", "ivp-2019.txt", None),
        ("2024", None, "Niet gevonden in 1 gelezen stuk, van 2023"),
    ]


def test_what_changed_between_two_plans(library: Path) -> None:
    ran = run(library, "changes", "ivp-2019.txt", "ivp-2023.txt")
    shown = lines(ran)
    assert shown[1:3] == [
        "Oud: Integraal Veiligheidsplan 2019-2022 (ivp-2019.txt)",
        "Nieuw: Integraal Veiligheidsplan 2023-2026 (ivp-2023.txt)",
    ]
    assert "In beide, vrijwel gelijk: 1" in shown
    assert "Alleen gevonden in het nieuwe stuk: 1" in shown
    assert "Alleen gevonden in het oude stuk: 1" in shown
    assert (ran.returncode, ran.stderr) == (0, "")


def test_what_changed_as_a_list(library: Path) -> None:
    ran = run(library, "changes", "ivp-2019.txt", "ivp-2023.txt", "--format", "csv")
    rows = list(csv.DictReader(ran.stdout.removeprefix("\ufeff").splitlines()))
    speerpunten = [(r["uitkomst"], r["citaat oud"], r["citaat nieuw"]) for r in rows if r["wat"] == "speerpunt"]
    assert speerpunten == [
        ("In beide, vrijwel gelijk", "Ondermijning", "Ondermijning"),
        ("Alleen gevonden in het nieuwe stuk", "", "Cybercriminaliteit"),
        ("Alleen gevonden in het oude stuk", "Woonoverlast", ""),
    ]
    assert "link oud" not in rows[0]


def test_a_plan_goes_by_the_begin_of_its_hash_too(library: Path) -> None:
    digest = hashlib.sha256(OLD.encode()).hexdigest()
    assert run(library, "changes", digest[:8], "ivp-2023.txt").stdout == run(
        library, "changes", "ivp-2019.txt", "ivp-2023.txt"
    ).stdout  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ("changes", "ivp-2018.txt", "ivp-2023.txt"),
            "Fout: Geen stuk in de bibliotheek heet ivp-2018.txt. Bedoelt u ivp-2019.txt?\n",
            id="a name that comes near",
        ),
        pytest.param(
            ("changes", "kwats", "ivp-2023.txt"),
            "Fout: Geen stuk in de bibliotheek heet kwats. Alle namen geeft `speerpunt documents`.\n",
            id="a name like no other",
        ),
        pytest.param(
            ("compare", "--gemeente", "Nergensdam"),
            "Let op: van gemeente Nergensdam staat niets in de bibliotheek. "
            "Er zijn stukken van: Oosterhage, Waterdrecht.\n"
            "Fout: Er is niets om te vergelijken. Kies minder filters, of kijk met `speerpunt documents`.\n",
            id="nothing to compare",
        ),
        pytest.param(
            ("compare", "--format", "csv", "--output", "uit.xlsx"),
            "Fout: uit.xlsx heet een xlsx-bestand, en --format is csv. Laat --format weg.\n",
            id="a form that isn't the file's",
        ),
        pytest.param(
            ("compare", "--output", "uit.jsonl"),
            "Fout: uit.jsonl heeft een onbekende soort. Kies .csv of .xlsx.\n",
            id="another form",
        ),
    ],
)
def test_what_is_wrong_is_one_line(library: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = run(library, *arguments)
    assert (ran.stdout, ran.stderr) == ("", said)
    assert ran.returncode in (1, 2)
