"""What holds of every document: a person wins, evidence is quoted exactly, and length costs no more than it must."""

import csv
import datetime
from pathlib import Path

import pytest

from evaluation.score_identity import LABELS
from ingest.gazetteer import Gazetteer
from ingest.model import Inferred
from tests.identify.papers import LETTER, Paper, identity_of
from tests.identify.test_fields import DATES, DOC_TYPES, MUNICIPALITIES, PERIODS, TITLES, YEARS
from tests.timing import grows_linearly


def labels() -> list[dict[str, str]]:
    """What was found by hand of the published documents, which are no part of the project."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_what_a_person_says_wins(gazetteer: Gazetteer) -> None:
    given = {"municipality": "Den Haag", "doc_type": "nieuws", "date": "2020-01-02", "title": "Mijn titel"}
    identity = identity_of(Paper(LETTER, url="https://www.hoorn.nl/"), gazetteer, given)
    assert identity.municipality == Inferred("'s-Gravenhage", 1.0, identity.municipality.evidence)
    assert (identity.doc_type.value, identity.doc_type.confidence) == ("nieuws", 1.0)
    assert (identity.date.value, identity.date.confidence) == (datetime.date(2020, 1, 2), 1.0)
    assert identity.title == "Mijn titel"
    assert identity.municipality.evidence[0].source == "user"


def test_what_a_page_says_of_itself_does_not_count_as_a_person(gazetteer: Gazetteer) -> None:
    paper = Paper(LETTER, hints=(("municipality", "Zeist"), ("doc_type", "nieuws"), ("title", "Gratis")))
    identity = identity_of(paper, gazetteer)
    assert (identity.municipality.value, identity.doc_type.value) == ("Hoorn", "rib")


def test_a_million_line_ends_are_no_trouble(gazetteer: Gazetteer) -> None:
    def identify_nothing(size: int) -> None:
        assert identity_of(Paper("\n" * size), gazetteer).municipality.value is None

    assert grows_linearly(identify_nothing, 100_000)


@pytest.mark.parametrize("row", [row for row in labels() if row["file"].endswith(".txt")], ids=lambda row: row["file"])
def test_published_documents(gazetteer: Gazetteer, shared: Path, row: dict[str, str]) -> None:
    path = next(shared.rglob(row["file"]), None)
    if path is None:
        pytest.skip(f"{row['file']} is absent")
    identity = identity_of(Paper(path.read_text(encoding="utf-8"), row["file"]), gazetteer)
    period = identity.plan_period.value
    assert row == {
        "file": row["file"],
        "municipality": identity.municipality.value or "",
        "doc_type": identity.doc_type.value or "",
        "reporting_year": str(identity.reporting_year.value or ""),
        "plan_period": f"{period.start}/{period.end}" if period else "",
        "date": str(identity.date.value or ""),
    }


ALL = [param.values[0] for param in (*DOC_TYPES, *MUNICIPALITIES, *YEARS, *PERIODS, *DATES, *TITLES)]


@pytest.mark.parametrize("paper", ALL, ids=range(len(ALL)))
def test_evidence_quotes_the_text_exactly(gazetteer: Gazetteer, paper: Paper) -> None:
    identity = identity_of(paper, gazetteer)
    fields = (
        identity.municipality,
        identity.doc_type,
        identity.reporting_year,
        identity.plan_period,
        identity.date,
    )
    for field in fields:
        assert 0.0 <= field.confidence <= 1.0
        assert field.value is None or field.evidence
        for evidence in field.evidence:
            assert (evidence.source == "text") == (evidence.start is not None)
            if evidence.start is not None:
                assert paper.text[evidence.start : evidence.start + len(evidence.quote)] == evidence.quote


def test_the_grounds_for_years_stand_in_the_text_where_its_title_does(gazetteer: Gazetteer) -> None:
    text = "Raadsprogramma 2018-2022\n\nDe raad van Laarbeek heeft het programma vastgesteld."
    (ground,) = identity_of(Paper(text), gazetteer).plan_period.evidence
    assert (ground.source, ground.quote, ground.start) == ("text", "2018-2022", text.index("2018-2022"))


def test_no_ground_starts_with_the_line_end_before_it(gazetteer: Gazetteer) -> None:
    text = "Leeswijzer\n\nDe jaarstukken bestaan uit twee delen."
    quotes = [ground.quote for ground in identity_of(Paper(text), gazetteer).doc_type.evidence]
    assert quotes == ["De jaarstukken"]
