"""Where each page of the app is to be seen on the sample corpus: for its pictures and for what tests every page."""

from pathlib import Path
from urllib.parse import urlencode

from index.filters import Filters
from index.library import Library
from index.rows import FactRow
from ingest.fact_types import Commitment


def addresses(folder: Path) -> dict[str, str]:
    """Name of a page -> its path and query, with something on it, in a library of the sample corpus.

    Raises:
        LookupError: the library doesn't hold the sample corpus.
    """
    row = _commitment(folder)
    document = row.document.source.sha256
    span = {"van": row.fact.start, "tot": row.fact.end}
    place = {"gemeente": "Waterdrecht", "thema": "jeugdoverlast"}
    return {
        "zoeken": _at("", vraag="Wat is er toegezegd over jeugdoverlast?", gemeente="Waterdrecht"),
        "document": _at("document", doc=document, page=row.page, **span),
        "speerpunten": _at("speerpunten", gemeente="Waterdrecht"),
        "toezeggingen": _at("toezeggingen", **place),
        "volgen": _at("volgen", doc=document, van=row.fact.start),
        "vergelijken": _at("vergelijken"),
        "veranderd": _at("veranderd", gemeente="Waterdrecht"),
        "thema": _at("thema", **place),
        "sessiedossier": _at("sessiedossier", **place),
        "portefeuillehouders": _at("portefeuillehouders", gemeente="Waterdrecht"),
        "collectie": _at("collectie"),
        "toevoegen": _at("toevoegen"),
    }


def _at(path: str, /, **query: str | int | None) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _commitment(folder: Path) -> FactRow:
    """The dearest commitment of a budget of Waterdrecht: later documents report on it."""
    with Library.open(folder) as library:
        rows = library.facts("commitment", Filters(municipalities=("Waterdrecht",), doc_types=("programmabegroting",)))
    dear = [(row.fact.amount_eur, row) for row in rows if isinstance(row.fact, Commitment) and row.fact.amount_eur]
    if not dear:
        raise LookupError(f"no commitment of a budget in {folder}: is the sample corpus in it?")
    return max(dear, key=lambda pair: pair[0])[1]
