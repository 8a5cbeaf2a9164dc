"""Names pages in a sentence for the user, and reads them back."""

import re
from collections.abc import Iterable

_NAMED = re.compile(r"Bladzijde ([\d, -]+):")


def named(numbers: Iterable[int]) -> str:
    """ "Bladzijde 3-5, 9" for 3, 4, 5 and 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "Bladzijde " + ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)


def pages_named(sentence: str) -> frozenset[int]:
    """The pages that a sentence begins with: 3, 4, 5 and 9 of "Bladzijde 3-5, 9: een scan."; empty without."""
    found = _NAMED.match(sentence)
    runs = [run.split("-") for run in found[1].split(", ")] if found else []
    return frozenset(number for run in runs for number in range(int(run[0]), int(run[-1]) + 1))
