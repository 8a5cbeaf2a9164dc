"""Bullets and numbers before a text: part of its line, also where they were drawn apart, after all text of the page."""

import re
from collections.abc import Iterable, Iterator

from ingest.read.bands import SAME_LINE, Piece, Row, join

_WIDEST = 3.5
"""Ems between a bullet and its text, at most."""

_ENUMERATOR = re.compile(r"\d{1,2}(?:\.(?:\d{1,2}[a-z]?|[a-z]))*[.)]?|[A-Za-z][.)]|[IVX]+\.")
_BULLETS = frozenset("•●▪–·o*-")

Drawn = tuple[Piece, ...]


def with_enumerator(row: Row) -> Row:
    """A bullet, or the number before a heading, is part of the text that it stands before, not a cell."""
    if len(row) == 1:
        return row
    if len(row) == 2 and _ENUMERATOR.fullmatch(row[0].text) and not row[1].is_number:
        return [join(row[0], row[1])._replace(style=row[1].style)]
    if not any(piece.text in _BULLETS for piece in row[:-1]):
        return row
    joined: Row = []
    for piece in row:
        if joined and joined[-1].text in _BULLETS and not piece.is_number:
            joined[-1] = join(joined[-1], piece)._replace(style=piece.style)
        else:
            joined.append(piece)
    return joined


def with_bullets(lines: Iterable[Drawn]) -> list[Drawn]:
    """The lines of a page, each bullet that stands alone joined to the text to the right of it."""
    rows = list(lines)
    alone = [place for place, row in enumerate(rows) if len(row) == 1 and _is_bullet(row[0].text)]
    if not alone:
        return rows
    joined = dict(_owners(rows, alone))
    taken = {place for place, _ in joined.values()}
    return [
        _with_its_bullet(rows, place, joined) if place in joined else row
        for place, row in enumerate(rows)
        if place not in taken
    ]


def _owners(rows: list[Drawn], alone: list[int]) -> Iterator[tuple[int, tuple[int, Piece]]]:
    """For each line with a bullet drawn apart: its place, and the bullet's place and piece."""
    for place in alone:
        bullet = rows[place][0]
        for other, row in enumerate(rows):
            if other != place and _is_before(bullet, row[0]):
                yield other, (place, bullet)
                break


def _with_its_bullet(rows: list[Drawn], place: int, joined: dict[int, tuple[int, Piece]]) -> Drawn:
    """The line with its bullet, in the look of its text."""
    first, *others = rows[place]
    return (join(joined[place][1], first)._replace(style=first.style), *others)


def _is_before(bullet: Piece, piece: Piece) -> bool:
    gap = (piece.left - bullet.right) / piece.em
    level = abs(bullet.baseline - piece.baseline) < SAME_LINE * piece.em
    return level and 0 <= gap < _WIDEST and not _is_bullet(piece.text)


def _is_bullet(text: str) -> bool:
    """Whether a text is nothing but the sign before an item of a list."""
    return text in _BULLETS


def first_letter(text: str, start: int, last: int) -> int:
    """Where the line text[start:last + 1] starts after its bullet, which has a font of its own."""
    bulleted = start + 2 < last and not text[start].isalnum() and text[start + 1] == " "
    return start + 2 if bulleted else start
