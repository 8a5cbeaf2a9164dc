"""Forms printed as tables head what stands in them; all organisations are invented."""

import pytest

from ingest.forms import forms_in
from ingest.layout import Composed, Reading
from ingest.model import Block, BlockRole
from ingest.sections import outline


def composed(*rows: str) -> Composed:
    """A text of rows "a | b", headings "## a" of level 4, "#### a" of level 7, and paragraphs."""
    text, blocks = "", []
    for row in rows:
        marks, words = len(row) - len(row.lstrip("#")), row.lstrip("# ")
        start = len(text)
        text += words + "\n"
        if marks:
            blocks.append(Block(start, start + len(words), "heading", level=4 if marks == 2 else 7))
            continue
        cells, at = [], start
        for cell in words.split(" | "):
            cells.append((at, at + len(cell)))
            at += len(cell) + 3
        table = len(cells) > 1
        role: BlockRole = "table_row" if table else "paragraph"
        blocks.append(Block(start, start + len(words), role, cells=tuple(cells) if table else ()))
    return Composed(text, tuple(blocks), ())


FORMS = (
    "## Overzicht verbonden partijen",
    "Naam | Haven NV",
    "Vestigingsplaats | Waterdrecht",
    "#### Financieel belang",
    "Aandelen | 12",
    "Naam | Werkschap Oosterhage",
    "Rechtsvorm | Gemeenschappelijke regeling",
    "#### Financieel belang",
    "Bijdrage | 90",
    "## Grondbeleid",
    "De grond is van ons.",
)


def paths(made: Composed) -> list[tuple[str, ...]]:
    return [section.path for section in outline(made, Reading("pdf", ()))]


def test_the_name_heads_the_form_and_its_fields() -> None:
    assert paths(composed(*FORMS)) == [
        ("Overzicht verbonden partijen",),
        ("Overzicht verbonden partijen", "Haven NV"),
        ("Overzicht verbonden partijen", "Haven NV", "Financieel belang"),
        ("Overzicht verbonden partijen", "Werkschap Oosterhage"),
        ("Overzicht verbonden partijen", "Werkschap Oosterhage", "Financieel belang"),
        ("Grondbeleid",),
    ]


def test_the_heading_as_printed_is_the_row() -> None:
    made = composed(*FORMS)
    section = outline(made, Reading("pdf", ()))[1]
    assert made.text[section.start : section.heading_end] == "Naam | Haven NV"


def test_a_field_of_one_form_only_leaves_the_forms_side_by_side() -> None:
    made = composed(*FORMS[:9], "#### Bijzonderheden", "Geen.", "Naam | Bank NV", "Zetel | Waterdrecht")
    assert paths(made)[-2:] == [
        ("Overzicht verbonden partijen", "Werkschap Oosterhage", "Bijzonderheden"),
        ("Overzicht verbonden partijen", "Bank NV"),
    ]


def test_another_heading_ends_the_forms() -> None:
    made = composed(*FORMS[:9], "## Deelnemingen", "Naam | Bank NV", "Zetel | Waterdrecht")
    assert paths(made)[-2:] == [("Deelnemingen",), ("Deelnemingen", "Bank NV")]


def test_fields_that_look_as_high_as_the_heading_of_all_forms() -> None:
    made = composed(*(row.replace("####", "##") for row in FORMS))
    assert paths(made)[2] == ("Overzicht verbonden partijen", "Haven NV", "Financieel belang")


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(FORMS[:5], id="one form is a table"),
        pytest.param(("Naam | A. de Vries", "Functie | griffier", "Naam | B. Bos", "Functie | arts"), id="people"),
        pytest.param(("Naam | € 12", "Zetel | Urmelo", "Naam | € 13", "Zetel | Urmelo"), id="amounts"),
        pytest.param(("Naam | Bank | 3", "Zetel | Urmelo", "Naam | Haven | 4", "Zetel | Urmelo"), id="three columns"),
    ],
)
def test_other_tables_head_nothing(rows: tuple[str, ...]) -> None:
    made = composed(*rows)
    assert forms_in(made.text, made.blocks) == {}
