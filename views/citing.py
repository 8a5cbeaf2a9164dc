"""Citeren: a quote with its source, in the forms that people paste: a Dutch reference, a line for news, Markdown."""

import datetime
import re
from dataclasses import dataclass

import streamlit as st

from index.records import citation_of
from index.store.rows import FactRow, PassageRow
from ingest.model import Identity
from views.columns import address_of
from views.links import MARKDOWN, pages_at
from views.taking import app_address, today
from views.words import cut_short, day, doc_type_label

SHORT_HASH = 12
"""Digits of the file's hash: 48 bits tell any two files of a collection apart."""

LONGEST_LINE = 300
"""Characters of a quote in a line for news; a longer one is cut at a word."""

_SIGNS = MARKDOWN - set(".-:\"'=@^+")
"""A quote stays readable: these mean nothing within a line."""

_LIST = re.compile(r"^(\d{1,9})?([.)+=-])")

LABELS = ("Verwijzing", "Regel voor een bericht", "Markdown")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote and all that its source is named by.

    Attributes:
        citation: who, which document, which paragraph, which page.
        pages: the first and the last that it stands on.
        link: the permanent address of the quote in the app.
        sha256: of the file that was read.
        made: the day on which it is quoted.
    """

    text: str
    citation: str
    identity: Identity
    pages: tuple[int, int] | None
    file: str
    sha256: str
    link: str
    made: datetime.date


def quoted(
    row: PassageRow | FactRow,
    text: str,
    span: tuple[int, int],
    base: str,
    made: datetime.date,
    pages: tuple[int, int] | None = None,
) -> Quoted:
    """The text at a span of the row's document, with its source.

    Args:
        base: where the app is, for the link.
        pages: those of the span; that on which the row begins if not given.
    """
    known = pages or ((row.page, row.page) if row.page is not None else None)
    source = row.document.source
    return Quoted(
        text=text,
        citation=citation_of(row, known),
        identity=row.document.identity,
        pages=known,
        file=source.file,
        sha256=source.sha256,
        link=address_of(row, span, base, known[0] if known else None),
        made=made,
    )


def reference(quote: Quoted) -> str:
    """As in a list of sources: who and when, what, where it was found, and which file that is."""
    date = f" ({day(quote.identity.date.value)})" if quote.identity.date.value else ""
    return (
        f"{quote.citation}{date}. Bestand {quote.file}, sha256 {quote.sha256[:SHORT_HASH]}. "
        f"Geraadpleegd op {day(quote.made)}, {quote.link}"
    )


def news_line(quote: Quoted) -> str:
    """One sentence with the quote in it, as in a message."""
    identity = quote.identity
    who = f" van de gemeente {identity.municipality.value}" if identity.municipality.value else ""
    kind = doc_type_label(identity.doc_type.value) if identity.doc_type.value else "stuk"
    named = identity.title if kind.casefold() in identity.title.casefold() else f"{identity.title} ({kind})"
    page = f", bladzijde {_pages(quote.pages)}" if quote.pages else ""
    return f"In “{named}”{who}{page}, staat: “{cut_short(_one_line(quote.text), LONGEST_LINE)}” ({quote.link})"


def _pages(pages: tuple[int, int]) -> str:
    return (
        " en ".join(map(str, dict.fromkeys(pages))) if pages[1] - pages[0] < 2 else f"{pages[0]} tot en met {pages[1]}"
    )


def markdown(quote: Quoted) -> str:
    """A block quote with its source below, for a text in Markdown: whatever the quote holds, it stays text."""
    lines = [f"> {escaped(line)}" for line in quote.text.splitlines() if line.strip()]
    source = f"> [{escaped(quote.citation)}]({quote.link}), sha256 {quote.sha256[:SHORT_HASH]}"
    return "\n>\n".join([*lines, source])


def escaped(text: str) -> str:
    """A line whose signs mean nothing in Markdown, also not as the beginning of a list."""
    line = "".join(f"\\{sign}" if sign in _SIGNS else sign for sign in text.strip())
    return _LIST.sub(r"\1\\\2", line)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def show_citing(row: PassageRow | FactRow, text: str, span: tuple[int, int]) -> None:
    """A button with the three forms, each to copy."""
    quote = quoted(row, text, span, app_address(), today(), pages_at(row.document, *span))
    with st.popover("Citeren", icon=":material/format_quote:"):
        for label, written in zip(LABELS, (reference(quote), news_line(quote), markdown(quote)), strict=True):
            st.text(label)
            st.code(written, language=None, wrap_lines=True)
