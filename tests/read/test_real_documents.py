"""What the readers make of real documents: counts and shapes only, none of their text is here."""

import re
from pathlib import Path

import pytest

from ingest.read import read_file

NUMBER = re.compile(r"-?[\d.]+")


def test_every_text_file_is_itself(shared: Path) -> None:
    paths = [*sorted(shared.glob("seeds/*.txt")), *sorted(shared.glob("documents/**/*.txt"))]

    assert len(paths) >= 20
    for path in paths:
        reading = read_file(path)
        assert reading.verbatim == path.read_bytes().decode("utf-8"), path.name
        for line in reading.lines:
            assert line.offset is not None
            assert reading.verbatim[line.offset : line.offset + len(line.text)] == line.text


@pytest.mark.parametrize(
    ("name", "pages", "problems"),
    [
        (
            "wassenaar-programmabegroting-2026.pdf",
            120,
            (
                "Bladzijde 1: alleen een afbeelding, geen tekst.",
                "Bladzijde 107-108: vooral een afbeelding; de tekst daarin is niet gelezen.",
            ),
        ),
        (
            "wassenaar-jaarstukken-2023.pdf",
            195,
            (
                "Bladzijde 173-182: alleen een afbeelding, geen tekst.",
                "Bladzijde 131-132: vooral een afbeelding; de tekst daarin is niet gelezen.",
            ),
        ),
        ("wassenaar-scan.pdf", 1, ("Bladzijde 1: alleen een afbeelding, geen tekst.",)),
        ("den-helder-besluitenlijst-2015-06-29.pdf", 4, ()),
    ],
)
def test_pages_and_what_they_lack(shared: Path, name: str, pages: int, problems: tuple[str, ...]) -> None:
    reading = read_file(shared / "documents" / name)

    assert len(reading.page_sizes) == pages
    assert reading.problems == problems


def test_a_table_of_thirteen_columns(shared: Path) -> None:
    reading = read_file(shared / "documents" / "wassenaar-programmabegroting-2026.pdf")
    rows = [line for line in reading.lines if line.page == 60 and len(line.cells) == 13]
    years, heads, *figures = rows

    assert len({row.table for row in rows}) == 1
    assert [place for place, cell in enumerate(years.cells) if cell] == [0, 2, 5, 8, 11]
    assert heads.cells[1:] == ("baten", "lasten", "saldo") * 4
    assert len(figures) == 13
    assert all(NUMBER.fullmatch(cell) for row in figures for cell in row.cells[1:])


def test_bold_is_what_is_printed_bold(shared: Path) -> None:
    """pdfium's own weights call all of this document bold."""
    reading = read_file(shared / "documents" / "den-helder-besluitenlijst-2015-06-29.pdf")
    first_page = [line for line in reading.lines if line.page == 1]

    assert sum(line.style.bold for line in first_page) == 6


def test_the_columns_of_the_sample_plan_are_read_one_after_the_other(corpus: Path) -> None:
    reading = read_file(corpus / "waterdrecht" / "ivp-waterdrecht-2021-2024.pdf")
    width = reading.page_sizes[3][0]
    prose = [line for line in reading.lines if line.page == 4 and line.role is None and line.box]
    sides = [line.box[0] > width / 2 for line in prose if line.box and 60 < line.box[1] < 780]

    assert sides == sorted(sides)
    assert 20 < sum(sides) < len(sides) - 20


def test_the_sample_register_has_six_columns(corpus: Path) -> None:
    reading = read_file(corpus / "waterdrecht" / "toezeggingenlijst-2023-09.pdf")
    rows = [line.cells for line in reading.lines if len(line.cells) == 6]

    assert rows[0] == ("Nummer", "Datum", "Toezegging", "Portefeuillehouder", "Termijn", "Status")
    assert {row[0]: (row[3], row[5]) for row in rows[1:]} == {
        "T21-17": ("Damhuis", "Voldaan"),
        "T22-03": ("Van Rossenberg", "Voldaan"),
        "T22-04": ("Takkenberg (nu: El Bouhali)", "Openstaand"),
        "T22-11": ("Van Rossenberg", "Voldaan"),
        "T22-15": ("Verstraeten", "Deels voldaan"),
        "T23-02": ("Takkenberg (nu: El Bouhali)", "Voldaan"),
        "T23-06": ("Van Rossenberg", "Openstaand"),
        "T23-09": ("Verstraeten", "Vervallen"),
    }
