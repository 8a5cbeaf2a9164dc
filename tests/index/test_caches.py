"""Vectors and words follow the library, whatever was saved, lost or broken."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.library import Library
from index.store import segments
from index.vectors import VECTORS_FOLDER
from index.words import WORDS_FOLDER, Term
from tests.index.making import ENCODER, document, new_library, put

HAVEN, POLITIE = "De haven wordt veiliger.", "De politie krijgt versterking."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        put(made, document(f"{HAVEN}\n{POLITIE}", path="a.txt"))
        made.refresh()
        yield made


def by_words(library: Library, stem: str) -> list[int]:
    ids, _ = library.words.best([Term("stems", stem, 1.0)], 10)
    return sorted(ids.tolist())


def by_meaning(library: Library, text: str, k: int = 10) -> list[tuple[int, float]]:
    ids, scores = library.vectors.nearest(ENCODER.encode_query(text), k)
    return [(number, round(float(score), 2)) for number, score in zip(ids.tolist(), scores, strict=True)]


def test_finds_what_was_saved(library: Library) -> None:
    with Library.open(library.folder) as reader:
        assert by_words(reader, "haf") == [1]
        assert by_meaning(reader, HAVEN, 1) == [(1, 1.0)]
        assert by_words(reader, "onbekend") == []


def test_finds_what_came_after_the_last_save(library: Library) -> None:
    with Library.open(library.folder) as reader:
        assert by_words(reader, "haf") == [1]
        put(library, document("Nog een haven.", path="b.txt"))
        assert by_words(reader, "haf") == [1, 3]
        assert by_meaning(reader, "Nog een haven.", 1) == [(3, 1.0)]


def test_forgets_what_was_replaced_or_removed(library: Library) -> None:
    put(library, document("De haven krijgt politie.", path="a.txt"))
    assert (by_words(library, "haf"), by_words(library, "politie")) == ([3], [3])
    assert [number for number, _ in by_meaning(library, HAVEN)] == [3]
    library.refresh()
    library.remove("a.txt")
    with Library.open(library.folder) as reader:
        assert (by_words(reader, "haf"), by_meaning(reader, HAVEN)) == ([], [])
        library.refresh()
        assert (by_words(reader, "haf"), by_meaning(reader, HAVEN)) == ([], [])


@pytest.mark.parametrize("harm", ["lost", "cut off", "of another library", "older", "of the future"])
def test_a_bad_cache_costs_time_and_no_answer(library: Library, tmp_path: Path, harm: str) -> None:
    put(library, document("De haven van Oosterhage.", path="b.txt"))
    vectors, words = library.folder / VECTORS_FOLDER, library.folder / WORDS_FOLDER
    if harm == "cut off":
        (piece,) = vectors.glob("*.faiss")
        piece.write_bytes(piece.read_bytes()[:-100])
        (words / "meta.json").write_text("{")
    elif harm != "older":
        shutil.rmtree(vectors)
        shutil.rmtree(words)
    if harm in ("of another library", "of the future"):
        with new_library(tmp_path / "other") as other:
            for number in range(5):
                put(other, document(f"Haven {number}.", path=f"{number}.txt"))
            other.refresh()
            shutil.copytree(other.folder / VECTORS_FOLDER, vectors)
            shutil.copytree(other.folder / WORDS_FOLDER, words)
    with Library.open(library.folder) as reader:
        assert by_words(reader, "haf") == [1, 3]
        assert sorted(number for number, _ in by_meaning(reader, "haven")[:2]) == [1, 3]
    library.refresh()
    with Library.open(library.folder) as reader:
        assert by_words(reader, "haf") == [1, 3]
        assert sorted(number for number, _ in by_meaning(reader, "haven")[:2]) == [1, 3]


def pieces(library: Library) -> list[str]:
    return sorted(file.name for file in (library.folder / VECTORS_FOLDER).glob("*.faiss"))


@pytest.fixture
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """Full at 8 rows."""
    monkeypatch.setattr(segments, "FULL", 8)


@pytest.mark.usefixtures("small_pieces")
def test_a_full_piece_is_never_written_again(library: Library) -> None:
    for number in range(20):
        put(library, document(f"Haven {number} van Oosterhage.\nBrug {number} is dicht.", path=f"{number}.txt"))
        library.refresh()
    kept = pieces(library)
    put(library, document("Een laatste haven.", path="laatste.txt"))
    library.refresh()
    assert len(set(kept) & set(pieces(library))) >= len(kept) - 1
    assert all(len(np.load(library.folder / VECTORS_FOLDER / name.replace("faiss", "npy"))) <= 8 for name in kept)
    with Library.open(library.folder) as reader:
        assert by_meaning(reader, "Haven 7 van Oosterhage.", 1) == [(17, 1.0)]
        assert by_meaning(reader, "Een laatste haven.", 1) == [(43, 1.0)]
        assert len(by_meaning(reader, "haven", 100)) == 43


@pytest.mark.usefixtures("small_pieces")
def test_what_is_removed_from_full_pieces_is_gone(library: Library) -> None:
    for number in range(10):
        put(library, document(f"Haven {number}.\nBrug {number}.", path=f"{number}.txt"))
    library.refresh()
    with Library.open(library.folder) as reader:
        assert len(by_meaning(reader, "haven", 100)) == 22
        for number in range(8):
            library.remove(f"{number}.txt")
        assert sorted(number for number, _ in by_meaning(reader, "haven", 100)) == [1, 2, 19, 20, 21, 22]
        library.refresh()
        assert sorted(number for number, _ in by_meaning(reader, "haven", 100)) == [1, 2, 19, 20, 21, 22]


@pytest.mark.usefixtures("small_pieces")
def test_rounded_vectors_are_told_apart_by_the_kept_ones(library: Library) -> None:
    texts = [" ".join(f"woord{(number * step) % 97}" for step in range(1, 9)) for number in range(1, 40)]
    put(library, document("\n".join(texts), path="veel.txt"))
    library.refresh()
    ids = library.passage_ids()
    vector = ENCODER.encode_query(texts[11])
    exact = library.vectors_of(ids) @ vector
    found, scores = library.vectors.nearest(vector, 10)
    best = np.lexsort((ids, -exact))[:10]
    assert found.tolist() == ids[best].tolist()
    assert np.allclose(scores, exact[best])


def test_filters_hold_before_the_best_are_taken(library: Library) -> None:
    for number in range(20):
        put(library, document("haven haven", path=f"{number}.txt"))
    put(library, document("In de verte ligt een haven aan zee.", path="ver.txt"))
    far = library.passage_ids()[-1:]
    row = library.document("ver.txt")
    assert row is not None
    ids, scores = library.vectors.nearest(ENCODER.encode_query("haven"), 5, far)
    assert (ids.tolist(), [round(float(score), 2) for score in scores]) == (far.tolist(), [0.35])
    term = [Term("stems", "haf", 1.0)]
    assert library.words.best(term, 1, documents=[row.id])[0].tolist() == far.tolist()
    assert library.words.best(term, 1, passages=far)[0].tolist() == far.tolist()
    assert library.words.best(term, 1, passages=far[:0])[0].tolist() == []


def test_a_word_is_as_rare_among_new_passages_as_in_the_whole(library: Library) -> None:
    """The only new passage has the word, so that among the new ones it is not rare at all."""
    for number in range(20):
        put(library, document(POLITIE, path=f"oud{number}.txt"))
    library.refresh()
    put(library, document(HAVEN, path="nieuw.txt"))
    ids, scores = library.words.best([Term("stems", "haf", 1.0)], 20)
    assert sorted(ids.tolist()) == [1, 23]
    assert np.isclose(scores[0], scores[1], rtol=0.2)


def test_unsearchable_passages_are_never_found(tmp_path: Path) -> None:
    from ingest.model import Passage

    text = "Inhoud haven 3\nDe haven."
    passages = (Passage(0, 14, searchable=False), Passage(15, 24))
    with new_library(tmp_path / "l") as library:
        put(library, document(text, passages=passages))
        assert (by_words(library, "haf"), [number for number, _ in by_meaning(library, "haven")]) == ([2], [2])


def test_cosines_of_given_passages(library: Library) -> None:
    cosines = library.vectors.cosines(ENCODER.encode_query(POLITIE), np.array([1, 2, 77]))
    assert [round(float(cosine), 2) for cosine in cosines] == [0.25, 1.0, 0.0]


def test_vocabulary_counts_passages(library: Library) -> None:
    put(library, document("Havens en havenpolitie.", path="b.txt"))
    assert library.words.vocabulary("exact", "hav") == {"haven": 1, "havens": 1, "havenpolitie": 1}
    assert library.words.documents_with("stems", "haf") == 2
    assert library.words.documents_with("parts", "haf") == 1
    assert library.words.size() == 3


@pytest.mark.parametrize("allowed", [range(1, 31), range(1, 31, 7), range(1, 31, 2)], ids=["all", "few", "half"])
def test_the_best_of_many_passages_are_found_by_way_of_the_best_of_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: range
) -> None:
    texts = [f"De haven {'en de haven ' * (number % 5)}krijgt {number} boten." for number in range(30)]
    with new_library(tmp_path / "library") as library:
        put(library, document("\n".join(texts), path="a.txt"))
        library.refresh()
        terms, passages = [Term("stems", "haf", 1.0), Term("stems", "7", 1.0)], np.array(allowed, dtype=np.int64)
        monkeypatch.setattr("index.words._DEARER", 0)
        ids, scores = library.words.best(terms, 3, passages=passages)
        monkeypatch.setattr("index.words._DEARER", 100)
        found, same = library.words.best(terms, 3, passages=passages)
        assert (found.tolist(), same.tolist()) == (ids.tolist(), scores.tolist())
        assert len(ids) == 3


@pytest.mark.parametrize("looked_at", [1, 200])
def test_a_word_occurs_in_documents_whether_it_is_among_the_best_or_not(
    library: Library, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    put(library, document("De haven.\nDe brug.", path="b.txt"))
    monkeypatch.setattr("index.words._MANY_DOCUMENTS", 0)
    monkeypatch.setattr("index.words._PEEK", looked_at)
    haven, brug = [Term("stems", "haf", 1.0)], [Term("stems", "brug", 1.0)]
    first, second = [library.document_ids()[place : place + 1] for place in (0, 1)]
    assert library.words.occurs(haven, first, np.array([1, 2]))
    assert library.words.occurs(haven, second, np.array([4]))
    assert not library.words.occurs(brug, first, np.array([1, 2]))
