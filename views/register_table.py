"""The register of commitments as a table: a row each with its source, in the order chosen by the head of a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import urlencode

from index.store.choice import Sort
from index.store.judgements import Mark
from index.store.rows import FactRow
from index.tracing.registers import is_listed
from ingest.fact_types import Commitment
from ingest.privacy import tidy
from views.address import Parameters
from views.columns import address_of
from views.judging import checked_html
from views.matrix import LINK, STYLE
from views.states import has_firmness
from views.words import STATUS, STRENGTH, by_when, cut_short, euros, who_acts

CELL = f"{STYLE[1]} min-width: 0; overflow-wrap: break-word;"
WIDE = f"{CELL} min-width: 14rem;"
SUM = f"{CELL} white-space: nowrap;"
_LONGEST = 320
"""Characters of a quote: about seven lines in its column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment with what the page says of it: the state in a list, the citation with its pages, and what a person
    said of it."""

    row: FactRow
    listed: str
    source: str
    mark: Mark | None = None


_HEADS: Sequence[tuple[str, Sort | None]] = (
    ("Wie", None),
    ("Wat", None),
    ("Wanneer", "deadline"),
    ("Bedrag", "amount"),
    ("Stevigheid", "firmness"),
    ("Stand", None),
    ("Bron", "newest"),
)


def register_html(lines: Sequence[Line], sort: Sort, address: Parameters) -> str:
    """The table; whatever the texts hold, they are shown as they are.

    Args:
        address: the query of this view, for the links in the head that order it.
    """
    heads = "".join(_head(name, order, sort, address) for name, order in _HEADS)
    label = "Toezeggingen en voornemens"
    return tidy(
        "<p>Kies een onderstreepte kop om zo te ordenen. Past de tabel niet op uw scherm? Schuif hem opzij.</p>"
        f'<div role="region" tabindex="0" aria-label="{label}, als tabel" style="overflow-x: auto;">'
        f'<table style="{STYLE[0]}"><caption style="text-align: left; padding: 0.3rem 0;">{label}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{''.join(map(_row, lines))}</tbody></table></div>"
    )


def _head(name: str, order: Sort | None, sort: Sort, address: Parameters) -> str:
    if order is None:
        return f'<th scope="col" style="{CELL}">{name}</th>'
    query = urlencode({**address, "volgorde": [order]}, doseq=True)
    sorted_so = f' aria-sort="{"descending" if order in ("amount", "firmness", "newest") else "ascending"}"'
    mark = " ▾" if order == sort else ""
    return (
        f'<th scope="col"{sorted_so if mark else ""} style="{CELL}">'
        f'<a style="{LINK}" href="toezeggingen?{escape(query)}">{name}</a>{mark}</th>'
    )


def _row(line: Line) -> str:
    row, fact = line.row, line.row.fact
    if not isinstance(fact, Commitment):
        return ""
    place = address_of(row, (fact.start, fact.end), "").removeprefix("/")
    follow = "volgen?" + urlencode({"doc": row.document.source.sha256, "van": fact.start})
    source = f"{_link(place, line.source)}<br>{_link(follow, 'Wat kwam hiervan?')}"
    checked = checked_html(line.mark) if line.mark else ""
    cells = [
        (CELL, escape(who_acts(fact))),
        (WIDE, f"“{escape(cut_short(' '.join(fact.text.split()), _LONGEST))}”{checked}"),
        (CELL, escape(by_when(fact))),
        (SUM, escape(euros(fact.amount_eur)) if fact.amount_eur is not None else "–"),
        (CELL, escape(STRENGTH[fact.strength]) if has_firmness(row) else "–"),
        (CELL, "<br>".join(map(escape, filter(None, ("" if is_listed(row) else STATUS[fact.status], line.listed))))),
        (CELL, source),
    ]
    return "<tr>" + "".join(f'<td style="{style}">{cell}</td>' for style, cell in cells) + "</tr>"


def _link(address: str, label: str) -> str:
    return f'<a style="{LINK}" href="{escape(address)}">{escape(label)}</a>'
