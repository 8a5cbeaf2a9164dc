"""The program that recognises text: what it may do wrong, and how good it is said to be."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from ingest.layout import Line
from ingest.read import ocr, ocr_pages, read_file
from ingest.read.ocr import OcrFailed, Picture, Word, installed, words_of
from ingest.read.ocr_pages import quality
from ingest.read.options import Options
from tests.read.conftest import paper

MakePdf = Callable[..., Path]
AUTO = Options("auto", 600.0)


@pytest.fixture
def fake_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Call with what the program called tesseract does, in Bourne's shell."""

    def make(does: str) -> None:
        folder = tmp_path / "bin"
        folder.mkdir()
        program = folder / "tesseract"
        program.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")

    return make


@pytest.mark.parametrize(
    ("confidence", "problem"),
    [
        (41.2, "Bladzijde 1: een scan die te slecht leesbaar is; de tekst ervan ontbreekt."),
        (93.0, "Bladzijde 1: een scan, goed gelezen met tekstherkenning (OCR); een enkel woord kan fout zijn."),
    ],
    ids=["poor", "good"],
)
def test_the_quality_decides_whether_a_page_is_text(
    make_pdf: MakePdf, fake_tesseract: Callable[[str], None], confidence: float, problem: str
) -> None:
    row = rf"5\t1\t1\t1\t1\t1\t300\t300\t600\t40\t{confidence}\tjeugdbeleid\n"
    fake_tesseract(f"case $1 in --list-langs) echo nld;; *) cat >/dev/null; printf '{row}';; esac")
    reading = read_file(make_pdf(paper(Image.new("L", (60, 85), 255))), options=AUTO)

    assert [line.text for line in reading.lines] == (["jeugdbeleid"] if confidence > 90 else [])
    assert reading.problems == (problem,)


@pytest.mark.parametrize(
    ("qualities", "expected"),
    [
        ((0.93, 0.9), ["Bladzijde 1-2: een scan, goed gelezen"]),
        ((0.89, 0.93), ["Bladzijde 2: een scan, goed gelezen", "Bladzijde 1: een scan, redelijk gelezen"]),
        ((0.71, 0.8), ["Bladzijde 2: een scan, redelijk gelezen", "Bladzijde 1: een scan, matig gelezen"]),
    ],
    ids=["equal", "good and fair", "fair and moderate"],
)
def test_the_quality_of_each_page_is_told(
    monkeypatch: pytest.MonkeyPatch, qualities: tuple[float, ...], expected: list[str]
) -> None:
    read = dict(enumerate(qualities, start=1))
    monkeypatch.setattr(ocr_pages, "read_page", lambda picture, number, tables: ([Line("Tekst.")], read[number]))

    found = ocr_pages.recognise(read, lambda number: Picture(1, 1, b"0", 1.0), 60.0, 0)

    assert [problem.partition(" met ")[0] for problem in found.problems] == expected


def test_without_dutch_stop_words_the_quality_is_low() -> None:
    prose = [Line("qzv brrt klmf wpxs tgrh ncvb de het")] * 10
    table = [Line("qzv | brrt", cells=("qzv", "brrt"))] * 50
    sure = [Word("woord", 0, 0, 10, 10, (1, 1, 1), 90.0)]

    assert quality(sure, prose) == pytest.approx(0.9)
    assert quality(sure, [Line("qzv brrt klmf wpxs tgrh ncvb")] * 10) == 0.0
    assert quality(sure, table) == pytest.approx(0.9)


BLANK = Picture(10, 10, bytes(100), 1.0)


@pytest.mark.parametrize(
    ("does", "reason"),
    [
        ("exec sleep 60", "het duurt langer dan 1 seconden"),
        ("exit 3", "tesseract stopt met code 3"),
        ("kill -SEGV $$", "tesseract stopt met code -11"),
    ],
    ids=["hangs", "fails", "crashes"],
)
def test_what_tesseract_does_wrong_is_said(
    fake_tesseract: Callable[[str], None], does: str, reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tesseract(does)
    monkeypatch.setattr(ocr, "PAGE_SECONDS", 1.0)

    with pytest.raises(OcrFailed, match=reason):
        words_of(BLANK)


@pytest.mark.parametrize(
    ("languages", "expected"), [("eng nld", True), ("eng osd", False)], ids=["with Dutch", "without Dutch"]
)
def test_tesseract_must_know_dutch(fake_tesseract: Callable[[str], None], languages: str, expected: bool) -> None:
    fake_tesseract(f"echo 'List of available languages:'; printf '%s\\n' {languages}")

    assert installed() == expected
