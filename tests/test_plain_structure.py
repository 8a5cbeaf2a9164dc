"""Plain texts with a structure of their own: transcripts, programmes with chapters, letters, tables of contents."""

import pytest

from ingest.clean import compose
from ingest.sections import outline
from tests.layouts import FULL, PROSE, verbatim

SAID = "Voorzitter, wij willen dat het plein bij de haven voor de zomer opnieuw wordt ingericht."
SPEAKERS = ("Anna de Wit", "Piet van der Kooi", "Mia Jansen-Bos")


def paths_of(text: str) -> list[tuple[str, ...]]:
    reading = verbatim(text)
    return [section.path for section in outline(compose(reading), reading)]


def transcript(*items: str) -> str:
    """Every speaker takes the floor twice under every item."""
    turns = "\n".join(f"{name}\n{SAID}" for name in SPEAKERS * 2)
    return "\n".join(f"{item}\n{turns}" for item in items)


def test_items_above_a_speaker_need_no_order_and_break_over_lines() -> None:
    paths = paths_of(transcript("1 Opening", "7 Motie van de oppositie:\neen kortere wachttijd", "5 Rondvraag"))

    assert [path for path in paths if len(path) == 1] == [
        ("1 Opening",),
        ("7 Motie van de oppositie: een kortere wachttijd",),
        ("5 Rondvraag",),
    ]
    assert paths[1] == ("1 Opening", "Anna de Wit")


def test_what_is_said_before_a_speaker_is_no_item_of_the_agenda() -> None:
    paths = paths_of(transcript("1 Opening", "Dat is aangenomen.\n12 leden stemden voor.", "2 Sluiting"))

    assert [path for path in paths if len(path) == 1] == [("1 Opening",), ("2 Sluiting",)]


def test_names_under_a_letter_are_no_transcript() -> None:
    signed = "Anna de Wit\nburgemeester van de gemeente\nPiet van der Kooi\nsecretaris van de gemeente"
    text = f"Inleiding\n\n{FULL}.\n\n{signed}"

    assert paths_of(text) == [("Inleiding",)]


def test_a_chapter_has_its_title_on_the_lines_below_its_number() -> None:
    text = "\n\n".join(
        f"Hoofdstuk {n}\n\nPrettig wonen\nin alle kernen\n\nOver woningen\n\n{FULL}.\n{FULL}." for n in (1, 2)
    )

    assert paths_of(text)[0] == ("Hoofdstuk 1 Prettig wonen in alle kernen Over woningen",)


def test_a_chapter_at_the_top_of_its_page_is_no_running_header() -> None:
    pages = [f"Hoofdstuk {n}\n\n{FULL}.\n{FULL}.\n\n{n} Programma 2026" for n in range(1, 6)]

    assert [path[0] for path in paths_of("\n\f".join(pages))] == [f"Hoofdstuk {n}" for n in range(1, 6)]


def test_a_running_header_that_changes_with_the_chapter_is_no_heading() -> None:
    subjects = ("wonen", "veilig verkeer", "groen", "werk", "zorg")
    pages = [f"Volop ruimte voor {subject}\n\nWat wij doen\n\n{FULL}.\n{FULL}." for subject in subjects]

    paths = paths_of("Ons programma\n\n" + f"{FULL}.\n\f" + "\n\f".join(pages))

    assert not [path for path in paths if any("ruimte" in heading for heading in path)]


CONTENTS = """Inhoudsopgave
1. Wonen en verkeer: prettig leven    4

1.1. Bouwen voor iedereen    5

1.2. Ruimte om te bewegen    7

2. Natuur: zorgen voor later    9

2.1. Een groene gemeente    10
"""


def test_what_the_contents_name_ranks_above_what_they_do_not() -> None:
    body = "\n\n".join(
        f"{chapter}\n\n{FULL}.\n{FULL}.\n\n{part}\n\n{FULL}.\n{FULL}."
        for chapter, part in (
            ("Bouwen voor iedereen", "Betaalbaar huren"),
            ("Ruimte om te bewegen", "Veilige fietspaden"),
            ("Een groene gemeente", "Bomen in de straat"),
        )
    )

    assert paths_of(f"{CONTENTS}\n{body}")[1:] == [
        ("Bouwen voor iedereen",),
        ("Bouwen voor iedereen", "Betaalbaar huren"),
        ("Ruimte om te bewegen",),
        ("Ruimte om te bewegen", "Veilige fietspaden"),
        ("Een groene gemeente",),
        ("Een groene gemeente", "Bomen in de straat"),
    ]


@pytest.mark.parametrize(
    ("middle", "expected"),
    [
        pytest.param(
            f"Toelichting\nWat wij kozen\n{FULL}.\n\nWat volgt\n{FULL}.",
            [("Inleiding",), ("Toelichting",), ("Toelichting", "Wat wij kozen"), ("Toelichting", "Wat volgt")],
            id="a part with a heading right below",
        ),
        pytest.param(
            f"Toelichting\n{FULL}.\n\nWat volgt\n{FULL}.",
            [("Inleiding",), ("Toelichting",), ("Wat volgt",)],
            id="parts that show no levels",
        ),
    ],
)
def test_the_parts_of_a_letter(middle: str, expected: list[tuple[str, ...]]) -> None:
    assert paths_of(f"Inleiding\n{FULL}.\n\n{middle}") == expected


def test_a_heading_above_the_first_of_numbered_ones_holds_them() -> None:
    text = f"Context\n\n{FULL}.\n\nHoofdlijnen van de visie\n1 Water sturend\n{FULL}.\n\n2 Wonen voorop\n{FULL}."

    assert paths_of(text) == [
        ("Context",),
        ("Hoofdlijnen van de visie",),
        ("Hoofdlijnen van de visie", "1 Water sturend"),
        ("Hoofdlijnen van de visie", "2 Wonen voorop"),
    ]


def test_a_register_has_a_heading_above_its_fields() -> None:
    entries = "\n\n".join(
        f"{name} ({year})\n\nPortefeuille: Zorg\n\n{FULL}."
        for name, year in (("Wijkteams", 2025), ("Inkoop", 2021), ("Openbaarheid", 2022))
    )

    assert paths_of(entries) == [("Wijkteams (2025)",), ("Inkoop (2021)",), ("Openbaarheid (2022)",)]


def test_a_word_that_a_hyphen_broke_off_is_no_heading() -> None:
    assert paths_of(f"Inleiding\n{FULL}.\n\n- De gemeente blijft lid van het schap Venne-\nWaterland\n{FULL}.") == [
        ("Inleiding",)
    ]


def test_an_item_of_a_list_of_decisions_may_have_an_amount_in_its_heading() -> None:
    numbered = f"1.a.1 Laadpalen\n{FULL}.\n\n1.b.1 Nabetaling van € 500 op de energietoeslag\n{FULL}."
    text = f"{numbered}\n\n€ 500 voor banken\n{FULL}."

    assert paths_of(text) == [("1.a.1 Laadpalen",), ("1.b.1 Nabetaling van € 500 op de energietoeslag",)]


def test_the_way_back_to_the_menu_does_not_part_a_heading_from_its_list() -> None:
    text = f"Programma 3 Veiligheid\n\nSpeerpunten\n\nTerug naar navigatie - Speerpunten\n\n{PROSE}\n"
    assert ("Programma 3 Veiligheid", "Speerpunten") in paths_of(text)
