"""A taakveld says which themes its money is on."""

import pytest

from ingest.theme_taakvelden import themes_of_taakveld


@pytest.mark.parametrize(
    ("code", "themes"),
    [
        pytest.param("6.72b", {"jeugdhulp"}, id="a part of a code of 2023"),
        pytest.param("6.712", {"wmo-ondersteuning"}, id="within a range"),
        pytest.param("6.3", {"inkomen-armoede"}, id="one code"),
        pytest.param("0.62", {"financien"}, id="within a range of older length"),
        pytest.param("1.2", set(), id="of too many themes to tell"),
        pytest.param("9.9", set(), id="unknown"),
        pytest.param("x", set(), id="no code"),
    ],
)
def test_themes_of_taakveld(code: str, themes: set[str]) -> None:
    assert themes_of_taakveld(code) == themes
