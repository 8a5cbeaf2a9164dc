"""Amounts: every sum of money in the text and in the tables, with what the sentence says about it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Literal, cast

from ingest.dutch import sentence_spans
from ingest.facts.money import Money, money_in
from ingest.facts.table_amounts import table_amounts
from ingest.lexicon import read_rows
from ingest.model import Amount, Document

SURE = 0.95
DOUBTFUL = 0.6

_YEAR = re.compile(r"(?<![\d./-])(?:19[89]|20[0-4])\d(?![\d.,/]*\d)")
_NOT_ITS_YEAR = re.compile(
    r"(?:artikel|wet|nr\.?|nummer|motie|(?:t\.o\.v\.|ten opzichte van|vergeleken met)[^.,;]{0,30})[ \u00a0]$",
    re.IGNORECASE,
)

Span = tuple[int, int]


def amounts(document: Document) -> list[Amount]:
    """The amounts in order of place: those of the running text at their own span, a table's at their row's."""
    text = document.text
    rows = [(block.start, block.end) for block in document.blocks if block.role == "table_row"]
    sentences = sentence_spans(text)
    found = [_amount(text, money, _around(sentences, money)) for money in _in_prose(text, rows)]
    return sorted([*found, *table_amounts(document)], key=lambda amount: (amount.start, amount.end))


def _in_prose(text: str, rows: list[Span]) -> Iterator[Money]:
    at = 0
    for start, end in (*rows, (len(text), len(text))):
        yield from money_in(text, at, start)
        at = end


def _around(sentences: list[Span], money: Money) -> Span:
    """The sentence that holds the sum; the sum itself where none does."""
    i = bisect_right(sentences, (money.start, money.end)) - 1
    if i < 0 or sentences[i][1] < money.end:
        return money.start, money.end
    return sentences[i]


def _amount(text: str, money: Money, sentence: Span) -> Amount:
    direction = "saldo" if money.balance else _nearest(text, money, sentence, "direction")
    return Amount(
        money.start,
        money.end,
        text[money.start : money.end],
        DOUBTFUL if money.doubtful else SURE,
        value_eur=round(money.value, 2),
        structural=cast(Literal["structureel", "incidenteel"] | None, _nearest(text, money, sentence, "structural")),
        direction=cast(Literal["last", "bate", "saldo"] | None, direction),
        year=_year(text, money, sentence),
        scale_uncertain=money.doubtful,
    )


@cache
def _cues(attribute: str) -> list[tuple[re.Pattern[str], str]]:
    rows = [row for row in read_rows("amount_cues.tsv") if row["attribute"] == attribute]
    return [(re.compile(rf"(?<!\w){row['pattern']}(?!\w)", re.IGNORECASE), row["value"]) for row in rows]


def _nearest(text: str, money: Money, sentence: Span, attribute: str) -> str | None:
    """The value of the cue that stands nearest to the sum within its sentence."""
    places = (
        (_distance(money, found.span()), value)
        for pattern, value in _cues(attribute)
        for found in pattern.finditer(text, *sentence)
    )
    return min(places, default=(0, None))[1]


def _distance(money: Money, span: Span) -> int:
    return money.start - span[1] if span[1] <= money.start else span[0] - money.end


def _year(text: str, money: Money, sentence: Span) -> int | None:
    """The year nearest to the sum within its sentence."""
    years = [
        (_distance(money, found.span()), int(found.group()))
        for found in _YEAR.finditer(text, *sentence)
        if not _NOT_ITS_YEAR.search(text[max(0, found.start() - 50) : found.start()])
    ]
    return min(years, default=(0, None))[1]
