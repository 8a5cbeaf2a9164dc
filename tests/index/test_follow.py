"""A commitment through the years: the plan, the delay, the report, each with its place; and the honest nothing."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.follow import Follower, Trail
from index.library import Library
from index.store.filters import Filters
from ingest.fact_types import Commitment
from ingest.model import Document, Identity, Inferred
from tests.index.making import ENCODER, document, identity, new_library, put

PLAN = """In 2022 vervangen wij de hangbrug over de Zijlgracht.
De bibliotheek krijgt een leescafé met tweedehands boeken."""
DELAY = """Wij vervangen de hangbrug over de Zijlgracht later, door gebrek aan staal.
De kermis trok dit voorjaar veel bezoekers."""
REPORT = """De hangbrug over de Zijlgracht is in mei vervangen.
Op het plein kwamen twaalf platanen."""
LIST = "De hangbrug over de Zijlgracht wordt in 2022 vervangen."
ELSEWHERE = "De hangbrug over de Zijlgracht is in mei vervangen."


def dated(kind: str, day: str, municipality: str = "Waterdrecht") -> Identity:
    on = Inferred(datetime.date.fromisoformat(day), 0.9)
    return replace(identity(municipality, kind, int(day[:4]), title=kind), date=on)


def with_commitment(text: str, sentence: str, about: Identity, **more: object) -> Document:
    start = text.index(sentence)
    fact = Commitment(
        start,
        start + len(sentence),
        sentence,
        0.9,
        "wij",
        "doen",
        None,
        "strong",
        "planned",
        **more,  # type: ignore[arg-type]
    )
    return document(text, path=f"{about.title}-{about.date.value}.txt", identity=about, facts=(fact,))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("follow")) as made:
        for line in (0, 1):
            plan = dated("programmabegroting", f"2021-11-0{line + 4}")
            put(made, with_commitment(PLAN, PLAN.splitlines()[line], plan))
        put(made, document(DELAY, path="burap.txt", identity=dated("tussenrapportage", "2022-06-30")))
        put(made, document(REPORT, path="jaarstukken.txt", identity=dated("jaarstukken", "2023-06-22")))
        put(made, with_commitment(LIST, LIST, dated("toezeggingenlijst", "2023-09-01"), register_status="Voldaan"))
        put(made, document(ELSEWHERE, path="elders.txt", identity=dated("jaarstukken", "2023-06-22", "Oosterhage")))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(40))
        put(made, document(filler, path="bijlagen.txt", identity=dated("beleidsnota", "2022-01-01")))
        made.refresh()
        yield made


def trail(library: Library, beginning: str) -> Trail:
    rows = library.facts("commitment", Filters())
    return Follower(library, ENCODER).follow(next(row for row in rows if row.fact.text.startswith(beginning)))


def test_steps_come_in_order_of_time_with_their_place(library: Library) -> None:
    found = trail(library, "In 2022 vervangen wij de hangbrug")
    assert [(step.passage.document.file, step.text) for step in found.later if step.fact is None] == [
        ("programmabegroting-2021-11-05.txt", PLAN.splitlines()[0]),
        ("burap.txt", DELAY.splitlines()[0]),
        ("jaarstukken.txt", REPORT.splitlines()[0]),
    ]
    assert found.earlier == ()
    for step in found.later:
        assert library.text(step.passage.document.id)[step.start : step.end] == step.text


def test_a_list_of_commitments_gives_the_state(library: Library) -> None:
    found = trail(library, "In 2022 vervangen wij de hangbrug")
    assert found.register is not None
    assert (found.register.document.file, found.register.fact.text) == ("toezeggingenlijst-2023-09-01.txt", LIST)


def test_from_the_list_all_others_are_earlier(library: Library) -> None:
    found = trail(library, "De hangbrug over de Zijlgracht wordt")
    assert [step.passage.document.file for step in found.earlier] == [
        "programmabegroting-2021-11-04.txt",
        "programmabegroting-2021-11-05.txt",
        "jaarstukken.txt",
    ]
    assert found.later == ()


def test_nothing_found_says_what_was_searched(library: Library) -> None:
    found = trail(library, "De bibliotheek krijgt")
    assert [step.passage.document.file for step in found.later if not step.copy] == []
    assert found.register is None
    assert sorted(document.file for document in found.searched) == [
        "bijlagen.txt",
        "burap.txt",
        "jaarstukken.txt",
        "programmabegroting-2021-11-04.txt",
        "toezeggingenlijst-2023-09-01.txt",
    ]
    assert found.unread == ()


def test_another_municipality_has_no_part_in_it(library: Library) -> None:
    found = trail(library, "In 2022 vervangen wij de hangbrug")
    assert "elders.txt" not in {step.passage.document.file for step in (*found.earlier, *found.later)}


def test_a_copy_is_called_so(library: Library) -> None:
    found = trail(library, "In 2022 vervangen wij de hangbrug")
    assert [step.passage.document.file for step in found.later if step.copy] == ["programmabegroting-2021-11-05.txt"]
