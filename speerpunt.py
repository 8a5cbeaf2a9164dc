"""The command line: it translates what the user asks, and prints what the library answers."""

import gettext
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ingest.read.options import OCR_MODES, OcrMode
from views.compare_command import changes, compare
from views.dossier_command import dossier
from views.faults import one_line_errors
from views.follow_command import follow
from views.options import (
    filter_options,
    filters_from,
    format_option,
    kind_of,
    library_option,
    model_option,
    output_option,
    queries_of,
)

if TYPE_CHECKING:
    from index.build import Report
    from index.encoder import Encoder
    from index.library import Library
    from index.store.filters import Filters

LOCALE = Path(__file__).parent / "views" / "locale"


@dataclass(frozen=True, slots=True)
class Asked:
    """What goes with every question of one call."""

    filters: "Filters"
    k: int
    literal: bool
    nearest: bool


@click.group(
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT ...",
)
@click.version_option(
    package_name="speerpunt", prog_name="speerpunt", message="%(prog)s, versie %(version)s", help="Laat de versie zien."
)
def cli() -> None:
    """Doorzoek en vergelijk beleidsstukken van gemeenten, met citaat en bladzijde.

    \b
    Voorbeeld:
      speerpunt ingest stukken/
      speerpunt search "wat is toegezegd over jeugdoverlast?" --gemeente Waterdrecht
      speerpunt facts toezeggingen --jaar 2023 --format xlsx --output toezeggingen.xlsx
      speerpunt app
    """


@cli.command(options_metavar="[OPTIES]")
@click.argument("paths", nargs=-1, required=True, metavar="PAD...", type=click.Path(path_type=Path))
@library_option
@click.option("--jobs", metavar="AANTAL", type=click.IntRange(1), default=None, help="Aantal bestanden tegelijk.")
@click.option("--url", metavar="ADRES", default=None, help="Webadres van een bewaarde pagina.")
@click.option("--opnieuw", "again", is_flag=True, help="Lees ook bestanden die al in de bibliotheek staan.")
@click.option("--ocr", type=click.Choice(OCR_MODES), default="auto", show_default=True, help="Lees scans (tesseract).")
@model_option
def ingest(
    paths: Sequence[Path], folder: Path, jobs: int | None, url: str | None, again: bool, ocr: OcrMode, model: str | None
) -> None:
    """Lees bestanden of mappen in de bibliotheek.

    Speerpunt leest pdf, html, docx, txt en md.
    Wat er al in staat, wordt overgeslagen; een gewijzigd bestand vervangt zijn oude versie.
    Eén slecht bestand houdt de andere niet tegen. Aan het eind staat per bestand of het gelukt is.

    \b
    Voorbeeld:
      speerpunt ingest stukken/ --library bibliotheek
    """
    from index.build import build  # noqa: PLC0415
    from views.terminal import print_report, progress  # noqa: PLC0415

    with one_line_errors():
        with progress() as advance:
            report: Report = build(
                paths, folder, model=model, processes=jobs, url=url, again=again, ocr=ocr, advance=advance
            )
        print_report(report)
    sys.exit(1 if report.failed else 0)


@cli.command(options_metavar="[OPTIES]")
@library_option
@filter_options
@format_option("table", "csv", "jsonl")
def documents(folder: Path, form: str, **filters: Sequence[Any]) -> None:
    """Toon welke stukken er zijn.

    Met gemeente, soort, jaar en looptijd, en of het stuk helemaal gelezen kon worden.

    \b
    Voorbeeld:
      speerpunt documents --gemeente Waterdrecht --jaar 2023
    """
    from views.output import documents_listed, write  # noqa: PLC0415

    with one_line_errors(), _opened(folder, discreet=form != "jsonl") as library:
        write(documents_listed(library, filters_from(filters, library)), form)


@cli.command(options_metavar="[OPTIES]")
@click.argument("question", required=False, metavar="VRAAG")
@library_option
@filter_options
@click.option(
    "--k",
    metavar="AANTAL",
    type=click.IntRange(1, 1000),
    default=10,
    show_default=True,
    help="Hoogste aantal antwoorden.",
)
@click.option("--letterlijk", "literal", is_flag=True, help="Lees geen gemeente, jaar of soort uit de vraag.")
@click.option("--naaste", "nearest", is_flag=True, help="Toon zonder antwoord wat er het dichtst bij komt.")
@click.option(
    "--batch",
    metavar="BESTAND",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Bestand met een vraag per regel: {'id', 'query'}.",
)
@format_option("table", "jsonl")
@model_option
def search(
    question: str | None, folder: Path, k: int, literal: bool, nearest: bool, batch: Path | None, form: str,
    model: str | None, **filters: Sequence[Any],
) -> None:  # fmt: skip
    """Zoek antwoord op een vraag.

    De passages die de VRAAG beantwoorden, gezocht op woorden en op betekenis.
    Een gemeente, jaar of soort stuk in de vraag telt mee. Is er niets, dan staat er niets.

    \b
    Voorbeeld:
      speerpunt search "toezeggingen jeugdoverlast Waterdrecht 2023"
      speerpunt search "cameratoezicht" --type jaarstukken --k 3
    """
    if not (question or "").strip() and batch is None:
        raise click.UsageError("Geef een VRAAG, of een bestand met --batch.")
    if question is not None and batch is not None:
        raise click.UsageError("Geef een VRAAG of een bestand met --batch, niet allebei.")
    with one_line_errors(), _opened(folder, discreet=form != "jsonl") as library:
        encoder = _encoder(library, model)
        asked = Asked(filters_from(filters, library), k, literal, nearest)
        if batch is not None:
            _search_batch(library, encoder, batch, asked, form)
        else:
            _search_one(library, encoder, question or "", asked, form)


@cli.command(options_metavar="[OPTIES]")
@click.argument("kind", required=False, metavar="[SOORT]")
@library_option
@filter_options
@format_option("table", "csv", "xlsx", "jsonl")
@output_option
def facts(kind: str | None, folder: Path, form: str, output: Path | None, **filters: Sequence[Any]) -> None:
    """Toon speerpunten, toezeggingen en meer.

    Elk feit met zijn citaat en zijn bladzijde.
    SOORT is speerpunt, toezegging, portefeuillehouder, bedrag, indicator of doel; zonder SOORT komen ze allemaal.
    Andere programma's lezen jsonl: daarin staan de woorden van het stuk onveranderd. In de andere vormen zijn namen
    van inwoners weggelaten.

    \b
    Voorbeeld:
      speerpunt facts toezeggingen --gemeente Waterdrecht --format csv --output toezeggingen.csv
    """
    from views.output import facts_listed, form_of, write  # noqa: PLC0415

    with one_line_errors():
        wanted, shape = kind_of(kind), form_of(form, output)
        with _opened(folder, discreet=shape != "jsonl") as library:
            write(facts_listed(library, wanted, filters_from(filters, library)), shape, output)


@cli.command(options_metavar="[OPTIES]")
@library_option
@click.option(
    "--port", metavar="POORT", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Poort van de app."
)
@click.option("--browser/--geen-browser", default=True, help="Open de app in de browser.")
@click.option("--alleen-lezen", "read_only", is_flag=True, help="Niets toevoegen, verbeteren of verwijderen in de app.")
@model_option
def app(folder: Path, port: int, browser: bool, read_only: bool, model: str | None) -> None:
    """Open de app in de browser.

    De app draait op deze computer; stop met Ctrl-C.

    \b
    Voorbeeld:
      speerpunt app --library bibliotheek
    """
    from views.serve import serve  # noqa: PLC0415

    with one_line_errors(), _opened(folder):
        pass
    with one_line_errors():
        serve(folder, port, browser=browser, model=model, read_only=read_only)


for command in (compare, changes, follow, dossier):
    cli.add_command(command)


@contextmanager
def _opened(folder: Path, *, discreet: bool = False) -> Iterator["Library"]:
    """The library; `discreet` where people read what comes of it, so that no resident is named."""
    from index.finding.discreet import DiscreetLibrary  # noqa: PLC0415
    from index.library import Library  # noqa: PLC0415

    library = (DiscreetLibrary if discreet else Library).open(folder)
    try:
        yield library
    finally:
        library.close()


def _encoder(library: "Library", model: str | None) -> "Encoder":
    from index.encoder import open_encoder  # noqa: PLC0415

    encoder = open_encoder(model)
    library.check_encoder(encoder)
    return encoder


def _search_one(library: "Library", encoder: "Encoder", question: str, asked: "Asked", form: str) -> None:
    from index.export import to_jsonl  # noqa: PLC0415
    from index.records import hit_record  # noqa: PLC0415
    from index.search import search as find  # noqa: PLC0415
    from views.terminal import print_answer  # noqa: PLC0415

    answer = find(library, encoder, question, filters=asked.filters, k=asked.k, literal=asked.literal)
    if form == "jsonl":
        near = answer.nearest if asked.nearest else ()
        records = [*map(hit_record, answer.hits), *(hit_record(hit) | {"nearest": True} for hit in near)]
        sys.stdout.writelines(f"{line}\n" for line in to_jsonl(records))
    else:
        print_answer(answer, nearest=asked.nearest)


def _search_batch(library: "Library", encoder: "Encoder", batch: Path, asked: "Asked", form: str) -> None:
    from index.records import hit_record  # noqa: PLC0415
    from index.search import search as find  # noqa: PLC0415
    from views.terminal import print_answer  # noqa: PLC0415

    for query in queries_of(batch):
        answer = find(library, encoder, query["query"], filters=asked.filters, k=asked.k, literal=asked.literal)
        if form != "jsonl":
            click.echo(f"Vraag {query['id']}: {query['query']}\n")
            print_answer(answer, nearest=asked.nearest)
            continue
        line = {"id": query["id"], "query": query["query"], "hits": [hit_record(hit) for hit in answer.hits]}
        if asked.nearest:
            line["nearest"] = [hit_record(hit) for hit in answer.nearest]
        click.echo(json.dumps(line, ensure_ascii=False))


def main() -> None:
    """The console script."""
    speak_dutch()
    cli()


def speak_dutch() -> None:
    """From here on click's own words are those of views/locale."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(LOCALE))


if __name__ == "__main__":
    main()
