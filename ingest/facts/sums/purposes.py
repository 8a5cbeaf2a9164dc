"""What a sum in running text is for, in the words of its sentence: "€ 45.000 voor de inrichting van een speeltuin".

A sum has its purpose before a colon or a bracket ("De molen (€ 95.000)"), behind it ("voor ..."), right before it ("een
waardering van € 100"), where the sentence opens ("Voor de brug is € 2 miljoen nodig"), or in the subject or object
beside the verb ("De subsidie bedraagt € 500"). "Hiervoor" and "dat kost" look back at the sentence before. Where none
of these gives more than words of money or time, nothing is said: a wrong purpose is worse than none.
"""

import re
from collections.abc import Callable, Sequence

from ingest.facts.money import Money
from ingest.facts.sums.phrases import (
    IS_TIME,
    NUMBERED,
    TIME_PHRASE,
    carries_tense,
    clean,
    opens_with_preposition,
    tail_at,
    until_end,
    verb_in,
    words_of,
)
from ingest.facts.tables.labels import opens_with_code
from ingest.grammar.groups import VerbGroup, verb_group
from ingest.grammar.tokens import AUXILIARIES, DETERMINERS, Word, tokenise

Span = tuple[int, int]

_FOR = re.compile(
    r"[ \u00a0](?:voor|ten behoeve van|om|ten gunste van"
    r"|ter(?= (?!dekking|hoogte|grootte|waarde|compensatie|beschikking)\w+ing\b))[ \u00a0]",
    re.IGNORECASE,
)
_TO = re.compile(r"[ \u00a0]?(?:naar|aan|in|op|bij|van)[ \u00a0](?!te[ \u00a0])", re.IGNORECASE)
_OF_WHAT = re.compile(r"[ \u00a0]aan[ \u00a0](?=[a-zà-ÿ]{4,}[ \u00a0][a-zà-ÿ])")
"""Behind a sum: what it consists of, "€ 5 aan gederfde huur voor de zaal"."""
_OPENS = re.compile(r"(?:voor|aan|op|bij|naar|ten behoeve van)[ \u00a0](?!\d)", re.IGNORECASE)
_ON_GROUNDS = re.compile(r"(?:basis|grond|termijn|advies|verzoek|voorstel)\b|de hand van", re.IGNORECASE)
_SHORT = re.compile(
    r"\b(?:tekort|nadeel|voordeel|overschot|besparing|lasten|baten|kosten|extra|geven|besteden|bezuinigen)\b"
)
_BEFORE_LABEL = re.compile(r"\A(?P<label>[^:]{3,140}?)(?::| [–-])[ \u00a0]?\Z")
_OPENS_LABEL = re.compile(r"[ \u00a0]*(?:[•▪◦*–-]|\d|[A-Z]).*(?<! en)(?<! of)(?<!,)[ \u00a0]*\Z")
"""A line of a list; one that begins small goes on with the sentence of the line above."""
_AND_FOR = re.compile(r"(?:\ben|[,;])[ \u00a0\n](?=(?:voor|aan|naar)[ \u00a0\n])")
"""Between two sums: from here on it is about the second, "en voor de sluis € 7"."""
_LOOKS_BACK = re.compile(
    r"(?:hiervoor|daarvoor|hieraan|daaraan|dat|dit(?! is de reden)|hiermee|daarmee|de kosten (?:hier|daar)van)\b",
    re.IGNORECASE,
)
_TO_THIS_SUM = re.compile(
    r"\b(?:naar|tot|tot en met)[ \u00a0](?:(?:naar schatting|circa|ruim|bijna|ongeveer)[ \u00a0])?\Z"
)
_TOGETHER = re.compile(r"\A[^.;:]*\b(?:oplopend|tot|en|of|à)[^.;:]{0,25}\Z")
_HOLDS_SUM = re.compile(r"\d[\d.,]* ?(?:miljoen|euro)|€")
_DECIDED = re.compile(r"\bte [a-zà-ÿ]+n\b")
"""In words before a sum: what is decided, "goedkeuring te geven", and not what is paid."""
_FARTHEST = 8
"""Words before a sum among which its article is looked for."""
_SHORT_NAME = re.compile(r"[ \u00a0]\([A-Za-z&-]{2,12}\)[ \u00a0]*\Z")
_AT = re.compile(r"\A\s*(?:en )?(?:bij|voor|aan)[ \u00a0]", re.IGNORECASE)
_LEAD = re.compile(r"(?P<label>[A-Z][^:.;,]{3,80}): (?=[a-zà-ÿA-Z])")
"""What opens a line of a list: "Beschoeiing haven: in 2029 is € 5 nodig"."""
_LONGEST_HEADING = 140
_MOST_SUMS, _LONGEST_SENTENCE = 12, 900
"""A longer sentence, or one of more sums, is a table that was read as running text."""


def purpose(text: str, sentence: Span, sums: Sequence[Money], at: int, before: Span | None) -> str | None:
    """What the sum number `at` of a sentence is for; None where the sentence doesn't say.

    Args:
        sums: all sums of the sentence, in order.
        before: the sentence before, which "hiervoor" means.
    """
    if len(sums) > _MOST_SUMS or sentence[1] - sentence[0] > _LONGEST_SENTENCE:
        return None
    ahead = text[sums[at - 1].end if at else sentence[0] : sums[at].start]
    behind = text[sums[at].end : sums[at + 1].start if at + 1 < len(sums) else sentence[1]]
    if at + 1 < len(sums):
        behind = _AND_FOR.split(behind)[0]
    own = _AND_FOR.split(ahead)[-1] if at else ahead
    opening = NUMBERED.sub("", text[sentence[0] : sums[0].start])
    shares = not at or ";" in ahead or not _names(ahead)
    looks_back = before and _LOOKS_BACK.match(opening)
    ways: tuple[Callable[[], str | None], ...] = (
        lambda: _label(ahead, listed=at > 0 or opens_with_code(opening)),
        lambda: _set_apart(ahead, behind),
        lambda: purpose(text, sentence, sums, at - 1, before) if at and _TO_THIS_SUM.search(ahead) else None,
        lambda: _behind(behind),
        lambda: _right_before(ahead),
        lambda: _shared(text, sentence, sums, at),
        lambda: _told(text[slice(*before)]) if looks_back and before else None,
        lambda: _opened(own),
        lambda: _opened(opening) if shares else None,
        lambda: _in_bracket(text, sentence, sums[at], before),
        lambda: _led(opening),
        lambda: None if looks_back else _beside(ahead if ";" in ahead else opening) if shares else None,
    )
    return next((found for way in ways if (found := way())), None)


def _label(ahead: str, *, listed: bool) -> str | None:
    """A line "Onderhoud gebouwen: € 130.000", below or behind other sums also without the colon."""
    line = ahead.rpartition("\n")[2]
    found = _BEFORE_LABEL.match(line)
    label = found["label"] if found else line if _OPENS_LABEL.match(line) and (listed or line != ahead) else ""
    is_named = opens_with_code(label.strip()) or not (
        verb_in(label) or _DECIDED.search(label) or opens_with_preposition(label)
    )
    return clean(label) if label and is_named else None


def _set_apart(ahead: str, behind: str) -> str | None:
    """What stands before the bracket that holds the sum, or right before a sum between commas."""
    opened = ahead.rfind("(")
    if opened > ahead.rfind(")"):
        return _last_phrase(ahead[:opened])
    if ahead.rstrip().endswith(",") and behind.lstrip().startswith(","):
        return _last_phrase(ahead.rstrip()[:-1])
    return None


def _in_bracket(text: str, sentence: Span, money: Money, before: Span | None) -> str | None:
    """What stands before the bracket that holds this sum and others, which may be the heading above it."""
    ahead = text[sentence[0] : money.start]
    opened = ahead.rfind("(")
    if opened <= ahead.rfind(")"):
        return None
    if ahead[:opened].strip():
        return _last_phrase(ahead[:opened])
    heading = text[slice(*before)].strip() if before else ""
    is_heading = 0 < len(heading) <= _LONGEST_HEADING and heading[-1].isalnum() and not _HOLDS_SUM.search(heading)
    return clean(heading) if is_heading else None


def _led(opening: str) -> str | None:
    """The label that opens a line and is told about behind its colon."""
    found = _LEAD.match(opening)
    words = tokenise(found["label"], 0, len(found["label"])) if found else []
    verb = verb_in(found["label"]) if found else None
    is_name = found and words[0].lower not in DETERMINERS and (verb is None or verb.end == words[-1].end)
    return clean(found["label"]) if found and is_name else None


def _last_phrase(words: str) -> str | None:
    """The noun phrase that the words end in, behind a bracket, a stop or a verb."""
    short = _SHORT_NAME.search(words)
    last = re.split(r"\)[ ,]*(?:en )?|[;:,]", words[: short.start()] if short else words)[-1]
    last = _AT.sub("", last)
    verb = verb_in(last)
    if verb and verb.start and last[verb.start].isupper():
        verb = None
    ends = (found.end() for found in _FOR.finditer(last, verb.end)) if verb else iter(())
    named = next((end for end in ends if not IS_TIME.match(last, end)), None)
    if named:
        return clean(last[named:])
    return clean(f"{last[verb.end :] if verb else last}{short.group() if short else ''}")


def _behind(behind: str) -> str | None:
    """What follows the sum: "voor de speeltuin", else "naar het zwembad" or the thing itself, "schade aan bomen"."""
    consists = _OF_WHAT.match(behind)
    if consists and (found := clean(until_end(behind[consists.end() :]))):
        return found
    closes = behind.find(")")
    if closes >= 0 and "(" not in behind[:closes]:
        behind = behind[:closes]
    said = words_of("said").match(behind)
    rest = behind[said.end() if said else 0 :]
    for place in _FOR.finditer(behind):
        if verb_in(behind[: place.start()]) is None and not IS_TIME.match(behind, place.end()):
            return clean(until_end(behind[place.end() :], infinitive=place.group().strip() == "om"))
    to = _TO.match(rest)
    if to and not IS_TIME.match(rest, to.end()):
        return clean(until_end(rest[to.end() :]))
    noun = re.match(r"[ \u00a0](?=[a-zà-ÿ]{4,} (?:aan|voor|van|bij)\b)", rest)
    return clean(until_end(rest[noun.end() :])) if noun else None


def _right_before(ahead: str) -> str | None:
    """The noun phrase in "een waardering van € 100"."""
    of = re.search(r"[ \u00a0]van[ \u00a0]", ahead[tail_at(ahead) :] if " van" in ahead[tail_at(ahead) :] else "")
    words = tokenise(ahead, 0, tail_at(ahead))[-_FARTHEST:]
    if not of or not words:
        return None
    first = next((i for i in range(len(words) - 1, -1, -1) if words[i].lower in DETERMINERS), None)
    if first and words[first - 1].lower == "door":
        first += len(("de", "raad"))
    if (
        first is None
        or first >= len(words)
        or verb_in(ahead[words[first].start : tail_at(ahead)])
        or any(w.after_break for w in words[first + 1 :])
    ):
        return None
    return clean(ahead[words[first].start : tail_at(ahead)])


def _shared(text: str, sentence: Span, sums: Sequence[Money], at: int) -> str | None:
    """The purpose behind the last of sums that belong together: "€ 1 in 2026, oplopend tot € 2 in 2029, voor groen"."""
    if at + 1 >= len(sums):
        return None
    between = text[sums[at].end : sums[at + 1].start]
    if not _TOGETHER.match(between) or _names(between):
        return None
    return _behind(text[sums[at + 1].end : sums[at + 2].start if at + 2 < len(sums) else sentence[1]])


def _names(between: str) -> bool:
    """Whether the words between two sums name something, so that the second isn't of what the first is of."""
    said = words_of("said").match(between)
    left = re.sub(r"\b(?:oplopend|aflopend)\b", "", between[said.end() if said else 0 :])
    return clean(left[: tail_at(left)]) is not None


def _opened(ahead: str) -> str | None:
    """What "voor", "aan", "op" or "bij" names where the words open, or "voor" behind the verb, if that is no time."""
    starts = [found for found in _OPENS.finditer(ahead) if found.start() == 0 or _is_for(ahead, found)]
    for place in starts:
        is_for = place.group().lower().startswith(("voor", "aan", "ten"))
        if IS_TIME.match(ahead, place.end()) or _ON_GROUNDS.match(ahead, place.end()):
            continue
        if is_for or _SHORT.search(ahead):
            return clean(until_end(ahead[place.end() : tail_at(ahead)]))
    return None


def _is_for(ahead: str, found: re.Match[str]) -> bool:
    """Whether "voor" stands right behind the verb: "is voor het ophalen van afval € 5 geraamd"."""
    words = tokenise(ahead, 0, found.start())
    behind_verb = bool(words) and (words[-1].lower in AUXILIARIES or words[-1].lower in ("wij", "we", "er"))
    return found.group().lower().startswith("voor") and behind_verb


def _beside(ahead: str) -> str | None:
    """The subject of a verb of cost, else what is raised, paid or got, right behind the verb."""
    ahead = re.split(r";[ \u00a0]", ahead)[-1].lstrip()
    words = tokenise(ahead, 0, len(ahead))
    group = _group(words)
    if group is None:
        found = clean(ahead[: tail_at(ahead)])
        is_act = found and (verb_in(found) or _DECIDED.search(found))
        return found if found and not is_act and not opens_with_preposition(found) else None
    finite = words[group.finite_at]
    subject = clean(ahead[: finite.start])
    costs = not group.lemma or words_of("cost verb").fullmatch(group.lemma)
    if subject and costs and not opens_with_preposition(subject) and not words_of("payer").fullmatch(subject):
        return subject
    rest = re.sub(
        rf"\A(?:(?:{words_of('payer').pattern}|{TIME_PHRASE}|nu|dan|daarom)\b[ \u00a0,]*)+",
        "",
        ahead[finite.end : tail_at(ahead)].strip(),
    )
    return clean(rest) if rest and rest.split()[0].lower() in DETERMINERS and not re.search(r"[,;:]", rest) else None


def _group(words: list[Word]) -> VerbGroup | None:
    """The verbs of a main clause, those of a clause with "die" or "dat" within its subject left out."""
    relative = next((i for i, word in enumerate(words) if i and word.lower in ("die", "dat")), None)
    group = verb_group(words, "main")
    if group is None or relative is None or relative > group.finite_at:
        return group
    later = [i for i in range(relative + 1, len(words)) if carries_tense(words, i)]
    return verb_group([*words[:relative], *words[later[-1] :]], "main") if len(later) > 1 else None


def _told(sentence: str) -> str | None:
    """What the sentence before is about: the words behind its verb and the one who acts."""
    words = tokenise(sentence, 0, len(sentence))
    group = verb_group(words, "main")
    if group is None or _HOLDS_SUM.search(sentence):
        return None
    rest = sentence[words[group.finite_at].end :].strip()
    return clean(until_end(re.sub(rf"\A(?:{words_of('payer').pattern}\b[ \u00a0]*)+", "", rest)))
