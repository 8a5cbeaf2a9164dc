"""What stands under the neighbouring themes of a dossier: papers rarely keep to our themes."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.moments import due
from index.tracing.dossier_open import long_ago, open_commitments
from index.tracing.gaps import gaps
from index.tracing.on_theme import facts_on, meant
from index.tracing.outcomes import Outcomes
from index.tracing.priorities import Priority, priorities
from index.tracing.stages import is_own
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
    found, left, seen = [], _FOLLOWED, set(own)
    for theme in siblings(filters.themes):
        asked = replace(filters, themes=(theme,))
        facts = [row for row in facts_on(library, asked, (theme,)) if row.id not in seen and is_own(row.document)]
        running = tuple(
            each for each in priorities(library, facts, (theme,), asked, today).running if each.runs is not None
        )
        commitments = open_commitments(facts, today)
        old = long_ago(commitments)
        late = [row for row in commitments if (due(row) or today) < today and row.id not in old][:left]
        outcomes = Outcomes(library, follower, (theme,))
        overdue = {gap.about.id for gap in gaps(map(outcomes.of, late), (), today)}
        left -= len(late)
        seen |= {row.id for row in facts}
        if running or overdue:
            found.append(Beside(theme, running, len(overdue)))
    return tuple(found)
