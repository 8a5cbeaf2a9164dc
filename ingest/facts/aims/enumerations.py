"""Items of an enumeration: after dashes, in the list that follows, behind "ten eerste", or between commas and "en"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.facts.aims.speerpunt_words import cue
from ingest.grammar.tokens import PREPOSITIONS, has_finite, holds_clause, tokenise, word_class
from ingest.model import Block, Document

_DASH = re.compile(r"(?:(?<=\s)|\A)[-–•▪◦*✓✔➢►](?!\s+(?:en|of)\b)\s+(?=\S)")
_NUMBER = re.compile(r"(?:(?<=\s)|\A)\(?(?P<mark>\d{1,2}|[a-h])[.)]\s+(?=\S)")
_NEXT_SENTENCE = re.compile(r"[.;!?](?:\s|\Z)")
_NEXT_STOP = re.compile(r"[.!?](?:\s|\Z)")
_SEMICOLON = re.compile(r";\s+(?:en\s+)?")
_IN_ORDER = re.compile(
    r"\b(?:[Tt]en (?:eerste|tweede|derde|vierde|vijfde|zesde|slotte)"
    r"|[Oo]p de (?:eerste|tweede|derde|vierde|vijfde|laatste) plaats)[:,]?\s+"
)
# A comma or "en" parts items; but in "jeugdoverlast - en criminaliteit" and "arbeids- en ..." the hyphen joins.
_COMMA = re.compile(r",\s+(?:en\s+)?|(?<![-–])(?<!-\s)\s+en\s+(?![-–])(?![^,.]{0,40},)")
_CLAUSE = re.compile(r",?\s(?:waarin|waardoor|waarmee|zodat|omdat|terwijl|waarbij)\s")
"""What opens a clause behind an item, which says something of it or of all."""
_MARK = re.compile(r"\s*(?:\(?(?:\d{1,2}|[a-h])[.)]|[-–•▪◦*✓✔➢►o])[ \t\u00a0]+(?=\S)")
_ALONE = re.compile(r"(?:\(?(?:\d{1,2}|[a-h])[.)]|[-–•▪◦*✓✔➢►o])")
"""A number, letter or bullet that has a line for itself, the item on the next: lists that were saved as text."""
_TITLE = re.compile(r"[A-ZÀ-Ý]\w*(?:\s\S+){0,5}?\s[A-ZÀ-Ý]\w*|[‘'\"“][^‘’'\"“”]{3,60}[’'\"”]")
_OPENING_QUOTES = "‘'\"“„"
_QUOTED = re.compile(r"(?<!\w)[‘'\"“„](?P<name>[^‘’'\"“”„]{3,80})[’'\"”](?!\w)")
_LEAD = re.compile(r"(?P<lead>[A-ZÀ-Ý][^.:;,–]{2,60}?)(?::| [–-]) (?=\S)")
"""What opens an item and says in a few words what it is about: "Groene pleinen: vijf pleinen krijgen bomen"."""
_ARTICLE = re.compile(r"\s*(?:de|het|een)\s", re.IGNORECASE)
_CLOSES = re.compile(r"(?:[\s.;,]+(?:en)?)+\Z")
"""Behind an item: "gezond opgroeien en", "een schone stad;"."""
_LONGEST_ITEM = 120
_LONGEST_BLOCK = 200
"""Of an item in a line of text, and of one that is a block of its own."""
_LONGEST_LINE = 60
_MOST_WORDS = 14
_CAPITAL_AFTER = re.compile(
    r"(?<=[a-zà-ÿ)])\s+(?=[A-Z][a-zà-ÿ]+ [a-zà-ÿ]+ [A-Z])|(?<=[a-zà-ÿ)])\s+(?=[A-Z][a-zà-ÿ]+\s)"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing enumerated, as a span without its bullet and closing mark."""

    start: int
    end: int


def items_after(document: Document, block: Block, start: int, count: int | None = None) -> list[Item]:
    """The items that follow `start` within the block, or else the list of blocks below it.

    Args:
        count: how many the text says that there are, by which "a en b en c" are two or three.
    """
    text = document.text
    rest = text[start : block.end]
    if not rest.strip():
        return _blocks_below(document, block)
    marks = list(_DASH.finditer(text, start, block.end)) or _numbers(text, start, block.end)
    if marks:
        return _behind_marks(text, marks, block.end)
    stop = _NEXT_STOP.search(text, start, block.end)
    return _between_semicolons(text, start, stop.start() if stop else block.end, count)


def _between_semicolons(text: str, start: int, end: int, count: int | None) -> list[Item]:
    """What semicolons part, else what commas do: "veilig wonen; veilig, ook laat, uitgaan; en een veilige jeugd"."""
    cuts = list(_SEMICOLON.finditer(text, start, end))
    items = [_item(text, a, b) for a, b in _between(start, cuts, end)]
    return (
        [item for item in items if item]
        if cuts and all(items)
        else between_commas(text, start, _first_stop(text, start, end), count=count)
    )


def _between(start: int, cuts: list[re.Match[str]], end: int) -> list[tuple[int, int]]:
    return list(zip([start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), end], strict=True))


def in_order(text: str, start: int, end: int) -> list[Item]:
    """The things that sentences count: "Ten eerste: groen. Ten tweede: jeugd."; none where they are clauses."""
    marks = list(_IN_ORDER.finditer(text, start, end))
    stops = [*(mark.start() for mark in marks[1:]), end]
    found = [
        _item(text, mark.end(), _first_stop(text, mark.end(), stop)) for mark, stop in zip(marks, stops, strict=False)
    ]
    items = [item for item in found if item and not holds_clause(tokenise(text, item.start, item.end))]
    return items if len(items) > 1 and len(items) == len(marks) else []


def _blocks_below(document: Document, block: Block) -> list[Item]:
    """The list items right below a block that ends in a colon, until "2." behind "a." goes on with a list around it."""
    blocks = document.blocks
    i = next((i for i, other in enumerate(blocks) if other.start == block.start), len(blocks))
    found: list[Item | None] = []
    lettered: bool | None = None
    for mark, start, end in _marked(document.text, blocks[i + 1 :]):
        lettered = mark.strip("( ")[:1].isalpha() if lettered is None else lettered
        if lettered and mark.strip("( ")[:1].isdigit():
            break
        if not _goes_on(document.text, start, end):
            found.append(_item(document.text, start, _first_stop(document.text, start, end), _LONGEST_BLOCK))
    return [item for item in found if item] or _lines(document.text, blocks[i + 1 :])


def _lines(text: str, blocks: Sequence[Block]) -> list[Item]:
    """Short lines without a verb or a stop: a list whose bullets got lost, unless it lists the parts of a paper."""
    found = []
    for block in blocks:
        quote = text[block.start : block.end].strip()
        is_line = block.role in ("paragraph", "heading") and len(quote) <= _LONGEST_LINE and quote[-1:].isalnum()
        if is_line and cue("aspect").fullmatch(quote):
            return []
        if not is_line or has_finite(tokenise(text, block.start, block.end)):
            break
        found.append(Item(block.start, block.end))
    return found if len(found) > 1 else []


def _marked(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, int, int]]:
    """The items that the blocks open with: the mark of each, where its words begin and end."""
    alone = ""
    for block in blocks:
        quote = text[block.start : block.end].strip()
        if _ALONE.fullmatch(quote):
            alone = quote
            continue
        if block.role not in ("list_item", "paragraph") or not (alone or is_item(text, block)):
            return
        start = without_mark(text, block.start, block.end)
        yield alone or text[block.start : start].strip(), start, block.end
        alone = ""


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether an item is a sentence that announces more of them: "Bomen Met de bomen werken we aan:"."""
    return text[start:end].rstrip().endswith(":") and has_finite(tokenise(text, start, end))


def lead_of(text: str, start: int, end: int) -> str | None:
    """The few words that open an item and say what it is about, before a colon or a dash."""
    lead = _LEAD.match(text, start, end)
    return lead["lead"] if lead and not cue("numbered", "part").match(text, start, end) else None


def is_item(text: str, block: Block) -> bool:
    """Whether a block is an item of a list, also where a reader took it for a paragraph: "1. Groen", "- Groen"."""
    return block.role == "list_item" or (block.role == "paragraph" and bool(_MARK.match(text, block.start, block.end)))


def without_mark(text: str, start: int, end: int) -> int:
    """Where an item begins behind its number or bullet."""
    mark = _MARK.match(text, start, end)
    return mark.end() if mark else start


def _numbers(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The numbers or letters of a list on one line, right from the first: "1. wonen 2. water 3. werk"."""
    marks = list(_NUMBER.finditer(text, start, end))
    counted = all(mark["mark"] in (str(i), chr(96 + i)) for i, mark in enumerate(marks, 1))
    return marks if len(marks) > 1 and counted and not text[start : marks[0].start()].strip() else []


def _behind_marks(text: str, marks: list[re.Match[str]], end: int) -> list[Item]:
    stops = [*(mark.start() for mark in marks[1:]), end]
    found = []
    for mark, stop in zip(marks, stops, strict=True):
        is_last = stop == end
        found.append(_item(text, mark.end(), _last_item_end(text, mark.end(), stop) if is_last else stop))
    return [item for item in found if item]


def _last_item_end(text: str, start: int, end: int) -> int:
    """Where the last item of a list on one line ends: at a stop, or where running text takes over."""
    stop = _first_stop(text, start, end)
    heading = _CAPITAL_AFTER.search(text, start + 3, stop)
    return heading.start() if heading else stop


def _first_stop(text: str, start: int, end: int) -> int:
    stop = _NEXT_SENTENCE.search(text, start, end)
    return stop.start() if stop else end


def between_commas(
    text: str, start: int, end: int, *, last_may_be_clause: bool = False, count: int | None = None
) -> list[Item]:
    """Several things named in running text: "groen, jeugd en wonen"; none where it is a clause or one thing."""
    quoted = [Item(*found.span("name")) for found in _QUOTED.finditer(text, start, end)]
    if len(quoted) > 1 and text[start:].lstrip()[:1] in _OPENING_QUOTES:
        return quoted
    clause = _CLAUSE.search(text, start, end)
    end = clause.start() if clause else end
    outside = (cut for cut in _COMMA.finditer(text, start, end) if not _in_brackets(text, start, cut))
    cuts = _apart_from_pairs(text, list(outside))
    commas = [cut for cut in cuts if "," in cut.group()]
    if commas:
        cuts = [*commas, *_closing(text, [cut for cut in cuts if cut.start() > commas[-1].start()])]
    elif len(cuts) > 1 and (count == len(cuts) or (count is None and _ends_bare(text, start, cuts))):
        cuts = cuts[:-1]
    found = [_item(text, a, b) for a, b in _between(start, cuts, end)]
    items = [item for item in found if item]
    # "... : zonder keuzes loopt het vast, ..." goes on as a sentence.
    told = items[:-1] if last_may_be_clause else items
    if len(items) != count and any(_is_clause(text, item) and not _is_title(text, item) for item in told):
        return []  # but where a text counts them: "drie sporen: schulden voorkomen, inkomen aanvullen en ..."
    return items if len(items) > 1 and len(items) == len(found) else []


def _ends_bare(text: str, start: int, cuts: list[re.Match[str]]) -> bool:
    """Whether all but the last have an article: "de haven en het groen en water" are two things."""
    *others, last = (bool(_ARTICLE.match(text, place)) for place in (start, *(cut.end() for cut in cuts)))
    return all(others) and not last


def _in_brackets(text: str, start: int, cut: re.Match[str]) -> bool:
    before = text[start : cut.start()]
    return before.count("(") > before.count(")")


def _closing(text: str, cuts: list[re.Match[str]]) -> list[re.Match[str]]:
    """The "en" that closes a list: the last of "jeugd en zorg en wonen", the first of "bouw en aanleg van a en b"."""
    while len(cuts) > 1 and {word.lower for word in tokenise(text, cuts[-2].end(), cuts[-1].start())} & PREPOSITIONS:
        cuts = cuts[:-1]
    return cuts[-1:]


def _is_clause(text: str, item: Item) -> bool:
    """Whether a part says something of what stands before it: "zodat niemand achterblijft"."""
    first = text[item.start : item.end].split(maxsplit=1)[0].lower()
    return first in word_class("subordinator") or holds_clause(tokenise(text, item.start, item.end))


def _apart_from_pairs(text: str, cuts: list[re.Match[str]]) -> list[re.Match[str]]:
    """The cuts but for an "en" inside one subject, where another one closes the list: "jeugd en zorg en veiligheid"."""
    if not cuts:
        return []
    pairs = [
        pair.span() for pair in cue("pair").finditer(text, max(0, cuts[0].start() - _LONGEST_ITEM), cuts[-1].end() + 40)
    ]
    inside = [cut for cut in cuts if any(a < cut.start() and cut.end() < b for a, b in pairs)]
    last_comma = max((cut.start() for cut in cuts if "," in cut.group()), default=-1)
    closing = [cut for cut in cuts if cut.start() >= last_comma and cut not in inside and "en" in cut.group()]
    return [cut for cut in cuts if cut not in inside] if closing else cuts


def _is_title(text: str, item: Item) -> bool:
    """Whether an item is a name, which may be a clause: "Iedereen Doet Mee", "‘Waterdrecht groeit’"."""
    return bool(_TITLE.fullmatch(text, item.start, item.end))


def _item(text: str, start: int, end: int, longest: int = _LONGEST_ITEM) -> Item | None:
    start = without_mark(text, start, end)
    while start < end and text[start] in " \t\n\u00a0•-–▪◦*":
        start += 1
    clause = _CLAUSE.search(text, start, end)
    end = start + len(_CLOSES.sub("", text[start : clause.start() if clause else end]))
    quote = text[start:end]
    if not 2 < len(quote) <= longest or (longest == _LONGEST_ITEM and len(quote.split()) > _MOST_WORDS):
        return None
    return Item(start, end)
