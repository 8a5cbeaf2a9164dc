"""What the lists of facts share: the rows under the filters, and the lines above them with count and downloads."""

from dataclasses import dataclass, replace

import streamlit as st

from index.library import Library
from index.store.choice import ANY, NONE, Choice
from index.store.filters import Filters
from index.store.reading import Facets
from index.store.rows import DocumentRow, FactRow
from index.tracing.on_theme import speerpunten_on, themes_counted
from index.tracing.registers import Registers
from views.columns import fact_rows
from views.filters import describe
from views.judging import marked
from views.links import PER_SHEET, part_shown, show_breakdown
from views.quote import show_heading
from views.shared import State, open_library, state_of
from views.taking import app_address, show_take_along, today
from views.torn import narrowed, show_torn, without_person
from views.words import counted, whole

_MOST_READ = 100
"""Papers whose speerpunten are read to count their themes: a new paper takes 6 ms."""
_SAID = frozenset({"commitment", "speerpunt"})
"""Kinds of facts that take a sentence which somebody wrote."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of facts under the filters, of which one sheet is read at a time.

    Attributes:
        within: the filters that the choice leaves to be asked.
        number, inside: how many facts there are, and in how many documents.
    """

    library: Library
    kind: str
    filters: Filters
    choice: Choice
    within: Filters
    number: int
    inside: int

    def sheet(self, size: int = PER_SHEET) -> list[FactRow]:
        """The facts of the sheet that the address names."""
        return self.library.facts(self.kind, self.within, part=part_shown(self.number, size), choice=self.choice)

    def all(self) -> list[FactRow]:
        """Every one of them, in the order of the sheets, to take along."""
        return self.library.facts(self.kind, self.within, choice=self.choice)

    def facets(self) -> Facets:
        """Over what they are spread; a value that is added to the filters gives as many.

        Of very many speerpunten the themes are left out: each has to be looked at.
        """
        found = self.library.fact_facets(self.kind, self.within, self.choice)
        if self.kind != "speerpunt":
            return found
        if self.inside > _MOST_READ:
            return replace(found, themes={})
        return replace(
            found, themes=themes_counted(speerpunten_on(self.library, replace(self.filters, themes=())).values())
        )


def listing_of(kind: str, filters: Filters, choice: Choice = ANY) -> Listing:
    """The facts of this kind under the filters, counted; of speerpunten those that are on a theme themselves."""
    library, within = open_library(), filters
    if kind == "speerpunt" and filters.themes:
        within, choice = (
            replace(filters, themes=()),
            replace(choice, among=tuple(speerpunten_on(library, filters)) or NONE),
        )
    return Listing(library, kind, filters, choice, within, *library.count_facts(kind, within, choice))


def facts_of(kind: str, filters: Filters) -> list[FactRow]:
    """All facts of this kind under the filters, read once for each state of the library."""
    library = open_library()
    return _facts(state_of(library), library, kind, filters)


@st.cache_resource(show_spinner=False, max_entries=32)
def _facts(state: State, _library: Library, kind: str, filters: Filters) -> list[FactRow]:
    return _library.facts(kind, filters)


def documents_of(filters: Filters) -> list[DocumentRow]:
    """The documents under the filters, read once for each state of the library."""
    library = open_library()
    return _documents(state_of(library), library, filters)


@st.cache_resource(show_spinner=False, max_entries=32)
def _documents(state: State, _library: Library, filters: Filters) -> list[DocumentRow]:
    return _library.documents(filters)


def show_head(listed: Listing, page: str, *, one: str, many: str, file: str, title: str = "") -> None:
    """How many there are, in how many of how many documents; over what they are spread; and the list to take along.

    Args:
        title: where the list counts something else than facts, how many of that there are.
        file: the name of the downloaded list, without its ending.
    """
    read = sum(document.status != "failed" for document in documents_of(listed.filters))
    narrowed = describe(listed.filters)
    among = f" ({narrowed})." if narrowed else "."
    if not listed.number:
        show_heading(f"Geen {many} gevonden", level=2)
        where = f"Gezocht in {counted(read)}{among}" if read else f"Geen enkel stuk past bij uw keuze{among}"
        st.text(f"{where} {advice(listed.filters)}")
        _show_missed(listed)
        return
    count = counted(listed.number, one, many)
    show_heading(title or count, level=2)
    where = f"n {whole(listed.inside)} van {whole(read)} doorzochte stukken{among}"
    st.text(f"{count} i{where}" if title else f"I{where}")
    _show_missed(listed)
    show_breakdown(page, listed.facets(), many)
    base, made = app_address(), today()
    said = f"Alle {whole(listed.number)} op een rij, met citaat, stuk, bladzijde en link."
    show_take_along(lambda: fact_rows(listed.all(), base, made, Registers(listed.library), marked()), file, said)


def _show_missed(listed: Listing) -> None:
    """What the list lacks: what no file gave that couldn't be read, and no sentence that columns run through.

    States of lists stand in rows, which columns of text don't run through.
    """
    show_unread()
    of_lists = listed.choice.listed or listed.choice.listed_rows
    if listed.kind in _SAID and narrowed(listed.filters) and not of_lists:
        show_torn(documents_of(without_person(listed.filters)))


def show_order(choice: Choice) -> None:
    """In what order the newest documents come first: those of one municipality before those of several."""
    if choice.sort == "newest":
        st.caption(
            "Volgorde: eerst de stukken van één gemeente, het nieuwste voorop; daarna stukken van meer gemeenten samen "
            "en programma's van partijen."
        )


def advice(filters: Filters) -> str:
    """What somebody can try who finds nothing."""
    first = "Kies minder filters" if filters else "Probeer andere woorden"
    return f"{first}, of kijk onder Collectie of het stuk dat u zoekt erbij zit."


def show_unread() -> None:
    """That some files could not be read at all; of those nothing is known, so that filters don't apply."""
    failed = sum(document.status == "failed" for document in documents_of(Filters()))
    if failed:
        verb = "kon" if failed == 1 else "konden"
        st.warning(f"{counted(failed)} {verb} niet worden gelezen; zie Collectie.", icon=":material/warning:")
