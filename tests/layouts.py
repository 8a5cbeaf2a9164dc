"""Small documents to lay out in tests: lines on pages of A4, and plain text as its reader gives it."""

from ingest.clean import compose
from ingest.layout import Line, Reading, Style
from ingest.model import Section
from ingest.sections import outline

A4 = (595.0, 842.0)
BODY = Style(size=10.0)
BOLD = Style(size=10.0, bold=True)
FULL = "Het college zet de komende jaren in op veilige straten en pleinen in alle kernen"
PROSE = f"{FULL}. Dat doen wij samen met de politie, de scholen en de inwoners van de wijk."


def placed(text: str, top: float, *, page: int = 1, left: float = 70.0, right: float = 500.0, **more: object) -> Line:
    """A line of a page; `right` is where it ends."""
    style = more.pop("style", BODY)
    return Line(text, page=page, style=style, box=(left, top, right, top + 9.0), **more)  # type: ignore[arg-type]


def verbatim(text: str, fmt: str = "txt") -> Reading:
    """A plain text as its reader gives it: a line for every line, with its offset."""
    lines = []
    offset = 0
    after_blank = True
    for part in text.split("\n"):
        content = part.strip()
        if content:
            start = offset + part.index(content)
            lines.append(Line(content, offset=start, starts_block=True if after_blank else None))
        after_blank = not content
        offset += len(part) + 1
    return Reading(fmt, tuple(lines), verbatim=text)


def sections_of(reading: Reading) -> list[Section]:
    """The sections of a reading, in the order of its text."""
    return list(outline(compose(reading), reading))
