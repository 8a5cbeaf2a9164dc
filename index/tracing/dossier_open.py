"""Which commitments of a dossier were still to be done when they were written, and which tell what was done."""

import datetime
import re
from collections.abc import Collection, Iterable, Sequence
from functools import cache

from index.language.wordlists import entries
from index.store.fact_themes import own_words
from index.store.moments import due, last_day, moment
from index.store.rows import FactRow, PassageRow
from index.tracing.on_theme import titled_on
from index.tracing.telling import says_not_yet
from ingest.fact_types import Commitment
from ingest.themes import themes_of

_STRENGTH = {"strong": 0, "medium": 1, "weak": 2}
_OPEN = {"planned", "ongoing", "undecided"}
_RECENT = datetime.timedelta(days=3 * 365)
"""What should have been done longer than this before the newest paper is no question of now: three yearly accounts
could have told of it."""
_LAW = re.compile(r"\s*(?:artikel|art\.)\s+\d", re.IGNORECASE)
"""How the text of an act begins: what it prescribes is nobody's promise."""


def time_of(row: FactRow | PassageRow) -> datetime.date:
    """When its document speaks, for an order."""
    return moment(row.document) or datetime.date.min


def open_commitments(facts: Iterable[FactRow], today: datetime.date) -> list[FactRow]:
    """What was still to be done when it was written, each text once: overdue first, then the firmest and newest; what
    is of long ago last."""
    found = [row for row in facts if isinstance(row.fact, Commitment) and row.fact.status in _OPEN]
    found = [row for row in found if not (_LAW.match(row.fact.text) or _is_formality(row) or _leads_in(row))]
    newest = sorted(found, key=time_of, reverse=True)
    once = {" ".join(row.fact.text.casefold().split()): row for row in reversed(newest)}
    old = long_ago(once.values())
    return sorted(
        sorted(once.values(), key=time_of, reverse=True),
        key=lambda row: (row.id in old, (due(row) or datetime.date.max) >= today, firmness(row)),
    )


def long_ago(rows: Collection[FactRow]) -> frozenset[int]:
    """Of these the ones whose term, or else paper, is of more than three years before the newest of the papers; what a
    list still calls open is as new as the list."""
    newest = max(map(time_of, rows), default=datetime.date.min)
    return frozenset(row.id for row in rows if newest - _last_spoken_of(row) > _RECENT)


def _last_spoken_of(row: FactRow) -> datetime.date:
    return time_of(row) if _is_listed(row) else last_day(row) or time_of(row)


def _leads_in(row: FactRow) -> bool:
    """Whether a sentence only announces a list: "Wij geven prioriteit aan drie thema's:" """
    return row.fact.text.rstrip().endswith(":")


def _is_formality(row: FactRow) -> bool:
    """Whether a decision is done once it is taken: a letter to the council that lies ready."""
    return row.document.doc_type == "besluitenlijst" and bool(_any_of("formaliteiten.txt").search(row.fact.text))


def firmness(row: FactRow) -> int:
    """0 for a strong commitment, more for a weaker one."""
    return _STRENGTH[row.fact.strength] if isinstance(row.fact, Commitment) else len(_STRENGTH)


def results(facts: Iterable[FactRow], themes: Sequence[str]) -> list[FactRow]:
    """What documents say was done on the themes, each text once, the newest first."""
    done = [row for row in facts if isinstance(row.fact, Commitment) and _is_result(row.fact)]
    done = [row for row in done if _is_listed(row) or titled_on(row.document, themes) or _is_about_itself(row, themes)]
    once = {" ".join(row.fact.text.casefold().split()): row for row in sorted(done, key=time_of)}
    return sorted(once.values(), key=time_of, reverse=True)


def _is_about_itself(row: FactRow, themes: Sequence[str]) -> bool:
    return is_about(own_words(row), row.heading_path, themes)


def is_about(text: str, heading_path: Sequence[str], themes: Sequence[str]) -> bool:
    """Whether the words, or those of the innermost heading, are on one of the themes: what stands further away may be
    of a neighbouring matter."""
    own, below = themes_of(text), themes_of("", heading_path[-1:])
    return any(score.theme in themes for score in (*own, *below))


def _is_listed(row: FactRow) -> bool:
    return isinstance(row.fact, Commitment) and row.fact.register_status is not None


def _is_result(fact: Commitment) -> bool:
    done = fact.status == "realised" and not fact.negated and not says_not_yet(fact.text)
    return done and not _any_of("geen_resultaat.txt").search(fact.text)


@cache
def _any_of(name: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in entries(name)), re.IGNORECASE | re.DOTALL)
