"""How headings look beside the body text, and which look ranks above which."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from statistics import median_low

from ingest.composing.paragraphs import Paragraph
from ingest.composing.wording import PLAIN_RANK, group_rank, is_capitals, number_of
from ingest.layout import Style

LARGER = 0.8
"""Points above the body's size from which size alone makes a heading."""

SMALLER = 0.7
"""Points below the body's size to which bold or coloured type can still be a heading."""

WEIGHT_OF_BOLD = 0.6
WEIGHT_OF_WHITE = 0.9
WEIGHT_OF_COLOUR = 0.4
WEIGHT_OF_ITALIC = -0.1
"""What a look adds to the size, in points, where headings are ranked: white stands on a coloured bar,
and of two that differ in nothing else the italic one is the subheading."""

DARK = 0x60
"""A colour whose red, green and blue are all below this is black to a reader; greys are up to `GREY`."""

GREY = 0xA0
LIGHT = 0xE0
RECURS = 3
"""A heading that comes back so often right under numbered ones ("Voortgang") belongs to them; and so many headings
of a look must be in capitals before capitals say anything."""

_STEP = 10.0
"""Between the ranks of two looks; within a look ranks differ by less."""


@dataclass(frozen=True, slots=True)
class Look:
    """A style as a reader tells it apart from others: size in half points, weight, kind of colour, slant."""

    size: float
    bold: bool
    colour: str
    italic: bool = False

    @property
    def weight(self) -> float:
        """How much it stands out; the heavier of two headings ranks higher."""
        tint = {"dark": 0.0, "white": WEIGHT_OF_WHITE}.get(self.colour, WEIGHT_OF_COLOUR)
        return self.size + (WEIGHT_OF_BOLD if self.bold else 0.0) + (WEIGHT_OF_ITALIC if self.italic else 0.0) + tint


@lru_cache(maxsize=1024)
def look_of(style: Style) -> Look:
    """What a reader would see; no size counts as 0."""
    return Look(round((style.size or 0.0) * 2) / 2, style.bold, _kind_of(style.colour), style.italic)


def _kind_of(colour: str | None) -> str:
    if colour is None or len(colour) != 7:
        return "dark"
    parts = [int(colour[i : i + 2], 16) for i in (1, 3, 5)]
    if max(parts) < DARK or (max(parts) - min(parts) < 16 and max(parts) < GREY):
        return "dark"
    return "white" if min(parts) >= LIGHT else colour


def body_look(paragraphs: Sequence[Paragraph]) -> Look:
    """The look of most of the text, tables apart."""
    printed: Counter[Style] = Counter()
    for paragraph in paragraphs:
        if paragraph.role != "table_row":
            for line in paragraph.lines:
                printed[line.style] += len(line.text)
    amount: Counter[Look] = Counter()
    for style, length in printed.items():
        amount[look_of(style)] += length
    return amount.most_common(1)[0][0] if amount else Look(0.0, False, "dark")


def stands_out(look: Look, body: Look) -> bool:
    """Whether a paragraph of this look would strike a reader as a heading."""
    if look.size >= body.size + LARGER:
        return True
    marked = (look.bold and not body.bold) or look.colour != body.colour
    return marked and look.size >= body.size - SMALLER


def only_italic(look: Look, body: Look) -> bool:
    """Whether nothing but its slant sets a look apart from the body's."""
    marked = (look.bold and not body.bold) or look.colour != body.colour
    return look.italic and not body.italic and not marked and abs(look.size - body.size) < SMALLER


def ranks_by_look(headings: Sequence[Paragraph]) -> list[float]:
    """A rank for each, a lower one standing higher: the look decides, and within a look the number's depth."""
    depths: dict[Look, list[int]] = defaultdict(list)
    plain: Counter[Look] = Counter()
    for heading in headings:
        number = number_of(heading.text)
        look = look_of(heading.style)
        depths[look].extend([len(number)] if number else [])
        plain[look] += not number
    order = {look: place for place, look in enumerate(_ordered(depths, plain))}
    below = _recurring_below_numbers(headings)
    nested = _nesting(headings, order)
    capitals = Counter(look_of(heading.style) for heading in headings if is_capitals(heading.text))
    without_capitals = {look for look, count in capitals.items() if count < RECURS}
    return [
        _STEP * order[look_of(heading.style)]
        + _inner_rank(heading, depth, heading.text in below, look_of(heading.style) not in without_capitals)
        for heading, depth in zip(headings, nested, strict=True)
    ]


def _nesting(headings: Sequence[Paragraph], order: dict[Look, int]) -> list[int]:
    """How deep each numbered heading stands in others of its look: "1.5.1" in "1.5", if that is a heading.

    Numbers count from the last heading that looks heavier: "1.1" begins again in each programme.
    """
    active: dict[Look, set[tuple[int, ...]]] = defaultdict(set)
    nested = []
    for heading in headings:
        look, number = look_of(heading.style), number_of(heading.text)
        for other, numbers in active.items():
            if order[other] > order[look]:
                numbers.clear()
        nested.append(sum(number[:depth] in active[look] for depth in range(1, len(number))))
        if number:
            active[look].add(number)
    return nested


def _ordered(depths: dict[Look, list[int]], plain: Counter[Look]) -> list[Look]:
    """Looks from the highest down: by weight, but of two numbered ones of a size "1.1" stands over "1.1.1"."""
    looks = sorted(depths, key=lambda look: -look.weight)
    numbered = {look: median_low(found) for look, found in depths.items() if len(found) > plain[look]}
    for first, second in combinations(looks.copy(), 2):
        alike = abs(first.size - second.size) < LARGER and first in numbered and second in numbered
        if alike and numbered[first] > numbered[second] and looks.index(first) < looks.index(second):
            looks.remove(second)
            looks.insert(looks.index(first), second)
    return looks


def _recurring_below_numbers(headings: Sequence[Paragraph]) -> set[str]:
    """Texts of headings that mostly come right after a numbered one that looks the same."""
    total: Counter[str] = Counter(heading.text for heading in headings)
    under: Counter[str] = Counter()
    for before, heading in pairwise(headings):
        numbered = number_of(before.text) and not number_of(heading.text)
        if numbered and look_of(before.style) == look_of(heading.style):
            under[heading.text] += 1
    return {text for text, count in under.items() if total[text] >= RECURS and count > total[text] / 2}


def _inner_rank(heading: Paragraph, nested: int, below_numbers: bool, capitals_rank: bool) -> float:
    """Between 0 and 10: among headings of one look, numbers nest, and "Programma 3" stands over plain ones."""
    if below_numbers:
        return _STEP - 1
    if number_of(heading.text):
        return 2.0 + nested
    group = group_rank(heading.text)
    if group is not None:
        return group / PLAIN_RANK
    return 1.0 if capitals_rank and is_capitals(heading.text) else 2.0
