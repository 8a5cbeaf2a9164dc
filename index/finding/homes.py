"""Of which municipality an official is, in a document of several: the one that stands with the office."""

from collections.abc import Iterable

from index.library import Library
from index.store.rows import FactRow
from ingest.facts.people.whose import home_in


def homes_of(library: Library, rows: Iterable[FactRow]) -> dict[int, str]:
    """The municipality by the id of the mention, of those in documents of several that name it with the office."""
    of_several = [row for row in rows if len(row.document.identity.municipalities) > 1 and row.passage_id is not None]
    wanted = sorted({row.passage_id for row in of_several if row.passage_id is not None})
    passages = {passage.id: passage for passage in library.passages(wanted, with_themes=False)} if wanted else {}
    found = {}
    for row in of_several:
        passage = passages.get(row.passage_id or 0)
        if passage:
            start = row.fact.start - passage.start
            span = (start, start + len(row.fact.text))
            home = home_in(passage.text, span, row.document.identity.municipalities)
            if home:
                found[row.id] = home
    return found
