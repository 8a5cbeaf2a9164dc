"""The one Dutch pipeline: sentences, words and lemmas, always as spans of the original text.

Sentence boundaries and words are pure Python: they run over every page of every document, and
what uses only them doesn't wait for spaCy to be imported.
"""

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import TYPE_CHECKING

from ingest.grammar.verbs import forms_of
from ingest.lexicon import read_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Span = tuple[int, int]

# Beyond this a line is a paragraph that stands on one line, not a line that was broken to fit a page.
LONGEST_WRAPPED_LINE = 160
SHORTEST_WRAPPED_LINE = 40
LINES_AROUND = 4

_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_BULLET = re.compile(r"[•◦▪■●○▸►➢➤✓✔⁃∙\uf0b7\uf0a7\uf0d8\uf02d\uf0fc]|(?:[-–—*]|o)(?=\s)")
_INLINE_BULLET = re.compile(r"[•◦▪●▸►➢➤\uf0b7\uf0a7\uf0d8\uf0fc]")
_NUMBERING = re.compile(r"(?:\(?\d{1,2}[.)]|\(?[a-zA-Z][.)]|\d{1,2}(?:\.\d{1,2}){1,3}\.?)(?=\s)")
_STOP = re.compile(
    r"[.!?…](?:[.!?…]*[\"”’'»)\]]*(?=\s|$)"
    r"|(?<=[a-zà-ÿ]{3}[.!?])[\"”’'»)\]]*\d{1,2}(?=\s+[A-ZÀ-Þ]|\s*$)"
    r"|(?<=[a-zà-ÿ]{2}[.!?])(?=[A-Z][a-zà-ÿ]+\s))"
)
"""Where a sentence may end: also before the number of a footnote, and where the space is lost."""
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'„]*\Z")
_ITEM_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}", re.IGNORECASE)
# A line that ends in one of these goes on in the next, whatever its length.
_DANGLING = re.compile(
    r"(?:^|\s)(?:de|het|een|van|met|voor|aan|op|in|tot|en|of|om|bij|door|naar|te|dat|die|haar|zijn|onze|ons|hun|mevrouw"
    r"|meneer|heer|wethouder|burgemeester)\Z"
)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)*[A-Z][a-z]?")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/](?=[^\W_])[^\W_]+)*[-–]?(?![^\W_])", re.UNICODE)
_LOOK_BACK = 24


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(read_words("abbreviations.txt"))


def sentence_spans(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of `text[start:end]`, in order, without surrounding white space or bullets.

    A line break ends a sentence, unless the line was broken to fit the page: the next line goes on
    in lower case, or its first word wouldn't have fitted. Takes time linear in the length.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    for unit_start, unit_end in _units(text, start, stop):
        spans.extend(_split_unit(text, unit_start, unit_end))
    return spans


def _units(text: str, start: int, end: int) -> Iterator[Span]:
    """Stretches of text that no sentence crosses: runs of lines, split at bullets."""
    trimmed = (_trim(text, *found.span()) for found in _LINE.finditer(text, start, end))
    lines = [(begin, stop) for begin, stop in trimmed if begin < stop]
    begin = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and _is_wrapped(text, lines, i - 1):
            continue
        yield from _at_bullets(text, lines[begin][0], lines[i - 1][1])
        begin = i


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _is_wrapped(text: str, lines: list[Span], i: int) -> bool:
    """Whether line i goes on in line i + 1."""
    (start, end), (next_start, next_end) = lines[i], lines[i + 1]
    gap = text[end:next_start]
    if gap.count("\n") > 1 or "\f" in gap or text[end - 1] in ".!?:;]" or _marks_item(text, next_start, next_end):
        return False
    if (
        text[next_start].islower()
        or text[end - 1] in "-\u00ad"
        or _DANGLING.search(text, max(start, end - _LOOK_BACK), end)
    ):
        return True
    return _was_full(text, lines, i)


def _marks_item(text: str, start: int, end: int) -> bool:
    return bool(_BULLET.match(text, start, end) or _NUMBERING.match(text, start, end) or text[start] == "[")


def _was_full(text: str, lines: list[Span], i: int) -> bool:
    """Whether the first word of the next line would have stuck out, as lines around it show the width."""
    around = [end - start for start, end in lines[max(0, i - LINES_AROUND) : i + LINES_AROUND + 1]]
    width = max(around)
    length = lines[i][1] - lines[i][0]
    if width > LONGEST_WRAPPED_LINE or length < SHORTEST_WRAPPED_LINE or sum(n > 0.8 * width for n in around) < 3:
        return False
    next_start, next_end = lines[i + 1]
    first_word = text[next_start:next_end].split(None, 1)[0]
    return length + 1 + len(first_word) > width


def _at_bullets(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    for bullet in _INLINE_BULLET.finditer(text, start, end):
        yield begin, bullet.start()
        begin = bullet.end()
    yield begin, end


def _split_unit(text: str, start: int, end: int) -> Iterator[Span]:
    begin = start
    bullet = _BULLET.match(text, start, end)
    if bullet:
        begin = bullet.end()
    for stop in _STOP.finditer(text, begin, end):
        if stop.end() < end and not _ends_sentence(text, begin, stop.start(), stop.end(), end):
            continue
        yield from _non_empty(text, begin, stop.end())
        begin = stop.end()
    yield from _non_empty(text, begin, end)


def _non_empty(text: str, start: int, end: int) -> Iterator[Span]:
    start, end = _trim(text, start, end)
    if start < end:
        yield start, end


def _ends_sentence(text: str, begin: int, stop: int, after: int, end: int) -> bool:
    follows = text[after : after + _LOOK_BACK].lstrip()
    if not follows or after >= end:
        return True
    if follows[0].islower() or follows[0] in ",;:)":
        return False
    if text[stop] != ".":
        return True
    found = _LAST_WORD.search(text, max(begin, stop - _LOOK_BACK), stop)
    word = found.group() if found else ""
    if word.lower() in _abbreviations() or _INITIALS.fullmatch(word):
        return False
    return not _is_numbering(text, begin, stop, word)


def _is_numbering(text: str, begin: int, stop: int, word: str) -> bool:
    """Whether "1." opens an item ("1. Vaststellen") rather than closing a sentence ("in lid 1.")."""
    if not _ITEM_NUMBER.fullmatch(word):
        return False
    before = text[max(begin, stop - _LOOK_BACK) : stop - len(word)].rstrip()
    return not before or before[-1] in ":;,"


def words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The words of `text[start:end]`: letters and digits, with the hyphens, stops and apostrophes inside them."""
    return [found.span() for found in _WORD.finditer(text, start, len(text) if end is None else end)]


@cache
def lemma(word: str) -> str:
    """The form under which a dictionary has the word: "toegezegd" gives "toezeggen", "plannen" "plan"."""
    import simplemma  # noqa: PLC0415

    verbs = {form.lemma for form in forms_of(word.lower()) if form.tense == "participle"}
    found: str = simplemma.lemmatize(word.lower(), lang="nl")
    return verbs.pop() if len(verbs) == 1 else found.replace("_", "")


def is_dutch(word: str) -> bool:
    """Whether a dictionary has the word, in any form."""
    import simplemma  # noqa: PLC0415

    return bool(simplemma.is_known(word, lang="nl"))


@contextmanager
def _left_aside(*names: str) -> Iterator[None]:
    """Lets an import do without modules that it takes along wherever they are installed.

    spaCy's tokens need no torch, yet thinc imports it, and no command line, yet spaCy imports its own with all that it
    downloads by. Without them loading takes about a third of the time, in each process that meets a transcript.
    """
    stand_ins = {name: None for name in names if name not in sys.modules}
    sys.modules.update(stand_ins)  # type: ignore[arg-type]
    command_line = (
        {} if "spacy" in sys.modules else {name: ModuleType(name) for name in ("spacy.cli", "spacy.cli.info")}
    )
    for module in command_line.values():
        module.info = None  # type: ignore[attr-defined]
    sys.modules.update(command_line)
    try:
        yield
    finally:
        for name in (*stand_ins, *command_line):
            del sys.modules[name]


@cache
def nlp() -> "Language":
    """spaCy's tokens for Dutch, with our sentence boundaries and our lemmas; loaded at the first call."""
    with _left_aside("torch", "cupy", "tensorflow", "mxnet"):
        import spacy  # noqa: PLC0415
    from spacy.language import Language  # noqa: PLC0415

    @Language.component("speerpunt_sentences")
    def mark_sentences(doc: "Doc") -> "Doc":
        starts = {start for start, _ in sentence_spans(doc.text)}
        for token in doc:
            token.is_sent_start = token.idx in starts or token.i == 0
        return doc

    @Language.component("speerpunt_lemmas")
    def add_lemmas(doc: "Doc") -> "Doc":
        for token in doc:
            token.lemma_ = lemma(token.text)
        return doc

    language = spacy.blank("nl")
    language.max_length = 100_000_000
    language.add_pipe("speerpunt_sentences")
    language.add_pipe("speerpunt_lemmas")
    return language


def _tokens(patterns: Mapping[str, Sequence[list[dict[str, object]]]]) -> Iterator[dict[str, object]]:
    for alternatives in patterns.values():
        for tokens in alternatives:
            yield from tokens


class TokenPatterns:
    """Patterns over tokens, for spaCy's Matcher: what stands between separated parts of a verb may vary."""

    def __init__(self, patterns: Mapping[str, Sequence[list[dict[str, object]]]]) -> None:
        vocab = nlp().vocab
        from spacy.matcher import Matcher  # noqa: PLC0415

        self._matcher = Matcher(vocab)
        # Lemmas and sentences cost a dictionary; most patterns ask only for words.
        self._read = nlp() if any("LEMMA" in t or "IS_SENT_START" in t for t in _tokens(patterns)) else nlp().make_doc
        for name, alternatives in patterns.items():
            self._matcher.add(name, list(alternatives), greedy="LONGEST")

    def find(self, text: str) -> list[tuple[str, int, int]]:
        """(name, start, end) of each match, in characters, in order of where it starts."""
        doc = self._read(text)
        spans = [(match, doc[start:end]) for match, start, end in self._matcher(doc)]
        return sorted(
            ((doc.vocab.strings[match], span.start_char, span.end_char) for match, span in spans),
            key=lambda found: found[1:],
        )
