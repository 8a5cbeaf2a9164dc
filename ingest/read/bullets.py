"""Bullets: those drawn apart, after all text of the page, go before the lines that they belong to."""

from collections.abc import Iterable, Iterator

from ingest.read.bands import SAME_LINE, Piece, is_bullet, join

_WIDEST = 3.5
"""Ems between a bullet and its text, at most."""

Drawn = tuple[Piece, ...]


def with_bullets(lines: Iterable[Drawn]) -> list[Drawn]:
    """The lines of a page, each bullet that stands alone joined to the text to the right of it."""
    rows = list(lines)
    alone = [place for place, row in enumerate(rows) if len(row) == 1 and is_bullet(row[0].text)]
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
    return level and 0 <= gap < _WIDEST and not is_bullet(piece.text)


def first_letter(text: str, start: int, last: int) -> int:
    """Where the line text[start:last + 1] starts after its bullet, which has a font of its own."""
    bulleted = start + 2 < last and not text[start].isalnum() and text[start + 1] == " "
    return start + 2 if bulleted else start
