"""Which commitments a dossier still asks after."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow
from index.tracing.dossier_open import long_ago, open_commitments
from index.tracing.stages import is_own
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Inferred
from tests.index.making import document, identity, new_library, put

TODAY = datetime.date(2026, 3, 1)
SAID = "Wij plaatsen een steiger."
LIST = "Wij kiezen voor drie thema's:"


def put_plan(library: Library, kind: str, year: int, *said: str) -> None:
    text = "\n".join(said)
    facts = tuple(
        Commitment(text.index(each), text.index(each) + len(each), each, 0.9, "wij", "doen", None, "strong", "planned")
        for each in said
    )
    when = Inferred(datetime.date(year, 1, 1), 1)
    about = replace(identity("Waterdrecht", kind, year), date=when)
    put(library, document(text, path=f"{kind}-{year}.txt", identity=about, facts=facts))


NO_PROMISE = {
    "a note below a table": "2029: 12 woningen min 3 door sloop = 9.",
    "a note with a star": "* In 2029 wordt anders geteld.",
    "an article": "Artikel 3 De raad stelt een plan vast.",
    "how long something runs": "De overeenkomst met het waterschap loopt tot 1 april 2029.",
    "when costs fall": "De kosten van de steiger zullen in 2029 worden gemaakt.",
    "what the council decides": "Over de steiger beslist de raad.",
    "what it means": "Dit betekent dat de dienst zuinig werkt.",
}
OF_OTHERS = {
    "province": ("provincie", False),
    "the state": ("het Rijk", False),
    "all municipalities": ("gemeenten met bibliotheek", False),
    "its own": ("gemeente Waterdrecht", True),
    "a partner": ("politie", True),
}
DECISIONS = {
    "a stand that is made known": ("Dit standpunt aan de aanvrager kenbaar te maken.", False),
    "a ruling": ("Een positieve principe-uitspraak te doen over een steiger.", False),
    "answers that are settled": ("De beantwoording van de vragen vast te stellen.", False),
    "a letter": ("De klankbordgroep de brief toe te zenden.", False),
    "an enquiry": ("Vervolgonderzoek uit te voeren naar een steiger.", True),
    "a plan": ("Een plan van aanpak voor de steiger op te stellen.", True),
}


@pytest.mark.parametrize("said", NO_PROMISE.values(), ids=NO_PROMISE)
def test_what_only_tells_something_is_no_promise(tmp_path: Path, said: str) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "programmabegroting", 2025, said)
        assert open_commitments(library.facts("commitment"), TODAY) == []


@pytest.mark.parametrize(("actor", "is_ours"), OF_OTHERS.values(), ids=OF_OTHERS)
def test_what_another_government_does_is_no_promise(tmp_path: Path, actor: str, is_ours: bool) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "programmabegroting", 2025, SAID)
        rows = [replace(row, fact=replace(row.fact, actor=actor)) for row in library.facts("commitment")]  # type: ignore[call-arg]
        assert bool(open_commitments(rows, TODAY)) is is_ours


@pytest.mark.parametrize(("said", "is_asked"), DECISIONS.values(), ids=DECISIONS)
def test_a_decision_is_carried_out_by_being_taken_unless_it_sets_work_going(
    tmp_path: Path, said: str, is_asked: bool
) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "besluitenlijst", 2025, said)
        found = papers(open_commitments(library.facts("commitment", Filters(doc_types=("besluitenlijst",))), TODAY))
        assert found == (["besluitenlijst-2025.txt"] if is_asked else [])


def papers(rows: list[FactRow]) -> list[str]:
    return [row.document.file for row in rows]


def test_what_is_of_long_before_the_newest_paper_comes_last(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        for year in (2021, 2023, 2025):
            put_plan(library, "programmabegroting", year, SAID.replace("steiger", f"steiger bij kade {year}"))
        found = open_commitments(library.facts("commitment"), TODAY)
        assert papers(found)[-1] == "programmabegroting-2021.txt"
        assert papers([row for row in found if row.id in long_ago(found)]) == ["programmabegroting-2021.txt"]


def test_what_a_list_still_calls_open_is_as_new_as_the_list(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "toezeggingenlijst", 2025, SAID)
        (row,) = library.facts("commitment")
        assert isinstance(row.fact, Commitment)
        by_2021 = Deadline("voor 2021", Period(None, datetime.date(2020, 12, 31)))
        told = replace(row, fact=replace(row.fact, deadline=by_2021))
        open_yet = replace(row.fact, deadline=by_2021, register_status="Openstaand")
        listed = replace(row, id=row.id + 1, fact=open_yet)
        assert long_ago([told, listed]) == {told.id}


def test_a_line_that_announces_a_list_is_no_promise(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "programmabegroting", 2025, SAID, LIST)
        assert [row.fact.text for row in open_commitments(library.facts("commitment"), TODAY)] == [SAID]


def test_a_partys_programme_is_no_paper_of_the_municipality(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put_plan(library, "verkiezingsprogramma", 2026, SAID)
        put_plan(library, "coalitieakkoord", 2026, SAID)
        own = [row.file for row in library.documents() if is_own(row)]
    assert own == ["coalitieakkoord-2026.txt"]
