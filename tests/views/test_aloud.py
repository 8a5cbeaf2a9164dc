"""The text without layout."""

import pytest

from ingest.model import Section
from views.aloud import AT_ONCE, aloud_html, beginnings

TEXT = "Kadernota\nWij plaatsen <b>vijf</b> banken.\n\nVeiligheid\nDe raad krijgt $een$ brief.\n"


def test_headings_are_headings_and_lines_are_paragraphs_whatever_they_hold() -> None:
    at = TEXT.index("Veiligheid")
    sections = [Section(at, len(TEXT), at + len("Veiligheid"), 1, ("Veiligheid",), "body")]
    html = aloud_html(TEXT, 0, len(TEXT), sections)
    assert html.split(">", 1)[1] == (
        "<p>Kadernota</p><p>Wij plaatsen &lt;b&gt;vijf&lt;/b&gt; banken.</p><h3>Veiligheid</h3>"
        "<p>De raad krijgt $een$ brief.</p></div>"
    )


def test_the_dots_of_a_table_of_contents_are_not_read_aloud() -> None:
    line = "1. Inleiding . . . . . . . . . 2"
    assert "<p>1. Inleiding, 2</p>" in aloud_html(line, 0, len(line), [])


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("", [0], id="nothing"),
        pytest.param("kort\n", [0], id="all at once"),
        pytest.param("a" * 15_000 + "\n" + "b" * 15_000, [0, 15_001], id="cut at a line"),
        pytest.param("a" * (AT_ONCE + 1), [0, AT_ONCE], id="one line that is too long"),
    ],
)
def test_a_long_text_comes_in_parts(text: str, starts: list[int]) -> None:
    assert beginnings(text) == starts
