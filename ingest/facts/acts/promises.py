"""Promises made in a meeting: what a member of the college says that he or she will do for the council.

What council members ask, what the chair says to keep order, and what somebody says that was promised
are none. The patterns are in data/promise_cues.tsv and run over spaCy's tokens, because the parts of a
promise stand apart ("daar kom ik ... op terug") and machine transcripts break them further.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ingest.dutch import Span, TokenPatterns, sentence_spans
from ingest.fact_types import Commitment, Deadline, Official, Strength
from ingest.facts.acts.judge import judge
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.people.speakers import Turn, turns
from ingest.facts.periods import OPEN, Anchor, time_expressions
from ingest.grammar.clauses import clauses
from ingest.grammar.tokens import word_class
from ingest.grammar.verbs import words_of
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
_I = re.compile(r"\b(?:ik|mij)\b", re.I)
I_PER_1000_CHARACTERS = 1.5
"""Transcripts of Texel have 2.8 and 3.3; reports of a meeting up to 1.0, a column about one .3."""
_FEWEST_MEETING_WORDS = 10
_LEANS = re.compile(r"\b(?:dat|dit|die|daar|daarop|daarover|hier|hierop|het)\b", re.IGNORECASE)
_SPLIT = re.compile(
    r"\b(na|uit|terug|toe) (?:te )?(gaan|zoeken|komen|koppelen|zeggen|sturen|vragen|melden|zenden)\b", re.IGNORECASE
)
_DENIES = re.compile(r"\b(?:niet(?! alleen)|geen|nooit)\b", re.IGNORECASE)
"""In the words of the promise itself: "dat kan ik u niet toezeggen"."""
_CONDITION = re.compile(r"\b(?:als|indien|mits|tenzij|mocht|zodra)\b", re.IGNORECASE)
_FILLERS = re.compile(r"\A(?:\W|\b(?:ja|nee|nou|dus|en|maar|want|dank u(?: wel)?|voorzitter|eh|dan)\b)+", re.IGNORECASE)
_GAPS = {"..": 3, "...": 10}
_SHORTEST, _LONGEST = 12, 600
_GOES_ON = re.compile(r"(?<= )(?:dus|maar|want|nou|voorzitter|en dan|en dat|en daar|en ik|en we|ja)\b", re.IGNORECASE)
_SHORTEST_TURN = 60


def is_transcript(document: Document) -> bool:
    """Whether the text is speech, word for word, rather than a report of it."""
    sample = document.text[:100_000]
    if not _often(_FIRST_PERSON, sample, FIRST_PERSON_PER_1000_CHARACTERS):
        return False
    if document.identity.doc_type.value == "raadsverslag" and _often(_I, sample, I_PER_1000_CHARACTERS):
        return True
    found = sum(1 for _ in _MEETING_WORDS.finditer(sample))
    return found >= _FEWEST_MEETING_WORDS and _often(_MEETING_WORDS, sample, MEETING_WORDS_PER_1000_CHARACTERS)


def _often(words: re.Pattern[str], text: str, per_1000_characters: float) -> bool:
    return sum(1 for _ in words.finditer(text)) * 1000 >= per_1000_characters * len(text)


def promises(document: Document, setting: Setting, officials: Sequence[Official] = ()) -> list[Commitment]:
    """The promises to the council in a transcript, in order."""
    text = document.text
    spoken = turns(text, officials)
    has_college = any(turn.side == "college" for turn in spoken)
    found: list[Commitment] = []
    for turn in spoken:
        binds = turn.side == "college" or (turn.side is None and not has_college)
        if turn.side == "other" and turn.is_printed:
            continue
        before: int | None = None
        for start, end in _spoken_spans(text, turn):
            if _may_promise(text[start:end]):
                found += _promised(text, start, end, before, turn, setting, only_explicit=not binds)
            before = start
    return found


def _spoken_spans(text: str, turn: Turn) -> Iterator[Span]:
    """Sentences; speech without full stops is cut at the words with which a speaker goes on."""
    for start, end in sentence_spans(text, turn.start, turn.end):
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


def _may_promise(quote: str) -> bool:
    return _SHORTEST <= len(quote) <= _LONGEST and not quote.endswith("?") and not _never().search(quote)


def _promised(
    text: str, start: int, end: int, before: int | None, turn: Turn, setting: Setting, *, only_explicit: bool
) -> Iterator[Commitment]:
    quote = text[start:end]
    spoken = joined(" ".join(quote.split()))
    matches = _matches(spoken)
    if not matches:
        if turn.side == "college" and turn.is_printed:
            yield from _by_clause(text, start, end, turn, setting)
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
        actor=turn.called,
        action=spoken[first[1] : first[2]],
        object=_object(spoken, first[1], first[2]),
        strength=strength,
        status="planned",
        deadline=_deadline(text, start, end, setting.anchor),
        promise_type="toezegging",
        conditional=bool(_CONDITION.search(spoken)),
        negated=bool(re.search(r"\b(?:niet|geen)\b", quote)),
        speaker=turn.name or None,
        context_start=before if before is not None and _LEANS.search(quote) else None,
    )


def _matches(spoken: str) -> list[tuple[str, int, int]]:
    if not _has_words_of_a_promise(spoken):
        return []
    return [match for match in _patterns().find(spoken) if not _DENIES.search(spoken, match[1], match[2])]


def _by_clause(text: str, start: int, end: int, turn: Turn, setting: Setting) -> Iterator[Commitment]:
    """What a member of the college says to do in words that no pattern has: dated, or with "zal" or "gaan"."""
    for clause in clauses(text, start, end):
        given = judge(clause, setting) if clause.kind == "main" else None
        if given is None or given.verbs is None or given.status != "planned" or not _lies_ahead(given):
            continue
        yield Commitment(
            start=start,
            end=end,
            text=text[start:end],
            confidence=0.3,
            actor=turn.called,
            action=given.verbs.lemma,
            object=None,
            strength="medium",
            status="planned",
            deadline=_deadline(text, start, end, setting.anchor),
            promise_type="toezegging",
            conditional="conditional" in given.cues,
            speaker=turn.name or None,
        )
        return


def _lies_ahead(given: Judgement) -> bool:
    verbs = given.verbs
    if verbs is None or verbs.tense == "past" or verbs.lemma in word_class("debating"):
        return False
    speaks = given.actor is not None and given.actor.kind == "own"
    return given.is_dated if not speaks else given.is_dated or bool({"zullen", "gaan"} & set(verbs.helpers))


def _object(spoken: str, start: int, end: int) -> str | None:
    """What is promised: what follows the words of the promise, else what stands before them."""
    for part in (spoken[end:], spoken[:start]):
        kept = _FILLERS.sub("", part).strip(" ,;:.-")
        if len(kept) > _SHORTEST:
            return kept
    return None


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
