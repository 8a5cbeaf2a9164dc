"""A long briefing on four pages: which lines stay."""

import io
from pathlib import Path

import pypdfium2
import pytest

from views.briefing_docx import briefing_docx, office, to_pdf
from views.briefing_fit import fitted
from views.briefing_parts import Briefing, Chapter, Item

QUOTE = "Wij plaatsen uiterlijk in 2027 vier nieuwe lantaarns langs de Kaaistraat en het Jaagpad. "
LINE = Item("Gemeente · in 2027 · € 27.000", QUOTE, "Gemeente Waterdrecht, Begroting 2026, par. 1, p. 4", "http://x/")
BELOW = Item("Mogelijk vervolg, oordeel zelf", QUOTE, "Gemeente Waterdrecht, Jaarstukken 2025, p. 9", "http://x/")
TITLES = (
    "Vragen om te stellen",
    "Speerpunten",
    "Wat de plannen zeggen",
    "Wat is beloofd, en wat ervan kwam",
    "Wat het mag kosten",
    "Wat verder is gemeld",
    "Indicatoren",
)


def long_briefing(count: int) -> Briefing:
    line = Item(LINE.lead, LINE.quote, LINE.source, LINE.link, below=(BELOW,))
    chapters = tuple(Chapter(title, "Zo is gekozen.", (line,) * count, count, "http://x/") for title in TITLES)
    return Briefing("Verlichting: Waterdrecht", "Gemaakt op 22 november 2026.", chapters, ("Doorzocht: 9 stukken.",))


def test_a_short_briefing_stays_whole() -> None:
    assert fitted(long_briefing(2)) == long_briefing(2)


def test_of_a_long_one_the_questions_and_promises_keep_most_and_the_rest_is_counted() -> None:
    kept = {chapter.title: chapter for chapter in fitted(long_briefing(8)).chapters}
    counts = {title: len(chapter.items) for title, chapter in kept.items()}
    assert counts["Vragen om te stellen"] > counts["Wat is beloofd, en wat ervan kwam"] > counts["Indicatoren"] == 2
    assert kept["Indicatoren"].after == "2 van 8."
    assert kept["Indicatoren"].items == long_briefing(8).chapters[-1].items[:2]


def test_a_last_page_with_a_few_lines_is_not_printed() -> None:
    chapters = tuple(Chapter(title, "Zo is gekozen.", (LINE,) * 6, 6, "http://x/") for title in TITLES)
    made = Briefing("Verlichting: Waterdrecht", "Gemaakt.", chapters, ())
    kept = sum(len(chapter.items) for chapter in fitted(made).chapters)
    assert kept < sum(len(chapter.items) for chapter in chapters)


@pytest.mark.slow
@pytest.mark.skipif(office() is None, reason="no LibreOffice on this machine")
def test_it_is_four_pages(tmp_path: Path) -> None:
    made = tmp_path / "dossier.pdf"
    made.write_bytes(to_pdf(briefing_docx(fitted(long_briefing(8)))) or b"")
    assert len(pypdfium2.PdfDocument(io.BytesIO(made.read_bytes()))) in (3, 4)
