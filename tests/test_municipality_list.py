"""A gemeenten.csv as people make it, and what is said of one that can't be read."""

from pathlib import Path

import pytest

from ingest.files import find_files
from ingest.gazetteer import Gazetteer
from ingest.places.municipality_list import LARGEST, UnreadableList, inhabitants_of, municipality_rows

TABLE = "cbs_code,naam,provincie\nGM1,Curaçaodorp,Zuid-Holland\nGM2,Oosterhage,Gelderland\n"
DUTCH_EXCEL = TABLE.replace(",", ";").replace("\n", "\r\n")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "gemeenten.csv"


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(TABLE.encode(), id="as ours"),
        pytest.param(TABLE.encode("utf-8-sig"), id="a mark before it"),
        pytest.param(DUTCH_EXCEL.encode("cp1252"), id="Excel in Dutch"),
        pytest.param(DUTCH_EXCEL.encode("utf-8-sig"), id="Excel in Dutch, as UTF-8"),
        pytest.param(DUTCH_EXCEL.replace(";", "\t").encode("utf-16"), id="Excel, Unicode text"),
        pytest.param(("sep=;\r\n" + DUTCH_EXCEL).encode("cp1252"), id="Excel told what parts the columns"),
        pytest.param(("\n\n" + TABLE).encode(), id="lines before it"),
        pytest.param(TABLE.replace("naam", "Gemeente").replace("cbs_code", "Cbs_Code").encode(), id="another head"),
        pytest.param(TABLE.replace("cbs_code", '" cbs_code "').replace("naam", '"Naam"').encode(), id="quotes, spaces"),
        pytest.param((TABLE + ",,\nGM3\n").encode(), id="rows without a name"),
    ],
)
def test_a_list_is_read_however_it_was_saved(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert municipality_rows(path) == (
        {"cbs_code": "GM1", "naam": "Curaçaodorp", "provincie": "Zuid-Holland"},
        {"cbs_code": "GM2", "naam": "Oosterhage", "provincie": "Gelderland"},
    )


def test_what_is_called_naam_goes_before_its_other_names(path: Path) -> None:
    path.write_text("gemeente;naam\nGM1;Waterdrecht\n")

    assert municipality_rows(path) == ({"gemeente": "GM1", "naam": "Waterdrecht"},)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        pytest.param(b"a;b;c\n1;2;3\n", 'heeft geen kolom "naam"', id="other columns"),
        pytest.param(b"", 'heeft geen kolom "naam"', id="empty"),
        pytest.param(b"\x8c\xff", 'heeft geen kolom "naam"', id="no columns"),
        pytest.param(bytes(range(256)), "is geen tekst", id="no text"),
        pytest.param(b"PK\x03\x04" + bytes(60), "is geen tekst", id="a workbook"),
        pytest.param(b"naam;provincie\n", "noemt geen enkele gemeente", id="heads only"),
        pytest.param(b'naam\n"' + b"x" * 200_000 + b"\n", "is beschadigd", id="a quote without an end"),
        pytest.param(b"naam\n" + b"x\n" * (LARGEST // 2), "is te groot", id="too large"),
    ],
)
def test_a_list_that_cannot_be_read_is_told_of_once(tmp_path: Path, path: Path, content: bytes, why: str) -> None:
    path.write_bytes(content)
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(name)

    found = find_files([tmp_path])

    assert [job.municipalities for job in found.jobs] == [None, None]
    remedy = "Sla het op als csv met een kolom naam, zoals in corpus/gemeenten.csv."
    assert found.remarks == (f"{path} telt niet mee: het {why}. {remedy}",)


def test_a_good_list_needs_no_remark(tmp_path: Path, path: Path) -> None:
    path.write_bytes(DUTCH_EXCEL.encode("cp1252"))
    (tmp_path / "a.txt").write_text("a")

    found = find_files([tmp_path])

    assert ([job.municipalities for job in found.jobs], found.remarks) == ([path], ())


def test_a_gazetteer_refuses_what_is_no_list(path: Path) -> None:
    path.write_bytes(b"\x00")
    with pytest.raises(UnreadableList, match="is geen tekst"):
        Gazetteer.load(path)


@pytest.mark.parametrize("between", [";", ",", " | "])
def test_places_are_parted_by_what_the_columns_leave(path: Path, between: str) -> None:
    path.write_text(f'naam\tkernen\nWaterdrecht\t"Lagerveer{between}Hoge Kade"\n')

    found = Gazetteer.load(path).find("op de Hoge Kade en in Lagerveer")

    assert [(mention.municipality, mention.how) for mention in found] == [("Waterdrecht", "place")] * 2


@pytest.mark.parametrize(
    ("cell", "expected"),
    [("48210", 48210), ("48.210", 48210), ("1 048 210", 1048210), ("", None), ("onbekend", None), ("48,2", None)],
)
def test_inhabitants_are_read_with_dots_and_spaces(cell: str, expected: int | None) -> None:
    assert inhabitants_of({"naam": "Waterdrecht", "inwoners_2025": cell}) == expected


def test_inhabitants_go_by_other_heads(path: Path) -> None:
    path.write_text("Gemeentenaam;Inwoners\nWaterdrecht;48.210\n")

    assert [inhabitants_of(row) for row in municipality_rows(path)] == [48210]
