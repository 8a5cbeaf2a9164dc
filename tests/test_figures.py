"""The gold of sums in tables, indicators and goals: its form, what fits it, and what is counted."""

from pathlib import Path
from typing import Any

import pytest

from evaluation.figure_gold import FigureGold, FiguresError, Wanted, load, parse
from evaluation.figure_match import Found, Verdict, pair, same_words, verdicts_of
from evaluation.gold_format import GoldError
from evaluation.score_figures import found_on, report, score
from ingest.fact_types import Amount, Fact, Goal, Indicator
from ingest.model import Block, Document, Identity, Inferred, Page, Source

GOLD = load()
NOTES = """\
@file corpus/waterdrecht/begroting.pdf programmabegroting work
@amounts 2 1000 2026 2027:last -
[bate 1.2] Openbare orde | 1.250 | -7 | 3
[?] Reserve | 2
@indicators 2
Halt ; per 1.000 jongeren | 2024=8,1 | >2027=7
@goals 3
doel 1.2 < 1 | Wij zijn weerbaar
[?] prestatie - | Een boa erbij
"""


def parsed() -> FigureGold:
    return parse(NOTES)


def amount(value: float, row: str | None = "1.2 Openbare orde", start: int = 12, **fields: Any) -> Amount:
    return Amount(start, start + 1, "x", 0.9, value, row=row, **fields)


def indicator(name: str = "Verwijzingen Halt", **fields: Any) -> Indicator:
    return Indicator(12, 13, "x", 0.9, name, **fields)


def goal(label: str, level: Any = "doel", **fields: Any) -> Goal:
    return Goal(22, 23, "x", 0.9, label, level, **fields)


def document(*facts: Fact) -> Document:
    nothing: Inferred[Any] = Inferred(None, 0.0)
    identity = Identity("", nothing, (), nothing, nothing, nothing, nothing)
    pages = tuple(Page(number, number * 10 - 10, number * 10) for number in (1, 2, 3))
    blocks = (Block(12, 13, "table_row"),)
    return Document(
        Source("a.pdf", "a.pdf", "", "pdf"), "x" * 30, identity, "ok", pages=pages, facts=facts, blocks=blocks
    )


def test_sums_take_their_year_and_side_from_the_columns_and_the_row() -> None:
    sums = [dict(one.labels) for one in parsed().wanted if one.kind == "table_amount" and one.must]
    assert sums == [
        {"value": 1_250_000, "year": 2026, "direction": "bate", "taakveld": "1.2"},
        {"value": -7_000, "year": 2027, "direction": "bate", "taakveld": "1.2"},
        {"value": 3_000, "direction": "bate", "taakveld": "1.2"},
    ]


def test_indicators_have_a_value_or_a_target_each_year() -> None:
    found = [dict(one.labels) for one in parsed().wanted if one.kind == "indicator"]
    unit = "per 1.000 jongeren"
    assert found == [{"year": 2024, "value": "8,1", "unit": unit}, {"year": 2027, "target": "7", "unit": unit}]


def test_goals_have_a_level_a_code_and_a_parent() -> None:
    first, second = (one for one in parsed().wanted if one.kind == "goal")
    assert (first.labels, first.must) == ({"level": "doel", "code": "1.2", "parent": "1"}, True)
    assert (second.labels, second.must) == ({"level": "prestatie", "code": None}, False)


@pytest.mark.parametrize(
    "notes",
    [
        "Halt | 2024=8",
        "@file a b",
        "@file corpus/a.pdf ivp work\nHalt | 2024=8",
        "@file corpus/a.pdf ivp work\n@sums 1",
        "@file corpus/a.pdf ivp work\n@indicators 1\nHalt | 8",
        "@file corpus/a.pdf ivp work\n@goals 1\nwens 1 | Rust",
    ],
    ids=["no file", "half a head", "no section", "unknown section", "no year", "no level"],
)
def test_what_is_not_in_the_form_is_refused(notes: str) -> None:
    with pytest.raises(FiguresError):
        parse(notes)


def test_each_document_is_in_one_split_and_both_have_enough() -> None:
    assert len({one.path for one in GOLD}) == len(GOLD)
    for kind, least in (("table_amount", 80), ("indicator", 60), ("goal", 50)):
        for split in ("work", "held"):
            must = [w for one in GOLD if one.split == split for w in one.wanted if w.kind == kind and w.must]
            assert len(must) >= least


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.path)
def test_every_thing_is_on_a_page_that_was_annotated(gold: FigureGold) -> None:
    assert all(one.page in gold.pages[one.kind] for one in gold.wanted)
    assert all(len(one.words.split()) <= 8 for one in gold.wanted)


@pytest.mark.parametrize(
    ("wanted", "said", "same"),
    [
        ("Openbare orde", "1.2 Openbare orde en veiligheid", True),
        ("re-integratievoorzieningen", "Lopende reintegratievoorzieningen", True),
        ("Openbare orde en veiligheid", "Openbare orde", True),
        ("Openbare orde", "Orde", False),
        ("", "Totaal", True),
    ],
)
def test_words_are_the_same_where_one_holds_the_other(wanted: str, said: str, same: bool) -> None:
    assert same_words(wanted, said) is same


SUM = Wanted("table_amount", 2, "Openbare orde", 3, labels={"value": 7_000.0, "year": 2026, "direction": "last"})
HALT = Wanted("indicator", 2, "Halt", 6, labels={"value": "8,1", "year": 2024, "unit": "per 1.000 jongeren"})
AIM = Wanted("indicator", 2, "Halt", 6, labels={"target": "7", "year": 2027})
WEERBAAR = Wanted("goal", 3, "Wij zijn weerbaar", 8, labels={"level": "doel", "code": "1.2", "parent": "1"})


@pytest.mark.parametrize(
    ("one", "fact", "verdicts"),
    [
        (SUM, amount(7_000, year=2026), {"value": "right", "year": "right", "direction": "lacking", "row": "right"}),
        (
            SUM,
            amount(-7_000, year=2025, direction="last"),
            {"value": "wrong", "year": "wrong", "direction": "right", "row": "right"},
        ),
        (SUM, amount(7_000, "Afval"), {"value": "right", "year": "lacking", "direction": "lacking", "row": "wrong"}),
        (
            HALT,
            indicator(value="8,1", unit="jongeren", target="7"),
            {"year": "lacking", "unit": "right", "target": "right"},
        ),
        (
            HALT,
            indicator(value="8,1", reference_year=2023, target="6"),
            {"year": "wrong", "unit": "lacking", "target": "wrong"},
        ),
        (
            WEERBAAR,
            goal("Wij zijn weerbaar", code="1.2.", parent_code="1"),
            {"level": "right", "code": "right", "parent": "right"},
        ),
        (WEERBAAR, goal("Wij zijn weerbaar", "subdoel"), {"level": "wrong", "code": "lacking", "parent": "lacking"}),
    ],
    ids=["no side", "sign and year", "other row", "target along", "wrong target", "goal", "wrong level"],
)
def test_a_field_is_right_lacking_or_wrong(one: Wanted, fact: Fact, verdicts: dict[str, Verdict]) -> None:
    assert verdicts_of(one, fact, [HALT, AIM]) == verdicts


def test_a_target_that_comes_along_with_a_value_is_found() -> None:
    found = [Found(2, indicator(value="8,1", target="7", reference_year=2024))]
    assert pair([HALT, AIM], found).hit == {0, 1}
    assert pair([HALT, AIM], [Found(2, indicator(value="8,1"))]).hit == {0}


def test_the_row_that_is_named_goes_first_and_a_page_is_a_page() -> None:
    other, named = Found(2, amount(7_000, "Afval")), Found(2, amount(7_000))
    assert pair([SUM], [other, named]).of_found == {1: 0}
    assert not pair([SUM], [Found(3, amount(7_000))]).of_found


def test_what_is_found_on_an_annotated_page_besides_is_wrong() -> None:
    sums = (amount(1_250_000, year=2026), amount(3_000, year=2026, direction="last"), amount(99.0), amount(5, start=11))
    result = score([parsed()], {"corpus/waterdrecht/begroting.pdf": document(*sums)}, lambda one: one.facts)
    tally = result["table_amount", "work"].tally
    assert (tally.must, tally.hit, tally.found, tally.right) == (3, 2, 3, 2)
    assert [right for _, right in tally.confidences] == [True, False, False]
    assert [error.split(":")[0] for error in tally.errors[:2]] == [
        "begroting.pdf, p. 2 direction",
        "begroting.pdf, p. 2 extra",
    ]
    assert "table_amount  work    0.67  0.67     3      3       0.33" in list(report(result))


def test_a_page_that_is_not_there_is_said_to_be() -> None:
    with pytest.raises(GoldError, match="no pages"):
        found_on(document(), (), "goal", frozenset({9}))


def test_gold_is_of_files_that_are_here(corpus: Path) -> None:
    assert all((corpus.parent / one.path).exists() for one in GOLD if one.path.startswith("corpus/"))
