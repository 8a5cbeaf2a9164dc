"""A dossier in words: the same briefing for the screen, for Word and for print.

Our own words and the words of documents are kept apart: a quote is never changed, only cut, and always has its source.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from index.dossier import Dossier, Part
from index.follow import Place, Step
from index.language.fold import fold
from index.records import citation_of
from index.store.filters import Filters
from index.store.rows import FactRow, PassageRow
from index.tracing.costs import Cost, CostGroup
from index.tracing.gaps import Gap
from index.tracing.outcomes import Outcome
from index.tracing.priorities import Priority, period_of, runs
from index.tracing.theme_figures import is_measure
from ingest.fact_types import Indicator
from ingest.privacy import tidy
from views.briefing_parts import Briefing, Chapter, Item, Row, Table
from views.briefing_questions import asked, questions_said
from views.briefing_words import (
    FIELD_COLUMNS,
    cost_words,
    field_cells,
    field_source,
    notes,
    nothing_found,
    outcome_words,
    page_words,
    paid,
    period_words,
    promise_quote,
    promise_words,
    reported,
    shortened,
    torn_words,
    total_cells,
    words_of,
)
from views.columns import address_of
from views.filters import FILTERS
from views.matrix import body
from views.words import day, theme_label

NOTHING = "Niets gevonden in de stukken die zijn gelezen."
_MOST_ENDINGS = 3
_MOST_BESIDE = 3


def briefing(dossier: Dossier, base: str) -> Briefing:
    """The dossier in words; `base` is where the app is, for the links."""
    themes = ", ".join(theme_label(theme) for theme in dossier.filters.themes)
    places = ", ".join(dossier.filters.municipalities) or "alle gemeenten in de collectie"
    years = ", ".join(map(str, dossier.filters.years))
    return Briefing(
        title=f"{themes}: {places}" + (f", {years}" if years else ""),
        made=f"Gemaakt met Speerpunt op {day(dossier.made)}. Wat tussen aanhalingstekens staat, komt uit de stukken.",
        chapters=tuple(_chapters(dossier, base)),
        notes=tuple(notes(dossier)),
        file=file_name(dossier.filters),
    )


def file_name(filters: Filters) -> str:
    """What a file of the dossier is called, without its ending: "sessiedossier-waterdrecht-woonoverlast-2026"."""
    told = " ".join(["sessiedossier", *filters.municipalities, *filters.themes, *map(str, filters.years)])
    return "-".join(re.findall(r"[a-z0-9]+", fold(told)))


def _chapters(dossier: Dossier, base: str) -> Iterable[Chapter]:
    yield _questions(dossier, base)
    yield _priorities(dossier, base)
    yield _chapter(
        "Wat de plannen zeggen",
        "Van elk plan de passage die het meest over dit thema gaat, het nieuwste plan eerst.",
        [_of_plan(row, dossier, base) for row in dossier.passages.lines],
        dossier.passages,
        _address(base, "thema", dossier),
    )
    yield _promises(dossier, base)
    yield _costs(dossier, base)
    yield _chapter(
        "Wat verder is gemeld",
        reported(dossier),
        [_item(row, base, words_of(row)) for row in dossier.reports.lines],
        dossier.reports,
        _address(base, "toezeggingen", dossier, stand="realised"),
    )
    yield _chapter(
        "Indicatoren",
        "Cijfers waarmee de gemeente meet of het lukt, en daarna kerncijfers: die hebben geen doel.",
        _indicators(dossier, base),
        dossier.indicators,
        _address(base, "thema", dossier),
    )


def _indicators(dossier: Dossier, base: str) -> list[Item]:
    """Those by which is measured whether something works, then the other figures."""
    measures, figures = (
        [_item(row, base, words_of(row)) for row in dossier.indicators.lines if is_measure(row) is wanted]
        for wanted in (True, False)
    )
    return [*_headed("Waarmee de gemeente meet of het lukt", measures), *_headed("Kerncijfers", figures)]


def _chapter(title: str, said: str, items: Sequence[Item], part: Part[object], whole: str) -> Chapter:
    if not items:
        return Chapter(title, NOTHING, ())
    return Chapter(title, said, tuple(items), part.total, whole, is_list="/thema?" not in whole)


def _address(base: str, page: str, dossier: Dossier, **more: str) -> str:
    """The page of the app that holds the whole list."""
    chosen = dossier.filters
    pairs = [(FILTERS[part][0], str(value)) for part in FILTERS for value in getattr(chosen, part)]
    return f"{base}/{page}?" + urlencode([*pairs, *more.items()])


def _item(row: FactRow | PassageRow, base: str, lead: str) -> Item:
    if isinstance(row, PassageRow):
        quote, span = body(row), (row.start, row.end)
    else:
        quote, span = _quote(row, lead), (row.fact.start, row.fact.end)
    return Item(tidy(lead), shortened(quote), tidy(citation_of(row)), address_of(row, span, base))


def _quote(row: FactRow, lead: str) -> str:
    """Its words; of an indicator that is the row of a table none where the lead names it and its figures."""
    fact = row.fact
    is_told = isinstance(fact, Indicator) and "|" in fact.text and fact.name in lead
    return "" if is_told else fact.text


def _of_step(step: Step, base: str, lead: str) -> Item:
    address = address_of(step.passage, (step.start, step.end), base)
    return Item(lead, shortened(step.text), tidy(citation_of(step.passage)), address)


def _of_place(place: Place, base: str) -> Item:
    start = place.passage.start
    address = address_of(place.passage, (start + place.start, start + place.end), base)
    return Item("", shortened(place.text), tidy(citation_of(place.passage)), address)


def _of_plan(row: PassageRow, dossier: Dossier, base: str) -> Item:
    period = period_of(row.document)
    return _item(row, base, period_words(period, runs(period, dossier.filters.years, dossier.made)))


def _priorities(dossier: Dossier, base: str) -> Chapter:
    """Those that run, those that ran out, and what later papers say of their end: each group below its own heading."""
    found = dossier.priorities
    asked_years = bool(dossier.filters.years)
    now = [_of_priority(each, base) for each in found.running]
    past = [_of_priority(each, base) for each in found.past]
    endings = [_of_place(place, base) for place in found.endings[:_MOST_ENDINGS]]
    items = [
        *_headed("Loopt in de gevraagde jaren" if asked_years else "Loopt nu", now),
        *_headed("Loopt onder een verwant thema", [] if now else _running_beside(dossier, base)),
        *_headed("Uit een eerdere periode", past),
        *_headed("Wat een later stuk zegt over het einde of de verandering", endings),
    ]
    title, said = "Speerpunten", "Wat de stukken zelf een speerpunt of prioriteit noemen, met de looptijd."
    if not now:
        said += " Er is geen speerpunt gevonden dat nu loopt." if not asked_years else ""
    said = (said if items else NOTHING) + torn_words(dossier)
    return Chapter(title, said, tuple(items), dossier.speerpunten, _address(base, "speerpunten", dossier))


def _running_beside(dossier: Dossier, base: str) -> list[Item]:
    """The speerpunten that run under neighbouring themes, with the name of the theme."""
    items = [(each.theme, _of_priority(priority, base)) for each in dossier.beside for priority in each.running]
    return [replace(item, lead=f"{theme_label(theme)} · {item.lead}") for theme, item in items[:_MOST_BESIDE]]


def _headed(head: str, items: Sequence[Item]) -> list[Item]:
    return [replace(items[0], head=head), *items[1:]] if items else []


def _of_priority(each: Priority, base: str) -> Item:
    return _item(each.row, base, period_words(each.period, each.runs))


def _promises(dossier: Dossier, base: str) -> Chapter:
    """What was promised; what is asked after stands with the questions only."""
    title = "Wat is beloofd, en wat ervan kwam"
    if not dossier.promises.lines and dossier.gaps:
        return Chapter(title, "Wat is gevonden, staat hierboven bij de vragen." + torn_words(dossier), ())
    said = (
        "Voornemens en toezeggingen waar hierboven geen vraag over staat. Eerst wat over tijd is, dan wat stevig is "
        "beloofd zonder termijn, wat nog moet komen, en wat later is gemeld. Vage voornemens staan als laatste."
        + nothing_found(dossier.promises.lines)
        + torn_words(dossier)
    )
    items = [_of_promise(outcome, dossier, base) for outcome in dossier.promises.lines]
    return _chapter(title, said, items, dossier.promises, _address(base, "toezeggingen", dossier))


def _of_promise(outcome: Outcome, dossier: Dossier, base: str) -> Item:
    line = _item(outcome.row, base, promise_words(outcome, dossier.made))
    return replace(line, quote=promise_quote(outcome) or line.quote, below=tuple(_outcome(outcome, base)))


def _outcome(outcome: Outcome, base: str) -> Iterable[Item]:
    listed = outcome.trail.register
    if listed is not None and listed.id != outcome.row.id:
        yield _item(listed, base, outcome_words(outcome, "listed"))
    step = outcome.step
    if step is not None and (listed is None or step.passage.document.id != listed.document.id):
        yield _of_step(step, base, outcome_words(outcome, "told" if outcome.is_sure else "perhaps"))


def _costs(dossier: Dossier, base: str) -> Chapter:
    items = tuple(item for group in dossier.costs.lines for item in _of_group(group, base))
    if not items and not dossier.taakvelden:
        return Chapter("Wat het mag kosten", NOTHING, ())
    whole = _address(base, "thema", dossier)
    return Chapter("Wat het mag kosten", paid(dossier), items, dossier.costs.total, whole, _table(dossier, base), False)


def _table(dossier: Dossier, base: str) -> Table | None:
    """The task fields of the theme below each other."""
    if not dossier.taakvelden:
        return None
    rows = [Row(field_cells(each), _address_of(each.row, base)) for each in dossier.taakvelden]
    total = total_cells(dossier.taakvelden)
    return Table(field_source(dossier.taakvelden), FIELD_COLUMNS, (*rows, *([Row(total, "")] if total else [])))


def _of_group(group: CostGroup, base: str) -> list[Item]:
    """The lines of one table or heading below its name."""
    first = group.lines[0].row
    return _headed(tidy(citation_of(replace(first, page=None))), [_of_cost(line, base) for line in group.lines])


def _of_cost(line: Cost, base: str) -> Item:
    quote = "" if line.label else shortened(line.quote)
    return Item(tidy(cost_words(line)), quote, page_words(line.row, *line.again), _address_of(line.row, base))


def _address_of(row: FactRow, base: str) -> str:
    return address_of(row, (row.fact.start, row.fact.end), base)


def _questions(dossier: Dossier, base: str) -> Chapter:
    items = [item for gap in dossier.gaps for item in _question(gap, dossier, base)]
    return Chapter("Vragen om te stellen", questions_said(dossier), tuple(items), len(items))


def _question(gap: Gap, dossier: Dossier, base: str) -> list[Item]:
    """The question beside the words that it is about; where sums differ or a list gives a state, beside both."""
    below = list[Item]()
    step = gap.outcome.step if gap.outcome and gap.kind == "delayed" else None
    if step is not None:
        below.append(_of_step(step, base, "Later gemeld"))
    elif gap.term is not None:
        below.append(_of_step(gap.term.step, base, "Daarnaast"))
    elif gap.beside is not None:
        lead = "Later gemeld" if gap.kind == "delayed" else "Daarnaast"
        told = words_of(gap.beside) if isinstance(gap.beside.fact, Indicator) else ""
        below.append(_item(gap.beside, base, " · ".join(filter(None, [lead, told]))))
    listed = gap.outcome.trail.register if gap.outcome and gap.kind in {"open in list", "bottleneck"} else None
    if listed is not None and listed.id != gap.about.id:
        below.append(_item(listed, base, "In de lijst"))
    line = _item(gap.about, base, asked(gap, dossier.made))
    said = promise_quote(gap.outcome) if gap.outcome and gap.outcome.row.id == gap.about.id else ""
    return [replace(line, quote=said or line.quote, below=tuple(below))]
