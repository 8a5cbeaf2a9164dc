"""Running headers, footers and page numbers: what stands in the margin of one page after another."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ingest.layout import Line

MARGIN = 0.12
"""The share of a page's height, above and below, in which furniture stands; A4 margins of 2.5 cm are 0.085."""

FEWEST_PAGES = 3
NEAR = 2
"""Pages between two appearances: a header may stand on left pages only."""

_OPENS_PART = re.compile(r"(?:hoofdstuk|deel|programma|paragraaf|bijlage|thema) #[.:]?")
"""What opens a part of the document where it stands at the top of a page with nothing but a number."""

LONGEST_VARIANT = 60
"""Characters of a running header that changes with the chapter."""

SAME_HEIGHT = 4.0
"""Points that one page's header may stand higher than the next one's."""

_NUMBER = re.compile(r"\d{1,4}")
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|pag\.|blz\.|bladzijde|p\.)\s*)?[-–|]?\s*\d{1,4}\s*(?:(?:van|/)\s*\d{1,4})?\s*[-–|]?", re.I
)
_SAYS_MORE = re.compile(r"€|\beur\b|\bx 1\.000|bedragen", re.IGNORECASE)

_Key = tuple[str, str, int]
_Slot = tuple[bool, int, float | None, str | None]


def find_furniture(lines: Sequence[Line], page_sizes: Sequence[tuple[float, float]]) -> frozenset[int]:
    """Indices of the lines that are no text: those marked so, and those in a margin that come back.

    A line comes back when the same words stand at the same height on pages close by, or the same words with a number
    that keeps up with the page's own. What tells the unit of a table ("x € 1.000") is never furniture.
    """
    margin = {i: above for i, line in enumerate(lines) if (above := _in_margin(line, page_sizes)) is not None}
    found = {i for i, line in enumerate(lines) if line.role == "furniture"}
    found.update(_numbered(lines, margin), _repeated(lines, margin))
    found.update(_in_the_same_place(lines, margin, found, len(page_sizes)))
    return frozenset(found)


def find_repeated_at_breaks(lines: Sequence[Line], text: str) -> frozenset[int]:
    """Of a plain text with form feeds: indices of the lines next to one that come back, whatever the number in them."""
    beside = [i for i in range(len(lines)) if _beside_break(lines, i, text)]
    key = {i: _NUMBER.sub("#", " ".join(lines[i].text.split())).lower() for i in beside}
    often = Counter(key.values())
    same = {i for i in beside if often[key[i]] >= FEWEST_PAGES and not _OPENS_PART.fullmatch(key[i])}
    return frozenset(same | _variants_after_breaks(lines, text))


def _variants_after_breaks(lines: Sequence[Line], text: str) -> set[int]:
    """The first lines of pages where most of them open alike: "Ruimte voor wonen", "Ruimte voor veilig verkeer"."""
    first = [i for i in range(1, len(lines)) if text.find("\f", _offset_after(lines[i - 1]), lines[i].offset) >= 0]
    opening = {i: tuple(lines[i].text.lower().split()[:2]) for i in first if len(lines[i].text) <= LONGEST_VARIANT}
    often = Counter(words for words in opening.values() if len(words) == 2 and "".join(words).isalpha())
    words, times = often.most_common(1)[0] if often else ((), 0)
    if times < FEWEST_PAGES or 2 * times < len(first):
        return set()
    return {i for i, found in opening.items() if found == words}


def _beside_break(lines: Sequence[Line], i: int, text: str) -> bool:
    """Whether a form feed stands within two lines before or after."""
    start = _offset_after(lines[i - 2]) if i >= 2 else 0
    end = lines[i + 2].offset if i + 2 < len(lines) else len(text)
    return text.find("\f", start, end) >= 0


def _offset_after(line: Line) -> int:
    return (line.offset or 0) + len(line.text)


def _in_margin(line: Line, page_sizes: Sequence[tuple[float, float]]) -> bool | None:
    """True above, False below, None where text stands. Rows of a table count only with the page's number at an end."""
    if line.box is None or line.page is None:
        return None
    height = page_sizes[line.page - 1][1] if line.page <= len(page_sizes) else 0.0
    above = line.box[1] < MARGIN * height
    below = line.box[3] > (1 - MARGIN) * height
    if not (above or below):
        return None
    cells = [cell for cell in line.cells if cell]
    if cells and not any(_numbers_page(cell, line.page) for cell in (cells[0], cells[-1], " ".join(cells))):
        return None
    return None if _SAYS_MORE.search(line.text) else above


def _numbers_page(cell: str, page: int) -> bool:
    """Whether the cell is the page's own number, or says that it is the number of a page."""
    return cell == str(page) or (_PAGE_NUMBER.fullmatch(cell) is not None and not cell[:1].isdigit())


def _numbered(lines: Sequence[Line], margin: dict[int, bool]) -> Iterator[int]:
    """Lines with a number that rises with the page, and those that are nothing but the page's own number."""
    pages: dict[tuple[bool, str, int], set[int]] = defaultdict(set)
    keys: dict[int, list[tuple[bool, str, int]]] = {}
    for i, above in margin.items():
        keys[i] = [(above, *key) for key in _number_keys(lines[i])]
        for key in keys[i]:
            pages[key].add(lines[i].page or 0)
    for i, of_line in keys.items():
        alone = lines[i].cells or _PAGE_NUMBER.fullmatch(lines[i].text)
        own = alone and any(offset == 0 for _, _, offset in of_line)
        if own or any(len(pages[key]) >= FEWEST_PAGES for key in of_line):
            yield i


def _number_keys(line: Line) -> Iterator[tuple[str, int]]:
    """The line's words with each number in turn left open, and how far it is from the page's number."""
    for found in _NUMBER.finditer(line.text):
        words = f"{line.text[: found.start()]}#{line.text[found.end() :]}"
        yield " ".join(words.split()).lower(), int(found.group()) - (line.page or 0)


def _repeated(lines: Sequence[Line], margin: dict[int, bool]) -> Iterator[int]:
    """Lines with the same words at the same height as on pages before and after."""
    same: dict[tuple[bool, str], list[int]] = defaultdict(list)
    for i, above in margin.items():
        same[above, " ".join(lines[i].text.split()).lower()].append(i)
    for group in same.values():
        for run in _runs(lines, group):
            if len({lines[i].page for i in run}) >= FEWEST_PAGES:
                yield from run


def _runs(lines: Sequence[Line], group: Sequence[int]) -> Iterator[list[int]]:
    """Appearances on pages near one another, at about the same height."""
    run: list[int] = []
    for i in group:
        if run and not _follows(lines[run[-1]], lines[i]):
            yield run
            run = []
        run.append(i)
    yield run


def _follows(before: Line, line: Line) -> bool:
    near = (line.page or 0) - (before.page or 0) <= NEAR
    return near and abs(_top(line) - _top(before)) <= SAME_HEIGHT


def _top(line: Line) -> float:
    return line.box[1] if line.box else 0.0


def _in_the_same_place(
    lines: Sequence[Line], margin: dict[int, bool], found: set[int], page_count: int
) -> Iterator[int]:
    """Lines that differ from page to page but stand, and look, exactly as furniture of most pages does."""
    taken = Counter(_slot(lines[i], margin[i]) for i in found if i in margin)
    usual = {slot for slot, count in taken.items() if count >= max(FEWEST_PAGES, page_count // 2)}
    for i, above in margin.items():
        if i not in found and _slot(lines[i], above) in usual:
            yield i


def _slot(line: Line, above: bool) -> _Slot:
    return above, round(_top(line)), line.style.size, line.style.colour
