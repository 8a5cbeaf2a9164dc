"""What a dossier holds, and which gaps it points at."""

import datetime
from collections.abc import Iterator
from dataclasses import replace

import pytest

from index.dossier import Dossier, dossier
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow, PassageRow
from index.tracing.dossier_missing import Missing
from index.tracing.gaps import Gap
from ingest.fact_types import Amount, Commitment, CommitmentStatus, Deadline, Fact, Indicator, Period, Speerpunt
from ingest.model import Document, Failure, Inferred, Passage, Source, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

TODAY = datetime.date(2024, 1, 1)
IN_2022 = Deadline("in 2022", Period(datetime.date(2022, 1, 1), datetime.date(2022, 12, 31)))

PLAN = """Woonoverlast is een speerpunt.
In 2022 verlengen wij het convenant woonoverlast voor € 40.000.
In 2022 houden wij een cursus woonoverlast voor flatwachten.
Wij stellen een regisseur woonoverlast aan.
Meldingen woonoverlast per jaar
In 2022 maaien wij de bermen."""
REPORT = """In 2022 is het convenant woonoverlast verlengd voor € 55.000.
De bermen zijn gemaaid."""


def themed(text: str, path: str, kind: str, day: str, facts: tuple[Fact, ...]) -> Document:
    passages, start = [], 0
    for line in text.split("\n"):
        about = (ThemeScore("woonoverlast", 0.9),) if "woonoverlast" in line.lower() else ()
        passages.append(Passage(start, start + len(line), themes=about))
        start += len(line) + 1
    on = Inferred(datetime.date.fromisoformat(day), 0.9)
    about_it = replace(identity("Waterdrecht", kind, int(day[:4]), title=path), date=on)
    return document(text, path=path, identity=about_it, passages=tuple(passages), facts=facts)


def promise(
    text: str,
    line: int,
    deadline: Deadline | None = None,
    amount: float | None = None,
    status: CommitmentStatus = "planned",
) -> Commitment:
    sentence = text.splitlines()[line]
    start = text.index(sentence)
    end = start + len(sentence)
    return Commitment(start, end, sentence, 0.9, "wij", "doen", None, "strong", status, deadline, amount)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("dossier")) as made:
        at = PLAN.index("€ 40.000")
        of = PLAN.index("Meldingen woonoverlast per jaar")
        facts = (
            Speerpunt(0, 12, "Woonoverlast", 0.9, label="Woonoverlast"),
            promise(PLAN, 1, IN_2022, 40_000),
            Amount(at, at + 8, "€ 40.000", 0.9, value_eur=40_000, row="convenant woonoverlast"),
            promise(PLAN, 2, IN_2022),
            replace(promise(PLAN, 3), promise_type="toezegging"),
            Indicator(of, of + 31, "Meldingen woonoverlast per jaar", 0.9, name="meldingen", target="250"),
            promise(PLAN, 5, IN_2022),
        )
        put(made, themed(PLAN, "ivp.txt", "ivp", "2021-01-28", facts))
        done = (promise(REPORT, 0, None, 55_000, status="realised"),)
        put(made, themed(REPORT, "jaarstukken.txt", "jaarstukken", "2023-06-22", done))
        made.add_failure(Failure(Source("stuk.pdf", "stuk.pdf", "f" * 64, "pdf"), "Beschadigd.", "Vraag een ander."))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(40))
        put(made, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        made.refresh()
        yield made


@pytest.fixture(scope="module")
def made(library: Library) -> Dossier:
    asked = Filters(municipalities=("Waterdrecht",), themes=("woonoverlast",), years=(2021, 2023))
    return dossier(library, Follower(library, ENCODER), asked, TODAY)


def texts(rows: tuple[object, ...]) -> list[str]:
    return [row.fact.text for row in rows if isinstance(row, FactRow)]


def gaps(made: Dossier, kind: str) -> list[Gap]:
    return [gap for gap in made.gaps if gap.kind == kind]


def test_the_parts_hold_what_is_on_the_theme_and_nothing_else(made: Dossier) -> None:
    lines = PLAN.splitlines()
    assert [each.row.fact.text for each in made.priorities.running] == ["Woonoverlast"]
    assert [each.row.fact.text for each in made.promises.lines] == [lines[1]]
    assert [(line.label, line.quote) for group in made.costs.lines for line in group.lines] == [
        ("convenant woonoverlast", "€ 40.000")
    ]
    assert texts(made.indicators.lines) == [lines[4]]


def test_what_was_reported_stands_beside_its_promise_and_nowhere_else(made: Dossier) -> None:
    told = [outcome.step.text for outcome in made.promises.lines if outcome.step]
    assert told == [REPORT.splitlines()[0]]
    assert [row.themes[0].theme for row in made.reports.lines if isinstance(row, PassageRow)] == ["woonoverlast"]


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        pytest.param("overdue", 2, id="its time is over and nothing came of it"),
        pytest.param("no follow-up", 3, id="no time, and nothing came of it"),
        pytest.param("amounts differ", 1, id="the report names another sum"),
        pytest.param("no value", 4, id="an indicator that was never filled in"),
    ],
)
def test_each_gap_once(made: Dossier, kind: str, line: int) -> None:
    assert [gap.about.fact.text for gap in gaps(made, kind)] == [PLAN.splitlines()[line]]


def test_sums_that_differ_stand_side_by_side(made: Dossier) -> None:
    beside = gaps(made, "amounts differ")[0].beside
    assert beside is not None
    assert beside.fact.text == REPORT.splitlines()[0]


def test_what_is_missing_or_unread_is_named(made: Dossier) -> None:
    assert list(made.missing) == [Missing("programmabegroting", (2021, 2023)), Missing("jaarstukken", (2021,))]
    assert [row.file for row in made.unread] == ["stuk.pdf"]
    assert [row.file for row in made.documents] == ["ivp.txt", "jaarstukken.txt"]


def test_without_a_theme_there_is_no_dossier(library: Library) -> None:
    with pytest.raises(ValueError, match="theme"):
        dossier(library, Follower(library, ENCODER), Filters(), TODAY)
