"""Inquiries side by side: what each wants encoded is encoded with what the others want."""

from collections.abc import Generator, Sequence

from index.tracing.together import together


def asking(*rounds: Sequence[str]) -> Generator[Sequence[str], None, int]:
    yield from rounds
    return len(rounds)


def test_each_round_is_encoded_together_and_the_answers_keep_their_order() -> None:
    encoded: list[Sequence[str]] = []
    found = together([asking(["a"], ["b"]), asking(), asking(["c", "d"])], encoded.append)
    assert found == [2, 0, 1]
    assert encoded == [["a", "c", "d"], ["b"], []]
