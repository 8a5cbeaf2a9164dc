"""Thema: one theme of one municipality through the years, with the amounts and indicators beside it."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow
from index.tracing.theme_cycle import Cycle, Turn, cycle
from index.tracing.theme_figures import IndicatorSeries, SumSeries
from ingest.fact_types import Amount, Commitment, Speerpunt
from ingest.themes import THEMES
from views.address import here
from views.charts import cycle_chart, indicator_chart, show_chart, sums_chart
from views.columns import fact_rows
from views.figures import indicator_table, indicators_table, sums_table
from views.filters import filters_beside, most_first, put_filter
from views.judging import marked
from views.links import document_address, sheet, show_link, show_sheets, show_source
from views.listing import show_unread
from views.matrix import counted_passages, counted_speerpunten
from views.quote import show_heading, show_quote, show_words
from views.shared import State, open_library, state_of
from views.taking import app_address, show_take_along, today
from views.theme_words import STAGE, figure_facts, series_name, turn_rows
from views.when import when
from views.words import KIND, KIND_OF_ONE, STRENGTH, amount_in_words, counted, cut_short, doc_type_label, theme_label

PAGE = "views/thema.py"
DOSSIER_PAGE = "views/sessiedossier.py"
COMPARE_PAGE = "views/vergelijken.py"
PER_PAGE = 10
MOST_SERIES = 6
MOST_OTHERS = 10
LONGEST_QUOTE = 420
_CHOSEN = "thema-kiezen"


def show() -> None:
    """The choice of a theme and a municipality; then the theme through the years."""
    st.title("Thema", anchor=False)
    st.text("Eén thema door de jaren heen: wat is gepland, begroot, verantwoord en in de raad gezegd.")
    filters = filters_beside()
    library = open_library()
    theme = _chosen_theme(library, filters)
    if theme is None:
        if not filters.themes:
            st.text("Kies hierboven een thema.")
        return
    municipality = _chosen_municipality(library, replace(filters, themes=(theme,)))
    if municipality is None:
        return
    asked = replace(filters, themes=(theme,), municipalities=(municipality,), officials=())
    found = _cycle(state_of(library), library, theme, asked)
    _show_head(found, municipality, filters)
    if found.turns:
        _show_turns(found)
        _show_sums(found)
        _show_indicators(found)
    _show_silent(found)


@st.cache_resource(show_spinner="De stukken worden doorgenomen …", max_entries=32)
def _cycle(state: State, _library: Library, theme: str, filters: Filters) -> Cycle:
    return cycle(_library, theme, filters)


def _chosen_theme(library: Library, filters: Filters) -> str | None:
    """The first theme of the filter, in a box with those that occur."""
    occur = library.facets(filters).themes
    known = [theme for theme in filters.themes if theme in THEMES]
    options = [*most_first(dict.fromkeys(known, 0) | occur)]
    st.session_state[_CHOSEN] = known[0] if known else None
    st.selectbox(
        "Welk thema?",
        options,
        key=_CHOSEN,
        index=None,
        placeholder="Kies een thema",
        format_func=lambda theme: f"{theme_label(theme)} ({counted(occur.get(theme, 0))})",
        on_change=_choose_theme,
    )
    if len(known) > 1:
        st.text(f"U koos {len(known)} thema's onder Filters; hier ziet u er één tegelijk.")
    return known[0] if known else None


def _choose_theme() -> None:
    chosen = st.session_state[_CHOSEN]
    put_filter("themes", [chosen] if chosen else [])


def _chosen_municipality(library: Library, filters: Filters) -> str | None:
    """The one of the filter, or the only one there is; else links to choose one."""
    speaking = library.facets(filters).municipalities
    options = list(filters.municipalities) or sorted(speaking)
    if len(options) == 1:
        return options[0]
    if not options:
        st.text("Geen gemeente heeft een stuk over dit thema. Kies een ander thema of minder filters.")
        return None
    show_heading("Kies een gemeente", level=2)
    st.text("Deze bladzijde toont één gemeente tegelijk.")
    for name in options:
        label = f"{name}: {counted(speaking.get(name, 0))} over dit thema"
        show_link(label, here() | {"gemeente": [name]}, page=PAGE)
    return None


def _show_head(found: Cycle, municipality: str, filters: Filters) -> None:
    show_heading(f"{theme_label(found.theme)} in {municipality}", level=2)
    passages = sum(turn.passages for turn in found.turns)
    read = len(found.turns) + len(found.silent) + sum(row.status == "partial" for row in found.unread)
    st.text(f"{counted_passages(passages)} in {len(found.turns)} van {read} doorzochte stukken.")
    if filters.officials:
        st.text("Het filter Bestuurder telt op deze bladzijde niet mee.")
    show_unread()
    address = {"gemeente": [municipality], "thema": [found.theme]}
    with st.container(horizontal=True):
        show_link("Maak een sessiedossier", address, page=DOSSIER_PAGE)
        show_link("Vergelijk met andere gemeenten", {"thema": [found.theme]}, page=COMPARE_PAGE)


def _show_turns(found: Cycle) -> None:
    show_heading("Tijdlijn", level=2)
    chart = cycle_chart(found.turns)
    if chart is not None:
        show_chart(chart)
        st.caption(
            "Een rondje is een stuk, of meer stukken kort na elkaar. Het getal zegt hoeveel passages erover gaan."
        )
    base, made = app_address(), today()
    said = "Elk stuk op een rij, met aantallen, citaat, bladzijde en link."
    show_take_along(lambda: turn_rows(found.turns, base, made), "thema-tijdlijn", said)
    for turn in sheet(found.turns, PER_PAGE):
        _show_turn(turn)
    show_sheets(PAGE, len(found.turns), PER_PAGE)


def _show_turn(turn: Turn) -> None:
    with st.container(border=True):
        show_heading(f"{when(turn.document)}: {doc_type_label(turn.document.doc_type)}", below=turn.document.title)
        st.caption("  ·  ".join(_counts(turn)))
        if turn.quote.torn:
            st.text("Hier lopen kolommen van het stuk door elkaar. Lees het in het stuk zelf:")
        else:
            show_quote(cut_short(turn.quote.text, LONGEST_QUOTE))
        show_source(turn.quote.passage, turn.quote.start, turn.quote.end)
        for row in turn.speerpunten:
            if isinstance(row.fact, Speerpunt):
                _show_fact(f"Speerpunt: {row.fact.label}", row)
        for row in turn.commitments:
            if isinstance(row.fact, Commitment):
                done = row.fact.status == "realised"
                said = "Gedaan" if done else f"Toezegging of voornemen ({STRENGTH[row.fact.strength]})"
                _show_fact(f"{said}: {row.fact.text}", row)


def _counts(turn: Turn) -> list[str]:
    counts = [STAGE[turn.stage], counted_passages(turn.passages)]
    if turn.speerpunten:
        counts.append(counted_speerpunten(len(turn.speerpunten)))
    if turn.promised:
        shown = len(turn.commitments)
        rest = f", hieronder de {shown} stevigste" if turn.promised > shown else ""
        counts.append(f"{counted(turn.promised, KIND_OF_ONE['commitment'], KIND['commitment'])}{rest}")
    return counts


def _show_fact(label: str, row: FactRow) -> None:
    show_link(label, document_address(row.document, row.page, row.fact.start, row.fact.end))


def _show_sums(found: Cycle) -> None:
    show_heading("Bedragen", level=2)
    if not found.sums and not found.other_sums:
        st.text("Geen bedragen over dit thema gevonden in deze stukken.")
        return
    if found.sums or found.indicators or found.other_sums:
        base, made = app_address(), today()
        said = "Alle bedragen en indicatoren op een rij, met citaat, stuk, bladzijde en link."
        show_take_along(lambda: fact_rows(figure_facts(found), base, made, said=marked()), "thema-cijfers", said)
    if found.sums:
        st.text(
            "Per rij van een tabel. Er is niets opgeteld, want rijen kunnen elkaar overlappen. "
            "Geven meer stukken hetzelfde bedrag van een jaar, dan staat hier het nieuwste."
        )
    if len(found.sums) > MOST_SERIES:
        st.text(f"U ziet {MOST_SERIES} van de {len(found.sums)} rijen; ze staan allemaal onder Meenemen.")
    for series in found.sums[:MOST_SERIES]:
        _show_series(series)
    _show_other_sums(found.other_sums)


def _show_series(series: SumSeries) -> None:
    show_heading(series_name(series))
    picture, table = st.columns(2, gap="large")
    with picture:
        show_chart(sums_chart(series))
    with table:
        st.html(sums_table(series))


def _show_other_sums(rows: Sequence[FactRow]) -> None:
    if not rows:
        return
    show_heading(
        "Andere bedragen" if len(rows) <= MOST_OTHERS else f"Andere bedragen: {MOST_OTHERS} van de {len(rows)}"
    )
    shown = rows[:MOST_OTHERS]
    passages = {passage.id: passage for passage in open_library().passages([row.passage_id or 0 for row in shown])}
    with st.container(border=True):
        for row in shown:
            passage = passages.get(row.passage_id or 0)
            if isinstance(row.fact, Amount):
                st.text(amount_in_words(row.fact))
            show_words(row, passage)
            show_source(row, row.fact.start, row.fact.end)


def _show_indicators(found: Cycle) -> None:
    show_heading("Indicatoren", level=2)
    if not found.indicators:
        st.text("Geen indicatoren over dit thema gevonden in deze stukken.")
        return
    lines = [series for series in found.indicators if _has_line(series)]
    for series in lines:
        show_heading(f"{series.name} ({series.unit})" if series.unit else series.name)
        picture, table = st.columns(2, gap="large")
        with picture:
            show_chart(indicator_chart(series))
        with table:
            st.html(indicator_table(series))
    others = [series for series in found.indicators if not _has_line(series)]
    if others:
        show_heading("Met cijfers van één jaar" if lines else "Cijfers van één jaar")
        st.html(indicators_table(others))


def _has_line(series: IndicatorSeries) -> bool:
    """Whether two years have a number."""
    dated = [figure for figure in series.figures if figure.year is not None]
    return sum(any(number is not None for number in figure.numbers) for figure in dated) > 1


def _show_silent(found: Cycle) -> None:
    for title, rows in (
        ("Gelezen, maar niets over dit thema gevonden", found.silent),
        ("Niet of maar deels gelezen, en niets over dit thema gevonden", found.unread),
    ):
        if rows:
            with st.expander(f"{title}: {counted(len(rows))}"):
                for row in rows:
                    show_link(row.title, {"doc": [row.source.sha256]})


show()
