"""Headings of plain texts become a tree."""

import pytest

from ingest.layout import Line, Reading
from tests.layouts import FULL, PROSE, sections_of, verbatim


def paths_of(text: str) -> list[tuple[str, ...]]:
    return [section.path for section in sections_of(verbatim(text))]


def test_short_lines_over_longer_text_are_headings() -> None:
    text = f"Jeugd en veiligheid\n\n{PROSE}\n\nVragen van de raad\n\n{PROSE}"
    assert paths_of(text) == [("Jeugd en veiligheid",), ("Vragen van de raad",)]


def test_group_headings_rank_above_others() -> None:
    text = "\n".join(
        [
            "Speerpunten",
            "Thema Jeugd",
            "Jongerenwerk",
            PROSE,
            "Messen op school",
            PROSE,
            "Reguliere taken",
            "Toezicht",
            PROSE,
        ]
    )
    assert paths_of(text) == [
        ("Speerpunten",),
        ("Speerpunten", "Thema Jeugd"),
        ("Speerpunten", "Thema Jeugd", "Jongerenwerk"),
        ("Speerpunten", "Thema Jeugd", "Messen op school"),
        ("Reguliere taken",),
        ("Reguliere taken", "Toezicht"),
    ]


def test_numbers_nest() -> None:
    text = "\n".join(["1 Veiligheid", PROSE, "1.1 Jeugd", PROSE, "1.2 Wijken", PROSE, "2 Verkeer", PROSE])
    assert paths_of(text) == [
        ("1 Veiligheid",),
        ("1 Veiligheid", "1.1 Jeugd"),
        ("1 Veiligheid", "1.2 Wijken"),
        ("2 Verkeer",),
    ]


def test_speakers_stand_under_their_item_of_the_agenda() -> None:
    text = "\n".join(["1 Opening", "Femke Aerts", "Welkom allemaal. Wij gaan beginnen.", "Bram de Wit", "Dank u wel."])
    assert paths_of(text) == [("1 Opening",), ("1 Opening", "Femke Aerts"), ("1 Opening", "Bram de Wit")]


def test_a_section_reaches_to_its_last_word_and_its_heading_ends_where_it_does() -> None:
    text = f"Jeugd\n\n{PROSE}\n\nVerkeer\n\n{PROSE}\n\n"
    first, second = sections_of(verbatim(text))
    assert text[first.start : first.heading_end] == "Jeugd"
    assert text[first.start : first.end] == f"Jeugd\n\n{PROSE}"
    assert text[second.start : second.end] == f"Verkeer\n\n{PROSE}"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Dit is een korte zin.", id="a sentence"),
        pytest.param("Raadhuisplein 1, 1234 AB Waterdrecht", id="an address"),
        pytest.param("Met vriendelijke groet", id="a greeting"),
        pytest.param("Geachte leden van de raad", id="a salutation"),
        pytest.param("Bedragen x € 1.000", id="a unit"),
        pytest.param("Motie van de fractie over de", id="a line broken off"),
        pytest.param("en verder nog dit", id="small letters"),
        pytest.param("Lees meer", id="a link"),
        pytest.param("Onderwerp: brandweerpost", id="a field"),
        pytest.param("14 maart 2024", id="a date"),
    ],
)
def test_short_lines_that_head_nothing(line: str) -> None:
    assert paths_of(f"{PROSE}\n\n{line}\n\n{PROSE}") == []


def test_items_of_a_numbered_list_are_no_headings() -> None:
    assert paths_of(f"{PROSE}\n1. Ontvangst van de gasten\n2. Behandeling van de nota\n3. Sluiting\n{PROSE}") == []


def test_a_field_that_comes_back_is_no_heading() -> None:
    lines = [line for place in "ABC" for line in (f"Advies {place}a", PROSE, "Stand: in uitvoering", PROSE)]
    assert {path[-1] for path in paths_of("\n\n".join(lines))} == {"Advies Aa", "Advies Ba", "Advies Ca"}


def test_a_portfolio_holder_alone_on_a_line_has_a_section() -> None:
    text = f"Doel 2.1 Wij houden de wijken veilig\n\n{PROSE}\n\nPortefeuillehouder\n\nIneke Vos"
    assert sections_of(verbatim(text))[-1].path[-1] == "Portefeuillehouder"


def test_markdown_headings_keep_their_level() -> None:
    reading = Reading(
        "md",
        (
            Line("Nota", role="heading", level=1, offset=2, starts_block=True),
            Line("Jeugd", role="heading", level=2, offset=11, starts_block=True),
            Line(PROSE, offset=18, starts_block=True),
        ),
        verbatim=f"# Nota\n\n## Jeugd\n\n{PROSE}",
    )
    assert [section.path for section in sections_of(reading)] == [("Nota",), ("Nota", "Jeugd")]


def test_quoted_plan_text_is_a_layer_of_its_own() -> None:
    text = f"Wat wilden we? (tekst uit Begroting 2023)\n\n{PROSE}\n\nWat deden we?\n\n{PROSE}"
    assert [section.layer for section in sections_of(verbatim(text))] == ["quoted_plan", "body"]


def test_a_table_of_contents_ends_where_the_page_numbers_do() -> None:
    text = f"Inhoudsopgave\nVoorwoord 3\nJeugd 4\nVerkeer 9\n\nVoorwoord\n{PROSE}"
    contents, foreword = sections_of(verbatim(text))
    assert (contents.layer, foreword.layer) == ("contents", "body")
    assert text[contents.end - 9 : contents.end] == "Verkeer 9"


def test_what_a_web_page_has_below_is_boilerplate() -> None:
    text = f"Jeugd\n\n{PROSE}\n\n0 reacties\n\nPlaats een reactie\n\nDoe mee!\n\nGa terug"
    body, below = sections_of(verbatim(text))
    assert (body.layer, below.layer) == ("body", "boilerplate")
    assert text[body.start : body.end] == f"Jeugd\n\n{PROSE}"


def test_a_page_on_one_line_has_its_headings_between_the_sentences() -> None:
    sentence = "Wij zetten in op digitale veiligheid en op minder woonoverlast in de wijken van Oosterhage. "
    text = sentence * 8 + "Digitale veiligheid Steeds meer inwoners krijgen te maken met fraude. " + sentence * 8
    text += "Woonoverlast De gemeente helpt buren om er samen uit te komen. Wethouder De Vries helpt daarbij mee."
    assert paths_of(text) == [("Digitale veiligheid",), ("Woonoverlast",)]


def test_an_agenda_with_full_stops_is_found_where_nothing_else_is() -> None:
    points = ["Opening.", "Vragenuur.", "Vaststelling van de agenda.", "Voorstel voor de haven.", "Sluiting."]
    filler = [PROSE] * 10
    text = "\n\n".join(line for n, point in enumerate(points, 1) for line in (f"{n}. {point}", *filler))
    assert [path[-1] for path in paths_of(text)] == [f"{n}. {point}" for n, point in enumerate(points, 1)]


def test_the_seeds_have_the_sections_that_the_gold_gives(shared: object) -> None:
    import json
    from pathlib import Path

    from ingest.read.text import read_text

    folder = Path(str(shared))
    for gold in sorted((folder / "evaluation" / "gold").glob("*.jsonl")):
        records = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
        wanted = [r for r in records if r["kind"] == "section" and not r.get("boilerplate")]
        reading = read_text(folder / "seeds" / wanted[0]["file"])
        found = [s for s in sections_of(reading) if s.layer == "body"]
        assert [(s.start, s.end, s.level) for s in found] == [(r["start"], r["end"], r["level"]) for r in wanted]


@pytest.mark.parametrize(
    "heading",
    ["Wat wilden we bereiken?", 'Doelstelling: "Wat wilden we bereiken ?"', "Wat wilden wij daarvoor doen?"],
)
def test_what_a_report_says_that_was_planned_is_the_plan_quoted(heading: str) -> None:
    text = f"{heading}\n\n{FULL}.\n{FULL}.\n\nWat hebben we bereikt?\n\n{FULL}.\n{FULL}."

    assert [section.layer for section in sections_of(verbatim(text))] == ["quoted_plan", "body"]
