"""Letters as a reader compares them: without case, without accents."""

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """The text in lower case without diacritics: "Súdwest-Fryslân" -> "sudwest-fryslan"; its length may differ."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """A name as it is compared: folded, words only, without a leading "gemeente"."""
    words = _WORD.findall(fold(name))
    if len(words) > 1 and words[0] == "gemeente":
        words = words[1:]
    return " ".join(words)
