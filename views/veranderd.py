"""Wat veranderde er: two plans side by side, first the speerpunten, then the passages of one theme at a time."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from index.changes import Change, Changes, by_theme, changes
from index.library import Library
from index.store.rows import DocumentRow, FactRow, PassageRow
from views.address import here, parameter, put
from views.change_rows import KIND, OF_PASSAGES, SIDES, change_rows, label_of
from views.citing import show_citing
from views.figures import figure_pairs_table
from views.links import CHANGES_PAGE, document_address, sheet, show_link, show_sheets, show_source
from views.plan_choice import choose_papers, named
from views.quote import show_heading, show_quote
from views.shared import State, encoder, open_library, state_of
from views.taking import app_address, show_take_along, today
from views.words import counted, theme_label, whole

Row = TypeVar("Row", FactRow, PassageRow)

_ALL = "alles"
_NO_THEME = "geen"
_PASSAGES = ("passage", "passages")
_OTHERS = ("oude", "nieuwe")


def show() -> None:
    """The choice of two documents, then what changed."""
    st.title("Wat veranderde er?", anchor=False)
    st.text("Twee stukken van dezelfde gemeente naast elkaar: wat in beide staat, en wat maar in één is gevonden.")
    documents = [row for row in open_library().documents() if row.status != "failed" and row.municipality]
    old, new = choose_papers(documents)
    if old is None or new is None:
        st.text("Kies hierboven een gemeente en twee stukken.")
        return
    found = _changes(state_of(open_library()), open_library(), old.id, new.id)
    st.text("Gekoppeld op woorden en betekenis: kijk zelf of het klopt. De tekst zelf is niet samengevat.")
    _show_documents(old, new)
    _show_take_along(found)
    _show_speerpunten(found)
    _show_indicators(found)
    _show_passages(found)


@st.cache_resource(show_spinner="De stukken worden vergeleken …", max_entries=16)
def _changes(state: State, _library: Library, old: int, new: int) -> Changes:
    rows = _library.documents_by_id([old, new])
    return changes(_library, encoder(), rows[old], rows[new])


def _show_documents(old: DocumentRow, new: DocumentRow) -> None:
    """Links to both, what it means that something stands in one alone, and what could not be read well."""
    for label, row in zip(SIDES, (old, new), strict=True):
        show_link(f"{label}: {named(row)}", document_address(row, None))
    st.text(
        "Wat maar in één stuk is gevonden, hoeft niet nieuw of weg te zijn: het andere stuk kan het in heel andere "
        "woorden zeggen."
    )
    partly = [(label, row) for label, row in zip(SIDES, (old, new), strict=True) if row.status == "partial"]
    if partly:
        st.warning("Niet alles kon goed worden gelezen. Wat niet is teruggevonden, kan ook hier staan:")
        for label, row in partly:
            st.text("\n".join(f"{label}. {problem}" for problem in row.problems))


def _show_take_along(found: Changes) -> None:
    base, made = app_address(), today()
    said = "Alle speerpunten, indicatoren en passages op een rij, oud naast nieuw, met citaat, stuk, bladzijde en link."
    show_take_along(lambda: change_rows(found, base, made), "veranderd", said)


def _show_speerpunten(found: Changes) -> None:
    show_heading("Speerpunten", level=2)
    if said := _of_speerpunten(found):
        st.text(said)
    for kind, label in KIND.items():
        of_kind = [change for change in found.speerpunten if change.kind == kind]
        if of_kind:
            show_heading(f"{label}: {len(of_kind)}", level=3)
            for change in of_kind:
                with st.container(border=True):
                    _side_by_side(change, label_of, lambda row: (row.fact.start, row.fact.end), _absent(change))


def _of_speerpunten(found: Changes) -> str:
    """What it means that nothing is paired; empty where something is."""
    kinds = {change.kind for change in found.speerpunten}
    if not kinds:
        return "In geen van beide stukken zijn speerpunten gevonden."
    if kinds == {"new", "dropped"}:
        return (
            "Geen speerpunt is in beide stukken teruggevonden. Dat betekent niet dat alles anders is: wat het ene stuk "
            "een speerpunt of prioriteit noemt, staat in het andere vaak als gewone tekst."
        )
    lacking = [other for kind, other in zip(("new", "dropped"), _OTHERS, strict=True) if kinds == {kind}]
    return "".join(
        f"In het {other} stuk zijn geen speerpunten gevonden. Er valt niets te vergelijken." for other in lacking
    )


def _absent(change: Change[FactRow]) -> list[str]:
    """What is said of a speerpunt that a paper lacks, by side: whether that paper names it all the same."""
    said = "Niet als speerpunt gevonden in het {} stuk; het wordt er wel genoemd:"
    return [(said if change.named else "Niet met deze woorden teruggevonden in het {} stuk").format(o) for o in _OTHERS]


def _show_indicators(found: Changes) -> None:
    """The figures that both papers give, in a table."""
    if not found.figures:
        return
    show_heading("Indicatoren met een cijfer in beide stukken", level=2)
    changed = sum(pair.is_changed for pair in found.figures)
    number = counted(len(found.figures), "indicator", "indicatoren")
    st.text(f"{number}, waarvan {changed} met een ander cijfer. Let op het jaar, en of de eenheid dezelfde is.")
    st.html(figure_pairs_table(found.figures))


def _show_passages(found: Changes) -> None:
    """How much both plans have, then a theme at a time: the passages of whole budgets are too many to read."""
    show_heading("Onderwerp voor onderwerp", level=2)
    st.text(f"{_in_words(found)} Tabellen met cijfers zijn hier weggelaten.")
    themes = {theme or _NO_THEME: changed for theme, changed in by_theme(found.passages).items()}
    chosen = parameter("onderwerp")
    if chosen in themes:
        show_link("Alle onderwerpen", here() | {"onderwerp": [], "laat": []}, page=CHANGES_PAGE)
        _show_theme(chosen, themes[chosen])
        return
    st.text("Kies een onderwerp om de passages naast elkaar te zien.")
    both = {theme: number for theme, changed in themes.items() if (number := _in_both(changed))}
    for theme, number in both.items():
        _show_topic(theme, f"{_theme_name(theme)}: {whole(number)} in beide")
    alone = [theme for theme in themes if theme not in both]
    if alone:
        with st.expander(f"Onderwerpen zonder passage die in beide staat: {len(alone)}"):
            for theme in alone:
                _show_topic(theme, _theme_name(theme))


def _show_topic(theme: str, label: str) -> None:
    show_link(label, here() | {"onderwerp": [theme]}, page=CHANGES_PAGE)


def _in_words(found: Changes) -> str:
    number = Counter(change.kind for change in found.passages)
    both = number["same"] + number["changed"]
    verb = "gaat" if both == 1 else "gaan"
    return (
        f"{counted(both, *_PASSAGES)} {verb} in beide stukken over hetzelfde onderwerp; vrijwel gelijk: "
        f"{whole(number['same'])}. Ongeveer een op de drie is ten onrechte gekoppeld: vergelijk zelf."
    )


def _in_both(changed: Sequence[Change[PassageRow]]) -> int:
    """How many passages have a counterpart; how many have none says how long the papers are, not what changed."""
    return sum(change.kind in ("same", "changed") for change in changed)


def _theme_name(theme: str) -> str:
    return "Zonder onderwerp" if theme == _NO_THEME else theme_label(theme)


def _show_theme(theme: str, changed: Sequence[Change[PassageRow]]) -> None:
    show_heading(_theme_name(theme), level=3)
    number = Counter(change.kind for change in changed)
    st.text(f"{whole(_in_both(changed))} in beide.")
    options = [_ALL, *(kind for kind in KIND if number[kind])]
    asked = parameter("laat")
    chosen = st.radio(
        "Laat zien",
        options,
        options.index(asked) if asked in options else 0,
        format_func=lambda kind: "Alles" if kind == _ALL else OF_PASSAGES[kind],
        horizontal=True,
    )
    put("laat", [chosen] if chosen != _ALL else [])
    shown = [change for kind in KIND for change in changed if change.kind == kind and chosen in (_ALL, kind)]
    for change in sheet(shown):
        with st.container(border=True):
            st.caption(OF_PASSAGES[change.kind])
            absent = [f"Niet teruggevonden in het {other} stuk" for other in _OTHERS]
            _side_by_side(change, lambda row: row.text, lambda row: (row.start, row.end), absent)
    show_sheets(CHANGES_PAGE, len(shown))


def _side_by_side(
    change: Change[Row], text: Callable[[Row], str], span: Callable[[Row], tuple[int, int]], absent: Sequence[str]
) -> None:
    """The old on the left, the new on the right; what is absent is said in words, with where it is named after all."""
    for where, side, row, said in zip(st.columns(2), SIDES, (change.old, change.new), absent, strict=True):
        with where:
            if row is not None:
                st.caption(side)
                show_quote(text(row))
                show_source(row, *span(row))
                show_citing(row, text(row), span(row))
                continue
            st.caption(said)
            if change.named:
                show_quote(change.named.text)
                begin = change.named.passage.start
                show_source(change.named.passage, begin + change.named.start, begin + change.named.end)


show()
