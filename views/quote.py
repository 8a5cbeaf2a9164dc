"""Text of documents on the screen: always as text, never as markup, with some of its words marked."""

from collections.abc import Iterable
from html import escape

STYLE = (
    "white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.55; margin: 0; "
    "border-left: 3px solid #154273; padding: 0.1rem 0 0.1rem 0.9rem;"
)
MARK = '<mark style="background: #ffe9a8; color: inherit; font-weight: 600;">{}</mark>'


def quote_html(text: str, marks: Iterable[tuple[int, int]] = ()) -> str:
    """The text as a block quote with the spans in `marks` marked; whatever the text holds, it is shown as it is."""
    return f'<blockquote style="{STYLE}">{marked(text, marks)}</blockquote>'


def marked(text: str, marks: Iterable[tuple[int, int]]) -> str:
    """The escaped text, with each span in a <mark>; overlapping spans become one."""
    parts = []
    done = 0
    for start, end in _merged(marks, len(text)):
        parts.append(escape(text[done:start]))
        parts.append(MARK.format(escape(text[start:end])))
        done = end
    parts.append(escape(text[done:]))
    return "".join(parts)


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
