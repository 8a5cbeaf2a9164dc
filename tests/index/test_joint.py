"""Joint portfolios, told apart by other papers."""

from pathlib import Path

import pytest

from index.library import Library
from tests.index.making import new_library
from tests.index.test_terms_of_office import add, careers, name, official

JOINT = "Wonen, Zorg en jeugd"


def together(library: Library, day: str, *people: str) -> None:
    text = f"{' en '.join(people)} hebben {JOINT} op {day}."
    add(library, day, *(official(text, who, portfolio=JOINT) for who in people), text=text)


def portfolios(library: Library) -> dict[str, list[str | None]]:
    """The portfolios of each person, in order of time."""
    found = careers(library).items()
    return {who: [term.portfolio for term in career.terms if term.portfolio] for who, career in found}


@pytest.mark.parametrize(
    ("alone", "expected"),
    [
        pytest.param(
            {"Bas Tol": "Zorg en jeugd"}, {"Ans Kuiper": ["Wonen"], "Bas Tol": ["Zorg en jeugd"]}, id="one has a part"
        ),
        pytest.param(
            {"Bas Tol": "Zorg en jeugd", "Ans Kuiper": "Wonen"},
            {"Ans Kuiper": ["Wonen"], "Bas Tol": ["Zorg en jeugd"]},
            id="each has a part",
        ),
        pytest.param({}, {"Ans Kuiper": [JOINT], "Bas Tol": [JOINT]}, id="no paper tells"),
        pytest.param(
            {"Bas Tol": "Verkeer"}, {"Ans Kuiper": [JOINT], "Bas Tol": ["Verkeer", JOINT]}, id="another portfolio"
        ),
        pytest.param(
            {"Bas Tol": JOINT},
            {"Ans Kuiper": [JOINT], "Bas Tol": [JOINT]},
            id="all of it is somebody's alone elsewhere",
        ),
    ],
)
def test_each_has_what_other_papers_give_alone(
    alone: dict[str, str], expected: dict[str, list[str]], tmp_path: Path
) -> None:
    with new_library(tmp_path / "library") as library:
        for at, (who, portfolio) in enumerate(alone.items(), 1):
            name(library, f"2024-01-0{at}", who, portfolio=portfolio)
        together(library, "2025-01-01", "Ans Kuiper", "Bas Tol")
        assert portfolios(library) == expected
