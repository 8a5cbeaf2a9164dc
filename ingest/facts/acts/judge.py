"""Whether a clause commits to something, and how: the rules, from sure to doubtful.

A clause is read as: who (ingest.facts.acts.actors), which verb in which tense (ingest.grammar.groups), and which cues
(ingest.facts.acts.cues). What no rule accepts is not a commitment; that goes for questions, powers ("kan"),
norms ("moet"), views, and for what others do on a day unnamed.
"""

import re
from dataclasses import replace

from ingest.facts.acts.actors import COMPETENT, Actor, Cast
from ingest.facts.acts.clause_signs import (
    commands,
    is_at_work,
    is_refused,
    says_no_act,
    took_place,
    with_condition_after,
    with_its_tense,
)
from ingest.facts.acts.cues import cues_in
from ingest.facts.acts.deadlines import began_before, deadline_of, is_past
from ingest.facts.acts.descriptions import describes
from ingest.facts.acts.judgement import Judgement, Setting
from ingest.facts.acts.results import is_pledge, judge_result
from ingest.grammar.clauses import Clause
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import word_class

_FUTURE = frozenset({"zullen", "gaan"})
_PROGRAMMES = frozenset({"coalitieakkoord", "verkiezingsprogramma"})
_TO_COUNCIL = re.compile(r"\b(?:uw |de |gemeente)?raad\b", re.IGNORECASE)


def judge(
    clause: Clause,
    setting: Setting,
    *,
    he: Actor | None = None,
    same: Actor | None = None,
    is_content: bool = False,
) -> Judgement | None:
    """The commitment that a clause makes, or None.

    `he` is who acts where the subject is "hij" or "zij", `same` where it is left out since it is that of the clause
    before; `is_content` says that a subordinate clause is what
    somebody competent says, so that it counts like a main clause.
    """
    is_below = clause.kind == "sub" and not is_content
    if is_below and clause.opener != "die" and not clause.opener.startswith("waar"):
        return None  # most others can't hold a plan of their own
    cues = cues_in(with_condition_after(clause))
    verbs = with_its_tense(clause, clause.verbs) if clause.verbs else None
    actor = same or _actor(clause, verbs, setting.cast) or he
    given = Judgement(clause, verbs, actor, "planned", cues, deadline_of(clause, setting.anchor), 0.5)
    if "reported" in cues or (given.actor and given.actor.kind == "outsider"):
        return None
    return _judge_subordinate(given) if is_below else _judge_said(given, setting)


def _judge_said(given: Judgement, setting: Setting) -> Judgement | None:
    """What a main clause says, or what somebody competent says in a subordinate one."""
    if "undecided" in given.cues:
        return given.with_status("undecided", 0.7)
    if given.verbs is None:
        return None
    if "opposed" in given.cues and _may_refuse(given, setting):
        return given.with_status("opposed", 0.7)
    if "unchanged" in given.cues and _may_refuse(given, setting):
        return given.with_status("planned", 0.6)
    judged = _judge_main(given, given.verbs, setting)
    if judged is not None and judged.status == "realised" and setting.states_results and not given.is_dated:
        return given.with_status("planned", 0.6)
    lies_ahead = judged is not None and judged.status == "planned" and not _FUTURE & set(given.verbs.helpers)
    can_go_on = given.deadline is None and setting.anchor.doc_type not in _PROGRAMMES and not setting.is_meeting
    return given.with_status("ongoing", 0.5) if lies_ahead and can_go_on and is_at_work(given.verbs) else judged


def _may_refuse(given: Judgement, setting: Setting) -> bool:
    """Whether it is the municipality or party that says no; in an agreement or programme whoever isn't named is."""
    if given.actor is None:
        return setting.anchor.doc_type in _PROGRAMMES
    return given.actor.kind in COMPETENT


def _actor(clause: Clause, verbs: VerbGroup | None, cast: Cast) -> Actor | None:
    if verbs is None:
        return None
    mentions = cast.mentions(clause)
    # "Na goedkeuring door de raad wordt ..." doesn't say who does it.
    after = clause.words[verbs.finite_at].start
    agent = next((actor for actor in mentions if actor.is_agent and actor.start > after), None)
    if verbs.voice == "passive" and verbs.lemma not in word_class("intransitive"):
        return agent or next((actor for actor in mentions if actor.kind == "outsider"), None) or cast.stranger(clause)
    return cast.subject(clause, verbs.finite_at)


def _judge_subordinate(given: Judgement) -> Judgement | None:
    """A plan tucked into a relative clause: "op basis waarvan we ons beleid gaan actualiseren"."""
    clause, verbs = given.clause, given.verbs
    if verbs is None:
        return None
    if verbs.helpers[:1] == ("worden",) and verbs.tense == "present" and verbs.lemma in word_class("submitting"):
        return given.with_status("planned", 0.5) if _TO_COUNCIL.search(clause.quote) else None
    competent = given.actor is not None and given.actor.kind in COMPETENT
    moves = bool(_FUTURE & set(verbs.helpers)) or (verbs.lemma == "gaan" and given.is_dated)
    if competent and moves and verbs.tense == "present" and verbs.verb_class != "stative":
        return given.with_status("planned", 0.55)
    return None


def _judge_main(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    if set(verbs.helpers) & word_class("modal"):
        return _judge_modal(given, verbs)
    if verbs.lemma == "toezeggen":
        return given.with_status("planned", 0.9 if verbs.voice == "active" else 0.5)
    if "idle" in given.cues or _is_another_s(given) or describes(given, verbs, setting):
        return None
    if verbs.lemma in word_class("delaying"):
        return _put_off(given)
    return _judge_nominal(given, verbs) or _judge_by_voice(given, verbs, setting)


def _is_another_s(given: Judgement) -> bool:
    """Whether the subject is the State's or Europe's: "De landelijke regeling wordt verlengd"."""
    return "another's" in given.cues and not (given.actor and given.actor.kind in COMPETENT)


def _put_off(given: Judgement) -> Judgement | None:
    """What is put off to a new time is planned; without one, it is open when and whether it will be done."""
    if "soft" in given.cues:
        return None  # "De nadruk verschuift"
    if given.actor and given.actor.kind == "partner" and not given.is_dated:
        return None
    return given.with_status("planned" if given.is_dated else "undecided", 0.5)


def _judge_by_voice(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    if verbs.voice == "passive":
        return _judge_passive(given, verbs, setting)
    if given.actor and given.actor.kind in COMPETENT:
        return _judge_own(given, verbs, setting)
    return _judge_other(given, verbs, setting)


def _judge_modal(given: Judgement, verbs: VerbGroup) -> Judgement | None:
    """Powers and norms are no commitments; a hope, a wish and a dated duty are weak ones."""
    helpers = set(verbs.helpers)
    if "nominal" in given.cues and verbs.lemma in ("verwachten", "tegemoetzien"):
        return replace(given, actor=None).with_status("planned", 0.6)  # the council that receives it does nothing
    hedged, dated, own = "hedge" in given.cues, given.is_dated, given.actor is not None and given.actor.kind == "own"
    may = hedged and ("zouden" in helpers or ("kunnen" in helpers and dated and (own or "worden" in helpers)))
    is_event = verbs.voice == "passive" or "ready" in given.cues or verbs.lemma in word_class("intransitive")
    must = helpers & {"moeten", "dienen"} and dated and verbs.tense == "present" and is_event
    promises = verbs.lemma == "toezeggen" and helpers == {"kunnen"} and not given.is_denied
    return given.with_status("planned", 0.5) if may or must or promises else None


def _judge_nominal(given: Judgement, verbs: VerbGroup) -> Judgement | None:
    if verbs.lemma in word_class("scheduling") and verbs.helpers[:1] == ("zijn",) and given.is_dated:
        return given.with_status("planned", 0.65)
    if not {"nominal", "ready"} & given.cues or verbs.tense == "past" or commands(given.clause, verbs):
        return None
    if ("nominal" not in given.cues and not given.is_dated) or given.is_denied:
        return None
    if verbs.lemma in ("ontvangen", "krijgen"):
        if "standing" in given.cues and not given.is_dated:
            return None
        given = replace(given, actor=None)  # the council that receives it does nothing
    empty = verbs.verb_class == "stative" and verbs.lemma not in word_class("carrying")
    if empty or (given.actor and given.actor.kind == "partner"):
        return None
    return given.with_status("planned", 0.65 if given.is_dated else 0.55)


def _judge_passive(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    if given.actor and given.actor.kind == "partner" and not given.is_dated:
        return None
    kind = verbs.verb_class
    if not given.is_dated and verbs.lemma == "verwachten":
        return None
    if kind == "stative" or (not given.is_dated and (kind is None or "consequence" in given.cues)):
        return None
    if verbs.tense == "past":
        pledged = is_pledge(given, verbs, setting)
        return given.with_status("planned", 0.6) if pledged else judge_result(given, verbs, setting)
    if kind == "standing" or (not given.is_dated and _goes_on(given, verbs, setting)):
        return None if given.is_denied else given.with_status("ongoing", 0.4)
    sure = {"deliverable": 0.7, "action": 0.55, "soft": 0.6, "hedge": 0.6}.get(kind or "", 0.5)
    return given.with_status("planned", sure + (0.15 if given.is_dated else 0))


def _goes_on(given: Judgement, verbs: VerbGroup, setting: Setting) -> bool:
    """Whether an undated present is a practice: "jaarlijks ...", and in a report whatever isn't made."""
    if "zullen" in verbs.helpers:
        return False
    return "standing" in given.cues or (setting.reports and verbs.verb_class != "deliverable")


def _judge_own(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    """The municipality, a party or an official does it."""
    if "busy" in given.cues and verbs.tense == "present":
        return given.with_status("ongoing", 0.5)
    if is_refused(given.clause, verbs) and verbs.verb_class != "stative":
        return given.with_status("opposed", 0.6)
    if says_no_act(given.clause, verbs):
        return None
    if "willen" in verbs.helpers:
        return (
            given.with_status("planned", 0.75)
            if verbs.lemma not in word_class("no wish") and verbs.tense == "present"
            else None
        )
    return _judge_act(given, verbs, setting)


def _judge_act(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    """What it does itself: done, in future or now."""
    if verbs.tense == "past":
        return judge_result(given, verbs, setting)
    if set(verbs.helpers) & _FUTURE:
        return given.with_status("planned", 0.85)
    return _judge_present(given, verbs, setting)


def _judge_present(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    if verbs.lemma in word_class("contact") and not given.is_dated:
        return None
    stands = verbs.verb_class == "standing" or "standing" in given.cues
    ahead = given.is_dated and not is_past(given.deadline, setting.anchor.year)
    goes_on = verbs.lemma.startswith("blijven") or began_before(given.deadline, setting.anchor.year)
    if goes_on or ((stands or setting.reports) and not ahead):
        return given.with_status("ongoing", 0.5)
    if "consequence" in given.cues and not given.is_dated:
        return None if given.is_denied else given.with_status("planned", 0.45)
    return given.with_status(
        "planned", 0.75 if verbs.verb_class in ("deliverable", "hedge") or given.is_dated else 0.65
    )


def _judge_other(given: Judgement, verbs: VerbGroup, setting: Setting) -> Judgement | None:
    """Somebody else, or something, does it: only on a day that is named, what begins also "binnenkort"."""
    event = verbs.lemma in word_class("event")
    soon = event and given.deadline is not None and verbs.tense == "present" and "standing" not in given.cues
    if setting.reports and not given.actor and took_place(given.clause, verbs, given.cues):
        return given.with_status("realised", 0.5)
    if not (given.is_dated or (event and setting.lies_ahead) or soon) or not (
        event or verbs.verb_class in ("deliverable", "action")
    ):
        return None
    if verbs.tense == "past":
        return given.with_status("realised", 0.4) if setting.reports and verbs.verb_class == "deliverable" else None
    if is_past(given.deadline, setting.anchor.year - 1 if setting.anchor.year else None) and not setting.reports:
        return None
    if verbs.lemma == "lopen" and not _FUTURE & set(verbs.helpers):
        return given.with_status("ongoing", 0.5)
    return given.with_status("planned", 0.65 if event else 0.45) if event or verbs.verb_class == "deliverable" else None
