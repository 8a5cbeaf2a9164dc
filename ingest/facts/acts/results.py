"""What a clause tells as done: a result, or in a plan what it pledges to have done by then."""

import re

from ingest.facts.acts.actors import COMPETENT
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.periods import OPEN
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import PRONOUNS

_GOES_ON = re.compile(r"[^\W_][,)%’”]? \Z|, *\Z")
"""Before a clause within a sentence."""


def judge_result(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    """Something that was done: in a report all of it, elsewhere what can be pointed at."""
    own = given.actor is not None and given.actor.kind in COMPETENT
    # What was not done is no result, and no status of a commitment says so.
    is_denied = given.is_denied and verbs.lemma not in ("besluiten", "afspreken")
    if is_denied or (verbs.lemma == "slagen" and not own):
        return None
    concrete = verbs.verb_class == "deliverable" or "commissive" in given.cues
    says_we = concrete and given.is_dated and any(word.lower in PRONOUNS for word in given.clause.words)
    is_story = not verbs.helpers and verbs.lemma not in ("besluiten", "instemmen") and not says_we
    is_agreed = verbs.lemma in ("afspreken", "voornemen", "besluiten") and own
    is_soft = "soft" in given.cues and not (own and concrete)
    is_background = is_soft or given.clause.words[verbs.finite_at].lower in ("was", "waren")
    if not setting.reports and (is_story or (is_background and not is_agreed)):
        return None
    if is_agreed:
        return given.with_status("realised" if verbs.lemma == "besluiten" else "planned", 0.75)
    finished = verbs.verb_class in ("action", "hedge") and _is_finished(given, verbs)
    if setting.reports and (own or concrete or given.is_dated or finished) and verbs.verb_class != "stative":
        return given.with_status("realised", 0.7 if own else 0.6)
    is_told = given.says_year or "just done" in given.cues
    if not own and not concrete and not (verbs.verb_class == "action" and is_told):
        return None
    return given.with_status("realised", 0.6 if concrete else 0.45)


def _is_finished(given: Judgement, verbs: VerbGroup) -> bool:
    """Whether it was done and is over: "De wegen zijn opgeknapt", not "werden elk jaar bezocht"."""
    return verbs.voice == "passive" and given.clause.words[verbs.finite_at].lower in ("is", "zijn")


def is_pledge(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """A plan that tells what will have been done: "In mei 2027 is het park geopend", or the item "Is het park open"."""
    if (
        verbs.helpers[:1] != ("zijn",)
        or setting.reports
        or given.clause.words[verbs.finite_at].lower not in ("is", "zijn")
    ):
        return False
    year, period = setting.anchor.year, given.deadline.period if given.deadline else OPEN
    # Without a year "in juni" may as well be the June that has been.
    by = period.start or period.end  # "uiterlijk" has no first day, and needs no year of the paper to lie ahead
    ahead = given.says_year and bool(by and period.end and by.year >= (year or (9999 if period.start else 0)))
    is_item = verbs.finite_at == 0 and not _GOES_ON.search(given.clause.text, 0, given.clause.start)
    return setting.plans and (ahead or is_item)
