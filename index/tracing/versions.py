"""Earlier and later versions of the same plan: of one municipality and type, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass

from index.store.moments import moment
from index.store.rows import DocumentRow


@dataclass(frozen=True, slots=True)
class Versions:
    """The documents around one, the nearest in time first.

    Attributes:
        undated: of the same municipality and type, but nothing says from when they are.
    """

    earlier: tuple[DocumentRow, ...] = ()
    later: tuple[DocumentRow, ...] = ()
    undated: tuple[DocumentRow, ...] = ()


def versions(document: DocumentRow, documents: Iterable[DocumentRow]) -> Versions:
    """Which of the documents come before and after this one.

    Of the same moment, for instance a plan that was published in two formats, the order is that of their paths.
    Empty where the municipality or the type isn't known. Where the moment of the document itself isn't known,
    all the others are undated to it.
    """
    if document.municipality is None or document.doc_type is None:
        return Versions()
    own = [
        row
        for row in documents
        if row.id != document.id
        and row.status != "failed"
        and (row.municipality, row.doc_type) == (document.municipality, document.doc_type)
    ]
    here = _order(document)
    if here is None:
        return Versions(undated=tuple(sorted(own, key=_path)))
    dated = sorted(((order, row) for row in own if (order := _order(row))), key=_first)
    return Versions(
        earlier=tuple(row for order, row in reversed(dated) if order < here),
        later=tuple(row for order, row in dated if order > here),
        undated=tuple(sorted((row for row in own if _order(row) is None), key=_path)),
    )


def _order(row: DocumentRow) -> tuple[str, str, int] | None:
    when = moment(row)
    return (when.isoformat(), row.source.path, row.id) if when else None


def _path(row: DocumentRow) -> str:
    return row.source.path


def _first(pair: tuple[tuple[str, str, int], DocumentRow]) -> tuple[str, str, int]:
    return pair[0]
