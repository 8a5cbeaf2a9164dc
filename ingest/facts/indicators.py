"""Indicators: figures by which progress is measured, from tables and from sentences that set a target."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from ingest.dutch import sentence_spans
from ingest.fact_types import Indicator
from ingest.facts.indicator_tables import indicators_of
from ingest.facts.tables import tables_of
from ingest.lexicon import read_rows
from ingest.model import Document

IN_SENTENCE = 0.6
"""Of a sentence with a target: one in the real budgets that were looked at, so a guess."""

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_NAME_ENDS = re.compile(
    r" (?:is|was|wordt|werd|zijn|waren|blijft|bleef|blijven|daalt|daalde|dalen|stijgt|steeg|stijgen|komt|kwam|komen"
    r"|neemt|ligt|lag|moet|moeten|mag|mogen|bedraagt|bedroeg|niet|naar|van \d|onder|boven|minimaal|maximaal|hoogstens"
    r"|minstens|in \d|dan|te|terug|omlaag|omhoog|groeit|afneemt|toeneemt)\b|[,.:;(]|$"
)
_GOAL = re.compile(
    r"\b(?:doel\w*|streef\w*|streven|norm|ambitie|wil|willen|mag|mogen|moet|moeten|zal|zullen|blijft|blijven|komt"
    r"|komen|uiterlijk|daalt|dalen|stijgt|stijgen|terugbrengen|verlagen|verhogen|verhoging|verlaging|gaat|gaan)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 90
_LONGEST_SENTENCE = 600
_NOT_COUNTED = frozenset({"euro", "miljoen", "jaar", "weken", "maanden", "dagen"})


def indicators(document: Document) -> list[Indicator]:
    """The indicators in order of place: a table's at its row, a sentence's at the sentence."""
    rows = [(block.start, block.end) for block in document.blocks if block.role == "table_row"]
    found = [fact for table in tables_of(document) for fact in indicators_of(document.text, table)]
    found.extend(_of_sentences(document.text, rows))
    return sorted(found, key=lambda fact: (fact.start, fact.end))


@cache
def _target_at() -> re.Pattern[str]:
    limits = "|".join(row["pattern"] for row in read_rows("indicator_words.tsv") if row["kind"] == "limit")
    figure = r"(?P<figure>\d[\d.,]*\d|\d)(?P<unit>[ \u00a0]?%|[ \u00a0](?:procent|per \w+|[a-z]{4,}))?"
    return re.compile(rf"(?<!\w)(?P<limit>{limits})[ \u00a0]{figure}", re.IGNORECASE)


@cache
def _measure() -> re.Pattern[str]:
    nouns = "|".join(row["pattern"] for row in read_rows("indicator_words.tsv") if row["kind"] == "measure")
    return re.compile(rf"(?<!\w)(?:{nouns})(?!\w)", re.IGNORECASE)


def _of_sentences(text: str, rows: list[tuple[int, int]]) -> Iterator[Indicator]:
    targets = list(_target_at().finditer(text))
    sentences = sentence_spans(text) if targets else []
    for found in targets:
        row = bisect_right(rows, (found.start(), len(text))) - 1
        if row < 0 or rows[row][1] <= found.start():
            yield from _of_sentence(text, found, sentences)


def _of_sentence(text: str, found: re.Match[str], sentences: list[tuple[int, int]]) -> Iterator[Indicator]:
    start, end = _sentence(found, sentences)
    sentence = text[start : min(end, start + _LONGEST_SENTENCE)]
    unit = (found["unit"] or "").strip()
    measure = _measure().search(sentence)
    if (
        end - start > _LONGEST_SENTENCE
        or not measure
        or "€" in sentence
        or unit in _NOT_COUNTED
        or _YEAR.fullmatch(found["figure"])
    ):
        return
    if not _GOAL.search(sentence):
        return
    rest = sentence[measure.start() :]
    stop = _NAME_ENDS.search(rest, measure.end() - measure.start())
    name = rest[: stop.start() if stop else len(rest)][:_LONGEST_NAME].strip()
    target = text[found.start() : found.end()].strip(" ,.") if unit else text[found.start() : found.end("figure")]
    year = _YEAR.search(text, found.end(), end) or _YEAR.search(sentence)
    yield Indicator(
        start,
        end,
        sentence,
        IN_SENTENCE,
        name=name,
        unit=unit or None,
        value=None,
        target=target,
        reference_year=int(year.group()) if year else None,
    )


def _sentence(found: re.Match[str], sentences: list[tuple[int, int]]) -> tuple[int, int]:
    i = bisect_right(sentences, (found.start(), found.end())) - 1
    return sentences[i] if i >= 0 and sentences[i][1] >= found.end() else found.span()
