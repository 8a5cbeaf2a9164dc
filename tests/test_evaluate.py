"""`make eval` measures what is here, goes on after a failure, and says what was skipped or failed."""

import sys
from pathlib import Path

import pytest

from evaluation import readings
from evaluation.accuracy import page
from evaluation.evaluate import _status
from evaluation.gold_format import Place
from evaluation.parts import Part, Ran, run, summary
from evaluation.score_figures import Figures
from evaluation.score_gold import Result, Tally
from evaluation.score_themes import Answer, Label
from ingest import pipeline
from ingest.files import find_files
from ingest.model import Document


def print_and_return(text: str, status: int) -> int:
    sys.stdout.write(f"{text}\n")
    return status


def fail() -> int:
    sys.stdout.write("half of it\n")
    raise ValueError("broken")


@pytest.fixture
def ran(capsys: pytest.CaptureFixture[str]) -> list[Ran]:
    parts = [
        Part("One", (), lambda: print_and_return("a line\n3 of 4 are good", 0)),
        Part("Two", (), fail),
        Part("Three", (Path("/no/such/folder"),), lambda: 0),
        Part("Four", (), lambda: print_and_return("leaked", 1)),
    ]
    found = list(run(parts))
    assert "3 of 4 are good" in capsys.readouterr().out
    return found


def test_a_part_that_fails_does_not_stop_the_others(ran: list[Ran]) -> None:
    assert [one.state for one in ran] == ["done", "failed", "skipped", "failed"]
    assert "half of it" in ran[1].text
    assert ran[1].headline == "ValueError: broken"
    assert ran[2].headline == "skipped: /no/such/folder not here"


def test_the_summary_has_a_line_for_each_part(ran: list[Ran]) -> None:
    lines = summary(ran).splitlines()
    assert len(lines) == 5
    assert lines[1].split() == ["One", "done", "0", "3", "of", "4", "are", "good"]


@pytest.mark.parametrize(("kept", "status"), [([0], 0), ([0, 2], 0), ([0, 1], 1)], ids=["done", "skipped", "failed"])
def test_only_a_failure_gives_a_bad_status(ran: list[Ran], kept: list[int], status: int) -> None:
    assert _status([ran[at] for at in kept]) == status


def test_the_page_has_the_figures_of_both_splits() -> None:
    said = [(0.85, True), (0.85, True), (0.85, False), (0.95, True)]
    facts = Result({("commitment", "held", "ivp"): Tally(must=5, hit=3, found=4, right=3, confidences=said)})
    label = Label("corpus/a.txt", Place(0, 9), "held", ("haven", "sport"))
    themes = [Answer(label, ("sport",), 0, 0.72), Answer(label, ("geen",), 0, 0.0)]
    sums = Figures(Tally(must=4, hit=3, found=5, right=4, confidences=[(0.91, True), (0.92, False)]))
    sums.fields.update([("year", "right"), ("year", "wrong"), ("direction", "lacking")])
    counted = {("table_amount", "held"): sums}
    text = page(facts, counted, themes, [Ran("Identification", "done", "municipality 9 of 10 90.0%\n", 1.0)])
    assert "| integraal veiligheidsplan | 75% | 60% | 5 | 4 |" in text.lower()
    assert "| toezeggingen en voornemens | 80% tot 90% | 67% van 3 |  |" in text
    assert "| apart gehouden | 2 | 0% | 50% | 0% | – |" in text
    assert "| 70% tot 80% | 100% | 1 |" in text
    assert "municipality 9 of 10 90.0%" in text
    assert "| bedragen in tabellen, apart gehouden | 80% | 75% | 4 | 5 |" in text
    assert "| bedragen in tabellen: jaar | apart gehouden | 1 | 0 | 1 |" in text
    assert "| bedragen in tabellen: lasten, baten of saldo | apart gehouden | 0 | 1 | 0 |" in text
    assert "| bedragen in tabellen | 90% tot 100% | 50% van 2 |  |" in text


def test_a_document_is_read_once_in_a_run(tmp_path: Path, sample_texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = find_files([sample_texts]).jobs[0]
    monkeypatch.setenv(readings.FOLDER, str(tmp_path))
    first = readings.read_document(job)
    monkeypatch.setattr(pipeline, "read_document", None)
    assert readings.read_document(job) == first
    (kept,) = readings.read_all([job])
    assert isinstance(kept, Document)
    assert kept.text == first.text


def test_without_a_folder_nothing_is_kept(sample_texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    job = find_files([sample_texts]).jobs[0]
    monkeypatch.delenv(readings.FOLDER, raising=False)
    assert readings.read_document(job) is not readings.read_document(job)
