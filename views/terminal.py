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
from views.terms import no_name, term_in_words, terms_of, whose, why_named
from views.words import (
    KIND_OF_ONE,
    READ_STATUS,
    ROLE,
    STATUS,
    STRENGTH,
    counted,
    doc_type_label,
    euros,
    of_a_party,
    whole,
)

if TYPE_CHECKING:
    from index.build import Report
    from index.finding.who import Holder, Who
    from index.search import Answer, Hit
    from index.tracing.dossier_taakvelden import Taakveld

ROWS_AT_ONCE = 1000
"""Of a list that is drawn at once: the columns of a table are as wide as these need."""

WIDTH_WITHOUT_TERMINAL = 120
"""Columns of a table that is written to a file or another program."""

FEW_FILES = 20
"""Of so many each is told when it is done; the app shows that to who adds them."""

FILES_A_LINE = 10
"""Files that are read before the next line of progress, where that isn't a bar."""

NAMES_A_LINE = 5
"""Names of skipped files of one kind that are told."""

COLUMNS: Mapping[str, str] = {
    "file": "Bestand",
    "title": "Titel",
    "municipality": "Gemeente",
    "doc_type": "Soort",
    "reporting_year": "Jaar",
    "plan_period": "Looptijd",
    "date": "Datum",
    "pages": "Blz.",
    "status": "Gelezen",
}
"""The columns of the table of documents, and their Dutch heads; the other forms have every value."""

TOLD: Mapping[str, Mapping[str, str]] = {
    "facts": {"kind": "soort"},
    "speerpunt": {"label": "speerpunt", "period": "looptijd"},
    "goal": {"level": "niveau", "code": "code", "label": "doel", "parent_code": "hoort bij"},
    "commitment": {
        "actor": "wie",
        "deadline": "wanneer",
        "amount_eur": "bedrag",
        "strength": "sterkte",
        "status": "stand",
    },
    "official": {"name": "naam", "role": "ambt", "portfolio": "portefeuille"},
    "amount": {"value_eur": "bedrag", "row": "regel", "column": "kolom"},
    "indicator": {"name": "indicator", "value": "waarde", "unit": "eenheid", "target": "doel"},
}
"""What is told of a fact below its quote, by kind of list: a fact's own words fill a page where they are a column."""

WORDS: Mapping[str, Callable[[Any], str]] = {
    "value_eur": euros,
    "amount_eur": euros,
    "kind": lambda kind: KIND_OF_ONE[kind],
    "doc_type": doc_type_label,
    "strength": lambda strength: STRENGTH[strength],
    "status": lambda status: STATUS.get(status) or READ_STATUS[status],
}
"""Values that are ids or sums, and how people say these."""

_TO_EXPLAIN = frozenset({"successor", "theme", "field"})
"""Why somebody is named who isn't put in charge in so many words."""

STATUS_WORDS = {"ok": "gelezen", "partial": "deels", "failed": "mislukt"}
CHANGE_WORDS = {"added": "nieuw", "replaced": "vervangen", "unchanged": "ongewijzigd"}


def console() -> Console:
    """Standard output, in which no text is markup."""
    plain = Console(markup=False, highlight=False, emoji=False)
    return plain if plain.is_terminal else Console(width=WIDTH_WITHOUT_TERMINAL, markup=False, highlight=False)


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
    if done < total and (not file or total <= FEW_FILES or done % FILES_A_LINE == 0):
        click.echo(f"{whole(done)} van {counted(total, 'bestand', 'bestanden')} klaar.", err=True)


def print_report(report: "Report") -> None:
    """A line a file: how it went, and why where it didn't; then the count."""
    output = console()
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


def print_list(records: Iterable[Mapping[str, Any]], kind: str, nothing: Callable[[], str]) -> None:
    """Documents as a table of their main columns, wrapped to the width of the terminal, in parts, each with its head,
    so that a long list needs little memory; facts each with their quote, as hits are.

    Args:
        nothing: what is said of a list without any.
    """
    output, number, left = console(), 0, iter(records)
    while part := list(islice(left, ROWS_AT_ONCE)):
        if kind == "documents":
            output.print(_table(part))
        else:
            _print_facts(output, part, TOLD[kind], number)
        number += len(part)
    output.print(f"{whole(number)} gevonden." if number else nothing(), soft_wrap=True)


def _table(records: Sequence[Mapping[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for head in COLUMNS.values():
        table.add_column(head, overflow="fold")
    for record in records:
        table.add_row(*(Text(_shown(name, record[name])) for name in COLUMNS))
    return table


def _print_facts(output: Console, records: Sequence[Mapping[str, Any]], told: Mapping[str, str], before: int) -> None:
    for rank, record in enumerate(records, start=before + 1):
        values = {label: _shown(name, record[name]) for name, label in told.items()}
        text = tidy(record["text"])
        known = "; ".join(f"{label}: {value}" for label, value in values.items() if value and value != text)
        _print_quote(output, f"{rank}. {record['citation']}", record["doc_type"], [Text(text), Text(known, "italic")])


def print_answer(answer: "Answer", *, nearest: bool = False) -> None:
    """What the reader should know of the answer; who is in charge, or what tables give of task fields, where that is
    asked; the hits with their quote, the matched words underlined; with `nearest`, where there are none, what comes
    nearest to an answer."""
    output = console()
    if answer.note and answer.hits:
        output.print(f"{answer.note}\n", soft_wrap=True)
    for holder in answer.who.holders if answer.who else ():
        _print_holder(output, holder)
    if answer.who and answer.who.nameless:
        _print_nameless(output, answer.who)
    for fields in answer.taakvelden:
        _print_fields(output, fields)
    _print_hits(output, answer.hits)
    if answer.note and not answer.hits:
        output.print(answer.note, soft_wrap=True)
    if nearest and answer.nearest:
        output.print()
        output.print("Geen antwoord, maar dit komt er het dichtst bij:", soft_wrap=True)
        _print_hits(output, answer.nearest)


def _print_nameless(output: Console, found: "Who") -> None:
    """The offices that a paper gives the subject without a name, and where that stands."""
    output.print(no_name(found), soft_wrap=True)
    for one in found.nameless:
        for line in filter(None, (" ".join(one.text.split()), whose(one), citation_of(one.passage))):
            output.print(Padding(Text(tidy(line)), (0, 0, 0, 3)))
    output.print()


def _print_fields(output: Console, fields: "Sequence[Taakveld]") -> None:
    """The paper and the heading, and a line for each task field below the columns of the table."""
    from views.briefing_words import FIELD_COLUMNS, field_cells, field_signs, field_source  # noqa: PLC0415 - slow

    output.print(Text(f"{field_source(fields)}.{field_signs(fields)}", style="bold"), soft_wrap=True)
    table = Table(box=None, pad_edge=False)
    for name in FIELD_COLUMNS:
        table.add_column(name)
    for field in fields:
        table.add_row(*map(Text, field_cells(field)))
    output.print(Padding(table, (0, 0, 1, 3)))


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
        where = f"{hit.rank}. {citation_of(hit.passage)}"
        _print_quote(output, where, hit.passage.document.doc_type, _marked(hit).split("\n"))


def _print_quote(output: Console, where: str, doc_type: str | None, lines: Iterable[Text]) -> None:
    """Where words stand, that they are a party's where they are, and the words."""
    output.print(Text(tidy(where), style="bold"), soft_wrap=True)
    for line in (Text(of_a_party(doc_type)), *lines):
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
    return tidy(str(value))


def _days(ends: Sequence[str | None]) -> str:
    """A period: years where it is of whole years, else days."""
    first, last = (day or "…" for day in ends)
    if first.endswith("-01-01") and last.endswith("-12-31"):
        first, last = first[:4], last[:4]
    return " – ".join(dict.fromkeys((first, last)))
