"""Words on the screen follow the figures behind them."""

import pytest

from views.words import sureness


@pytest.mark.parametrize(
    ("confidence", "words"),
    [
        (0.95, "zekerheid hoog (95%)"),
        (0.9, "zekerheid hoog (90%)"),
        (0.89, "zekerheid redelijk (89%)"),
        (0.7, "zekerheid redelijk (70%)"),
        (0.69, "zekerheid laag (69%)"),
    ],
)
def test_sureness(confidence: float, words: str) -> None:
    assert sureness(confidence) == words
