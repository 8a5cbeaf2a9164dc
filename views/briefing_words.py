"""What a briefing says in our own words: of a promise, of what came of it, of a sum, and the questions."""

import datetime
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Literal

from index.dossier import Dossier
from index.records import citation_of
from index.store.moments import due, last_day, term
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.costs import Cost
from index.tracing.dossier_beside import Beside
from index.tracing.dossier_missing import Missing
from index.tracing.dossier_taakvelden import Taakveld, together
from index.tracing.outcomes import Outcome, OutcomeKind
from index.tracing.theme_figures import SumKind
from ingest.fact_types import Commitment, Indicator, Period
from ingest.privacy import tidy
from ingest.seams import is_told
from views.states import listed_on, state_words
from views.words import STATUS, by_when, cut_short, doc_type_label, euros, theme_label

LONGEST_QUOTE = 260
"""Characters: about three lines in print."""

_SHORTEST_BEFORE = 60
"""Characters of what stands before a promise from which on it tells something."""

FIELD_COLUMNS = ("Code", "Taakveld", "Lasten", "Baten", "Jaar", "Bladzijde")
_SUM_KIND: dict[SumKind, str] = {
    "sum": "",
    "estimate": " (raming)",
    "budget": " (begroot)",
    "revised": " (na wijziging)",
    "realised": " (werkelijk)",
}
_FIGURE = re.compile(r"[<>≤≥]?\s?-?[\d€]")
_LONGEST_LABEL, _LONGEST_COLUMN = 80, 60
"""Characters of the names of a row and a column: what is longer is running text in a cell."""
_PAIR = 2
_MOST_LISTED = 25
"""Titles in the notes: half a page."""
_NOTHING_FOUND: frozenset[OutcomeKind] = frozenset({"silent", "no later papers"})


def period_words(period: Period | None, running: bool | None) -> str:
    """ "looptijd 2021 tot en met 2024, voorbij"."""
    if period is None or not (period.start or period.end):
        return "looptijd niet bekend"
    first, last = period.start.year if period.start else None, period.end.year if period.end else None
    if first == last:
        said = f"over {first}"
    elif first and last:
        said = f"looptijd {first} tot en met {last}"
    else:
        said = f"looptijd vanaf {first}" if first else f"looptijd tot en met {last}"
    return said + (", voorbij" if running is False else "")


def promise_words(outcome: Outcome, today: datetime.date) -> str:
    """Who, by when, how much, and how it stands."""
    fact = outcome.row.fact
    if not isinstance(fact, Commitment):
        return ""
    last = due(outcome.row)
    over = " (voorbij)" if last and last < today and not (outcome.kind in {"told", "perhaps"} or outcome.closed) else ""
    parts = [
        fact.actor or "",
        term_words(outcome.row) + over,
        euros(fact.amount_eur) if fact.amount_eur is not None else "",
        STATUS[fact.status] if fact.status != "planned" else "",
        _stand(outcome),
    ]
    return " · ".join(part for part in parts if part)


def promise_quote(outcome: Outcome) -> str:
    """A promise after the words that it leans on: where that is too long, of those words only the first."""
    own = " ".join(tidy(outcome.row.fact.text).split())
    before = " ".join(tidy(outcome.said).split()).removesuffix(own).rstrip()
    room = LONGEST_QUOTE - len(own) - 1
    if len(before) <= room:
        return shortened(outcome.said)
    return f"{cut_short(before, room)} {own}" if room >= _SHORTEST_BEFORE else shortened(own)


def term_words(row: FactRow) -> str:
    """By when, or from when; a day that was over when the paper was written is no term of what it says."""
    fact = row.fact if isinstance(row.fact, Commitment) else None
    is_none = fact is None or term(row) is None or (due(row) is None and last_day(row) is not None)
    return "geen termijn" if fact is None or is_none else by_when(fact)


def _stand(outcome: Outcome) -> str:
    if outcome.kind == "listed":
        return f"{listed_on(outcome.trail.register)}: {state_words(outcome.trail.register)}"
    return "geen vervolg gevonden" if outcome.kind in _NOTHING_FOUND else ""


def nothing_found(outcomes: Iterable[Outcome]) -> str:
    """What "geen vervolg gevonden" means, where it is said of one of these."""
    if not any(outcome.kind in _NOTHING_FOUND for outcome in outcomes):
        return ""
    return " „Geen vervolg gevonden”: latere stukken in de collectie zeggen er niets over, of er is er nog geen."


def outcome_words(outcome: Outcome, kind: Literal["listed", "told", "perhaps"]) -> str:
    """What stands before the quote of what came of a promise."""
    if kind == "listed":
        return f"In de {listed_on(outcome.trail.register)}"
    return "Later gemeld" if kind == "told" else "Mogelijk vervolg, oordeel zelf"


def words_of(row: FactRow | PassageRow) -> str:
    """What was read in a report or an indicator, before the words themselves."""
    fact = row.fact if isinstance(row, FactRow) else None
    if isinstance(fact, Commitment):
        listed = (
            f"{listed_on(row)}: {fact.register_status}" if fact.register_status and isinstance(row, FactRow) else ""
        )
        parts = [fact.actor or "", fact.deadline.text or "" if fact.deadline else "", listed]
        return " · ".join(part for part in parts if part)
    if isinstance(fact, Indicator):
        target = fact.target if fact.target and _FIGURE.match(fact.target) else ""
        year = f" ({fact.reference_year})" if fact.reference_year else ""
        parts = [
            fact.name,
            f"waarde {fact.value}{year}" if fact.value else "",
            f"streefwaarde {target} {_target_when(row.document, fact)}" if target else "",
        ]
        return " · ".join(part for part in parts if part)
    return ""


def _target_when(document: DocumentRow, fact: Indicator) -> str:
    """The year of the target where it is told, else the paper that sets it."""
    paper = f"{doc_type_label(document.doc_type)} {document.year}" if document.doc_type else ""
    return f"({fact.target_year})" if fact.target_year else f"in {paper if document.year and paper else document.title}"


def cost_words(cost: Cost) -> str:
    """The row, its kind, and its sums with the column of the table: "Woonoverlast · lasten · 2021: € 48.000"."""
    named = [(column if len(column) <= _LONGEST_COLUMN else "", value) for column, value in cost.sums]
    sums = [f"{column}: {euros(value)}" if column else euros(value) for column, value in named]
    label = textwrap.shorten(cost.label, _LONGEST_LABEL, placeholder=" …")
    return " · ".join(dict.fromkeys(filter(None, [label, ", ".join(cost.kinds), *sums])))


def page_words(*rows: FactRow) -> str:
    """Where it stands: "p. 48 en p. 116"."""
    pages = sorted({row.page for row in rows if row.page is not None})
    return " en ".join(f"p. {page}" for page in pages) or "naar de plaats in het stuk"


def field_cells(field: Taakveld) -> tuple[str, ...]:
    """A line of the table of task fields, below `FIELD_COLUMNS`; a side that isn't known has a dash."""
    costs, income = ("–" if side is None else euros(side) for side in (field.costs, field.income))
    return field.code, tidy(field.name), costs, income, f"{field.year}{_SUM_KIND[field.kind]}", page_words(field.row)


def field_source(fields: Sequence[Taakveld]) -> str:
    """The paper of a table of task fields, and the heading below which it stands."""
    return tidy(citation_of(replace(fields[0].row, page=None)))


def field_signs(fields: Sequence[Taakveld]) -> str:
    """What a minus and a dash in their table mean; empty where there are none, else after a space."""
    sides = [side for field in fields for side in (field.costs, field.income)]
    minus = " Een min voor lasten staat zo in het stuk." if any((side or 0) < 0 for side in sides) else ""
    return minus + (" Een streepje is nul, of niet gelezen." if None in sides else "")


def total_cells(fields: Sequence[Taakveld]) -> tuple[str, ...] | None:
    """The last line of the table of task fields: their sum, where they can be added up, and whose sum that is."""
    found = together(fields)
    if found is None:
        return None
    costs, income = ("–" if side is None else euros(side) for side in found)
    return "Samen", "opgeteld door Speerpunt", costs, income, field_cells(fields[0])[4], ""


def paid(dossier: Dossier) -> str:
    """What the chapter on money holds, and how to read its sums."""
    said = (
        "Per stuk en tabel, het nieuwste stuk en het hoogste bedrag eerst. Tel deze bedragen niet op: het ene kan een "
        "deel van het andere zijn."
    )
    fields = dossier.taakvelden
    if not fields:
        return said
    first = f"Eerst de taakvelden van dit thema uit het nieuwste stuk dat ze geeft.{field_signs(fields)}"
    return f"{first} Daarna andere bedragen. {said}" if dossier.costs.lines else first


def reported(dossier: Dossier) -> str:
    """What the chapter on results holds."""
    if any(isinstance(row, PassageRow) for row in dossier.reports.lines):
        return (
            "Geen resultaat gevonden dat hierboven niet staat. Dit zeggen verslagen over dit thema, het nieuwste eerst."
        )
    return "Wat stukken melden als gedaan en hierboven niet staat, het nieuwste eerst."


def torn_words(dossier: Dossier) -> str:
    """What a reader misses of papers whose columns run through each other; empty where there are none."""
    torn = [row for row in dossier.documents if is_told(row.problems)]
    if not torn:
        return ""
    kept = "lees het zelf" if len(torn) == 1 else "lees ze zelf"
    return (
        f" Let op: in {_listed(torn)} lopen de kolommen door elkaar. Wat daarin is beloofd of een speerpunt heet, "
        f"staat hier maar voor een deel: {kept}."
    )


def _missing_words(found: Sequence[Missing]) -> str:
    """Which papers the collection lacks: "programmabegroting 2023 t/m 2026; jaarstukken 2024 en 2025"."""
    return "; ".join(f"{doc_type_label(each.doc_type).lower()} {_years(each.years)}" for each in found)


def _years(years: Sequence[int]) -> str:
    """Three years or more on end as one stretch."""
    runs: list[list[int]] = []
    for year in years:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    said = [part for run in runs for part in (_stretch(run) if len(run) > _PAIR else map(str, run))]
    return " en ".join(filter(None, [", ".join(said[:-1]), said[-1]]))


def _stretch(run: Sequence[int]) -> list[str]:
    return [f"{run[0]} t/m {run[-1]}"]


def overdue_beside(found: Sequence[Beside]) -> str:
    """Under which neighbouring themes an overdue commitment is open; empty where there is none."""
    said = ", ".join(f"{theme_label(each.theme)} ({each.overdue})" for each in found if each.overdue)
    return f" Kijk ook bij een verwant thema, daar is ook iets over tijd: {said}." if said else ""


def notes(dossier: Dossier) -> Iterable[str]:
    """What was searched, what was not read, and what the collection lacks."""
    count = len(dossier.documents)
    yield f"Doorzocht: {count} {'stuk' if count == 1 else 'stukken'}: {_listed(dossier.documents)}."
    if dossier.unread:
        yield f"Niet of maar deels gelezen: {_listed(dossier.unread)}."
    if dossier.wrong:
        count = dossier.wrong
        said = (
            "een regel die iemand als fout heeft gemerkt" if count == 1 else f"{count} regels die als fout zijn gemerkt"
        )
        yield f"Weggelaten: {said}."
    if dossier.missing:
        yield f"Niet in de collectie: {_missing_words(dossier.missing)}."
    yield "Staat iets hier niet, dan kan het er toch zijn: anders verwoord, of niet gevonden."


def _listed(documents: Iterable[DocumentRow]) -> str:
    titles = list(dict.fromkeys(row.title for row in documents))
    rest = len(titles) - _MOST_LISTED
    more = f"; en {rest} andere, zie Collectie" if rest > 0 else ""
    return tidy("; ".join(titles[:_MOST_LISTED]) + more)


def shortened(text: str) -> str:
    """A quote of at most `LONGEST_QUOTE` characters on one line, cut at a word."""
    return cut_short(" ".join(tidy(text).split()), LONGEST_QUOTE)
