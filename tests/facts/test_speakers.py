"""Who speaks in a transcript: labels of many forms, and whether the speaker is of the college."""

import pytest

from ingest.fact_types import Official, Role
from ingest.facts.people.speakers import turns


def _official(name: str, role: Role) -> Official:
    return Official(0, 1, name, 0.9, name=name, role=role)


def _heard(text: str, *officials: Official) -> list[tuple[str | None, str | None, str]]:
    heard = turns(text, officials)[1:]
    return [(turn.called, turn.side, text[turn.start : turn.end].strip()) for turn in heard]


@pytest.mark.parametrize(
    ("label", "called", "side"),
    [
        pytest.param("Wethouder De Wit: ", "wethouder De Wit", "college", id="office before a colon"),
        pytest.param("WETHOUDER DE WIT: ", "wethouder De Wit", "college", id="capitals"),
        pytest.param("De voorzitter: ", None, "chair", id="chair"),
        pytest.param("De heer A. de Wit (wethouder): ", "A. de Wit", "college", id="office in brackets"),
        pytest.param("Mevrouw Dekker (VVD): ", "Dekker", "other", id="member with party"),
        pytest.param("- De heer Bos: ", "Bos", "other", id="behind a dash"),
        pytest.param("00:12:31 - 00:14:02 - Anna de Wit\n", "Anna de Wit", None, id="fragment with times"),
        pytest.param("Wethouder - A. (Anna) de Wit\n", "wethouder Anna de Wit", "college", id="dash and given name"),
        pytest.param("VVD - P. (Piet) Bos\n", "Piet Bos", "other", id="party and dash"),
        pytest.param("[00:12:31] Wethouder De Wit\n", "wethouder De Wit", "college", id="time in brackets"),
    ],
)
def test_label(label: str, called: str | None, side: str | None) -> None:
    assert _heard(f"{label}Dat zal ik nagaan.") == [(called, side, "Dat zal ik nagaan.")]


@pytest.mark.parametrize("line", ["Wethouder", "Amsterdamse Poort", "Besluit: akkoord.", "Anna de Wit zei: ja."])
def test_other_lines_are_no_speaker(line: str) -> None:
    assert _heard(f"{line}\nDat zal ik nagaan.") == []


def test_full_name_and_office_come_from_the_document() -> None:
    text = "De heer De Wit: Dat zal ik nagaan.\nDe heer Bos (CDA): Mooi."
    assert _heard(text, _official("Anna de Wit", "wethouder")) == [
        ("wethouder Anna de Wit", "college", "Dat zal ik nagaan."),
        ("Bos", "other", "Mooi."),
    ]


def test_mayor_under_the_bare_name_presides() -> None:
    text = "Noor Bos\nDe wethouder.\nAnna de Wit\nDat zal ik nagaan.\nNoor Bos\nDank u."
    sides = [turn.side for turn in turns(text, [_official("Noor Bos", "burgemeester")])][1:]
    assert sides == ["chair", None, "chair"]
