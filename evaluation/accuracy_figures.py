"""The part of docs/nauwkeurigheid.md about sums in tables, indicators and goals."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from evaluation.score_figures import KINDS, Figures, Result
from evaluation.score_gold import BINS
from evaluation.tabular import percent, table

NAMES: Mapping[str, str] = {
    "table_amount": "bedragen in tabellen",
    "indicator": "indicatoren",
    "goal": "doelen en prestaties",
}
FIELDS: Mapping[str, str] = {
    "value": "het bedrag, met plus of min",
    "row": "waar het voor is",
    "year": "jaar",
    "direction": "lasten, baten of saldo",
    "taakveld": "taakveld",
    "unit": "eenheid",
    "target": "streefwaarde",
    "level": "programma, doel of prestatie",
    "code": "nummer",
    "parent": "waar het onder valt",
}
_SPLITS = {"held": "apart gehouden", "work": "om mee te werken"}


def figures(result: Result) -> Iterator[str]:
    """The section, in Dutch: what was found, what its fields are worth, and how sure it is said to be."""
    yield "## Bedragen in tabellen, indicatoren en doelen\n"
    yield (
        "Deze zijn geteld op hele bladzijden, die door het lot zijn gekozen. Een stuk zit helemaal in het ene deel of "
        "helemaal in het andere; het aparte deel bestaat uit één echt stuk en drie die wij verzonnen. Eén regel voor "
        "bedragen komt van wie deze bladzijden labelde: dat cijfer is dus niet helemaal onbevangen.\n"
    )
    found = [_found(key, one) for key, one in _in_order(result)]
    yield table(("feit en deel", "precisie", "volledigheid", "stond er", "gevonden"), found)
    yield "Van wat gevonden werd en klopte, kan een kenmerk ontbreken of verkeerd zijn:\n"
    fields = [row for key, one in _in_order(result) for row in _fields(key, one)]
    yield table(("feit en kenmerk", "deel", "goed", "ontbreekt", "verkeerd"), fields)
    yield "Speerpunt zegt bij elk feit hoe zeker het is. Hier klopt een feit pas, als ook geen kenmerk verkeerd is:\n"
    heads = "feit", "Speerpunt zegt", *(f"klopt, {words}" for words in _SPLITS.values())
    yield table(heads, (row for kind in KINDS for row in _confidence(result, kind)))


def _in_order(result: Result) -> Iterator[tuple[tuple[str, str], Figures]]:
    return ((key, one) for key in ((kind, split) for kind in KINDS for split in _SPLITS) if (one := result.get(key)))


def _found(key: tuple[str, str], one: Figures) -> tuple[str, ...]:
    tally = one.tally
    shares = percent(tally.right, tally.found), percent(tally.hit, tally.must)
    return f"{NAMES[key[0]]}, {_SPLITS[key[1]]}", *shares, str(tally.must), str(tally.found)


def _fields(key: tuple[str, str], one: Figures) -> Iterator[tuple[str, ...]]:
    for label, words in FIELDS.items():
        counts = [one.fields[label, verdict] for verdict in ("right", "lacking", "wrong")]
        if sum(counts):
            yield f"{NAMES[key[0]]}: {words}", _SPLITS[key[1]], *map(str, counts)


def _confidence(result: Result, kind: str) -> Iterator[tuple[str, ...]]:
    for low, high in pairwise(BINS):
        cells = []
        for split in _SPLITS:
            said = result[kind, split].tally.confidences if (kind, split) in result else ()
            hits = [right for confidence, right in said if low <= confidence < high]
            cells.append(f"{percent(sum(hits), len(hits))} van {len(hits)}" if hits else "")
        if any(cells):
            yield NAMES[kind], f"{low:.0%} tot {min(high, 1.0):.0%}", *cells
