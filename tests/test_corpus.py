"""The sample corpus: its files come from its sources, and the storylines stand in them."""

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import docx
import pypdfium2
import pytest

FORMATS = (".pdf", ".html", ".docx", ".txt")
# Real municipalities that are ordinary Dutch words too, and so may open a sentence.
ORDINARY_WORDS = {"Best", "Buren"}

STORYLINES = [
    ("waterdrecht/kadernota-2022.pdf", "In 2022 plaatsen wij vier mobiele camera's in het stationsgebied."),
    ("waterdrecht/kadernota-2022.pdf", "incidenteel budget van € 120.000"),
    ("waterdrecht/programmabegroting-2022.pdf", "Wij stellen hiervoor eenmalig € 120.000 beschikbaar."),
    ("waterdrecht/eerste-bestuursrapportage-2022.pdf", "uitgesteld naar het tweede kwartaal van 2023"),
    ("waterdrecht/jaarstukken-2022.pdf", "(tekst uit Begroting 2022)"),
    ("waterdrecht/jaarstukken-2022.pdf", "Van het budget van € 120.000 is in 2022 € 21.400 besteed"),
    ("waterdrecht/jaarstukken-2023-veiligheid.html", "In juni 2023 zijn de vier mobiele camera's in gebruik genomen"),
    ("waterdrecht/raadsinformatiebrief-2023-03-07-cameratoezicht.docx", "Het budget van € 125.000 is toereikend."),
    ("waterdrecht/ivp-waterdrecht-2021-2024.pdf", "Prioriteit 3: Woonoverlast"),
    ("waterdrecht/integraal-veiligheidsplan-2025-2028.pdf", "Die laatste was in het vorige plan een prioriteit"),
    ("waterdrecht/besluitenlijst-college-2023-02-28.txt", "Wonen over aan wethouder Samira el Bouhali."),
    ("waterdrecht/raadsverslag-2022-01-27.txt", "De burgemeester zegt toe dat de raad vóór het zomerreces van 2022"),
    ("waterdrecht/raadsverslag-2022-01-27.txt", "Mevrouw Tineke Overgaauw, bewoner van de Veerstraat"),
    ("waterdrecht/lijst-van-toezeggingen-2026-01.html", "T22-04"),
    (
        "oosterhage/kadernota-2024.docx",
        "In 2024 stellen wij een jeugdboa aan. Wij vragen hiervoor € 78.000 structureel.",
    ),
    ("oosterhage/programmabegroting-2024.pdf", "In 2024 stellen wij een jeugdboa aan."),
    ("oosterhage/tweede-bestuursrapportage-2024.pdf", "De start is uitgesteld naar 1 februari 2025."),
    ("oosterhage/jaarstukken-2024.pdf", "De jeugdboa is niet in 2024 maar op 1 februari 2025 begonnen."),
    ("oosterhage/programmabegroting-2024.pdf", "krediet van € 2.400.000 beschikbaar"),
    ("oosterhage/raadsinformatiebrief-2025-05-13-brandweerpost.pdf", "komen daarmee uit op € 2.750.000"),
    ("oosterhage/raadsverslag-2024-04-18.pdf", "Hij zal de raad een notitie sturen"),
    ("sint-maartenszijl/begroting-2023-veiligheid-en-haven.html", "In 2023 vervangen wij de boot"),
    ("sint-maartenszijl/jaarstukken-2023.pdf", "besteld, maar nog niet geleverd"),
    ("sint-maartenszijl/voortgangsrapportage-2025.html", "op 12 april 2025 gedoopt en in gebruik genomen"),
]


@pytest.fixture(scope="session")
def rebuilt(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus, made anew from its sources in a folder of its own."""
    target = tmp_path_factory.mktemp("corpus")
    subprocess.run([sys.executable, corpus / "maak.py", "--uit", target], check=True, capture_output=True)
    return target


def results(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.suffix in FORMATS)


def shown_text(path: Path) -> str:
    """The text that a reader sees, white space and line breaks levelled."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            text = "\n".join(page.get_textpage().get_text_range() for page in document)
        # pdfium gives this character for a hyphen at the end of a line.
        text = text.replace("\ufffe", "")
    elif path.suffix == ".docx":
        file = docx.Document(str(path))
        cells = [cell.text for table in file.tables for row in table.rows for cell in row.cells]
        text = "\n".join([paragraph.text for paragraph in file.paragraphs] + cells)
    elif path.suffix == ".html":
        text = re.sub(r"<[^>]+>", "", path.read_text(encoding="utf-8").replace("&#x27;", "'"))
    else:
        text = path.read_text(encoding="utf-8")
    return " ".join(text.split())


def sources(corpus: Path) -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(corpus.glob("bronnen/**/*.bron"))}


def test_sources_make_every_committed_file(corpus: Path, rebuilt: Path) -> None:
    assert results(rebuilt) == results(corpus)


@pytest.mark.parametrize("suffix", FORMATS)
def test_committed_files_say_what_the_sources_say(corpus: Path, rebuilt: Path, suffix: str) -> None:
    stale = [
        name
        for name in results(corpus)
        if name.endswith(suffix) and shown_text(corpus / name) != shown_text(rebuilt / name)
    ]
    assert stale == [], "run `.venv/bin/python corpus/maak.py`"


def test_a_second_build_gives_the_same_bytes(corpus: Path, rebuilt: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, corpus / "maak.py", "--uit", tmp_path], check=True, capture_output=True)
    assert [name for name in results(tmp_path) if (tmp_path / name).read_bytes() != (rebuilt / name).read_bytes()] == []


def test_formats(corpus: Path) -> None:
    assert Counter(Path(name).suffix for name in results(corpus)) == {".pdf": 17, ".html": 5, ".docx": 6, ".txt": 4}


def test_every_municipality_has_documents_and_the_years_are_covered(corpus: Path) -> None:
    assert Counter(name.split("/")[0] for name in results(corpus)) == {
        "waterdrecht": 14,
        "oosterhage": 10,
        "sint-maartenszijl": 7,
        "regio": 1,
    }
    years = set(re.findall(r"^datum: (\d{4})", "\n".join(sources(corpus).values()), re.MULTILINE))
    assert years == {"2021", "2022", "2023", "2024", "2025", "2026"}


def test_gazetteer_names_the_folders(corpus: Path) -> None:
    with (corpus / "gemeenten.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["cbs_code"], row["naam"]) for row in rows] == [
        ("GM9001", "Waterdrecht"),
        ("GM9002", "Oosterhage"),
        ("GM9003", "Sint-Maartenszijl"),
    ]
    assert all(row["naam"] in row["kernen"].split(";") for row in rows)


def test_long_begroting_has_forty_pages(corpus: Path) -> None:
    with pypdfium2.PdfDocument(corpus / "oosterhage/programmabegroting-2024.pdf") as document:
        assert len(document) >= 40


def test_no_prose_is_repeated_to_fill_pages(corpus: Path) -> None:
    text = (corpus / "bronnen/oosterhage/programmabegroting-2024.bron").read_text(encoding="utf-8")
    sentences = [sentence for sentence in re.split(r"(?<=[.?!])\s+", text) if len(sentence) > 60]
    assert len(sentences) > 300
    assert [sentence for sentence, times in Counter(sentences).items() if times > 1] == []


@pytest.mark.parametrize(("name", "sentence"), STORYLINES, ids=[f"{name}: {text[:30]}" for name, text in STORYLINES])
def test_storyline(corpus: Path, name: str, sentence: str) -> None:
    assert sentence in shown_text(corpus / name)


def test_promise_is_open_in_one_list_and_kept_in_the_other(corpus: Path) -> None:
    text = (corpus / "bronnen/waterdrecht/toezeggingenlijst-2023.bron").read_text(encoding="utf-8")
    statuses = dict(re.findall(r"^(T\d\d-\d\d) \|.*\| (\S[^|\n]*)$", text, re.MULTILINE))
    assert (statuses["T22-03"], statuses["T22-04"]) == ("Voldaan", "Openstaand")


def test_woonoverlast_is_no_priority_any_more(corpus: Path) -> None:
    earlier, later = (
        re.findall(r"^## (?:\d\.\d )?Prioriteit \d: (.+)", text, re.MULTILINE)
        for path, text in sources(corpus).items()
        if path.name in {"ivp-2021-2024.bron", "ivp-2025-2028.bron"}
    )
    assert "Woonoverlast" in earlier
    assert len(later) == 4
    assert "Woonoverlast" not in later


def test_no_real_municipality_is_named(corpus: Path, shared: Path) -> None:
    with (shared / "domain/gemeenten.csv").open(encoding="utf-8", newline="") as file:
        real = {row["naam"] for row in csv.DictReader(file)} - ORDINARY_WORDS
    words = re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, sorted(real, key=len, reverse=True))) + r")(?![\w-])")
    named = {path.name: words.findall(text) for path, text in sources(corpus).items()}
    assert {name: found for name, found in named.items() if found} == {}


def test_every_file_is_described(corpus: Path) -> None:
    guide = (corpus.parent / "docs/voorbeeldcorpus.md").read_text(encoding="utf-8")
    assert [name for name in results(corpus) if f"`{name}`" not in guide] == []


def test_corpus_stays_small(corpus: Path) -> None:
    assert sum((corpus / name).stat().st_size for name in results(corpus)) < 2_000_000
