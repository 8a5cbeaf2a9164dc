"""Sums of money in running Dutch text: "€ 27.000", "357000 euro", "1,2 mln", "€ 25.000 tot € 50.000"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from ingest.lexicon import read_words

_NUMBER = r"\d{1,3}(?:[.\u00a0]\d{3})+(?:,\d{1,2})?(?![\d])|\d+(?:[.,]\d{1,3})?(?!\d)"
_SCALES = {
    "k": 1e3,
    "duizend": 1e3,
    "dzd": 1e3,
    "ton": 1e5,
    "miljoen": 1e6,
    "miljoenen": 1e6,
    "mln": 1e6,
    "milj": 1e6,
    "mio": 1e6,
    "m": 1e6,
    "miljard": 1e9,
    "mld": 1e9,
    "mrd": 1e9,
}
_SCALE = (
    r"(?:[ \u00a0]?(?:(?P<scale>duizend|ton|miljoen(?:en)?|miljard|[kKM])\b"
    r"|(?P<short>dzd|mln|milj|mio|mld|mrd)\b\.?))?"
)
_SIGN = r"(?:[-−–+][ \u00a0]?(?:/-?[ \u00a0]?)?)"
_EURO_WORD = r"[ \u00a0]?(?:euro\b|EUR\b|(?P<k>k)€)"

_EURO_FIRST = re.compile(
    rf"(?:(?<!\w)(?P<vn>[VN])[ \u00a0])?(?P<sign>(?<![\w)]){_SIGN})?(?:(?P<k>k)€|€|\b(?:EUR|euro)\b)[ \u00a0]?"
    rf"(?P<sign2>{_SIGN})?(?P<number>{_NUMBER})(?:,-+)?{_SCALE}(?:[ \u00a0](?P<after>[VN])\b)?"
)
_EURO_LAST = re.compile(
    rf"(?:(?<!\w)(?P<vn>[VN])[ \u00a0])?(?P<sign>(?<![\w)]){_SIGN})?(?<![\d.,/€])(?P<number>{_NUMBER})(?:,-+)?"
    rf"{_SCALE}{_EURO_WORD}"
)
_BARE_MILLIONS = re.compile(
    rf"(?<![\d.,/€-])(?P<number>{_NUMBER})[ \u00a0](?:(?P<scale>miljoen|miljard|ton)\b|(?P<short>mln|mld)\b\.?)"
    r"(?![ \u00a0]?(?:euro|EUR)\b)"
)
_WEIGHS = re.compile(
    r"\b(?:\w*(?:wagen|auto|voertuig)(?:en|s)?|vracht\w*|weeg\w*|wegen|zwa(?:ar|re|arder)|gewicht|uitstoot|co2|afval\w*"
    r"|(?:boven|tot|vanaf) (?:de )?\d[\d,]* ton)\b",
    re.IGNORECASE,
)
"""In a sentence with a ton that is a weight."""
_UNIT_BEHIND = re.compile(
    r"\s{0,3}\(?[x×*][ \u00a0]?(?:(?:€|EUR|euro)[ \u00a0]?1(?:\.000\b|[ \u00a0](?P<million>miljoen|mln))"
    r"|1\.000(?=\)|\s*(?:\n|\Z)))"
)
"""The unit that stands with a single sum: "€ 3.470 x € 1.000"; "€ 25 x 1.000 inwoners" is a multiplication."""
_LARGEST_IN_THOUSANDS = 1e6
"""A sum from here on is printed in full, whatever unit stands beside it."""
_RANGE = re.compile(
    rf"(?:[ \u00a0]?[-–][ \u00a0]?|[ \u00a0](?:tot(?: en met)?|à|a|en|of)[ \u00a0])(?P<number>{_NUMBER})(?:,-+)?"
    rf"{_SCALE}"
)
_RANGE_END = re.compile(r"[ \u00a0]?(?:[-–]|tot(?: en met)?|à|en|of)[ \u00a0]?$")
_UNIT_BEFORE = re.compile(r"(?:[x×*]|\bmaal)[ \u00a0]?$", re.IGNORECASE)
_COUNTED = re.compile(
    r"[ \u00a0]+(?:(?:voor|aan|in|op|per|en|extra|ten|naar|lager|hoger|meer|minder|beschikbaar|begroot"
    r"|geraamd|gereserveerd"
    r"|structureel|incidenteel|jaarlijks|eenmalig|is|wordt|werd|te|tot|uit|van|vanuit|over|om|die|dat|bedraagt"
    r"|nadeel|voordeel|tekort|subsidie|negatief|positief|nadelig|voordelig)\b|\()|[ \u00a0]*[.,;:)]|\s*$"
)
_LARGEST_BARE = 1000.0
_SENTENCE = 160


@dataclass(frozen=True, slots=True)
class Money:
    """A sum at a span of the text; `doubtful` where the mark between its digits can be read in two ways."""

    start: int
    end: int
    value: float
    scaled: bool
    doubtful: bool = False
    balance: bool = False


def parse_number(printed: str, *, scaled: bool = False) -> tuple[float, bool]:
    """The value of Dutch digits and whether it is doubtful: "1.290,50" -> 1290.5; "60,200" -> 60200, doubtful.

    With a word such as miljoen behind it (`scaled`) the comma before three digits is a decimal one.
    """
    digits = printed.replace("\u00a0", ".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", digits):
        return float(digits.replace(".", "").replace(",", ".")), scaled
    if re.fullmatch(r"\d{1,3},\d{3}", digits) and not scaled:
        return float(digits.replace(",", "")), True
    return float(digits.replace(",", ".")), False


def money_in(text: str, start: int = 0, end: int | None = None) -> list[Money]:
    """The sums in `text[start:end]`, in order, none inside another; units such as "x € 1.000" are left out."""
    stop = len(text) if end is None else end
    found: dict[int, Money] = {}
    for pattern in (_EURO_FIRST, _EURO_LAST, _BARE_MILLIONS):
        for match in pattern.finditer(text, start, stop):
            if pattern is _BARE_MILLIONS and not _is_of_money(text, match, start, stop):
                continue
            for money in _read(text, match, stop):
                found.setdefault(money.end, money)
    return _shared_scales(text, _apart(sorted(found.values(), key=lambda money: (money.start, -money.end))))


def _read(text: str, match: re.Match[str], stop: int) -> Iterator[Money]:
    if _UNIT_BEFORE.search(text[max(0, match.start() - 6) : match.start()]):
        return
    groups = match.groupdict()
    scale = _scale(groups["scale"] or groups["short"]) * (1e3 if groups.get("k") else 1.0)
    value, doubtful = parse_number(groups["number"], scaled=scale > 1)
    unit = _UNIT_BEHIND.match(text, match.end(), stop)
    if unit and value < _LARGEST_IN_THOUSANDS:
        scale *= 1e6 if unit["million"] else 1e3
    sign = f"{groups.get('sign') or ''}{groups.get('sign2') or ''}"
    kind = groups.get("vn") or groups.get("after")
    negative = kind == "N" or bool(re.search(r"[-−–]", sign))
    end = match.end()
    yield Money(
        match.start(), end, -value * scale if negative else value * scale, scale > 1, doubtful, kind is not None
    )
    further = _RANGE.match(text, end, stop)
    if further and (_joins(further) or "tussen" in text[max(0, match.start() - 10) : match.start()]):
        yield _second(further)


def _joins(further: re.Match[str]) -> bool:
    """Whether the mark before the second number of a range is one by itself, as "en" and "of" are not."""
    mark = further.group()[: further.start("number") - further.start()].strip()
    return mark not in {"en", "of", "a"}


def _second(further: re.Match[str]) -> Money:
    scale = _scale(further["scale"] or further["short"])
    value, doubtful = parse_number(further["number"], scaled=scale > 1)
    return Money(further.start("number"), further.end(), value * scale, scale > 1, doubtful)


def _scale(word: str | None) -> float:
    return _SCALES[word.lower()] if word else 1.0


@cache
def _money_words() -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(read_words('public_money.txt'))})\b", re.IGNORECASE)


def _is_of_money(text: str, match: re.Match[str], start: int, stop: int) -> bool:
    """Whether a bare "1,2 miljoen" counts money: a word of money in the sentence, and no thing counted behind it."""
    if not _COUNTED.match(text, match.end(), stop):
        return False
    before = re.split(r"[.!?]\s|\n", text[max(start, match.start() - _SENTENCE) : match.start()])[-1]
    after = re.split(r"[.!?]\s|\n", text[match.end() : min(stop, match.end() + _SENTENCE)])[0]
    if match["scale"] == "ton" and _WEIGHS.search(f"{before}{match.group()}{after}"):
        return False
    return bool(_money_words().search(before) or _money_words().search(after))


def _apart(found: list[Money]) -> list[Money]:
    kept: list[Money] = []
    for money in found:
        if not kept or money.start >= kept[-1].end:
            kept.append(money)
        elif money.end > kept[-1].end and money.scaled and not kept[-1].scaled:
            kept[-1] = money
    return kept


def _shared_scales(text: str, found: list[Money]) -> list[Money]:
    """Gives "€ 1" in "€ 1 tot € 2 miljoen" the millions of what follows it."""
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        here, following = shared[i], shared[i + 1]
        joined = _RANGE_END.fullmatch(text[here.end : following.start])
        if joined and following.scaled and not here.scaled and abs(here.value) < _LARGEST_BARE:
            scale = _trailing_scale(text, following)
            shared[i] = replace(here, value=here.value * scale, scaled=True)
    return shared


def _trailing_scale(text: str, money: Money) -> float:
    word = re.search(r"[a-zA-Z]+(?=\.?(?:[ \u00a0]?(?:euro|EUR))?$)", text[money.start : money.end])
    return _SCALES.get(word.group().lower(), 1.0) if word else 1.0
