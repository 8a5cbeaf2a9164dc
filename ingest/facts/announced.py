"""Lists that are announced: "Daarom gaan wij: - ... aanstellen", and a planning: "mei 2026: inloopavond"."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from ingest.dutch import sentence_spans
from ingest.dutch_clauses import Clause, clauses
from ingest.dutch_tokens import PREPOSITIONS, tokenise
from ingest.dutch_verbs import forms_of
from ingest.fact_types import Commitment, Deadline
from ingest.facts.actors import COMPETENT, Actor
from ingest.facts.deadlines import deadline_of
from ingest.facts.enumerations import is_item, without_mark
from ingest.facts.judgement import Setting
from ingest.facts.periods import OPEN, TimeExpression, time_expressions
from ingest.model import Block, Document

_WAITS = frozenset({"gaan", "zullen", "willen"})
_NOUN = re.compile(r"\A(?:[Hh]et )?(?P<verb>[a-zà-ÿ]+en) van\b", re.IGNORECASE)
_BY = re.compile(r"\bdoor(?: middel van)?:\Z")
_PLANNING = re.compile(
    r"\W*(?:planning|tijdpad|vervolg(?:stappen|proces|traject)?|hoe (?:nu )?verder)\b", re.IGNORECASE
)
_PARTED = re.compile(r"\s*(?::|[-–—](?=\s))\s*")
_WORD = re.compile(r"[^\W\d_]{4}")
_FEWEST_STEPS = 2
_SHORTEST, _LONGEST = 5, 300


def announced(document: Document, setting: Setting) -> Iterator[Commitment]:
    """The items of announced lists, in order of the lists."""
    blocks = document.blocks
    for i, block in enumerate(blocks):
        actor = _who_will(document.text, block, setting)
        if actor:
            items = takewhile(lambda item: is_item(document.text, item), blocks[i + 1 :])
            yield from _acts(document.text, items, actor, setting)
    if not setting.reports:
        yield from _planned(document, setting)


def _who_will(text: str, block: Block, setting: Setting) -> Actor | None:
    """Who will do what the list below the block says; None where the block announces no such list."""
    if text[block.end - 1] != ":" or block.role == "heading":
        return None
    start = sentence_spans(text, block.start, block.end)[-1][0]
    parts = [part for part in clauses(text, start, block.end) if part.kind == "main" and part.verbs]
    if not parts:
        return None
    waits = _waits(parts[-1]) or _BY.search(text, block.start, block.end)
    actor = setting.cast.subject(parts[-1], parts[-1].verbs.finite_at) if parts[-1].verbs else None
    return actor if waits and actor and actor.kind in COMPETENT else None


def _waits(clause: Clause) -> bool:
    """Whether the clause ends without the infinitive that its auxiliary asks for."""
    verbs = clause.verbs
    return verbs is not None and not verbs.lemma and bool(_WAITS & set(verbs.helpers))


def _acts(text: str, items: Iterator[Block], actor: Actor, setting: Setting) -> Iterator[Commitment]:
    for item in items:
        start = without_mark(text, item.start, item.end)
        quote = text[start : item.end]
        verb = _infinitive(quote)
        if verb and _SHORTEST <= len(quote) <= _LONGEST:
            (whole, *_) = clauses(text, start, item.end)
            yield Commitment(
                start=start,
                end=item.end,
                text=quote,
                confidence=0.6,
                actor=setting.cast.called(actor),
                action=verb,
                object=" ".join(quote.rstrip(".;, ").removesuffix(verb).split()) or None,
                strength="strong",
                status="planned",
                deadline=deadline_of(whole, setting.anchor),
            )


def _infinitive(quote: str) -> str | None:
    """The verb of an item that says what will be done: before its end or a preposition, or first as a noun."""
    noun = _NOUN.match(quote)
    if noun and _is_infinitive(noun["verb"]):
        return noun["verb"].lower()
    words = tokenise(quote, 0, len(quote))
    for word, after in zip(reversed(words), [None, *reversed(words[1:])], strict=True):
        if (after is None or after.lower in PREPOSITIONS) and _is_infinitive(word.lower):
            return word.lower
    return None


def _is_infinitive(word: str) -> bool:
    return any(form.tense == "infinitive" and not form.apart for form in forms_of(word.lower()))


def _planned(document: Document, setting: Setting) -> Iterator[Commitment]:
    """The steps of a planning: at least two in a row, or one below a heading that says so."""
    text = document.text
    steps = [(block, _step(text, block, setting)) for block in document.blocks]
    before: Block | None = None
    for is_step, group in groupby(steps, key=lambda pair: pair[1] is not None):
        run = list(group)
        says_so = before is not None and bool(_PLANNING.match(text, before.start, before.end))
        if is_step and (says_so or len(run) >= _FEWEST_STEPS):
            yield from _steps(text, run)
        before = run[-1][0]


def _steps(text: str, run: Sequence[tuple[Block, TimeExpression | None]]) -> Iterator[Commitment]:
    for block, when in run:
        if when is None:
            continue
        quote = text[when.start : block.end]
        what = text[when.end : block.end].strip(" :-–—")
        yield Commitment(
            start=when.start,
            end=block.end,
            text=quote,
            confidence=0.4,
            actor=None,
            action=what,
            object=None,
            strength="medium",
            status="planned",
            deadline=Deadline(when.text, when.period),
        )


def _step(text: str, block: Block, setting: Setting) -> TimeExpression | None:
    """The time that a line opens with, where a colon or dash and a few words without a verb follow."""
    if block.role not in ("paragraph", "list_item") or not _SHORTEST <= block.end - block.start <= _LONGEST:
        return None
    start = without_mark(text, block.start, block.end)
    first = next(iter(time_expressions(text, start, block.end, setting.anchor)), None)
    if first is None or first.start != start or first.period == OPEN:
        return None
    mark = _PARTED.match(text, first.end, block.end)
    if mark is None or not _WORD.search(text, mark.end(), block.end) or _is_over(first, setting):
        return None
    rest = clauses(text, mark.end(), block.end)
    return None if any(part.verbs for part in rest) else first


def _is_over(when: TimeExpression, setting: Setting) -> bool:
    end, year = when.period.end, setting.anchor.year
    return bool(end and year and end.year < year)
