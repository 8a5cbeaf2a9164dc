"""How a word broken off at the end of a line meets the rest of it."""

import re

_HANGING = re.compile(r"(?:en|of|tot|als|c\.q\.)\b", re.IGNORECASE)
_HANGS_BEFORE = re.compile(r"\S*(?:\b(?:en|of|en/of)|,) [-\u2010]")
"""What a hyphen stands after that takes the place of a word's first part: "jeugdoverlast en -criminaliteit"."""

_KEPT = re.compile(r"(?:\b(?:niet|vice|semi)|(?<![^\W_])[^\W\d_a-zà-ÿ]{2,})[-\u2010]")
"""Beginnings of words that keep their hyphen: "niet-woningen", "OZB-tarief"."""


def meet(before: str, after: str, *, broken: bool = False) -> tuple[str, str]:
    """How two lines meet: the first as it stays, and what comes between ("" or a space).

    A hyphen that only broke the word goes ("woning-/inbraak"); one that hangs stays ("in-/en uitstroom"), and so
    does one before a capital or a digit ("Noord-/Holland", "2021-/2022").

    Args:
        broken: the file itself says that the first line ended in a hyphen, which is no longer there.
    """
    if broken:
        if after[:1].isupper() and before[-1:].isupper():
            return before, ""
        before += "-"
    if len(before) < 2 or before[-1] not in "-\u2010" or not after:
        return before, " "
    last = before[before.rfind(" ", 0, -2) + 1 :]
    if not before[-2].isalnum():
        return before, "" if after[0].islower() and _HANGS_BEFORE.fullmatch(last) else " "
    if _HANGING.match(after):
        return before, " "
    if after[0].islower() and before[-2].isalpha() and not _KEPT.fullmatch(last):
        return before[:-1], ""
    return before, "" if after[0].isalnum() else " "
