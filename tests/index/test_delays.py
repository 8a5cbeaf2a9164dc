"""What a later paper says of a promise: that it was put off, or done by the name of what the promise calls "het"."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import Dossier, dossier
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.tracing import outcomes
from index.tracing.gaps import Gap
from index.tracing.telling import says_not_yet
from ingest.fact_types import Commitment, Deadline, Period
from ingest.model import Document, Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put
from views.briefing import briefing
from views.briefing_questions import asked

TODAY = datetime.date(2026, 1, 1)
IN_2023 = Deadline("in 2023", Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31)))
IN_2024 = Deadline("in 2024", Period(datetime.date(2024, 1, 1), datetime.date(2024, 12, 31)))
PROMISE = "In 2023 schrijven wij een leidraad woonoverlast."
PUT_OFF = "De leidraad woonoverlast is nog niet gereed; wij schrijven die in 2024."
FOLDER = "In 2024 schrijven wij een folder woonoverlast."
DONE = "De leidraad woonoverlast is geschreven."


def paper(text: str, path: str, kind: str, day: str, facts: tuple[Commitment, ...]) -> Document:
    about = replace(
        identity("Waterdrecht", kind, int(day[:4]), title=path), date=Inferred(datetime.date.fromisoformat(day), 0.9)
    )
    passage = Passage(0, len(text), themes=(ThemeScore("woonoverlast", 0.9),))
    return document(text, path=path, identity=about, passages=(passage,), facts=facts)


def whole(text: str, deadline: Deadline | None, status: str = "planned") -> Commitment:
    return Commitment(0, len(text), text, 0.9, "wij", "schrijven", None, "strong", status, deadline)  # type: ignore[arg-type]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, paper(PROMISE, "ivp.txt", "ivp", "2022-01-28", (whole(PROMISE, IN_2023),)))
        put(made, paper(PUT_OFF, "jaarstukken.txt", "jaarstukken", "2024-01-22", (whole(PUT_OFF, IN_2024),)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(made, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        made.refresh()
        yield made


def gathered(library: Library, today: datetime.date = TODAY) -> Dossier:
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",))
    return dossier(library, Follower(library, ENCODER), asked, today)


def test_a_promise_put_off_and_not_told_of_again_is_asked_first_and_once(library: Library) -> None:
    found = gathered(library)
    assert [(gap.kind, gap.about.fact.text) for gap in found.gaps] == [("delayed", PROMISE)]
    assert found.promises.lines == ()
    questions = briefing(found, "").chapters[0]
    assert [(item.lead, [below.quote for below in item.below]) for item in questions.items] == [
        ("Is dit nu gedaan? Het is uitgesteld: eerst in 2023, daarna in 2024; ook dat is voorbij.", [PUT_OFF])
    ]


def test_nothing_is_asked_before_the_new_term_is_over(library: Library) -> None:
    assert gathered(library, datetime.date(2024, 6, 1)).gaps == ()


def test_nothing_is_asked_once_it_was_done(library: Library) -> None:
    put(library, paper(DONE, "jaarstukken-2.txt", "jaarstukken", "2025-01-22", (whole(DONE, None, "realised"),)))
    library.refresh()
    assert gathered(library).gaps == ()


@pytest.mark.parametrize(
    ("text", "is_put_off"),
    [
        ("Het plan is nog niet helemaal klaar.", True),
        ("De bouw heeft vertraging opgelopen.", True),
        ("De nota is doorgeschoven naar volgend jaar.", True),
        ("Het plan is gereed.", False),
        ("De wachtlijst is nog niet zo kort geweest.", False),
    ],
)
def test_what_says_that_it_is_not_done(text: str, is_put_off: bool) -> None:
    assert says_not_yet(text) is is_put_off


def test_what_a_promise_calls_het_is_sought_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outcomes, "LEAST_MEANT", 0.5)  # the stand-in for an encoder counts words
    said = "Het flatconvenant had klaar moeten zijn. Twee verhuurders hebben het getekend; de derde volgt in 2023."
    start = said.index("Twee")
    rest = Commitment(start, len(said), said[start:], 0.9, None, "volgen", None, "strong", "planned", IN_2023)
    told = "Alle drie verhuurders hebben nu het flatconvenant."
    with new_library(tmp_path / "library") as library:
        put(library, paper(said, "plan.txt", "ivp", "2023-01-28", (rest,)))
        put(library, paper(told, "jaarstukken.txt", "jaarstukken", "2024-01-22", ()))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        library.refresh()
        (row,) = library.facts("commitment", Filters(municipalities=("Waterdrecht",)))
        found = outcomes.Outcomes(library, Follower(library, ENCODER), ("woonoverlast",)).of(row)
        assert (found.kind, found.step and found.step.text) == ("perhaps", told)


def test_what_came_later_than_planned_is_done(tmp_path: Path) -> None:
    late = "De leidraad woonoverlast is in 2024 geschreven, later dan gepland."
    with new_library(tmp_path / "library") as library:
        put(library, paper(PROMISE, "ivp.txt", "ivp", "2022-01-28", (whole(PROMISE, IN_2023),)))
        put(library, paper(late, "jaarstukken.txt", "jaarstukken", "2025-01-22", (whole(late, IN_2024, "realised"),)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        library.refresh()
        assert gathered(library).gaps == ()


def told_twice(folder: Path, again: str, thing: str) -> list[Gap]:
    """The gaps of a promise to write a folder in 2024, and to write something in 2027."""
    in_2027 = Deadline("in 2027", Period(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)))
    first = replace(whole(FOLDER, IN_2024), object="een folder woonoverlast")
    second = replace(whole(again, in_2027), object=thing)
    with new_library(folder / "library") as library:
        put(library, paper(FOLDER, "folder.txt", "programmabegroting", "2023-11-01", (first,)))
        put(library, paper(again, "later.txt", "programmabegroting", "2024-11-01", (second,)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        library.refresh()
        return [gap for gap in gathered(library).gaps if gap.kind == "dates differ"]


def test_another_term_in_a_later_paper_is_asked_beside_both(tmp_path: Path) -> None:
    again = "In 2027 schrijven wij een folder woonoverlast."
    found = told_twice(tmp_path, again, "een folder woonoverlast")
    assert [(gap.about.fact.text, gap.beside and gap.beside.fact.text) for gap in found] == [(FOLDER, again)]
    assert asked(found[0], TODAY) == "Welke termijn geldt nu? Hier staat in 2024, in een ander stuk in 2027."


def test_what_is_made_of_a_thing_is_not_that_thing_with_another_term(tmp_path: Path) -> None:
    again = "Naar de folder woonoverlast van 2024 schrijven wij in 2027 een draaiboek woonoverlast."
    assert told_twice(tmp_path, again, "een draaiboek woonoverlast") == []
