"""Who acts along with the actor, and who is meant where an intention names nobody."""

import re
from functools import cache

from ingest.facts.acts.actors import COMPETENT, Cast
from ingest.facts.acts.judgement import Judgement
from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, PRONOUNS, Word
from ingest.lexicon import read_rows
from ingest.numerals import numbers

_BOARD = re.compile(r"(?:bestuur|directie|vertegenwoordigers) van (?:de |het )?", re.IGNORECASE)
_BEFORE_A_NOUN = DETERMINERS | {"enkele", "uw", "meer"}
_NOBODY = PRONOUNS | PREPOSITIONS - {"van"} | {"hen", "hem", "elkaar", "u", "te", "hun", "ons", "een"}


def called(judgement: Judgement, cast: Cast) -> str | None:
    """The actor by name, and with whom it acts ("gemeente Waterdrecht met de politie"); None where nobody is meant.

    What only gets attention, or is left open, is the municipality's own in its own paper.
    """
    actor = judgement.actor
    if actor is None:
        return cast.we if _is_own_intention(judgement) else None
    name = cast.called(actor)
    others = _companions(judgement) if actor.kind in COMPETENT and not actor.is_agent else ""
    return f"{name} met {others}" if others else name


def _is_own_intention(judgement: Judgement) -> bool:
    if judgement.status == "undecided":
        return "undecided" in judgement.cues  # what is put off may be the State's
    return judgement.status == "planned" and {"nominal", "soft"} <= judgement.cues


@cache
def _together() -> re.Pattern[str]:
    """Without "samen" only at the beginning, before a word for partners: "Met de politie", not "in gesprek met"."""
    partners = "|".join(row["pattern"] for row in read_rows("third_parties.tsv") if row["kind"] == "partner")
    return re.compile(
        r"(?:samen|tezamen|gezamenlijk|in (?:nauwe |goede )?samenwerking)\s+met\s+"
        rf"|(?P<opens>met)\s+(?=(?:onze\s+|alle\s+)?(?:{partners})\b)",
        re.IGNORECASE,
    )


def _companions(judgement: Judgement) -> str:
    clause, verbs = judgement.clause, judgement.verbs
    together = _together().search(clause.text, clause.start, clause.end)
    if together is None or verbs is None or (together["opens"] and together.start() > clause.start):
        return ""
    words = [word for word in clause.words if word.start >= together.end()]
    kept = _phrase(clause.text, words, {clause.words[verbs.finite_at].start, clause.words[verbs.main_at].start})
    if not kept:
        return ""
    text = " ".join(clause.text[kept[0].start : kept[-1].end].split())
    return _BOARD.sub("", text)


def _phrase(text: str, words: list[Word], verbs: set[int]) -> list[Word]:
    """The words of the companions: nouns with their adjectives, or names, joined by "en"."""
    kept: list[Word] = []
    wants_noun = True
    for i, word in enumerate(words):
        if word.start in verbs or word.lower in _NOBODY or (word.after_break and kept):
            break
        joins = word.lower in ("en", "van") and bool(kept) and kept[-1].lower not in DETERMINERS
        is_capital = text[word.start].isupper()
        is_name = is_capital and bool(kept) and text[kept[-1].start].isupper()
        if not (wants_noun or joins or is_name):
            break
        kept.append(word)
        opens = word.lower in _BEFORE_A_NOUN or word.lower in numbers()
        is_adjective = opens or _is_adjective(word, words[i + 1 : i + 2], verbs)
        wants_noun = joins or is_adjective
    while kept and (wants_noun or kept[-1].lower in DETERMINERS or kept[-1].lower in ("en", "van")):
        kept, wants_noun = kept[:-1], False
    return kept[1:] if kept and kept[0].lower in DETERMINERS else kept


def _is_adjective(word: Word, following: list[Word], verbs: set[int]) -> bool:
    """Whether a noun comes behind it: "lokale partners", not "politie stellen"."""
    if not word.lower.endswith("e") or not following:
        return False
    after = following[0]
    ends = after.start in verbs or after.after_break or after.lower in _NOBODY | DETERMINERS
    return not ends and after.lower not in ("en", "van")
