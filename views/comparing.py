"""What the command line draws of a comparison: a theme at a time, and what changed between two papers."""

from collections import Counter
from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from index.changes import Change, Changes
from index.cite import citation
from index.compare import Matrix
from index.records import citation_of
from index.store.rows import FactRow
from index.tracing.figure_pairs import FigurePair
from ingest.fact_types import Indicator
from ingest.privacy import tidy
from views.change_rows import KIND, OF_PASSAGES, SIDES, label_of
from views.matrix import (
    MAYBE,
    NO_QUOTE,
    basis_in_words,
    counted_passages,
    counted_speerpunten,
    gap_in_words,
    named,
    shortened,
)
from views.terminal import console
from views.words import counted, theme_label, whole

_INDENT = (0, 0, 0, 3)


def print_matrix(matrix: Matrix) -> None:
    """Each theme with what every column has of it; before them what papers the columns were made from."""
    output = console()
    for column in matrix.columns:
        print_below(output, column, basis_in_words(matrix.documents.get(column, ())))
    for theme in matrix.themes:
        output.print(Text(theme_label(theme), style="bold underline"), soft_wrap=True)
        for column in matrix.columns:
            print_below(output, column, _cell(matrix, theme, column))


def _cell(matrix: Matrix, theme: str, column: str) -> Iterator[str]:
    cell = matrix.cells[theme, column]
    if cell.gap:
        yield gap_in_words(cell.gap, matrix.documents.get(column, ()))
        return
    yield counted_passages(cell.passages)
    if cell.speerpunten:
        yield f"{counted_speerpunten(len(cell.speerpunten))}: {named(cell)}"
    if cell.quote is None:
        yield NO_QUOTE
        return
    row = cell.quote.passage
    yield f"{f'{MAYBE}: ' if cell.quote.beside else ''}“{shortened(cell.quote.text)}”"
    yield citation(municipality=None, title=row.document.title, heading_path=(), page=cell.quote.page)


def print_changes(found: Changes) -> None:
    """Speerpunten and indicators of both papers, and how many passages they share."""
    output = console()
    papers = zip(SIDES, (found.old, found.new), strict=True)
    print_below(output, "Vergeleken", [f"{side}: {row.title} ({row.file})" for side, row in papers])
    for side, row in zip(SIDES, (found.old, found.new), strict=True):
        if row.problems:
            print_below(output, f"Let op bij {side.lower()}: niet alles kon goed worden gelezen", row.problems)
    output.print(Text("Speerpunten", style="bold underline"))
    if not found.speerpunten:
        output.print("In geen van beide stukken zijn speerpunten gevonden.\n")
    for kind, said in KIND.items():
        of_kind = [change for change in found.speerpunten if change.kind == kind]
        if of_kind:
            print_below(output, f"{said}: {len(of_kind)}", [line for change in of_kind for line in _speerpunt(change)])
    if found.figures:
        output.print(Text("Indicatoren met een cijfer in beide stukken", style="bold underline"))
        print_below(output, counted(len(found.figures), "indicator", "indicatoren"), map(_figures, found.figures))
    output.print(Text("Passages", style="bold underline"))
    number = Counter(change.kind for change in found.passages)
    print_below(output, "", [f"{said}: {whole(number[kind])}" for kind, said in OF_PASSAGES.items()])


def _speerpunt(change: Change[FactRow]) -> Iterator[str]:
    for side, row in zip(SIDES, (change.old, change.new), strict=True):
        if row is not None:
            yield f"{side}: {' '.join(label_of(row).split())} ({citation_of(row)})"
    if change.named:
        yield f"Wel genoemd: “{shortened(change.named.text)}” ({citation_of(change.named.passage)})"


def _figures(pair: FigurePair) -> str:
    old, new = (_figure(row) for row in (pair.old, pair.new))
    unlike = "" if pair.same_unit else " Let op: niet in dezelfde eenheid."
    return f"{getattr(pair.new.fact, 'name', '')}: {old}, nu {new}.{unlike} ({citation_of(pair.new)})"


def _figure(row: FactRow) -> str:
    fact = row.fact
    if not isinstance(fact, Indicator):
        return ""
    unit = f" {fact.unit}" if fact.unit else ""
    return f"{fact.value}{unit} ({fact.reference_year or 'jaar niet genoemd'})"


def print_below(output: Console, head: str, lines: Iterable[str]) -> None:
    """Lines of which no text is markup, below a head or without one."""
    if head:
        output.print(Text(tidy(head), style="bold"), soft_wrap=True)
    for line in lines:
        output.print(Padding(Text(tidy(line)), _INDENT))
    output.print()
