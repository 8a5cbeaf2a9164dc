"""One document: the page as it was published, with the passage marked, its text, and what was read from it."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from index.store.rows import DocumentRow
from ingest.errors import ReadError
from ingest.model import Inferred, Page
from views.address import parameter
from views.aloud import ALOUD, VIEW, aloud_address, show_aloud
from views.citing import show_citing
from views.correcting import show_corrections
from views.document_facts import asked_kind, facts_of, show_facts, show_kinds
from views.goals import show_goals
from views.links import document_address, plain, show_link
from views.picture import page_picture
from views.quote import PASSAGE, marked, show_heading
from views.related import show_related
from views.shared import open_library, show_error
from views.style import scroll_to_mark
from views.versions import show_versions
from views.words import READ_STATUS, counted, doc_type_label, sureness

PART = 3000
"""Characters on the screen at once, for a document without pages: about a printed page."""

TEXT_STYLE = "white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; max-width: 46rem;"


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the text that is shown at once: a page, or some passages of a document without pages."""

    number: int
    start: int
    end: int


def show() -> None:
    """The document that the address names, at the place that the address names."""
    row = open_library().document(parameter("doc"))
    if row is None:
        _show_missing()
        return
    show_heading(row.title, level=1)
    _show_about(row)
    if row.status == "failed":
        return
    text = open_library().text(row.id)
    parts = _parts(row, text)
    if not parts:
        st.info("Dit stuk heeft geen tekst die gelezen kon worden.")
        return
    start, end = _span()
    part = _chosen(parts, start)
    if parameter(VIEW) == ALOUD:
        show_aloud(row, text, start)
        return
    if kind := asked_kind():
        show_facts(row, kind)
        return
    _show_outline(row, parts)
    show_kinds(row)
    show_goals(row)
    show_versions(row)
    show_link("Alleen de tekst, om te laten voorlezen", aloud_address(row, max(start, part.start)))
    _show_steps(row, parts, part)
    if row.page_count:
        picture, words = st.columns([1, 1], gap="large")
        with picture, st.container(key="picture"):
            _show_picture(row, text[part.start : part.end], part.number, start, end)
        with words:
            _show_text(row, text, part, start, end)
    else:
        _show_text(row, text, part, start, end)
    if start < end:
        scroll_to_mark(start, end)


def _show_missing() -> None:
    st.title("Document", anchor=False)
    if parameter("doc"):
        st.text("Dit stuk staat niet of niet meer in de collectie.")
    st.text("Kies een stuk onder Zoeken of Collectie.")


def _span() -> tuple[int, int]:
    start, end = parameter("van"), parameter("tot")
    return (int(start), int(end)) if start.isdecimal() and end.isdecimal() else (0, 0)


def _parts(row: DocumentRow, text: str) -> list[Part]:
    if row.page_count:
        return [Part(page.number, page.start, page.end) for page in open_library().pages(row.id)]
    starts = [0]
    for passage in open_library().passages_of(row.id):
        if passage.start - starts[-1] >= PART:
            starts.append(passage.start)
    ends = [*starts[1:], len(text)]
    return [Part(number, start, end) for number, (start, end) in enumerate(zip(starts, ends, strict=True), 1)]


def _chosen(parts: Sequence[Part], start: int) -> Part:
    asked = parameter("page")
    if asked.isdecimal():
        return next((part for part in parts if part.number == int(asked)), parts[0])
    return parts[max(0, bisect.bisect_right([part.start for part in parts], start) - 1)]


def _show_about(row: DocumentRow) -> None:
    identity = row.identity
    known = [row.municipality or "gemeente onbekend", doc_type_label(row.doc_type), str(row.year or "")]
    st.text("  ·  ".join(part for part in [*known, _how_read(row)] if part))
    for problem in row.problems:
        st.warning(plain(problem), icon=":material/warning:")
    with st.expander("Over dit stuk"):
        st.text(f"Bestand: {row.file}")
        _show_inferred("Gemeente", identity.municipality, row.municipality)
        _show_inferred("Soort", identity.doc_type, doc_type_label(row.doc_type))
        _show_inferred("Jaar", identity.reporting_year, row.year)
        _show_inferred("Looptijd", identity.plan_period, _years(row))
        _show_inferred("Datum", identity.date, identity.date.value)
        path = open_library().original_path(row.id)
        if path is not None:
            st.download_button("Download het origineel", path.read_bytes, row.file, icon=":material/download:")
    show_corrections(row)


def _how_read(row: DocumentRow) -> str:
    """ "helemaal gelezen, 14 bladzijden"."""
    read = "helemaal gelezen" if row.status == "ok" else READ_STATUS[row.status]
    pages = counted(row.page_count, "bladzijde", "bladzijden") if row.page_count else ""
    return ", ".join(part for part in (read, pages) if part)


def _show_inferred(label: str, inferred: Inferred[Any], value: object) -> None:
    if inferred.value is None:
        st.text(f"{label}: niet vastgesteld")
        return
    quotes = "; ".join(f"“{evidence.quote.strip()}”" for evidence in inferred.evidence[:3])
    st.text(f"{label}: {value}, {sureness(inferred.confidence)}" + (f", gelezen uit {quotes}" if quotes else ""))


def _years(row: DocumentRow) -> str:
    period = row.identity.plan_period.value
    return (
        " tot en met ".join(f"{day:%d-%m-%Y}" if day else "…" for day in (period.start, period.end)) if period else ""
    )


def _show_outline(row: DocumentRow, parts: Sequence[Part]) -> None:
    sections = [section for section in open_library().sections(row.id) if section.layer != "contents"]
    if not sections:
        return
    starts = [part.start for part in parts]
    with st.expander("Inhoud"):
        for section in sections:
            number = parts[max(0, bisect.bisect_right(starts, section.start) - 1)].number
            indent = "· " * (section.level - 1)
            show_link(indent + section.path[-1], document_address(row, number, section.start, section.heading_end))


def _show_steps(row: DocumentRow, parts: Sequence[Part], part: Part) -> None:
    index = parts.index(part)
    word = "Bladzijde" if row.page_count else "Deel"
    total = row.page_count or len(parts)
    with st.container(horizontal=True, vertical_alignment="center"):
        if index > 0:
            number = parts[index - 1].number
            show_link(f"← {word} {number}", document_address(row, number))
        show_heading(f"{word} {part.number} van {total}", level=2)
        if index + 1 < len(parts):
            number = parts[index + 1].number
            show_link(f"{word} {number} →", document_address(row, number))


def _show_picture(row: DocumentRow, text: str, number: int, start: int, end: int) -> None:
    path = open_library().original_path(row.id)
    page: Page | None = open_library().page(row.id, number)
    if path is None or page is None:
        st.info("De bladzijde kan niet worden getoond: het oorspronkelijke bestand is er niet.")
        return
    try:
        picture = page_picture(path, page, text, start, end)
    except ReadError as error:
        show_error(error)
        return
    st.image(picture, width="stretch", alt=f"Bladzijde {number} van {row.file}; de tekst staat ernaast.")


def _show_text(row: DocumentRow, text: str, part: Part, start: int, end: int) -> None:
    body = marked(text[part.start : part.end], [(start - part.start, end - part.start)], PASSAGE)
    st.html(f'<div style="{TEXT_STYLE}">{body}</div>')
    if start < end:
        _show_citing(row, text, start, end)
    show_related([fact for fact in facts_of(row) if part.start <= fact.fact.start < part.end])


def _show_citing(row: DocumentRow, text: str, start: int, end: int) -> None:
    passages = [passage for passage in open_library().passages_of(row.id) if passage.start <= start < passage.end]
    if passages:
        end = min(end, passages[-1].end)
        show_citing(passages[-1], text[start:end], (start, end))


show()
