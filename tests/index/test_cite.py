"""Citations: what a reader needs to find the place back, and no more."""

import pytest

from index.cite import citation, pages_of
from ingest.model import Page


def test_names_municipality_document_paragraph_and_page() -> None:
    made = citation(
        municipality="Waterdrecht",
        title="Programmabegroting 2022",
        heading_path=("Programma 1 Veiligheid", "1.2 Jeugd"),
        page=14,
    )
    assert made == "Gemeente Waterdrecht, Programmabegroting 2022, par. 1.2 Jeugd, p. 14"


def test_leaves_out_what_is_not_known() -> None:
    assert citation(municipality=None, title="Actieplan wapens") == "Actieplan wapens"


def test_does_not_repeat_a_heading_that_is_the_title() -> None:
    made = citation(municipality="Oosterhage", title="Kadernota 2024", heading_path=("KADERNOTA 2024",), page=1)
    assert made == "Gemeente Oosterhage, Kadernota 2024, p. 1"


def test_cuts_a_long_heading_at_a_word() -> None:
    heading = "We versterken de sociale veiligheid door het voorkomen en tegengaan van criminaliteit"
    made = citation(municipality=None, title="Jaarstukken 2023", heading_path=(heading,))
    assert made == "Jaarstukken 2023, par. We versterken de sociale veiligheid door het voorkomen en …"


def test_names_the_last_page_where_that_is_another() -> None:
    assert citation(municipality=None, title="Nota", page=3, last=4) == "Nota, p. 3-4"
    assert citation(municipality=None, title="Nota", page=3, last=3) == "Nota, p. 3"


@pytest.mark.parametrize(
    ("span", "pages"),
    [
        ((0, 10), (3, 3)),
        ((5, 15), (3, 4)),
        ((10, 15), (4, 4)),
        ((9, 21), (3, 6)),
        ((10, 10), (4, 4)),
        ((25, 90), (6, 6)),
    ],
)
def test_the_pages_of_a_span(span: tuple[int, int], pages: tuple[int, int]) -> None:
    """A page can be missing: of a scan that nobody could read."""
    assert pages_of([Page(3, 0, 10), Page(4, 10, 20), Page(6, 20, 30)], *span) == pages


def test_a_document_without_pages_has_none() -> None:
    assert pages_of([], 0, 10) is None
