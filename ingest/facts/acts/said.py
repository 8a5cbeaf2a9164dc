"""What somebody competent, or the paper itself, says in a clause with "dat": "De wethouder meldt dat de nota ..."."""

from collections.abc import Sequence

from ingest.facts.acts.actors import Actor
from ingest.facts.acts.cues import cues_in
from ingest.facts.acts.judgement import Setting
from ingest.grammar.clauses import Clause
from ingest.grammar.tokens import PRONOUNS, word_class

_SPEAKERS = frozenset({"own", "official"})
_OF_MEETINGS = frozenset({"raadsverslag", "besluitenlijst"})
"""In these "ik" and "wij" may be anybody."""


def is_said(at: int, parts: Sequence[Clause], setting: Setting) -> bool:
    """Whether the clause is what the municipality, a member of its college or a paper of it says that will be."""
    if at == 0 or parts[at].opener != "dat":
        return False
    main = parts[at - 1]
    verbs = main.verbs
    if main.kind != "main" or verbs is None:
        return False
    if verbs.lemma == "staan" and "in paper" in cues_in(main.quote):
        return any(word.lower in PRONOUNS for word in parts[at].words[:2])
    speaker = _speaker(main, setting) if verbs.lemma in word_class("saying") else None
    return speaker is not None and speaker.kind in _SPEAKERS


def _speaker(main: Clause, setting: Setting) -> Actor | None:
    """Who says it: the subject, or in the passive who follows "door"."""
    verbs = main.verbs
    if verbs is None:
        return None
    if verbs.voice == "passive":
        return next((actor for actor in setting.cast.mentions(main) if actor.is_agent), None)
    actor = setting.cast.subject(main, verbs.finite_at)
    is_pronoun = actor is not None and main.text[actor.start : actor.end].lower() in PRONOUNS
    return None if is_pronoun and setting.anchor.doc_type in _OF_MEETINGS else actor
