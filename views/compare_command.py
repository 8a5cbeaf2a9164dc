"""`speerpunt compare` and `speerpunt changes`: Vergelijken and Wat veranderde er, for who works without the app."""

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.errors import UsageError
from views.faults import one_line_errors
from views.options import (
    filter_options,
    filters_from,
    format_option,
    library_option,
    model_option,
    output_option,
)

if TYPE_CHECKING:
    from index.library import Library
    from index.store.rows import DocumentRow

AXES = ("gemeenten", "jaren")
_FEW = 10
"""Files that are named where several are meant."""
_HASH = 8
"""Characters of a hash that name one file, as the lists of `documents` have them."""


@click.command(options_metavar="[OPTIES]")
@library_option
@filter_options
@click.option(
    "--naast",
    "beside",
    type=click.Choice(AXES),
    default="gemeenten",
    show_default=True,
    help="Wat naast elkaar komt.",
)
@format_option("table", "csv", "xlsx")
@output_option
def compare(folder: Path, beside: str, form: str, output: Path | None, **filters: Sequence[Any]) -> None:
    """Zet thema's van gemeenten of jaren naast elkaar.

    Per thema en per gemeente (of jaar): hoeveel passages, welke speerpunten en een citaat met zijn bladzijde.
    Is er niets, dan staat er waarom.

    \b
    Voorbeeld:
      speerpunt compare --gemeente Waterdrecht --gemeente Oosterhage --thema ondermijning
      speerpunt compare --naast jaren --gemeente Waterdrecht --output jaren.xlsx
    """
    from index.compare import compare as compared  # noqa: PLC0415 - numpy is loaded only where it is needed
    from index.finding.discreet import DiscreetLibrary  # noqa: PLC0415
    from views import axes  # noqa: PLC0415
    from views.comparing import print_matrix  # noqa: PLC0415
    from views.matrix import matrix_rows  # noqa: PLC0415
    from views.output import deliver, today  # noqa: PLC0415

    with one_line_errors(), DiscreetLibrary.open(folder) as library:
        asked = filters_from(filters, library)
        axis = axes.AXES[beside]
        columns, themes = axes.columns_of(library, axis, asked), axes.themes_of(library, asked)
        if not columns or not themes:
            raise UsageError(
                "Er is niets om te vergelijken.", "Kies minder filters, of kijk met `speerpunt documents`."
            )
        matrix = compared(library, axis, columns, themes, asked, today())
        deliver(form, output, "Vergelijking", lambda: print_matrix(matrix), lambda: matrix_rows(matrix, "", today()))


@click.command(options_metavar="[OPTIES]")
@click.argument("old", metavar="OUD")
@click.argument("new", metavar="NIEUW")
@library_option
@format_option("table", "csv", "xlsx")
@output_option
@model_option
def changes(old: str, new: str, folder: Path, form: str, output: Path | None, model: str | None) -> None:
    """Toon wat er veranderde tussen twee plannen.

    OUD en NIEUW zijn stukken in de bibliotheek: de naam van het bestand, of het begin van zijn hash.
    Speerpunten en indicatoren staan naast elkaar; van de passages hoe veel er in beide stukken staan.
    In csv en xlsx staan ook alle passages, oud naast nieuw.

    \b
    Voorbeeld:
      speerpunt changes ivp-2019.pdf ivp-2023.pdf
    """
    from index.changes import changes as changed  # noqa: PLC0415 - numpy and faiss are loaded only where needed
    from index.encoder import open_encoder  # noqa: PLC0415
    from index.finding.discreet import DiscreetLibrary  # noqa: PLC0415
    from views.change_rows import change_rows  # noqa: PLC0415
    from views.comparing import print_changes  # noqa: PLC0415
    from views.output import deliver, today  # noqa: PLC0415

    with one_line_errors(), DiscreetLibrary.open(folder) as library:
        before, after = document_called(library, old), document_called(library, new)
        encoder = open_encoder(model)
        library.check_encoder(encoder)
        found = changed(library, encoder, before, after)
        deliver(form, output, "Veranderd", lambda: print_changes(found), lambda: change_rows(found, "", today()))


def document_called(library: "Library", said: str) -> "DocumentRow":
    """The paper of a file name, a path or the begin of a hash.

    Raises:
        UsageError: none is called so, with what comes near, or several are, with their hashes.
    """
    rows = library.documents()
    found = [row for row in rows if said in (row.file, row.source.path)]
    if len(said) >= _HASH and not found:
        found = [row for row in rows if row.source.sha256.startswith(said.lower())]
    if not found:
        near = difflib.get_close_matches(said, [row.file for row in rows], n=1, cutoff=0.5)
        hint = f"Bedoelt u {near[0]}?" if near else "Alle namen geeft `speerpunt documents`."
        raise UsageError(f"Geen stuk in de bibliotheek heet {said}.", hint)
    if len(found) > 1:
        named = ", ".join(f"{row.source.sha256[:_HASH]} ({row.title})" for row in found[:_FEW])
        raise UsageError(f"Er zijn {len(found)} stukken met de naam {said}.", f"Geef de hash van een ervan: {named}.")
    return found[0]
