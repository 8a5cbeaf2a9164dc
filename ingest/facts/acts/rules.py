"""The articles of a regulation: what they order is no promise."""

import re

from ingest.model import Document

_ARTICLE = re.compile(r"\b(?:Artikel|Art\.) \d{1,3}[a-z]?\b(?! (?:van|lid|en|t/m)\b)")
_FEWEST_ARTICLES, _FEWEST_IN_REGULATION = 4, 2
_ARTICLES_PER_1000_CHARACTERS = 0.7
"""The one order of meetings that was drawn has 2.9, none of some 200 other texts any: a guess between the two."""


def is_regulation(document: Document) -> bool:
    """Whether a text is made of articles: what they order is no promise."""
    found = sum(1 for _ in _ARTICLE.finditer(document.text))
    fewest = _FEWEST_IN_REGULATION if document.identity.doc_type.value == "regeling" else _FEWEST_ARTICLES
    return found >= fewest and found * 1000 >= _ARTICLES_PER_1000_CHARACTERS * len(document.text)
