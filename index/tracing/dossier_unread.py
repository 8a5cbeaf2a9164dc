"""Which papers weren't read, or not where it matters for a theme."""

from collections.abc import Collection, Iterable, Sequence

from index.library import Library
from index.store.rows import DocumentRow, PassageRow
from ingest.read.page_names import pages_named


def unread(library: Library, documents: Iterable[DocumentRow], themes: Collection[str]) -> Iterable[DocumentRow]:
    """Files that couldn't be read at all, of whatever municipality, and of these documents those that lack something
    which may be on the themes: not where only a title page or an annex on other matters was hard to read."""
    yield from (row for row in library.documents() if row.status == "failed")
    for document in documents:
        if document.status == "partial" and _lacks(library.passages_of(document.id), document.problems, themes):
            yield document


def _lacks(passages: Sequence[PassageRow], problems: Iterable[str], themes: Collection[str]) -> bool:
    read = {row.page for row in passages}
    on = {row.page for row in passages if any(score.theme in themes for score in row.themes)}
    return any(_matters(pages_named(problem), read, on) for problem in problems)


def _matters(pages: Collection[int], read: Collection[int | None], on: Collection[int | None]) -> bool:
    """Whether a problem on these pages may hide something: what stands on them, or around one without text, is on the
    themes. A problem of no page is one of the whole paper."""
    around = {near for page in pages for near in ((page,) if page in read else (page - 1, page + 1))}
    return not around.isdisjoint(on) if pages else bool(on)
