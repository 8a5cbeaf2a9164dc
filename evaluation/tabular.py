"""Tables and shares of the pages that we write."""

from collections.abc import Iterable, Sequence


def percent(part: int, whole: int) -> str:
    """ "75%"; "–" of nothing."""
    return f"{part / whole:.0%}" if whole else "–"


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown, its figures to the right, with the empty line behind it."""
    lines = ["| " + " | ".join(heads) + " |", "|---" + "|---:" * (len(heads) - 1) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])
