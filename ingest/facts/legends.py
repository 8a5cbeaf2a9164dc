"""What a paper says that the signs in a column of a table mean: "✓ = gereed", "vertraagd (!)", "Rood: loopt vast"."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ingest.dutch import Span
from ingest.model import Block, Document

_LONGEST_SIGN, _MOST_WORDS = 30, 4
"""Characters and words of what may be a sign: a colour or the name of a picture has some, a remark has more."""
_LONGEST_MEANING = 120
_MORE_ROWS = 2
"""Rows that a table with a sign in each may have more than there are signs, to be a legend: a head and another sign."""
_NO_WORD = re.compile(r"[\W_]+|\w")
"""A sign that no sentence has as a word of its own."""
_LINK = r"\s*(?P<link>=|:|[–-](?=\s)|\||staat voor|betekent|wil zeggen)?\s*"
_OPENS = re.compile(r"(?:\A|[;,.:|(•/]\s*|\d[.)]\s*|\ben\s+|[–-]\s+)\Z")
"""What may stand before a sign that is explained without "=" or the like."""
_OPENED = re.compile(r"[^\w\s]+\s+\w")
"""A line that begins with a mark: "✓ klaar → loopt – vervallen"."""
_EDGES = " \t\u00a0;,.:|=–-•"
_LEAD = re.compile(r"\A(?:\d{1,2}[.)]|[a-z][.)]|en\b)\s*")
_TRAIL = re.compile(r"[\s,;.]*\b(?:en|of)\Z")


@dataclass(frozen=True, slots=True)
class Legend:
    """The meanings of signs, by the sign in small letters, and where the paper explains them."""

    meanings: Mapping[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()

    def meaning(self, sign: str) -> str | None:
        """What the paper says that a sign means."""
        return self.meanings.get(sign.casefold())


NO_LEGEND = Legend()


def may_be_sign(cell: str) -> bool:
    """Whether a cell is short enough to be a sign or the name of one."""
    return 0 < len(cell) <= _LONGEST_SIGN and len(cell.split()) <= _MOST_WORDS and not re.search(r"\d", cell)


def legend_for(document: Document, rows: Sequence[Block], signs: Collection[str]) -> Legend:
    """The legend for the signs in a table: of the blocks one after another that explain most of them, the last before
    the table, else the first after it."""
    wanted = frozenset(sign.casefold() for sign in signs)
    if not wanted:
        return NO_LEGEND
    first = rows[0].start
    runs = [run for run in _runs(document, rows, wanted) if len(run.meanings) >= min(2, len(wanted))]
    return max(runs, key=lambda run: _rank(run, first), default=NO_LEGEND)


def _rank(run: Legend, table: int) -> tuple[int, bool, int]:
    at = run.spans[0][0]
    return len(run.meanings), at < table, at if at < table else -at


def _runs(document: Document, rows: Sequence[Block], signs: frozenset[str]) -> Iterator[Legend]:
    """Neighbouring blocks that explain signs, as one legend each."""
    own = {row.start for row in rows}
    sizes = Counter(block.table for block in document.blocks if block.start not in own)
    meanings: dict[str, str] = {}
    spans: list[Span] = []
    for block in document.blocks:
        found = _explained(document.text, block, signs)
        is_row = block.table is not None and (block.start in own or sizes[block.table] > len(signs) + _MORE_ROWS)
        if found and (not is_row or len(found) > 1):
            meanings.update({sign: meaning for sign, meaning in found.items() if sign not in meanings})
            spans.append((block.start, block.end))
        elif spans:
            yield Legend(meanings, tuple(spans))
            meanings, spans = {}, []
    if spans:
        yield Legend(meanings, tuple(spans))


def _explained(text: str, block: Block, signs: frozenset[str]) -> dict[str, str]:
    """The signs that a block explains."""
    cells = [" ".join(text[start:end].split()) for start, end in block.cells]
    if len(cells) == 2 and cells[1].casefold() in signs and cells[0]:
        return {cells[1].casefold(): cells[0]}
    line = " ".join(text[block.start : block.end].split())
    folded = line.casefold()
    if not any(sign in folded for sign in signs):
        return {}
    return {**_before(line, signs), **_behind(line, signs)}


def _behind(line: str, signs: frozenset[str]) -> dict[str, str]:
    """Those whose meaning goes before them: "gereed (✓)"."""
    found: dict[str, str] = {}
    at = 0
    for sign in re.finditer(rf"\(\s*({_any_of(signs)})\s*\)", line, re.IGNORECASE):
        meaning = _bare(re.split(r"[;:]|\.\s", line[at : sign.start()])[-1])
        if meaning:
            found[sign[1].casefold()] = meaning
        at = sign.end()
    return found


def _before(line: str, signs: frozenset[str]) -> dict[str, str]:
    """Those whose meaning comes after them: "✓ = gereed", "Rood: loopt vast"."""
    pattern = rf"(?<!\w)(?P<sign>{_any_of(signs)})(?!\w){_LINK}"
    marks = [mark for mark in re.finditer(pattern, line, re.IGNORECASE) if _opens(line, mark)]
    found: dict[str, str] = {}
    ends = [*(mark.start() for mark in marks[1:]), len(line)]
    for mark, end in zip(marks, ends, strict=False):
        rest = line[mark.end() : end]
        meaning = _bare(re.split(r"\.\s(?=[A-ZÀ-Ý])", rest)[0])
        if meaning:
            found.setdefault(mark["sign"].casefold(), meaning)
    return found


def _opens(line: str, mark: re.Match[str]) -> bool:
    """Whether a sign is what is explained: "=" or the like behind it, or a mark that is no word opens the part, or the
    line as another does."""
    is_mark = bool(_NO_WORD.fullmatch(mark["sign"]))
    opens_line = is_mark and not mark["sign"].isalnum() and _OPENED.match(line)
    return bool(mark["link"] or opens_line or (is_mark and _OPENS.search(line[: mark.start()])))


def _bare(meaning: str) -> str:
    """The meaning without the marks around it; empty where it is none: without a word, or too long."""
    trimmed = _TRAIL.sub("", _LEAD.sub("", meaning.strip(_EDGES), count=1).strip(_EDGES)).strip(_EDGES)
    closed = trimmed.removesuffix(")") if "(" not in trimmed else trimmed
    return closed if len(closed) <= _LONGEST_MEANING and re.search(r"[^\W\d_]{3}", closed) else ""


def _any_of(signs: frozenset[str]) -> str:
    return "|".join(re.escape(sign) for sign in sorted(signs, key=len, reverse=True))
