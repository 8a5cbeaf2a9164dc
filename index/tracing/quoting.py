"""The sentence that carries a theme: for a place with room for one quote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from index.language.matter import says
from index.language.wordlists import entries
from index.store.rows import PassageRow
from ingest.dutch import sentence_spans
from ingest.seams import is_told, may_be_torn
from ingest.themes import THEMES, cues_of, saturated

SHORTEST = 40
"""Characters of a sentence that says something by itself; a heading or a label has fewer."""

_CELL = " | "
_IN_TABLE = 0.3
"""What a row of a table is worth less than a sentence, for it can't be read by itself."""

_OF_FORM = 0.4
"""What a field of a form, or a line that is no sentence (a title page), is worth less: it says nothing of the theme."""

_FIELDS = frozenset({"v1", "v2", "v3", "v4", "v5"})
"""The fields of the Kernbeleid Veiligheid, which the narrow themes of safety stand under."""

_OF_FIGURES = 1.0
"""What a row of figures is worth less: any sentence goes before it."""

_FIGURE = re.compile(r"[-–+<>≤≥€\s]*(?:\d[\d.,]*\s?%?(?:\s?\(\d{4}\))?)?|n\.?v\.?t\.?", re.IGNORECASE)
"""What a cell holds that has a number, a dash or nothing."""

_FEWEST_COLUMNS = 3
_LONGEST_LABEL = 3
"""Words in the name of a column; a row of a table has a number, or a longer cell."""

_ELSEWHERE = 0.4
"""What a sentence is worth less below a heading on another theme: the words that it shares are of that matter."""

_TORN = 2.0
"""What a sentence is worth less that columns run through, for nobody wrote it: any other goes before it."""

BESIDE = 0.15
"""What a sentence is worth less in a passage that is on another theme before all: one of its own goes before it."""

_SURE = 0.75
"""How sure a passage is at least on a theme that it is on beside a surer one, to be on it for certain: see
docs/decisions.md, "Which quote stands in a cell of a comparison"."""

_LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,2}:[ \t]*(?:\n\s*|\Z)")
"""A line of up to three words that only announces what follows."""

_IN_PASSAGE = 0.5
"""What the probability of the passage counts beside the words of the sentence."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a passage that is on a theme, from the sentence that carries it to the end of the passage; of a
    table the row alone.

    Attributes:
        start, end: the stretch, in the document.
        worth: how well it shows the theme, for comparing quotes.
        page: on which it begins, where the document has pages.
        torn: whether columns may run through it: then nobody wrote what stands there.
        beside: whether its passage is on another theme before all: then it may not be on this one.
    """

    passage: PassageRow
    start: int
    end: int
    worth: float
    page: int | None = None
    torn: bool = False
    beside: bool = False

    @property
    def text(self) -> str:
        """The words of the stretch."""
        return self.passage.text[self.start - self.passage.start : self.end - self.passage.start]


def strongest(passages: Iterable[PassageRow], themes: Iterable[str]) -> Quote | None:
    """Of these passages the sentence whose own words are most on one of the themes; None without passages.

    A sentence that speaks as much of another theme is worth less. Where no sentence has a word of the theme, the
    passage is, that is on it most surely, by its meaning or its headings.
    """
    wanted = frozenset(themes)
    return max((quoted(passage, wanted) for passage in passages), key=lambda quote: quote.worth, default=None)


def quoted(passage: PassageRow, wanted: Iterable[str]) -> Quote:
    """One passage from the sentence on that is most on one of the themes."""
    themes = frozenset(wanted)
    sure, beside = _sureness(passage, themes)
    begin = _below_headings(passage)
    spans = list(_pieces(passage.text, begin))
    sentences = [span for span in spans if not is_head(passage.text[slice(*span)])] or spans
    worth = {span: _worth(passage.text[slice(*span)], themes) for span in sentences}
    first = max(worth, key=lambda span: (worth[span], -span[0])) if worth else (begin, begin)
    best = max(worth.values(), default=0.0)
    told = (start for start, end in sentences if _is_said(passage.text[start:end]))
    start = (
        _with_subject(passage.text, sentences, first)
        if best > 0
        else next(told, sentences[0][0] if sentences else begin)
    )
    if best > 0 and _leans(passage.text[start:]):
        best -= _OF_FORM
    if not any(_is_said(passage.text[slice(*span)]) for span in sentences):
        best -= _OF_FORM
    if _is_elsewhere(passage.heading_path, themes):
        best -= _ELSEWHERE
    torn = is_told(passage.document.problems) and may_be_torn(passage.text[start:])
    best -= _TORN if torn else 0.0
    best -= BESIDE if beside else 0.0
    start += _label(passage.text[start:])
    said = _without_last_head(passage.text[start:].rstrip())
    if _CELL in (row := said.partition("\n")[0]):
        said = row
        best -= _OF_FIGURES if is_figures(row) else 0.0
    end = passage.start + start + len(said)
    return Quote(passage, passage.start + start, end, best + _IN_PASSAGE * sure, passage.page, torn, beside)


def _sureness(passage: PassageRow, themes: frozenset[str]) -> tuple[float, bool]:
    """How sure the passage is on the themes, and whether it is on another before all."""
    sure = max((score.probability for score in passage.themes if score.theme in themes), default=0.0)
    others = max((score.probability for score in passage.themes if score.theme not in themes), default=0.0)
    return sure, sure < min(_SURE, others)


def has_text(passage: PassageRow) -> bool:
    """Whether it holds more than its headings and a label such as "Besluit:"."""
    rest = passage.text.strip()
    for heading in passage.heading_path:
        rest = rest.removeprefix(heading).strip()
    return bool(rest) and not _LABEL.fullmatch(rest)


def _label(text: str) -> int:
    """How long the label is that stands on a line of its own before what it announces: "Besluit:"."""
    found = _LABEL.match(text)
    return found.end() if found and text[found.end() :].strip() else 0


def _pieces(text: str, begin: int) -> Iterator[tuple[int, int]]:
    """The sentences, and of a table each row: several may stand in what reads as one sentence."""
    for start, end in sentence_spans(text, begin):
        for line in re.finditer(r"[^\n]+" if _CELL in text[start:end] else r"(?s).+", text[start:end]):
            yield start + line.start(), start + line.end()


def _with_subject(text: str, sentences: Sequence[tuple[int, int]], span: tuple[int, int]) -> int:
    """Where the sentence begins, or the one before it in its paragraph where it leans on that."""
    at = sentences.index(span)
    while at and _leans(text[slice(*sentences[at])]) and "\n" not in text[sentences[at - 1][1] : sentences[at][0]]:
        at -= 1
    return sentences[at][0]


def _leans(sentence: str) -> bool:
    """Whether it says nothing of its subject by itself: "Die was een prioriteit." """
    words = sentence.split(maxsplit=1)
    return bool(words) and (words[0].casefold() in entries("leunwoorden.txt") or sentence[:1].islower())


def _without_last_head(text: str) -> str:
    """A text without the heads at its end: their rows stand in the next passage."""
    before, _, last = text.rpartition("\n")
    return _without_last_head(before.rstrip()) if before.strip() and is_head(last) else text


def is_head(line: str) -> bool:
    """Whether a row holds nothing but the names of columns: "Nr. | Gedaan op | Toezegging | Status"."""
    cells = [cell.split() for cell in line.split("|") if cell.strip()]
    is_short = all(len(words) <= _LONGEST_LABEL for words in cells)
    return len(cells) >= _FEWEST_COLUMNS and is_short and not any(character.isdigit() for character in line)


def is_figures(line: str) -> bool:
    """Whether half of the cells of a row, or more, hold a figure: nobody can read it without the heads above it."""
    cells = line.split("|")
    return len(cells) >= _FEWEST_COLUMNS and 2 * sum(bool(_FIGURE.fullmatch(cell)) for cell in cells) >= len(cells)


def _is_said(sentence: str) -> bool:
    """Whether a line is a sentence or the row of a table, and not the field of a form."""
    label = sentence.partition(":")[0].strip().casefold()
    return says(sentence) and label not in entries("formuliervelden.txt")


def _is_elsewhere(heading_path: Sequence[str], themes: frozenset[str]) -> bool:
    """Whether the innermost heading names another field of safety, and nothing of these themes or beside them.

    A heading on policy, money or traffic at large is no such field: below it stands anything.
    """
    own = {THEMES[each.theme].parent for each in cues_of("", heading_path[-1:])}
    near = {THEMES[theme].parent or theme for theme in themes if theme in THEMES}
    return bool(own) and own <= _FIELDS - near


def _worth(sentence: str, themes: frozenset[str]) -> float:
    """From 0 to 1: how much of the words that tell a theme are of this one."""
    cues = {each.theme: each.text for each in cues_of(sentence)}
    own = sum(cues.get(theme, 0.0) for theme in themes)
    if not own:
        return 0.0
    others = max((score for theme, score in cues.items() if theme not in themes), default=0.0)
    worth = saturated(own) * own / (own + others / 2)
    worth -= _IN_TABLE if _CELL in sentence else 0.0
    worth -= 0.0 if _is_said(sentence) else _OF_FORM
    return max(0.01, worth * min(1.0, len(sentence) / SHORTEST))


def _below_headings(passage: PassageRow) -> int:
    """Where the text begins, past the headings that a passage starts with."""
    at = len(passage.text) - len(passage.text.lstrip())
    for heading in passage.heading_path:
        if passage.text.startswith(heading, at):
            at += len(heading)
            at += len(passage.text) - at - len(passage.text[at:].lstrip())
    return at if at < len(passage.text) else 0
