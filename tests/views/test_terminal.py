"""What the command line draws of an answer."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.search import Answer, search
from ingest.model import Passage
from tests.index.making import ENCODER, document, identity, new_library, put
from views.terminal import print_answer

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
    print_answer(replace(found, note="De bibliotheek heeft geen documenten van Zwolle."))
    said = capsys.readouterr().out
    assert said.startswith("De bibliotheek heeft geen documenten van Zwolle.\n\n1. ")
    assert PANDEN in said
