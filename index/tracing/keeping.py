"""Whether what stands elsewhere is said of a promise itself: only then is the state told there that of the promise.

A sentence about the same matter often tells of another act: of a plan "vastgesteld" where its carrying out was
promised, of a first part, of a neighbouring street. Where the act and what it is done to aren't those of the promise,
no state is told, and the reader has the quote.
"""

from collections.abc import Callable
from functools import cache

from index.follow import THRESHOLD, Step
from index.language.analysis import tokens
from index.language.matter import acts, content_words, likeness
from index.language.stems import stem
from index.language.wordlists import any_of, entries
from index.store.moments import moment
from index.store.rows import FactRow
from index.tracing.telling import says_not_yet
from ingest.fact_types import Commitment, CommitmentStatus

Weigh = Callable[[str], float]
"""How rare a stem is."""

_ENOUGH_OF_OBJECT = 0.5
"""Share of the words of what something is done to that the promise must have, each weighed by how rare it is."""


def state_told(row: FactRow, step: Step, rareness: Weigh) -> CommitmentStatus | None:
    """The state that a sentence elsewhere tells of a promise; None where it tells of something else, or of a part."""
    own, told = row.fact, step.fact.fact if step.fact else None
    if not isinstance(own, Commitment) or not isinstance(told, Commitment) or told.negated:
        return None
    if step.copy:
        return told.status
    if _share_of_object(row, told, rareness) < _ENOUGH_OF_OBJECT:
        return None
    if told.status == "realised":
        is_near = step.likeness >= THRESHOLD and _is_later(row, step)
        return "realised" if is_near and _is_kept(own, told, step.text) else None
    return told.status if _act(told) in _acts_of(own) or says_not_yet(step.text) else None


def completes(fact: Commitment) -> bool:
    """Whether its act completes what was promised."""
    return _act(fact) in _stems("voltooien.txt")


def _is_later(row: FactRow, step: Step) -> bool:
    """Whether the paper may tell what came of it: what an earlier one says is done was done before the promise."""
    now = moment(row.document)
    return step.moment is None or now is None or step.moment >= now


def _is_kept(own: Commitment, told: Commitment, text: str) -> bool:
    """Whether the act told of is the promised one, or completes it; and all of it."""
    part = any_of("deels.txt").search(text)
    if part and part.group().casefold() not in own.text.casefold():
        return False
    act, promised, starting = _act(told), _acts_of(own), _stems("in_gang_zetten.txt")
    return act in promised or act in _stems("voltooien.txt") or (act in starting and bool(promised & starting))


def _act(fact: Commitment) -> str:
    """The stem of the verb of an act; that of a row of a list has none."""
    return stem(fact.action) if fact.action.isalpha() else ""


def _acts_of(own: Commitment) -> frozenset[str]:
    """The stems of the words of a promise, any of which may name the act: "de uitbreiding gaat in"."""
    return frozenset(token.stem for token in tokens(own.text)) | {_act(own)} - {""}


@cache
def _stems(name: str) -> frozenset[str]:
    return frozenset(map(stem, entries(name)))


def _share_of_object(row: FactRow, told: Commitment, rareness: Weigh) -> float:
    """How much of what the told act is done to the promise names, with the heading that it stands below."""
    there = content_words(f"{row.fact.text}\n{' '.join(row.heading_path[-1:])}", with_parts=True)
    named = content_words(told.object or told.text) - acts() - {_act(told)}
    weight = sum(map(rareness, named))
    return sum(rareness(word) * likeness(word, there) for word in named) / weight if weight else 0.0
