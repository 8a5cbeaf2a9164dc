"""The known text: a policy plan of an invented municipality, one sentence a line.

"# ", "## " and "### " open a heading, "- " an item, "| " a row of the table, "[^1]: " the first footnote; an empty line
ends a paragraph. In a sentence "[^1]" refers to a footnote and "&shy;" is a place where a word may be hyphenated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Literal

SOURCE = Path(__file__).parent / "beleidsplan.txt"
SOFT_HYPHEN = "&shy;"
REFERENCE = re.compile(r"\[\^(\d)\]")

Role = Literal["heading", "paragraph", "item", "row", "note"]
_MARK = re.compile(r"(?P<heading>#+) |(?P<item>-) |(?P<row>\|) |\[\^(?P<note>\d)\]: ")


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of the text.

    Attributes:
        parts: its sentences, or the cells of a row.
        number: of a heading its level, of a note what refers to it.
    """

    role: Role
    parts: tuple[str, ...]
    number: int = 0


def read_source(path: Path = SOURCE) -> tuple[Piece, ...]:
    """The blocks, in the order of the text; the footnotes come last."""
    return tuple(_pieces(path.read_text(encoding="utf-8").splitlines()))


def _pieces(lines: list[str]) -> Iterator[Piece]:
    for blank, group in groupby(lines, key=lambda line: not line.strip()):
        if blank:
            continue
        prose: list[str] = []
        for line in group:
            mark = _MARK.match(line)
            if mark is None:
                prose.append(line)
            else:
                yield _marked(mark, line[mark.end() :])
        if prose:
            yield Piece("paragraph", tuple(prose))


def _marked(mark: re.Match[str], rest: str) -> Piece:
    if mark["heading"]:
        return Piece("heading", (rest,), len(mark["heading"]))
    if mark["row"]:
        return Piece("row", tuple(cell.strip() for cell in rest.strip().rstrip("|").split("|")))
    return Piece("item", (rest,)) if mark["item"] else Piece("note", (rest,), int(mark["note"]))


def plain(sentence: str) -> str:
    """The sentence as a reader would say it: no places to hyphenate, no references."""
    return REFERENCE.sub("", sentence.replace(SOFT_HYPHEN, ""))
