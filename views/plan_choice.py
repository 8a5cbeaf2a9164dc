"""Which two papers of a municipality are laid side by side: those of the address, or the two that tell most."""

from collections import defaultdict
from collections.abc import Sequence

import streamlit as st

from index.store.moments import moment
from index.store.rows import DocumentRow
from index.tracing.stages import Stage, stage
from views.address import fill, filled, parameter, put
from views.words import doc_type_label

_PLACE = "veranderd-gemeente"
_SIDES_NEEDED = 2
_LEAST_TELLING = 9
"""After every pair of one kind: two papers of different kinds come before one paper."""
_STAGES: tuple[Stage, ...] = ("plan", "begroting", "verslag", "raad")


def choose_papers(documents: Sequence[DocumentRow]) -> tuple[DocumentRow | None, DocumentRow | None]:
    """The two documents that the address names, or else the two newest plans of one kind, of a municipality that has
    them."""
    by_place: dict[str, list[DocumentRow]] = defaultdict(list)
    for row in sorted(documents, key=_order):
        by_place[row.municipality or ""].append(row)
    if not by_place:
        return None, None
    places = sorted(by_place)
    asked = parameter("gemeente")
    fill(_PLACE, asked if asked in places else min(places, key=lambda name: _rank(_usual(by_place[name]))))
    place = st.selectbox("Gemeente", places, key=_PLACE)
    filled(_PLACE, place)
    put("gemeente", [place])
    own = by_place[place]
    if len(own) < _SIDES_NEEDED:
        st.text("Van deze gemeente is er maar één stuk dat gelezen kon worden.")
        return None, None
    before, after = _usual(own)
    left, right = st.columns(2)
    old = _pick(left, "Het oude stuk", "oud", own, before)
    new = _pick(right, "Het nieuwe stuk", "nieuw", own, after)
    return (old, new) if old.id != new.id else (None, None)


def _order(row: DocumentRow) -> tuple[str, str]:
    when = moment(row)
    return (when.isoformat() if when else "", row.title)


def _usual(documents: Sequence[DocumentRow]) -> Sequence[DocumentRow]:
    """The newest two of a type that there are two of, plans before budgets and reports; else the newest two, or one."""
    by_type: dict[str | None, list[DocumentRow]] = defaultdict(list)
    for row in documents:
        by_type[row.doc_type].append(row)
    pairs = [rows[-2:] for rows in by_type.values() if len(rows) >= _SIDES_NEEDED]
    return min(pairs, key=_rank, default=documents[-2:])


def _rank(pair: Sequence[DocumentRow]) -> int:
    """Which pair says most of what changed, the lowest first: two plans of one kind, then budgets, then the rest."""
    if len(pair) < _SIDES_NEEDED or pair[0].doc_type != pair[1].doc_type:
        return _LEAST_TELLING - len(pair)
    if pair[0].doc_type == "ivp":
        return 0
    own = stage(pair[0])
    return 1 + (_STAGES.index(own) if own in _STAGES else len(_STAGES))


def _pick(
    where: st.delta_generator.DeltaGenerator,
    label: str,
    name: str,
    documents: Sequence[DocumentRow],
    usual: DocumentRow,
) -> DocumentRow:
    by_hash = {row.source.sha256: row for row in documents}
    asked = parameter(name)
    key = f"veranderd-{name}"
    fill(key, asked if asked in by_hash else usual.source.sha256)
    chosen = where.selectbox(label, list(by_hash), key=key, format_func=lambda sha256: named(by_hash[sha256]))
    filled(key, chosen)
    put(name, [chosen])
    return by_hash[chosen]


def named(row: DocumentRow) -> str:
    kind = doc_type_label(row.doc_type)
    return row.title if kind.casefold() in row.title.casefold() else f"{row.title} ({kind})"
