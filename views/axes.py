"""What is set beside what in a comparison: the municipalities or years, and the themes, where none are asked."""

from index.compare import Axis
from index.library import Library
from index.store.filters import Filters
from views.words import theme_label

AXES: dict[str, Axis] = {"gemeenten": "municipalities", "jaren": "years"}
MOST_THEMES = 12


def columns_of(library: Library, axis: Axis, filters: Filters) -> list[str]:
    """Those that were chosen, else all that there are."""
    facets = library.facets(filters)
    if axis == "years":
        return [str(year) for year in sorted(filters.years or facets.years)]
    return list(filters.municipalities) or sorted(facets.municipalities)


def themes_of(library: Library, filters: Filters) -> list[str]:
    """Those that were chosen, else those with most passages, in the order of the alphabet."""
    if filters.themes:
        return sorted(filters.themes, key=theme_label)
    return sorted(list(library.passages_by_theme(filters))[:MOST_THEMES], key=theme_label)
