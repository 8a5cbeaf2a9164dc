"""Words for what a college member has in portfolio, which tell a topic from a name or a sentence."""

import re
from functools import cache

from ingest.facts.people.names import is_no_name
from ingest.grammar.tokens import has_finite, tokenise
from ingest.lexicon import read_words

WORD = re.compile(r"[A-Za-zÀ-ÿ][\wÀ-ÿ&'’-]*")

_ENDINGS = ("beleid", "zaken", "domein", "zorg", "ontwikkeling", "ordening", "transitie", "participatie", "heid")
_MOST_WORDS = 7
_FEW_WORDS = 3


@cache
def _topics() -> frozenset[str]:
    return frozenset(topic.casefold() for topic in read_words("portfolio_topics.txt"))


def is_topic(word: str) -> bool:
    """Whether a word names what a wethouder has in portfolio."""
    folded = word.casefold()
    return folded in _topics() or (folded.endswith(_ENDINGS) and is_no_name(word))


def is_topical(words: str) -> bool:
    """Whether any of the words names what a wethouder has in portfolio."""
    return any(is_topic(word) for word in WORD.findall(words))


def opens_with_topic(line: str) -> bool:
    """Whether the first of the words does."""
    word = WORD.match(line)
    return word is not None and is_topic(word.group())


def is_topic_like(item: str) -> bool:
    """Whether it is short and no clause; "wonen" alone is a topic."""
    words = len(WORD.findall(item))
    return words <= _MOST_WORDS and (words <= _FEW_WORDS or is_no_clause(item))


def is_no_clause(item: str) -> bool:
    """Whether no verb makes a sentence of it; "sport" is none."""
    others = " ".join(word for word in item.split() if not is_topic(word))
    return not has_finite(tokenise(others, 0, len(others)))
