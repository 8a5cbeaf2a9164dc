"""Text of documents on the screen: always as text, never as markup, with some of its words marked."""

import re
from collections.abc import Iterable, Sequence
from html import escape

import streamlit as st

from index.finding.around import sentence_around
from index.store.rows import FactRow, PassageRow
from ingest.fact_types import Amount
from ingest.privacy import tidy

STYLE = (
    "white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; margin: 0; max-width: 46rem; "
    "border-left: 3px solid #154273; padding: 0.1rem 0 0.1rem 0.9rem;"
)
MARK = '<mark style="background: #ffe9a8; color: inherit; font-weight: 600;">{}</mark>'
PASSAGE = '<mark style="background: #ffe9a8; color: inherit; text-decoration: underline 1px #b35900;">{}</mark>'
"""Words are marked in bold, a whole passage with a thin line: neither by colour alone."""
HEADING = '<h{level} style="padding: 0; margin: 0; overflow-wrap: anywhere;">{text}</h{level}>'
_WITHIN_SENTENCE = re.compile(r"(?<=[\w,;])\n(?=[a-zà-ÿ])")
_WHITE = re.compile(r"[^\S\n]*\n\s*")
BELOW = '<p style="margin: 0.2rem 0 0 0; color: #4a4f57; overflow-wrap: anywhere;">{text}</p>'


def quote_html(text: str, marks: Iterable[tuple[int, int]] = ()) -> str:
    """The text as a block quote with the spans in `marks` marked; whatever the text holds, it is shown as it is."""
    shown = _WHITE.sub(_line_break, marked(text, marks).strip())
    shown = shown if "|" in shown else _WITHIN_SENTENCE.sub(" ", shown)  # cells of a table stand between bars
    return f'<blockquote style="{STYLE}">{shown}</blockquote>'


def _line_break(white: re.Match[str]) -> str:
    """What a page has between its lines, as a reader needs it: at most one line left open, and no indent."""
    return "\n" if white.group().count("\n") == 1 else "\n\n"


def marked(text: str, marks: Iterable[tuple[int, int]], mark: str = MARK) -> str:
    """The escaped text, with each span in a <mark>; overlapping spans become one."""
    parts = []
    done = 0
    for start, end in _merged(marks, len(text)):
        parts.append(escape(text[done:start]))
        parts.append(mark.format(escape(text[start:end])))
        done = end
    parts.append(escape(text[done:]))
    return tidy("".join(parts))


def _merged(marks: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, start), min(end, length)) for start, end in marks):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def show_quote(text: str, marks: Iterable[tuple[int, int]] = ()) -> None:
    """A quote from a document, with marked words."""
    st.html(quote_html(text, marks))


def show_words(row: FactRow, passage: PassageRow | None) -> None:
    """The words of a fact; those of an amount in running text, which are the sum alone, marked in their sentence."""
    if isinstance(row.fact, Amount) and row.fact.row is None and passage:
        sentence, place = sentence_around(passage, row.fact.start, row.fact.end)
        show_quote(sentence, [place])
    else:
        show_quote(row.fact.text)


def show_heading(text: str, level: int = 3, *, below: str = "") -> None:
    """A heading with words of a document in it, and a line below it.

    Streamlit's own headings would read the words as Markdown.
    """
    html = HEADING.format(level=level, text=escape(" ".join(text.split())))
    st.html(tidy(html + (BELOW.format(text=escape(" ".join(below.split()))) if below else "")))


def path_of(headings: Sequence[str], title: str) -> str:
    """The headings that a passage stands under, from the highest down, without the title of the document itself."""
    below = headings[1:] if headings and headings[0].casefold() == title.casefold() else headings
    return " › ".join(below)
