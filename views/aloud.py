"""The text of a document without layout: headings and paragraphs under one another, to have it read aloud."""

import bisect
import re
from collections.abc import Sequence
from html import escape

import streamlit as st

from index.store.rows import DocumentRow
from ingest.model import Section
from views.links import document_address, show_link
from views.quote import show_heading
from views.shared import open_library

VIEW = "beeld"
ALOUD = "tekst"
"""In the address: `beeld=tekst`."""

AT_ONCE = 20_000
"""Characters on the screen at once: some twenty minutes of reading aloud."""

_DOTS = re.compile(r"(?:\s*[.…·_]){4,}\s*")

_STYLE = "max-width: 46rem; line-height: 1.7; overflow-wrap: anywhere;"


def show_aloud(row: DocumentRow, text: str, start: int) -> None:
    """The text from this place on, as far as it goes on the screen at once, and links to what is before and after."""
    starts = beginnings(text)
    index = bisect.bisect_right(starts, start) - 1
    end = starts[index + 1] if index + 1 < len(starts) else len(text)
    show_link("Met de bladzijden ernaast", document_address(row, None, start, start))
    show_heading(f"Tekst, deel {index + 1} van {len(starts)}", level=2)
    st.html(aloud_html(text, starts[index], end, open_library().sections(row.id)))
    with st.container(horizontal=True):
        for label, other in (("Vorig deel", index - 1), ("Volgend deel", index + 1)):
            if 0 <= other < len(starts):
                show_link(label, aloud_address(row, starts[other]))


def aloud_address(row: DocumentRow, start: int) -> dict[str, list[str]]:
    """The address of the text without layout, from a place on."""
    return document_address(row, None, start, start) | {VIEW: [ALOUD]}


def beginnings(text: str) -> list[int]:
    """Where each part starts: at a paragraph, and as long as goes on the screen at once."""
    starts = [0]
    while len(text) - starts[-1] > AT_ONCE:
        cut = text.rfind("\n", starts[-1] + 1, starts[-1] + AT_ONCE) + 1
        starts.append(cut if cut > starts[-1] else starts[-1] + AT_ONCE)
    return starts


def aloud_html(text: str, start: int, end: int, sections: Sequence[Section]) -> str:
    """The text between two offsets: each line a paragraph, or a heading where a section has it as its heading.

    The dots between a title and its page in a table of contents are left out: nobody wants to hear those.
    """
    heads = [section for section in sections if section.layer != "contents"]
    parts = []
    at = start
    for line in text[start:end].splitlines(keepends=True):
        tag = "h3" if any(head.start <= at < head.heading_end for head in heads) else "p"
        if line.strip():
            parts.append(f"<{tag}>{escape(_DOTS.sub(', ', line.strip()))}</{tag}>")
        at += len(line)
    return f'<div style="{_STYLE}">{"".join(parts)}</div>'
