"""Search: the right passage first, its words marked, and silence where nothing answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.query import Filters
from index.search import Answer, search
from ingest.fact_types import Commitment, Official
from ingest.model import Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

BEGROTING = """De burgemeester sluit drugspanden in de havenwijk.
In 2022 komt er een nieuwe ambulance voor de reddingsbrigade.
De gemeente onderzoekt of camera's in het stationsgebied helpen.
Inwoners kunnen verdachte situaties melden via een app.
De brandweer oefent ieder jaar in de kazerne aan de kade.
Voor jongeren opent een ontmoetingsplek naast de sporthal.
De kapvergunning voor bomen blijft gratis.
Het zwembad wordt gerenoveerd en krijgt een warmtepomp."""
ELDERS = """De burgemeester sluit drugspanden in de binnenstad.
De wijkagent houdt spreekuur in de bibliotheek.
Wethouder Ria Bosman beheert de portefeuille wonen."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("search")) as made:
        put(made, document(BEGROTING, path="begroting.txt", identity=identity("Waterdrecht")))
        start = ELDERS.index("Ria Bosman")
        official = Official(start, start + 10, "Ria Bosman", 0.9, name="Ria Bosman", role="wethouder")
        elders = identity("Oosterhage", "jaarstukken", 2020)
        put(made, document(ELDERS, path="jaarstukken.txt", identity=elders, facts=(official,)))
        nowhere = document("De burgemeester sluit drugspanden waar dat kan.", path="los.txt", identity=identity(None))
        put(made, nowhere)
        made.refresh()
        yield made


def ask(library: Library, question: str, filters: Filters = Filters(), k: int = 10) -> Answer:  # noqa: B008
    return search(library, ENCODER, question, filters, k=k)


def files(answer: Answer) -> list[str]:
    return [hit.passage.document.file for hit in answer.hits]


@pytest.mark.parametrize(
    ("question", "start"),
    [
        pytest.param("nieuwe ambulance reddingsbrigade", "In 2022 komt er", id="words"),
        pytest.param("renovatie zwembad", "Het zwembad wordt", id="other form"),
        pytest.param("drugspand sluiting Waterdrecht", "De burgemeester sluit drugspanden in de havenwijk", id="stems"),
        pytest.param("sluiting van een pand in de havenwijk", "De burgemeester sluit", id="part of a compound"),
        pytest.param("reddingsbrigate ambulanse", "In 2022 komt er", id="misspelled"),
        pytest.param("ziekenwagen voor de reddingsbrigade", "In 2022 komt er", id="synonym"),
    ],
)
def test_the_answer_comes_first(library: Library, question: str, start: str) -> None:
    hit = ask(library, question).hits[0]
    assert hit.passage.text.startswith(start)
    assert hit.rank == 1
    assert 0 < hit.score <= 1


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("recept voor appeltaart", "; geen passage over recept en appeltaart"),
        ("toeristenbelasting", "; geen passage over toeristenbelasting"),
        ("de het een", ""),
    ],
)
def test_silence_where_nothing_answers(library: Library, question: str, about: str) -> None:
    answer = ask(library, question)
    assert (answer.hits, answer.total) == ((), 0)
    assert answer.note == f"Niets gevonden in 3 stukken{about}."


@pytest.mark.parametrize("question", ["", " ", "?!"])
def test_asks_for_a_question(library: Library, question: str) -> None:
    answer = ask(library, question)
    assert (answer.hits, answer.note) == ((), "Geef een vraag of een zoekwoord.")


def test_shows_what_comes_nearest_apart(library: Library) -> None:
    answer = ask(library, "burgemeester raketten astronauten maan vakantie")
    assert answer.hits == ()
    assert ["burgemeester" in hit.passage.text for hit in answer.nearest] == [True]


def test_of_nonsense_nothing_comes_near(library: Library) -> None:
    answer = ask(library, "raketten astronauten maan vakantie")
    assert (answer.hits, answer.nearest) == ((), ())


def test_marks_the_words_that_matched(library: Library) -> None:
    hit = ask(library, "drugspand gesloten door burgemeester in havenwijk").hits[0]
    text = hit.passage.text
    assert [text[start:end] for start, end in hit.marks] == ["burgemeester", "sluit", "drugspanden", "havenwijk"]
    assert hit.reasons[0] == "woorden: drugspand, gesloten, burgemeester, havenwijk"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param(Filters(municipalities=("oosterhage",)), ["jaarstukken.txt"], id="municipality"),
        pytest.param(Filters(doc_types=("programmabegroting",)), ["begroting.txt", "los.txt"], id="type"),
        pytest.param(Filters(years=(2020,)), ["jaarstukken.txt"], id="year"),
    ],
)
def test_filters_hide_all_else(library: Library, filters: Filters, found: list[str]) -> None:
    assert sorted(files(ask(library, "burgemeester sluit drugspanden", filters))) == found


@pytest.mark.parametrize(
    ("filters", "note"),
    [
        (Filters(municipalities=("Nergens",)), "Geen enkel stuk past bij de filters (Nergens)."),
        (Filters(years=(1999,), doc_types=("motie",)), "Geen enkel stuk past bij de filters (1999, Motie)."),
    ],
)
def test_a_filter_that_matches_nothing_gives_nothing(library: Library, filters: Filters, note: str) -> None:
    answer = ask(library, "burgemeester sluit drugspanden", filters)
    assert (answer.hits, answer.searched, answer.note) == ((), 0, note)


def test_a_named_municipality_leaves_others_out_but_not_the_unknown(library: Library) -> None:
    answer = ask(library, "burgemeester sluit drugspanden in Oosterhage")
    assert set(files(answer)) == {"jaarstukken.txt", "los.txt"}
    assert answer.searched == 2
    literal = search(library, ENCODER, "burgemeester sluit drugspanden in Oosterhage", literal=True)
    assert set(files(literal)) == {"begroting.txt", "jaarstukken.txt", "los.txt"}


def test_a_municipality_without_documents_is_said(library: Library) -> None:
    answer = ask(library, "burgemeester sluit drugspanden in Zwolle")
    assert files(answer) == ["los.txt"], "a document of an unknown municipality may be of Zwolle"
    assert answer.note == "De bibliotheek heeft geen stukken van Zwolle."
    silent = ask(library, "zwembad in Zwolle")
    assert silent.hits == ()
    assert silent.note
    assert silent.note.endswith("De bibliotheek heeft geen stukken van Zwolle.")


@pytest.mark.parametrize(
    ("question", "found"),
    [
        pytest.param("Wat kost het zwembad van Leiden?", [], id="a name that is a word"),
        pytest.param("Zwembad van Delft", [], id="van behind a capital"),
        pytest.param("Hoeveel inwoners heeft Almere?", [], id="named, on something else"),
        pytest.param("Samenwerken met Almere in het museum", ["elders.txt"], id="named, on the subject"),
        pytest.param("Samenwerken met Almere in museum, park en theater", ["elders.txt"], id="named, on a third of it"),
    ],
)
def test_a_passage_that_only_names_an_absent_municipality_is_no_answer(
    tmp_path: Path, question: str, found: list[str]
) -> None:
    with new_library(tmp_path / "library") as made:
        for number, line in enumerate(BEGROTING.split("\n")):
            put(made, document(line, path=f"{number}.txt", identity=identity("Waterdrecht")))
        text = "Onze stad ligt ver van Almere en het strand."
        put(made, document(text, path="ligging.txt", identity=identity("Oosterhage")))
        text = "Samenwerken met Almere willen wij in het museum."
        put(made, document(text, path="elders.txt", identity=identity("Oosterhage")))
        text = "Almere heeft een theater."
        put(made, document(text, path="theater.txt", identity=identity("Oosterhage")))
        made.refresh()
        answer = ask(made, question)
        assert files(answer) == found
        assert answer.note
        assert answer.note.endswith(f"De bibliotheek heeft geen stukken van {answer.query.absent[0]}.")


@pytest.mark.parametrize(
    ("question", "found"),
    [("Wie is wethouder wonen?", ["Wethouder Ria Bosman"]), ("Wie is griffier wonen?", [])],
)
def test_who_asks_for_somebody_in_that_office(library: Library, question: str, found: list[str]) -> None:
    assert [hit.passage.text[:20] for hit in ask(library, question).hits] == found


def test_counts_what_was_found(library: Library) -> None:
    answer = ask(library, "burgemeester sluit drugspanden", k=1)
    assert len(answer.hits) == 1
    assert answer.total == 3
    assert answer.facets.municipalities == {"Waterdrecht": 1, "Oosterhage": 1}
    assert answer.facets.doc_types == {"programmabegroting": 2, "jaarstukken": 1}
    assert answer.facets.years == {2022: 2, 2020: 1}


def test_an_empty_library_says_so(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_library(tmp_path_factory.mktemp("empty")) as empty:
        assert "nog leeg" in (ask(empty, "haven").note or "")


def test_folds_copies_under_one_hit(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "De gemeente plaatst volgend jaar tien camera's op het plein bij het station."
    with new_library(tmp_path_factory.mktemp("copies")) as library:
        for year in (2021, 2022, 2023):
            put(
                library, document(f"{text}\nIets heel anders {year}.", path=f"{year}.txt", identity=identity(year=year))
            )
        answer = ask(library, "camera's op het plein bij het station")
        assert [hit.passage.text for hit in answer.hits].count(text) == 1
        assert sorted(copy.document.year or 0 for copy in (answer.hits[0].passage, *answer.hits[0].copies)) == [
            2021,
            2022,
            2023,
        ]


def test_a_theme_in_the_filter_is_that_of_the_passage(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "De camera's hangen er.\nDe camera's hangen daar."
    passages = (Passage(0, 22, themes=(ThemeScore("haven", 0.9),)), Passage(23, len(text)))
    with new_library(tmp_path_factory.mktemp("themes")) as library:
        put(library, document(text, passages=passages))
        found = ask(library, "hangen camera's", Filters(themes=("haven",)))
        assert [hit.passage.start for hit in found.hits] == [0]
        assert found.facets.themes == {"haven": 1}


NOTA = """Wij stellen € 27.000 beschikbaar voor het Integraal Veiligheidsplan (IVP).
De wijkboerderij krijgt een nieuwe stal en een hek.
Toezegging T22-04 over de hondenbelasting is afgedaan.
De hondenbelasting blijft dit jaar gelijk.
De schaduw op het plein komt van drie grote platanen.
Op het plein staat een fontein die schaduw geeft.
Het college onderzoekt de veiligheid van het IVP-gebied bij de kade."""


@pytest.fixture(scope="module")
def nota(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with new_library(tmp_path_factory.mktemp("nota")) as made:
        lines = [NOTA.index(line) for line in NOTA.split("\n")]
        ends = [start + len(line) for start, line in zip(lines, NOTA.split("\n"), strict=True)]
        sections = tuple((f"Kop {number}",) for number in range(len(lines)))
        passages = tuple(map(Passage, lines, ends, sections))
        put(made, document(NOTA, path="nota.txt", passages=passages, identity=identity(year=2023)))
        yield made


@pytest.mark.parametrize(
    ("question", "starts"),
    [
        pytest.param('"schaduw op het plein"', ["De schaduw"], id="a phrase"),
        pytest.param("“schaduw op het plein” platanen", ["De schaduw"], id="a phrase in typographic quotes"),
        pytest.param('"plein schaduw"', [], id="a phrase in another order"),
        pytest.param("hondenbelasting -toezegging", ["De hondenbelasting"], id="a word with a minus"),
        pytest.param("€ 27.000", ["Wij stellen"], id="an amount"),
        pytest.param("27000", ["Wij stellen"], id="an amount without its dot"),
        pytest.param("€ 28.000", [], id="an amount that isn't there"),
        pytest.param("T22-04", ["Toezegging T22-04"], id="a code"),
        pytest.param("T22-05", [], id="a code that isn't there"),
        pytest.param("hondenbelasting 2019", [], id="a year of no document"),
        pytest.param("hondenbelasting wijkboerdreij stal", ["De wijkboerderij"], id="letters swapped"),
    ],
)
def test_what_must_be_there_is_there(nota: Library, question: str, starts: list[str]) -> None:
    hits = ask(nota, question).hits
    assert [hit.passage.text.startswith(start) for hit, start in zip(hits, starts, strict=False)] == [True] * len(
        starts
    )
    assert bool(hits) == bool(starts)


@pytest.mark.parametrize("question", ["ivp", "integraal veiligheidsplan"])
def test_an_abbreviation_and_its_full_name_find_each_other(nota: Library, question: str) -> None:
    found = {hit.passage.text.split()[0] for hit in ask(nota, question).hits}
    assert found >= {"Wij", "Het"}


def test_a_year_may_be_that_of_the_document(nota: Library) -> None:
    assert {hit.passage.text.split()[0] for hit in ask(nota, "hondenbelasting 2023").hits[:2]} == {"Toezegging", "De"}


def test_a_kind_of_fact_counts_for_its_word(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "De burgemeester stuurt de raad een evaluatie van het cameratoezicht."
    fact = Commitment(0, len(text), text, 0.9, "burgemeester", "sturen", "evaluatie", "medium", "planned")
    with new_library(tmp_path_factory.mktemp("tiny")) as library:
        put(library, document(text, facts=(fact,)))
        put(library, document("Het cameratoezicht in de wijk blijft.", path="ander.txt"))
        answer = ask(library, "wat is toegezegd over cameratoezicht?")
        assert answer.hits[0].passage.text == text
        assert ask(library, "wat kost een paspoort?").hits == ()


def test_what_stands_beside_a_passage_helps_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    text = "De muilkorf is verplicht.\nDat geldt voor bijtende honden.\nDe muilkorf kost geld."
    first, second, third = (text.index(line) for line in text.split("\n"))
    honden, geld = ("Honden",), ("Geld",)
    passages = (Passage(first, second - 1, honden), Passage(second, third - 1, honden), Passage(third, len(text), geld))
    with new_library(tmp_path_factory.mktemp("beside")) as library:
        put(library, document(text, passages=passages))
        found = ask(library, "muilkorf voor bijtende honden")
        assert {hit.passage.start for hit in found.hits[:2]} == {first, second}
