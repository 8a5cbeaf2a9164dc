"""Citations: what a reader needs to find the place back, and no more."""

from index.cite import citation


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
