"""Notices a text layer that lies: letters that mean nothing, as Type 3 fonts without a map to Unicode give."""

import re
from collections.abc import Iterable

STOP_WORD_SHARE = 0.08
"""Below this share of Dutch stop words a document's text layer is nonsense.

Measured over 977 pages of real begrotingen and jaarstukken: good documents have a median of .36 to .41,
a nonsense layer 0.00. Pages are not judged alone, since a page with only a table has no stop words either.
"""

_SAMPLE = 2_000
"""Lines that are looked at, spread over the document; more cost time and change nothing."""

_LEAST_WORDS = 200
"""A document with fewer words says too little to be judged."""

_STOP_WORDS_TEXT = (
    "de het een en van in op te voor met is dat die aan zijn door om er ook als bij naar niet worden wordt of uit "
    "tot over deze dit we wij hebben heeft zal zullen kan kunnen maar meer nog ten ter hun dan wat"
)
_STOP_WORDS = frozenset(_STOP_WORDS_TEXT.split())
_WORD = re.compile(r"[^\W\d_]+")


def looks_like_nonsense(texts: Iterable[str]) -> bool:
    """Whether a document's lines hold enough words, and too few Dutch stop words among them."""
    sample = list(texts)
    words = _WORD.findall(" ".join(sample[:: len(sample) // _SAMPLE + 1]).lower())
    if len(words) < _LEAST_WORDS:
        return False
    return sum(word in _STOP_WORDS for word in words) < STOP_WORD_SHARE * len(words)
