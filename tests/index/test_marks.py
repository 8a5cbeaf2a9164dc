"""What of a question is marked in a text, and how that is said."""

import pytest

from index.finding.marks import STRONG_MARGIN, marks, reasons
from index.finding.terms import Form, Word
from index.language.stems import stem
from index.query import Query

QUESTION = "wietplantage camera PGA redingsbrigade stationsplein auto"


def asked(text: str, *forms: Form) -> Word:
    start = QUESTION.index(text)
    return Word(start, start + len(text), 3.0, (Form((stem(text.lower()),), 1.0), *forms))


QUERY = Query(
    QUESTION,
    QUESTION,
    (
        asked("wietplantage", Form((stem("hennepkwekerij"),), 0.7, "synonym")),
        asked("camera"),
        asked("PGA", Form((stem("persoonsgerichte"), stem("aanpak")), 0.9, "name")),
        asked("redingsbrigade", Form((stem("reddingsbrigade"),), 0.9, "corrected")),
        asked("stationsplein", Form((stem("station"), stem("plein")), 0.8, "parts")),
        asked("auto", Form((stem("elektrisch"), stem("vervoer")), 0.7, "synonym")),
    ),
)


@pytest.mark.parametrize(
    ("text", "marked", "said"),
    [
        ("Twee hennepkwekerijen.", ["hennepkwekerijen"], "woorden: wietplantage (verwant: hennepkwekerijen)"),
        ("Het cameratoezicht.", ["cameratoezicht"], "woorden: camera (in cameratoezicht)"),
        ("Toezicht met camera's: cameratoezicht.", ["camera", "cameratoezicht"], "woorden: camera"),
        ("Een persoonsgerichte aanpak.", ["persoonsgerichte", "aanpak"], "woorden: PGA (voluit: persoonsgerichte)"),
        ("De aanpak.", [], None),
        ("De reddingsbrigade.", ["reddingsbrigade"], "woorden: redingsbrigade (bedoeld: reddingsbrigade)"),
        ("Het plein bij het station.", ["plein", "station"], "woorden: stationsplein (deel: plein)"),
        ("Het plein.", [], None),
        ("Vervoer over water.", [], None),
        ("Elektrisch vervoer.", ["Elektrisch", "vervoer"], "woorden: auto (verwant: Elektrisch)"),
        ("De brug.", [], None),
    ],
)
def test_the_reason_names_the_word_that_matched(text: str, marked: list[str], said: str | None) -> None:
    found = marks(text, QUERY.words)
    assert [text[start:end] for start, end in found.spans] == marked
    assert reasons(QUERY, found, 0.0, ()) == ((said,) if said else ())


def test_meaning_and_preferences_are_told_after_the_words() -> None:
    found = marks("Camera's.", QUERY.words)
    told = ("woorden: camera", "betekenis lijkt op de vraag", "Waterdrecht")
    assert reasons(QUERY, found, STRONG_MARGIN, ("Waterdrecht",)) == told
