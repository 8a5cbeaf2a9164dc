"""The years of columns whose heads name none, and heads of several lines."""

import pytest

from ingest.facts.tables.heads import Shape, columns_of
from ingest.facts.tables.years import years_of_neighbours


@pytest.mark.parametrize(
    ("heads", "years"),
    [
        (["Boekwaarde 31-12-2022", "Investering", "Boekwaarde 31-12-2023"], {"Investering": 2023}),
        (["Stand 1-1-2023", "Toevoeging", "Stand 31-12-2023", "Looptijd"], {"Toevoeging": 2023}),
        (["31 december 2024", "Mutatie", "31 december 2023"], {"Mutatie": 2024}),
        (["31-12-2020", "Toevoeging", "31-12-2023"], {}),
        (["31-12-2021", "Toevoeging", "31-12-2022", "Toevoeging", "31-12-2023"], {}),
        (["Begroting 2024", "Realisatie 2024", "Verschil"], {"Verschil": 2024}),
        (["Begroting 2023", "Verschil", "Begroting 2024", "Verschil"], {}),
        (["Begroting 2024", "Toelichting"], {}),
        (["Verschil", "Realisatie 2024"], {}),
    ],
)  # fmt: skip
def test_heads_without_a_year_have_that_of_their_neighbours(heads: list[str], years: dict[str, int]) -> None:
    assert years_of_neighbours(heads) == years


def test_a_word_broken_over_the_lines_of_a_head_is_whole() -> None:
    heads = [("Bedragen", "Boek-", "Inves-"), ("", "waarde", "tering"), ("", "31-12-2022", "")]
    assert columns_of(heads, Shape(3, 1)) == ["Boekwaarde 31-12-2022", "Investering"]
