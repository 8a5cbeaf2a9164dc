"""The year a document reports on; those of other papers that it speaks of are left alone."""

import datetime
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.fact_types import Period
from ingest.identify.days import MONTHS
from ingest.identify.doc_types import DocType, doc_types
from ingest.identify.doctype import is_sentence, type_words
from ingest.identify.material import HEAD, Material, Phrase
from ingest.identify.periods import RANGE
from ingest.identify.tense import modal_year
from ingest.model import Evidence, Inferred

#: Below this no year is given.
THRESHOLD = 0.5
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d|199\d)(?!\d)")
_COUNT = re.compile(r"(?:^|[./_-])(?:[a-z]+-?)?(20[0-4]\d)(?=\D|$)|(?<=\D)(20[0-4]\d)(?:0[1-9]|1[0-2])(?=\D)")
#: Points for a year by where it stands beside the type's own name.
_URL, _TITLE, _FILE, _FURNITURE, _SELF, _BODY, _MODAL, _START, _BELOW = 6.0, 5.0, 3.5, 3.0, 4.0, 0.4, 2.6, 3.0, 3.0
#: "Wat gaan we doen in 2022?", which a paper of the planning cycle asks of its own year.
_QUESTION = re.compile(
    r"\bwat (?:gaan|willen|wilden|hebben|heeft|mag|gaat)\b[^.?\n]{0,45} (?:in|over) (?P<year>20[0-4]\d)\?",
    re.IGNORECASE,
)
_ASKED = 2.0
#: In a sentence of the head the name may be that of the year before.
_SENTENCE = 1.2
_MOST_IN_BODY = 3.0
#: Types whose commonest year is the year they are for; a kadernota speaks mostly of the year before.
_SPEAKS_OF_ITS_YEAR = ("programmabegroting", "jaarstukken")
_FEWEST_YEARS = 3
#: Fewer will do where no other year is spoken of.
_FEWEST_ALONE = 2
#: Points for the one year that a text speaks of, where it names no other.
_ONLY = 1.6
#: Points of "no year at all".
_NOTHING = 1.0
#: How far behind the type's name its year stands: "Programmabegroting gemeente Urmelo 2024".
_REACH = 40
#: The year below a type's name, with nothing else on its line.
_YEAR_BELOW = re.compile(
    r"[ \t]*(?:\n[ \t]*){1,4}(?:[^\n\d]{1,50}\n[ \t]*\n?)?(?P<month>\w{3,9} )?(?P<year>20[0-4]\d)[ \t]*(?=\n|$)"
)
_SPEAKS_OF_SELF = re.compile(
    r"\b(?:voor u lig(?:t|gen)(?: \w+)?|bieden (?:wij|we) u|met de|deze|dit|(?:voor|onder)liggende?)"
    r"(?: [(\w)]+){0,2} $",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Vote:
    year: int
    points: float
    evidence: Evidence


def infer_reporting_year(
    material: Material, doc_type: str | None, period: Period | None, date: Inferred[datetime.date]
) -> Inferred[int]:
    """The year of a begroting, jaarstukken and the like; None for types that have none.

    Args:
        period: of the plan; an uitvoeringsprogramma for several years has no year of its own.
        date: of the document; a verslag, letter or list is about the year that it is of.
    """
    given = material.given.get("reporting_year", "")
    if given.isdigit():
        return Inferred(int(given), 1.0, (Evidence("user", given),))
    kind = doc_types().get(doc_type or "")
    if kind is not None and kind.is_dated and date.value is not None:
        return Inferred(date.value.year, date.confidence, date.evidence)
    if kind is None or not (kind.has_year or kind.is_dated) or (kind.period == "looptijd" and period):
        return Inferred(None, 0.0)
    points: dict[int, float] = defaultdict(float)
    evidence: dict[int, list[_Vote]] = defaultdict(list)
    for vote in _votes(material, kind) if kind.has_year else _votes_of_names(material, kind):
        points[vote.year] += vote.points
        evidence[vote.year].append(vote)
    if not points:
        return Inferred(None, 0.0)
    best = max(points, key=lambda year: points[year])
    second = max((value for year, value in points.items() if year != best), default=0.0)
    confidence = round(points[best] / (_NOTHING + points[best] + second), 3)
    grounds = sorted(evidence[best], key=lambda vote: -vote.points)
    value = best if confidence >= THRESHOLD else None
    return Inferred(value, confidence, tuple(vote.evidence for vote in grounds[:3]))


def _votes(material: Material, kind: DocType) -> Iterator[_Vote]:
    yield from _votes_of_address(material)
    yield from _votes_of_names(material, kind)
    yield from _votes_of_body(material, type_words(kind.id))
    asked = _QUESTION.search(material.text)
    if asked:
        yield _Vote(int(asked["year"]), _ASKED, Evidence("text", asked.group(), asked.start()))
    if kind.id in _SPEAKS_OF_ITS_YEAR:
        yield from _votes_of_all_years(material.text)


def _votes_of_names(material: Material, kind: DocType) -> Iterator[_Vote]:
    """The year beside the type's name where the document names itself."""
    title = [Phrase(material.title, "title")] if material.title else []
    head = [line for line in material.lines if (line.start or 0) < HEAD]
    named = _best_beside([line for line in head if not is_sentence(line)], kind, _TITLE)
    named = named or _best_beside([line for line in head if is_sentence(line)], kind, _SENTENCE)
    if named:
        yield named
    yield from _votes_below(material.text, [line for line in head if not is_sentence(line)], kind)
    for phrases, points in (
        (title, _TITLE),
        (material.starts, _START),
        ([Phrase(material.name, "file name")], _FILE),
        (material.running[:10], _FURNITURE),
    ):
        vote = _best_beside(phrases, kind, points)
        if vote:
            yield vote


def _votes_below(text: str, lines: Sequence[Phrase], kind: DocType) -> Iterator[_Vote]:
    """The year below a line that ends in the type's name, as on a cover; below that of a report it may have a month."""
    for line in lines:
        below = _YEAR_BELOW.match(text, (line.start or 0) + len(line.text))
        named = any(word.search(line.text) for word in type_words(kind.id))
        if below and named and (kind.id == "tussenrapportage" or not below["month"]):
            yield _Vote(int(below["year"]), _BELOW, Evidence("text", below["year"], below.start("year")))
            return


def _votes_of_all_years(text: str) -> Iterator[_Vote]:
    """The year most spoken of, and the only one, where that is no month in which the paper was made."""
    most = modal_year(text)
    if most and (most[3] >= _FEWEST_YEARS or (most[1] == 1.0 and most[3] >= _FEWEST_ALONE)):
        yield _Vote(most[0], _MODAL * most[1], most[2])
    alone = {int(match.group()): match for match in _YEAR.finditer(RANGE.sub(_blank, text))}
    if len(alone) == 1:
        year, match = alone.popitem()
        if not _has_month(text, match.start()):
            yield _Vote(year, _ONLY, Evidence("text", match.group(), match.start()))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _votes_of_address(material: Material) -> Iterator[_Vote]:
    match = _COUNT.search(material.url or "")
    if match:
        yield _Vote(int(match.group(1) or match.group(2)), _URL, Evidence("url", match.group()))


def _best_beside(phrases: Sequence[Phrase], kind: DocType, points: float) -> _Vote | None:
    for phrase in phrases:
        for word in type_words(kind.id):
            match = word.search(phrase.text)
            year = _year_behind(phrase.text, match.end(), kind) if match else None
            if match and year:
                return _Vote(int(year.group()), points, phrase.evidence(match.start(), year.end()))
    if points == _FILE and phrases:
        year = _YEAR.search(phrases[0].text)
        if year and not RANGE.search(phrases[0].text):
            return _Vote(int(year.group()), points / 2, phrases[0].evidence(*year.span()))
    return None


def _year_behind(text: str, place: int, kind: DocType) -> re.Match[str] | None:
    """The first year in reach of a place that is no month of making; a report may be of a month."""
    years = _YEAR.finditer(text, place, place + _REACH)
    return next((year for year in years if kind.id == "tussenrapportage" or not _has_month(text, year.start())), None)


def _has_month(text: str, place: int) -> bool:
    """Whether the name of a month stands right before a place: "november 2012"."""
    return text[max(0, place - 12) : place].casefold().rstrip().endswith(MONTHS)


def _votes_of_body(material: Material, words: tuple[re.Pattern[str], ...]) -> Iterator[_Vote]:
    """How often the type's name stands beside a year; more where the text speaks of itself ("voor u ligt ...")."""
    given: dict[int, float] = defaultdict(float)
    for word in words:
        for match in word.finditer(material.text):
            year = re.compile(r"(?:\s|van de|voor|gemeente|\w+){0,3}?\s(20[0-4]\d)\b").match(
                material.text, match.end(), match.end() + 25
            )
            if not year:
                continue
            number = int(year.group(1))
            before = material.text[max(0, match.start() - 40) : match.start()]
            own = match.start() < 8_000 and _SPEAKS_OF_SELF.search(before)
            points = min(_SELF if own else _BODY, (_SELF if own else _MOST_IN_BODY) - given[number])
            if points > 0:
                given[number] += points
                span = (match.start(), year.end())
                yield _Vote(number, points, Evidence("text", material.text[slice(*span)], span[0]))
