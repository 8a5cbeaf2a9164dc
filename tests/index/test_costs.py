"""Amounts by document and table: each row once, with its columns and its kind."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.library import Library
from index.tracing.costs import Cost, CostGroup, cost_groups
from ingest.fact_types import Amount
from ingest.themes import THEMES
from tests.index.making import document, identity, new_library, put

TABLE = """Toezicht | 45.000 | 50.000
Totaal lasten | 400.000 | 420.000
Verbouwing | 90.000 | incidenteel
Wij trekken € 12.000 uit, waarvan € 2.000 voor advies."""


def amount(cell: str, line: int, value: float, column: str | None, direction: str | None = None) -> Amount:
    row = TABLE.splitlines()[line]
    start = TABLE.index(row)
    label = row.split(" | ")[0]
    return Amount(start, start + len(row), row, 0.9, value, direction=direction, row=label, column=column)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("costs")) as made:
        loose = [TABLE.index("€ 12.000"), TABLE.index("€ 2.000")]
        facts = (
            amount("45.000", 0, 45_000, "2022", "last"),
            amount("50.000", 0, 50_000, "2023", "last"),
            amount("400.000", 1, 400_000, "2022", "last"),
            amount("90.000", 2, 90_000, "2022"),
            Amount(loose[0], loose[0] + 8, "€ 12.000", 0.9, 12_000),
            Amount(loose[1], loose[1] + 7, "€ 2.000", 0.9, 2_000),
        )
        put(made, document(TABLE, identity=identity("Waterdrecht"), facts=facts))
        yield made


@pytest.fixture(scope="module")
def group(library: Library) -> CostGroup:
    (found,) = cost_groups(library, library.facts("amount"), THEMES)
    return found


def line_of(group: CostGroup, label: str) -> Cost:
    (found,) = [line for line in group.lines if line.label == label]
    return found


def test_a_row_stands_once_with_its_columns(group: CostGroup) -> None:
    line = line_of(group, "Toezicht")
    assert (line.kinds, line.sums) == (("lasten",), (("2022", 45_000), ("2023", 50_000)))


def test_totals_and_what_is_for_once_are_called_so(group: CostGroup) -> None:
    assert [line.kinds for line in group.lines[:2]] == [("totaal", "lasten"), ("incidenteel",)]


def test_a_sentence_stands_once_with_all_its_sums(group: CostGroup) -> None:
    line = line_of(group, "")
    assert (line.quote, line.sums) == (TABLE.splitlines()[3], (("", 12_000), ("", 2_000)))


def costs_of(folder: Path, text: str, *facts: Amount, themes: Collection[str] = THEMES) -> list[CostGroup]:
    with new_library(folder / "library") as made:
        put(made, document(text, identity=identity("Waterdrecht"), facts=facts))
        return cost_groups(made, made.facts("amount"), themes)


SAID = {
    "a saving": ("Wij doen minder (voordeel lagere lasten € 12.000).", ("voordeel lagere lasten",)),
    "a cost": ("Wij doen meer (nadeel hogere lasten € 12.000).", ("nadeel hogere lasten",)),
    "a saving that lasts": ("De structurele besparing is € 12.000.", ("structurele besparing",)),
    "neither": ("Het plan kost € 12.000 aan lasten.", ("lasten",)),
}


@pytest.mark.parametrize(("text", "kinds"), SAID.values(), ids=SAID)
def test_a_change_is_told_with_its_sign(tmp_path: Path, text: str, kinds: tuple[str, ...]) -> None:
    at = text.index("€")
    (found,) = costs_of(tmp_path, text, Amount(at, at + 8, "€ 12.000", 0.9, 12_000, direction="last"))
    assert [line.kinds for line in found.lines] == [kinds]


def test_a_bound_is_no_cost_and_a_sum_is_given_once(tmp_path: Path) -> None:
    text = "Er is € 12.000 voor isolatie. De regeling kost € 12.000. Zij is er bij een waarde lager dan € 90.000."
    starts = [at for at, sign in enumerate(text) if sign == "€"]
    facts = [
        Amount(at, at + 8, text[at : at + 8], 0.9, value) for at, value in zip(starts, (12e3, 12e3, 9e4), strict=True)
    ]
    (found,) = costs_of(tmp_path, text, *facts)
    assert [line.quote for line in found.lines] == ["Er is € 12.000 voor isolatie."]


NO_COSTS = {
    "what is vouched for": ("Gewaarborgde leningen corporatie", "1 januari 2026"),
    "the balance of a reserve": ("Reserve wonen", "Saldo 31-12-2026"),
    "what a reserve loses": ("Reserve wonen", "Verminderingen 2026"),
}


@pytest.mark.parametrize(("label", "column"), NO_COSTS.values(), ids=NO_COSTS)
def test_what_is_no_cost_is_left_out(tmp_path: Path, label: str, column: str) -> None:
    row = f"{label} | 137.000"
    assert costs_of(tmp_path, row, Amount(0, len(row), row, 0.9, 137_000, row=label, column=column)) == []


AGAIN = {
    "for the same": ("Uitbreiding woonwagens", "Financiën", 1),
    "for another matter": ("Aanleg fietspad", "Financiën", 0),
    "below one heading": ("Aanleg fietspad", "Wonen", 1),
}


@pytest.mark.parametrize(("label", "heading", "again"), AGAIN.values(), ids=AGAIN)
def test_a_sum_that_a_paper_gives_twice_is_one_line(tmp_path: Path, label: str, heading: str, again: int) -> None:
    row = f"{label} | 150.000 | 9.000"
    text = f"Voor de woonwagens is € 150.000 nodig.\n{row}"
    at, below = text.index("€"), text.index(row)
    facts = [Amount(at, at + 9, "€ 150.000", 0.9, 15e4)]
    facts += [Amount(below, len(text), row, 0.9, value, row=label, column="2026") for value in (15e4, 9e3)]
    with new_library(tmp_path / "library") as made:
        put(made, document(text, identity=identity("Waterdrecht"), facts=tuple(facts)))
        first, *others = made.facts("amount")
        rows = [replace(first, heading_path=("Wonen",)), *(replace(row, heading_path=(heading,)) for row in others)]
        groups = cost_groups(made, rows, THEMES)
    assert sum(len(line.again) for group in groups for line in group.lines) == again
