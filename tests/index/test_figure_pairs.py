"""Which figures of two papers stand beside each other."""

from dataclasses import replace
from typing import Any

import pytest

from index.tracing.figure_pairs import figure_pairs
from ingest.fact_types import Indicator
from tests.index.test_theme_figures import row

HELP = Indicator(
    10, 20, "hulp", 0.9, name="Jongeren met jeugdhulp", value="9,9%", unit="% tot 18 jaar", reference_year=2019
)


def test_the_same_indicator_of_two_papers_in_the_order_of_the_new_one() -> None:
    late = replace(HELP, start=90, end=95, name="Banen", value="391", unit="per 1.000 inwoners")
    new = replace(HELP, value="7,5 %", reference_year=2024)
    pairs = figure_pairs([row(late, 2021), row(HELP, 2021)], [row(late, 2026), row(new, 2026)])
    assert [
        (pair.old.document.year, pair.new.document.year, pair.new.fact.name, pair.is_changed)
        for pair in pairs
        if isinstance(pair.new.fact, Indicator)
    ] == [(2021, 2026, "Jongeren met jeugdhulp", True), (2021, 2026, "Banen", False)]


@pytest.mark.parametrize(
    ("changes", "same_unit"),
    [
        pytest.param({"name": "jongere met jeugdhulp"}, True, id="one and more"),
        pytest.param({"unit": "% tot achttien jaar"}, True, id="a unit in other words"),
        pytest.param({"unit": "per 1.000 jongeren"}, False, id="a unit that counts otherwise"),
        pytest.param({"unit": "% tot 23 jaar"}, False, id="of others"),
        pytest.param({"name": "Jongeren met jeugdreclassering"}, None, id="another indicator"),
        pytest.param({"value": None, "target": "8%"}, None, id="without a value"),
        pytest.param({"value": "niet bekend"}, None, id="not known"),
    ],
)
def test_what_is_the_same_indicator(changes: dict[str, Any], same_unit: bool | None) -> None:
    pairs = figure_pairs([row(HELP, 2021)], [row(replace(HELP, **changes), 2026)])
    assert [pair.same_unit for pair in pairs] == ([] if same_unit is None else [same_unit])


@pytest.mark.parametrize(
    ("value", "is_leap"),
    [
        pytest.param("0,17", True, id="fifty-eight times less"),
        pytest.param("350", True, id="thirty-five times more"),
        pytest.param("1,1", False, id="nine times less"),
        pytest.param("0", False, id="nothing"),
    ],
)
def test_figures_too_far_apart_are_of_something_else(value: str, is_leap: bool) -> None:
    (pair,) = figure_pairs([row(HELP, 2021)], [row(replace(HELP, value=value), 2026)])
    assert pair.is_leap is is_leap
