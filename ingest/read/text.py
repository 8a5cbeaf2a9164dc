"""Plain text and Markdown: the text is the file itself, and stays as it is.

Every line's `text` is exactly `verbatim[offset : offset + len(text)]`: marks of Markdown and of lists
("## ", "- ") are left out of the line by starting it later, never by changing it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import EmptyFile, UnsupportedFormat
from ingest.layout import Line, Reading

_LINE = re.compile(r"[^\r\n\f]*")
_ATX_HEADING = re.compile(r"[ ]{0,3}(#{1,6})[ \t]+(?P<text>.*?)(?:[ \t]+#+)?[ \t]*$")
_SETEXT_RULE = re.compile(r"[ ]{0,3}(=+|-+)[ \t]*$")
_LIST_ITEM = re.compile(r"(?P<indent>[ \t]*)(?:[•●○▪■‣◦·–-]|\*(?!\*)|\+)[ \t]+(?P<text>\S.*)")
_TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*(?::?-{3,}:?)?\s*$")
_MARKDOWN_ROW = re.compile(r"\s*\|(.+)\|\s*$")
_BARRED_ROW = re.compile(r"[^|]*\|[^|]*\|.*")
_INDENT_STEP = 2
"""Columns of indentation that make a list item one deeper; Markdown and converted web pages use 2 to 4."""

_SAMPLE = 100_000
_NO_CONTROLS = bytes(byte for byte in range(256) if byte >= 32 or byte in b"\t\n\v\f\r")
_MOST_CONTROLS = 0.01
"""Of a text, at most; a stray end-of-file or escape is no reason to refuse it, a tenth of random bytes are such."""

CP1252_PROBLEM = "De tekst is geen geldige UTF-8 en is gelezen als Windows-1252; let op letters met accenten."
UTF16_PROBLEM = "De tekst is in UTF-16 opgeslagen; plaatsen in de tekst tellen in tekens, niet in bytes."


def read_text(path: Path) -> Reading:
    """Read a .txt or .md file; `verbatim` is the file decoded as UTF-8, unchanged, a byte order mark included.

    Raises:
        EmptyFile: there is nothing but white space.
        UnsupportedFormat: the bytes are not text.
    """
    text, problems = decode(path.read_bytes(), path.name)
    if not text.strip("\ufeff \t\r\n\f"):
        raise EmptyFile(f"{path.name} is leeg.", "Controleer of het bestand goed is opgeslagen.")
    markdown = path.suffix.lower() in {".md", ".markdown"}
    lines = _markdown_lines(text) if markdown else _plain_lines(text)
    return Reading(
        format="md" if markdown else "txt", lines=tuple(_number_tables(lines)), verbatim=text, problems=problems
    )


def decode(data: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """Decode by byte order mark, else as UTF-8, else as cp1252; also gives the problems to report.

    Nothing is guessed from statistics: charset-normalizer misread short cp1252 files when this was measured.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace"), (UTF16_PROBLEM,)
    if is_binary(data):
        raise UnsupportedFormat(f"{name} is geen tekst.", "Sla het op als pdf, docx, html, md of txt.")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace"), (CP1252_PROBLEM,)


def is_binary(data: bytes) -> bool:
    """Whether bytes are no text of one byte a letter: with NULs, or with many other characters that control."""
    sample = data[:_SAMPLE]
    return b"\x00" in data or len(sample.translate(None, _NO_CONTROLS)) > _MOST_CONTROLS * len(sample)


@dataclass(frozen=True, slots=True)
class _Raw:
    """A line that isn't empty, without the white space around it."""

    text: str
    offset: int
    indent: str
    after_blank: bool


def _raw_lines(text: str) -> Iterator[_Raw]:
    after_blank = True
    position = 0
    while position < len(text):
        found = _LINE.match(text, position)
        assert found is not None  # noqa: S101 - the pattern matches the empty string
        content = found.group().lstrip(" \t\u00a0\ufeff\u200b")
        offset = found.end() - len(content)
        content = content.rstrip()
        if content:
            yield _Raw(content, offset, text[found.start() : offset].lstrip("\ufeff"), after_blank)
        ended_page = text[found.end() : found.end() + 1] == "\f"
        after_blank = not content or ended_page
        position = found.end() + (2 if text.startswith("\r\n", found.end()) else 1)


def _plain_lines(text: str) -> Iterator[Line]:
    in_table = False
    for raw, following in _with_next(text):
        is_barred = _BARRED_ROW.fullmatch(raw.text) is not None
        goes_on = following is not None and not following.after_blank and _BARRED_ROW.fullmatch(following.text)
        in_table = is_barred and bool((in_table and not raw.after_blank) or goes_on)
        if in_table and _TABLE_RULE.match(raw.text):
            continue
        yield (
            (_barred_row(raw) if in_table else None)
            or _list_item(raw)
            or _tabbed_row(raw)
            or _paragraph(raw, starts=raw.after_blank or None)
        )


def _markdown_lines(text: str) -> Iterator[Line]:
    flowing = False
    for raw, following in _with_next(text):
        if _is_rule(raw):
            flowing = False
            continue
        line = (
            _markdown_heading(raw, following)
            or _markdown_row(raw)
            or _list_item(raw)
            or _paragraph(raw, starts=raw.after_blank or not flowing)
        )
        flowing = line.role in {"paragraph", "list_item", None}
        yield line


def _with_next(text: str) -> Iterator[tuple[_Raw, _Raw | None]]:
    before: _Raw | None = None
    for raw in _raw_lines(text):
        if before is not None:
            yield before, raw
        before = raw
    if before is not None:
        yield before, None


def _is_rule(raw: _Raw) -> bool:
    """Whether the line is only drawing: under a heading, under a table's head, or between parts."""
    if _TABLE_RULE.match(raw.text):
        return True
    underlines = _SETEXT_RULE.match(raw.text) is not None
    return underlines and (len(raw.text) > 2 or not raw.after_blank)


def _markdown_heading(raw: _Raw, following: _Raw | None) -> Line | None:
    found = _ATX_HEADING.match(raw.text)
    if found and found["text"]:
        start = raw.offset + found.start("text")
        return Line(found["text"], role="heading", level=len(found[1]), offset=start, starts_block=True)
    if following is None or following.after_blank or not raw.after_blank or _LIST_ITEM.match(raw.text):
        return None
    if not _SETEXT_RULE.match(following.text):
        return None
    level = 1 if following.text.startswith("=") else 2
    return Line(raw.text, role="heading", level=level, offset=raw.offset, starts_block=True)


def _list_item(raw: _Raw) -> Line | None:
    found = _LIST_ITEM.match(raw.text)
    if not found:
        return None
    depth = 1 + len(raw.indent.expandtabs(4)) // _INDENT_STEP
    start = raw.offset + found.start("text")
    return Line(found["text"], role="list_item", level=depth, offset=start, starts_block=True)


def _markdown_row(raw: _Raw) -> Line | None:
    found = _MARKDOWN_ROW.match(raw.text)
    return _row(raw, found[1].split("|")) if found else None


def _barred_row(raw: _Raw) -> Line:
    """A row as web pages that were saved as text have them: "Heling | 1,6 | 1,1 | |"."""
    return _row(raw, raw.text.removeprefix("|").removesuffix("|").split("|"))


def _tabbed_row(raw: _Raw) -> Line | None:
    cells = raw.text.split("\t")
    return _row(raw, cells) if len(cells) > 1 else None


def _row(raw: _Raw, cells: list[str]) -> Line:
    texts = tuple(cell.strip() for cell in cells)
    return Line(raw.text, role="table_row", cells=texts, offset=raw.offset, starts_block=True)


def _paragraph(raw: _Raw, *, starts: bool | None) -> Line:
    return Line(raw.text, offset=raw.offset, starts_block=starts)


def _number_tables(lines: Iterable[Line]) -> Iterator[Line]:
    """Rows that follow each other are one table."""
    number = 0
    in_table = False
    for line in lines:
        is_row = line.role == "table_row"
        number += is_row and not in_table
        in_table = is_row
        yield line._replace(table=number) if is_row else line
