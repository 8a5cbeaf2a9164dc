"""The forms in which a quote is taken along."""

import datetime
from dataclasses import replace

import pytest

from ingest.model import Inferred
from tests.index.making import identity
from views.citing import Quoted, escaped, markdown, news_line, reference

QUOTE = Quoted(
    text="In 2022 plaatsen wij vier camera's.",
    citation="Gemeente Waterdrecht, Programmabegroting 2022, par. Veilig stationsgebied, p. 4",
    identity=identity(title="Programmabegroting 2022"),
    pages=(4, 4),
    file="begroting.pdf",
    sha256="0123456789abcdef" * 4,
    link="http://localhost:8501/document?doc=0123&page=4&van=10&tot=45",
    made=datetime.date(2026, 11, 22),
)


def test_a_reference_names_who_what_when_where_and_which_file() -> None:
    assert reference(QUOTE) == (
        "Gemeente Waterdrecht, Programmabegroting 2022, par. Veilig stationsgebied, p. 4 (4 november 2021). "
        "Bestand begroting.pdf, sha256 0123456789ab. Geraadpleegd op 22 november 2026, "
        "http://localhost:8501/document?doc=0123&page=4&van=10&tot=45"
    )


def test_a_line_for_a_message_is_one_sentence_with_the_quote() -> None:
    assert news_line(QUOTE) == (
        "In “Programmabegroting 2022” van de gemeente Waterdrecht, bladzijde 4, staat: "
        "“In 2022 plaatsen wij vier camera's.” (http://localhost:8501/document?doc=0123&page=4&van=10&tot=45)"
    )


def test_a_quote_over_pages_names_both_or_the_first_and_the_last() -> None:
    assert ", bladzijde 4 en 5, staat: " in news_line(replace(QUOTE, pages=(4, 5)))
    assert ", bladzijde 4 tot en met 6, staat: " in news_line(replace(QUOTE, pages=(4, 6)))


def test_what_is_not_known_of_the_source_is_left_out() -> None:
    unknown = replace(identity(None, None, title="Brief"), date=Inferred(None, 0.0))
    quote = replace(QUOTE, identity=unknown, citation="Brief", pages=None)
    assert reference(quote).startswith("Brief. Bestand begroting.pdf, ")
    assert news_line(quote).startswith("In “Brief (stuk)”, staat: ")


def test_a_long_quote_is_cut_at_a_word_in_a_line_and_kept_whole_in_markdown() -> None:
    quote = replace(QUOTE, text="woord " * 100)
    assert "woord woord …” (http" in news_line(quote)
    assert markdown(quote).count("woord") == 100


def test_markdown_is_a_block_quote_with_a_link_below_it() -> None:
    assert markdown(replace(QUOTE, text="Eerst dit.\n\nDan dat.")) == (
        "> Eerst dit.\n>\n> Dan dat.\n>\n"
        "> [Gemeente Waterdrecht, Programmabegroting 2022, par. Veilig stationsgebied, p. 4]"
        "(http://localhost:8501/document?doc=0123&page=4&van=10&tot=45), sha256 0123456789ab"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("<b>vet</b> **vet**", r"\<b\>vet\</b\> \*\*vet\*\*", id="markup"),
        pytest.param("[klik](http://x.example)", r"\[klik\]\(http://x.example\)", id="link"),
        pytest.param("# kop $x$ | cel", r"\# kop \$x\$ \| cel", id="heading, formula and cell"),
        pytest.param("- punt", r"\- punt", id="a list"),
        pytest.param("2. Camera's", r"2\. Camera's", id="a numbered list"),
    ],
)
def test_signs_of_a_document_mean_nothing_in_markdown(text: str, expected: str) -> None:
    assert escaped(text) == expected
