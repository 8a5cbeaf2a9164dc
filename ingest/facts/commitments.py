"""Who will do what, by when, for how much: commitments, one for each act that a sentence holds."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.dutch import sentence_spans
from ingest.dutch_clauses import Clause, clauses
from ingest.fact_types import Amount, Commitment, Deadline, Official
from ingest.facts.actors import Cast
from ingest.facts.deadlines import deadline_of
from ingest.facts.decisions import decided
from ingest.facts.judge import Judgement, Setting, judge
from ingest.facts.minutes import is_report_of_meeting, promised, who_speaks
from ingest.facts.periods import Anchor, months
from ingest.facts.promises import is_transcript, promises
from ingest.facts.registers import registered
from ingest.facts.strength import promise_type, strength_of
from ingest.model import Block, Document

_LEANS = re.compile(
    r"(?:deze|dit|dat|die|hij|zij|ze|hier(?:voor|door|mee|bij|onder|toe|op|in|van)"
    r"|daar(?:voor|door|mee|bij|toe|op|in|van)?)\b"
)
"""What opens a sentence that can't be read without the one before it."""
_GOAL = re.compile(r"(?:\d[\d.]*\s*)?(?:(?:sub)?doel(?:stelling|en)?|ambitie|effect|resultaat)\b", re.IGNORECASE)
"""A heading that opens so states a goal, which is no commitment."""
_ENOUGH_OF_A_GOAL = 50
"""A sentence that begins like a goal in a heading repeats it."""
_NEGATION = re.compile(r"\b(?:niet|geen|nooit|niets)\b")
_ADVERBS_AROUND = " ,;:.-–"
_FIGURES = re.compile(r"(?<![€\d.,])(?<!€ )\b\d{1,3}(?:\.\d{3})+\b")
_MOST_FIGURES = 3
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\w)")
_MOST_WORDS_ABOVE_A_LIST = 4
"""Of "Wij stellen voor:" and the like, which say nothing without the list below."""
_LONGEST_ACTION = 80
_EMPTY = frozenset(
    {"verder", "worden", "hebben", "nader", "tevens", "daarom", "ook", "weer", "alleen", "zich", "graag"}
)
_LONGEST = 600
"""Longer sentences are tables or lists that were read as one; what they say can't be cited as one act."""


def commitments(
    document: Document, amounts: Sequence[Amount] = (), officials: Sequence[Official] = ()
) -> list[Commitment]:
    """The commitments in a document; `amounts` and `officials` are those found in it."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    found: list[Commitment] = [*registered(document, anchor), *decided(document)]
    if is_transcript(document):
        return found + promises(document, anchor)
    setting = Setting(Cast.of(document, officials), anchor, is_meeting=is_report_of_meeting(document))
    money = _Money(amounts)
    for sentences in _runs(document):
        before: int | None = None
        for start, end in sentences:
            found += _of_sentence(document, start, end, before, setting, money)
            before = start
    return found


class _Money:
    """Looks up the amount that stands in a span."""

    def __init__(self, amounts: Sequence[Amount]) -> None:
        self._amounts = sorted(amounts, key=lambda amount: amount.start)
        self._starts = [amount.start for amount in self._amounts]

    def within(self, start: int, end: int) -> float | None:
        i = bisect_left(self._starts, start)
        if i < len(self._amounts) and self._amounts[i].end <= end:
            return self._amounts[i].value_eur
        return None


def _runs(document: Document) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each block that says something, block by block."""
    goals = " ".join(s.path[-1] for s in document.sections if _GOAL.match(s.path[-1]))
    skipped = [(s.start, s.end) for s in document.sections if s.layer in ("contents", "boilerplate")]
    blocks = document.blocks or (Block(0, len(document.text), "paragraph"),)
    for block in blocks:
        if block.role in ("table_row", "caption") or any(a <= block.start < b for a, b in skipped):
            continue
        if block.role == "heading" and _GOAL.match(document.text, block.start, block.end):
            continue
        spans = sentence_spans(document.text, block.start, block.end)
        yield [span for span in spans if document.text[span[0] : span[1]][:_ENOUGH_OF_A_GOAL] not in goals or not goals]


def _of_sentence(
    document: Document, start: int, end: int, before: int | None, setting: Setting, money: _Money
) -> Iterator[Commitment]:
    text = document.text
    if not _is_readable(text[start:end]):
        return
    parts = clauses(text, start, end)
    if setting.is_meeting:
        paragraph = text.rfind("\n\n", 0, start) + 1
        judged = promised(parts, setting, who_speaks(text, paragraph, start))
    else:
        judged = [judgement for part in parts if (judgement := judge(part, setting))]
    judged = [_with_content(judgement, parts, setting) for judgement in judged]
    for judgement, (first, last) in zip(judged, _spans(judged, parts, start, end), strict=True):
        amount = money.within(first, last)
        strength = strength_of(judgement, amount)
        leans = _LEANS.match(text[first : first + 20].lower())
        yield Commitment(
            start=first,
            end=last,
            text=text[first:last],
            confidence=judgement.sure,
            actor=setting.cast.called(judgement.actor) if judgement.actor else None,
            action=_action(judgement),
            object=_object(judgement),
            strength=strength,
            status=judgement.status,
            deadline=judgement.deadline or _year_of_report(judgement, setting),
            amount_eur=amount,
            promise_type=promise_type(judgement, strength),
            conditional="conditional" in judgement.cues,
            negated=bool(_NEGATION.search(judgement.clause.quote.lower())),
            context_start=before if leans and before is not None else None,
        )


def _is_readable(sentence: str) -> bool:
    """Whether it is a statement: no question, no announcement of a list, and no row of figures read as a sentence."""
    is_question = sentence.rstrip("”’\"' )").endswith("?")
    if sentence.endswith(":") and len(sentence.split()) <= _MOST_WORDS_ABOVE_A_LIST:
        return False
    return len(sentence) <= _LONGEST and not is_question and len(_FIGURES.findall(sentence)) < _MOST_FIGURES


def _with_content(judgement: Judgement, parts: list[Clause], setting: Setting) -> Judgement:
    """A promise "that ..." has its deadline, if it has none itself, from the clause that says what."""
    if (
        judgement.deadline
        or not judgement.verbs
        or judgement.verbs.lemma not in ("toezeggen", "afspreken", "besluiten")
    ):
        return judgement
    content = [part for part in parts if part.kind == "sub" and part.start > judgement.clause.start][:1]
    deadlines = [deadline for part in content if (deadline := deadline_of(part, setting.anchor))]
    return replace(judgement, deadline=deadlines[0]) if deadlines else judgement


def _spans(judged: list[Judgement], parts: list[Clause], start: int, end: int) -> list[tuple[int, int]]:
    """The sentence where it holds one act; else from each act's clause to where the next begins.

    The number of an item isn't part of it.
    """
    number = _NUMBER.match(parts[0].text, start, end) if parts else None
    start = number.end() if number else start
    if len(judged) < 2:
        return [(start, end)] * len(judged)
    begins = [start, *(judgement.clause.start for judgement in judged[1:])]
    stops = [*(_before(parts, begin) for begin in begins[1:]), end]
    return list(zip(begins, stops, strict=True))


def _before(parts: list[Clause], begin: int) -> int:
    return max(part.end for part in parts if part.end <= begin)


def _year_of_report(judgement: Judgement, setting: Setting) -> Deadline | None:
    """What a report says was done, was done in its year."""
    year = setting.anchor.year
    if judgement.status == "realised" and setting.reports and year:
        return Deadline(None, months(year, 1, 12))
    return None


def _action(judgement: Judgement) -> str:
    verbs = judgement.verbs
    if verbs and verbs.lemma:
        return verbs.lemma
    quote = " ".join(judgement.clause.quote.split())
    return quote if len(quote) <= _LONGEST_ACTION else quote[:_LONGEST_ACTION].rsplit(" ", 1)[0] + " …"


def _object(judgement: Judgement) -> str | None:
    """What the act is done to: in the passive its subject, else what stands between or after the verbs."""
    clause, verbs, actor = judgement.clause, judgement.verbs, judgement.actor
    if verbs is None:
        return None
    words = clause.words
    first = words[verbs.finite_at].end
    if actor and actor.start >= first:
        first = actor.end
    last = words[verbs.main_at].start if verbs.main_at > verbs.finite_at else clause.end
    found = _without_time(judgement, first, last)
    if not found and verbs.voice == "passive":
        found = _without_time(judgement, words[0].start, words[verbs.finite_at].start)
    return found or (_without_time(judgement, words[verbs.main_at].end, clause.end) or None)


def _without_time(judgement: Judgement, start: int, end: int) -> str:
    text = judgement.clause.text[start:end]
    if judgement.deadline and judgement.deadline.text:
        text = text.replace(judgement.deadline.text, " ")
    kept = " ".join(text.split()).strip(_ADVERBS_AROUND)
    return kept if any(len(word) > 3 and word.lower() not in _EMPTY for word in kept.split()) else ""
