"""Inquiries side by side, so that what they want encoded is encoded together: a few sentences at a time take twice as
long."""

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TypeVar

T = TypeVar("T")
Inquiry = Generator[Sequence[str], None, T]
"""Yields the texts whose vectors it is about to ask for; returns what it comes to."""


def together(inquiries: Iterable[Inquiry[T]], encode: Callable[[Sequence[str]], object]) -> list[T]:
    """What each of the inquiries comes to, in their order; `encode` remembers the vectors."""
    found: dict[int, T] = {}
    waiting = dict(enumerate(inquiries))
    while waiting:
        wanted: list[str] = []
        for number, inquiry in list(waiting.items()):
            try:
                wanted += next(inquiry)
            except StopIteration as end:
                found[number] = end.value
                del waiting[number]
        encode(wanted)
    return [found[number] for number in sorted(found)]
