"""The kind of value that a question asks for, and whether a passage gives one of what is asked.

"Hoeveel camera's hangen er?" is not answered by a passage on cameras without a number, however near it comes. So a
passage that gives no value of the kind that is asked for (a sum, a share, a day, a time, a name, a street, a count)
doesn't answer. One that gives it apart from what is asked may: it can be told in other words ("29 zaken" for "hoeveel
adviezen"); then the answer says that it was not found with the words that were asked.

Of 53 near misses written to tune this on 8 were silent without it and 37 with it; of 35 questions after a value that
have an answer none fell silent. To ask that the value stands with the words would silence 42, and three of these.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Literal, cast

import numpy as np

from index.finding.coverage import Sought, coverage
from index.finding.fuse import Candidates, best_by_words
from index.finding.marks import marks
from index.finding.ranking import Looked
from index.finding.terms import Word
from index.language.fold import fold
from index.language.wordlists import pairs
from index.library import Library
from index.query import Query
from index.store.held import held_in
from index.store.rows import PassageRow
from index.store.streams import Ids, common
from ingest.dutch import sentence_spans
from ingest.facts.money import money_in
from ingest.facts.periods import time_expressions
from ingest.identify.days import dates_in

Kind = Literal["bedrag", "percentage", "datum", "tijdstip", "duur", "naam", "straat", "aantal keren", "aantal", "getal"]
Given = Literal["with it", "apart"]
"""Whether a value stands with what is asked, or only in the same passage."""
Span = tuple[int, int]

_BROADER: Mapping[Kind, tuple[Kind, ...]] = {
    "getal": ("bedrag", "percentage", "aantal"),
    "aantal keren": ("aantal keren", "aantal"),
}
"""What answers besides: who asks how often there were checks gets to read of 12 checks."""
_FIGURES = frozenset({"bedrag", "percentage", "aantal", "getal"})
_CELL = re.compile(r"\|\s*[-+]?(?!(?:19|20)\d\d\b)\d[\d.,]*(?=\s*(?:\||$|\n))")
"""A figure in a table, which may be a sum or a count alike."""
_MONEY = re.compile(r"€|euro|EUR|miljoen|miljard|mln|mld")
"""Without one of these nothing is a sum: looking for it takes a fifth of the time."""
_LETTER = re.compile(r"[^\W\d_]")
_ENDS = re.compile(r"[.;?!]\s")
CLOSELY = 10
"""How many of the best passages are read for a value."""
WITHOUT = 0.15
"""What the score loses of a passage without any; .05 to .15 measured alike on the half to tune on. Where one that gives
it apart lost as much too, that half lost .003 of nDCG@10."""
OLDER = 0.02
"""What a passage loses for each year, up to `MOST_YEARS`, that it is older than the newest of its municipality that
gives a value too. No question of our own sets changed place for the worse with .01, .02 or .03."""
MOST_YEARS = 5
AS_MUCH = 0.25
"""The share of the words of the fullest passage that one which gives a value apart has to have, to be about the same.
With .5 two more near misses fell silent, and a question with an answer."""
ROW = 0.15
"""What a passage loses that has no row of a table which is named after what is asked, where another has one."""
NAMED = 0.6
"""The share of the words asked that the name of such a row has to have."""
BESIDE = 40
"""Characters between a number and what it counts: "29 zaken met een handhavingsadvies"."""


@dataclass(frozen=True, slots=True)
class Value:
    """What a question asks for.

    Attributes:
        subject: the words by which it must stand.
        counted: the word that tells what a count is of, else None.
        changes: whether it is a figure, which is another each year, and no year is asked for: the newest comes first.
    """

    kind: Kind
    subject: tuple[Word, ...]
    counted: Word | None = None
    changes: bool = False


def value_asked(query: Query) -> Value | None:
    """The value that a question asks for; None where it asks for none, or for nothing but that."""
    asked = kind_asked(query.text)
    if not asked:
        return None
    kind, start, end = asked
    subject = tuple(word for word in query.matter if not start <= word.start < end)
    behind = [word for word in subject if word.start >= end]
    counted = behind[0] if kind == "aantal" and behind else None
    timeless = not any(item.aspect in {"year", "day"} for item in query.understood)
    return Value(kind, subject, counted, timeless and kind in _FIGURES) if subject else None


def kind_asked(question: str) -> tuple[Kind, int, int] | None:
    """The kind of value that a question asks for, with the words that say so."""
    folded = fold(question)
    found = ((kind, pattern.search(folded)) for pattern, kind in _asked())
    return next(((cast(Kind, kind), *match.span()) for kind, match in found if match), None)


@cache
def _asked() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), kind) for pattern, kind in pairs("gevraagde_waarden.tsv"))


def gives(value: Value, text: str, headings: Sequence[str] = ()) -> Given | None:
    """How a passage gives the value, if it does."""
    found = list(values_in(value.kind, text))
    if not found:
        return None
    if value.counted:
        near = marks(text, [value.counted]).spans
        return "with it" if any(_beside(text, one, other) for one in found for other in near) else "apart"
    said = [start for start, _ in marks(text, value.subject).spans]
    windows = [(start, end) for start, end in _windows(text) if any(start <= at < end for at in said)]
    with_it = any(start <= at < end for start, end in windows for at, _ in found)
    return "with it" if with_it or any(marks(heading, value.subject).spans for heading in headings[-1:]) else "apart"


def rows_named(
    library: Library, query: Query, value: Value | None, documents: Sequence[int], allowed: Ids | None
) -> Ids:
    """The ids, ascending, of passages with a row of figures that is named after the subject of a sum: "Renovatie hal |
    5.000.000" answers who asks what the hall costs, however little a table resembles a question.

    They are sought by the subject alone: the words for money in a question are those of a hundred other passages.

    Args:
        documents, allowed: to stay within, as in `fuse.best_by_words`.
    """
    if value is None or value.kind != "bedrag":
        return np.empty(0, dtype=np.int64)
    ids, _ = best_by_words(library, replace(query, words=value.subject), documents, allowed)
    sought = Sought(value.subject)

    def is_named(name: str) -> bool:
        return coverage(value.subject, sought.presences(held_in(name))) >= NAMED

    passages = library.passages(ids.tolist(), with_themes=False)
    return np.array(sorted(row.id for row in passages if any(map(is_named, _row_names(row.text)))), dtype=np.int64)


def _row_names(text: str) -> Iterator[str]:
    """What stands before the figures of each row of a table."""
    for line in text.split("\n"):
        figure = _CELL.search(line, next((found.start() for found in _LETTER.finditer(line)), len(line)))
        if figure:
            yield line[: figure.start()]


def _windows(text: str) -> Iterator[Span]:
    """Each sentence with the one after it."""
    sentences = sentence_spans(text)
    yield from sentences[-1:]
    for first, second in pairwise(sentences):
        yield first[0], second[1]


def _beside(text: str, one: Span, other: Span) -> bool:
    """Whether two spans stand together in a sentence, or in a row of a table."""
    between = text[min(one[1], other[1]) : max(one[0], other[0])]
    if "|" in between:
        return "\n" not in between
    return len(between) <= BESIDE and not _ENDS.search(between)


def values_in(kind: Kind, text: str) -> Iterator[Span]:
    """Where a text gives a value of a kind."""
    kinds = _BROADER.get(kind, (kind,))
    dates = [] if kind in {"tijdstip", "duur", "naam"} else [(start, end) for _, start, end in dates_in(text)]
    for each in kinds:
        yield from _as_facts(each, text, dates)
        for pattern in _patterns().get(each, ()):
            spans = (found.span() for found in pattern.finditer(text))
            yield from (span for span in spans if not any(start <= span[0] < end for start, end in dates))


def _as_facts(kind: Kind, text: str, dates: Sequence[Span]) -> Iterator[Span]:
    if kind in {"bedrag", "aantal"}:
        yield from (found.span() for found in _CELL.finditer(text))
    if kind == "bedrag" and _MONEY.search(text):
        yield from ((money.start, money.end) for money in money_in(text))
    if kind == "datum":
        yield from dates
    if kind in {"tijdstip", "duur"}:
        yield from ((when.start, when.end) for when in time_expressions(text, 0, len(text)))


@cache
def _patterns() -> dict[str, list[re.Pattern[str]]]:
    found: dict[str, list[re.Pattern[str]]] = {}
    for kind, pattern in pairs("waarden.tsv"):
        found.setdefault(kind, []).append(re.compile(pattern))
    return found


def _years_older(passages: Sequence[PassageRow]) -> dict[int, int]:
    """By the id of each passage how many years its document is older than the newest of the same municipality."""
    newest: dict[tuple[str, ...], int] = {}
    for row in passages:
        place = row.document.identity.municipalities
        newest[place] = max(newest.get(place, 0), row.document.year or 0)
    return {
        row.id: min(newest[row.document.identity.municipalities] - row.document.year, MOST_YEARS)
        for row in passages
        if row.document.year
    }


class Values:
    """Which of the best passages give the value that a question asks for."""

    def __init__(self, value: Value | None, found: Candidates, rows: Mapping[int, PassageRow], named: Ids) -> None:
        """Read the best of what was found, and those of `named` (`rows_named`); nothing where no value is asked."""
        self._value = value
        self._named = frozenset(common(np.sort(found.ids), named).tolist())
        near = [rows[number] for number in (*found.ids[:CLOSELY].tolist(), *self._named)] if value else []
        self._given = {row.id: gives(value, row.text, row.heading_path) for row in near if value}
        self._given |= dict.fromkeys(self._named, "with it")
        changes = value is not None and value.changes
        self._older = _years_older([row for row in near if self._given[row.id]]) if changes else {}

    def first(self, found: Candidates) -> Candidates:
        """What was found, with the passages that give a value before others that answer about as well."""
        if not self._value:
            return found
        lost = np.array([self._lost(number) for number in found.ids.tolist()], dtype=np.float32)
        return found.with_scores(np.maximum(found.scores - lost, 0))

    def _lost(self, number: int) -> float:
        lost = OLDER * self._older.get(number, 0) if self._given.get(number) else WITHOUT
        return lost + ROW * bool(self._named and number not in self._named)

    def required(self, looked: Mapping[int, Looked]) -> list[Looked]:
        """Passages by their ids as they were looked at; one without a value doesn't answer, nor does one that gives it
        apart and has far fewer of the words than another."""
        if not self._value:
            return list(looked.values())
        least = AS_MUCH * max((one.share for one in looked.values()), default=0.0)

        def able(number: int, one: Looked) -> bool:
            given = self._given.get(number)
            return given == "with it" or (given == "apart" and one.share >= least)

        return [replace(one, may_answer=one.may_answer and able(number, one)) for number, one in looked.items()]

    @property
    def missed(self) -> Value | None:
        """The value that is asked for, where none of the best passages gives it with what is asked."""
        return None if "with it" in self._given.values() else self._value
