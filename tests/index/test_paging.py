"""Lists of facts in parts, and their counts: the same as of the whole list."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.tally import tally
from index.library import Library
from index.store.filters import Filters
from index.store.paging import Part
from index.store.rows import FactRow
from ingest.fact_types import Amount, Commitment, Fact, Official
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put

TEXT = "Wij openen de brug.\nWethouder Anna Smit kost niets.\nDe haven kost 5 euro."
FIRST, SECOND, THIRD = (0, 19), (20, 51), (52, 73)


def facts() -> tuple[Fact, ...]:
    def span(place: tuple[int, int]) -> tuple[int, int, str]:
        return (*place, TEXT[slice(*place)])

    return (
        Commitment(*span(FIRST), 0.9, "Wij", "openen", "de brug", "strong", "planned"),
        Official(*span(SECOND), 0.9, "Anna Smit", "wethouder"),
        Amount(*span(THIRD), 0.9, 5.0),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    themes = (ThemeScore("jeugdoverlast", 0.8),), (), (ThemeScore("jeugdoverlast", 0.7), ThemeScore("drugs", 0.6))
    passages = tuple(Passage(*place, themes=own) for place, own in zip((FIRST, SECOND, THIRD), themes, strict=True))
    with new_library(tmp_path / "library") as made:
        for number, (place, kind, year) in enumerate(
            [
                ("Waterdrecht", "ivp", 2022),
                ("Oosterhage", "ivp", 2023),
                (None, None, None),
                ("Waterdrecht", "rib", 2022),
            ]
        ):
            about = identity(place, kind, year)
            put(made, document(TEXT, path=f"{9 - number}.txt", identity=about, passages=passages, facts=facts()))
        yield made


FILTERS = [
    pytest.param(Filters(), id="no filters"),
    pytest.param(Filters(municipalities=("Waterdrecht",)), id="municipality"),
    pytest.param(Filters(doc_types=("ivp",), years=(2023,)), id="type and year"),
    pytest.param(Filters(themes=("jeugdoverlast",)), id="theme"),
    pytest.param(Filters(officials=("Smit",)), id="official"),
    pytest.param(Filters(municipalities=("Nergens",)), id="nothing"),
]


def ids(rows: list[FactRow]) -> list[int]:
    return [row.id for row in rows]


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("kind", [None, "commitment", "official"])
def test_parts_make_up_the_whole(library: Library, filters: Filters, kind: str | None) -> None:
    whole = library.facts(kind, filters)
    parts = [row for offset in range(0, 14, 2) for row in library.facts(kind, filters, part=Part(2, offset))]
    assert ids(parts) == ids(whole) == ids(list(library.each_fact(kind, filters)))
    assert [row.document.file for row in whole] == sorted(row.document.file for row in whole)


@pytest.mark.parametrize("filters", FILTERS)
@pytest.mark.parametrize("kind", [None, "commitment", "amount"])
def test_counts_are_those_of_the_whole(library: Library, filters: Filters, kind: str | None) -> None:
    whole = library.facts(kind, filters)
    assert library.count_facts(kind, filters) == (len(whole), len({row.document.id for row in whole}))
    assert library.fact_facets(kind, filters) == tally(whole)


def test_counts_follow_the_library(library: Library) -> None:
    assert library.count_facts() == (12, 4)
    library.remove("9.txt")
    assert library.count_facts() == (9, 3)
    assert library.fact_facets().themes == {"jeugdoverlast": 6, "drugs": 3}


def test_a_year_counts_what_a_filter_on_it_gives_plans_that_cover_it_included(library: Library) -> None:
    put(
        library,
        document(TEXT, path="plan.txt", identity=identity("Waterdrecht", "ivp", None, (2021, 2023)), facts=facts()),
    )
    put(
        library,
        document(TEXT, path="open.txt", identity=identity("Waterdrecht", "ivp", None, (2023, None)), facts=facts()),
    )
    counted = library.fact_facets().years
    assert counted == {year: library.count_facts(filters=Filters(years=(year,)))[0] for year in (2023, 2022, 2021)}
    assert counted == {2023: 9, 2022: 9, 2021: 3}
