"""`speerpunt follow`: what came of promises, for who works without the app."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.errors import UsageError
from views.faults import one_line_errors
from views.options import filter_options, filters_from, format_option, library_option, model_option, output_option

if TYPE_CHECKING:
    from index.encoder import Encoder
    from index.library import Library
    from index.store.filters import Filters
    from index.store.rows import FactRow
    from views.trail import Told


@click.command(options_metavar="[OPTIES]")
@click.argument("words", nargs=-1, metavar="[WOORD]...")
@library_option
@filter_options
@click.option(
    "--voorbij", "overdue", is_flag=True, help="Alleen wat een termijn heeft die voorbij is, en niet is afgedaan."
)
@click.option(
    "--k", metavar="AANTAL", type=click.IntRange(1, 1000), default=5, show_default=True,
    help="Hoeveel toezeggingen, de nieuwste eerst.",
)  # fmt: skip
@format_option("table", "csv", "xlsx")
@output_option
@model_option
def follow(
    words: Sequence[str], folder: Path, overdue: bool, k: int, form: str, output: Path | None, model: str | None,
    **filters: Sequence[Any],
) -> None:  # fmt: skip
    """Volg wat er van toezeggingen en voornemens kwam.

    Neemt de toezeggingen waarin elk WOORD staat, en zoekt wat andere stukken van de gemeente er eerder en later over
    zeggen. Een stand (Openstaand, Voldaan) staat er alleen waar een lijst die noemt.

    \b
    Voorbeeld:
      speerpunt follow snelheidsmeting --gemeente Waterdrecht
      speerpunt follow --voorbij --thema woonoverlast --output verlopen.xlsx
    """
    from index.encoder import open_encoder  # noqa: PLC0415 - numpy and faiss are loaded only where they are needed
    from index.finding.discreet import DiscreetLibrary  # noqa: PLC0415
    from views.following import print_searched, print_trail, rows_of_trails  # noqa: PLC0415
    from views.output import deliver  # noqa: PLC0415

    with one_line_errors(), DiscreetLibrary.open(folder) as library:
        found = _found(library, filters_from(filters, library), " ".join(words), overdue=overdue)
        if not found:
            raise UsageError("Geen toezegging of voornemen past hierbij.", "Kies minder woorden of minder filters.")
        encoder = open_encoder(model)
        library.check_encoder(encoder)
        told = _told(library, encoder, found[:k])

        def draw() -> None:
            for each in told:
                print_trail(library, each)
            print_searched(told)
            click.echo(f"{len(told)} van {len(found)} gevolgd.")

        deliver(form, output, "Gevolgd", draw, lambda: list(chain.from_iterable(rows_of_trails(library, told))))


def _found(library: "Library", filters: "Filters", words: str, *, overdue: bool) -> Sequence["FactRow"]:
    """The commitments that hold the words, those of the newest papers first; what a paper says is done is left out."""
    from index.store.choice import UNDONE, Choice, Due  # noqa: PLC0415
    from index.tracing.registers import Registers  # noqa: PLC0415
    from index.tracing.worded import worded  # noqa: PLC0415
    from views.output import today  # noqa: PLC0415

    due: Due | None = "over" if overdue else None
    newer = Registers(library).newer() if overdue else ()
    choice = Choice(states=UNDONE, due=due, newer=newer, today=today(), sort="newest")
    return library.facts("commitment", filters, choice=worded(library, "commitment", filters, choice, words))


def _told(library: "Library", encoder: "Encoder", rows: Sequence["FactRow"]) -> Sequence["Told"]:
    from index.follow import Follower  # noqa: PLC0415
    from views.trail import told_of  # noqa: PLC0415

    follower = Follower(library, encoder)
    return [told_of(library, follower, row) for row in rows]
