"""Who will do what, by when, for how much: commitments, one for each act that a sentence holds."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.dutch import Span
from ingest.fact_types import Amount, Commitment, Official
from ingest.facts.acts.actors import Cast, subject_left_out
from ingest.facts.acts.amounts import Money
from ingest.facts.acts.announced import announced
from ingest.facts.acts.clause_signs import hangs_on_condition, is_consequence
from ingest.facts.acts.companions import called
from ingest.facts.acts.deadlines import deadline_of
from ingest.facts.acts.decisions import decided
from ingest.facts.acts.descriptions import goes_on_describing
from ingest.facts.acts.judge import judge
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.acts.layers import Layers, copied, within
from ingest.facts.acts.minutes import is_report_of_meeting, promised, who_speaks
from ingest.facts.acts.objects import SAYS_WHAT, action_of, content_of, object_of
from ingest.facts.acts.promises import is_transcript, promises
from ingest.facts.acts.rules import is_regulation
from ingest.facts.acts.said import is_said
from ingest.facts.acts.sentences import is_readable, sentences_by_block
from ingest.facts.acts.strength import promise_type, strength_of
from ingest.facts.listings import listed_rows
from ingest.facts.periods import OPEN, Anchor
from ingest.facts.registers import registered
from ingest.grammar.clauses import Clause, clauses
from ingest.model import Document

_LEANS = re.compile(
    r"(?:deze|dit|dat|die|hij|zij|ze|hier(?:voor|door|mee|bij|onder|toe|op|in|van)"
    r"|daar(?:voor|door|mee|bij|toe|op|in|van)?)\b"
)
"""What opens a sentence that can't be read without the one before it."""
_LEANS_ON_TOPIC = re.compile(
    r"(?i:ook|daarnaast|daarom|daarbij|hierbij|verder|tevens|zo|deze|dit|dat|hier\w*|daar\w*|er)\b|[a-z]"
)
"""What opens a sentence that goes on about what the one before it was about; a small letter is half a sentence."""
_OUTSIDERS = re.compile(r"\b(?:provincie|waterschap|hoogheemraadschap|rijkswaterstaat)\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\w)")
_NOTE_MARK = re.compile(r"(?<=[a-zà-ÿ][.!?”’)])\s?\d{1,2}\Z")
"""The number of a footnote behind the full stop."""
_KEEPS = re.compile(
    r"\s*(?:(?:met|via|in|door) (?:deze|dit|bijgaande?) [\w-]+|hiermee|hierbij|bijgaand) "
    r"(?:(?:doen|doe|doet) (?:wij|we|ik|het college|de burgemeester|de wethouder) (?:dat|dit|dit gestand)\b"
    r"|(?:voldoen|voldoet|voldoe|kom|komt|komen|geven|geeft|geef|los|lossen|wordt|is)\b[^.]*"
    r"\b(?:toezegging|belofte|hieraan|daaraan|dat na|uitvoering)\b)",
    re.IGNORECASE,
)
"""What follows a promise that the paper itself keeps: "Met deze brief doen wij dat"."""
_FAILED = re.compile(
    r"\s*(?:(?:dit|dat|deze \w+|dit \w+) is|helaas is (?:dit|dat)) (?:\w+ ){0,3}"
    r"niet (?:\w+ )?(?:gelukt|gehaald|gerealiseerd|doorgegaan|gebeurd|uitgevoerd|behaald)\b",
    re.IGNORECASE,
)
"""Behind a sentence that says what was promised before."""


def commitments(
    document: Document, amounts: Sequence[Amount] = (), officials: Sequence[Official] = ()
) -> list[Commitment]:
    """The commitments in a document; `amounts` and `officials` are those found in it."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    money = Money(document.text, amounts)
    listed = listed_rows(document)
    found = money.added([*registered(document.text, listed, anchor), *decided(document)])
    setting = Setting(Cast.of(document, officials), anchor, is_meeting=is_report_of_meeting(document))
    if is_transcript(document):
        return found + money.added(promises(document, setting, officials))
    if is_regulation(document):
        return found
    quoted = list(copied(document))
    layers = Layers(document, setting)
    legends = {span for row in listed for span in row.legend.spans}
    for sentences in filter(None, sentences_by_block(document)):
        at = sentences[0][0]
        if not within(at, legends):
            found += _of_run(document, sentences, layers.at(at), money, quoted)
    by_start = {one.start: one for one in reversed(found)}  # a label or a head says more than the sentence alone
    found = list(reversed(by_start.values()))
    taken = by_start.keys()
    return found + money.added(one for one in announced(document, setting) if one.start not in taken)


def _of_run(
    document: Document, sentences: list[Span], setting: Setting, money: Money, quoted: list[Span]
) -> Iterator[Commitment]:
    """The commitments in the sentences of a block; what a report copies from its plan is no news of it."""
    before: int | None = None
    earlier: list[list[Clause]] = []
    for i, (start, end) in enumerate(sentences):
        after = document.text[end : sentences[i + 1][1]] if i + 1 < len(sentences) else ""
        is_kept = not setting.is_meeting and bool(_KEEPS.match(after))
        parts = clauses(document.text, start, end) if is_readable(document.text[start:end]) else []
        is_copied = within(start, quoted) or bool(_FAILED.match(document.text, end))
        for found in _of_sentence(document, (start, end), parts, before, setting, money):
            anonymous = found.actor is None and (found.deadline is None or found.deadline.period == OPEN)
            leans = anonymous and _LEANS_ON_TOPIC.match(document.text, start)
            if leans and _speaks_of_another(earlier, setting):
                continue
            if not is_copied or found.status == "realised":
                yield replace(found, status="realised") if is_kept and found.action == "toezeggen" else found
        earlier.append(parts)
        before = start


def _speaks_of_another(earlier: list[list[Clause]], setting: Setting) -> bool:
    """Whether another government was the last that the sentences of the block were about."""
    for part in (part for parts in reversed(earlier) for part in parts):
        if part.kind == "main" and part.verbs:
            agents = [actor for actor in setting.cast.mentions(part) if actor.is_agent]
            actor = agents[0] if agents else setting.cast.subject(part, part.verbs.finite_at)
            if actor:
                return actor.kind == "outsider" or bool(_OUTSIDERS.search(actor.name))
    return False


def _of_sentence(
    document: Document, span: Span, parts: list[Clause], before: int | None, setting: Setting, money: Money
) -> Iterator[Commitment]:
    text = document.text
    start, end = span
    if not parts:
        return
    said = any(part.verbs and part.verbs.lemma == "toezeggen" and part.verbs.voice == "active" for part in parts)
    if setting.is_meeting:
        paragraph = text.rfind("\n\n", 0, start) + 1
        label_ends = next((part.start for part in parts if part.verbs), start)  # "Wethouder Kraan: Dat kan zij ..."
        judged = promised(parts, setting, who_speaks(text, paragraph, label_ends))
    else:
        each = (_judged(parts, i, setting) for i in range(len(parts)))
        judged = [judgement for judgement in each if judgement]
    judged = [_with_content(judgement, parts, setting) for judgement in judged]
    for judgement, (first, last) in zip(judged, _spans(judged, parts, start, end), strict=True):
        amount = money.within(first, last)
        strength = strength_of(judgement, amount)
        leans = _LEANS.match(text[first : first + 20].lower())
        kind = promise_type(judgement, strength)
        yield Commitment(
            start=first,
            end=last,
            text=text[first:last],
            confidence=judgement.sure,
            actor=called(judgement, setting.cast),
            action=action_of(judgement, parts),
            object=content_of(judgement, parts) or object_of(judgement),
            strength=strength,
            status=judgement.status,
            deadline=judgement.deadline,
            amount_eur=amount,
            promise_type="toezegging" if setting.is_meeting and (said or _is_answer(judgement)) else kind,
            conditional="conditional" in judgement.cues or hangs_on_condition(judgement.clause, parts),
            negated=judgement.is_denied,
            context_start=before if leans and before is not None else None,
        )


def _judged(parts: list[Clause], at: int, setting: Setting) -> Judgement | None:
    if goes_on_describing(at, parts):
        return None
    same = subject_left_out(parts, at, setting.cast)
    if is_consequence(at, parts):
        return judge(parts[at], setting, same=same, is_content=True)
    if is_said(at, parts, setting):
        said = judge(parts[at], setting, is_content=True)
        return said if said and said.status in ("planned", "undecided", "opposed") else None
    return judge(parts[at], setting, same=same)


def _is_answer(judgement: Judgement) -> bool:
    """Whether a member of the college says in a meeting what he or she will do."""
    by_official = judgement.actor is not None and judgement.actor.kind == "official"
    return (
        by_official and judgement.status == "planned" and bool(judgement.verbs and "zullen" in judgement.verbs.helpers)
    )


def _with_content(judgement: Judgement, parts: list[Clause], setting: Setting) -> Judgement:
    """A promise "that ..." has its deadline, if it has none itself, from the clause that says what."""
    if judgement.deadline or not judgement.verbs or judgement.verbs.lemma not in ("", *SAYS_WHAT):
        return judgement
    following = [part for part in parts if part.start > judgement.clause.start][:1]
    content = [part for part in following if part.kind == "sub"]
    deadlines = [deadline for part in content if (deadline := deadline_of(part, setting.anchor))]
    return replace(judgement, deadline=deadlines[0]) if deadlines else judgement


def _spans(judged: list[Judgement], parts: list[Clause], start: int, end: int) -> list[tuple[int, int]]:
    """The sentence where it holds one act; else from each act's clause to where the next begins.

    The number of an item isn't part of it, nor that of a footnote.
    """
    number = _NUMBER.match(parts[0].text, start, end) if parts else None
    note = _NOTE_MARK.search(parts[0].text, start, end) if parts else None
    end = note.start() if note else end
    start = number.end() if number else start
    if len(judged) < 2:
        return [(start, end)] * len(judged)
    begins = [start, *(judgement.clause.start for judgement in judged[1:])]
    stops = [*(_before(parts, begin) for begin in begins[1:]), end]
    return list(zip(begins, stops, strict=True))


def _before(parts: list[Clause], begin: int) -> int:
    return max(part.end for part in parts if part.end <= begin)
