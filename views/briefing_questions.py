"""The questions of a briefing: what follows from each gap, with where was looked for the answer."""

import datetime
from collections.abc import Sequence
from typing import get_args

from index.dossier import Dossier
from index.store.moments import begin, due, last_day, moment
from index.store.rows import DocumentRow, FactRow
from index.tracing.dossier_missing import ACCOUNTS_DUE
from index.tracing.gaps import Gap
from index.tracing.indicator_gaps import IndicatorGap
from index.tracing.outcomes import Outcome
from index.tracing.registers import CLOSED, state_of
from ingest.fact_types import Commitment, Indicator
from views.briefing_words import overdue_beside
from views.states import listed_on, state_words
from views.words import by_when, euros

_NAMED = 1
"""Titles of searched papers that a question names, the newest; the others are counted."""


_WHEN = {"begin": "Wanneer begint het werk?", "end": "Wanneer is het werk klaar?"}


def questions_said(dossier: Dossier) -> str:
    """What the chapter of questions holds, or why it has none."""
    near = overdue_beside(dossier.beside)
    if dossier.gaps:
        return (
            "Wat de stukken openlaten. Speerpunt kan iets gemist hebben: kijk het eerst na. Wat al meer dan drie jaar "
            "geleden klaar moest zijn, staat hier niet." + near
        )
    said = (
        "Geen vraag gevonden, want er is geen duidelijke belofte van de laatste jaren gezien die over tijd is zonder "
        "vervolg."
    )
    if any(outcome.searched for outcome in dossier.promises.lines) or not dossier.promises.lines:
        return said + near
    return (
        f"{said} Let op: er zit geen later verslag of raadsstuk in de collectie. Wat er van de beloften kwam, is "
        f"daarom niet na te gaan.{near}"
    )


def asked(gap: Gap, today: datetime.date) -> str:
    """The question that follows from a gap, as it stands on a day."""
    if gap.outcome is None or gap.kind in get_args(IndicatorGap):
        return _of_indicator(gap)
    fact = gap.about.fact
    when = by_when(fact) if isinstance(fact, Commitment) else ""
    if gap.kind == "delayed":
        return _delayed(gap, when)
    if gap.kind in {"open in list", "bottleneck"}:
        return _listed(gap, gap.outcome, when)
    if gap.kind in {"amounts differ", "dates differ", "states differ"}:
        return _differing(gap, when)
    if gap.kind == "no follow-up":
        begins = f"Er staat alleen bij vanaf wanneer: {when}."
        term = begins if _only_begins(gap.about) else "Er staat geen termijn bij."
        return f"Wat is hiervan gekomen? {term} Geen vervolg gevonden in {named(gap.outcome.searched)}."
    return f"Is dit gedaan? De termijn ({when}) is voorbij. " + _unanswered(gap, today)


def _differing(gap: Gap, when: str) -> str:
    """Both sums, terms or states of what two papers say of one thing."""
    if gap.kind == "states differ":
        return _states_differ(gap, when)
    if gap.kind == "dates differ":
        later = gap.beside.fact if gap.beside else None
        then = gap.term.said if gap.term else by_when(later) if isinstance(later, Commitment) else ""
        asked = _WHEN[gap.term.works] if gap.term else "Welke termijn geldt nu?"
        return f"{asked} Hier staat {when}, in een ander stuk {then}."
    sums = [euros(row.fact.amount_eur or 0) for row in _both(gap) if isinstance(row.fact, Commitment)]
    return f"Waarom verschilt het bedrag: {' en '.join(sums)}?"


def _states_differ(gap: Gap, when: str) -> str:
    """What the list says and what the promise says; where the list calls it open, the words before the promise."""
    listed = f"In de {listed_on(gap.beside)} staat het als {state_words(gap.beside)}"
    still = f"hier moet het nog komen: {when}" if state_of(gap.beside) in CLOSED else "hier staat het als gedaan"
    return f"Is dit nu klaar of niet? {listed}, {still}."


def _of_indicator(gap: Gap) -> str:
    """It names the indicator and its years itself: below it stands a row of a table without its heads."""
    fact = gap.about.fact
    if not isinstance(fact, Indicator):
        return ""
    if gap.kind == "figures differ":
        other = f" (daar: {gap.beside.fact.name})" if gap.beside and isinstance(gap.beside.fact, Indicator) else ""
        return f"{fact.name}: welk cijfer klopt, {_values(gap)}? Op twee plaatsen staat een ander cijfer{other}."
    if gap.kind == "worse":
        target = f" De streefwaarde is {fact.target} ({fact.target_year})." if fact.target and fact.target_year else ""
        return f"{fact.name}: waarom gaat dit de verkeerde kant op, {_values(gap)}?{target}"
    return f"{fact.name}: wat is de stand? Er staat geen waarde bij deze indicator."


def _listed(gap: Gap, outcome: Outcome, when: str) -> str:
    listed = outcome.trail.register
    over = f" De termijn ({when}) is voorbij." if due(gap.about) else ""
    asked = "Wat gaat hier niet goed?" if gap.kind == "bottleneck" else "Wanneer is dit klaar?"
    return f"{asked} In de {listed_on(listed)} staat het als {state_words(listed)}.{over}"


def _values(gap: Gap) -> str:
    """The values of an indicator with their years, the older first: "9,2 (2023) en 9,3 (2024)"."""
    facts = [row.fact for row in _both(gap)[::-1] if isinstance(row.fact, Indicator)]
    return " en ".join(f"{fact.value} ({fact.reference_year})" for fact in facts)


def _unanswered(gap: Gap, today: datetime.date) -> str:
    """Where no follow-up was found, or that there was nowhere to look."""
    if gap.kind == "no later papers" or gap.outcome is None:
        return "De collectie heeft geen later verslag of raadsstuk waarin het kan staan."
    return f"Geen vervolg gevonden in {named(gap.outcome.searched)}." + _lacking(gap, today)


def _delayed(gap: Gap, when: str) -> str:
    """Both terms, and where was looked for what came after the second."""
    outcome, again = gap.outcome, gap.beside.fact if gap.beside else None
    then = by_when(again) if isinstance(again, Commitment) and again.deadline else ""
    terms = f"eerst {when}, daarna {then}; ook dat is voorbij" if then else f"de termijn ({when}) is voorbij"
    told = outcome.step.moment if outcome and outcome.step else moment(gap.beside.document) if gap.beside else None
    later = [row for row in outcome.searched if told and (moment(row) or told) > told] if outcome else []
    searched = f" Geen later vervolg gevonden in {named(later)}." if later else ""
    return f"Is dit nu gedaan? Het is uitgesteld: {terms}.{searched}"


def _lacking(gap: Gap, today: datetime.date) -> str:
    """That the accounts of the year of the term, the likeliest place to tell of it, aren't in the collection."""
    last = due(gap.about)
    searched = (gap.about.document, *(gap.outcome.searched if gap.outcome else ()))
    if last is None or today < datetime.date(last.year + 1, *ACCOUNTS_DUE):
        return ""
    if any(document.doc_type == "jaarstukken" and document.year == last.year for document in searched):
        return ""
    return f" De jaarstukken {last.year} zitten niet in de collectie."


def _both(gap: Gap) -> list[FactRow]:
    return [gap.about, *([gap.beside] if gap.beside else [])]


def named(documents: Sequence[DocumentRow]) -> str:
    """Which papers were searched: "Jaarstukken 2023 en 3 andere latere stukken"."""
    titles = list(dict.fromkeys(row.title for row in documents))
    rest = len(titles) - _NAMED
    shown = ", ".join(titles[:_NAMED])
    return f"{shown} en {rest} {'ander later stuk' if rest == 1 else 'andere latere stukken'}" if rest > 0 else shown


def _only_begins(row: FactRow) -> bool:
    return begin(row) is not None and last_day(row) is None
