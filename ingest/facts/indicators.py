"""Indicators: figures by which progress is measured, from tables and from sentences that set a target."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache

from ingest.dutch import sentence_spans
from ingest.fact_types import Indicator
from ingest.facts.tables.indicator_tables import indicators_of
from ingest.facts.tables.rows import tables_of
from ingest.lexicon import read_rows
from ingest.model import Document

IN_SENTENCE = 0.6
"""Of a sentence with a target: one in the real budgets that were looked at, so a guess."""

_YEAR = re.compile(r"(?<!\d)(?:19[89]|20[0-4])\d(?!\d)")
_NAME_ENDS = re.compile(
    r" (?:heeft|hebben|had|hadden|kent|is|was|wordt|werd|zijn|waren|blijft|bleef|blijven|daalt|daalde|dalen"
    r"|stijgt|steeg|stijgen|komt|kwam|komen|neemt|ligt|lag|moet|moeten|mag|mogen|bedraagt|bedroeg|niet|naar|van \d"
    r"|onder|boven|minimaal|maximaal|hoogstens|minstens|in \d|dan|te|terug|omlaag|omhoog|groeit|afneemt"
    r"|toeneemt)\b|[,.:;(]|$"
)
_GOAL = re.compile(
    r"\b(?:doel\w*|streef\w*|streven|norm|ambitie|wil|willen|mag|mogen|moet|moeten|zal|zullen|blijft|blijven|komt"
    r"|komen|uiterlijk|daalt|dalen|stijgt|stijgen|terugbrengen|verlagen|verhogen|verhoging|verlaging|gaat|gaan"
    r"|(?:is|zijn|bedraagt) (?:maximaal|minimaal|hoogstens|minstens|ten ?minste|ten hoogste"
    r"|niet (?:meer|minder|langer|korter)))\b",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bvan (?P<figure>\d[\d.,]*)(?:[ \u00a0]?%)?(?: in (?P<year>(?:19|20)\d\d))?")
_VALUE = re.compile(
    r"\b(?:waarde|realisatie|resultaat)(?: van| is| was| bedroeg|,? (?:in )?(?:19|20)\d\d)*:?"
    r" (?P<figure>\d[\d.,]*\d(?: ?%)?|\d)(?![\d\w])"
)
_FIGURE = r"(?:\d[\d.,]*\d|\d)"
_MOVED = re.compile(
    rf"\bvan (?P<first>{_FIGURE})(?P<unit>[ \u00a0]?%)? in (?P<first_year>(?:19|20)\d\d) (?:naar|tot) "
    rf"(?P<last>{_FIGURE})(?:[ \u00a0]?%)? in (?P<last_year>(?:19|20)\d\d)"
)
"""What was measured twice: "daalde van 305 in 2020 naar 238 in 2023"."""
_MEASURED = re.compile(
    rf"\b(?:was|waren|bedroeg(?:en)?|kwam(?:en)?)(?: er| uit op| op)? (?!(?:19|20)\d\d\b)"
    rf"(?P<figure>{_FIGURE})(?![\d\w])"
)
_REACHED = re.compile(r"\b(?:gehaald|behaald|bereikt|gerealiseerd|overschreden)\b", re.IGNORECASE)
"""Beside a target this says that the figure told in the past is the one measured."""
_COUNTED = re.compile(r"\s(?P<name>[a-zà-ÿ-]{4,}(?: (?!te |in |van |is |wordt )[a-zà-ÿ-]{4,}){0,3})(?=[ .,;])")
_MOVES = r"(?:daalde|steeg|groeide|zakte|liep (?:op|terug)|nam (?:toe|af)|ging)"
_YEAR_BEHIND = re.compile(
    r"[ \u00a0]?%?(?: [a-zà-ÿ]+){0,2} (?:in|eind|per|voor|vanaf|ultimo) (?P<year>(?:19|20)\d\d)(?!\d)"
)
_YEAR_AHEAD = re.compile(
    r"\A(?:Uiterlijk|Vanaf|Eind|Per|Voor|In)(?: in| eind)? (?P<year>(?:19|20)\d\d)"
    r" (?:mag|mogen|moet|moeten|zal|zullen|wil|willen|is|zijn|blijft|blijven|komt|komen|daalt|dalen|stijgt|stijgen)\b"
    r"|\b(?:mag|mogen|moet|moeten|zal|zullen|wil|willen) (?:\w+ ){0,3}(?:in|eind|voor|per) (?P<later>(?:19|20)\d\d)\b"
)
"""The year of a target right behind it, and where its sentence opens or says that it has to be."""
_AIM_BEHIND = re.compile(
    rf"[.;] (?:(?:Ons|Het|Onze|De) (?:doel|streefcijfer|streefwaarde|norm|ambitie|streven)\b[^.;\d]{{0,30}}"
    rf"|(?:Wij|We) (?:willen|streven)\b[^.;]{{0,20}}\b(?:dit|deze|die) [^.;]{{0,50}}?)"
    rf"(?P<first>(?:in|voor) (?P<before>(?:19|20)\d\d) )?[^.;\d]{{0,40}}?"
    rf"(?P<target>{_FIGURE}(?:[ \u00a0]?%)?)(?: (?:in|voor|uiterlijk in) (?P<year>(?:19|20)\d\d))?",
)
"""The target that the sentence behind a figure sets: "Ons doel is 35 in 2026"."""
_AIM = re.compile(r"\b(?:doel|streven|streeft|streefcijfer|ambitie|norm)\b", re.IGNORECASE)
_GOES_TO = re.compile(r"\b(?:naar|tot)(?: een| de)?$")
_NO_UNIT = frozenset(
    {
        *("zijn", "worden", "liggen", "bedragen", "blijven", "halen", "scoren", "hebben", "zitten", "komen"),
        *("gehaald", "behaald", "bereikt", "gerealiseerd", "overschreden", "gepasseerd", "ruim", "niet", "bijna"),
    }
)
_LONGEST_NAME = 90
_LONGEST_SENTENCE = 600
_TIMES = frozenset({"jaar", "weken", "maanden", "dagen", "minuten", "uur"})
_TIME = re.compile(r"(?:tijd|termijn)$", re.IGNORECASE)
_NOT_COUNTED = frozenset({"euro", "miljoen", "jaar", "weken", "maanden", "dagen"})


def indicators(document: Document) -> list[Indicator]:
    """The indicators in order of place: a table's at its row, a sentence's at the sentence."""
    rows = [(block.start, block.end) for block in document.blocks if block.role == "table_row"]
    found = [fact for table in tables_of(document) for fact in indicators_of(document.text, table)]
    found.extend(_of_sentences(document.text, rows))
    known = {(fact.value, fact.reference_year) for fact in found}
    found.extend(fact for fact in _told(document.text, rows) if (fact.value, fact.reference_year) not in known)
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
    unit = _unit(found["unit"])
    measure = _measure().search(sentence)
    counted = _counted_behind(sentence, found.end("unit") - start) if not measure and unit == "%" else None
    if end - start > _LONGEST_SENTENCE or not (measure or counted):
        return
    if not _GOAL.search(sentence) or not _counts(sentence, found["figure"], unit, measure):
        return
    base = _FROM.search(found["limit"])
    of_base = (base and base["year"]) or ""
    goes = _GOES_TO.search(found["limit"])
    moved = None if goes else _MOVED.search(sentence)
    target = text[found.start("figure") if goes else found.start() : found.end() if unit else found.end("figure")]
    yield Indicator(
        start,
        end,
        sentence,
        IN_SENTENCE,
        name=_name(sentence, measure) if measure else counted or "",
        unit=unit or None,
        value=moved["last"] if moved else base["figure"] if base else _value_beside(sentence),
        target=target.strip(" ,."),
        reference_year=int(moved["last_year"]) if moved else _year(of_base, text[found.end() : end], sentence),
        target_year=_target_year(sentence, found.end("figure") - start),
    )
    if moved and measure:
        name, share = _name(sentence, measure), (moved["unit"] or "").strip() or None
        yield Indicator(start, end, sentence, IN_SENTENCE, name, share, moved["first"], None, int(moved["first_year"]))


def _counts(sentence: str, figure: str, unit: str, measure: re.Match[str] | None) -> bool:
    """Whether the figure counts something: no year, no sum of money, and a time only where a time is measured."""
    if "€" in sentence or _YEAR.fullmatch(figure):
        return False
    is_time = measure is not None and unit in _TIMES and _TIME.search(measure.group()) is not None
    return is_time or unit not in _NOT_COUNTED


def _year(of_base: str, behind: str, sentence: str) -> int | None:
    """The year of the value that the sentence starts from, else the first behind the target, else the sentence's."""
    found = next(filter(None, map(_YEAR.search, (of_base, behind, sentence))), None)
    return int(found.group()) if found else None


def _target_year(sentence: str, at: int) -> int | None:
    """The year that the sentence gives the target whose figure ends there."""
    behind = _YEAR_BEHIND.match(sentence, at)
    ahead = None if _REACHED.search(sentence) else _YEAR_AHEAD.search(sentence)
    printed = behind["year"] if behind else (ahead["year"] or ahead["later"]) if ahead else None
    return int(printed) if printed else None


def _counted_behind(sentence: str, at: int) -> str | None:
    """What a share is of, where it stands behind the figure: "minimaal 70% afvalscheiding te bereiken"."""
    words = _COUNTED.match(sentence, at)
    return words["name"] if words and _AIM.search(sentence) else None


def _value_beside(sentence: str) -> str | None:
    """The value that a sentence gives beside its target: "een waarde van 71% en een streefwaarde van 75%"."""
    found = _VALUE.search(sentence) or (_MEASURED.search(sentence) if _REACHED.search(sentence) else None)
    return found["figure"] if found else None


def _unit(printed: str | None) -> str:
    """What stands behind a figure if it is a unit: in "een 7,5 zijn" it isn't."""
    unit = (printed or "").strip()
    return "" if unit in _NO_UNIT else unit


def _name(sentence: str, measure: re.Match[str]) -> str:
    rest = sentence[measure.start() :]
    stop = _NAME_ENDS.search(rest, measure.end() - measure.start())
    return " ".join(rest[: stop.start() if stop else len(rest)][:_LONGEST_NAME].split())


@cache
def _told_at() -> tuple[re.Pattern[str], ...]:
    """The orders in which a sentence tells what was measured, how much it was and in what year."""
    nouns = "|".join(row["pattern"] for row in read_rows("indicator_words.tsv") if row["kind"] == "measure")
    told = "|".join(row["pattern"] for row in read_rows("indicator_words.tsv") if row["kind"] == "told")
    name = rf"(?:het|de) (?P<name>(?:{nouns})\b[^.,;:()\n\d€]{{0,90}}?)"
    figure = r"(?:(?:nog|ruim|circa|ongeveer|gemiddeld|een) )?(?P<figure>\d[\d.,]*\d|\d)(?P<unit>[ \u00a0]?%)?(?![\w%])"
    year = r"(?:in|over|eind) (?P<year>(?:19|20)\d\d)"
    orders = (
        rf"{name} (?:{told}) {figure} {year}\b",
        rf"{name} (?:{told}) {year} {figure}",
        rf"{name} (?:kwam|komt) {year} uit op {figure}",
        rf"{year} (?:was|bedroeg|lag|kwam) {name} (?:op )?{figure}",
        rf"{name} {_MOVES} {year} (?:naar|tot) {figure}",
        rf"{name} {_MOVES} van {figure} {year}(?= (?:naar|tot) \d)",
        rf"{name} {_MOVES} van \d[\d.,]*[ \u00a0]?%? (?:in|over|eind) (?:19|20)\d\d (?:naar|tot) {figure} {year}",
    )
    return tuple(re.compile(order, re.IGNORECASE) for order in orders)


def _told(text: str, rows: list[tuple[int, int]]) -> Iterator[Indicator]:
    """What a sentence says was measured: "Het aantal meldingen was 145 in 2026"; without a year it is no indicator."""
    for found in (match for order in _told_at() for match in order.finditer(text)):
        row = bisect_right(rows, (found.start(), len(text))) - 1
        inside = row >= 0 and rows[row][1] > found.start()
        if inside or _YEAR.fullmatch(found["figure"]):
            continue
        yield Indicator(
            found.start(),
            found.end(),
            found.group(),
            IN_SENTENCE,
            name=" ".join(found["name"].split()),
            unit=(found["unit"] or "").strip() or None,
            value=found["figure"],
            reference_year=int(found["year"]),
        )
        yield from _aimed_behind(text, found)


def _aimed_behind(text: str, found: re.Match[str]) -> Iterator[Indicator]:
    aim = _AIM_BEHIND.match(text, found.end())
    year = (aim["year"] or aim["before"]) if aim else None
    if aim and year:
        start, name = aim.start() + 2, " ".join(found["name"].split())
        unit = (found["unit"] or "").strip() or None
        said = text[start : aim.end()]
        yield Indicator(start, aim.end(), said, IN_SENTENCE, name, unit, None, aim["target"], int(year), int(year))


def _sentence(found: re.Match[str], sentences: list[tuple[int, int]]) -> tuple[int, int]:
    i = bisect_right(sentences, (found.start(), found.end())) - 1
    return sentences[i] if i >= 0 and sentences[i][1] >= found.end() else found.span()
