"""Lists of sums, a label and a sum a line, whose year stands in the line above them: "De plafonds voor 2027 zijn:"."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence

from ingest.facts.money import Money
from ingest.facts.sums.phrases import verb_in
from ingest.facts.sums.years import Years
from ingest.facts.tables.labels import opens_with_code

_LABEL = re.compile(r"[ \u00a0]*(?:[•▪◦*–-][ \u00a0]*)?[\dA-Z][^.;?!\n]{2,140}?[ \u00a0:]*\Z")
"""What stands before a sum in a line of a list, where points are only those of codes: "Taakveld 0.1 Bestuur"."""
_CODES = re.compile(r"\d\.\d{1,3}\b")
_SAID = re.compile(r"[ \u00a0]?\([^()\n]{1,40}\)")
_LINE_ENDS = re.compile(r"[ \u00a0.;,]*(?:\n|\Z)")
_ANNOUNCES = re.compile(r":[ \u00a0]*\Z")
_LONGEST_LINE = 160
_LONGEST_HEADING, _LONGEST_ANNOUNCEMENT = 100, 600
_FEWEST = 2


def lists_in(text: str, prose: Sequence[Money]) -> list[list[Money]]:
    """The sums of each list, two at least."""
    runs: list[list[Money]] = [[]]
    for i, money in enumerate(prose):
        if runs[-1] and _gap(text, runs[-1][-1], money):
            runs[-1].append(money)
        else:
            runs.append([money] if _starts(text, money) and _ends(text, prose, i) else [])
    return [run for run in runs if len(run) >= _FEWEST]


def lines_of(text: str, lists: Sequence[Sequence[Money]]) -> dict[int, tuple[int, int]]:
    """The line of each sum of a list, by its place."""
    breaks = [-1, *(found.start() for found in re.finditer("\n", text)), len(text)]
    after = {money.start: bisect_left(breaks, money.start) for run in lists for money in run}
    return {place: (breaks[i - 1] + 1, breaks[i]) for place, i in after.items()}


def years_of_lists(
    text: str, lists: Sequence[Sequence[Money]], own: Mapping[int, Years], years: Sequence[tuple[int, int, Years]]
) -> dict[int, Years]:
    """The year of each sum of a list that has none of its own, by its place.

    Args:
        own: the years that the sentences of the sums give.
        years: all that the text gives, in order.
    """
    found: dict[int, Years] = {}
    for run in lists:
        found |= _shared(text, run, own, years)
    return found


def _gap(text: str, before: Money, money: Money) -> bool:
    """Whether only a label stands between two sums, on the same line or on the next."""
    between = text[_told_until(text, before) : money.start].lstrip(" .;,\u00a0").lstrip("\n")
    return "\n" not in between and _is_label(between)


def _told_until(text: str, money: Money) -> int:
    """Where a sum and what brackets right behind it say of it end: "€ 5.000 (2026)"."""
    said = _SAID.match(text, money.end)
    return said.end() if said else money.end


def _starts(text: str, money: Money) -> bool:
    near = max(0, money.start - _LONGEST_LINE)
    begins = text.rfind("\n", near, money.start) + 1
    return bool(begins or not near) and _is_label(text[begins : money.start])


def _ends(text: str, prose: Sequence[Money], i: int) -> bool:
    """Whether nothing but the next label follows the sum."""
    return bool(_LINE_ENDS.match(text, _told_until(text, prose[i]))) or (
        i + 1 < len(prose) and _gap(text, prose[i], prose[i + 1])
    )


def _is_label(words: str) -> bool:
    is_line = len(words.strip()) > 1 and bool(_LABEL.match(_CODES.sub("0", words)))
    return is_line and (opens_with_code(words.strip()) or verb_in(words) is None)


def _shared(
    text: str, run: Sequence[Money], own: Mapping[int, Years], years: Sequence[tuple[int, int, Years]]
) -> dict[int, Years]:
    first_line = text.rfind("\n", 0, run[0].start)
    above = text[: max(0, first_line)].rstrip()
    start = max(above.rfind("\n\n"), above.rfind(". "), len(above) - _LONGEST_ANNOUNCEMENT, 0)
    if not _ANNOUNCES.search(above[start:]):
        start = above.rfind("\n") + 1
        if len(above) - start > _LONGEST_HEADING or above.endswith((".", ";", ",")):
            return {}
    inside = [year for at, end, year in years if start <= at and end <= len(above)]
    of_sums = [year for at, year in own.items() if start <= at < len(above) and year.year]
    said = of_sums or inside
    if not said or any(year != said[0] for year in said):
        return {}
    return {money.start: said[0] for money in run if not own.get(money.start)}
