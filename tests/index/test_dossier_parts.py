"""What a dossier calls done, which papers it misses, and what it finds under neighbouring themes."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import Dossier, dossier
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.judgements import Judgements
from index.store.rows import FactRow
from index.tracing.dossier_beside import siblings
from index.tracing.dossier_missing import Missing, missing
from index.tracing.dossier_open import results
from ingest.fact_types import Commitment, CommitmentStatus, Deadline, Fact, Period, Speerpunt
from ingest.model import Document, Inferred, Passage, Source, ThemeScore
from ingest.themes import THEMES
from tests.index.making import ENCODER, document, identity, new_library, put
from views.briefing import briefing

TODAY = datetime.date(2026, 11, 22)
IN_2025 = Deadline("in 2025", Period(datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)))
DONE = "Wij sloten een convenant woonoverlast."
CASES = {
    "what was done": (DONE, (), True),
    "by the heading": ("De flatwachten zijn opgeleid.", ("Woonoverlast",), True),
    "by a heading further away": ("De flatwachten zijn opgeleid.", ("Woonoverlast", "Verbonden partijen"), False),
    "not done yet": ("Het convenant woonoverlast is nog niet gereed.", (), False),
    "what it costs": ("De kosten van woonoverlast (€ 48.000) zijn in de begroting opgenomen.", (), False),
}


def fact(text: str, status: CommitmentStatus, deadline: Deadline | None = None) -> Commitment:
    return Commitment(0, len(text), text, 0.9, "wij", "doen", None, "strong", status, deadline)


def paper(text: str, theme: str, facts: tuple[Fact, ...], headings: tuple[str, ...] = (), year: int = 2025) -> Document:
    about = replace(identity("Waterdrecht", "ivp", year), date=Inferred(datetime.date(year, 1, 1), 0.9))
    period = Period(datetime.date(year, 1, 1), datetime.date(year + 3, 12, 31))
    about = replace(about, plan_period=Inferred(period, 0.9))
    passage = Passage(0, len(text), heading_path=headings, themes=(ThemeScore(theme, 0.9),))
    return document(text, path=f"{theme}.txt", identity=about, passages=(passage,), facts=facts)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        yield made


@pytest.mark.parametrize(("text", "headings", "is_told"), CASES.values(), ids=CASES.keys())
def test_what_is_reported_as_done(library: Library, text: str, headings: tuple[str, ...], is_told: bool) -> None:
    put(library, paper(text, "woonoverlast", (fact(text, "realised"),), headings))
    to_come = Deadline("tot 2030", Period(None, datetime.date(2029, 12, 31)))
    assert results([replace(row, fact=fact(text, "realised", to_come)) for row in library.facts()], tuple(THEMES)) == []
    rows = [replace(row, heading_path=headings) for row in library.facts("commitment", Filters())]
    assert [row.fact.text for row in results(rows, ("woonoverlast",))] == ([text] if is_told else [])


def test_papers_are_missed_from_the_first_that_there_is_until_now(library: Library) -> None:
    for doc_type, year in (("programmabegroting", 2022), ("jaarstukken", 2023)):
        about = identity("Waterdrecht", doc_type, year)
        put(library, document(f"{doc_type} {year}", path=f"{doc_type}.txt", identity=about))
    found = list(missing(library.documents(), (), TODAY))
    assert found == [
        Missing("programmabegroting", (2023, 2024, 2025, 2026)),
        Missing("jaarstukken", (2022, 2024, 2025)),
    ]
    before_the_accounts = list(missing(library.documents(), (2024, 2025), datetime.date(2026, 3, 1)))
    assert before_the_accounts == [Missing("programmabegroting", (2024, 2025)), Missing("jaarstukken", (2024,))]


def test_siblings_share_a_parent() -> None:
    assert set(siblings(("jeugdoverlast",))) == {"jeugdcriminaliteit", "jeugd-middelen", "veilige-school"}


def neighbours(library: Library) -> Dossier:
    plan = "Een convenant woonoverlast."
    put(library, paper(plan, "woonoverlast", ()))
    priority = "Prioriteit 1: Verloedering en vernieling"
    speerpunt = Speerpunt(0, len(priority), priority, 0.9, label=priority)
    put(library, paper(priority, "verloedering", (speerpunt,)))
    late = "In 2025 verwijderen wij graffiti."
    put(library, replace(paper(late, "verloedering", (fact(late, "planned", IN_2025),)), source=paper_source(late)))
    filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(40))
    put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
    library.refresh()
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",))
    return dossier(library, Follower(library, ENCODER), asked, TODAY)


def paper_source(text: str) -> Source:
    return document(text, path="graffiti.txt").source


def test_what_runs_or_is_overdue_under_a_neighbouring_theme_is_pointed_at(library: Library) -> None:
    found = neighbours(library)
    (near,) = found.beside
    assert (near.theme, [each.row.fact.text for each in near.running], near.overdue) == (
        "verloedering",
        ["Prioriteit 1: Verloedering en vernieling"],
        1,
    )
    text = briefing(found, "")
    priorities = next(chapter for chapter in text.chapters if chapter.title == "Speerpunten")
    assert [(item.head, item.lead) for item in priorities.items] == [
        (
            "Loopt onder een verwant thema",
            "Verloedering, vernieling en schone buurt · looptijd 2025 tot en met 2028",
        )
    ]
    assert text.chapters[0].said.endswith("Verloedering, vernieling en schone buurt (1).")


def test_what_is_quoted_of_the_end_of_a_priority_is_not_quoted_as_the_plan_too(library: Library) -> None:
    old = "Prioriteit 1: Woonoverlast"
    ended = "Woonoverlast was in het vorige plan een prioriteit."
    other = "Buurtbemiddeling blijft."
    speerpunt = Speerpunt(0, len(old), old, 0.9, label=old)
    put(library, paper(old, "woonoverlast", (speerpunt,), year=2020))
    text = f"{ended}\n{other}"
    new = paper(text, "woonoverlast", ())
    cut = len(ended)
    passages = (
        Passage(0, cut, themes=(ThemeScore("woonoverlast", 0.9),)),
        Passage(cut + 1, len(text), themes=(ThemeScore("woonoverlast", 0.5),)),
    )
    put(library, replace(new, passages=passages, source=paper_source(text)))
    library.refresh()
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",))
    found = dossier(library, Follower(library, ENCODER), asked, TODAY)
    assert [place.text for place in found.priorities.endings] == [ended]
    assert [row.text for row in found.passages.lines] == [other, old]


HALF = "De verordening woonoverlast is voorbereid en wordt in 2027 toegepast."
WHOLE = "Het convenant woonoverlast is getekend."


def test_nothing_is_both_promised_and_done_and_what_a_user_calls_wrong_is_left_out(library: Library) -> None:
    first, _, second = HALF.partition(" en ")
    text = f"{HALF}\n{WHOLE}\nWij schrappen de woonoverlast."
    places = ((first, "realised"), (second, "planned"), (WHOLE, "realised"), (text.rpartition("\n")[2], "planned"))
    facts = tuple(
        Commitment(text.index(said), text.index(said) + len(said), said, 0.9, None, "doen", None, "strong", status)  # type: ignore[arg-type]
        for said, status in places
    )
    put(library, paper(text, "woonoverlast", facts))
    library.refresh()
    wrong = next(row for row in library.facts("commitment") if row.fact.text.startswith("Wij schrappen"))
    Judgements(library.folder).mark(wrong, "wrong", "", datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC))
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",))
    made = dossier(library, Follower(library, ENCODER), asked, TODAY)
    assert [outcome.row.fact.text for outcome in made.promises.lines] == [second]
    assert [row.fact.text for row in made.reports.lines if isinstance(row, FactRow)] == [WHOLE]
    assert (made.wrong, made.promises.total, made.reports.total) == (1, 2, 2)
