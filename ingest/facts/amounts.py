"""Amounts: every sum of money in the text and in the tables, with what the sentence says about it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from typing import Any, Literal, NamedTuple, TypeVar, cast

from ingest.dutch import sentence_spans
from ingest.fact_types import Amount
from ingest.facts.money import Money, money_in
from ingest.facts.sums.changes import Change, change_of, goes_on
from ingest.facts.sums.lists import lines_of, lists_in, years_of_lists
from ingest.facts.sums.purposes import purpose
from ingest.facts.sums.years import Years, years_in
from ingest.facts.tables.amounts import table_amounts
from ingest.facts.tables.labels import opens_with_code, taakveld_of
from ingest.lexicon import read_rows
from ingest.model import Document

SURE = 0.95
DOUBTFUL = 0.6

_NATIONAL = re.compile(
    r"\b(?:landelijke?[ \u00a0](?:(?!(?:wij|we|ons|onze|ontvang\w*|krijg\w*|gemeente)\b)[\w-]+[ \u00a0]){0,4}"
    r"|(?:(?:alle|de gezamenlijke|nederlandse) gemeenten|heel nederland)\b[^€.;]{0,60})$",
    re.IGNORECASE,
)
"""Right before a sum that is not the municipality's: "een landelijk tekort van", "alle gemeenten samen"."""
_OF_THE_COUNTRY = re.compile(r"\b(?:landelijk\w*|nederland\w*|gemeenten|rijk|kabinet)\b", re.IGNORECASE)
_SENTENCE = 160
_MILLIARD = 1e9
"""Where a sentence speaks of the country, sums from here on are the country's."""

_NEIGHBOURS = 3
_SEVERAL_CODES = re.compile(r"\D*\d\.\d+(?:,| en| t/m|/) ?\d\.\d", re.IGNORECASE)

_PER = re.compile(
    r"(?:,-+)? per (?P<unit>(?!(?:saldo|abuis|ongeluk|post|brief|\d)\b)"
    r"(?:(?:vierkante|strekkende|kubieke) )?[a-zà-ÿ]+(?: per jaar)?)\b"
)

_NEXT_CLAUSE = re.compile(
    r",[ \u00a0\n]+(?:waardoor|zodat|omdat|terwijl|maar|waarna)\b|[ \u00a0\n]en[ \u00a0\n]+(?:omdat|daarnaast|dat)\b"
)

T = TypeVar("T")
Span = tuple[int, int]
Place = tuple[int, int, T]


def amounts(document: Document) -> list[Amount]:
    """The amounts in order of place: those of the running text at their own span, a table's at their row's."""
    text = document.text
    rows = [(block.start, block.end) for block in document.blocks if block.role == "table_row"]
    prose = [money for money in _in_prose(text, rows) if not _is_national(text, money)]
    found = list(_described(text, prose)) if prose else []
    return sorted([*found, *table_amounts(document)], key=lambda amount: (amount.start, amount.end))


def _in_prose(text: str, rows: list[Span]) -> list[Money]:
    found: list[Money] = []
    at = 0
    for start, end in (*rows, (len(text), len(text))):
        found.extend(money_in(text, at, start))
        at = end
    return found


def _is_national(text: str, money: Money) -> bool:
    """Whether the words around a sum say that it is that of the country or of all its municipalities."""
    before = re.split(r"[.!?]\s|\n", text[max(0, money.start - _SENTENCE) : money.start])[-1]
    if _NATIONAL.search(before):
        return True
    after = re.split(r"[.!?]\s|\n", text[money.end : money.end + _SENTENCE], maxsplit=1)[0]
    return abs(money.value) >= _MILLIARD and bool(_OF_THE_COUNTRY.search(f"{before} {after}"))


def _described(text: str, prose: list[Money]) -> Iterator[Amount]:
    """The sums with what their sentences say; every cue is looked for once, so that it takes linear time."""
    sentences = sentence_spans(text)
    years, yearly = years_in(text), _places(text, "per")
    spans = [_around(sentences, money) for money in prose]
    purposes = _purposes(text, prose, spans, sentences)
    lists = lists_in(text, prose)
    lines = lines_of(text, lists)
    spans = [lines.get(money.start, span) for money, span in zip(prose, spans, strict=True)]
    paired = _paired(prose, spans, years)
    spans = _until_next_clause(text, prose, spans)
    pairs = zip(prose, spans, strict=True)
    own = {money.start: when for money, at in pairs if (when := paired.get(money.start) or _nearest(years, money, at))}
    dated = years_of_lists(text, lists, own, years) | own
    said = _said(text, prose, spans)
    for money, sentence, what, sides in zip(prose, spans, purposes, said, strict=True):
        when = dated.get(money.start, Years())
        yield Amount(
            money.start,
            money.end,
            text[money.start : money.end],
            DOUBTFUL if money.doubtful else SURE,
            value_eur=round(money.value, 2),
            structural=cast(Literal["structureel", "incidenteel"] | None, sides.structural),
            direction=cast(Literal["last", "bate", "saldo"] | None, sides.direction),
            year=when.year,
            taakveld=_taakveld(what) if what else None,
            scale_uncertain=money.doubtful,
            purpose=what,
            period=when.period,
            per=_per(text, money, sentence, yearly),
            change=sides.change,
        )


class _Said(NamedTuple):
    structural: str | None
    direction: str | None
    change: Change | None


def _said(text: str, prose: list[Money], spans: list[Span]) -> list[_Said]:
    """What the sentence of each sum says of it; of a series over years what it says of the first."""
    structural, direction = _places(text, "structural"), _places(text, "direction")
    said: list[_Said] = []
    around = zip((None, *prose), (*prose[1:], None), strict=False)
    for (before, after), money, sentence in zip(around, prose, spans, strict=True):
        if said and before and sentence[0] <= before.start and goes_on(text[before.end : money.start]):
            said.append(said[-1])
            continue
        start = max(sentence[0], before.end if before else 0)
        change = change_of(text[start : money.start], text[money.end : sentence[1]])
        side = "saldo" if money.balance else _nearest(direction, money, sentence, after)
        said.append(_Said(_nearest(structural, money, sentence, after), side, change))
    return said


def _until_next_clause(text: str, prose: list[Money], spans: list[Span]) -> list[Span]:
    """The sentences of the sums, each until a clause behind it that tells of something else."""
    breaks = [found.start() for found in _NEXT_CLAUSE.finditer(text)]
    ends = [bisect_left(breaks, money.end) for money in prose]
    return [
        (start, min(end, breaks[i]) if i < len(breaks) else end) for (start, end), i in zip(spans, ends, strict=True)
    ]


def _purposes(text: str, prose: list[Money], spans: list[Span], sentences: list[Span]) -> Iterator[str | None]:
    """What each sum is for."""
    for sentence, group in groupby(zip(spans, prose, strict=True), key=lambda pair: pair[0]):
        sums = [money for _, money in group]
        i = bisect_left(sentences, sentence)
        before = sentences[i - 1] if i > 0 else None
        yield from (purpose(text, sentence, sums, at, before) for at in range(len(sums)))


def _taakveld(label: str) -> str | None:
    """The code that a label opens with, by its name or by the word "taakveld"; none of two codes."""
    if not opens_with_code(label) or _SEVERAL_CODES.match(label):
        return None
    return taakveld_of(label, trusted=label.lower().startswith("taakveld"))


def _per(text: str, money: Money, sentence: Span, yearly: list[Place[str]]) -> str | None:
    """What the sum is for each of; "jaarlijks" in its sentence says a year."""
    found = _PER.match(text, money.end, sentence[1])
    if found:
        return found["unit"]
    return _nearest(yearly, money, sentence)


def _paired(prose: list[Money], spans: list[Span], years: list[Place[Years]]) -> dict[int, Years]:
    """The year of each sum where years and sums take turns: "in 2026 € 1.000 en in 2027 € 2.000"."""
    paired: dict[int, Years] = {}
    starts = [start for start, _, _ in years]
    for (start, end), group in groupby(zip(spans, prose, strict=True), key=lambda pair: pair[0]):
        sums = [money.start for _, money in group]
        within = years[bisect_left(starts, start) : bisect_left(starts, end)]
        dated = [year[0] for year in within]
        if len(sums) == len(within) > 1 and (_take_turns(dated, sums) or _take_turns(sums, dated)):
            paired |= zip(sums, (year[2] for year in within), strict=True)
    return paired


def _take_turns(first: list[int], second: list[int]) -> bool:
    turns = [place for pair in zip(first, second, strict=True) for place in pair]
    return turns == sorted(turns)


def _around(sentences: list[Span], money: Money) -> Span:
    """The sentence that holds the sum; the sum itself where none does."""
    i = bisect_right(sentences, money.start, key=lambda sentence: sentence[0]) - 1
    if i < 0 or sentences[i][1] < money.end:
        return money.start, money.end
    return sentences[i]


@cache
def _cues(attribute: str) -> list[tuple[re.Pattern[str], str]]:
    rows = [row for row in read_rows("amount_cues.tsv") if row["attribute"] == attribute]
    return [(re.compile(rf"(?<!\w){row['pattern']}(?!\w)", re.IGNORECASE), row["value"]) for row in rows]


def _places(text: str, attribute: str) -> list[Place[str]]:
    """Where the cues of an attribute stand, in order, with the value that each gives."""
    return sorted((*found.span(), value) for pattern, value in _cues(attribute) for found in pattern.finditer(text))


def _nearest(places: list[Place[T]], money: Money, sentence: Span, after: Money | None = None) -> T | None:
    """The value of the place nearest to the sum within its sentence; the one before it where two are as near.

    A place that stands nearer to the sum `after` is of that one: "€ 5 onder het structurele niveau van € 9".
    """
    i = bisect_right(places, (money.start,))
    near = [place for place in places[max(0, i - _NEIGHBOURS) : i + _NEIGHBOURS] if _within(place, sentence)]
    own = [place for place in near if not (after and _is_of_next(place, money, after))]
    return min(own, key=lambda place: _distance(money, place), default=(0, 0, None))[2]


def _is_of_next(place: Place[Any], money: Money, after: Money) -> bool:
    between = money.end <= place[0] and place[1] <= after.start
    return between and _distance(after, place) < _distance(money, place)


def _within(place: Place[Any], sentence: Span) -> bool:
    return sentence[0] <= place[0] and place[1] <= sentence[1]


def _distance(money: Money, place: Place[Any]) -> int:
    return money.start - place[1] if place[1] <= money.start else place[0] - money.end
