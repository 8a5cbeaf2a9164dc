"""Numbers in words, from 1 to 99: "drie", "eenendertig"; and which of a row: "derde"."""

from functools import cache

from ingest.lexicon import read_rows

_HIGHEST_UNIT, _LOWEST_TENS = 9, 20


@cache
def numbers() -> dict[str, int]:
    """The number that each word says."""
    simple = {row["word"]: int(row["number"]) for row in read_rows("numerals.tsv")}
    units = [(word, number) for word, number in simple.items() if number <= _HIGHEST_UNIT]
    tens = [(word, number) for word, number in simple.items() if number >= _LOWEST_TENS]
    joined = {f"{unit}{_and(unit)}{ten}": high + low for ten, high in tens for unit, low in units}
    return simple | joined


@cache
def ordinals() -> dict[str, int]:
    """The number that each word for which of a row says: "eerste" is 1."""
    irregular = {row["word"]: row["ordinal"] for row in read_rows("numerals.tsv") if row["ordinal"]}
    return {irregular.get(word) or _ordinal(word): number for word, number in numbers().items()}


def _and(unit: str) -> str:
    return "ën" if unit.endswith("e") else "en"


def _ordinal(word: str) -> str:
    return word + ("ste" if word.endswith("ig") else "de")
