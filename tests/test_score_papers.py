"""The scorer of invented papers: how a paper is written down, printed and counted."""

from pathlib import Path

import pytest

from evaluation.fidelity.renderers import RENDERERS
from evaluation.score_identity import Record
from evaluation.score_papers import (
    HALVES,
    Paper,
    Title,
    make,
    read_papers,
    read_titles,
    report,
    report_titles,
)
from ingest.identify.doc_types import doc_types

CASE = """# What a paper is.
=== brief | work | Begroting.pdf | Begroting 2020 | Waterdrecht | rib | 2024 |  | 2024-03-12
> Gemeente Waterdrecht
: Datum : 12 maart 2024
# Brief <over> groen
=== lijst | held | lijst.pdf |  |  |  |  |  |
| Nr. | Besluit
Gewone regel
---
@ Omslag
"""


@pytest.fixture
def papers(tmp_path: Path) -> tuple[Paper, ...]:
    file = tmp_path / "papers.txt"
    file.write_text(CASE, encoding="utf-8")
    return read_papers(file)


def test_a_paper_has_a_label_and_lines(papers: tuple[Paper, ...]) -> None:
    letter, other = papers
    assert (letter.id, letter.half, letter.file, letter.title) == ("brief", "work", "Begroting.pdf", "Begroting 2020")
    assert letter.label == {
        "municipality": "Waterdrecht",
        "doc_type": "rib",
        "reporting_year": "2024",
        "plan_period": "",
        "date": "2024-03-12",
    }
    assert other.lines == ("| Nr. | Besluit", "Gewone regel", "---", "@ Omslag")


def test_a_page_has_tables_headings_and_escaped_text(papers: tuple[Paper, ...]) -> None:
    letter, other = papers
    assert '<p class="right"> Gemeente Waterdrecht</p>' in letter.page
    assert "<tr><td>Datum</td><td>12 maart 2024</td></tr>" in letter.page.replace("<td></td>", "")
    assert "<h1> Brief &lt;over&gt; groen</h1>" in letter.page
    assert "<p>Gewone regel</p>" in other.page
    assert '<div class="page"></div><p class="cover"> Omslag</p>' in other.page


def test_a_bare_paper_has_no_name_and_title(papers: tuple[Paper, ...]) -> None:
    bare = papers[0].bare
    assert bare.title == ""
    assert "Begroting" not in bare.file
    assert bare.lines == papers[0].lines


def test_a_file_is_of_the_kind_that_its_name_says(tmp_path: Path) -> None:
    page = Paper("p", "work", "brief.html", "Brief", {}, ("# Brief", "Beste raad,"))
    text = Paper("t", "work", "raad.txt", "", {}, ("# Raad 4 juni", "> Voorzitter: welkom."))
    assert page.bare.file.endswith(".html")
    assert make(page, RENDERERS[0], tmp_path / "1").read_text(encoding="utf-8") == page.page
    assert make(text, RENDERERS[0], tmp_path / "2").read_text(encoding="utf-8") == "Raad 4 juni\nVoorzitter: welkom."


def test_a_wrong_value_is_counted_apart_from_none(papers: tuple[Paper, ...]) -> None:
    records: dict[str, Record] = {
        "Begroting.pdf": {"municipality": "Waterdrecht", "doc_type": "programmabegroting", "reporting_year": 2024},
        "lijst.pdf": {},
    }
    work, held = report(papers, records).splitlines()
    assert "municipality 100% (0 wrong)" in work
    assert "doc_type 0% (1 wrong)" in work
    assert "date 0% (0 wrong)" in work
    assert "doc_type 100% (0 wrong)" in held


def test_our_papers_are_of_known_types_in_two_halves() -> None:
    papers = read_papers()
    assert {paper.label["doc_type"] for paper in papers} - {""} == set(doc_types())
    assert {paper.half for paper in papers} == set(HALVES)
    assert len({paper.file for paper in papers}) == len(papers)


def test_titles_are_counted_by_half() -> None:
    titles = [Title("Motie 4", "work", "motie", "motie"), Title("Jaarboek", "work", "", "jaarstukken")]
    titles.append(Title("Burap", "held", "tussenrapportage", ""))
    assert report_titles(titles) == "work    2  doc_type 50% (1 wrong)\nheld    1  doc_type 0% (0 wrong)"


def test_the_type_is_told_by_most_titles() -> None:
    titles = read_titles()
    assert {title.doc_type for title in titles} <= {"", *doc_types()}
    assert len({title.text for title in titles}) == len(titles)
    assert sum(title.found == title.doc_type for title in titles) > 0.9 * len(titles)
