"""A dossier in words: the same briefing for the screen, for Word and for print.

Our own words and the words of documents are kept apart: a quote is never changed, only cut, and always has its source.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from index.dossier import LONGEST, Dossier, Gap, Part
from index.records import citation_of
from index.rows import DocumentRow, FactRow, PassageRow
from ingest.fact_types import Amount, Commitment, Indicator, Speerpunt
from views.columns import address_of
from views.matrix import body
from views.words import STATUS, by_when, day, doc_type_label, euros, theme_label

LONGEST_QUOTE = 260
"""Characters: about three lines in print."""


@dataclass(frozen=True, slots=True)
class Item:
    """A line of a briefing: what we say of it (may be empty), the quote, and where that stands."""

    lead: str
    quote: str
    source: str
    link: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """Lines of one kind; `said` comes before them, `after` tells what was left out."""

    title: str
    said: str
    items: tuple[Item, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """The whole; `notes` are the last chapter: what was searched and what is not in it."""

    title: str
    made: str
    chapters: tuple[Chapter, ...]
    notes: tuple[str, ...]


def briefing(dossier: Dossier, base: str) -> Briefing:
    """The dossier in words; `base` is where the app is, for the links."""
    themes = ", ".join(theme_label(theme) for theme in dossier.filters.themes)
    places = ", ".join(dossier.filters.municipalities) or "alle gemeenten in de collectie"
    years = ", ".join(map(str, dossier.filters.years))
    return Briefing(
        title=f"{themes}: {places}" + (f", {years}" if years else ""),
        made=f"Gemaakt met Speerpunt op {day(dossier.made)}. Wat tussen aanhalingstekens staat, komt uit de stukken.",
        chapters=(
            _chapter(
                "Speerpunten", "Wat de stukken zelf een speerpunt of prioriteit noemen.", dossier.speerpunten, base
            ),
            _chapter(
                "Wat de plannen zeggen",
                "Van elk plan de passage die het meest over dit thema gaat.",
                dossier.passages,
                base,
            ),
            _chapter("Wat is beloofd", "Voornemens en toezeggingen, de stevigste eerst.", dossier.promises, base),
            _chapter(
                "Wat het mag kosten", "Bedragen bij dit thema, uit de nieuwste stukken eerst.", dossier.amounts, base
            ),
            _chapter(
                "Wat ervan is gemeld", "Wat stukken melden als gedaan, het nieuwste eerst.", dossier.reports, base
            ),
            _chapter("Indicatoren", "Cijfers waarmee de gemeente meet of het lukt.", dossier.indicators, base),
            _questions(dossier, base),
        ),
        notes=tuple(_notes(dossier)),
    )


def _chapter(title: str, said: str, part: Part, base: str) -> Chapter:
    items = tuple(_item(row, base) for row in part.lines)
    if not items:
        return Chapter(title, "Niets gevonden in de stukken die zijn gelezen.", ())
    after = (
        f"Hier staan de eerste {LONGEST}. Er zijn er nog {part.more}; zie de lijsten in Speerpunt." if part.more else ""
    )
    return Chapter(title, said, items, after)


def _item(row: FactRow | PassageRow, base: str, lead: str | None = None) -> Item:
    if isinstance(row, PassageRow):
        return Item(lead or "", shortened(body(row)), citation_of(row), address_of(row, (row.start, row.end), base))
    span = (row.fact.start, row.fact.end)
    return Item(
        lead if lead is not None else _lead(row),
        shortened(row.fact.text),
        citation_of(row),
        address_of(row, span, base),
    )


def _lead(row: FactRow) -> str:
    """What the program read in it, before the words themselves."""
    match row.fact:
        case Commitment() as fact:
            who = fact.actor or "wie niet genoemd"
            parts = [
                who,
                by_when(fact),
                euros(fact.amount_eur) if fact.amount_eur is not None else "",
                STATUS[fact.status],
            ]
        case Amount() as fact:
            parts = [euros(fact.value_eur), fact.row or "", str(fact.year or ""), fact.structural or ""]
        case Indicator() as fact:
            parts = [
                fact.name,
                f"waarde {fact.value}" if fact.value else "",
                f"streefwaarde {fact.target}" if fact.target else "",
            ]
        case Speerpunt() as fact:
            parts = [f"hoort bij {fact.parent}" if fact.parent else ""]
        case _:
            parts = []
    return " · ".join(part for part in parts if part)


def _questions(dossier: Dossier, base: str) -> Chapter:
    items = [item for gap in dossier.gaps for item in _question(gap, base)]
    said = "Vragen die volgen uit wat ontbreekt. Speerpunt kan iets gemist hebben: kijk het eerst na."
    if not items:
        return Chapter("Vragen om te stellen", "Geen gaten gevonden in wat is gelezen.", ())
    return Chapter("Vragen om te stellen", said, tuple(items))


def _question(gap: Gap, base: str) -> list[Item]:
    """The question beside the words that it is about; where sums differ, beside both."""
    questions = [_item(gap.about, base, _asked(gap))]
    if gap.beside is not None:
        questions.append(_item(gap.beside, base, "Naast"))
    return questions


def _asked(gap: Gap) -> str:
    fact = gap.about.fact
    searched = len(gap.trail.searched) if gap.trail else 0
    where = f"in {searched} andere {'stuk' if searched == 1 else 'stukken'} geen vervolg gevonden"
    match gap.kind:
        case "overdue":
            due = by_when(fact) if isinstance(fact, Commitment) else ""
            return f"Is dit gedaan? De termijn ({due}) is voorbij; {where}."
        case "no follow-up":
            return f"Wat is hiervan gekomen? Er staat geen termijn bij; {where}."
        case "no deadline":
            return "Wanneer is dit klaar? Er staat geen termijn bij."
        case "amounts differ":
            return "Welk bedrag klopt? Elders staat bij dit onderwerp een ander bedrag."
        case "no value":
            return "Wat is de stand? Er staat geen waarde bij deze indicator."


def _notes(dossier: Dossier) -> Iterable[str]:
    count = len(dossier.documents)
    yield f"Doorzocht: {count} {'stuk' if count == 1 else 'stukken'}: {_listed(dossier.documents)}."
    if dossier.unread:
        yield f"Niet of maar deels gelezen: {_listed(dossier.unread)}."
    for missing in dossier.missing:
        yield f"Niet in de collectie: {doc_type_label(missing.doc_type).lower()} {missing.year}."
    yield "Staat iets hier niet, dan kan het er toch zijn: anders verwoord, of niet gevonden."


def _listed(documents: Iterable[DocumentRow]) -> str:
    return "; ".join(dict.fromkeys(row.title for row in documents))


def shortened(text: str) -> str:
    """A quote of at most `LONGEST_QUOTE` characters on one line, cut at a word."""
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST_QUOTE else plain[:LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
