"""`speerpunt dossier`: a briefing as a file."""

import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document

from ingest.themes import THEMES

ROOT = Path(__file__).resolve().parent.parent
BUSY = "Het dossier wordt gemaakt. Dat kan een paar minuten duren.\n"


def dossier(library: Path, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "speerpunt.py", "dossier", "--library", library, *arguments]
    return subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)


def test_a_word_file(sample: Path, tmp_path: Path) -> None:
    made = tmp_path / "dossier.docx"
    ran = dossier(sample, "--gemeente", "Waterdrecht", "--thema", "cameratoezicht-fouilleren", "--output", made)
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "", f"{BUSY}Het dossier staat in {made}.\n")
    lines = [paragraph.text for paragraph in Document(str(made)).paragraphs]
    assert lines[0] == "Cameratoezicht en preventief fouilleren: Waterdrecht"
    assert any("“In 2024 evalueren we het cameratoezicht met de raad.”" in line for line in lines)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(
            ("--thema", "woonoverlast", "--output", "uit.txt"),
            "Fout: De vorm .txt bestaat niet. Kies docx, html of pdf.\n",
            id="another form",
        ),
        pytest.param(
            ("--gemeente", "Waterdrecht", "--output", "uit.html"),
            "Fout: Een dossier heeft een thema nodig. Geef er een met --thema. "
            "Alle thema's staan in `speerpunt dossier --help`.\n",
            id="no theme",
        ),
        pytest.param(
            ("--gemeente", "Waterdrecht", "--thema", "cameratoezicht", "--output", "uit.html"),
            "Fout: Het thema cameratoezicht bestaat niet. Bedoelt u cameratoezicht-fouilleren? "
            "Alle thema's staan in `speerpunt dossier --help`.\n",
            id="a part of the name of a theme",
        ),
        pytest.param(
            ("--thema", "kwats", "--output", "uit.html"),
            "Fout: Het thema kwats bestaat niet. De groepen zijn "
            + ", ".join(f"{theme.id} ({theme.label})" for theme in THEMES.values() if not theme.parent)
            + ". Alle thema's staan in `speerpunt dossier --help`.\n",
            id="a theme like no other",
        ),
        pytest.param(
            ("--gemeente", "Waterdregt", "--thema", "woonoverlast", "--output", "uit.html"),
            "Fout: Van gemeente Waterdregt staat niets in de bibliotheek. Bedoelt u Waterdrecht?\n",
            id="a municipality misspelt",
        ),
        pytest.param(
            ("--thema", "woonoverlast", "--output", "/nergens/uit.html"),
            f"{BUSY}Fout: De map van /nergens/uit.html bestaat niet. Maak die eerst aan.\n",
            id="no such folder",
        ),
    ],
)
def test_what_is_wrong_is_one_line(sample: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = dossier(sample, *arguments)
    assert (ran.stdout, ran.stderr) == ("", said)
    assert ran.returncode in (1, 2)


def test_the_help_names_every_theme(sample: Path) -> None:
    said = dossier(sample, "--help").stdout
    assert "  v1 (Veilige woon- en leefomgeving)\n" in said
    assert all(theme in said for theme in THEMES)
