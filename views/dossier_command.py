"""`speerpunt dossier`: the session briefing as a file, for who works without the app."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ingest.errors import UsageError
from ingest.themes import THEMES
from views.faults import one_line_errors
from views.options import filter_options, filters_from, library_option, model_option

FORMS = (".docx", ".html", ".pdf")


@click.command(options_metavar="[OPTIES]")
@library_option
@filter_options
@click.option(
    "--output", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False), required=True,
    help="Naar dit bestand; het achtervoegsel bepaalt de vorm: docx, html of pdf.",
)  # fmt: skip
@model_option
def dossier(folder: Path, output: Path, model: str | None, **filters: Sequence[Any]) -> None:
    """Maak een sessiedossier over een thema.

    Twee tot vier bladzijden: wat de plannen zeggen, wat is beloofd, begroot en gemeld, en vragen om te stellen.
    Elke regel met zijn bron. Voor pdf is LibreOffice nodig.

    \b
    Voorbeeld:
      speerpunt dossier --gemeente Waterdrecht --thema woonoverlast --output dossier.docx
    """
    from index.discreet import DiscreetLibrary  # noqa: PLC0415
    from index.dossier import dossier as gather  # noqa: PLC0415 - numpy and faiss are loaded only where they are needed
    from index.encoder import open_encoder  # noqa: PLC0415
    from index.follow import Follower  # noqa: PLC0415
    from views.briefing import briefing  # noqa: PLC0415

    with one_line_errors():
        if output.suffix.lower() not in FORMS:
            raise UsageError(f"De vorm {output.suffix or '(geen)'} bestaat niet.", "Kies docx, html of pdf.")
        asked = filters_from(filters)
        unknown = [theme for theme in asked.themes if theme not in THEMES]
        if unknown:
            raise UsageError(f"Het thema {unknown[0]} bestaat niet.", f"Kies uit: {', '.join(THEMES)}.")
        if not asked.themes:
            raise UsageError("Een dossier heeft een thema nodig.", "Geef er een met --thema.")
        with DiscreetLibrary.open(folder) as library:
            encoder = open_encoder(model)
            library.check_encoder(encoder)
            today = datetime.datetime.now().astimezone().date()
            text = briefing(gather(library, Follower(library, encoder), asked, today), "http://localhost:8501")
        output.write_bytes(_content(text, output.suffix.lower()))
        click.echo(f"Het dossier staat in {output}.", err=True)


def _content(text: Any, suffix: str) -> bytes:
    from views.briefing_docx import briefing_docx, to_pdf  # noqa: PLC0415
    from views.briefing_html import briefing_html  # noqa: PLC0415

    if suffix == ".html":
        return briefing_html(text).encode("utf-8")
    word = briefing_docx(text)
    if suffix == ".docx":
        return word
    made = to_pdf(word)
    if made is None:
        raise UsageError("Er kan geen pdf worden gemaakt.", "Installeer LibreOffice, of kies docx of html.")
    return made
