"""Which of the times in a clause is the one by which something will be done."""

import re
from dataclasses import replace

from ingest.fact_types import Deadline
from ingest.facts.periods import OPEN, Anchor, TimeExpression, time_expressions
from ingest.grammar.clauses import Clause
from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, word_class
from ingest.grammar.verbs import forms_of

_LEADS_IN = word_class("leads in a time")
_STRETCH = re.compile(r"\b(?:tot|t/m)\b", re.IGNORECASE)
"""In a time that begins with "van" as well: "loopt van mei tot juli"."""
_MEETING = re.compile(r"tijdens \S+ \w*(?:vergadering|bijeenkomst|avond|beraad)", re.IGNORECASE)
_PURPOSE = re.compile(r"(?<=\w )(?:om\b(?=.*\bte\b)|met (?:als|het) doel\b|door\b(?=.*\bte\b))", re.DOTALL)
_DENIED = re.compile(r"\bniet(?: meer| langer| al| pas)?(?:, [^,.;]{3,40},)?\s+\Z", re.IGNORECASE)
_REPLACED = re.compile(r"\bin plaats van\s+\Z", re.IGNORECASE)
_LONGEST_ASIDE = 60
_ALSO_PRONOUNS = frozenset({"het", "dit", "dat", "deze", "die", "hun", "haar"})
_NO_TERM = frozenset({"sinds", "naar"})
"""Sums are moved "naar 2027"; what is put off is for that time (`_meant`)."""
_OF_A_NOUN = frozenset({"van", "voor", "over", "tijdens", "rond"})
"""After these a year says of what a plan or budget is, not when something is done ("de begroting voor 2026")."""


def deadline_of(clause: Clause, anchor: Anchor) -> Deadline | None:
    """By when, chosen by grammar: not the time inside a noun phrase, nor that of an event given as the reason."""
    found = time_expressions(clause.text, clause.start, clause.end, anchor)
    meant = [_meant(clause, expression) for expression in found if not _is_denied(clause, expression)]
    kept = [expression for expression in meant if expression.lead not in _NO_TERM and _is_adverbial(clause, expression)]
    dated = [
        expression for expression in kept if expression.period != OPEN and not _is_long_over(clause, expression, anchor)
    ]
    if not dated:
        loose = [expression for expression in kept if expression.bound in ("recurring", "vague")]
        return Deadline(loose[0].text, OPEN) if loose else None
    dated = _before_purpose(clause, dated)
    ends = [expression for expression in dated if expression.bound in ("end", "before")]
    running = [expression for expression in dated if expression.bound != "start"]
    chosen = (ends or running or dated)[0]
    return Deadline(chosen.text, chosen.period)


def _before_purpose(clause: Clause, dated: list[TimeExpression]) -> list[TimeExpression]:
    """Without the times in what the act is for ("start in 2026, met als doel de hal vóór 2028 op te leveren")."""
    purpose = _PURPOSE.search(clause.text, clause.start, clause.end)
    if purpose is None:
        return dated
    return [expression for expression in dated if expression.end <= purpose.start()] or dated


def _is_denied(clause: Clause, expression: TimeExpression) -> bool:
    """Whether another time comes in its place: "niet in april, maar in september", "in mei in plaats van in april"."""
    before = clause.text[max(0, expression.start - _LONGEST_ASIDE) : expression.start]
    # The text, because the words lack the "maar" that opens a piece joined to this clause.
    corrected = re.search(r"\bmaar\b", clause.text[expression.end : clause.end])
    return bool(_REPLACED.search(before) or (corrected and _DENIED.search(before)))


def _meant(clause: Clause, expression: TimeExpression) -> TimeExpression:
    """Put off "tot 2027" and planned "voor het derde kwartaal" are for that time, not before it."""
    before = [word.lower for word in clause.words if word.end <= expression.start][-1:]
    put_off = expression.lead in ("tot", "naar") and clause.verbs and clause.verbs.lemma in word_class("delaying")
    planned = expression.lead == "voor" and bool({"gepland", "voorzien", "ingepland", "geagendeerd"} & set(before))
    if not put_off and not planned:
        return expression
    return replace(expression, period=expression.base, bound="within", lead="")


def _is_long_over(clause: Clause, expression: TimeExpression, anchor: Anchor) -> bool:
    """Whether what is still to be done can't have it for a term: "er komt een besluit, conform dat in 2021".

    A plan is made in the year before its own, and may name a term in that.
    """
    last = expression.period.end
    lies_ahead = clause.verbs is not None and clause.verbs.tense == "present"
    return bool(lies_ahead and last and anchor.year and last.year < anchor.year - 1)


def is_past(deadline: Deadline | None, year: int | None) -> bool:
    """Whether the deadline lies wholly before the year of the document."""
    return bool(deadline and year and deadline.period.end and deadline.period.end.year < year)


def began_before(deadline: Deadline | None, year: int | None) -> bool:
    """Whether it says "vanaf" a time before the year of the document."""
    period = deadline.period if deadline else OPEN
    return bool(year and period.end is None and period.start and period.start.year < year)


def goes_on_since(clause: Clause) -> bool:
    """Whether it tells of what goes on since a time: "Sinds maart vangen wij hier mensen op"."""
    found = time_expressions(clause.text, clause.start, clause.end)
    return any(expression.lead == "sinds" and _is_adverbial(clause, expression) for expression in found)


def _is_adverbial(clause: Clause, expression: TimeExpression) -> bool:
    before = [word.lower for word in clause.words if word.end <= expression.start]
    if before and _belongs_to_noun(clause, expression, len(before) - 1):
        return False
    is_whole = _MEETING.match(expression.text) or _STRETCH.search(expression.text)
    of_a_noun = before and expression.lead in _OF_A_NOUN and not is_whole
    if expression.bare or (of_a_noun and expression.bound not in ("before", "end")):
        return False
    return not _closes_first_phrase(clause, expression, before)


def _belongs_to_noun(clause: Clause, expression: TimeExpression, at: int) -> bool:
    """Whether it stands between a determiner and its noun: "de in 2026 gebouwde brug", not "wij doen het in 2026"."""
    word = clause.words[at].lower
    if expression.bound == "recurring" and word in DETERMINERS:
        return _opens_a_noun(clause, expression)
    if word not in DETERMINERS or (clause.verbs is not None and at == clause.verbs.finite_at):
        return False
    after = [other.lower for other in clause.words if other.start >= expression.end][:1]
    return word not in _ALSO_PRONOUNS or bool(after and after[0].endswith(("de", "te", "en")))


def _opens_a_noun(clause: Clause, expression: TimeExpression) -> bool:
    """Whether a noun follows: "het dagelijks onderhoud", not "wij doen het jaarlijks met de wijk"."""
    after = [word for word in clause.words if word.start >= expression.end][:1]
    gap = clause.text[expression.end : after[0].start] if after else "."
    if gap.strip() or after[0].lower in PREPOSITIONS:
        return False
    return not any(form.tense in ("infinitive", "participle") for form in forms_of(after[0].lower))


def _closes_first_phrase(clause: Clause, expression: TimeExpression, before: list[str]) -> bool:
    """Whether it ends a longer phrase before the finite verb: "in verband met de verkiezingen in 2026 wordt"."""
    verbs = clause.verbs
    if clause.kind == "sub" or verbs is None or all(word in _LEADS_IN for word in before):
        return False
    if expression.lead == "op" and expression.period.start == expression.period.end:
        return False
    finite = clause.words[verbs.finite_at]
    gap = clause.text[expression.end : finite.start]
    return expression.end <= finite.start and not gap.strip()
