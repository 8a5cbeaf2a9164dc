"""Vergelijken: themes side by side, for municipalities or for the years of the chosen ones."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from index.compare import Axis, Matrix, compare
from index.language.fold import name_key
from index.library import Library
from index.places import Place, comparable, of_its_province, places
from index.store.filters import Filters
from index.tracing.basis import Unlike, shared_types, unlike
from views.address import here, parameter, put
from views.axes import AXES, MOST_THEMES, columns_of, themes_of
from views.filters import FILTERS, describe, filters_beside
from views.links import CHANGES_PAGE, show_link
from views.listing import documents_of, show_unread
from views.matrix import matrix_html, matrix_rows
from views.quote import show_heading
from views.shared import State, open_library, state_of
from views.taking import app_address, show_take_along, today
from views.torn import show_torn
from views.words import counted, doc_type_label, whole

PAGE = "views/vergelijken.py"
MOST_COLUMNS = 6
MOST_TYPES = 3
UNLIKE: dict[Unlike, str] = {
    "kinds": "in soort",
    "years": "in jaar",
    "length": "in hoeveelheid tekst",
}
"""In what the papers of columns differ whose counts can't be laid side by side."""


def show() -> None:
    """What is compared, the table, and how to take it along."""
    st.title("Vergelijken", anchor=False)
    st.text("Thema's naast elkaar: van gemeenten, of van jaren. Elke cel heeft een bron, of zegt waarom hij leeg is.")
    filters = filters_beside()
    chosen = {"gemeente": list(filters.municipalities[:1])} if filters.municipalities else {}
    show_link("Wat veranderde er tussen twee plannen?", chosen, page=CHANGES_PAGE)
    axis = _axis()
    library = open_library()
    columns = columns_of(library, axis, filters)
    themes = themes_of(library, filters)
    if not columns or not themes:
        st.text("Er is niets om te vergelijken. Kies minder filters, of kijk onder Collectie welke stukken er zijn.")
        return
    shown = columns[-MOST_COLUMNS:] if axis == "years" else columns[:MOST_COLUMNS]
    _show_choice(library, axis, themes, filters)
    _show_left_out(axis, columns, shown, filters)
    matrix = _matrix(state_of(library), library, axis, tuple(shown), tuple(themes), filters, today())
    _show_unlike(matrix)
    _show_torn(matrix, filters)
    st.html(matrix_html(matrix, _caption(axis, filters)))
    _show_below(matrix)


def _axis() -> Axis:
    chosen = parameter("naast")
    names = list(AXES)
    label = st.radio(
        "Wat zet u naast elkaar?",
        names,
        names.index(chosen) if chosen in AXES else 0,
        format_func=str.capitalize,
        horizontal=True,
    )
    put("naast", [label] if label != names[0] else [])
    return AXES[label]


@st.cache_resource(show_spinner=False, max_entries=32)
def _matrix(
    state: State,
    _library: Library,
    axis: Axis,
    columns: Sequence[str],
    themes: Sequence[str],
    filters: Filters,
    day: datetime.date,
) -> Matrix:
    return compare(_library, axis, columns, themes, filters, day)


def _show_torn(matrix: Matrix, filters: Filters) -> None:
    """Of the papers below the columns those that are on a theme of the table, and were taken across their columns."""
    below = {document.id for column in matrix.columns for document in matrix.documents[column]}
    show_torn(row for row in documents_of(replace(filters, themes=matrix.themes, officials=())) if row.id in below)


def _show_unlike(matrix: Matrix) -> None:
    """A warning where the counts of two columns can't be laid side by side, and what can be."""
    columns = [matrix.documents[column] for column in matrix.columns]
    reasons = [UNLIKE[reason] for reason in unlike(columns) if (matrix.axis, reason) != ("years", "years")]
    if not reasons:
        return
    named = " en ".join(filter(None, (", ".join(reasons[:-1]), reasons[-1])))
    st.warning(
        f"Vergelijk de aantallen niet zomaar: de stukken onder de kolommen verschillen te veel {named}. "
        "Een hoger aantal betekent dus niet dat er meer beleid is.",
        icon=":material/warning:",
    )
    for doc_type in shared_types(columns)[:MOST_TYPES]:
        address = here() | {FILTERS["doc_types"][0]: [doc_type]}
        show_link(f"Vergelijk alleen op deze soort stuk: {doc_type_label(doc_type)}", address, page=PAGE)


def _caption(axis: Axis, filters: Filters) -> str:
    within = describe(replace(filters, themes=(), **{axis: ()}))
    return f"Thema's per {'jaar' if axis == 'years' else 'gemeente'}" + (f" ({within})" if within else "")


def _show_choice(library: Library, axis: Axis, themes: Sequence[str], filters: Filters) -> None:
    if not filters.themes and len(themes) == MOST_THEMES:
        st.text(f"U ziet de {MOST_THEMES} thema's waarover de meeste passages gaan. Kies andere onder Filters.")
    if axis == "municipalities" and len(filters.municipalities) == 1:
        _show_comparable(library, filters.municipalities[0])


def _show_left_out(axis: Axis, columns: Sequence[str], shown: Sequence[str], filters: Filters) -> None:
    """What has no column: the municipalities or years that don't fit, with links to them, and papers of neither."""
    word = "jaren" if axis == "years" else "gemeenten"
    left = [column for column in columns if column not in shown]
    if left:
        st.text(f"In de tabel passen {MOST_COLUMNS} van de {len(columns)} {word}. Niet getoond: {', '.join(left)}.")
        name = FILTERS[axis][0]
        for part in (left[first : first + MOST_COLUMNS] for first in range(0, len(left), MOST_COLUMNS)):
            show_link(f"Toon {', '.join(part)}", here() | {name: part}, page=PAGE)
        st.caption(f"Of kies zelf welke {word} u naast elkaar wilt, onder Filters.")
    unknown = [row for row in documents_of(replace(filters, themes=())) if not row.identity.municipalities]
    if unknown and axis == "municipalities":
        verb = "staat" if len(unknown) == 1 else "staan"
        st.text(f"{counted(len(unknown))} zonder bekende gemeente {verb} in geen kolom; zie Collectie.")


def _show_comparable(library: Library, municipality: str) -> None:
    """Links that set municipalities beside it: those most like it in size, of those that of its province, and all of
    its province."""
    known = places(library.folder)
    own = known.get(name_key(municipality))
    if own is None:
        return
    others = [known[name_key(name)] for name in library.municipalities() if name_key(name) in known]
    alike = comparable(own, others)
    if not alike and own.inhabitants:
        st.text(f"Er is geen gemeente met stukken van ongeveer deze grootte: {_sized(own)}.")
    near = of_its_province(own, others)
    offered: list[list[Place]] = []
    for label, group in (
        (f"Zet naast {_sized(own)}, gemeenten van deze grootte", alike),
        (f"Alleen uit {own.province}", [other for other in alike if other in near]),
        (f"Alle uit {own.province}, ook grotere en kleinere", near),
    ):
        chosen = group[: MOST_COLUMNS - 1]
        if chosen and chosen not in offered:
            offered.append(chosen)
            names = [municipality, *(other.name for other in chosen)]
            listed = ", ".join(_sized(other) for other in chosen)
            show_link(f"{label}: {listed}", here() | {"gemeente": names}, page=PAGE)


def _sized(place: Place) -> str:
    """The municipality with how many people live there."""
    return f"{place.name} ({whole(place.inhabitants)})" if place.inhabitants else place.name


def _show_below(matrix: Matrix) -> None:
    base, made = app_address(), today()
    said = "Alle cellen op een rij, met citaat, stuk, bladzijde en link."
    show_take_along(lambda: matrix_rows(matrix, base, made), "vergelijking", said)
    show_heading("Waaruit dit komt", level=2)
    for column in matrix.columns:
        documents = matrix.documents[column]
        with st.expander(f"{column}: {counted(len(documents))}"):
            for document in documents:
                show_link(document.title, {"doc": [document.source.sha256]})
    show_unread()


show()
