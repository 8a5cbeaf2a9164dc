"""No document fills the first page alone, unless nobody else has as good an answer."""

import pytest

from index.variety import spread


@pytest.mark.parametrize(
    ("scores", "order"),
    [
        pytest.param("a9 a8 a7 a6 b5", "a9 a8 a7 b5 a6", id="a fourth waits for another of comparable score"),
        pytest.param("a9 a8 a7 a6 b3", "a9 a8 a7 a6 b3", id="not for a much worse one"),
        pytest.param("a9 a8 a7 a6", "a9 a8 a7 a6", id="not where nobody waits"),
        pytest.param("a9 b8 a7 b6 a5 a4 b4", "a9 b8 a7 b6 a5 a4 b4", id="in turn"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_spread(scores: str, order: str) -> None:
    items = scores.split()
    ids = list(range(len(items)))
    result = spread(ids, lambda i: ord(items[i][0]), lambda i: float(items[i][1:]), page=5)
    assert [items[i] for i in result] == order.split()
