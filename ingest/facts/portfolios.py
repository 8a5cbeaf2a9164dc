"""What a portfolio holder has in portfolio, where the text says so beside the name."""

import re
from functools import cache
from itertools import takewhile

from ingest.dutch_tokens import has_finite, tokenise
from ingest.facts.names import is_no_name
from ingest.lexicon import read_words

LONGEST_PORTFOLIO = 160

_TOPIC_ENDINGS = ("beleid", "zaken", "domein", "zorg", "ontwikkeling", "ordening", "transitie", "participatie", "heid")

_LINK = re.compile(r"[ \u00a0](?:van|voor|belast met|met)?[ \u00a0]?(?=[A-ZÀ-Ý])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’-]*")
_JOINT = re.compile(r"[ \u00a0]?(?:,|&|/|\ben\b)?[ \u00a0]?\r?\n?[ \u00a0]?")
_BRACKETS = re.compile(r"[ \u00a0]\((?P<inside>[^()\n]{3,120})\)")
_HAS = re.compile(
    r"[^.\n]{0,30}?\b(?:heeft|krijgt|beheert|met|had)\b (?P<topics>[^.\n]{3,160}?)"
    r" in (?:zijn|haar|de|hun|diens) portefeuille|"
    r"[^.\n]{0,40}?\b(?:in (?:zijn|haar) portefeuille|portefeuille)[: ]+(?P<list>[A-ZÀ-Ý][^.\n]{3,160})"
)
_NOTHING_BUT_PARTY = re.compile(
    r"(?:[ \u00a0]\([^()\n]{2,40}\))?(?:,?[ \u00a0](?:[a-z1-3-]+[ \u00a0])?(?:burgemeester|wethouder))?[\s:,.]*",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"[ \u00a0]*(?:\w+[ \u00a0])?loco-?burgemeester[ \u00a0\r]*", re.IGNORECASE)
_TO_TOPICS = re.compile(r"(?:[ \u00a0]\([^()\n]{2,60}\))*(?:,[ \u00a0][^:,\n]{2,40})?[ \u00a0]?[:|–-][ \u00a0]+(?=\w)")
_BETWEEN_TOPICS = re.compile(r"[,;•]| en | & ")
_LONGEST_TOPIC_LINE = 60
_MOST_WORDS_IN_TOPIC = 7
_FEW_WORDS = 3
_ATTENDED = re.compile(r"\s*(?:aanwezig|afwezig|voorzitter)", re.IGNORECASE)
_HANDED_OVER = re.compile(
    r"\b(?:draagt|droeg|overgedragen|overgenomen|neemt|nam|over aan|legt|legde|neer)\b", re.IGNORECASE
)
_OF_TOPICS = re.compile(r"(?:heeft|krijgt|de portefeuilles?)[ :]+", re.IGNORECASE)


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
    word = _WORD.match(text, at)
    if not word or not _is_topic(word.group()):
        return None, start
    while word and (_is_topic(word.group()) or word.group() in {"en", "der", "van"}):
        if word.group() not in {"en", "der", "van"}:
            end = word.end()
        joint = _JOINT.match(text, word.end())
        word = _WORD.match(text, joint.end() if joint else word.end())
    return re.sub(r"\s+", " ", text[at:end]), end


@cache
def _topics() -> frozenset[str]:
    return frozenset(topic.casefold() for topic in read_words("portfolio_topics.txt"))


def _is_topic(word: str) -> bool:
    folded = word.casefold()
    return folded in _topics() or (folded.endswith(_TOPIC_ENDINGS) and is_no_name(word))


def is_topical(words: str) -> bool:
    """Whether any of the words names what a wethouder has in portfolio."""
    return any(_is_topic(word) for word in _WORD.findall(words))


def portfolio_behind_mark(text: str, end: int) -> str | None:
    """The list of topics behind a name and a colon, a dash or in the next cell: "B. Kraan (VVD): Sport, Jeugd"."""
    mark = _TO_TOPICS.match(text, end)
    if not mark:
        return None
    line_end = text.find("\n", mark.end())
    topics = text[mark.end() : len(text) if line_end < 0 else line_end].partition("|")[0].strip(" .;\u00a0\r")
    items = [item.strip() for item in _BETWEEN_TOPICS.split(topics)]
    is_list = is_topical(items[0]) and "." not in topics and all(map(_is_topic_like, items))
    return topics if is_list and len(topics) <= 2 * LONGEST_PORTFOLIO else None


def _is_topic_like(item: str) -> bool:
    """Whether it is short and no clause; "wonen" alone is a topic."""
    words = len(_WORD.findall(item))
    return words <= _MOST_WORDS_IN_TOPIC and not (words > _FEW_WORDS and has_finite(tokenise(item, 0, len(item))))


def portfolio_in_brackets(text: str, end: int) -> str | None:
    """The portfolio in brackets behind a name, a party left out: "Kraan (Sport en Cultuur)"."""
    found = _BRACKETS.match(text, end)
    if not found or found["inside"].casefold() in _parties():
        return None
    words = _WORD.findall(found["inside"])
    topical = any(_is_topic(word) for word in words) and not found["inside"].startswith(("wethouder", "burgemeester"))
    return found["inside"] if topical else None


def portfolio_after(text: str, end: int) -> str | None:
    """What the sentence says to be in someone's portfolio: "Kraan heeft Sport en Cultuur in portefeuille"."""
    found = _HAS.match(text, end)
    if not found or _HANDED_OVER.search(found.group()):
        return None
    topics = found["topics"] or found["list"]
    return _OF_TOPICS.sub("", topics).strip(" ,:;")[:LONGEST_PORTFOLIO]


def portfolio_below(text: str, end: int) -> str | None:
    """The list of topics on the lines below a name that ends its line: bullets, or one line with commas."""
    line_end = text.find("\n", end)
    if line_end < 0 or not _NOTHING_BUT_PARTY.fullmatch(text, end, line_end):
        return None
    if _ATTENDED.match(text[text.rfind("\n", 0, end) + 1 : end]):
        return None
    lines = text[line_end + 1 : line_end + 1200].split("\n")
    if lines and _DEPUTY.fullmatch(lines[0]):
        lines = lines[1:]
    filled = (line for line in lines if line.strip())
    bullets = [re.match(r"\s*[•\-*–▪◦][ \t\u00a0]*(?P<topic>\S.{1,90})$", line) for line in filled]
    topics = [bullet["topic"].strip() for bullet in takewhile(bool, bullets) if bullet]
    if topics:
        return ", ".join(topics) if any(is_topical(topic) for topic in topics) else None
    return _topics_line(text, line_end + 1) or _topic_lines(lines)


def _topic_lines(lines: list[str]) -> str | None:
    """Topics that have a line each: two at least, each opening with a known one."""
    short = takewhile(
        lambda line: 0 < len(line.strip()) <= _LONGEST_TOPIC_LINE and not line.rstrip().endswith("."), lines
    )
    topics = list(takewhile(_opens_with_topic, (line.strip() for line in short)))
    return ", ".join(topics) if len(topics) > 1 else None


def _opens_with_topic(line: str) -> bool:
    word = _WORD.match(line)
    return word is not None and _is_topic(word.group())


def _topics_line(text: str, start: int) -> str | None:
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)].strip()
    words = _WORD.findall(line)
    if not words or len(line) > LONGEST_PORTFOLIO or line.endswith(".") or not re.search(r",| en ", line):
        return None
    return line if _is_topic(words[0]) else None
