"""Which commitments of a dossier were still to be done when they were written, and which tell what was done."""

import datetime
from collections.abc import Collection, Iterable, Sequence

from index.language.wordlists import any_of
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
_PROMISED = frozenset({"toezegging", "afspraak"})


def time_of(row: FactRow | PassageRow) -> datetime.date:
    """When its document speaks, for an order."""
    return moment(row.document) or datetime.date.min


def was_open(row: FactRow) -> bool:
    """Whether it is a commitment that was still to be done when it was written."""
    return isinstance(row.fact, Commitment) and row.fact.status in _OPEN


def open_commitments(facts: Iterable[FactRow], today: datetime.date) -> list[FactRow]:
    """What was still to be done when it was written, each text once: overdue first, then the firmest and newest; what
    is of long ago last."""
    found = [row for row in facts if was_open(row) and not _is_of_others(row)]
    found = [row for row in found if not (_only_tells(row.fact.text) or _is_done_once_decided(row))]
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


def _only_tells(text: str) -> bool:
    """Whether it is no promise: a note below a table, an article of an act, or the head of a list."""
    return bool(any_of("geen_belofte.txt").search(text))


def _is_of_others(row: FactRow) -> bool:
    """Whether another government does it, or every municipality by law."""
    actor = row.fact.actor if isinstance(row.fact, Commitment) else None
    return bool(actor and any_of("andere_overheden.txt").match(actor))


def _is_done_once_decided(row: FactRow) -> bool:
    """Whether a list of decisions holds it as one that is carried out by being taken: a permit that is given, a letter
    that lies ready. What sets work going, is promised, or has a term is not."""
    fact = row.fact
    if row.document.doc_type != "besluitenlijst" or not isinstance(fact, Commitment):
        return False
    return (
        due(row) is None and fact.promise_type not in _PROMISED and not any_of("werkopdrachten.txt").search(fact.text)
    )


def firmness(row: FactRow) -> int:
    """0 for a strong commitment, more for a weaker one."""
    return _STRENGTH[row.fact.strength] if isinstance(row.fact, Commitment) else len(_STRENGTH)


def results(facts: Iterable[FactRow], themes: Sequence[str]) -> list[FactRow]:
    """What documents say was done on the themes, each text once, the newest first; what has a term that was still to
    come isn't done."""
    done = [row for row in facts if isinstance(row.fact, Commitment) and _is_result(row.fact)]
    done = [row for row in done if (last_day(row) or time_of(row)) <= _end_of_year(time_of(row))]
    done = [row for row in done if _is_listed(row) or titled_on(row.document, themes) or _is_about_itself(row, themes)]
    once = {" ".join(row.fact.text.casefold().split()): row for row in sorted(done, key=time_of)}
    return sorted(once.values(), key=time_of, reverse=True)


def _end_of_year(day: datetime.date) -> datetime.date:
    return day.replace(month=12, day=31)


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
    return done and not any_of("geen_resultaat.txt").search(fact.text)
