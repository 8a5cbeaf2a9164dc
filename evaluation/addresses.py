"""Where each page of the app is to be seen with something on it: for its pictures, and for what tests every page."""

from pathlib import Path
from urllib.parse import urlencode

from index.library import Library
from index.store.filters import Filters
from index.store.rows import FactRow
from ingest.fact_types import Commitment


def addresses(folder: Path, municipality: str = "Waterdrecht", theme: str = "jeugdoverlast") -> dict[str, str]:
    """Name of a page -> its path and query; the municipality and theme are those of the sample corpus if not given.

    Raises:
        LookupError: the library holds no budget of the municipality.
    """
    row = _commitment(folder, municipality)
    document = row.document.source.sha256
    span = {"van": row.fact.start, "tot": row.fact.end}
    own = {"gemeente": municipality}
    place = own | {"thema": theme}
    return {
        "zoeken": _at("", vraag="Wat is er toegezegd over jeugdoverlast?", **own),
        "document": _at("document", doc=document, page=row.page, **span),
        "speerpunten": _at("speerpunten", **own),
        "toezeggingen": _at("toezeggingen", **place),
        "volgen": _at("volgen", doc=document, van=row.fact.start),
        "vergelijken": _at("vergelijken"),
        "veranderd": _at("veranderd", **own),
        "thema": _at("thema", **place),
        "sessiedossier": _at("sessiedossier", **place),
        "portefeuillehouders": _at("portefeuillehouders", **own),
        "collectie": _at("collectie"),
        "toevoegen": _at("toevoegen"),
    }


def _at(path: str, /, **query: str | int | None) -> str:
    return f"{path}?{urlencode(query)}" if query else path


def _commitment(folder: Path, municipality: str) -> FactRow:
    """The dearest commitment of a budget of the municipality: in the sample corpus later documents report on it."""
    with Library.open(folder) as library:
        rows = library.facts("commitment", Filters(municipalities=(municipality,), doc_types=("programmabegroting",)))
    if not rows:
        raise LookupError(f"no commitment of a budget of {municipality} in {folder}: is the sample corpus in it?")
    return max(rows, key=_amount)


def _amount(row: FactRow) -> float:
    return (row.fact.amount_eur or 0.0) if isinstance(row.fact, Commitment) else 0.0
