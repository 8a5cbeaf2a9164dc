"""Who is in charge: what a question asks, and which mention answers it."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.finding.who import Who, who
from index.library import Library
from index.query import understand
from index.search import search
from index.store.filters import Filters
from ingest.fact_types import Fact, Official, Role
from ingest.model import Document, Inferred, Passage, Section
from tests.index.making import ENCODER, document, identity, new_library, put

Line = tuple[str, Role, str, str | None, str]
"""Name, role, the line that says it, the portfolio in it, the heading above it."""


def paper(path: str, municipality: str, year: int, *lines: Line) -> Document:
    text, passages, sections, facts = "", list[Passage](), list[Section](), list[Fact]()
    for name, role, line, portfolio, heading in lines:
        start = len(text)
        text += f"{heading}\n{line}\n"
        end, begin = len(text) - 1, start + len(heading) + 1
        sections.append(Section(start, end, begin - 1, 1, (heading,)))
        passages.append(Passage(begin, end, heading_path=(heading,)))
        at = begin + line.index(name)
        facts.append(Official(at, at + len(name), name, 0.9, name, role, portfolio, portfolio_holder=True))
    about = replace(
        identity(municipality, "programmabegroting", year, title=f"Begroting {year}"),
        date=Inferred(datetime.date(year - 1, 11, 4), 0.9),
    )
    return document(
        text, path=path, identity=about, passages=tuple(passages), facts=tuple(facts), sections=tuple(sections)
    )


def alderman(name: str, portfolio: str) -> Line:
    return name, "wethouder", f"Wethouder {name}: {portfolio}.", portfolio, "College"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    order = "openbare orde en veiligheid"
    mayor: Line = ("Hanna Berg", "burgemeester", f"Burgemeester Hanna Berg: {order}.", order, "College")
    trees: Line = ("Bas Kraan", "wethouder", "Portefeuillehouder: Bas Kraan", None, "Bomen en plantsoenen")
    other: Line = ("Jan Vos", "burgemeester", "Burgemeester Jan Vos.", None, "College")
    sport, homes = alderman("Bas Kraan", "sport en cultuur"), alderman("Eva Maan", "wonen en ruimte")
    help_ = "De schuldhulp, in portefeuille bij wethouder Joke Stam, blijft binnen de raming."
    said: Line = ("Joke Stam", "wethouder", help_, None, "Voortgang")
    spoke: Line = ("Piet Los", "wethouder", "Wethouder Piet Los antwoordt over de schuldhulp.", None, "Verslag")
    safe = "openbare orde en veiligheid"
    early: Line = ("Tom Vlier", "burgemeester", f"Burgemeester Tom Vlier: {safe}.", safe, "College")
    late: Line = ("Mia Grind", "burgemeester", "Burgemeester Mia Grind opent de vergadering.", None, "Verslag")
    broad = alderman("Fien Duin", "Sociaal domein")
    with new_library(tmp_path_factory.mktemp("who") / "library") as made:
        put(made, paper("s22.txt", "Sint-Maartenszijl", 2022, early, broad))
        put(made, paper("s26.txt", "Sint-Maartenszijl", 2026, late, said, spoke))
        put(made, paper("w22.txt", "Waterdrecht", 2022, mayor, sport, homes, trees))
        put(made, paper("w24.txt", "Waterdrecht", 2024, alderman("Ans Post", "sport")))
        put(made, paper("o22.txt", "Oosterhage", 2022, other))
        yield made


def asked(library: Library, question: str, filters: Filters = Filters()) -> Who | None:  # noqa: B008
    return who(library, understand(question, library), filters)


def names(found: Who | None) -> list[tuple[str, str]]:
    assert found is not None
    return [(holder.career.person.name, holder.how) for holder in found.holders]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Wie gaat in Waterdrecht over woonoverlast?", [("Hanna Berg", "field")]),
        ("wie gaat in Waterdrecht over sport", [("Ans Post", "portfolio"), ("Bas Kraan", "portfolio")]),
        ("Wie is portefeuillehouder veiligheid in Waterdrecht?", [("Hanna Berg", "portfolio")]),
        ("Welke wethouder heeft cultuur in portefeuille?", [("Bas Kraan", "portfolio")]),
        ("Wie is verantwoordelijk voor de plantsoenen?", [("Bas Kraan", "section")]),
        ("Wie gaat er over de bibliotheek?", [("Bas Kraan", "theme")]),
        ("Wie is burgemeester van Oosterhage?", [("Jan Vos", "office")]),
        ("Wie gaat over ruimtevaart?", []),
        ("wie gaat in Oosterhage over sport", []),
        ("wie gaat in Sint-Maartenszijl over schuldhulp", [("Joke Stam", "sentence")]),
        (
            "Wie gaat over veiligheid in Sint-Maartenszijl?",
            [("Mia Grind", "successor"), ("Tom Vlier", "portfolio")],
        ),
        ("Wie was burgemeester van Sint-Maartenszijl in 2022?", [("Tom Vlier", "office")]),
    ],
)
def test_who(library: Library, question: str, expected: list[tuple[str, str]]) -> None:
    assert names(asked(library, question)) == expected


@pytest.mark.parametrize(
    "question",
    ["Wat is er toegezegd over woonoverlast?", "Wie is Bas Kraan?", "sport Waterdrecht", "Wie sprak in over de bomen?"],
)
def test_what_asks_no_such_thing_gets_no_answer(library: Library, question: str) -> None:
    assert asked(library, question) is None


def test_a_year_keeps_to_the_papers_of_it(library: Library) -> None:
    found = asked(library, "wie gaat over sport in Waterdrecht", Filters(years=(2022,)))
    assert names(found) == [("Bas Kraan", "portfolio")]


def test_a_municipality_without_papers_has_its_own_note(library: Library) -> None:
    assert asked(library, "Wie gaat over sport in Utrecht?") is None


def test_of_a_regional_plan_each_office_is_of_the_municipality_that_stands_with_it(tmp_path: Path) -> None:
    text = "Zorg | Anna Bakker, burgemeester van Oosterhage\nHaven | Bas Tol, burgemeester van Waterdrecht"
    facts = tuple(
        Official(text.index(name), text.index(name) + len(name), name, 0.9, name, "burgemeester")
        for name in ("Anna Bakker", "Bas Tol")
    )
    regional = replace(identity(None), municipalities=("Waterdrecht", "Oosterhage"))
    with new_library(tmp_path / "library") as made:
        put(made, document(text, path="regio.txt", identity=regional, facts=facts))
        put(made, paper("w24.txt", "Waterdrecht", 2024, alderman("Ans Post", "sport")))
        put(made, paper("o24.txt", "Oosterhage", 2024, alderman("Jan Vos", "sport")))
        found = asked(made, "wie is burgemeester van Waterdrecht")
    assert names(found) == [("Bas Tol", "office")]


def test_of_too_many_municipalities_one_is_to_be_chosen(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.finding.who.MOST_PLACES", 1)
    assert asked(library, "Wie gaat over sport?") == Who("sport", None, (), ())
    assert names(asked(library, "Wie gaat over sport?", Filters(municipalities=("Waterdrecht",))))


def test_an_answer_has_who_it_is_with_the_sentence_that_says_it(library: Library) -> None:
    answer = search(library, ENCODER, "Wie gaat over sport in Waterdrecht?")
    assert answer.who is not None
    assert answer.who.sure
    first, _ = answer.who.holders
    assert first.sentence[slice(*first.place)] == "Ans Post"
    assert first.sentence == "Wethouder Ans Post: sport."
    assert answer.hits
    assert search(library, ENCODER, "Wie gaat over sport in Waterdrecht?", literal=True).who is None


def test_a_portfolio_that_only_comes_near_makes_no_answer_sure(library: Library) -> None:
    found = asked(library, "wie gaat over woningbouw in Waterdrecht")
    assert names(found) == [("Eva Maan", "field")]
    assert found is not None
    assert not found.sure
