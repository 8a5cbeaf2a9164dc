"""Lists that are announced: "Daarom gaan wij: - ... aanstellen", and a planning: "mei 2026: inloopavond".

A report lists what was done: "Nieuwe verordening vastgesteld".
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import groupby, takewhile

from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment, CommitmentStatus, Deadline
from ingest.facts.acts.actors import COMPETENT, Actor
from ingest.facts.acts.deadlines import deadline_of
from ingest.facts.acts.headings import heading
from ingest.facts.acts.infinitives import infinitive, is_infinitive
from ingest.facts.acts.judgement import Setting
from ingest.facts.aims.enumerations import is_item, without_mark
from ingest.facts.periods import OPEN, TimeExpression, time_expressions
from ingest.grammar.clauses import Clause, clauses
from ingest.grammar.tokens import PREPOSITIONS, Word, has_finite, is_attributive, tokenise
from ingest.grammar.verbs import forms_of, verb_classes
from ingest.lexicon import read_rows
from ingest.model import Block, Document

_WAITS = frozenset({"gaan", "zullen", "willen"})
_BY = re.compile(r"\bdoor(?: middel van)?:\Z")
_CODE = re.compile(r"(?:\d{1,2}\.)+\d{1,2}\.?\s+(?:[-–]\s+)?")
_TOPIC = re.compile(r"[A-Z][\w& ]{1,25}: ")
"""What an action is about, before it: "Wmo: het geven van steun"."""
_PARTED = re.compile(r"\s*(?::|[-–—](?=\s)|\|)\s*")
_PARTED_AT_END = re.compile(r"\s*(?::|(?<=\s)[-–—]|\||\()\s*\Z")
_TIME_ENDS = re.compile(r"[\s).;,]*")
_NEXT_STEPS = re.compile(r"\b(?:volgende|vervolg|komende) ?(?:stap|stappen|acties)\b[^.:]*:\Z", re.IGNORECASE)
_STEP_NOUN = re.compile(r"\A(?:start|besluit|aanvang|opening|bouw|verkoop|aanleg|keuze)\b", re.IGNORECASE)
_DENIED = re.compile(r"\b(?:niet|geen|nog|deels)\b", re.IGNORECASE)
_STEP_OPENS = re.compile(r"(?:het|de|een) [a-zà-ÿ]+", re.IGNORECASE)
_DETERMINER = re.compile(r"\A(?:de|het|een)\s+", re.IGNORECASE)
_NOUN_OF_ACT = re.compile(r"(?:ing|tie|start|besluit|aanvang|bouw|verkoop|aanleg|keuze)\Z", re.IGNORECASE)
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
        elif promiser := _who_promised(document.text, block, setting):
            items = takewhile(lambda item: is_item(document.text, item), blocks[i + 1 :])
            yield from _promises(document.text, items, promiser, setting)
        elif _NEXT_STEPS.search(document.text, block.start, block.end):
            items = takewhile(lambda item: is_item(document.text, item), blocks[i + 1 :])
            yield from _next_steps(document.text, items, setting)
    if setting.reports:
        yield from _achieved(document)
    else:
        yield from _planned(document, setting)
        yield from _actions(document)


def _actions(document: Document) -> Iterator[Commitment]:
    """The lines with a code below "Acties 2026", each an act in the infinitive: "1.1.4 - Pilot opnieuw starten"."""
    text, below = document.text, False
    for block in document.blocks:
        quote = text[block.start : block.end]
        code = _CODE.search(quote)
        if heading("actions").fullmatch(quote):
            below = True
        elif block.role == "heading" and not code:
            below = False
        elif below and code and len(quote) <= _LONGEST:
            start = block.start + code.end()
            topic = _TOPIC.match(text, start, block.end)
            verb = infinitive(text[topic.end() if topic else start : block.end])
            if verb:
                yield _without_actor(text, start, block.end, verb, "planned")


def _who_promised(text: str, block: Block, setting: Setting) -> Actor | None:
    """Who promised what the list below the block says: "De wethouder heeft toegezegd:"."""
    if text[block.end - 1] != ":":
        return None
    for clause in clauses(text, sentence_spans(text, block.start, block.end)[-1][0], block.end):
        if clause.verbs and clause.verbs.lemma == "toezeggen" and clause.verbs.voice == "active":
            actor = setting.cast.subject(clause, clause.verbs.finite_at)
            return actor if actor and actor.kind in ("own", "official") else None
    return None


def _promises(text: str, items: Iterator[Block], actor: Actor, setting: Setting) -> Iterator[Commitment]:
    """The items of such a list: "dat de cijfers worden gedeeld", "om een brief te sturen"."""
    for item in items:
        start = without_mark(text, item.start, item.end)
        quote = text[start : item.end].rstrip(" ;")
        parts = clauses(text, start, start + len(quote))
        verbs = parts[0].verbs if parts and parts[0].opener == "dat" else None
        action = verbs.lemma if verbs else infinitive(quote)
        if action and len(quote) <= _LONGEST:
            yield Commitment(
                start=start,
                end=start + len(quote),
                text=quote,
                confidence=0.7,
                actor=setting.cast.called(actor),
                action=action,
                object=None,
                strength="strong",
                status="planned",
                deadline=deadline_of(parts[0], setting.anchor),
                promise_type="toezegging",
            )


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
        verb = infinitive(quote)
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


def _planned(document: Document, setting: Setting) -> Iterator[Commitment]:
    """The steps of a planning: at least two in a row, or one below a heading that says so."""
    text = document.text
    own_day = document.identity.date.value
    steps = [(block, _step(text, block, setting)) for block in document.blocks]
    steps = [(block, None if when and _is_of_paper(text, block, when, own_day) else when) for block, when in steps]
    before: Block | None = None
    for is_step, group in groupby(steps, key=lambda pair: pair[1] is not None):
        run = list(group)
        says_so = before is not None and bool(heading("planning").match(text, before.start, before.end))
        if is_step and (says_so or len(run) >= _FEWEST_STEPS):
            yield from _steps(text, run)
        before = run[-1][0]


def _steps(text: str, run: Sequence[tuple[Block, TimeExpression | None]]) -> Iterator[Commitment]:
    for block, when in run:
        if when is None:
            continue
        start = without_mark(text, block.start, block.end)
        is_first = when.start == start
        what = text[when.end : block.end] if is_first else text[start : when.start]
        yield _step_of(text, start, block.end, what.strip(" :-–—|("), Deadline(when.text, when.period))


def _step_of(text: str, start: int, end: int, what: str, deadline: Deadline | None) -> Commitment:
    """A step that a noun names: an act ("Vaststelling nota"), or else something that takes place."""
    first, _, rest = _DETERMINER.sub("", what).partition(" ")
    action, thing = (first.lower(), rest) if _NOUN_OF_ACT.search(first) else ("plaatsvinden", what)
    return replace(_without_actor(text, start, end, action, "planned", deadline), object=thing.strip() or None)


def _without_actor(
    text: str, start: int, end: int, what: str, status: CommitmentStatus, deadline: Deadline | None = None
) -> Commitment:
    return Commitment(
        start=start,
        end=end,
        text=text[start:end],
        confidence=0.4,
        actor=None,
        action=what,
        object=None,
        strength="medium",
        status=status,
        deadline=deadline,
    )


def _step(text: str, block: Block, setting: Setting) -> TimeExpression | None:
    """The time that a line opens or ends with, a colon or the like between it and a few words without a verb."""
    if block.role not in ("paragraph", "list_item") or not _SHORTEST <= block.end - block.start <= _LONGEST:
        return None
    start = without_mark(text, block.start, block.end)
    times = [time for time in time_expressions(text, start, block.end, setting.anchor) if time.period != OPEN]
    if not times or _is_over(times[-1], setting):
        return None
    mark = _PARTED.match(text, times[0].end, block.end)
    if times[0].start == start and mark:
        return times[0] if _is_noun_phrase(text, mark.end(), block.end) else None
    mark = _PARTED_AT_END.search(text, start, times[-1].start)
    at_end = mark and _TIME_ENDS.fullmatch(text, times[-1].end, block.end)
    return times[-1] if mark and at_end and _is_noun_phrase(text, start, mark.start()) else None


def _is_of_paper(text: str, block: Block, when: TimeExpression, own_day: datetime.date | None) -> bool:
    """Whether the time is the day of the paper itself, or of its meeting: "Vergaderdatum: 4 maart 2026"."""
    day = when.period.end
    if day is None or day != when.period.start:
        return False
    return bool(own_day and day <= own_day) or bool(_labels_of_days().search(text, block.start, when.start))


@cache
def _labels_of_days() -> re.Pattern[str]:
    labels = "|".join(row["pattern"] for row in read_rows("date_labels.tsv"))
    return re.compile(rf"(?:{labels})[\s:]*\Z", re.IGNORECASE | re.MULTILINE)


def _is_noun_phrase(text: str, start: int, end: int) -> bool:
    """Whether it has a word and no finite verb; "start" and "besluit" open a step as nouns."""
    bare = _STEP_NOUN.sub("", text[start:end])
    return bool(_WORD.search(text, start, end)) and not has_finite(tokenise(bare, 0, len(bare)))


def _is_over(when: TimeExpression, setting: Setting) -> bool:
    end, year = when.period.end, setting.anchor.year
    return bool(end and year and end.year < year)


def _next_steps(text: str, items: Iterator[Block], setting: Setting) -> Iterator[Commitment]:
    """The items below "De volgende stappen zijn:", each a noun phrase."""
    for item in items:
        start = without_mark(text, item.start, item.end)
        if _STEP_OPENS.match(text, start) and item.end - start <= _LONGEST:
            (whole, *_) = clauses(text, start, item.end)
            deadline = deadline_of(whole, setting.anchor)
            yield _step_of(text, start, item.end, text[start : item.end].strip(" .;"), deadline)


def _achieved(document: Document) -> Iterator[Commitment]:
    """The items of a list that end or go on with a participle and have no finite verb: they tell what was done."""
    text = document.text
    for block in document.blocks:
        if not is_item(text, block) or block.end - block.start > _LONGEST:
            continue
        start = without_mark(text, block.start, block.end)
        words = tokenise(text, start, block.end)
        if has_finite(words) or _DENIED.search(text, start, block.end):
            continue
        done = [word for i, word in enumerate(words) if i and _tells_result(words, i)]
        if done:
            yield _without_actor(text, start, block.end, done[-1].lower, "realised")


def _tells_result(words: Sequence[Word], i: int) -> bool:
    """Whether it is the participle of a verb of which something comes, and stands behind what came of it."""
    word = words[i].lower
    behind = words[i + 1].lower if i + 1 < len(words) else ""
    if (behind and behind not in PREPOSITIONS) or words[i].after_break or is_attributive(words, i):
        return False
    if is_infinitive(word) and behind != "door":
        return False  # "erfgoed behouden" is as well what shall be done
    lemmas = [form.lemma for form in forms_of(word) if form.tense == "participle"]
    return any(verb_classes().get(lemma) in ("deliverable", "action") for lemma in lemmas)
