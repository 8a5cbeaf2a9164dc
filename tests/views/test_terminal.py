"""What the command line draws of an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.build import Outcome, Report
from index.search import Answer, search
from ingest.model import Passage, Source
from tests.index.making import ENCODER, document, identity, new_library, put
from tests.index.test_dossier_taakvelden import BUDGET, paper
from views.terminal import print_answer, print_report, progress

HIDDEN = "Inspreker [naam]\u200b\u200b\u200b vraagt om een zwembad."
PANDEN = "De burgemeester sluit drugspanden waar dat kan."


def answer_to(folder: Path, question: str, text: str, municipality: str | None) -> Answer:
    with new_library(folder) as made:
        passages = (Passage(0, len(text)),)
        put(made, document(text, path="stuk.txt", identity=identity(municipality), passages=passages))
        made.refresh()
        return search(made, ENCODER, question)


def test_what_fills_up_a_hidden_name_is_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    print_answer(answer_to(tmp_path / "b", "zwembad inspreker", HIDDEN, "Waterdrecht"))
    assert "Inspreker [naam] vraagt om een zwembad." in capsys.readouterr().out


def test_that_a_municipality_is_absent_is_said_before_the_hits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = answer_to(tmp_path / "b", "burgemeester sluit drugspanden", PANDEN, None)
    print_answer(replace(found, note="De bibliotheek heeft geen stukken van Zwolle."))
    said = capsys.readouterr().out
    assert said.startswith("De bibliotheek heeft geen stukken van Zwolle.\n\n1. ")
    assert PANDEN in said


@pytest.mark.parametrize(
    ("doc_type", "line"),
    [
        ("verkiezingsprogramma", "Dit is een verkiezingsprogramma: een partij zegt het, niet de gemeente."),
        ("kadernota", "De fietsbrug komt er in 2027."),
    ],
)
def test_whose_words_are_quoted_is_said_below_their_source(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], doc_type: str, line: str
) -> None:
    text = "De fietsbrug komt er in 2027."
    with new_library(tmp_path / "b") as made:
        about = identity("Waterdrecht", doc_type, 2026)
        put(made, document(text, path="stuk.txt", identity=about, passages=(Passage(0, len(text)),)))
        made.refresh()
        print_answer(search(made, ENCODER, "fietsbrug"))
    assert capsys.readouterr().out.splitlines()[1].strip() == line


def test_without_a_terminal_progress_is_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as advance:
        advance(2, 25, "")
        for done in range(3, 26):
            advance(done, 25, f"stuk-{done}.pdf")
    assert capsys.readouterr() == (
        "", "2 van 25 bestanden klaar.\n10 van 25 bestanden klaar.\n20 van 25 bestanden klaar.\n"
    )  # fmt: skip


def test_of_a_few_files_each_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with progress() as advance:
        for done in range(4):
            advance(done, 3, f"stuk-{done}.pdf" if done else "")
    said = [f"{done} van 3 bestanden klaar." for done in range(3)]
    assert capsys.readouterr().err.splitlines() == said


def test_the_report_counts_and_names_what_was_skipped(capsys: pytest.CaptureFixture[str]) -> None:
    read = Outcome(Source("a.txt", "a.txt", "", "txt"), "ok", "added")
    names = tuple(f"{number}.csv" for number in range(7))
    print_report(Report((read,), (("zonder achtervoegsel", ("leesmij",)), (".csv", names))))
    assert capsys.readouterr().out.splitlines()[1:] == [
        "1 bestand: 1 gelezen, 0 deels, 0 mislukt; 1 nieuw of vervangen.",
        "Overgeslagen, want Speerpunt leest deze soorten niet:",
        "  1 × zonder achtervoegsel: leesmij",
        "  7 × .csv: 0.csv, 1.csv, 2.csv, 3.csv, 4.csv en nog 2",
    ]


def test_what_tables_give_of_task_fields_comes_before_the_hits(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with new_library(tmp_path / "fields") as made:
        put(made, paper("programmabegroting", 2026, {"0.2 Burgerzaken": BUDGET}))
        print_answer(search(made, ENCODER, "Hoeveel geld gaat er in 2026 naar burgerzaken?"))
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Gemeente Waterdrecht, Een stuk. Een min voor lasten staat zo in het stuk."
    assert said[2].split()[:6] == ["0.2", "Burgerzaken", "€", "-70", "€", "5"]
