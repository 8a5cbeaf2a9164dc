"""What the papers of a dossier say on its themes: of each the passage that is most surely on them."""

from collections.abc import Collection, Sequence

from index.language.matter import says
from index.library import Library
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.dossier_open import is_about, time_of
from index.tracing.on_theme import titled_on
from index.tracing.stages import Stage, stage
from ingest.seams import is_told, torn_sentences

_FEW_LINES = 2
"""Lines without a sentence from which on they are a list."""


def told(
    library: Library, documents: Sequence[DocumentRow], themes: Sequence[str], done: Sequence[FactRow]
) -> list[PassageRow]:
    """What papers say whose title is on the themes; where nothing was read as done, what reports say on them too."""
    spoken = {row.document.id for row in done}
    papers = [row for row in documents if titled_on(row, themes) and stage(row) in {"verslag", "raad"}]
    found = best_passages(library, [row for row in papers if row.id not in spoken], themes)
    if done:
        return found
    said = best_passages(library, [row for row in of_phases(("verslag",), documents) if row not in papers], themes)
    return [*found, *(row for row in said if is_about(row.text, row.heading_path, themes))]


def of_phases(phases: Sequence[Stage], documents: Sequence[DocumentRow]) -> list[DocumentRow]:
    return [row for row in documents if stage(row) in phases]


def best_passages(
    library: Library, documents: Sequence[DocumentRow], themes: Sequence[str], quoted: Collection[int] = ()
) -> list[PassageRow]:
    """Of each document the passage most surely on the theme, prose before tables; the newest first.

    Where columns run through each other nobody wrote what stands there, and a list of topics, of who holds what office
    or of contents says nothing: these are no quotes.

    Args:
        quoted: passages that stand elsewhere in the dossier, and give way to others.
    """
    best = []
    for document in documents:
        written = [row for row in _written(library, document) if row.searchable and _sureness(row, themes)]
        on = [row for row in written if not _is_list(row.text)]
        best += sorted(on, key=lambda row: (row.id in quoted, not _is_prose(row.text), -_sureness(row, themes)))[:1]
    return sorted(best, key=time_of, reverse=True)


def _is_prose(text: str) -> bool:
    """Whether it holds a sentence that doesn't only lead in a list, and no table."""
    return "|" not in text and any(says(line) and not line.rstrip().endswith(":") for line in text.splitlines())


def _is_list(text: str) -> bool:
    return "|" not in text and len(text.splitlines()) > _FEW_LINES and not _is_prose(text)


def _written(library: Library, document: DocumentRow) -> list[PassageRow]:
    """The passages of a document without a torn sentence."""
    rows = library.passages_of(document.id)
    if not is_told(document.problems):
        return rows
    torn = torn_sentences(library.text(document.id), rows)
    return [row for row in rows if not any(start < row.end and row.start < end for start, end in torn)]


def _sureness(row: PassageRow, themes: Sequence[str]) -> float:
    return max((score.probability for score in row.themes if score.theme in themes), default=0.0)
