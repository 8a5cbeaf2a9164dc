"""What a portfolio holder has in portfolio, where the text says so beside the name."""

import re
from functools import cache
from itertools import takewhile

from ingest.facts.people.names import is_no_name
from ingest.grammar.tokens import has_finite, tokenise
from ingest.lexicon import read_rows, read_words

LONGEST_PORTFOLIO = 300
"""Characters of one line of topics; the longest in a real college had 210."""

_TOPIC_ENDINGS = ("beleid", "zaken", "domein", "zorg", "ontwikkeling", "ordening", "transitie", "participatie", "heid")

_LINK = re.compile(r"[ \u00a0](?:van|voor|belast met|met)?[ \u00a0]?(?=[A-ZÀ-Ý])")
_WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’-]*")
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
    r"[^.;:\n]{0,30}?\b(?:verantwoordelijk voor|belast met)(?: de portefeuilles?)? "
    rf"(?P<topics>[^.;:\n]{{3,{LONGEST_PORTFOLIO}}})"
)
_AND_SO = re.compile(rf" (?:voor|met) (?P<topics>[^.;:\n]{{3,{LONGEST_PORTFOLIO}}})")
"""Behind a name later in the sentence: "Kraan is verantwoordelijk voor Sport; wethouder Post voor Zorg"."""
_SAID_BEFORE = re.compile(r"\b(?:verantwoordelijk voor|belast met)\b[^.\n]{0,400}$")
_NOTHING_BUT_PARTY = re.compile(
    r"(?:[ \u00a0]\([^()\n]{2,40}\))?(?:,?[ \u00a0](?:[a-z1-3-]+[ \u00a0])?(?:burgemeester|wethouder))?"
    r"(?:[ \u00a0]\([^()\n]{2,40}\))?[\s:,.]*",
    re.IGNORECASE,
)
_DEPUTY = re.compile(r"[ \u00a0]*(?:\w+[ \u00a0])?loco-?burgemeester[ \u00a0\r]*", re.IGNORECASE)
_TO_TOPICS = re.compile(r"(?:[ \u00a0]\([^()\n]{2,60}\))*(?:,[ \u00a0][^:,\n]{2,40})?[ \u00a0]?[:|–-][ \u00a0]+(?=\w)")
_BETWEEN_TOPICS = re.compile(r"[,;•]| en | & ")
_TOPIC_BULLET = re.compile(r"\s*[•\-*–▪◦][ \t\u00a0]*(?P<topic>\S.{1,200})")
_GOES_ON = re.compile(r"(?:,|\ben|&|\bde|\bhet|\bvan)[ \u00a0\r]*\n(?![•\-*–▪◦])|^\s*[•\-*–▪◦].*\n[a-zà-ÿ(]")
_FARTHEST = 4000
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
    return topics if is_list and len(topics) <= LONGEST_PORTFOLIO else None


def _is_topic_like(item: str) -> bool:
    """Whether it is short and no clause; "wonen" alone is a topic."""
    words = len(_WORD.findall(item))
    return words <= _MOST_WORDS_IN_TOPIC and (words <= _FEW_WORDS or _is_no_clause(item))


def _is_no_clause(item: str) -> bool:
    return not has_finite(tokenise(item, 0, len(item)))


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
    found = next(filter(None, (pattern.match(text, end) for pattern in _HAS)), None)
    if found and not _HANDED_OVER.search(found.group()):
        return _OF_TOPICS.sub("", found["topics"]).strip(" ,:;")
    answers = _ANSWERS_FOR.match(text, end)
    if not answers and _SAID_BEFORE.search(text, max(0, end - LONGEST_PORTFOLIO), end):
        answers = _AND_SO.match(text, end)
    items = takewhile(_is_no_clause, answers["topics"].split(", ")) if answers else ()
    topics = ", ".join(items).strip()
    return topics if is_topical(_BETWEEN_TOPICS.split(topics)[0]) else None


@cache
def _field() -> re.Pattern[str]:
    labels = "|".join(re.escape(row["label"]) for row in read_rows("fields.tsv") if row["kind"] == "portfolio")
    return re.compile(rf"[ \u00a0\t•*|-]*(?i:{labels})(?:[ \u00a0]*[:|\t][ \u00a0|]*|[ \u00a0]+)(?P<value>\S.*)")


def portfolio_field(text: str, end: int) -> str | None:
    """The value of a field "Portefeuille" on the line below a name."""
    lines = _logical_lines(text, end)
    found = _field().fullmatch(lines[0]) if lines else None
    return found["value"].strip(" \u00a0\t|") if found else None


def portfolio_below(text: str, end: int) -> str | None:
    """The list of topics on the lines below a name that ends its line: a field, bullets, or one line with commas."""
    line_end = text.find("\n", end)
    if line_end < 0 or not _NOTHING_BUT_PARTY.fullmatch(text, end, line_end):
        return None
    if _ATTENDED.match(text[text.rfind("\n", 0, end) + 1 : end]):
        return None
    lines = [line for line in _logical_lines(text, line_end) if not _DEPUTY.fullmatch(line)]
    field = portfolio_field(text, line_end)
    return field or _bulleted(lines) or _topics_line(text, line_end + 1) or _topic_lines(lines)


def _logical_lines(text: str, line_end: int) -> list[str]:
    """The lines with text behind `line_end`, one that goes on with the last one joined to it."""
    lines: list[str] = []
    for line in text[line_end + 1 : line_end + 1 + _FARTHEST].split("\n"):
        goes_on = lines and line.strip() and _GOES_ON.search(f"{lines[-1]}\n{line.strip()}")
        if goes_on:
            lines[-1] += f" {line.strip()}"
        elif line.strip():
            lines.append(line.strip("\r"))
    return lines


def _bulleted(lines: list[str]) -> str | None:
    bullets = takewhile(bool, map(_TOPIC_BULLET.fullmatch, lines))
    topics = [bullet["topic"].strip(" ;.") for bullet in bullets if bullet and not _DEPUTY.fullmatch(bullet["topic"])]
    return ", ".join(topics) if any(map(is_topical, topics)) else None


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
