"""`speerpunt dossier`: the session briefing as a file, for who works without the app."""

import datetime
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from ingest.errors import UsageError
from ingest.themes import THEMES
from views.faults import one_line_errors
from views.options import (
    EVERY_THEME,
    filter_options,
    filters_from,
    library_option,
    model_option,
    unknown_municipality,
    unknown_theme,
)

FORMS = (".docx", ".html", ".pdf")


def _themes() -> str:
    """Every theme below its parent, as the end of the help."""
    lines = ["\b", "Thema's voor --thema; een groep staat voor al haar thema's:"]
    for group in (theme for theme in THEMES.values() if not theme.parent):
        lines.append(f"  {group.id} ({group.label})")
        below = ", ".join(theme.id for theme in THEMES.values() if theme.parent == group.id)
        lines += textwrap.wrap(below, 74, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False)
    return "\n".join(lines)


@click.command(options_metavar="[OPTIES]", epilog=_themes())
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
    from index.dossier import dossier as gather  # noqa: PLC0415 - numpy and faiss are loaded only where they are needed
    from index.encoder import open_encoder  # noqa: PLC0415
    from index.finding.discreet import DiscreetLibrary  # noqa: PLC0415
    from index.follow import Follower  # noqa: PLC0415
    from views.briefing import briefing  # noqa: PLC0415
    from views.briefing_fit import fitted  # noqa: PLC0415

    with one_line_errors():
        if output.suffix.lower() not in FORMS:
            raise UsageError(f"De vorm {output.suffix or '(geen)'} bestaat niet.", "Kies docx, html of pdf.")
        _check_themes(filters["themes"])
        asked = filters_from(filters)
        with DiscreetLibrary.open(folder) as library:
            encoder = open_encoder(model)
            library.check_encoder(encoder)
            for name in asked.municipalities:
                if said := unknown_municipality(name, library.municipalities()):
                    raise UsageError(said[0].upper() + said[1:])
            click.echo("Het dossier wordt gemaakt. Dat kan een paar minuten duren.", err=True)
            today = datetime.datetime.now().astimezone().date()
            gathered = gather(library, Follower(library, encoder), asked, today)
            text = fitted(briefing(gathered, "http://localhost:8501"))
        output.write_bytes(_content(text, output.suffix.lower()))
        click.echo(f"Het dossier staat in {output}.", err=True)


def _check_themes(themes: Sequence[str]) -> None:
    """Raises UsageError without a theme, and for one that doesn't exist, with those that come near."""
    if not themes:
        raise UsageError("Een dossier heeft een thema nodig.", f"Geef er een met --thema. {EVERY_THEME}")
    for said in filter(None, map(unknown_theme, themes)):
        raise UsageError(said[0].upper() + said[1:])


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
