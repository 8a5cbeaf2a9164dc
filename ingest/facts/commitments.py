"""Who will do what, by when, for how much: commitments, one for each act that a sentence holds."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ingest.dutch import Span, sentence_spans
from ingest.fact_types import Amount, Commitment, Official
from ingest.facts.acts.actors import Cast, subject_left_out
from ingest.facts.acts.amounts import Money
from ingest.facts.acts.announced import PLANNING, announced
from ingest.facts.acts.clause_signs import hangs_on_condition, is_consequence
from ingest.facts.acts.companions import called
from ingest.facts.acts.deadlines import deadline_of
from ingest.facts.acts.decisions import decided
from ingest.facts.acts.descriptions import goes_on_describing
from ingest.facts.acts.judge import judge
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.acts.layers import copied, results_to_be, told_as_done
from ingest.facts.acts.minutes import is_report_of_meeting, promised, who_speaks
from ingest.facts.acts.objects import SAYS_WHAT, action_of, content_of, object_of
from ingest.facts.acts.promises import is_transcript, promises
from ingest.facts.acts.said import is_said
from ingest.facts.acts.strength import promise_type, strength_of
from ingest.facts.periods import OPEN, Anchor
from ingest.facts.registers import registered
from ingest.grammar.clauses import Clause, clauses
from ingest.model import Block, Document, Section

_LEANS = re.compile(
    r"(?:deze|dit|dat|die|hij|zij|ze|hier(?:voor|door|mee|bij|onder|toe|op|in|van)"
    r"|daar(?:voor|door|mee|bij|toe|op|in|van)?)\b"
)
"""What opens a sentence that can't be read without the one before it."""
_GOAL = re.compile(r"(?:\d[\d.]*\s*)?(?:(?:sub)?doel(?:stelling|en)?|ambitie|effect|resultaat)\b", re.IGNORECASE)
"""A heading that opens so states a goal, which is no commitment."""
_PRINCIPLES = re.compile(
    r"[\d.\s]*(?:algemene )?(?:waarderings)?grondslagen\b|[\d.\s]*controleverklaring\b|\w*criterium\Z", re.IGNORECASE
)
"""A heading that opens so stands above how the books are kept."""
_GUIDE = re.compile(r"[\d.\s]*leeswijzer\b", re.IGNORECASE)
"""A heading that opens so stands above how the paper is to be read."""
_NUMBERED_GOAL = re.compile(r"(?:[Ss]ub)?[Dd]oel(?:stelling)? \d+(?:\.\d+)*[.:]? [A-Z][^.\n]*\.?(?=\n|\Z)")
"""Such a goal on a line of its own, where it isn't marked as a heading."""
_ENOUGH_OF_A_GOAL = 50
"""A sentence that begins like a goal in a heading repeats it."""
_NEGATION = re.compile(r"\b(?:niet(?! alleen)|geen|nooit|niets)\b(?!.*\bmaar\b)")
"""Not "niet in april maar in september", which denies a part only."""
_ASKS = re.compile(
    r"(?:wat|hoe|waarom|wanneer|wie|welke \w+) (?:\w+ ){0,2}(?:gaan|willen|doen|hebben|is|zijn|heeft|wil|gaat)\b"
)
"""A heading such as "Wat hebben we bereikt", which has no question mark."""
_LAW = re.compile(
    r"\[?\d{1,2}[\])]?\s+art(?:ikel|\.)\s+\d+\w*|art(?:ikel|\.)\s+\d+[\w.:]*[^.\n]{0,60}(?:wet|besluit|verordening)[^.\n]{0,30}:",
    re.IGNORECASE,
)
_LEANS_ON_TOPIC = re.compile(
    r"(?i:ook|daarnaast|daarom|daarbij|hierbij|verder|tevens|zo|deze|dit|dat|hier\w*|daar\w*|er)\b|[a-z]"
)
"""What opens a sentence that goes on about what the one before it was about; a small letter is half a sentence."""
_OUTSIDERS = re.compile(r"\b(?:provincie|waterschap|hoogheemraadschap|rijkswaterstaat)\b", re.IGNORECASE)
_FIGURES = re.compile(r"(?<![€\d.,])(?<!€ )\b\d{1,3}(?:\.\d{3})+\b")
_MOST_FIGURES = 3
_KEEPS = re.compile(
    r"\s*(?:(?:met|via|in|door) (?:deze|dit|bijgaande?) [\w-]+|hiermee|hierbij|bijgaand) "
    r"(?:(?:doen|doe|doet) (?:wij|we|ik|het college|de burgemeester|de wethouder) (?:dat|dit|dit gestand)\b"
    r"|(?:voldoen|voldoet|voldoe|kom|komt|komen|geven|geeft|geef|los|lossen|wordt|is)\b[^.]*"
    r"\b(?:toezegging|belofte|hieraan|daaraan|dat na|uitvoering)\b)",
    re.IGNORECASE,
)
"""What follows a promise that the paper itself keeps: "Met deze brief doen wij dat"."""
_NUMBER = re.compile(r"(?:\d{1,2}[.)]|[a-z]\))\s+(?=\w)")
_NOTE_MARK = re.compile(r"(?<=[a-zà-ÿ][.!?”’)])\s?\d{1,2}\Z")
"""The number of a footnote behind the full stop."""
_MOST_WORDS_ABOVE_A_LIST = 4
"""Of "Wij stellen voor:" and the like, which say nothing without the list below."""
_ANNOUNCES = re.compile(
    r"\b(?:besluit(?:en)?(?: [\w-]+){0,5}|stelt? (?:[\w-]+ )*voor|(?:het|de) volgende\b[^.:]*"
    r"|onderzocht|toegezegd|(?:zegt|zegde|zeggen) [^.:]*toe|(?:om|voor|aan|dat|met))"
    r"\s?:\Z",
    re.IGNORECASE,
)
"""What only leads in the list below: "De raad besluit in meerderheid:"."""
_LOOSE = re.compile(r"(?:[\d.]+\s)?\w+ (?:en )?\w+")
"""Two words without a full stop are no sentence, nor joined by "en": "We helpen", "Wonen en bouwen"."""
_FAILED = re.compile(
    r"\s*(?:(?:dit|dat|deze \w+|dit \w+) is|helaas is (?:dit|dat)) (?:\w+ ){0,3}"
    r"niet (?:\w+ )?(?:gelukt|gehaald|gerealiseerd|doorgegaan|gebeurd|uitgevoerd|behaald)\b",
    re.IGNORECASE,
)
"""Behind a sentence that says what was promised before."""
_LONGEST = 600
"""Longer sentences are tables or lists that were read as one; what they say can't be cited as one act."""


def commitments(
    document: Document, amounts: Sequence[Amount] = (), officials: Sequence[Official] = ()
) -> list[Commitment]:
    """The commitments in a document; `amounts` and `officials` are those found in it."""
    anchor = Anchor(document.identity.reporting_year.value, document.identity.doc_type.value)
    money = Money(document.text, amounts)
    found = money.added([*registered(document, anchor), *decided(document)])
    setting = Setting(Cast.of(document, officials), anchor, is_meeting=is_report_of_meeting(document))
    if is_transcript(document):
        return found + money.added(promises(document, setting, officials))
    quoted = list(copied(document))
    ahead = [(s.start, s.end) for s in document.sections if PLANNING.match(s.path[-1])]
    results, done = list(results_to_be(document, setting)), list(told_as_done(document, setting))
    # The headings of a plan tell as done what it wants to have done, too.
    headings = {block.start for block in document.blocks if setting.plans and block.role == "heading"}
    for sentences in filter(None, _runs(document)):
        at = sentences[0][0]
        wanted = at in headings or _within(at, results)
        here = replace(setting, lies_ahead=_within(at, ahead), states_results=wanted, tells_done=_within(at, done))
        found += _of_run(document, sentences, here, money, quoted)
    by_start = {one.start: one for one in reversed(found)}  # a label or a head says more than the sentence alone
    found = list(reversed(by_start.values()))
    taken = by_start.keys()
    return found + money.added(one for one in announced(document, setting) if one.start not in taken)


def _within(at: int, spans: Iterable[Span]) -> bool:
    return any(start <= at < end for start, end in spans)


def _of_run(
    document: Document, sentences: list[Span], setting: Setting, money: Money, quoted: list[Span]
) -> Iterator[Commitment]:
    """The commitments in the sentences of a block; what a report copies from its plan is no news of it."""
    before: int | None = None
    earlier: list[list[Clause]] = []
    for i, (start, end) in enumerate(sentences):
        after = document.text[end : sentences[i + 1][1]] if i + 1 < len(sentences) else ""
        is_kept = not setting.is_meeting and bool(_KEEPS.match(after))
        parts = clauses(document.text, start, end) if _is_readable(document.text[start:end]) else []
        is_copied = any(a <= start < b for a, b in quoted) or bool(_FAILED.match(document.text, end))
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


def _runs(document: Document) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each block that says something, block by block."""
    goals = " ".join(s.path[-1] for s in document.sections if _GOAL.match(s.path[-1]))
    skipped = [(s.start, s.end) for s in document.sections if _says_nothing(s)]
    listed = [(s.start, s.end) for s in document.sections if s.layer == "contents"]
    blocks = document.blocks or (Block(0, len(document.text), "paragraph"),)
    for block in blocks:
        if block.role in ("table_row", "caption") or any(a <= block.start < b for a, b in skipped):
            continue
        if any(a <= block.start < b for a, b in listed) and document.text[block.end - 1] not in ".!":
            continue  # below a heading "Inhoud" may as well stand the text itself
        if block.role == "heading" and _GOAL.match(document.text, block.start, block.end):
            continue
        if _NUMBERED_GOAL.match(document.text, block.start, block.end):
            continue
        spans = [] if _quotes_law(document.text, block) else sentence_spans(document.text, block.start, block.end)
        yield [span for span in spans if document.text[span[0] : span[1]][:_ENOUGH_OF_A_GOAL] not in goals or not goals]


def _says_nothing(section: Section) -> bool:
    is_guide = any(_GUIDE.match(heading) for heading in section.path)
    return section.layer == "boilerplate" or is_guide or bool(_PRINCIPLES.match(section.path[-1]))


def _quotes_law(text: str, block: Block) -> bool:
    """Whether it is a footnote, or a section of law quoted behind a number or a colon."""
    return block.role == "footnote" or bool(_LAW.match(text, block.start, block.end))


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
            action=action_of(judgement),
            object=content_of(judgement, parts) or object_of(judgement),
            strength=strength,
            status=judgement.status,
            deadline=judgement.deadline,
            amount_eur=amount,
            promise_type="toezegging" if setting.is_meeting and (said or _is_answer(judgement)) else kind,
            conditional="conditional" in judgement.cues or hangs_on_condition(judgement.clause, parts),
            negated=bool(_NEGATION.search(judgement.clause.quote.lower())),
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


def _is_readable(sentence: str) -> bool:
    """Whether it is a statement: no question, no announcement of a list, and no row of figures read as a sentence."""
    bare = sentence.rstrip("”’\"' )")
    is_question = bare.endswith("?") or (not bare.endswith(".") and bool(_ASKS.match(sentence.lower())))
    if sentence.endswith(":") and (len(sentence.split()) <= _MOST_WORDS_ABOVE_A_LIST or _ANNOUNCES.search(sentence)):
        return False
    if _LOOSE.fullmatch(sentence):
        return False
    return len(sentence) <= _LONGEST and not is_question and len(_FIGURES.findall(sentence)) < _MOST_FIGURES


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
