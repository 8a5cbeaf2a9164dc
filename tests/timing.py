"""How time grows with size: machines differ and are shared, so never how long something takes."""

import time
from collections.abc import Callable

TIMES = 8
"""How many times larger the large case is."""

LEEWAY = 4.0
"""A quadratic algorithm takes 8 times longer than a linear one; a busy machine less than this."""


def grows_linearly(work: Callable[[int], object], size: int) -> bool:
    """Whether `TIMES` the size takes about `TIMES` the CPU time, both measured in this run, the best of three."""
    small = min(_seconds(work, size) for _ in range(3))
    large = min(_seconds(work, size * TIMES) for _ in range(3))
    return large < TIMES * LEEWAY * max(small, 1e-3)


def _seconds(work: Callable[[int], object], size: int) -> float:
    started = time.process_time()
    work(size)
    return time.process_time() - started
