"""Volgen: one commitment, and where else the documents of its municipality speak of the same matter."""

from collections.abc import Iterator, Sequence

import streamlit as st

from index.export import Record
from index.follow import Step, Trail
from index.library import Library
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.keeping import state_told
from index.tracing.listed_states import ListedStates
from index.tracing.other_terms import OtherTerms, TermElsewhere
from index.tracing.outcomes import Outcome, Outcomes
from index.tracing.rareness import Rareness
from index.tracing.registers import is_listed
from ingest.fact_types import Commitment
from views.address import parameter
from views.columns import source_columns
from views.links import show_link, show_source
from views.quote import path_of, show_heading, show_quote
from views.shared import State, follower, open_library, state_of
from views.states import listed_on, own_words, state_words
from views.taking import app_address, show_take_along, today
from views.when import when
from views.words import STATUS, by_when, counted, doc_type_label, euros

_OF_PROJECT = "Stand van dit project in een lijst"
_NOT_ITSELF = "De lijst noemt het project, niet deze zin. Vergelijk zelf of het om dezelfde stap gaat."
_OTHER_TERM = "Een ander stuk noemt een andere termijn"
_PERHAPS = "Misschien hierover"
_FEW_WORDS = "Deelt er woorden mee, meer niet: vergelijk zelf."
_ALIKE = "Mogelijk over hetzelfde: vergelijk zelf. Ongeveer een op de drie gaat over iets wat erop lijkt."


def show() -> None:
    """The commitment that the address names, with its trail."""
    st.title("Volgen", anchor=False)
    row = _asked()
    if row is None:
        st.text("Kies een toezegging of voornemen onder Toezeggingen, en dan: Wat kwam hiervan?")
        return
    outcome = _outcome(state_of(open_library()), open_library(), row.document.id, row.id)
    trail = outcome.trail
    beside = _beside(outcome)
    terms = _terms(state_of(open_library()), open_library(), row.document.id, row.id)
    _show_commitment(row)
    _show_state(outcome, beside)
    _show_project(beside)
    _show_terms(row, terms)
    said = "Deze zin en wat eerder en later gezegd is, elk met citaat, stuk, bladzijde en link."
    show_take_along(lambda: list(_records(outcome, beside, terms)), "volgen", said)
    for title, steps in _parts(outcome):
        _show_steps(title, steps, trail.commitment)
    _show_searched(trail)


def _parts(outcome: Outcome) -> Iterator[tuple[str, Sequence[Step]]]:
    """What was found, in the order of the page."""
    yield "Eerder gezegd of gepland", outcome.trail.earlier
    yield "Daarna", outcome.trail.later
    if outcome.step and outcome.kind == "perhaps" and outcome.step not in outcome.trail.later:
        yield _PERHAPS, [outcome.step]


def _beside(outcome: Outcome) -> Sequence[FactRow]:
    """What lists say of the project of a commitment, where none says where the commitment itself stands."""
    return () if outcome.trail.register else ListedStates(open_library()).beside(outcome.row)


def _records(outcome: Outcome, beside: Sequence[FactRow], terms: Sequence[TermElsewhere]) -> Iterator[Record]:
    """The commitment, what lists say of it or of its project, other terms, and each step, to take along."""
    row, listed = outcome.trail.commitment, outcome.trail.register
    own = STATUS[row.fact.status] if isinstance(row.fact, Commitment) else ""
    yield _record("De zin zelf", own, row, row.fact.text, (row.fact.start, row.fact.end))
    for place, found in (("In de", [listed] if listed else []), ("Over het project, in de", beside)):
        for each in found:
            span = each.fact.start, each.fact.end
            yield _record(f"{place} {listed_on(each)}", state_words(each), each, each.fact.text, span)
    for title, steps in ((_OTHER_TERM, [other.step for other in terms]), *_parts(outcome)):
        for step in steps:
            yield _record(title, _status(row, step), step.passage, step.text, (step.start, step.end))


def _record(part: str, state: str, row: FactRow | PassageRow, quote: str, span: tuple[int, int]) -> Record:
    said = {"onderdeel": part, "datum van het stuk": row.document.identity.date.value, "stand": state or None}
    return said | source_columns(row, quote, span, app_address(), today())


def _asked() -> FactRow | None:
    """The commitment at the place that the address names; None where there is none (any more)."""
    document = open_library().document(parameter("doc"))
    start = parameter("van")
    if document is None or not start.isdecimal():
        return None
    facts = open_library().facts("commitment", document_id=document.id)
    return next((row for row in facts if row.fact.start == int(start)), None)


@st.cache_resource(show_spinner="De andere stukken worden doorzocht …", max_entries=256)
def _outcome(state: State, _library: Library, document_id: int, fact_id: int) -> Outcome:
    row = next(row for row in _library.facts("commitment", document_id=document_id) if row.id == fact_id)
    themes = [score.theme for score in row.themes]
    return Outcomes(_library, follower(state, _library), themes, whole_trails=True).of(row)


def _show_commitment(row: FactRow) -> None:
    fact = row.fact
    if not isinstance(fact, Commitment):
        return
    with st.container(border=True):
        show_heading(
            f"Wie: {fact.actor or 'niet genoemd'}. Wanneer: {by_when(fact)}",
            level=2,
            below=path_of(row.heading_path, row.document.title),
        )
        show_quote(fact.text)
        show_source(row, fact.start, fact.end)
        said = own_words(row)
        if fact.amount_eur is not None:
            said.append(f"Bedrag: {euros(fact.amount_eur)}")
        if said:
            st.caption("  ·  ".join(said))


def _show_state(outcome: Outcome, beside: Sequence[FactRow]) -> None:
    """What the newest list says of it; else whether anything came after it at all."""
    trail = outcome.trail
    listed = trail.register
    if listed is not None:
        st.text(f"Stand volgens de {listed_on(listed)}: {state_words(listed)}.")
        if listed.id != trail.commitment.id:
            show_quote(listed.fact.text)
        show_source(listed, listed.fact.start, listed.fact.end)
        return
    if any(step.fact and is_listed(step.fact) for _, steps in _parts(outcome) for step in steps):
        st.text("Een lijst noemt een stand van iets wat hierop lijkt. Lees hieronder zelf of het hetzelfde is.")
        return
    if any(not step.copy for step in trail.later):
        unlisted = "Geen lijst noemt deze zin zelf, wel het project." if beside else "Geen lijst noemt een stand."
        st.text(f"{unlisted} Lees hieronder zelf wat er later over gezegd is.")
        return
    where = counted(len(trail.searched))
    if outcome.kind == "perhaps":
        st.text(
            f"Geen zeker vervolg gevonden in {where} van dezelfde gemeente. Onderaan staat wat er het dichtst bij komt."
        )
        return
    lacking = "" if outcome.searched else " De collectie heeft geen later verslag of raadsstuk waarin het kan staan."
    st.text(f"Geen vervolg gevonden. Er is gezocht in {where} van dezelfde gemeente; zie onderaan welke.{lacking}")


@st.cache_resource(show_spinner=False, max_entries=256)
def _terms(state: State, _library: Library, document_id: int, fact_id: int) -> tuple[TermElsewhere, ...]:
    row = next(row for row in _library.facts("commitment", document_id=document_id) if row.id == fact_id)
    return OtherTerms(_library, follower(state, _library)).of(row)


def _show_terms(row: FactRow, others: Sequence[TermElsewhere]) -> None:
    """The term of the promise beside those that other papers give for the same works."""
    if not others or not isinstance(row.fact, Commitment):
        return
    show_heading(_OTHER_TERM, level=2)
    st.caption("Speerpunt leest dat beide over dezelfde werkzaamheden gaan. Vergelijk zelf.")
    for other in others:
        step = other.step
        with st.container(border=True):
            title = f"Hier: {by_when(row.fact)}. Daar: {other.said}"
            show_heading(title, below=path_of(step.passage.heading_path, step.passage.document.title))
            show_quote(step.passage.text, [(step.start - step.passage.start, step.end - step.passage.start)])
            show_source(step.passage, step.start, step.end)


def _show_project(beside: Sequence[FactRow]) -> None:
    """What lists say of the project, each with its own words and its place."""
    if not beside:
        return
    show_heading(_OF_PROJECT, level=2)
    st.caption(_NOT_ITSELF)
    for listed in beside:
        with st.container(border=True):
            show_heading(f"{listed_on(listed).capitalize()}: {state_words(listed)}", below=listed.document.title)
            show_quote(listed.fact.text)
            show_source(listed, listed.fact.start, listed.fact.end)


def _show_steps(title: str, steps: Sequence[Step], row: FactRow) -> None:
    if not steps:
        return
    show_heading(title, level=2)
    st.caption(_FEW_WORDS if title == _PERHAPS else _ALIKE)
    for step in steps:
        document = step.passage.document
        with st.container(border=True):
            kind = doc_type_label(document.doc_type)
            show_heading(f"{when(document)}: {kind}", below=path_of(step.passage.heading_path, document.title))
            show_quote(step.passage.text, [(step.start - step.passage.start, step.end - step.passage.start)])
            show_source(step.passage, step.start, step.end)
            said = ["Zelfde tekst" if step.copy else "", _status(row, step)]
            if any(said):
                st.caption("  ·  ".join(filter(None, said)))


def _status(row: FactRow, step: Step) -> str:
    """What a list says of the row that is quoted, else the state that a sentence tells of the commitment itself."""
    if step.fact and is_listed(step.fact):
        return f"In de {listed_on(step.fact)}: {state_words(step.fact)}"
    told = state_told(row, step, Rareness(open_library()))
    return f"Stand volgens dit stuk: {STATUS[told]}" if told else ""


def _show_searched(trail: Trail) -> None:
    with st.expander(f"Doorzocht: {counted(len(trail.searched))}"):
        _show_documents(trail.searched)
    if trail.unread:
        with st.expander(f"Niet of maar deels gelezen: {counted(len(trail.unread))}"):
            _show_documents(trail.unread)


def _show_documents(documents: Sequence[DocumentRow]) -> None:
    for document in documents:
        show_link(document.title, {"doc": [document.source.sha256]})


show()
