"""Offices that a paper gives work without a name."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.facts.people.topic_lists import in_words
from ingest.facts.people.unnamed import unnamed_offices

INVENTED = Path(__file__).parents[2] / "evaluation" / "invented" / "offices.txt"


def cases() -> Iterator[object]:
    """The invented texts, each with its offices and their topics."""
    for chunk in re.split(r"^=== ", INVENTED.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        expected = [tuple(line.split("; ", 1)) for line in labels.splitlines() if line]
        yield pytest.param(text, expected, id=head.partition(" | ")[0])


def found(text: str) -> list[tuple[str, str]]:
    return [(each.office, in_words(each.topics)) for each in unnamed_offices(text)]


@pytest.mark.parametrize(("text", "expected"), [*cases()])
def test_gives_each_office_its_topics(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Wethouder Sport en Wonen", [("Wethouder Sport en Wonen", "")], id="in the office itself"),
        pytest.param("Wethouder Bas Kraan\n• Sport", [], id="somebody with a name"),
        pytest.param("Burgemeester\nWethouder\n• Sport", [("Wethouder", "Sport")], id="of the nearest office above"),
        pytest.param("Wethouder: Sport en Wonen", [], id="one line alone"),
        pytest.param("Burgemeester: Dank u\nWethouder 1: Graag gedaan", [], id="who speaks"),
        pytest.param(
            "Wethouder Sport\n• Struc\u00adtuur\u00ad en sport\n\nCOLOFON\nMei 2023",
            [("Wethouder Sport", "Struc-tuur- en sport")],
            id="what stands apart below",
        ),
    ],
)
def test_which_lines_are_a_list(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_span_runs_from_the_office_to_the_last_topic() -> None:
    text = "Portefeuilles\nBurgemeester\n• Veiligheid\n• Regio\n\nColofon"
    assert [text[each.start : each.end] for each in unnamed_offices(text)] == ["Burgemeester\n• Veiligheid\n• Regio"]
