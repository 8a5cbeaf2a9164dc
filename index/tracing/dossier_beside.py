"""What stands under the neighbouring themes of a dossier: papers rarely keep to our themes."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.moments import due
from index.store.rows import FactRow
from index.tracing.dossier_open import long_ago, open_commitments, was_open
from index.tracing.gaps import gaps
from index.tracing.on_theme import at_heart, facts_on, meant
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.priorities import Priority, in_time
from index.tracing.stages import is_own
from index.tracing.together import together
from ingest.themes import THEMES

_FOLLOWED = 12
"""Overdue commitments of neighbours of which the outcome is sought, in all: each costs a tenth of a second."""


@dataclass(frozen=True, slots=True)
class Beside:
    """A theme with the same parent: its speerpunten that run, and how many of its overdue commitments are open."""

    theme: str
    running: tuple[Priority, ...]
    overdue: int


def siblings(themes: Sequence[str]) -> tuple[str, ...]:
    """The themes that share a parent with one of these, in the order of the list of themes."""
    parents = {THEMES[theme].parent for theme in themes} - {""}
    own = set(meant(themes))
    return tuple(theme.id for theme in THEMES.values() if theme.parent in parents and theme.id not in own)


def beside(
    library: Library, follower: Follower, filters: Filters, own: Sequence[int], today: datetime.date
) -> tuple[Beside, ...]:
    """The neighbours that have something; `own` are the facts that the dossier holds itself."""
    neighbours, left, seen = [], _FOLLOWED, set(own)
    for theme in siblings(filters.themes):
        asked = replace(filters, themes=(theme,))
        facts = [row for row in facts_on(library, asked, (theme,)) if row.id not in seen and is_own(row.document)]
        running = tuple(each for each in in_time(facts, asked.years, today) if each.runs)
        commitments = open_commitments((row for row in facts if was_open(row) and at_heart(row, (theme,))), today)
        old = long_ago(commitments)
        late = [row for row in commitments if (due(row) or today) < today and row.id not in old][:left]
        neighbours.append((theme, running, late))
        left -= len(late)
        seen |= {row.id for row in facts}
    open_ends = _open_ends(library, follower, {theme: late for theme, _, late in neighbours}, today)
    return tuple(
        Beside(theme, running, open_ends[theme]) for theme, running, _ in neighbours if running or open_ends[theme]
    )


def _open_ends(
    library: Library, follower: Follower, late: Mapping[str, Sequence[FactRow]], today: datetime.date
) -> Counter[str]:
    """By theme how many of these commitments are open."""
    finders = {theme: Outcomes(library, follower, (theme,)) for theme, rows in late.items() if rows}
    sought = [(theme, row) for theme, rows in late.items() for row in rows]
    outcomes = together((finders[theme].inquiry(row) for theme, row in sought), follower.known.vectors)
    found = defaultdict[str, list[Outcome]](list)
    for (theme, _), outcome in zip(sought, outcomes, strict=True):
        found[theme].append(outcome)
    return Counter(
        {theme: len({gap.about.id for gap in gaps(of_theme, (), today)}) for theme, of_theme in found.items()}
    )
