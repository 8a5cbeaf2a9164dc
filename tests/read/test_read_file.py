"""Which reader a file gets, and what is said of a file that none can read."""

import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EmptyFile, EncryptedFile, LimitExceeded, ReadError, UnsupportedFormat
from ingest.read import EXTENSIONS, read_file
from tests.read.conftest import text

PAGE = "<!doctype html><html><body><p>Het college besluit.</p></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("stuk.txt", b"Het college besluit.", "txt"),
        ("stuk.md", b"# Besluit\n\nHet college besluit.", "md"),
        ("stuk.html", PAGE.encode(), "html"),
        ("stuk.HTM", PAGE.encode(), "html"),
        ("fragment.html", b"<p>Het college besluit.</p>", "html"),
    ],
)
def test_reads_by_content_and_extension(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    reading = read_file(path)

    assert reading.format == kind
    assert reading.lines[-1].text == "Het college besluit."
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("pagina.txt", PAGE.encode(), "html"),
        ("pagina.pdf", b"\n " + PAGE.encode(), "html"),
        ("brief.pdf", "Het college besluit één ding.".encode(), "txt"),
        ("pagina.aspx", PAGE.encode(), "html"),
    ],
)
def test_a_wrong_extension_is_read_by_content_and_told(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    reading = read_file(path)

    assert reading.format == kind
    assert reading.problems == (f"De extensie klopt niet ({path.suffix}): de inhoud is {kind} en zo gelezen.",)


def test_a_pdf_named_txt_is_a_pdf(make_pdf: Callable[..., Path]) -> None:
    path = make_pdf(lambda canvas: text(canvas, 70, 80, "Het college besluit."), name="stuk.txt")

    reading = read_file(path)

    assert reading.format == "pdf"
    assert [line.text for line in reading.lines] == ["Het college besluit."]


def test_a_pdf_of_blank_pages_is_empty(make_pdf: Callable[..., Path]) -> None:
    with pytest.raises(EmptyFile, match=r"stuk\.pdf heeft geen tekst"):
        read_file(make_pdf(lambda canvas: None))


@pytest.mark.parametrize(
    ("name", "content", "error", "message"),
    [
        ("leeg.txt", b"", EmptyFile, "leeg.txt is leeg."),
        ("wit.pdf", b" \n\t\r\n", EmptyFile, "wit.pdf is leeg."),
        ("bom.txt", b"\xef\xbb\xbf\n", EmptyFile, "bom.txt is leeg."),
        (
            "foto.png",
            b"\x89PNG\r\n\x1a\n....",
            UnsupportedFormat,
            "foto.png is een afbeelding; dat leest Speerpunt niet.",
        ),
        (
            "foto.pdf",
            b"\xff\xd8\xff\xe0....",
            UnsupportedFormat,
            "foto.pdf is een afbeelding; dat leest Speerpunt niet.",
        ),
        ("data.csv", b"a;b;c", UnsupportedFormat, "data.csv is van een soort die Speerpunt niet leest."),
        (
            "oud.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
            UnsupportedFormat,
            "oud.doc is een oud Office-bestand (.doc).",
        ),
        ("code.txt", b"tekst\x00\x01\x02", UnsupportedFormat, "code.txt is geen tekst."),
        ("ruis.txt", bytes(range(1, 256)) * 20, UnsupportedFormat, "ruis.txt is geen tekst."),
        ("ruis.html", bytes(range(256)) * 20, UnsupportedFormat, "ruis.html is geen webpagina."),
        (
            "archief.html",
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<html>",
            UnsupportedFormat,
            "archief.html is een webarchief (mhtml).",
        ),
        ("ruis.pdf", bytes(range(1, 256)) * 20, DamagedFile, "ruis.pdf is beschadigd: de inhoud is geen pdf."),
        ("half.docx", b"PK\x03\x04\x14\x00half", DamagedFile, "half.docx is beschadigd of afgebroken."),
    ],
)
def test_says_why_a_file_cannot_be_read(
    tmp_path: Path, name: str, content: bytes, error: type[ReadError], message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)

    with pytest.raises(error) as raised:
        read_file(path)

    assert raised.value.message == message
    assert raised.value.remedy
    assert "\n" not in str(raised.value)


def test_a_spreadsheet_is_named_as_such(tmp_path: Path) -> None:
    path = tmp_path / "cijfers.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")

    with pytest.raises(UnsupportedFormat, match=r"cijfers\.docx is een rekenblad"):
        read_file(path)


def test_a_word_file_with_a_password_is_encrypted(tmp_path: Path) -> None:
    path = tmp_path / "geheim.docx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le"))

    with pytest.raises(EncryptedFile, match="wachtwoord"):
        read_file(path)


@pytest.mark.parametrize("name", ["weg.pdf", "map.pdf"])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "map.pdf").mkdir()

    with pytest.raises(ReadError, match=name):
        read_file(tmp_path / name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "dicht.txt"
    path.write_text("tekst")
    path.chmod(0)

    with pytest.raises(ReadError, match="mag niet gelezen worden"):
        read_file(path)


def test_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.read.MAX_CHARACTERS", 1_000)
    path = tmp_path / "lang.txt"
    path.write_text("x" * 1_001)

    with pytest.raises(LimitExceeded, match="te veel tekst"):
        read_file(path)


def test_the_extensions_are_those_promised() -> None:
    assert set(EXTENSIONS.values()) == {"pdf", "docx", "html", "md", "txt"}


def test_a_scrap_that_is_called_a_pdf_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "kapot.pdf"
    path.write_bytes(b"xx")
    with pytest.raises(DamagedFile, match=r"kapot\.pdf is geen pdf"):
        read_file(path)
