"""One document: the page as it was published, with the passage marked, its text, and what was read from it."""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from index.rows import DocumentRow, FactRow
from ingest.errors import ReadError
from ingest.model import Commitment, Inferred, Official, Page, Speerpunt
from views.picture import page_picture
from views.quote import marked
from views.shared import DOCUMENT_PAGE, open_library, parameter, plain, show_error
from views.words import STATUS, by_when, doc_type_label, office, sureness

PART = 6000
"""Characters on the screen at once, for a document without pages: about two printed pages."""

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
        st.title("Document")
        st.info("Kies een stuk onder Zoeken of Collectie. Het stuk in dit adres staat niet (meer) in de collectie.")
        return
    st.title(plain(row.title), anchor=False)
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
    _show_outline(row, parts)
    _show_steps(row, parts, part)
    if row.page_count:
        picture, words = st.columns([1, 1], gap="large")
        with picture:
            _show_picture(row, part.number, start, end)
        with words:
            _show_text(row, text, part, start, end)
    else:
        _show_text(row, text, part, start, end)


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
    st.text("  ·  ".join(part for part in known if part))
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


def _show_inferred(label: str, inferred: Inferred[Any], value: object) -> None:
    if inferred.value is None:
        st.text(f"{label}: niet vastgesteld")
        return
    quotes = "; ".join(f"“{evidence.quote.strip()}”" for evidence in inferred.evidence[:3])
    st.text(f"{label}: {value}, {sureness(inferred.confidence)}" + (f", door {quotes}" if quotes else ""))


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
            indent = "\u2003" * (section.level - 1)
            query = _address(row, number, section.start, section.heading_end)
            st.page_link(DOCUMENT_PAGE, label=indent + plain(section.path[-1]), query_params=query)


def _show_steps(row: DocumentRow, parts: Sequence[Part], part: Part) -> None:
    index = parts.index(part)
    word = "Bladzijde" if row.page_count else "Deel"
    total = row.page_count or len(parts)
    before, here, after = st.columns([1, 2, 1])
    if index > 0:
        query = _address(row, parts[index - 1].number)
        before.page_link(
            DOCUMENT_PAGE, label=f"{word} {parts[index - 1].number}", query_params=query, icon=":material/arrow_back:"
        )
    here.markdown(f"**{word} {part.number} van {total}**")
    if index + 1 < len(parts):
        query = _address(row, parts[index + 1].number)
        after.page_link(
            DOCUMENT_PAGE,
            label=f"{word} {parts[index + 1].number}",
            query_params=query,
            icon=":material/arrow_forward:",
        )


def _address(row: DocumentRow, number: int, start: int | None = None, end: int | None = None) -> dict[str, str]:
    address = {"doc": row.source.sha256, "page": str(number)}
    if start is not None and end is not None:
        address |= {"van": str(start), "tot": str(end)}
    return address


def _show_picture(row: DocumentRow, number: int, start: int, end: int) -> None:
    path = open_library().original_path(row.id)
    page: Page | None = open_library().page(row.id, number)
    if path is None or page is None:
        st.info("De bladzijde kan niet worden getoond: het oorspronkelijke bestand is er niet.")
        return
    try:
        picture = page_picture(path, page, start, end)
    except ReadError as error:
        show_error(error)
        return
    st.image(picture, width="stretch", alt=f"Bladzijde {number} van {row.file}; de tekst staat ernaast.")


def _show_text(row: DocumentRow, text: str, part: Part, start: int, end: int) -> None:
    body = marked(text[part.start : part.end], [(start - part.start, end - part.start)])
    st.html(f'<div style="{TEXT_STYLE}">{body}</div>')
    facts = [fact for fact in open_library().facts(document_id=row.id) if part.start <= fact.fact.start < part.end]
    if facts:
        with st.expander(f"Wat hier gelezen is ({len(facts)})"):
            for fact in facts:
                st.text(f"{_in_words(fact)}: {fact.fact.text}")


def _in_words(row: FactRow) -> str:
    fact = row.fact
    if isinstance(fact, Commitment):
        return f"Toezegging of voornemen, {by_when(fact)}, {STATUS[fact.status]}"
    if isinstance(fact, Official):
        return f"{fact.name}, {office(fact)}"
    if isinstance(fact, Speerpunt):
        return "Speerpunt"
    return {"amount": "Bedrag", "indicator": "Indicator"}[fact.kind]


show()
