"""A source file as blocks; the markup is described in maak.py."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from maken.cijfers import computed_table, with_totals
from maken.delen import Block, Box, Break, Contents, Field, Heading, Item, Lines, Paragraph, Row, Table

HEADING = re.compile(r"(#{1,4})(!?) (.+)")
ITEM = re.compile(r"(--?|\d+\.) (.+)")
FIELD = re.compile(r"@([^:]+): ?(.*)")
NOTE = re.compile(r"\[\^(\d+)\]: (.+)")
TABLE = re.compile(r"::tabel ?(.*?)(?: ?\{([\d ]+)\})?$")


class SourceError(Exception):
    """A source that can't be understood: the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Source:
    """One document to be made: the head, the blocks, and the footnotes by number."""

    path: Path
    head: dict[str, str]
    blocks: tuple[Block, ...]
    notes: dict[str, str]


@dataclass(slots=True)
class _Parser:
    path: Path
    head: dict[str, str]
    lines: list[str]
    at: int = 0
    notes: dict[str, str] = field(default_factory=dict)

    def blocks(self, *, inside_box: bool = False) -> list[Block]:
        found: list[Block] = []
        while self.at < len(self.lines):
            line = self.lines[self.at]
            self.at += 1
            if line == "::einde" and inside_box:
                return found
            block = self.block(line)
            if block is not None:
                found.append(block)
        if inside_box:
            raise SourceError(f"{self.path.name}: een kader is niet gesloten met ::einde")
        return found

    def block(self, line: str) -> Block | None:
        """The block that starts on this line; None for an empty line, a remark or a footnote."""
        if not line or line.startswith("%%"):
            return None
        if line.startswith("::"):
            return self.directive(line)
        if line.startswith(">"):
            return self.kept_lines()
        if match := NOTE.fullmatch(line):
            self.notes[match[1]] = match[2]
            return None
        return _one_line_block(line)

    def kept_lines(self) -> Lines:
        self.at -= 1
        kept = []
        while self.at < len(self.lines) and self.lines[self.at].startswith(">"):
            kept.append(self.lines[self.at][2:])
            self.at += 1
        return Lines(tuple(kept))

    def directive(self, line: str) -> Block:
        name, _, rest = line[2:].partition(" ")
        if match := TABLE.fullmatch(line):
            return self.table(match[1], match[2])
        if name == "kader":
            return Box(rest, tuple(self.blocks(inside_box=True)))
        if name == "cijfers":
            return computed_table(self.path.parents[1] / "cijfers" / self.head["cijfers"], rest)
        if name == "inhoud":
            return Contents()
        if name in {"pagina", "kolommen"}:
            return Break(int(rest) if rest else None)
        raise SourceError(f"{self.path.name}: onbekende opdracht: {line}")

    def table(self, caption: str, widths: str | None) -> Table:
        rows = []
        while self.lines[self.at] != "::einde":
            line = self.lines[self.at]
            self.at += 1
            mark = line[0] if line[:2] in {"= ", "+ "} else ""
            rows.append(Row(tuple(cell.strip() for cell in line.removeprefix(mark + " ").split("|")), mark))
        self.at += 1
        shares = tuple(int(width) for width in widths.split()) if widths else ()
        return Table(caption, with_totals(rows), shares)


def _one_line_block(line: str) -> Block:
    if match := HEADING.fullmatch(line):
        return Heading(match[3], len(match[1]), listed=not match[2])
    if match := ITEM.fullmatch(line):
        return Item(match[2], level=2 if match[1] == "--" else 1, mark=match[1] if match[1][0] != "-" else "•")
    if match := FIELD.fullmatch(line):
        return Field(match[1], match[2])
    return Paragraph(line)


def read_source(path: Path) -> Source:
    """Reads a source; raises SourceError for what is not in the markup."""
    head_text, mark, body = path.read_text(encoding="utf-8").partition("\n---\n")
    if not mark:
        raise SourceError(f"{path.name}: de regel --- onder de kop ontbreekt")
    head = {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in head_text.splitlines())}
    parser = _Parser(path, head, [line.rstrip() for line in body.splitlines()])
    blocks = tuple(parser.blocks())
    return Source(path, head, blocks, parser.notes)
