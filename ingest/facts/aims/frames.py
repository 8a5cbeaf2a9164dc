"""What a sentence calls priorities, by the frame that it puts them in: a noun, a verb or mark, and what fills it.

Any noun of heads.py goes with any of the frames: before a colon or the list below ("kent drie pijlers:"), with a verb
between the two ("De speerpunten zijn a en b", "a en b vormen de opgaven"), behind "als" ("noemt a en b als thema's"),
right behind the noun ("de prioriteiten a en b"), or in the sentence before or behind ("Dat zijn a en b").
"""

import re

from ingest.dutch import sentence_spans
from ingest.facts.aims.appositions import apposed, called_alone
from ingest.facts.aims.enumerations import Item, between_commas, in_order, items_after
from ingest.facts.aims.headings_below import headings_below
from ingest.facts.aims.heads import Head, heads_a_list, heads_in
from ingest.facts.aims.speerpunt_words import LOOKS_BACK, cue, on_one_line
from ingest.grammar.tokens import is_only_participle
from ingest.model import Block, Document

Span = tuple[int, int]

_LONGEST_TITLE = 80
_LONGEST_GAP = 130
"""Characters between a noun and its list: "prioriteiten die uit de gesprekken met bewoners naar voren kwamen:"."""
_MARK = re.compile(r":|;(?=\s*\S)|,?\s(?:namelijk|te weten|als volgt|waaronder|onder (?:meer|andere))\b:?")
"""What stands between the words that announce a list and its items."""
_OTHER_LIST = re.compile(
    r"\b(?:volgende|onderstaande) \w|\b(?:gaan|doen|willen) (?:we|wij)\b|\b(?:opgenomen|beschreven|te vinden) in\Z"
    r"|\b(?!van|aan|bij|voor|naar|in|op|de)\w+ (?:de |onze |deze )?"
    r"(?:acties|activiteiten|maatregelen|doelen|doelstellingen|vragen|partners|uitgangspunten|indicatoren|kosten)\Z",
    re.IGNORECASE,
)
"""What makes a list one of something else than the noun before: "Voor deze thema's gelden de volgende regels:"."""
_SHORT_GAP = 60
"""The same where neither a colon nor a bullet says that a list follows."""
_SAID_WHERE = re.compile(r"\s(?:die|welke|zoals)\s", re.IGNORECASE)
"""Opens what tells where they were set: "de prioriteiten die in de startnotitie staan"."""
_MODIFIERS = re.compile(r",? (?:die|welke|zoals|waar\w*) [^:.;]{3,110}|[^:.,;]{0,60}", re.IGNORECASE)
"""What is said of a noun before its verb."""
_ONE_PHRASE = re.compile(r"\s(?:voor|van|in|bij|op|binnen) (?!\w+,| ?\w+ en\b)[^.:;,]{3,40}?(?=\s)", re.IGNORECASE)
_TAIL = re.compile(r"(?: (?:van|voor|in|uit|binnen|bij|achter) [^.,;:]{0,70})?\W*", re.IGNORECASE)
"""What may follow a noun that closes its sentence: "... zijn de speerpunten van dit college."."""
_ADVERBS = re.compile(
    r"(?:(?:dan ook|daarom|ook|vooral|met name|onder (?:meer|andere)|in ieder geval|daarbij|hierbij|dit jaar|in \d{4}"
    r"|samen|(?:voor )?(?:de |het )?komende? (?:\w+ )?(?:jaren|jaar|periode))\s)+",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r".*\b(?:heeft|hebben|zijn|is|worden|wordt|werden)\s+"
    r"(?:(?:de|het|onze)\s+(?:gemeente)?(?:raad|college|gemeente|driehoek|burgemeester)\s+|wij\s+|we\s+)?",
    re.IGNORECASE,
)
_VERB_LAST = re.compile(r"\s(?:zijn|is|worden|wordt|werden)\Z")
_SETTLED = re.compile(r"\s(?:als|tot|onder)\s\Z", re.IGNORECASE)
_POINTS_ON = re.compile(
    r"(?:(?:dat|dit|die) (?:zijn|waren)|het (?:zijn|betreft)|het gaat (?:daarbij |hierbij |hier )?om"
    r"|zoals|denk aan|maar ook|en ook)"
    r"(?P<colon>:)?(?=\s|\Z)\s*(?:de (?:thema.?s|opgave[ns]|punten)\s)?",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"(?:\A|:\s)(?:dat|dit) (?:zijn|waren) ", re.IGNORECASE)


def framed(document: Document, block: Block, sentence: Span, before: Span | None) -> list[Item]:
    """What a sentence calls priorities of the plan, one by one; `before` is the sentence that precedes it."""
    if _is_title(document, block, sentence):
        return items_after(document, block, sentence[1])
    return (
        _listed(document, block, sentence)
        or _named(document, sentence)
        or _pointed_at(document, block, sentence, before)
    )


def _is_title(document: Document, block: Block, sentence: Span) -> bool:
    """Whether a line is a heading above a list that wasn't read as one."""
    line = document.text[slice(*sentence)]
    is_line = sentence == (block.start, block.end) and len(line) <= _LONGEST_TITLE and line[-1:].isalnum()
    return is_line and heads_a_list(line, document.identity.doc_type.value)


def _listed(document: Document, block: Block, sentence: Span) -> list[Item]:
    """The items behind a mark, else those that follow a sentence that tells to expect them."""
    text, (start, end) = document.text, sentence
    heads = _that_announce(document, start, end)
    for mark in _MARK.finditer(text, start, end):
        head = next((h for h in reversed(heads) if _governs(text, start, h, mark.start())), None)
        if head or _is_stressed(text, start, mark.start()):
            return items_after(document, block, mark.end(), head.count if head else None)
    stop = end - (text[end - 1] == ".")
    head = next((h for h in reversed(heads) if _governs(text, start, h, stop)), None)
    gap = text[head.end : stop] if head else ""
    expects = head and head.expects and len(gap) <= _SHORT_GAP and " te " not in gap
    items = _following(document, block, end) if expects else []
    return items or headings_below(document, block, start, end, head)


def _that_announce(document: Document, start: int, end: int) -> list[Head]:
    """The nouns that may stand before a list, not just before names."""
    return [head for head in heads_in(document, start, end) if not head.by_name]


def _governs(text: str, start: int, head: Head, mark: int) -> bool:
    """Whether the list at `mark` is of this noun."""
    gap = on_one_line(text[head.end : mark]) if head.end <= mark else "."
    lead = on_one_line(text[start:mark])
    is_of_it = len(gap) <= _LONGEST_GAP and not re.search(r"[.:;!?]", gap) and not _OTHER_LIST.search(gap)
    is_elsewhere = gap and not (head.expects or _SAID_WHERE.match(gap)) and cue("elsewhere").search(lead)
    return is_of_it and not is_elsewhere and not cue("negated").search(lead)


def _is_stressed(text: str, start: int, mark: int) -> bool:
    """Whether the words before a list lay stress on it without a noun: "extra aandacht voor:", "krijgen voorrang:"."""
    lead = on_one_line(text[start:mark])
    ends = any(found.end() == len(lead) for found in cue("stressed").finditer(lead))
    return ends and not cue("negated", "elsewhere").search(lead)


def _following(document: Document, block: Block, end: int) -> list[Item]:
    """What the next sentences count, or where none follows, the list below."""
    text = document.text
    after = sentence_spans(text, end, block.end)
    if after:
        return in_order(text, end, block.end) or between_commas(text, after[0][0], after[0][1] - 1)
    return items_after(document, block, end)


def _named(document: Document, sentence: Span) -> list[Item]:
    """What the sentence names without a mark, by the frame of one of its nouns or of words of stress."""
    text, (start, end) = document.text, sentence
    stop = end - (text[end - 1] == ".")
    quote = on_one_line(text[start:stop])
    if cue("negated").search(quote):
        return []
    heads = heads_in(document, start, end)
    behind = (apposed(text, head, end) for head in heads)
    apart = next((items for items in behind if items), None) or list(called_alone(text, start, end))
    if apart or cue("elsewhere").search(quote):
        return apart
    if first := cue("first").search(quote):
        return _items_from(text, start + first.end(), stop, None)
    if last := cue("last").search(quote):
        return between_commas(text, start, start + last.start())
    return next((i for head in heads if not head.by_name and (i := _by_verb(document, head, (start, stop)))), [])


def _by_verb(document: Document, head: Head, sentence: Span) -> list[Item]:
    """What a verb ties to a noun: before it ("a en b zijn", "Samen vormen a, b en c", "noemt a en b als") or behind."""
    text, (start, stop) = document.text, sentence
    lead, verbs = on_one_line(text[start : head.start]), _verbs(document)
    closes = bool(_TAIL.fullmatch(text, head.end, stop))
    before = re.search(rf"\s(?:{verbs}|worden)\s(?:(?:daarom|ook|dan|samen|hierbij|dus|nu) )*\Z", lead, re.IGNORECASE)
    if closes and before:
        return between_commas(text, start, start + before.start())
    if closes and (around := re.match(rf"(?:\w+ ){{0,3}}{verbs}\s(?=.*,)", lead, re.IGNORECASE)):
        return between_commas(text, start + around.end(), head.start)
    if settled := _SETTLED.search(lead):
        return _settled(text, start, lead[: settled.start()])
    if re.fullmatch(r"(?:(?:als|tot) )?", lead, re.IGNORECASE):
        return _behind_verb(text, head, stop, verbs)
    if re.search(rf"(?:\A|\s){verbs}\s\Z", lead, re.IGNORECASE):
        phrase = _ONE_PHRASE.match(text, head.end, stop)
        return _items_from(text, phrase.end() if phrase else head.end, stop, head.count)
    return []


def _behind_verb(text: str, head: Head, stop: int, verbs: str) -> list[Item]:
    """What a verb names behind the noun and what is said of it, which may have such a verb of its own."""
    for verb in re.compile(rf"\s{verbs}\s", re.IGNORECASE).finditer(text, head.end, stop):
        if not _MODIFIERS.fullmatch(text, head.end, verb.start()):
            return []
        if items := _items_from(text, verb.end(), stop, head.count):
            return items
    return []


def _verbs(document: Document) -> str:
    looks_back = document.identity.doc_type.value in LOOKS_BACK
    return f"(?:{cue('names', 'named_then').pattern if looks_back else cue('names').pattern})"


def _items_from(text: str, start: int, stop: int, count: int | None) -> list[Item]:
    adverbs = _ADVERBS.match(text, start, stop)
    items = between_commas(text, adverbs.end() if adverbs else start, stop, count=count)
    return [] if any(is_only_participle(text[item.start : item.end].lower()) for item in items) else items


def _settled(text: str, start: int, before: str) -> list[Item]:
    verb_last = _VERB_LAST.search(before)
    if verb_last:
        return between_commas(text, start, start + verb_last.start())
    opening = _OPENING.match(before)
    return between_commas(text, start + opening.end(), start + len(before)) if opening else []


def points_on(text: str, sentence: Span) -> bool:
    """Whether a sentence goes on with what the one before speaks of: "Dat zijn ...", "Maar ook ..."."""
    return bool(_POINTS_ON.match(text, *sentence))


def _pointed_at(document: Document, block: Block, sentence: Span, before: Span | None) -> list[Item]:
    """What a sentence names of priorities that the one before it speaks of, or says of what that one names."""
    text, (start, end) = document.text, sentence
    on = _POINTS_ON.match(text, start, end)
    if on and before and _speaks_of(document, before):
        if on["colon"]:
            return items_after(document, block, on.end("colon"))
        return between_commas(text, on.end(), end - (text[end - 1] == "."))
    back = _POINTS_BACK.search(on_one_line(text[start:end]))
    heads = _that_announce(document, start + back.end(), end) if back else []
    if not back or not heads or heads[0].start > start + back.end():
        return []
    told = before if back.start() == 0 else (start, start + back.start())
    return between_commas(text, told[0], told[1] - (text[told[1] - 1] == "."), last_may_be_clause=True) if told else []


def _speaks_of(document: Document, sentence: Span) -> bool:
    told = " ".join(document.text[slice(*sentence)].split())
    return bool(_that_announce(document, *sentence)) and not cue("negated", "elsewhere").search(told)
