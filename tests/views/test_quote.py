"""Text of documents stays text, whatever is in it."""

import pytest

from views.links import plain
from views.quote import marked, quote_html

MARK = '<mark style="background: #ffe9a8; color: inherit; font-weight: 600;">'


def test_marks_the_spans() -> None:
    assert marked("In 2023 komt er een plan.", [(3, 7)]) == f"In {MARK}2023</mark> komt er een plan."


def test_overlapping_spans_become_one_mark() -> None:
    assert marked("jeugdoverlast", [(0, 5), (3, 13)]) == f"{MARK}jeugdoverlast</mark>"


def test_a_span_past_the_text_is_cut() -> None:
    assert marked("abc", [(2, 99), (5, 7), (1, 1)]) == f"ab{MARK}c</mark>"


@pytest.mark.parametrize(
    "hostile", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "a & b < c > d \"e\" 'f'"]
)
def test_markup_in_a_document_is_shown_not_run(hostile: str) -> None:
    html = quote_html(hostile, [(0, 3)])
    inside = html.split(">", 1)[1].rsplit("<", 1)[0].replace(MARK, "").replace("</mark>", "")
    assert "<" not in inside
    assert ">" not in inside


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("**vet** en $x$", r"\*\*vet\*\* en \$x\$"),
        ("[link](http://x)", r"\[link\]\(http\://x\)"),
        (":material/home: kop\n# twee", r"\:material/home\: kop \# twee"),
    ],
)
def test_markdown_in_a_label_is_escaped(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ONDERWERP\n\n\n \nTer kennisname", "ONDERWERP\n\nTer kennisname"),
        (
            "Wij voorkomen leegstand en de\n    ruimte wordt gebruikt",
            "Wij voorkomen leegstand en de ruimte wordt gebruikt",
        ),
        ("Wij plaatsen:\n• palen\nDat kost geld", "Wij plaatsen:\n• palen\nDat kost geld"),
        ("winkel | 3\nschool | 4", "winkel | 3\nschool | 4"),
        ("  begin en einde\n\n", "begin en einde"),
    ],
    ids=["empty lines", "a line that was cut", "a list", "a table", "around it"],
)
def test_white_that_a_page_has_between_its_lines_is_kept_small(text: str, shown: str) -> None:
    assert quote_html(text).endswith(f">{shown}</blockquote>")
