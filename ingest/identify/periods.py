"""The years that a plan covers; those of other plans are left alone."""

import datetime
import re
from collections.abc import Iterator

from ingest.fact_types import Period
from ingest.identify.doc_types import DocType, doc_types
from ingest.identify.doctype import type_words
from ingest.identify.material import HEAD, Material, Phrase
from ingest.model import Evidence, Inferred

RANGE = re.compile(
    r"(?<!\d)(20[0-4]\d)(?: ?[-–—/] ?| t/m | tot en met | tot | en met )(20[0-4]\d|[0-4]\d)(?!\d)(?!-\d)", re.IGNORECASE
)
#: "Verkiezingsprogramma 2026 2030", whose dash was lost; right behind the name and no row of years.
_SPACED_RANGE = re.compile(r"\b(20[0-4]\d) (20[0-4]\d)\b(?! 20)")
#: Weights of names: a "meerjarenraming 2025-2027" is a part of a begroting, no name of its own.
_OWN_NAME, _ANY_NAME = 5.0, 3.0
#: Between a name and a range, these show that the range is another plan's.
_OF_ANOTHER = re.compile(
    r"20\d\d|\b(?:bij|uit|basis|volgens|conform|vastgesteld|opvolger|vorige?|evaluatie)\b|[.;:]|.{50}"
    r"|\b(?:het|de|ons|onze|van|en|met) (?:\w+ ){0,3}?\w*(?:plan|beleid|visie|nota|programma|agenda|akkoord)\b"
    r"|(?:begroting|raming|perspectief)\b",
    re.IGNORECASE,
)
_LINE_BELOW = re.compile(r"[ \t]*(?:\n[ \t]*){1,4}[^\n]{1,60}(?=\n|$)")
_PERIOD_LINE = re.compile(
    r"(?:voor )?(?:de )?(?:plan|beleids|raads|college|bestuurs)?periode:? (?=20\d\d)", re.IGNORECASE
)
#: "In de raadsperiode 2018 - 2022": what an agreement or programme of a term says of that term.
_TERM = re.compile(
    r"\b(?:(?:raads|college|bestuurs|coalitie|regeer|zittings|beleids)-?periode|(?:programma|akkoord) voor"
    r"|voor de periode|jaren)['’]?:? ?\(?(?=20\d\d)",
    re.IGNORECASE,
)
#: "CDA 2026-2030", on the cover of a party's programme.
_NAMED_TERM = re.compile(rf"(?:[\w'’&-]+ ){{1,3}}(?:{RANGE.pattern})", re.IGNORECASE)
_OF_A_TERM = ("coalitieakkoord", "collegeprogramma", "verkiezingsprogramma")
_IN_TERM = 0.6
#: The longest plan, in years; longer ranges are visions or something else.
_LONGEST = 12


def infer_plan_period(material: Material, doc_type: str | None, title: str) -> Inferred[Period]:
    """The years that the plan in this document is for: the range beside its own name, not that of another plan."""
    given = RANGE.search(material.given.get("plan_period", ""))
    if given:
        period = _period(given)
        return Inferred(period, 1.0, (Evidence("user", given.group()),))
    kind = doc_types().get(doc_type or "")
    if kind is None or not kind.period:
        return Inferred(None, 0.0)
    for phrase, sure in _own_phrases(material, title):
        match = _range_of_own(phrase, kind)
        period = _period(match) if match else None
        if match and period:
            return Inferred(period, sure, (phrase.evidence(*match.span()),))
    return _term(material, kind) if kind.id in _OF_A_TERM else Inferred(None, 0.0)


def of_year(period: Inferred[Period], year: int | None) -> Inferred[Period]:
    """The period if the paper's year lies in it: below "Begroting 2024" the "meerjarenraming 2025-2027" is a part."""
    return period if year is None or period.value is None or period.value.covers_year(year) else Inferred(None, 0.0)


def _term(material: Material, kind: DocType) -> Inferred[Period]:
    """The term that the opening speaks of or sets behind the type's name, where it is the only one."""
    before = [*_TERM.finditer(material.opening)]
    before += [name for word in type_words(kind.id) for name in word.finditer(material.opening)]
    found = [RANGE.match(material.text, word.end() + material.text.startswith(" ", word.end())) for word in before]
    periods = {period: match for match in found if match and (period := _period(match))}
    if len(periods) != 1:
        return Inferred(None, 0.0)
    period, match = periods.popitem()
    return Inferred(period, _IN_TERM, (Evidence("text", match.group(), match.start()),))


def _range_of_own(phrase: Phrase, kind: DocType) -> re.Match[str] | None:
    """The range that belongs to the document's own name in a phrase."""
    for word in type_words(kind.id, _OWN_NAME if kind.family == "pc" else _ANY_NAME):
        name = word.search(phrase.text)
        if not name:
            continue
        after = RANGE.search(phrase.text, name.end())
        after = after or _SPACED_RANGE.search(phrase.text, name.end(), name.end() + 12)
        if after and not _OF_ANOTHER.search(phrase.text[name.end() : after.start()]):
            return after
        before = RANGE.match(phrase.text)
        if before and before.end() <= name.start() <= before.end() + 3:
            return before
    alone = RANGE.fullmatch(phrase.text.strip(" .-–")) or _PERIOD_LINE.match(phrase.text)
    if kind.id in _OF_A_TERM and not _OF_ANOTHER.search(phrase.text[: phrase.text.find("20")]):
        alone = alone or _NAMED_TERM.fullmatch(phrase.text)
    if kind.period == "looptijd" and alone and phrase.source == "text":
        return RANGE.search(phrase.text)
    return None


def _period(match: re.Match[str]) -> Period | None:
    first, last = int(match.group(1)), int(match.group(2))
    last = last + first // 100 * 100 if last < 100 else last
    if not 0 < last - first <= _LONGEST:
        return None
    return Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31))


def _own_phrases(material: Material, title: str) -> Iterator[tuple[Phrase, float]]:
    """Where a document names itself, surest first."""
    if title:
        printed = material.text.find(title, 0, HEAD)
        yield (Phrase(title, "text", printed) if printed >= 0 else Phrase(title, "title")), 0.9
    for line in material.lines:
        if (line.start or 0) < HEAD:
            yield line, 0.85
            yield _wider(material, line), 0.85
    for line in material.running[:10]:
        yield line, 0.8
    yield Phrase(material.name, "file name"), 0.75
    for piece in material.address:
        yield Phrase(piece, "url"), 0.75


def _wider(material: Material, line: Phrase) -> Phrase:
    """A line with the next one, for a cover has the years below the name."""
    if line.start is None:
        return line
    below = _LINE_BELOW.match(material.text, line.start + len(line.text))
    return Phrase(material.text[line.start : below.end() if below else line.start + len(line.text)], "text", line.start)
