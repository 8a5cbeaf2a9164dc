"""The benchmark of an ingest divides its time over what it does."""

from pathlib import Path

import pytest

from evaluation.bench_ingest import Shares, measure
from tests.fakes import WordEncoder


def test_measures_every_step(sample_texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEERPUNT_CACHE", str(tmp_path))
    shares = measure(sample_texts, WordEncoder())
    assert list(shares.seconds) == ["reading", "facts", "themes", "encoding", "storing"]
    assert shares.documents == 2
    assert shares.passages > 2
    assert min(shares.seconds["facts"], shares.seconds["storing"]) > 0


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        pytest.param(2.0, "facts and themes together 30.0%: at most a third", id="little"),
        pytest.param(9.0, "facts and themes together 58.8%: MORE than a third", id="much"),
    ],
)
def test_says_whether_facts_and_themes_take_too_much(facts: float, verdict: str) -> None:
    seconds = {"reading": 3.0, "facts": facts, "themes": 1.0, "encoding": 3.5, "storing": 0.5}
    assert Shares(seconds, 1, 1).lines()[-1].strip() == verdict
