"""The columns of lists that are taken along, in Dutch: what a fact says, and where that stands."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import urlencode

from index.export import LINK, Record
from index.records import citation_of
from index.search import Hit
from index.store.judgements import Mark
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.registers import Registers, is_listed
from ingest.fact_types import Commitment
from views.words import (
    KIND_OF_ONE,
    READ_STATUS,
    STATUS,
    STRENGTH,
    VERDICT,
    by_when,
    doc_type_label,
    office,
    theme_label,
    unit_written,
)

Column = Callable[[Any], Any]
Said = Callable[[FactRow], Mark | None]

_PROMISE = {"voorstel_derde": "voorstel van een ander"}
_CHARGE = {"last": "lasten", "bate": "baten", "saldo": "saldo"}

_OWN: Mapping[str, Mapping[str, Column]] = {
    "speerpunt": {
        "speerpunt": lambda fact: fact.label,
        "niveau": lambda fact: fact.level,
        "hoort bij": lambda fact: fact.parent,
    },
    "goal": {
        "niveau": lambda fact: fact.level,
        "code": lambda fact: fact.code,
        "doel": lambda fact: fact.label,
        "hoort bij code": lambda fact: fact.parent_code,
        "hoort bij": lambda fact: fact.parent,
    },
    "commitment": {
        "wie": lambda fact: fact.actor,
        "wanneer": by_when,
        "uiterlijk": lambda fact: fact.deadline.period.end if fact.deadline else None,
        "bedrag (€)": lambda fact: fact.amount_eur,
        "stevigheid": lambda fact: STRENGTH[fact.strength],
        "soort belofte": lambda fact: _PROMISE.get(fact.promise_type, fact.promise_type),
        "onder voorwaarde": lambda fact: "ja" if fact.conditional else "nee",
        "stand volgens het stuk": lambda fact: STATUS[fact.status],
        "nummer in de lijst": lambda fact: fact.number,
    },
    "official": {"naam": lambda fact: fact.name, "ambt": office},
    "amount": {
        "bedrag (€)": lambda fact: fact.value_eur,
        "waarvoor": lambda fact: fact.purpose,
        "rij": lambda fact: fact.row,
        "kolom": lambda fact: fact.column,
        "boekjaar": lambda fact: fact.year,
        "lasten of baten": lambda fact: _CHARGE.get(fact.direction),
        "een verschil": lambda fact: fact.change,
        "vanaf": lambda fact: fact.period.start.year if fact.period and fact.period.start else None,
        "tot en met": lambda fact: fact.period.end.year if fact.period and fact.period.end else None,
        "structureel of incidenteel": lambda fact: fact.structural,
        "per": lambda fact: fact.per,
        "eenheid in het stuk": unit_written,
        "eenheid onzeker": lambda fact: "ja" if fact.scale_uncertain else "nee",
    },
    "indicator": {
        "indicator": lambda fact: fact.name,
        "waarde": lambda fact: fact.value,
        "streefwaarde": lambda fact: fact.target,
        "eenheid": lambda fact: fact.unit,
        "peiljaar": lambda fact: None if fact.value is None else fact.reference_year,
        "jaar streefwaarde": lambda fact: fact.target_year,
    },
}
"""What a kind of fact says of itself."""

_STATE = ("stand volgens de lijst", "in woorden van de lijst", "datum van die lijst", "bron van die stand")
"""What the newest list says of a commitment."""

_CHECKED = ("nagekeken", "nagekeken op", "toelichting bij nakijken")
"""What a person said of a fact; empty where nobody looked."""

_DOCUMENT: Mapping[str, Callable[[DocumentRow], Any]] = {
    "titel": lambda row: row.title,
    "gemeente": lambda row: row.municipality,
    "alle gemeenten": lambda row: "; ".join(row.identity.municipalities),
    "zekerheid gemeente": lambda row: round(row.identity.municipality.confidence, 2),
    "soort stuk": lambda row: doc_type_label(row.doc_type),
    "zekerheid soort": lambda row: round(row.identity.doc_type.confidence, 2),
    "jaar": lambda row: row.year,
    "looptijd van": lambda row: _period(row).start if _period(row) else None,
    "looptijd tot en met": lambda row: _period(row).end if _period(row) else None,
    "datum": lambda row: row.identity.date.value,
    "bladzijden": lambda row: row.page_count,
    "tekens": lambda row: row.characters,
    "gelezen": lambda row: READ_STATUS[row.status],
    "opmerkingen": lambda row: "; ".join(row.problems),
    "bestand": lambda row: row.file,
    "pad": lambda row: str(PurePath(row.source.path).with_name(row.file)),
    "sha256": lambda row: row.source.sha256,
}

_SOURCE = ("citaat", "bron", "gemeente", "soort stuk", "jaar", "bladzijde", "kopjes", "thema's", "bestand", "sha256")
_MADE = "gemaakt op"


def _nothing(_: FactRow) -> None:
    """Of no fact a person said anything."""


def _period(row: DocumentRow) -> Any:
    return row.identity.plan_period.value


def _year(row: DocumentRow) -> int | None:
    """The year that it is about; else that of its date, or that its period begins in."""
    when = row.identity.date.value or (_period(row).start if _period(row) else None)
    return row.year or (when.year if when else None)


def document_names() -> list[str]:
    """The heads of a list of documents."""
    return list(_DOCUMENT)


def document_rows(rows: Iterable[DocumentRow]) -> Iterable[Record]:
    """Documents with Dutch column heads."""
    return ({name: value(row) for name, value in _DOCUMENT.items()} for row in rows)


def document_rows_with_link(rows: Sequence[DocumentRow], base: str, made: datetime.date) -> list[Record]:
    """Documents to take along from the app: with a link to each, and without the place on its disk."""
    listed = zip(rows, document_rows(rows), strict=True)
    return [
        {name: value for name, value in record.items() if name != "pad"}
        | {LINK: f"{base}/document?{urlencode({'doc': row.source.sha256})}", _MADE: made.isoformat()}
        for row, record in listed
    ]


def hit_rows(hits: Iterable[Hit], base: str, made: datetime.date) -> list[Record]:
    """What was found, best first: where it stands and why it came."""
    return [
        {"plaats": hit.rank, "waarom gevonden": "; ".join(hit.reasons)}
        | source_columns(hit.passage, hit.passage.text, (hit.passage.start, hit.passage.end), base, made)
        for hit in hits
    ]


def fact_names(kind: str | None) -> list[str]:
    """The heads of a list of one kind of fact, or of all kinds; without a link, which only the app can give."""
    kinds = [kind] if kind else list(_OWN)
    own = dict.fromkeys(name for each in kinds for name in (*_OWN[each], *(_STATE if each == "commitment" else ())))
    return [*([] if kind else ["soort"]), *own, "zekerheid", *_CHECKED, *_SOURCE, _MADE]


def fact_rows(
    rows: Iterable[FactRow], base: str, made: datetime.date, lists: Registers | None = None, said: Said = _nothing
) -> list[Record]:
    """Facts with Dutch column heads: what they say, then where that stands.

    Args:
        base: where the app is, for the links.
        made: the day that the list was made.
        lists: what gives the newest state of a commitment; without it that of its own row stands there.
        said: what gives the mark of a fact that a person looked at.
    """
    return [fact_row(row, base, made, lists, said) for row in rows]


def fact_row(
    row: FactRow, base: str, made: datetime.date, lists: Registers | None = None, said: Said = _nothing
) -> Record:
    """One of `fact_rows`."""
    fact = row.fact
    own = {name: value(fact) for name, value in _OWN[fact.kind].items()}
    if isinstance(fact, Commitment):
        own |= _state(row, lists)
    sure = {"zekerheid": round(fact.confidence, 2)} | _checked(said(row))
    return own | sure | source_columns(row, fact.text, (fact.start, fact.end), base, made)


def fact_row_with_kind(
    row: FactRow, made: datetime.date, lists: Registers | None = None, said: Said = _nothing
) -> Record:
    """A fact in a list of all kinds."""
    return {"soort": KIND_OF_ONE[row.fact.kind], **fact_row(row, "", made, lists, said)}


def _checked(mark: Mark | None) -> dict[str, Any]:
    values = (VERDICT[mark.verdict], mark.made.date(), mark.note) if mark else (None, None, None)
    return dict(zip(_CHECKED, values, strict=True))


def _state(row: FactRow, lists: Registers | None) -> dict[str, Any]:
    told = lists.standing(row) if lists else row if is_listed(row) else None
    if told is None or not isinstance(told.fact, Commitment):
        return dict.fromkeys(_STATE)
    values = (told.fact.register_status, told.fact.register_said, told.document.identity.date.value, citation_of(told))
    return dict(zip(_STATE, values, strict=True))


def source_columns(
    row: FactRow | PassageRow, quote: str, span: tuple[int, int], base: str, made: datetime.date
) -> dict[str, Any]:
    """Where a quote stands, in every list that is taken along."""
    document = row.document
    values: Sequence[Any] = (
        quote,
        citation_of(row),
        document.municipality,
        doc_type_label(document.doc_type),
        _year(document),
        row.page,
        " > ".join(row.heading_path),
        "; ".join(theme_label(score.theme) for score in row.themes),
        document.file,
        document.source.sha256,
    )
    return dict(zip(_SOURCE, values, strict=True)) | {LINK: address_of(row, span, base), _MADE: made.isoformat()}


def address_of(row: FactRow | PassageRow, span: tuple[int, int], base: str, page: int | None = None) -> str:
    """The permanent link of a span of a document, which opens at the page, else at the one that the row begins on."""
    place = {"doc": row.document.source.sha256, "page": page or row.page, "van": span[0], "tot": span[1]}
    return f"{base}/document?" + urlencode({name: value for name, value in place.items() if value is not None})
