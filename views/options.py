"""The options that commands share, what they mean to the library, and a file of questions."""

import difflib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from index.filters import Filters
from ingest.errors import UsageError
from ingest.identify.doctype import doc_types
from ingest.themes import THEMES

F = TypeVar("F", bound=Callable[..., Any])

library_option = click.option(
    "--library",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="SPEERPUNT_LIBRARY",
    default=Path("library"),
    show_default=True,
    metavar="MAP",
    help="Map waarin de gelezen stukken staan.",
)

model_option = click.option(
    "--model",
    envvar="SPEERPUNT_MODEL",
    default=None,
    metavar="NAAM",
    help="Ander taalmodel voor het zoeken op betekenis: naam of map (sentence-transformers).",
)


def filter_options(command: F) -> F:
    """The filters that `documents`, `search` and `facts` share, gathered in one argument `filters`."""
    for name, target, metavar, text in (
        ("--bestuurder", "officials", "NAAM", "Alleen waar deze bestuurder voorkomt."),
        ("--thema", "themes", "ID", "Alleen dit thema, bijvoorbeeld ondermijning."),
        ("--jaar", "years", "JAAR", "Alleen over dit jaar, of een plan dat dit jaar dekt."),
        ("--type", "doc_types", "ID", "Alleen deze soort, bijvoorbeeld programmabegroting."),
        ("--gemeente", "municipalities", "NAAM", "Alleen deze gemeente."),
    ):
        kind = int if target == "years" else str
        help_text = f"{text} Mag vaker."
        command = click.option(name, target, metavar=metavar, type=kind, multiple=True, help=help_text)(command)
    return command


def format_option(*formats: str) -> Callable[[F], F]:
    return click.option(
        "--format", "form", type=click.Choice(formats), default="table", show_default=True, help="Vorm van de uitvoer."
    )


def filters_from(values: Mapping[str, Sequence[Any]]) -> Filters:
    """The filters that were asked; an id that doesn't exist is told on standard error, and matches nothing."""
    for target, known in (("doc_types", doc_types()), ("themes", THEMES)):
        for value in values[target]:
            if value not in known:
                close = ", ".join(difflib.get_close_matches(value, known, n=3, cutoff=0.4)) or ", ".join(known)
                click.echo(f"Let op: {value} bestaat niet als filter. Bedoelt u: {close}?", err=True)
    return Filters(**{name: tuple(value) for name, value in values.items()})


def queries_of(batch: Path) -> Iterator[dict[str, str]]:
    """The questions in a file with one {"id", "query"} a line; raises UsageError for a line that is none."""
    for number, line in enumerate(batch.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
            yield {"id": query["id"], "query": query["query"]}
        except (ValueError, TypeError, KeyError):
            raise UsageError(
                f"{batch}, regel {number}: geen vraag.", 'Elke regel moet {"id": ..., "query": ...} bevatten.'
            ) from None
