"""What the command line draws: progress, tables, answers. Data goes to standard output, the rest to standard error."""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

import click
from rich.console import Console
from rich.padding import Padding
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from index.records import citation_of
from ingest.errors import printable
from ingest.fact_types import Official
from ingest.privacy import tidy
from views.terms import term_in_words, terms_of, why_named
from views.words import KIND_OF_ONE, READ_STATUS, ROLE, STATUS, STRENGTH, counted, doc_type_label, whole

if TYPE_CHECKING:
    from index.build import Report
    from index.finding.who import Holder
    from index.search import Answer, Hit

ROWS_AT_ONCE = 1000
"""Of a table that is drawn at once: its columns are as wide as these need."""

WIDTH_WITHOUT_TERMINAL = 120
"""Columns of a table that is written to a file or another program."""

FILES_A_LINE = 10
"""Files that are read before the next line of progress, where that isn't a bar."""

NAMES_A_LINE = 5
"""Names of skipped files of one kind that are told."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "documents": {
        "file": "Bestand",
        "title": "Titel",
        "municipality": "Gemeente",
        "doc_type": "Soort",
        "reporting_year": "Jaar",
        "plan_period": "Looptijd",
        "date": "Datum",
        "pages": "Blz.",
        "status": "Gelezen",
    },
    "facts": {"kind": "Soort", "text": "Citaat", "citation": "Bron", "confidence": "Zekerheid"},
    "speerpunt": {"label": "Speerpunt", "period": "Looptijd", "citation": "Bron", "confidence": "Zekerheid"},
    "goal": {"level": "Niveau", "code": "Code", "label": "Doel", "parent_code": "Hoort bij", "citation": "Bron"},
    "commitment": {
        "actor": "Wie",
        "text": "Citaat",
        "deadline": "Wanneer",
        "amount_eur": "Euro",
        "strength": "Sterkte",
        "status": "Stand",
        "citation": "Bron",
    },
    "official": {"name": "Naam", "role": "Ambt", "portfolio": "Portefeuille", "citation": "Bron"},
    "amount": {"value_eur": "Euro", "row": "Regel", "column": "Kolom", "text": "Citaat", "citation": "Bron"},
    "indicator": {"name": "Indicator", "value": "Waarde", "unit": "Eenheid", "target": "Doel", "citation": "Bron"},
}
"""The columns of each table, and their Dutch heads; the other forms have every value."""

WORDS: Mapping[str, Callable[[str], str]] = {
    "kind": lambda kind: KIND_OF_ONE[kind],
    "doc_type": doc_type_label,
    "strength": lambda strength: STRENGTH[strength],
    "status": lambda status: STATUS.get(status) or READ_STATUS[status],
}
"""Columns whose values are ids, and what people call these."""

_TO_EXPLAIN = frozenset({"successor", "theme", "field"})
"""Why somebody is named who isn't put in charge in so many words."""

STATUS_WORDS = {"ok": "gelezen", "partial": "deels", "failed": "mislukt"}
CHANGE_WORDS = {"added": "nieuw", "replaced": "vervangen", "unchanged": "ongewijzigd"}


def _output() -> Console:
    console = Console(markup=False, highlight=False, emoji=False)
    return console if console.is_terminal else Console(width=WIDTH_WITHOUT_TERMINAL, markup=False, highlight=False)


@contextmanager
def progress() -> Iterator[Callable[[int, int, str], None]]:
    """A bar on standard error with the number of files done, the time left and the file just read; plain lines where
    standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _say_plainly
        return
    bar = Progress(
        TextColumn("Lezen"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[file]}", markup=False),
        console=Console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("", total=None, file="")
        yield lambda done, total, file: bar.update(task, completed=done, total=total, file=printable(file))


def _say_plainly(done: int, total: int, file: str) -> None:
    if done < total and (not file or done % FILES_A_LINE == 0):
        click.echo(f"{whole(done)} van {counted(total, 'bestand', 'bestanden')} klaar.", err=True)


def print_report(report: "Report") -> None:
    """A line a file: how it went, and why where it didn't; then the count."""
    output = _output()
    for outcome in report.outcomes:
        reasons = " ".join(outcome.problems)
        line = f"{outcome.status:<8}{printable(outcome.source.path)}"
        note = CHANGE_WORDS[outcome.change] if outcome.status != "failed" else ""
        output.print(Text("  ".join(part for part in (line, note, reasons) if part)), soft_wrap=True)
    counts = {status: sum(outcome.status == status for outcome in report.outcomes) for status in STATUS_WORDS}
    summary = ", ".join(f"{whole(counts[status])} {word}" for status, word in STATUS_WORDS.items())
    new = sum(outcome.change != "unchanged" for outcome in report.outcomes)
    files = counted(len(report.outcomes), "bestand", "bestanden")
    output.print(f"{files}: {summary}; {whole(new)} nieuw of vervangen.", soft_wrap=True)
    if report.skipped:
        output.print("Overgeslagen, want Speerpunt leest deze soorten niet:", soft_wrap=True)
    for ending, names in report.skipped:
        more = f" en nog {whole(len(names) - NAMES_A_LINE)}" if len(names) > NAMES_A_LINE else ""
        shown = f"  {whole(len(names))} × {ending}: {', '.join(names[:NAMES_A_LINE])}{more}"
        output.print(Text(shown), soft_wrap=True)
    for remark in report.remarks:
        output.print(Text(f"Let op: {remark}"), soft_wrap=True)


def print_table(records: Iterable[Mapping[str, Any]], kind: str) -> None:
    """The main columns of the records, wrapped to the width of the terminal; a long list in parts, each with its head,
    so that it needs little memory."""
    output, number, left = _output(), 0, iter(records)
    while part := list(islice(left, ROWS_AT_ONCE)):
        output.print(_table(part, COLUMNS[kind]))
        number += len(part)
    output.print(f"{whole(number)} gevonden." if number else "Niets gevonden.")


def _table(records: Sequence[Mapping[str, Any]], columns: Mapping[str, str]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in columns.values():
        table.add_column(head, overflow="fold")
    for record in records:
        table.add_row(*(Text(_shown(name, record[name])) for name in columns))
    return table


def print_answer(answer: "Answer", *, nearest: bool = False) -> None:
    """What the reader should know of the answer; who is in charge, where that is asked; the hits with their quote, the
    matched words underlined; with `nearest`, where there are none, what comes nearest to an answer."""
    output = _output()
    if answer.note and answer.hits:
        output.print(f"{answer.note}\n", soft_wrap=True)
    for holder in answer.who.holders if answer.who else ():
        _print_holder(output, holder)
    _print_hits(output, answer.hits)
    if answer.note and not answer.hits:
        output.print(answer.note, soft_wrap=True)
    if nearest and answer.nearest:
        output.print()
        output.print("Geen antwoord, maar dit komt er het dichtst bij:", soft_wrap=True)
        _print_hits(output, answer.nearest)


def _print_holder(output: Console, holder: "Holder") -> None:
    """Name and office, why they are named and from when to when, the sentence that says it, and where that stands."""
    fact = holder.row.fact
    role = ROLE[fact.role] if isinstance(fact, Official) else ""
    portfolio = fact.portfolio if isinstance(fact, Official) else None
    said = ", ".join(filter(None, (holder.career.person.name, role, portfolio, holder.career.person.municipality)))
    output.print(Text(tidy(said), style="bold"), soft_wrap=True)
    near = why_named(holder) if holder.how in _TO_EXPLAIN else ""
    told = [near, *map(term_in_words, terms_of(holder)), holder.sentence, citation_of(holder.row)]
    for line in filter(None, told):
        output.print(Padding(Text(tidy(line)), (0, 0, 0, 3)))
    output.print()


def _print_hits(output: Console, hits: "Sequence[Hit]") -> None:
    for hit in hits:
        output.print(Text(tidy(f"{hit.rank}. {citation_of(hit.passage)}"), style="bold"))
        for line in _marked(hit).split("\n"):
            if line.plain.strip():
                output.print(Padding(line, (0, 0, 0, 3)))
        output.print()


def _marked(hit: "Hit") -> Text:
    text = hit.passage.text
    quote = Text(tidy(text))
    for start, end in hit.marks:
        quote.stylize("bold underline", len(tidy(text[:start])), len(tidy(text[:end])))
    return quote


def _shown(name: str, value: Any) -> str:
    if value is None:
        return ""
    if name in WORDS:
        return WORDS[name](value)
    if isinstance(value, Mapping):
        return tidy(value["text"]) if value["text"] else _days([value["iso_start"], value["iso_end"]])
    if isinstance(value, list):
        return _days(value)
    if isinstance(value, float) and value > 1:
        return f"{value:,.0f}".replace(",", ".")
    return tidy(str(value))


def _days(ends: Sequence[str | None]) -> str:
    """A period: years where it is of whole years, else days."""
    first, last = (day or "…" for day in ends)
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:4], last[:4]
    return " – ".join(dict.fromkeys((first, last)))
