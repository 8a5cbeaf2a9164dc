"""What a question says, beside its words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.finding.spelling import nearest_spelling
from index.library import Library
from index.query import Filters, understand
from ingest.fact_types import Official
from tests.index.making import document, identity, new_library, put

TEXT = "Wethouder Ria Bosman opent de haven met de reddingsbrigade.\nGeldezels worden gewaarschuwd voor ondermijning."


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder: Path = tmp_path_factory.mktemp("query")
    with new_library(folder) as made:
        official = Official(10, 20, "Ria Bosman", 0.9, name="Ria Bosman", role="wethouder")
        put(made, document(TEXT, path="a.txt", facts=(official,)))
        put(made, document("Plan.", path="b.txt", identity=identity("Velsen", "ivp", None, (2021, 2024))))
        put(made, document("Meer.", path="c.txt", identity=identity("Sint-Maartenszijl", "ivp", None)))
        yield made


@pytest.mark.parametrize(
    ("question", "preferences"),
    [
        pytest.param("veiligheid in waterdrecht", Filters(municipalities=("Waterdrecht",)), id="own name, any case"),
        pytest.param("gemeente Sint Maartenszijl", Filters(municipalities=("Sint-Maartenszijl",)), id="hyphen"),
        pytest.param("de Velsense haven", Filters(municipalities=("Velsen",)), id="of its inhabitants"),
        pytest.param("overlast in IJmuiden", Filters(municipalities=("Velsen",)), id="a place within it"),
        pytest.param("begroting 2022", Filters(doc_types=("programmabegroting",), years=(2022,)), id="type and year"),
        pytest.param("plan 2021-2023", Filters(years=(2021, 2022, 2023)), id="period"),
        pytest.param("van 2021 tot en met 2022", Filters(years=(2021, 2022)), id="period in words"),
        pytest.param("wat zei Bosman", Filters(officials=("Ria Bosman",)), id="surname with a capital"),
        pytest.param("bosman in het park", Filters(), id="surname without"),
        pytest.param("ria bosman", Filters(officials=("Ria Bosman",)), id="full name in any case"),
        pytest.param("haven", Filters(), id="nothing"),
    ],
)
def test_reads_preferences(library: Library, question: str, preferences: Filters) -> None:
    assert understand(question, library).preferences == preferences


@pytest.mark.parametrize(
    ("question", "kinds"),
    [
        ("welke toezeggingen deed de wethouder", ("commitment", "official")),
        ("toezeggingen van wethouder Bosman", ("commitment",)),
        ("speerpunten", ("speerpunt",)),
        ("wat kost de haven", ("amount",)),
        ("haven", ()),
    ],
)
def test_reads_kinds_of_fact(library: Library, question: str, kinds: tuple[str, ...]) -> None:
    assert sorted(understand(question, library).kinds) == list(kinds)


def test_names_a_municipality_that_is_not_in_the_collection(library: Library) -> None:
    query = understand("Wat doet Zwolle tegen overlast?", library)
    assert (query.absent, query.preferences) == (("Zwolle",), Filters())


def test_takes_the_municipality_out_of_the_words_and_the_meaning(library: Library) -> None:
    query = understand("Is er ondermijning in de gemeente Velsen?", library)
    assert query.meaning == "Is er ondermijning?"
    assert [query.text[word.start : word.end] for word in query.words] == ["ondermijning"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("ondermijnig", "ondermijning"), ("reddingsbrigate", "reddingsbrigade"), ("haven", None), ("xyzabcdef", None)],
)
def test_corrects_spelling_to_words_of_the_collection(library: Library, typed: str, meant: str | None) -> None:
    query = understand(typed, library)
    assert [word.meant for word in query.words] == [meant]
    assert [item.value for item in query.understood if item.aspect == "spelling"] == ([meant] if meant else [])


def test_looks_for_synonyms_of_words_and_of_groups_of_words(library: Library) -> None:
    money, mule = understand("money mules", library).words
    assert "geldezel" in money.stems
    assert "geldezel" in mule.stems


def test_literal_reads_nothing_out_of_it(library: Library) -> None:
    query = understand("ondermijnig Velsen 2022 money mules", library, literal=True)
    assert (query.preferences, query.understood, query.kinds, query.absent) == (Filters(), (), (), ())
    assert query.meaning == query.text
    assert [sorted(word.stems) for word in query.words] == [["ondermijnig"], ["vels"], ["2022"], ["money"], ["mul"]]


def test_understood_says_where_it_was_read(library: Library) -> None:
    question = "begroting 2022 van Velsen"
    found = understand(question, library).understood
    assert [(item.aspect, question[item.start : item.end], item.value) for item in found] == [
        ("doc_type", "begroting", "programmabegroting"),
        ("year", "2022", "2022"),
        ("municipality", "Velsen", "Velsen"),
    ]


def test_a_word_of_the_dictionary_is_not_respelled(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("De stand van zaken.\nDe reddingsbrigade oefent."))
        assert nearest_spelling("strand", library.words) is None
        assert nearest_spelling("reddingsbrigate", library.words) == "reddingsbrigade"


def test_a_place_that_the_collection_lacks_is_no_misspelling(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document("Een zeepaar bij de haven."))
        query = understand("windmolens in Zevenaar", library)
        assert query.absent == ("Zevenaar",)
        assert [item.aspect for item in query.understood] == ["municipality"]


def test_a_misspelled_name_is_read_as_the_one_meant(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        official = Official(0, 15, "Gerrit Wolthuis", 0.9, name="Gerrit Wolthuis", role="wethouder")
        put(library, document("Gerrit Wolthuis bezoekt Waterdrecht.\nVeel ondermijning.", facts=(official,)))
        query = understand("Wat doet Woltuis aan ondermijnig in waterdregt en de jaarstuken?", library)
        assert query.preferences == Filters(
            municipalities=("Waterdrecht",), doc_types=("jaarstukken",), officials=("Gerrit Wolthuis",)
        )
        assert query.meaning == "Wat doet Wolthuis aan ondermijning en de jaarstuken?"
        assert [(query.text[item.start : item.end], item.value) for item in query.understood] == [
            ("Woltuis", "Gerrit Wolthuis"),
            ("Woltuis", "wolthuis"),
            ("ondermijnig", "ondermijning"),
            ("waterdregt", "Waterdrecht"),
            ("jaarstuken", "jaarstukken"),
        ]


QUESTION = 'ondermijnig -zeef "de haven" Velsen 2022'


@pytest.mark.parametrize(
    ("key", "left"),
    [
        ("spelling:ondermijning", ["unwanted:zeef", "phrase:de haven", "municipality:Velsen", "year:2022"]),
        ("unwanted:zeef", ["spelling:ondermijning", "phrase:de haven", "municipality:Velsen", "year:2022"]),
        ("phrase:de haven", ["spelling:ondermijning", "unwanted:zeef", "municipality:Velsen", "year:2022"]),
        ("municipality:Velsen", ["spelling:ondermijning", "unwanted:zeef", "phrase:de haven", "year:2022"]),
        ("year:2022", ["spelling:ondermijning", "unwanted:zeef", "phrase:de haven", "municipality:Velsen"]),
    ],
)
def test_each_reading_can_be_left_out(library: Library, key: str, left: list[str]) -> None:
    query = understand(QUESTION, library, without={key})
    assert [item.key for item in query.understood] == left
    assert bool(query.unwanted) == ("unwanted:zeef" in left)
    assert bool(query.phrases) == ("phrase:de haven" in left)
    assert query.preferences.municipalities == (("Velsen",) if "municipality:Velsen" in left else ())


def test_what_only_asks_is_no_word_of_the_subject(library: Library) -> None:
    query = understand("hoe ver is de haven", library)
    assert [query.text[word.start : word.end] for word in query.words] == ["haven"]


@pytest.mark.parametrize(
    ("question", "looked_for", "meaning"),
    [
        ("overlast in Velsen", ["overlast"], "overlast"),
        ("Velsense overlast", ["overlast"], "overlast"),
        ("overlast in IJmuiden", ["overlast", "IJmuiden"], "overlast in IJmuiden"),
    ],
    ids=["a municipality is a preference", "so are its inhabitants", "a village is looked for besides"],
)
def test_names_of_places(library: Library, question: str, looked_for: list[str], meaning: str) -> None:
    query = understand(question, library)
    assert query.preferences.municipalities == ("Velsen",)
    assert [question[word.start : word.end] for word in query.words] == looked_for
    assert query.meaning == meaning


@pytest.mark.parametrize("literal", [False, True])
def test_what_is_encoded_is_told_before_the_words_are_looked_up(library: Library, *, literal: bool) -> None:
    said: list[str] = []
    query = understand("Wat doet Velsen tegen overlast?", library, literal=literal, told=said.append)
    assert said == [query.meaning]
