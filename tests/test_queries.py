"""Our own queries and the scorer of them."""

import importlib.util
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from evaluation.queries import data
from evaluation.queries.anchors import Anchor, Span, Text, resolve, texts_of
from evaluation.queries.data import Case
from evaluation.score_queries import faults, grades_of, main, ndcg, rank_of
from index.encoder import open_encoder
from index.library import Library
from index.search import Hit, search
from ingest.clean import compose
from ingest.model import Page
from ingest.read import read_file

SPLITS = ("tune", "report")


def text_of(path: Path) -> Text:
    composed = compose(read_file(path))
    return Text(path.name, composed.text, composed.pages)


def not_found_once(anchors: list[Anchor], folder: Path) -> list[str]:
    paths = {path.name: path for path in folder.rglob("*") if path.is_file()}
    texts = {name: text_of(paths[name]) for name in {anchor.file for anchor in anchors}}
    return [f"{one.file}: {one.words or one.place}" for one in anchors if len(texts[one.file].spans(one)) != 1]


def test_there_are_enough_of_each_and_no_id_twice() -> None:
    queries = data.queries()
    assert len({query.id for query in queries}) == len(queries) == len({query.text for query in queries})
    assert Counter(query.answerable for query in queries) == {True: 299, False: 198}
    assert len(set(data.nonsense())) == 100
    assert len({case.name for case in data.cases()}) == len(data.cases()) == 58


def test_an_answerable_query_has_an_answer_and_another_has_none() -> None:
    for query in data.queries():
        grades = [grade for _, grade in query.relevant]
        assert query.answerable == (max(grades, default=0) == 3), query.id
        assert set(grades) <= {1, 2, 3}, query.id


def test_the_halves_are_alike() -> None:
    kinds = Counter[tuple[str, bool, str]]((one.collection, one.answerable, one.split) for one in data.queries())
    for collection in ("corpus", "documents"):
        for answerable in (True, False):
            tune, report = (kinds[collection, answerable, split] for split in SPLITS)
            assert abs(tune - report) <= 1
    tags = Counter((tag, query.split) for query in data.queries() for tag in query.tags)
    assert all(abs(tags[tag, "tune"] - tags[tag, "report"]) <= 2 for tag, _ in tags)


def test_places_in_the_sample_corpus_are_found_once(corpus: Path) -> None:
    places = [anchor for query in data.queries() if query.collection == "corpus" for anchor, _ in query.relevant]
    for case in data.cases():
        places += [*case.expected, *case.forbidden, *case.below, *case.together]
    assert not_found_once(places, corpus) == []


@pytest.mark.slow
def test_places_in_the_real_documents_are_found_once(shared: Path) -> None:
    places = [anchor for query in data.queries() if query.collection == "documents" for anchor, _ in query.relevant]
    assert not_found_once(places, shared) == []


def test_no_more_than_five_words_are_taken_from_a_real_document() -> None:
    for query in data.queries():
        if query.collection == "documents":
            assert all(len(anchor.words.split()) <= 5 for anchor, _ in query.relevant), query.id


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Boa | 6", "De\nBOA\t6"),
        ("vóór 1 mei", "ze komen vóór\u00a01 mei."),
        ("zegt: “ja”", 'zegt: "ja"'),
        ("veiligheid", "veilig\u00adheid"),
    ],
    ids=["bars and case", "no-break space", "quotes", "soft hyphen"],
)
def test_an_anchor_is_found_by_its_letters(words: str, text: str) -> None:
    assert len(Text("a.pdf", text).spans(Anchor("a.pdf", words))) == 1


def test_an_anchor_is_looked_for_on_its_page() -> None:
    text = Text("a.pdf", "Budget. Budget.", [Page(1, 0, 8), Page(2, 8, 15)])
    assert text.spans(Anchor("a.pdf", "budget", page=2)) == [Span("a.pdf", 8, 14)]


def test_an_anchor_that_is_absent_is_an_error() -> None:
    with pytest.raises(LookupError, match=r"a\.pdf: Brug was not found"):
        resolve(Anchor("a.pdf", "Brug"), {"a.pdf": Text("a.pdf", "Sluis")})


RELEVANT = [(Span("a", 0, 100), 3), (Span("a", 100, 200), 2), (Span("b", 0, 40), 1)]


@pytest.mark.parametrize(
    ("hits", "grades"),
    [
        ([Span("a", 0, 200), Span("a", 0, 100)], [3, 0]),
        ([Span("a", 51, 160), Span("a", 0, 50)], [2, 3]),
        ([Span("a", 0, 3001)], [0]),
        ([Span("b", 19, 60), Span("c", 0, 100)], [1, 0]),
    ],
    ids=["each place once", "at least half", "too long", "other document"],
)
def test_grades_are_those_of_the_shared_scorer(hits: list[Span], grades: list[int], shared: Path) -> None:
    assert grades_of(hits, RELEVANT) == grades
    spec = importlib.util.spec_from_file_location("score_search", shared / "evaluation" / "score_search.py")
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    rows = [{"file": hit.file, "start": hit.start, "end": hit.end} for hit in hits]
    relevant = [{"file": one.file, "start": one.start, "end": one.end, "grade": grade} for one, grade in RELEVANT]
    assert scorer.grades_of(rows, relevant) == grades
    assert ndcg(grades, [3, 2, 1]) == pytest.approx(min(1.0, scorer.dcg(grades) / scorer.dcg([3, 2, 1])))


COUPLE = Anchor("kadernota-2024-waterdrecht.txt", "budget van € 45.000")
CAMERAS = Anchor("kadernota-2024-waterdrecht.txt", "blijft zoals het is")
CASE = Case("camera's", "test", "cameratoezicht", within=3)


@pytest.fixture(scope="module")
def found(sample: Path) -> tuple[tuple[Hit, ...], dict[str, Text]]:
    with Library.open(sample) as library:
        return search(library, open_encoder(), "cameratoezicht uitgaansgebied").hits, texts_of(library)


@pytest.mark.parametrize(
    ("case", "fault"),
    [
        (replace(CASE, expected=(CAMERAS,)), None),
        (replace(CASE, expected=(COUPLE,)), "expected at no rank"),
        (replace(CASE, forbidden=(CAMERAS,)), "forbidden but at"),
        (replace(CASE, forbidden=(COUPLE,)), None),
        (replace(CASE, together=(CAMERAS, COUPLE)), "not folded"),
        (CASE, "instead of none"),
    ],
    ids=["expected", "expected, absent", "forbidden", "forbidden, absent", "not together", "should be silent"],
)
def test_a_case_says_what_is_wrong(
    case: Case, fault: str | None, found: tuple[tuple[Hit, ...], dict[str, Text]]
) -> None:
    hits, texts = found
    assert rank_of(CAMERAS, hits, texts) == 1
    said = " ".join(faults(case, hits, texts))
    assert fault in said if fault else not said


def test_a_passage_that_must_come_after_the_expected(found: tuple[tuple[Hit, ...], dict[str, Text]]) -> None:
    hits, texts = found
    second = Anchor("verslag-raad-2024-03-12.txt", "zegt toe dat de raad vóór de zomer van 2024")
    assert rank_of(second, hits, texts) == 2
    assert faults(replace(CASE, expected=(CAMERAS,), below=(second,)), hits, texts) == []
    assert "after it but at 1" in faults(replace(CASE, expected=(second,), below=(CAMERAS,)), hits, texts)[0]


def test_documents_that_lack_an_answer_are_an_error(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--corpus-library", str(sample), "--documents-library", str(sample)]) == 1
    assert "do not fit the documents" in capsys.readouterr().err
