"""What a portfolio holder has in portfolio, where the text says so beside the name."""

import re
from functools import cache
from itertools import takewhile

from ingest.facts.people.topic_lists import LONGEST_PORTFOLIO, in_words, lines_below, topics_in
from ingest.facts.people.topic_words import WORD, is_no_clause, is_topic, is_topic_like, is_topical
from ingest.lexicon import read_rows, read_words

_LINK = re.compile(r"[ \u00a0](?:van|voor|belast met|met)?[ \u00a0]?(?=[A-ZÀ-Ý])")
_JOINT = re.compile(r"[ \u00a0]?(?:,|&|/|\ben\b)?[ \u00a0]?\r?\n?[ \u00a0]?")
_BRACKETS = re.compile(r"[ \u00a0]\((?P<inside>[^()\n]{3,120})\)")
_HAS = (
    re.compile(
        rf"[^.\n]{{0,30}}?\b(?:heeft|krijgt|beheert|met|had)\b (?P<topics>[^.\n]{{3,{LONGEST_PORTFOLIO}}}?)"
        r" in (?:zijn|haar|de|hun|diens) portefeuille"
    ),
    re.compile(rf"[^.\n]{{0,40}}?\bportefeuille: ?(?P<topics>\w[^.;\n]{{3,{LONGEST_PORTFOLIO}}})"),
    re.compile(rf"[^.\n]{{0,40}}?\bportefeuille[ ]+(?P<topics>[A-ZÀ-Ý][^.\n]{{3,{LONGEST_PORTFOLIO}}})"),
)
_ANSWERS_FOR = re.compile(
    r"[^.;:\n]{0,30}?\b(?:verantwoordelijk voor|belast met|gaat over)(?: de portefeuilles?)? "
    rf"(?P<topics>[^.;:\n]{{3,{LONGEST_PORTFOLIO}}})"
)
_TAKES = re.compile(
    rf"[ \u00a0]neemt[ \u00a0](?P<topics>[^.;:\n]{{3,{LONGEST_PORTFOLIO}}}?)[ \u00a0]voor (?:zijn|haar|hun) rekening"
)
_LIES_WITH = re.compile(
    r"\b(?i:portefeuilles?)[ \u00a0](?P<topics>[^.;:\n]{3,120}?)[ \u00a0]"
    r"(?:is voor|gaat naar|ligt bij|komt bij|valt onder|berust bij|is belegd bij|zijn voor|gaan naar|liggen bij"
    r"|vallen onder)"
    r"[ \u00a0](?:de[ \u00a0])?(?:burgemeester|wethouder)[ \u00a0]$"
)
_AND_SO = re.compile(rf" (?:voor|met) (?P<topics>[^.;:\n]{{3,{LONGEST_PORTFOLIO}}})")
"""Behind a name later in the sentence: "Kraan is verantwoordelijk voor Sport; wethouder Post voor Zorg"."""
_SAID_BEFORE = re.compile(r"\b(?:verantwoordelijk voor|belast met)\b[^.\n]{0,400}$")
_NOTHING_BUT_PARTY = re.compile(
    r"(?:[ \u00a0]\([^()\n]{2,40}\))?(?:,?[ \u00a0](?:[a-z1-3-]+[ \u00a0])?(?:burgemeester|wethouder))?"
    r"(?:[ \u00a0]\([^()\n]{2,40}\))?[\s:,.]*",
    re.IGNORECASE,
)
_TO_TOPICS = re.compile(r"(?:[ \u00a0]\([^()\n]{2,60}\))*(?:,[ \u00a0][^:,\n]{2,40})?[ \u00a0]?[:|–-][ \u00a0]+(?=\w)")
_BETWEEN_TOPICS = re.compile(r"[,;•]| en | & ")
_ATTENDED = re.compile(r"\s*(?:aanwezig|afwezig|voorzitter)", re.IGNORECASE)
_HANDED_OVER = re.compile(
    r"\b(?:draagt|droeg|overgedragen|overgenomen|neemt|nam|over aan|legt|legde|neer)\b", re.IGNORECASE
)
_OF_TOPICS = re.compile(r"(?:heeft|krijgt|als (?:burgemeester|wethouder)|de portefeuilles?)[ :]+", re.IGNORECASE)


@cache
def _parties() -> frozenset[str]:
    return frozenset(party.casefold() for party in read_words("parties.txt"))


def portfolio_words(text: str, start: int) -> tuple[str | None, int]:
    """The portfolio right behind an office word, "wethouder Jeugd en Sport", and where it ends; (None, start) without.

    Its first word must be a known portfolio, or it could be a name.
    """
    link = _LINK.match(text, start)
    if not link:
        return None, start
    at = end = link.end()
    word = WORD.match(text, at)
    if not word or not is_topic(word.group()):
        return None, start
    while word and (is_topic(word.group()) or word.group() in {"en", "der", "van"}):
        if word.group() not in {"en", "der", "van"}:
            end = word.end()
        joint = _JOINT.match(text, word.end())
        word = WORD.match(text, joint.end() if joint else word.end())
    return re.sub(r"\s+", " ", text[at:end]), end


def portfolio_behind_mark(text: str, end: int) -> str | None:
    """The list of topics behind a name and a colon, a dash or in the next cell: "B. Kraan (VVD): Sport, Jeugd"."""
    mark = _TO_TOPICS.match(text, end)
    if not mark:
        return None
    line_end = text.find("\n", mark.end())
    topics = text[mark.end() : len(text) if line_end < 0 else line_end].partition("|")[0].strip(" .;\u00a0\r")
    items = [item.strip() for item in _BETWEEN_TOPICS.split(topics)]
    is_list = is_topical(items[0]) and "." not in topics and all(map(is_topic_like, items))
    return topics if is_list and len(topics) <= LONGEST_PORTFOLIO else None


def portfolio_in_brackets(text: str, end: int) -> str | None:
    """The portfolio in brackets behind a name, a party left out: "Kraan (Sport en Cultuur)"."""
    found = _BRACKETS.match(text, end)
    if not found or found["inside"].casefold() in _parties():
        return None
    words = WORD.findall(found["inside"])
    topical = any(is_topic(word) for word in words) and not found["inside"].startswith(("wethouder", "burgemeester"))
    return found["inside"] if topical else None


def portfolio_after(text: str, end: int) -> str | None:
    """What the sentence says to be in someone's portfolio: "Kraan heeft Sport en Cultuur in portefeuille"."""
    found = next(filter(None, (pattern.match(text, end) for pattern in _HAS)), None)
    if found and not _HANDED_OVER.search(found.group()):
        return _OF_TOPICS.sub("", found["topics"]).strip(" ,:;")
    answers = _ANSWERS_FOR.match(text, end) or _TAKES.match(text, end)
    if not answers and _SAID_BEFORE.search(text, max(0, end - LONGEST_PORTFOLIO), end):
        answers = _AND_SO.match(text, end)
    items = takewhile(is_no_clause, answers["topics"].split(", ")) if answers else ()
    topics = ", ".join(items).strip()
    return topics if is_topical(_BETWEEN_TOPICS.split(topics)[0]) else None


def portfolio_before(text: str, start: int) -> str | None:
    """What the sentence says to lie with who stands at `start`: "De portefeuille Sport ligt bij wethouder Kraan"."""
    line = text.rfind("\n", 0, start) + 1
    found = _LIES_WITH.search(text, max(line, start - LONGEST_PORTFOLIO), start)
    return found["topics"] if found and is_topical(found["topics"]) else None


@cache
def _field() -> re.Pattern[str]:
    labels = "|".join(re.escape(row["label"]) for row in read_rows("fields.tsv") if row["kind"] == "portfolio")
    return re.compile(rf"[ \u00a0\t•*|-]*(?i:{labels})(?:[ \u00a0]*[:|\t][ \u00a0|]*|[ \u00a0]+)(?P<value>\S.*)")


def portfolio_field(text: str, end: int) -> str | None:
    """The value of a field "Portefeuille" on the line below a name."""
    lines = lines_below(text, end)
    found = _field().fullmatch(lines[0].text) if lines else None
    return found["value"].strip(" \u00a0\t|") if found else None


def portfolio_below(text: str, end: int) -> str | None:
    """The list of topics on the lines below a name that ends its line: a field, bullets, or one line with commas."""
    line_end = text.find("\n", end)
    if line_end < 0 or not _NOTHING_BUT_PARTY.fullmatch(text, end, line_end):
        return None
    if _ATTENDED.match(text[text.rfind("\n", 0, end) + 1 : end]):
        return None
    return portfolio_field(text, line_end) or in_words(topics_in(lines_below(text, line_end))) or None
