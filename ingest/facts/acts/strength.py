"""How strong a commitment is: points, with caps (domain rules, section 2.1).

A point each for a definite promise or concrete deliverable, a competent actor, and a date or an amount;
two make it strong. A soft verb caps it at medium, a hedge at weak; a condition takes it a step down.
"""

from ingest.fact_types import PromiseType, Strength
from ingest.facts.acts.actors import COMPETENT
from ingest.facts.acts.judgement import Judgement

_STEP_DOWN: dict[Strength, Strength] = {"strong": "medium", "medium": "weak", "weak": "weak"}
_DEFINITE = frozenset({"zullen", "gaan"})
_TYPES_OF_VERB: dict[str, PromiseType] = {"toezeggen": "toezegging", "afspreken": "afspraak", "besluiten": "besluit"}


def strength_of(judgement: Judgement, amount: float | None) -> Strength:
    """Strong, medium or weak, by points and caps."""
    if "hedge" in judgement.cues or judgement.status == "undecided" or _is_hedged(judgement):
        return "weak"
    verdict: Strength = "strong" if _points(judgement, amount) >= 2 and not _is_soft(judgement) else "medium"
    return _STEP_DOWN[verdict] if "conditional" in judgement.cues else verdict


def _points(judgement: Judgement, amount: float | None) -> int:
    verbs = judgement.verbs
    definite = verbs is not None and (verbs.verb_class == "deliverable" or bool(_DEFINITE & set(verbs.helpers)))
    competent = judgement.actor is not None and judgement.actor.kind in (*COMPETENT, "partner")
    # What has been made is there, whoever made it.
    done = judgement.status == "realised" and definite
    return sum(
        (definite or "commissive" in judgement.cues, competent or done, judgement.is_dated or amount is not None)
    )


def _is_soft(judgement: Judgement) -> bool:
    verbs = judgement.verbs
    if verbs is None or judgement.status == "ongoing":
        return True
    return verbs.verb_class == "soft" or "willen" in verbs.helpers or "soft" in judgement.cues


def _is_hedged(judgement: Judgement) -> bool:
    verbs = judgement.verbs
    return (
        verbs is not None
        and verbs.verb_class == "hedge"
        and judgement.status == "planned"
        and "zullen" not in verbs.helpers
    )


def promise_type(judgement: Judgement, strength: Strength) -> PromiseType:
    """What kind of promise it is."""
    verbs, actor = judgement.verbs, judgement.actor
    if verbs and verbs.lemma in _TYPES_OF_VERB:
        return _TYPES_OF_VERB[verbs.lemma]
    if judgement.status == "realised":
        return "resultaat"
    if verbs and {"moeten", "dienen"} & set(verbs.helpers):
        return "verplichting"
    if actor and actor.kind == "party":
        return "verkiezingsbelofte"
    if actor and actor.kind == "partner":
        return "voorstel_derde"
    return "verwachting" if "hedge" in judgement.cues and strength == "weak" else "voornemen"
