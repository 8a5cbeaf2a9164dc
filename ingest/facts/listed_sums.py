"""Lists of sums, a label and a sum a line, whose year stands in the line above them: "De plafonds voor 2027 zijn:"."""

import re
from collections.abc import Mapping, Sequence

from ingest.facts.amount_phrases import verb_in
from ingest.facts.amount_years import Years
from ingest.facts.money import Money
from ingest.facts.table_labels import opens_with_code

_LABEL = re.compile(r"[ \u00a0]*(?:[•▪◦*–-][ \u00a0]*)?[\dA-Z][^.;?!\n]{2,140}?[ \u00a0:]*\Z")
"""What stands before a sum in a line of a list, where points are only those of codes: "Taakveld 0.1 Bestuur"."""
_CODES = re.compile(r"\d\.\d{1,3}\b")
_LINE_ENDS = re.compile(r"[ \u00a0.;,]*\Z")
_ANNOUNCES = re.compile(r":[ \u00a0]*\Z")
_LONGEST_HEADING, _LONGEST_ANNOUNCEMENT = 100, 600
_FEWEST = 2


def years_of_lists(
    text: str, prose: Sequence[Money], own: Mapping[int, Years], years: Sequence[tuple[int, int, Years]]
) -> dict[int, Years]:
    """The year of each sum of a list that has none of its own, by its place.

    Args:
        own: the years that the sentences of the sums give.
        years: all that the text gives, in order.
    """
    found: dict[int, Years] = {}
    run: list[Money] = []
    for i, money in enumerate(prose):
        if run and _gap(text, run[-1], money):
            run.append(money)
        else:
            found |= _shared(text, run, own, years)
            run = [money] if _starts(text, money) and _ends(text, prose, i) else []
    return found | _shared(text, run, own, years)


def _gap(text: str, before: Money, money: Money) -> bool:
    """Whether only a label stands between two sums, on the same line or on the next."""
    between = text[before.end : money.start].lstrip(" .;,\u00a0").lstrip("\n")
    return "\n" not in between and _is_label(between)


def _starts(text: str, money: Money) -> bool:
    return _is_label(text[text.rfind("\n", 0, money.start) + 1 : money.start])


def _ends(text: str, prose: Sequence[Money], i: int) -> bool:
    """Whether nothing but the next label follows the sum."""
    line_end = text.find("\n", prose[i].end)
    behind = text[prose[i].end : line_end if line_end >= 0 else len(text)]
    return bool(_LINE_ENDS.match(behind)) or (i + 1 < len(prose) and _gap(text, prose[i], prose[i + 1]))


def _is_label(words: str) -> bool:
    is_line = len(words.strip()) > 1 and bool(_LABEL.match(_CODES.sub("0", words)))
    return is_line and (opens_with_code(words.strip()) or verb_in(words) is None)


def _shared(
    text: str, run: Sequence[Money], own: Mapping[int, Years], years: Sequence[tuple[int, int, Years]]
) -> dict[int, Years]:
    if len(run) < _FEWEST:
        return {}
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
