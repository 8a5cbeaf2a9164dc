"""Wat veranderde er: two plans side by side, first the speerpunten, then the passages of one theme at a time."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from index.changes import Change, Changes, Kind, by_theme, changes
from index.library import Library
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.stages import Stage, stage
from ingest.fact_types import Speerpunt
from views.address import fill, filled, here, parameter, put
from views.links import CHANGES_PAGE, document_address, sheet, show_link, show_sheets, show_source
from views.quote import show_heading, show_quote
from views.shared import State, encoder, open_library, state_of
from views.words import counted, doc_type_label, theme_label, whole

Row = TypeVar("Row")

KIND: dict[Kind, str] = {"same": "Gebleven", "changed": "Gewijzigd", "new": "Nieuw", "dropped": "Verdwenen"}
PASSAGE_KIND: dict[Kind, str] = {
    "changed": "In beide, met andere woorden",
    "same": "In beide, vrijwel gelijk",
    "new": "Alleen in het nieuwe stuk",
    "dropped": "Alleen in het oude stuk",
}
"""In the order of the screen: what can be compared comes first."""
SIDES = ("Oud", "Nieuw")
_ALL = "alles"
_NO_THEME = "geen"
_PASSAGES = ("passage", "passages")
_ABSENT = {
    (True, "oude"): "Nog geen speerpunt in het oude stuk; het wordt er wel genoemd:",
    (True, "nieuwe"): "Geen speerpunt meer in het nieuwe stuk; het wordt er nog genoemd:",
    (False, "oude"): "Niet met deze woorden genoemd in het oude stuk",
    (False, "nieuwe"): "Niet met deze woorden genoemd in het nieuwe stuk",
}
"""What is said of a speerpunt that one plan lacks: whether that plan names it, and which plan it is."""
_PLACE = "veranderd-gemeente"
_SIDES_NEEDED = 2
_LEAST_TELLING = 9
"""After every pair of one kind: two papers of different kinds come before one paper."""
_STAGES: tuple[Stage, ...] = ("plan", "begroting", "verslag", "raad")


def show() -> None:
    """The choice of two documents, then what changed."""
    st.title("Wat veranderde er?", anchor=False)
    st.text("Twee stukken van dezelfde gemeente naast elkaar: wat bleef, veranderde, nieuw is of verdween.")
    documents = [row for row in open_library().documents() if row.status != "failed" and row.municipality]
    old, new = _choose(documents)
    if old is None or new is None:
        st.text("Kies hierboven een gemeente en twee stukken.")
        return
    found = _changes(state_of(open_library()), open_library(), old.id, new.id)
    st.text("Gekoppeld op woorden en betekenis: kijk zelf of het klopt. De tekst zelf is niet samengevat.")
    _show_documents(old, new)
    _show_speerpunten(found)
    _show_passages(found)


def _choose(documents: Sequence[DocumentRow]) -> tuple[DocumentRow | None, DocumentRow | None]:
    """The two documents that the address names, or else the two newest plans of one kind, of a municipality that has
    them."""
    by_place: dict[str, list[DocumentRow]] = defaultdict(list)
    for row in sorted(documents, key=_order):
        by_place[row.municipality or ""].append(row)
    if not by_place:
        return None, None
    places = sorted(by_place)
    asked = parameter("gemeente")
    fill(_PLACE, asked if asked in places else min(places, key=lambda name: _rank(_usual(by_place[name]))))
    place = st.selectbox("Gemeente", places, key=_PLACE)
    filled(_PLACE, place)
    put("gemeente", [place])
    own = by_place[place]
    if len(own) < _SIDES_NEEDED:
        st.text("Van deze gemeente is er maar één stuk dat gelezen kon worden.")
        return None, None
    before, after = _usual(own)
    left, right = st.columns(2)
    old = _pick(left, "Het oude stuk", "oud", own, before)
    new = _pick(right, "Het nieuwe stuk", "nieuw", own, after)
    return (old, new) if old.id != new.id else (None, None)


def _order(row: DocumentRow) -> tuple[str, str]:
    when = moment(row)
    return (when.isoformat() if when else "", row.title)


def _usual(documents: Sequence[DocumentRow]) -> Sequence[DocumentRow]:
    """The newest two of a type that there are two of, plans before budgets and reports; else the newest two, or one."""
    by_type: dict[str | None, list[DocumentRow]] = defaultdict(list)
    for row in documents:
        by_type[row.doc_type].append(row)
    pairs = [rows[-2:] for rows in by_type.values() if len(rows) >= _SIDES_NEEDED]
    return min(pairs, key=_rank, default=documents[-2:])


def _rank(pair: Sequence[DocumentRow]) -> int:
    """Which pair says most of what changed, the lowest first: two plans of one kind, then budgets, then the rest."""
    if len(pair) < _SIDES_NEEDED or pair[0].doc_type != pair[1].doc_type:
        return _LEAST_TELLING - len(pair)
    if pair[0].doc_type == "ivp":
        return 0
    own = stage(pair[0])
    return 1 + (_STAGES.index(own) if own in _STAGES else len(_STAGES))


def _pick(
    where: st.delta_generator.DeltaGenerator,
    label: str,
    name: str,
    documents: Sequence[DocumentRow],
    usual: DocumentRow,
) -> DocumentRow:
    by_hash = {row.source.sha256: row for row in documents}
    asked = parameter(name)
    key = f"veranderd-{name}"
    fill(key, asked if asked in by_hash else usual.source.sha256)
    chosen = where.selectbox(label, list(by_hash), key=key, format_func=lambda sha256: _named(by_hash[sha256]))
    filled(key, chosen)
    put(name, [chosen])
    return by_hash[chosen]


def _named(row: DocumentRow) -> str:
    kind = doc_type_label(row.doc_type)
    return row.title if kind.casefold() in row.title.casefold() else f"{row.title} ({kind})"


@st.cache_resource(show_spinner="De stukken worden vergeleken …", max_entries=16)
def _changes(state: State, _library: Library, old: int, new: int) -> Changes:
    rows = _library.documents_by_id([old, new])
    return changes(_library, encoder(), rows[old], rows[new])


def _show_documents(old: DocumentRow, new: DocumentRow) -> None:
    for label, row in zip(SIDES, (old, new), strict=True):
        show_link(f"{label}: {_named(row)}", document_address(row, None))
        if row.status == "partial":
            st.warning("Dit stuk kon maar deels worden gelezen: wat hier verdwenen lijkt, kan er wel staan.")


def _show_speerpunten(found: Changes) -> None:
    show_heading("Speerpunten", level=2)
    if not found.speerpunten:
        st.text("In geen van beide stukken zijn speerpunten gevonden.")
    for kind, label in KIND.items():
        of_kind = [change for change in found.speerpunten if change.kind == kind]
        if of_kind:
            show_heading(f"{label}: {len(of_kind)}", level=3)
            for change in of_kind:
                _show_speerpunt(change)


def _show_speerpunt(change: Change[FactRow]) -> None:
    with st.container(border=True):
        absent = tuple(_ABSENT[change.named is not None, side] for side in ("oude", "nieuwe"))
        _side_by_side(change, _label, lambda row: show_source(row, row.fact.start, row.fact.end), absent)


def _label(row: FactRow) -> str:
    return row.fact.label if isinstance(row.fact, Speerpunt) else row.fact.text


def _show_passages(found: Changes) -> None:
    """How much both plans have, then a theme at a time: the passages of whole budgets are too many to read."""
    show_heading("Onderwerp voor onderwerp", level=2)
    st.text(_in_words(found))
    themes = {theme or _NO_THEME: changed for theme, changed in by_theme(found.passages).items()}
    chosen = parameter("onderwerp")
    if chosen in themes:
        show_link("Alle onderwerpen", here() | {"onderwerp": [], "laat": []}, page=CHANGES_PAGE)
        _show_theme(chosen, themes[chosen])
        return
    st.text("Kies een onderwerp om de passages naast elkaar te zien.")
    for theme, changed in themes.items():
        address = here() | {"onderwerp": [theme]}
        show_link(f"{_theme_name(theme)}: {_counts(changed)}", address, page=CHANGES_PAGE)


def _in_words(found: Changes) -> str:
    number = Counter(change.kind for change in found.passages)
    both, old, new = number["same"] + number["changed"], number["dropped"], number["new"]
    return (
        f"Het oude stuk telt {counted(both + old, *_PASSAGES)}, het nieuwe {whole(both + new)}. "
        f"In beide stukken over hetzelfde: {whole(both)}, waarvan {whole(number['same'])} vrijwel gelijk. "
        f"Alleen in het oude: {whole(old)}. Alleen in het nieuwe: {whole(new)}. "
        "Wat maar in één stuk staat, kan weg of nieuw zijn, of in heel andere woorden in het andere staan."
    )


def _counts(changed: Sequence[Change[PassageRow]]) -> str:
    number = Counter(change.kind for change in changed)
    both = number["same"] + number["changed"]
    return f"{whole(both)} in beide, {whole(number['dropped'])} alleen oud, {whole(number['new'])} alleen nieuw"


def _theme_name(theme: str) -> str:
    return "Zonder onderwerp" if theme == _NO_THEME else theme_label(theme)


def _show_theme(theme: str, changed: Sequence[Change[PassageRow]]) -> None:
    show_heading(_theme_name(theme), level=3)
    number = Counter(change.kind for change in changed)
    options = [_ALL, *(kind for kind in PASSAGE_KIND if number[kind])]
    asked = parameter("laat")
    chosen = st.radio(
        "Laat zien",
        options,
        options.index(asked) if asked in options else 0,
        format_func=lambda kind: (
            f"Alles ({whole(len(changed))})" if kind == _ALL else f"{PASSAGE_KIND[kind]} ({whole(number[kind])})"
        ),
        horizontal=True,
    )
    put("laat", [chosen] if chosen != _ALL else [])
    shown = [change for kind in PASSAGE_KIND for change in changed if change.kind == kind and chosen in (_ALL, kind)]
    for change in sheet(shown):
        with st.container(border=True):
            st.caption(PASSAGE_KIND[change.kind])
            _side_by_side(change, _passage_text, lambda row: show_source(row, row.start, row.end))
    show_sheets(CHANGES_PAGE, len(shown))


def _passage_text(row: PassageRow) -> str:
    return row.text


def _side_by_side(
    change: Change[Row],
    text: Callable[[Row], str],
    source: Callable[[Row], None],
    absent: Sequence[str] = ("Niet in het oude stuk", "Niet in het nieuwe stuk"),
) -> None:
    """The old on the left, the new on the right; what is absent is said in words, with where it is named after all."""
    for where, side, row, said in zip(st.columns(2), SIDES, (change.old, change.new), absent, strict=True):
        with where:
            if row is not None:
                st.caption(side)
                show_quote(text(row))
                source(row)
                continue
            st.caption(said)
            if change.named:
                show_quote(change.named.text)
                begin = change.named.passage.start
                show_source(change.named.passage, begin + change.named.start, begin + change.named.end)


show()
