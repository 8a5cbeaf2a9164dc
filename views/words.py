"""The Dutch words on the screen for what the data calls by an id."""

import datetime
import re
from collections.abc import Mapping

from index.finding.naming import Understood
from index.language.fold import name_key
from index.store.moments import OF_A_PARTY
from ingest.fact_types import Amount, Commitment, Goal, GoalLevel, Official
from ingest.identify.days import MONTHS
from ingest.identify.doc_types import doc_types
from ingest.themes import THEMES

_YEAR = re.compile(r"(?:19|20)\d\d|['’‘]\d\d\b")

STRENGTH: Mapping[str, str] = {"strong": "stevig", "medium": "gemiddeld", "weak": "zwak"}
"""How binding a commitment is worded."""

STATUS: Mapping[str, str] = {
    "planned": "voorgenomen",
    "ongoing": "doorlopend",
    "realised": "gedaan, volgens dit stuk",
    "undecided": "nog niet besloten",
    "opposed": "afgewezen",
}

_FIGURE = re.compile(r"\d[\d.,]*")
_UNITS = (1_000, 1_000_000)
"""Euros that a table may count in."""
_DUTCH = str.maketrans(",.", ".,")

_PRONOUNS = frozenset({"wij", "we", "ik", "men", "ons", "zij", "hij"})

KIND: Mapping[str, str] = {
    "speerpunt": "speerpunten",
    "goal": "doelen en prestaties",
    "commitment": "toezeggingen en voornemens",
    "official": "bestuurders",
    "amount": "bedragen",
    "indicator": "indicatoren",
}

KIND_OF_ONE: Mapping[str, str] = {
    "speerpunt": "speerpunt",
    "goal": "doel of prestatie",
    "commitment": "toezegging of voornemen",
    "official": "bestuurder",
    "amount": "bedrag",
    "indicator": "indicator",
}
"""What one fact of a kind is called; `KIND` says it of more."""

GOAL_LEVEL: Mapping[GoalLevel, str] = {
    "programma": "Programma",
    "doel": "Doel",
    "subdoel": "Subdoel",
    "prestatie": "Prestatie",
}

ASPECT: Mapping[str, str] = {
    "municipality": "gemeente",
    "year": "jaar",
    "official": "bestuurder",
}

VERDICT: Mapping[str, str] = {"right": "klopt", "wrong": "klopt niet"}
"""What a person said of a fact."""

READ_STATUS: Mapping[str, str] = {"ok": "gelezen", "partial": "deels gelezen", "failed": "niet gelezen"}

ROLE: Mapping[str, str] = {
    "burgemeester": "burgemeester",
    "wethouder": "wethouder",
    "secretaris": "gemeentesecretaris",
    "griffier": "griffier",
    "portefeuillehouder": "portefeuillehouder",
}


def doc_type_label(doc_type: str | None) -> str:
    """The name of a document type as people say it; "onbekende soort" where it isn't known."""
    if doc_type is None:
        return "onbekende soort"
    known = doc_types().get(doc_type)
    return known.label if known else doc_type


def of_a_party(doc_type: str | None) -> str:
    """That a party says it, where the document is of one; else empty."""
    return "Dit is een verkiezingsprogramma: een partij zegt het, niet de gemeente." if doc_type == OF_A_PARTY else ""


def theme_label(theme: str) -> str:
    """The name of a theme."""
    return THEMES[theme].label if theme in THEMES else theme


def euros(amount: float) -> str:
    """A sum as the Dutch write it: € 27.000."""
    return f"€ {whole(round(amount))}"


def amount_in_words(amount: Amount) -> str:
    """A sum with what the document says it is of: "€ 45.000, Jeugd, Begroting, 2024"; also what it doesn't say."""
    year = str(amount.year) if amount.year else "jaar niet genoemd"
    value = " ".join(filter(None, (euros(amount.value_eur), amount.change)))
    parts = [value, amount.row or amount.purpose or "", amount.column or "", year]
    parts += [f"in het stuk {unit}"] if (unit := unit_written(amount)) else []
    if amount.scale_uncertain:
        parts.append("niet zeker of het in euro's of in duizenden euro's is")
    return ", ".join(" ".join(part.split()) for part in parts if part)


def unit_written(amount: Amount) -> str:
    """In what the row of a table gives its sums where that isn't euros: "x € 1.000"; else empty."""
    if amount.row is None or amount.scale_uncertain:
        return ""
    figures = set(_FIGURE.findall(amount.text))
    for unit in _UNITS:
        within = abs(amount.value_eur) / unit
        written = whole(round(within)) if within == round(within) else f"{within:,.1f}".translate(_DUTCH)
        if whole(round(abs(amount.value_eur))) not in figures and written in figures:
            return f"x € {whole(unit)}"
    return ""


def day(date: datetime.date | None) -> str:
    """A date as the Dutch write it: 4 november 2021; "zonder datum" where it isn't known."""
    return f"{date.day} {MONTHS[date.month - 1]} {date.year}" if date else "zonder datum"


SURE = 0.9
"""From here a fact is wrong at most once in ten: nearly all are, so that the figure says nothing on a screen."""


def sureness(confidence: float) -> str:
    """How sure the program is, in words with the figure behind them.

    Confidence is the share of such facts that is right (docs/nauwkeurigheid.md): "hoog" is wrong at most once in ten,
    "laag" more than three times in ten.
    """
    word = "hoog" if confidence >= SURE else "redelijk" if confidence >= 0.7 else "laag"
    return f"zekerheid {word} ({confidence:.0%})"


def understood(item: Understood, question: str) -> str:
    """What was read out of a question, and of which word where that says it otherwise: "gemeente Waterdrecht",
    "jaar 2024", "ondermijnig gelezen als ondermijning"."""
    said = question[item.start : item.end]
    if item.aspect == "spelling":
        return f"{said} gelezen als {item.value}"
    if item.aspect == "phrase":
        return f"precies \u201c{item.value}\u201d"
    if item.aspect == "unwanted":
        return f"zonder {item.value}"
    if not item.known:
        return f"gemeente {item.value} (daarvan zijn er geen stukken)"
    label = _labelled(item)
    return label if name_key(said) in name_key(label) else f"{label} (uit {said})"


def _labelled(item: Understood) -> str:
    if item.aspect == "doc_type":
        return f"soort stuk {doc_type_label(item.value)}"
    if item.aspect == "day":
        return f"dag {day(datetime.date.fromisoformat(item.value))}"
    if item.aspect == "kind":
        return f"vraag naar {KIND.get(item.value, item.value)}"
    return f"{ASPECT[item.aspect]} {item.value}"


def whole(number: int) -> str:
    """A whole number as the Dutch write it: 2.539."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str = "stuk", many: str = "stukken") -> str:
    """A number of documents, or of something else, in words."""
    return f"{whole(number)} {one if number == 1 else many}"


def who_acts(commitment: Commitment) -> str:
    """Who will do it, as the text names them; "niet genoemd" without anybody. A pronoun names nobody."""
    actor = commitment.actor or "niet genoemd"
    return f"“{actor.lower()}”, zonder naam" if actor.casefold() in _PRONOUNS else actor


def by_when(commitment: Commitment) -> str:
    """The deadline as the text words it, within a sentence of ours; "geen termijn" without one."""
    deadline = commitment.deadline
    if deadline is None:
        return "geen termijn"
    end = deadline.period.end or deadline.period.start
    if deadline.text:
        year = "" if end is None or _YEAR.search(deadline.text) else f" ({end.year})"
        return f"{_uncapitalised(deadline.text)}{year}"
    return f"{end:%d-%m-%Y} (afgeleid)" if end else "geen termijn"


def _uncapitalised(text: str) -> str:
    """Words that began a sentence, within one: "Eind 2025" becomes "eind 2025", "Q4 2025" stays."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def capitalised(text: str) -> str:
    """Words from within a sentence, as a heading."""
    return text[:1].upper() + text[1:]


def goal_name(goal: Goal) -> str:
    """The level of a goal with its code: "Prestatie 1.2.1"."""
    return " ".join(part for part in (GOAL_LEVEL[goal.level], goal.code) if part)


def office(official: Official) -> str:
    """The office and the portfolio: "wethouder, jeugd en zorg"."""
    parts = [ROLE[official.role], official.portfolio or ""]
    return ", ".join(part for part in parts if part)


def cut_short(text: str, longest: int) -> str:
    """At most so many characters of a text, cut at a word and then marked as cut."""
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"
