"""Speerpunten in running text: those that a sentence lists, and a sentence that says that something is one."""

import re
from collections.abc import Iterator
from dataclasses import replace

from ingest.dutch import sentence_spans
from ingest.facts.acts.minutes import is_report_of_meeting
from ingest.facts.acts.promises import is_transcript
from ingest.facts.aims.enumerations import lead_of
from ingest.facts.aims.frames import framed, points_on
from ingest.facts.aims.heads import heads_in
from ingest.facts.aims.speerpunt_words import (
    LOOKS_BACK,
    OF_A_TERM,
    SET_NO_COURSE,
    Found,
    bare,
    cue,
    number_end,
    on_one_line,
    speerpunt,
)
from ingest.grammar.tokens import PREPOSITIONS, word_class
from ingest.model import Block, Document, Section

LONGEST_HEADING = 160
LONGEST_SENTENCE = 600
"""What is longer is a table or a list that was read as one sentence."""
_AFTER = re.compile(
    r"(?:aandacht (?:\w+ ){0,2}?(?:voor|aan|naar)|ingezet op|\bin op"
    r"|kiest voor"
    r"|(?:focus|nadruk|accent|zwaartepunt|prioriteit)\b.*?\b(?:ligt|liggen|lag|komt)\b(?: \w+){0,3}? (?:op|bij)"
    r"|prioriteit (?:gegeven )?aan|(?:focus|nadruk|accent|zwaartepunt)\b.*?\bop|het speerpunt"
    r"|(?:speerpunt|prioriteit|thema|opgave|pijler)(?:en)? (?:\w+ ){0,5}(?:is|was|betreft|gaat over|richt zich op)"
    r"|(?:speerpunt|prioriteit):)"
    r"\s+(?P<label>.+?)\W*\Z",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\A(?P<label>.+?)\s(?:is|zijn|heeft|hebben|krijgt|krijgen|blijft|blijven|wordt|worden|staat|staan|was|waren|had"
    r"|vormt|vormen|geldt|gelden|verdient|verdienen"
    r"|(?:be)?(?:hoort|horen))\b",
    re.IGNORECASE,
)
_OPINION = re.compile(
    r"\b(?:vindt|vinden|noemt|noemen|beschouw(?:t|en)|ma(?:akt|ken) van) (?P<label>.+?)"
    r" (?:als|tot|een|onze|de) (?:\w+ ){0,2}[\wëï]*(?:speerpunt|prioriteit)",
    re.IGNORECASE,
)
_BEHIND_VERB = re.compile(
    r"\b(?:is|zijn|blij(?:ft|ven)|krijg(?:t|en)"
    r"|wordt|worden|he(?:eft|bben)) (?P<label>.+?)"
    r" (?:(?:ook|als|tot|dit jaar|in \d{4}|een(?: \w+e)?|de|het|hoogste|hoge|eerste|belangrijke?|onze|nog|weer) )*"
    r"[\wëï]*(?:speerpunt|prioriteit)",
    re.IGNORECASE,
)
"""What the sentence is about where it opens with another part: "Tot slot blijft een gastvrije balie een speerpunt"."""
_SHORTEST_LABEL = 12
"""A shorter subject is "Dit", "Tot slot" or the like; then the sentence itself is the label."""
_SHORTEST_NOUN = 5
_NO_NOUN = (
    PREPOSITIONS
    | word_class("adverb of no object")
    | {"deze", "tevens", "bovendien", "komend", "voorop", "prioriteit", "speerpunt"}
)
_A_NOUN = re.compile(
    r"(?:de|het|een) (?!(?:college|gemeente|raad|plan|accent|nadruk|focus|zwaartepunt|prioriteit|speerpunt)\b)\w{4,}",
    re.IGNORECASE,
)
"""A shorter subject that names something all the same."""
_ADVERBIAL = re.compile(
    r"(?:voor|in|binnen|tijdens|naast|volgens)\s(?:de|het|een|ons|onze|dit|deze|\d{4})\b", re.IGNORECASE
)
"""What opens a sentence before its verb and isn't what it is about."""
_ANAPHOR = re.compile(r"(?:dit|dat|deze|die|zij|ze|hij|het) (?:krijg|verdien|is|zijn|vorm|staa)", re.IGNORECASE)
"""What opens a sentence about something that one before it names."""
_SURE = {"told": 0.7, "sentence": 0.7, "weak": 0.45}
_LISTED = 0.75
_ACCENT = 0.6
"""At most, of what a sentence lays stress on but calls no priority: "extra aandacht voor", "de nadruk ligt op"."""
_CALLED_SO = re.compile(r"speerpunt|prio|focuspunt|thema|pijler|opgave", re.IGNORECASE)
_GLUED = re.compile(r"(?:\A|(?:\A|\s)\d{1,2}(?:\.\d{1,2})*\.? )(?:[A-ZÀ-Ý]{4,}(?: [-–])? ){1,4}(?=[A-ZÀ-Ý][a-zà-ÿ])")
_LYING = re.compile(r"\s(?:(?:komt|komen) )?(?:te )?(?:liggen|leggen|gelegd|ligt|komt)\Z")
_ARTICLE = re.compile(
    r"\A(?:(?:antwoord|toelichting):\s+)?(?:ook\s+)?(?:(?:de|het|een|thema|programma)\s+)?", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(
    r"(?:,?\s(?:zodat|omdat|doordat|waardoor|waarmee|aangezien|terwijl)"
    r"|,?\s(?:en|maar)\s(?:(?:we|wij|er|verder)\s\w+|\w+(?:en|t)\s(?:we|wij|hen|ze|er))"
    r"|,\s(?:en|maar)\s(?:krijg(?:t|en)|wordt?|worden|is|zijn|heeft|hebben|gaat|gaan|blijft|blijven|komt|komen))\b.*\Z",
    re.IGNORECASE,
)
"""What follows a speerpunt in its sentence and is none of it: "..., zodat meer mensen fietsen", "... en we zorgen"."""


def in_sentences(document: Document) -> Iterator[Found]:
    """What running text calls so, but for what is said in a meeting, and for accents within one "Prioriteit 2: ..."."""
    if is_transcript(document) or is_report_of_meeting(document):
        return
    text = document.text
    own = [(s.start, s.end) for s in document.sections if numbering(document).match(bare(s.path[-1]))]
    doc_type = document.identity.doc_type.value
    kinds: tuple[str, ...] = ("sentence",) if doc_type in SET_NO_COURSE else ("sentence", "weak")
    kinds = ("told", *kinds) if doc_type in LOOKS_BACK else kinds
    before: tuple[int, int] | None = None
    for block in readable(document):
        if block.role == "heading":
            continue
        for begin, end in sentence_spans(text, block.start, block.end):
            start = _behind_heading(text, begin, end)
            goes_on = before is not None and points_on(text, (start, end))
            items = framed(document, block, (start, end), before)
            called_so = bool(_CALLED_SO.search(text, *(before if goes_on and before else (start, end))))
            before = before if goes_on and items else (start, end)
            for item in items:
                lead = lead_of(text, item.start, item.end)
                named = speerpunt(text, item.start, item.end, _LISTED if called_so else _ACCENT, lead)
                yield Found(named if called_so else replace(named, level=2), (start, end))
            inside = any(a <= start < b for a, b in own)
            yield from (
                f for f in _said(document, start, end, kinds) if not items and not (inside and f.speerpunt.level > 1)
            )


def _behind_heading(text: str, start: int, end: int) -> int:
    """Where a sentence begins that was read as one with the heading or the place before it: "3 INLEIDING De ..."."""
    return start + max((glued.end() for glued in _GLUED.finditer(text[start:end])), default=0)


def numbered(document: Document) -> Iterator[Found]:
    """Headings and items such as "Prioriteit 2: ...", and the heading below one that is no more than "Prioriteit 2"."""
    text, opens = document.text, numbering(document)
    above: Block | None = None
    for block in readable(document):
        place = block.start, block.end
        if above and block.role == "heading":
            yield Found(speerpunt(text, *place, 0.85), (above.start, above.end))
        named = cue("named").match(bare(text[slice(*place)])) if block.role == "heading" else None
        if named and block.end - block.start <= LONGEST_HEADING:
            yield Found(speerpunt(text, *place, 0.8, bare(text[slice(*place)])[named.end() :]), place)
        above = block if cue("alone").fullmatch(bare(text[slice(*place)])) else None
        found = opens.match(text, *place) or opens.match(text, number_end(text, *place), block.end)
        if found and found.end() < block.end and block.end - block.start <= LONGEST_HEADING:
            yield Found(speerpunt(text, *place, 0.85), place)
        mark = cue("marked").search(text, *place) if block.role == "heading" else None
        if mark and mark.end() == block.end:
            yield Found(speerpunt(text, *place, 0.8, text[block.start : mark.start()]), place)


def numbering(document: Document) -> re.Pattern[str]:
    """What opens a numbered priority: "Prioriteit 2:", and where a coalition speaks "Pijler 2:"."""
    return cue("numbered", "part") if document.identity.doc_type.value in OF_A_TERM else cue("numbered")


def readable(document: Document) -> Iterator[Block]:
    """The blocks of the document's own text, without tables."""
    hidden = [(s.start, s.end) for s in document.sections if s.layer in ("contents", "boilerplate") or _is_foreign(s)]
    for block in document.blocks:
        if block.role not in ("table_row", "caption") and not any(a <= block.start < b for a, b in hidden):
            yield block


def _is_foreign(section: Section) -> bool:
    """Whether a section is about the bodies that the municipality takes part in, which set priorities of their own."""
    return any(cue("body").fullmatch(bare(heading)) for heading in section.path)


def _said(document: Document, start: int, end: int, kinds: tuple[str, ...]) -> Iterator[Found]:
    text = document.text
    quote = on_one_line(text[start:end])
    if len(quote) > LONGEST_SENTENCE or quote.rstrip().endswith(("?", ":")):
        return
    sure = next((_SURE[kind] for kind in kinds if cue(kind).search(quote)), None)
    if not sure or cue("negated", "elsewhere", "other_plan").search(quote):
        return
    label = _label(quote)
    if label is None:
        if heads_in(document, start, end):
            return  # "Voor de komende jaren zijn drie speerpunten gekozen." names none
        label = quote.strip(" .")
    is_called_so = bool(re.search("speerpunt|prioriteit", quote, re.IGNORECASE))
    if not is_called_so and _ANAPHOR.match(quote):
        return  # "Dit krijgt extra aandacht."
    if not cue("regular").fullmatch(label):
        if is_called_so:
            yield Found(speerpunt(text, start, end, sure, label), (start, end))
        else:
            accent = speerpunt(text, start, end, min(sure, _ACCENT), label)
            yield Found(replace(accent, level=2), (start, end))


def _label(quote: str) -> str | None:
    """What the sentence calls a speerpunt; None where no part of it is long enough to say so."""
    orders = (_OPINION, _AFTER, _BEFORE, _BEHIND_VERB)
    printed = [found["label"] for order in orders if (found := order.search(quote))]
    cut = (_cut(words) for words in printed if len(words) >= _SHORTEST_LABEL or _names_something(words))
    return next((label for label in cut if label and not _ADVERBIAL.match(label)), None)


def _names_something(words: str) -> bool:
    """Whether a short subject is a noun and not "Dit" or "Daarnaast"."""
    is_function = words.lower() in _NO_NOUN or words.lower().startswith(("hier", "daar", "waar"))
    return bool(_A_NOUN.match(words)) or (len(words) >= _SHORTEST_NOUN and words.isalpha() and not is_function)


def _cut(label: str) -> str:
    bare_label = _ARTICLE.sub("", label.strip(" ‘’'\"“”.,:"))
    return _LYING.sub("", _NEXT_CLAUSE.sub("", bare_label))
