"""What goals are read as, beside the layouts of test_invented_goals."""

import datetime
import re

import pytest

from ingest.fact_types import Goal, Period
from ingest.facts.goals import goals
from ingest.lexicon import read_rows
from tests.facts.policy_documents import policy


def found(text: str, doc_type: str = "programmabegroting") -> list[Goal]:
    return goals(policy(text, doc_type))


def test_a_goal_quotes_its_place_with_its_code() -> None:
    (programme, doel) = found("# Programma 1 Veiligheid\n## Doel 1.2: Minder inbraken.\n")
    assert (doel.text, doel.code, doel.label) == ("Doel 1.2: Minder inbraken.", "1.2", "Minder inbraken")
    assert (doel.parent_code, doel.parent) == ("1", "Veiligheid")
    assert doel.period == Period(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31))
    assert (programme.parent_code, programme.parent) == (None, None)


def test_codes_that_count_within_their_programma_find_their_own_parent() -> None:
    text = """
    # P1 Wonen
    ## Doelstellingen
    * 1. Bouwen voor starters.
    * 2. Kortere wachttijden.
    ## Wat gaan we daarvoor doen?
    * 1.2.01 De regels voor urgentie zijn vernieuwd.
    * 1.3.01 Het beleid is geschreven.
    """
    parents = {goal.code: goal.parent for goal in found(text)}
    assert parents["1.2.01"] == "Kortere wachttijden"
    assert parents["1.3.01"] == "Wonen"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("# 1.2 Wat mag het kosten?\nDe lasten zijn hoger.", id="a question of the budget"),
        pytest.param("# Programma\nLasten | Baten", id="a bare word"),
        pytest.param("# Programma van eisen\nHet gebouw krijgt drie lagen.", id="another programme"),
        pytest.param("# Wat gaan we doen?\n## 1.1 Crisisbeheersing en brandweer\nTekst.", id="a taakveld"),
        pytest.param("# Wat gaan we doen?\nKarin de Wit\nPiet van Dam\nBewoner", id="names of people"),
        pytest.param("# Wat gaan we doen?\n* J. de Wit\n* Karin Smit", id="names in a list"),
        pytest.param("# Wat hebben we gedaan?\n* De brug is geverfd.", id="what was done, without a code"),
        pytest.param("# Wat willen we bereiken?\n## Toelichting\n* Er is veel veranderd.", id="an explanation"),
        pytest.param("Het doel van de regeling is sparen. Doel 1.1 is bereikt.", id="a word within a sentence"),
        pytest.param("Doel 1.1 is bereikt.", id="what is said of a goal"),
    ],
)
def test_is_no_goal(text: str) -> None:
    assert found(text) == []


def test_items_that_the_reader_put_on_one_line_are_two() -> None:
    (first, second) = found("# Wat gaan we doen?\n1.2.05 Advies aan scholen 1.2.06: Nieuw net voor stroom\n")
    assert (first.code, first.text) == ("1.2.05", "1.2.05 Advies aan scholen")
    assert (second.code, second.label) == ("1.2.06", "Nieuw net voor stroom")


def test_an_item_with_a_code_closes_no_part_though_it_opens_like_a_heading() -> None:
    text = "# Wat gaan we doen?\n1.1 Evaluatie\n1.2 Voortgang van de bouw volgen\n1.3 Nieuwe brug\n"
    assert [goal.code for goal in found(text)] == ["1.1", "1.2", "1.3"]


def test_an_unnumbered_programma_needs_goals_below_it() -> None:
    assert [goal.label for goal in found("# Programma Haven\n## Wat willen we bereiken?\n* Meer schepen.")] == [
        "Haven",
        "Meer schepen",
    ]
    assert found("# Programma Haven\nIn dit programma werken we samen.") == []


@pytest.mark.parametrize("doc_type", ["raadsverslag", "besluitenlijst", "verkiezingsprogramma", "nieuws", "motie"])
def test_only_plans_and_reports_have_a_goal_tree(doc_type: str) -> None:
    assert found("# Wat gaan we doen?\n* We breiden het park uit.", doc_type) == []


def test_a_report_gives_a_goal_of_the_plan_once() -> None:
    text = """
    # Programma 1 Veiligheid
    ## Doel 1.1 Minder inbraken (tekst uit Begroting 2027)
    Wij willen minder inbraken.
    ## Doel 1.1 Minder inbraken
    Het aantal daalde.
    """
    assert [(goal.level, goal.label) for goal in found(text, "jaarstukken")] == [
        ("programma", "Veiligheid"),
        ("doel", "Minder inbraken"),
    ]


@pytest.mark.parametrize(
    "row", read_rows("goal_cues.tsv"), ids=lambda row: f"{row['kind']} {row['level']} {row['example']}"[:60]
)
def test_every_cue_matches_its_example(row: dict[str, str]) -> None:
    pattern = re.compile(row["pattern"], re.IGNORECASE)
    example = re.sub(r"(?<!:)[?.]$", "", row["example"].replace('"', "")) if row["kind"] != "codes" else row["example"]
    assert pattern.match(example) if row["kind"] == "mark" else pattern.fullmatch(example)
