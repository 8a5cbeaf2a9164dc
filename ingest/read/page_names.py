"""Names pages in a sentence for the user."""

from collections.abc import Iterable


def named(numbers: Iterable[int]) -> str:
    """ "Bladzijde 3-5, 9" for 3, 4, 5 and 9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "Bladzijde " + ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
