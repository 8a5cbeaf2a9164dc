"""Promises made in a meeting: what a member of the college says that he or she will do for the council.

What council members ask, what the chair says to keep order, and what somebody says that was promised
are none. The patterns are in data/promise_cues.tsv and run over spaCy's tokens, because the parts of a
promise stand apart ("daar kom ik ... op terug") and machine transcripts break them further.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from ingest.dutch import Span, TokenPatterns, sentence_spans
from ingest.dutch_verbs import words_of
from ingest.fact_types import Commitment, Deadline, Strength
from ingest.facts.periods import OPEN, Anchor, time_expressions
from ingest.lexicon import read_rows
from ingest.model import Document

_MEETING_WORDS = re.compile(
    r"\b(?:voorzitter|meneer|mevrouw|dank u(?: wel)?|dankjewel|ga(?:at)? uw gang|interruptie)\b", re.I
)
MEETING_WORDS_PER_1000_CHARACTERS = 0.8
"""Transcripts of Texel have 1.9 and 4.4; begrotingen, letters and programmes below 0.2."""
_FIRST_PERSON = re.compile(r"\b(?:ik|we|wij|u)\b", re.I)
FIRST_PERSON_PER_1000_CHARACTERS = 3.0
"""Transcripts of Texel have 8.5 and 9.0; a report of a meeting, which says "hij zegt toe", has .3."""
_SPEAKER = re.compile(r"[A-Z][\w’'-]+(?: (?:van|de|der|den|ten|ter|het|’t))*(?: [A-Z][\w’'-]+){1,2}")
_GIVES_FLOOR = re.compile(r"\b(?:wethouder|portefeuillehouder|(?:naar|aan) het college)\b", re.IGNORECASE)
_AROUND_NAME = 90
_LEANS = re.compile(r"\b(?:dat|dit|die|daar|daarop|daarover|hier|hierop|het)\b", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(na|uit|terug|toe) (?:te )?(gaan|zoeken|komen|koppelen|zeggen|sturen|vragen|melden|zenden)\b", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:niet(?! alleen)|geen|nooit)\b", re.IGNORECASE)
"""In the words of the promise itself: "dat kan ik u niet toezeggen"."""
_GAPS = {"..": 3, "...": 10}
_SHORTEST, _LONGEST = 12, 600
_GOES_ON = re.compile(r"(?<= )(?:dus|maar|want|nou|voorzitter|en dan|en dat|en daar|en ik|en we|ja)\b", re.IGNORECASE)
_SHORTEST_TURN = 60


def is_transcript(document: Document) -> bool:
    """Whether the text is speech, word for word, rather than a report of it."""
    sample = document.text[:100_000]
    found = sum(1 for _ in _MEETING_WORDS.finditer(sample))
    spoken = sum(1 for _ in _FIRST_PERSON.finditer(sample))
    return (
        found >= 10
        and found * 1000 >= MEETING_WORDS_PER_1000_CHARACTERS * len(sample)
        and spoken * 1000 >= FIRST_PERSON_PER_1000_CHARACTERS * len(sample)
    )


def promises(document: Document, anchor: Anchor) -> list[Commitment]:
    """The promises to the council in a transcript, in order."""
    text = document.text
    speakers = _speakers(document)
    college = _college(text, speakers)
    found: list[Commitment] = []
    speaker: str | None = None
    before: int | None = None
    for start, end in _spoken_spans(text):
        line = text[start:end]
        if line in speakers:
            speaker = line
            continue
        is_other = bool(college) and speaker not in college
        found += _promised(text, start, end, before, speaker, anchor, only_explicit=is_other)
        before = start
    return found


def _spoken_spans(text: str) -> Iterator[Span]:
    """Sentences; speech without full stops is cut at the words with which a speaker goes on."""
    for start, end in sentence_spans(text):
        if end - start <= _LONGEST:
            yield start, end
            continue
        begin = start
        for word in _GOES_ON.finditer(text, start, end):
            if word.start() - begin >= _SHORTEST_TURN:
                yield begin, word.start()
                begin = word.start()
        yield begin, end


def joined(text: str) -> str:
    """The text with separable verbs written as one word, as they stand in the patterns: "na gaan", "uit te zoeken"."""
    return _SPLIT.sub(r"\1\2", text)


def _speakers(document: Document) -> frozenset[str]:
    """Names that stand on a line of their own, as above what a speaker says."""
    lines = Counter(text.strip() for text in document.text.splitlines() if _SPEAKER.fullmatch(text.strip()))
    return frozenset(name for name, _ in lines.items()) if len(lines) > 2 else frozenset()


def _college(text: str, speakers: frozenset[str]) -> frozenset[str]:
    """The speakers who are given the floor as wethouder or portefeuillehouder; the chair, who speaks most, isn't one.

    Speaker lines can be a sentence off, so what stands just before and just after one counts alike.
    """
    lines = [found for found in re.finditer(r"^[^\n]{4,60}$", text, re.MULTILINE) if found.group().strip() in speakers]
    turns: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for i, line in enumerate(lines):
        begin = max(lines[i - 1].end() if i else 0, line.start() - _AROUND_NAME)
        stop = min(lines[i + 1].start() if i + 1 < len(lines) else len(text), line.end() + _AROUND_NAME)
        turns[line.group().strip()] += 1
        named[line.group().strip()] += bool(_GIVES_FLOOR.search(text, begin, stop))
    chair = max(turns, key=turns.__getitem__, default="")
    return frozenset(name for name, count in named.items() if name != chair and 2 * count >= turns[name] and count > 1)


def _promised(
    text: str, start: int, end: int, before: int | None, speaker: str | None, anchor: Anchor, *, only_explicit: bool
) -> Iterator[Commitment]:
    quote = text[start:end]
    if not _SHORTEST <= len(quote) <= _LONGEST or quote.endswith("?"):
        return
    if _never().search(quote) or not _has_words_of_a_promise(joined(quote)):
        return
    spoken = joined(" ".join(quote.split()))
    matches = [match for match in _patterns().find(spoken) if not _DENIES.search(spoken, match[1], match[2])]
    if not matches:
        return
    names = {name for name, _, _ in matches}
    strength: Strength = "strong" if any(_strengths()[name] == "strong" for name in names) else "medium"
    explicit = any(name.startswith(("toezeggen", "toezegging", "beloven", "body promises")) for name in names)
    if only_explicit and not explicit:
        return
    first = matches[0]
    yield Commitment(
        start=start,
        end=end,
        text=quote,
        confidence=0.8 if explicit else 0.55 if strength == "strong" else 0.4,
        actor=speaker,
        action=spoken[first[1] : first[2]],
        object=None,
        strength=strength,
        status="planned",
        deadline=_deadline(text, start, end, anchor),
        promise_type="toezegging",
        negated=bool(re.search(r"\b(?:niet|geen)\b", quote)),
        speaker=speaker,
        context_start=before if before is not None and _LEANS.search(quote) else None,
    )


def _deadline(text: str, start: int, end: int, anchor: Anchor) -> Deadline | None:
    found = [e for e in time_expressions(text, start, end, anchor) if e.period != OPEN and not e.bare]
    return Deadline(found[0].text, found[0].period) if found else None


@cache
def _rows(kind: str) -> tuple[dict[str, str], ...]:
    return tuple(row for row in read_rows("promise_cues.tsv") if row["class"] == kind)


def keeps_order(sentence: str) -> bool:
    """Whether it is about the order of the meeting."""
    return bool(_never("order of the meeting").search(sentence))


@cache
def _never(only: str = "") -> re.Pattern[str]:
    rows = [row for row in _rows("never") if only in ("", row["name"])]
    return re.compile("|".join(row["pattern"] for row in rows), re.IGNORECASE)


@cache
def _strengths() -> dict[str, str]:
    return {row["name"]: row["strength"] for row in _rows("promise")}


@cache
def _patterns() -> TokenPatterns:
    """Loads spaCy, so only a sentence that has all the words of some pattern asks for it."""
    return TokenPatterns(
        {row["name"]: [[_token(words) for words in _parts(row["pattern"])]] for row in _rows("promise")}
    )


@cache
def _words_of_promises() -> tuple[tuple[frozenset[str], ...], ...]:
    return tuple(
        tuple(part for part in _parts(row["pattern"]) if isinstance(part, frozenset)) for row in _rows("promise")
    )


def _has_words_of_a_promise(sentence: str) -> bool:
    words = set(re.findall(r"\w+", sentence.lower()))
    return any(all(part & words for part in parts) for parts in _words_of_promises())


def _parts(pattern: str) -> list[frozenset[str] | int]:
    """The parts of a pattern in the data file: the words that a token can be, or how many tokens a gap may hold."""
    return [_GAPS[part] if part in _GAPS else _words(part) for part in pattern.split()]


def _words(part: str) -> frozenset[str]:
    if part.startswith("verb:"):
        return words_of(part.removeprefix("verb:"))
    sets = {row["name"]: row["pattern"].split() for row in _rows("set")}
    return frozenset(word for option in part.split("|") for word in sets.get(option.removeprefix("@"), [option]))


def _token(part: frozenset[str] | int) -> dict[str, object]:
    """The Matcher's notation of a part."""
    if isinstance(part, int):
        return {"LOWER": {"NOT_IN": [".", ";", "!", "?"]}, "OP": f"{{0,{part}}}"}
    # spaCy takes "u." at the end of a sentence for an abbreviation.
    return {"LOWER": {"IN": sorted(part | {f"{word}." for word in part if len(word) == 1})}}
