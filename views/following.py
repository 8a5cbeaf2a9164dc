"""What the command line gives of the trails of commitments: on the screen, and as rows of a list."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from index.export import Record
from index.library import Library
from index.records import citation_of
from index.store.rows import FactRow
from index.tracing.outcomes import Outcome
from index.tracing.rareness import Rareness
from ingest.fact_types import Commitment
from views.comparing import print_below
from views.output import today
from views.states import listed_on, own_words, state_words
from views.terminal import console
from views.trail import (
    NOT_ITSELF,
    OF_PROJECT,
    OTHER_TERM,
    SAME_WORKS,
    Told,
    both_terms,
    caution,
    parts,
    state_in_words,
    step_state,
    trail_rows,
)
from views.when import when
from views.words import by_when, counted, doc_type_label


def print_trail(library: Library, told: Told) -> None:
    """A commitment, where lists say that it stands, and what was said before and after, each with its source."""
    output, row = console(), told.outcome.row
    output.print(Text(citation_of(row), style="bold underline"), soft_wrap=True)
    print_below(output, "", [*_own(row), state_in_words(told)])
    if told.beside:
        named = [f"{listed_on(each).capitalize()}: {state_words(each)}: {_quoted(each)}" for each in told.beside]
        print_below(output, OF_PROJECT, [NOT_ITSELF, *named])
    for other in told.terms:
        said = [SAME_WORKS, both_terms(row, other), f"“{_line(other.step.text)}”", citation_of(other.step.passage)]
        print_below(output, OTHER_TERM, said)
    _print_steps(output, told.outcome, Rareness(library))


def print_searched(several: Sequence[Told]) -> None:
    """The papers that were searched for any of these, by title."""
    searched = {document.id: document.title for told in several for document in told.outcome.trail.searched}
    print_below(console(), f"Doorzocht: {counted(len(searched))}", ["; ".join(searched.values())] if searched else [])


def _print_steps(output: Console, outcome: Outcome, rareness: Rareness) -> None:
    for part, steps in parts(outcome):
        if steps:
            output.print(Text(part, style="bold"))
            output.print(Text(caution(part), style="italic"), soft_wrap=True)
        for step in steps:
            document = step.passage.document
            head = f"{when(document)}: {doc_type_label(document.doc_type)}"
            known = ["Zelfde tekst" if step.copy else "", step_state(outcome.row, step, rareness)]
            print_below(output, head, [f"“{_line(step.text)}”", *filter(None, known), citation_of(step.passage)])


def rows_of_trails(library: Library, several: Sequence[Told]) -> Iterator[Sequence[Record]]:
    """The rows of each trail, with the number of its commitment before them."""
    rareness = Rareness(library)
    for number, told in enumerate(several, start=1):
        rows = trail_rows(told, rareness, "", today())
        yield [{"toezegging": number} | dict(row) for row in rows]


def _own(row: FactRow) -> Iterator[str]:
    fact = row.fact
    if isinstance(fact, Commitment):
        yield _quoted(row)
        yield "  ·  ".join([f"Wie: {fact.actor or 'niet genoemd'}", f"Wanneer: {by_when(fact)}", *own_words(row)])


def _quoted(row: FactRow) -> str:
    return f"“{_line(row.fact.text)}”"


def _line(text: str) -> str:
    return " ".join(text.split())
