"""What an answer says of itself, in Dutch: where was looked, and that nothing was found."""

from collections.abc import Sequence

from index.filters import Filters
from index.query import Query


def nothing_to_search(filters: Filters) -> str:
    """No document passes the filters, or the library is empty."""
    if not filters:
        return "De bibliotheek is nog leeg. Lees eerst documenten in met `speerpunt ingest`."
    return f"Geen enkel document past bij de filters ({_filters(filters)})."


def nothing_found(query: Query, filters: Filters, searched: int) -> str:
    """What was searched in vain."""
    documents = "1 document" if searched == 1 else f"{searched} documenten"
    parts = [f"Niets gevonden in {documents}"]
    named = query.preferences.municipalities
    if filters:
        parts.append(f" ({_filters(filters)})")
    elif named:
        parts.append(f" van {_list(named)} of van een onbekende gemeente")
    text = "".join(parts) + "."
    if query.absent:
        text += f" De bibliotheek heeft geen documenten van {_list(query.absent)}."
    return text


def _filters(filters: Filters) -> str:
    values = (*filters.municipalities, *map(str, filters.years), *filters.doc_types, *filters.themes)
    return ", ".join((*values, *filters.officials))


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"
