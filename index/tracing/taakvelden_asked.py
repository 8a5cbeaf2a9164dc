"""The task fields after whose money a question asks: "Hoeveel geld gaat er in 2026 naar jeugdhulp?".

No passage answers it as a sentence: the answer is the rows of the table of task fields, each under a name of its own.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from functools import cache

from index.finding.coverage import Sought
from index.finding.terms import SYNONYM
from index.finding.topics import content_stems
from index.finding.values import Value
from index.library import Library
from index.query import Query
from index.store.choice import Choice
from index.store.fact_themes import of_taakveld
from index.store.held import held_in
from index.store.rows import FactRow
from index.tracing.dossier_taakvelden import Taakveld, of_one_table
from ingest.fact_types import Amount
from ingest.lexicon import read_rows
from ingest.theme_taakvelden import themes_of_taakveld
from ingest.themes import THEMES

_BETWEEN = re.compile(r",| en |[()]")
_CODE = re.compile(r"^\s*\d\d?\.\d+\w?\s+")
_SUMS = frozenset({"bedrag", "getal"})
_MOST_PLACES = 3
"""Municipalities whose fields are told at once; a question over more asks after none of them."""


def taakvelden_asked(
    library: Library, query: Query, value: Value | None, documents: Collection[int]
) -> tuple[tuple[Taakveld, ...], ...]:
    """For each municipality, and each year that is asked, the fields in the newest paper that tells them; of a
    question that asks for no sum, or names neither a field nor a theme by its fields, none.

    Args:
        documents: ids of those that are searched.
    """
    named = _Named(value) if value and value.kind in _SUMS else None
    if named is None or not named.is_any:
        return ()
    searched = frozenset(documents)
    by_place: dict[tuple[str, ...], list[FactRow]] = defaultdict(list)
    for row in library.once("rows of task fields", lambda: library.facts("amount", choice=Choice(taakvelden=True))):
        if row.document.id in searched and isinstance(row.fact, Amount) and named.has(row.fact):
            by_place[row.document.identity.municipalities].append(row)
    years = query.preferences.years or (None,)
    found = [of_one_table(rows, year) for _, rows in sorted(by_place.items()) for year in years]
    return tuple(filter(None, found)) if len(by_place) <= _MOST_PLACES else ()


class _Named:
    """Which task fields the words of a question name, by themselves or by their theme."""

    def __init__(self, value: Value) -> None:
        words = [word for word in value.subject if not word.says_little]
        meant = (form.stems for word in words for form in word.forms if form.weight >= SYNONYM)
        self._stems = frozenset(stem for stems in meant for stem in stems)
        self._sought = Sought(words)
        self._themes = frozenset(theme for theme in _themes() if self._names(THEMES[theme].label))
        self.is_any = bool(self._themes) or any(map(self._names, _fields().values()))

    def has(self, amount: Amount) -> bool:
        """Whether a sum stands in a row that they name, or is of a theme that they name."""
        return not of_taakveld(amount).isdisjoint(self._themes) or self._names(_CODE.sub("", amount.row or ""))

    def _names(self, name: str) -> bool:
        """Whether all of the words stand in a name, or words with the same meaning, and these are the whole of one of
        its parts: "wonen" names "Wonen en bouwen", not "Beschermd wonen"."""
        parts = map(content_stems, _BETWEEN.split(name))
        is_part = any(part and part <= self._stems for part in parts)
        return is_part and min(self._sought.presences(held_in(name)), default=0.0) >= SYNONYM


@cache
def _themes() -> frozenset[str]:
    """Those with a task field that is of no other theme: "Zorg en veiligheid" only shares those of two others."""
    of_each = map(themes_of_taakveld, _fields())
    return frozenset(theme for themes in of_each if len(themes) == 1 for theme in themes)


@cache
def _fields() -> dict[str, str]:
    """The names of all task fields by their codes."""
    return {row["code"]: row["name"] for row in read_rows("taakvelden.tsv")}
