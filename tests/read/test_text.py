"""Plain text and Markdown stay as they are; lines only point into them."""

from pathlib import Path

import pytest

from ingest.layout import Line
from ingest.read.text import CP1252_PROBLEM, UTF16_PROBLEM, read_text


def seen(path: Path) -> list[tuple[str, str | None, int | None, bool | None]]:
    return [(line.text, line.role, line.level, line.starts_block) for line in read_text(path).lines]


def write(tmp_path: Path, content: bytes, name: str = "stuk.txt") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "content",
    [
        "Eén regel",
        "\ufeffMet een BOM\nen meer",
        "Windows\r\nregels\r\n\r\nen een lege",
        "oude\rMac",
        "tab\tcel\n\n  ingesprongen  \n• punt\n",
        "blad één\n\fblad twee\u2028zelfde regel\x0bvt",
        "emoji 😀 na\nvolgende",
    ],
)
def test_the_text_is_the_file_and_lines_point_into_it(tmp_path: Path, content: str) -> None:
    reading = read_text(write(tmp_path, content.encode()))

    assert reading.verbatim == content
    assert reading.lines
    for line in reading.lines:
        assert line.offset is not None
        assert content[line.offset : line.offset + len(line.text)] == line.text


def test_plain_text_leaves_roles_to_the_layout(tmp_path: Path) -> None:
    path = write(tmp_path, b"Veiligheid\nWij doen meer\naan toezicht.\n\nNieuwe alinea.\n- een punt\n    - dieper\n")

    assert seen(path) == [
        ("Veiligheid", None, None, True),
        ("Wij doen meer", None, None, None),
        ("aan toezicht.", None, None, None),
        ("Nieuwe alinea.", None, None, True),
        ("een punt", "list_item", 1, True),
        ("dieper", "list_item", 3, True),
    ]


def test_tabs_make_a_row(tmp_path: Path) -> None:
    lines = read_text(write(tmp_path, b"Lasten\t1.200\t\nBaten\t800\t5\n\nA\tB")).lines

    assert lines[0] == Line(
        "Lasten\t1.200", role="table_row", cells=("Lasten", "1.200"), table=1, offset=0, starts_block=True
    )
    assert [line.table for line in lines] == [1, 1, 1]
    assert lines[1].cells == ("Baten", "800", "5")


def test_markdown_says_what_lines_are(tmp_path: Path) -> None:
    content = b"""Jaarplan
========

## Veiligheid ##
Wij doen meer
aan toezicht.

* punt
+ nog een

| Post | Bedrag |
|------|-------:|
| Zorg | 10 |

---
Slot
"""
    assert seen(write(tmp_path, content, "stuk.md")) == [
        ("Jaarplan", "heading", 1, True),
        ("Veiligheid", "heading", 2, True),
        ("Wij doen meer", None, None, True),
        ("aan toezicht.", None, None, False),
        ("punt", "list_item", 1, True),
        ("nog een", "list_item", 1, True),
        ("| Post | Bedrag |", "table_row", None, True),
        ("| Zorg | 10 |", "table_row", None, True),
        ("Slot", None, None, True),
    ]


def test_lines_with_bars_below_each_other_are_a_table(tmp_path: Path) -> None:
    content = b"""Home | Nieuws | Contact

Cijfers
Indicator | 2024 | 2025 | |
|---|---|---|
Heling | 1,6 | 1,1 | |
Geen lijn.
"""
    lines = read_text(write(tmp_path, content)).lines
    assert [(line.text, line.cells) for line in lines] == [
        ("Home | Nieuws | Contact", ()),
        ("Cijfers", ()),
        ("Indicator | 2024 | 2025 | |", ("Indicator", "2024", "2025", "")),
        ("Heling | 1,6 | 1,1 | |", ("Heling", "1,6", "1,1", "")),
        ("Geen lijn.", ()),
    ]


def test_bytes_that_are_no_utf8_are_cp1252(tmp_path: Path) -> None:
    reading = read_text(write(tmp_path, "Coöperatie € 5".encode("cp1252")))

    assert reading.verbatim == "Coöperatie € 5"
    assert reading.problems == (CP1252_PROBLEM,)


def test_utf16_goes_by_its_mark(tmp_path: Path) -> None:
    reading = read_text(write(tmp_path, "Coöperatie".encode("utf-16")))

    assert reading.verbatim == "Coöperatie"
    assert reading.problems == (UTF16_PROBLEM,)
