"""Which facts are on a theme: their own words, their headings, and what was said just before them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.store.filters import Filters
from index.tracing.on_theme import facts_on, speerpunten_on, themes_counted
from ingest.fact_types import Amount, Commitment, Speerpunt
from ingest.model import Passage, Section, ThemeScore
from tests.index.making import document, identity, new_library, put

TEXT = """Het cameratoezicht op het plein begon in mei. Wij beslissen medio 2025 over een verlenging.
Wij voeren afvalzakken in voor de scholen. Een brief volgt in juni.
De heer Wit vraagt naar de kosten van het cameratoezicht.
Wethouder Bos zegt toe dit na te gaan."""
MINUTES = TEXT.splitlines()[2] + "\n" + TEXT.splitlines()[3]
ASKED = Filters(municipalities=("Waterdrecht",))


def promises(text: str) -> tuple[Commitment, ...]:
    found = []
    for words in (
        "Wij beslissen medio 2025 over een verlenging.",
        "Een brief volgt in juni.",
        "Wethouder Bos zegt toe",
    ):
        at = text.find(words)
        if at >= 0:
            found.append(Commitment(at, at + len(words), words, 0.9, "wij", "doen", None, "strong", "planned"))
    return tuple(found)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("themes")) as made:
        for path, kind, text in (("plan.txt", "ivp", TEXT), ("verslag.txt", "raadsverslag", MINUTES)):
            whole = Passage(0, len(text), themes=(ThemeScore("economie-toerisme", 0.9),))
            about = identity("Waterdrecht", kind)
            put(made, document(text, path=path, identity=about, passages=(whole,), facts=promises(text)))
        yield made


def found(library: Library, theme: str) -> list[tuple[str, str]]:
    rows = facts_on(library, ASKED, (theme,))
    return [(row.document.file, row.fact.text) for row in rows]


def test_a_sentence_without_a_theme_takes_that_of_the_sentence_before_it(library: Library) -> None:
    assert ("plan.txt", "Wij beslissen medio 2025 over een verlenging.") in found(library, "cameratoezicht-fouilleren")


def test_it_takes_it_from_its_own_paragraph_only(library: Library) -> None:
    assert ("plan.txt", "Wethouder Bos zegt toe") not in found(library, "cameratoezicht-fouilleren")
    assert ("plan.txt", "Een brief volgt in juni.") not in found(library, "cameratoezicht-fouilleren")


def test_in_a_report_of_a_meeting_the_question_before_it_says_what_a_promise_is_about(library: Library) -> None:
    assert ("verslag.txt", "Wethouder Bos zegt toe") in found(library, "cameratoezicht-fouilleren")


def test_a_parent_stands_for_the_themes_below_it(library: Library) -> None:
    assert ("verslag.txt", "Wethouder Bos zegt toe") in found(library, "v1")


def test_a_row_with_the_theme_as_its_name_counts_in_a_table_on_another_theme(library: Library) -> None:
    table = "Graffiti | 12.000\nOverig | 9.000"
    sums = tuple(
        Amount(table.index(line), table.index(line) + len(line), line, 0.9, value_eur=value, row=line.split(" |")[0])
        for line, value in zip(table.splitlines(), (12_000.0, 9_000.0), strict=True)
    )
    whole = Passage(0, len(table), themes=(ThemeScore("ondermijning", 0.9),))
    put(library, document(table, path="geld.txt", identity=identity("Waterdrecht"), passages=(whole,), facts=sums))
    assert found(library, "verloedering") == [("geld.txt", "Graffiti | 12.000")]


def test_in_minutes_the_words_of_a_promise_outweigh_the_item_of_the_agenda(library: Library) -> None:
    item, said = "Voortgang Integraal Veiligheidsplan", "Wij evalueren de buurtbemiddeling."
    text = f"{item}\n{said}"
    about = identity("Waterdrecht", "raadsverslag")
    whole = Passage(0, len(text), heading_path=(item,), themes=(ThemeScore("veiligheidsbeleid", 0.9),))
    promise = Commitment(len(item) + 1, len(text), said, 0.9, "wij", "evalueren", None, "strong", "planned")
    section = Section(0, len(text), len(item), 1, (item,))
    put(
        library,
        document(text, path="item.txt", identity=about, passages=(whole,), facts=(promise,), sections=(section,)),
    )
    assert ("item.txt", said) in found(library, "woonoverlast")


def test_a_row_of_a_taakveld_of_the_theme_counts_whatever_it_is_named(library: Library) -> None:
    table = "Gezinsgericht | 12.000"
    sums = (Amount(0, len(table), table, 0.9, value_eur=12_000.0, row="Gezinsgericht", taakveld="6.73b"),)
    whole = Passage(0, len(table), themes=(ThemeScore("financien", 0.9),))
    put(library, document(table, path="taken.txt", identity=identity("Waterdrecht"), passages=(whole,), facts=sums))
    assert found(library, "jeugdhulp") == [("taken.txt", table)]


@pytest.mark.parametrize(
    ("above", "text", "expected"),
    [
        pytest.param(("Wonen", "Huisvesting"), "Er komen zes plekken bij.", True, id="of residents"),
        pytest.param(
            ("Bedrijfsvoering", "Huisvesting"), "Er komen zes plekken bij.", False, id="below the organisation"
        ),
        pytest.param(("Programma",), "De huisvesting raadszaal kost meer.", False, id="of the council"),
        pytest.param(("Programma",), "De huisvesting van starters kost meer.", True, id="of starters"),
    ],
)
def test_the_offices_of_the_organisation_are_no_housing(
    tmp_path: Path, above: tuple[str, ...], text: str, expected: bool
) -> None:
    fact = Commitment(0, len(text), text, 0.9, "wij", "doen", None, "strong", "planned")
    sections = (Section(0, len(text), 0, len(above), above),)
    with new_library(tmp_path / "library") as library:
        about = identity("Waterdrecht", "programmabegroting")
        put(
            library,
            document(text, identity=about, passages=(Passage(0, len(text), above),), sections=sections, facts=(fact,)),
        )
        assert bool(facts_on(library, ASKED, ("wonen-bouwen",))) is expected


@pytest.mark.parametrize(
    ("label", "themes"),
    [
        pytest.param("aanpak van drugsoverlast", {"drugsoverlast"}, id="it names its subject itself"),
        pytest.param("beter samenwerken met partners", {"veiligheidsgevoel"}, id="only headings name one"),
    ],
)
def test_a_priority_that_names_its_subject_takes_none_from_a_heading_above_its_own(
    label: str, themes: set[str], tmp_path: Path
) -> None:
    path = ("Meer sociale veiligheid", "Toelichting")
    whole, section = Passage(0, len(label), path), Section(0, len(label), 0, 2, path)
    named = Speerpunt(0, len(label), label, 0.9, label=label)
    with new_library(tmp_path / "priorities") as made:
        put(made, document(label, passages=(whole,), sections=(section,), facts=(named,)))
        (found,) = made.themes_of_facts(made.documents()).values()
    assert found == themes


def test_speerpunten_are_counted_by_their_own_themes_and_a_parent_with_what_is_below_it(tmp_path: Path) -> None:
    text = "Minder drugsoverlast. Minder woonoverlast."
    whole = Passage(0, len(text), themes=(ThemeScore("economie-toerisme", 0.9),))
    labels = [(0, 20), (22, 41)]
    named = tuple(Speerpunt(a, b, text[a:b], 0.9, label=text[a:b]) for a, b in labels)
    with new_library(tmp_path / "counted") as made:
        put(made, document(text, identity=identity("Waterdrecht", "ivp"), passages=(whole,), facts=named))
        of_one = speerpunten_on(made, Filters(themes=("drugsoverlast",)))
        of_passage = speerpunten_on(made, Filters(themes=("economie-toerisme",)))
        every = speerpunten_on(made, Filters())
    assert (len(of_one), len(of_passage), len(every)) == (1, 0, 2)
    assert themes_counted(every.values()) == {"drugsoverlast": 1, "woonoverlast": 1}
    assert themes_counted([frozenset({"jeugdhulp"}), frozenset({"t6"})]) == {"t6": 2, "jeugdhulp": 1}
