"""Makes the characters of a PDF or page those that a reader sees: ligatures, odd spaces, bullets, hyphens."""

import re
import unicodedata

SOFT_HYPHEN = "\u00ad"
"""Ends a line whose last word was broken off; whoever joins the lines decides whether a hyphen belongs there."""

_BULLETS = (
    "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06e\uf071\uf0b0\uf06f\u2022\u2023\u2043\u204c\u204d\u25cf\u25cb\u25e6"
)
"""What Word's Symbol and Wingdings bullets become in a PDF without a map to Unicode (private use area), and others."""

_PICTURE_FONTS = {
    "wingdings": dict(zip("üûþýèàJKLln¡o", "✓✗☑☒➔→☺😐☹●■○□", strict=True)),
    "wingdings 2": dict(zip("PORT", "✓✗☑☒", strict=True)),
}
"""What stands in a text for a sign of a font that has pictures for letters, and that sign."""

_SIGNS = {chr(0xF000 + ord(letter)): sign for letter, sign in _PICTURE_FONTS["wingdings"].items()}
"""The same signs in a PDF without a map to Unicode; before a word they are bullets."""
_ALONE = re.compile(rf"[{''.join(_SIGNS)}](?!\s*\w)")
"""A sign that says something itself: in a cell, or explained in a legend."""

_TO_SPACE = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b\x0c\x85"
_TO_NOTHING = "\u200b\u200c\u200d\u2060\ufeff\ufffe\uffff"
_HYPHENS = "\u2010\u2011"
_TABLE: dict[int, str | None] = {
    **{ord(bullet): "•" for bullet in _BULLETS},
    **{ord(space): " " for space in _TO_SPACE},
    **{ord(hyphen): "-" for hyphen in _HYPHENS},
    **{ord(nothing): None for nothing in _TO_NOTHING},
    **{code: None for code in range(32) if code not in (9, 10, 11, 12, 13)},
}
_TO_CHANGE = re.compile(f"[{re.escape(''.join(map(chr, _TABLE)))}{''.join(_SIGNS)}]")
"""Looking for what is to be changed takes a tenth of the time of changing nothing."""

_SPACES = re.compile(r" {2,}")
_SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_RAISED = re.compile(rf"[{_SUPERSCRIPT_DIGITS}](?<=\w.)[{_SUPERSCRIPT_DIGITS}]*")
_AFTER_UNIT = re.compile(r"\b(?:m|km|dm|cm|mm)\s*\Z", re.IGNORECASE)
_MARK = re.compile(r"[\[(]?(?:\d{1,3}|\*{1,3}|[b-df-np-z]|[ivx]{1,4})[\])]?")
"""A footnote's mark when raised; "1e" and "1o" raise e and o, and "2a" numbers a house."""


def seen_in(font: str, text: str) -> str:
    """What a reader sees of a text in a font: a tick for the "ü" of Wingdings; most fonts have letters for letters.

    Word keeps such letters as they are, or moved to where Unicode leaves room (U+F0FC).
    """
    signs = _PICTURE_FONTS.get(font.lower())
    return "".join(signs.get(chr(ord(char) & 0xFF), char) for char in text) if signs else text


def tidy(text: str) -> str:
    """One line of text as a reader sees it: NFKC, one space between words, none around.

    A raised digit after a word is a footnote mark and is dropped ("beleid¹" is not "beleid1");
    after a unit of length it is a power and stays ("m²" becomes "m2").
    """
    if text.isascii() and text.isprintable():
        return (_SPACES.sub(" ", text) if "  " in text else text).strip()
    text = unicodedata.normalize("NFKC", _RAISED.sub(_without_footnote_mark, text))
    if _TO_CHANGE.search(text):
        text = _ALONE.sub(lambda sign: _SIGNS[sign.group()], text).translate(_TABLE)
    if SOFT_HYPHEN in text:
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1:]
    return _SPACES.sub(" ", text).strip()


def _without_footnote_mark(found: re.Match[str]) -> str:
    mark = unicodedata.normalize("NFKC", found.group())
    return "" if is_footnote_mark(mark, found.string[: found.start()]) else mark


def is_footnote_mark(raised: str, before: str) -> bool:
    """Whether a raised text marks a footnote: not the power of a unit ("m2"), not an ordinal ("1e")."""
    if raised in {"2", "3"} and _AFTER_UNIT.search(before):
        return False
    return _MARK.fullmatch(raised.strip()) is not None
