"""The library gives back exactly what was put in, and changes whole or not at all."""

import datetime
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.library import Library, exists
from index.store.schema import DATABASE, connect
from ingest.errors import LibraryBusy, LibraryError, LibraryTooNew, NoLibrary, WrongEncoder
from ingest.fact_types import Commitment, Deadline, Official, Period, Speerpunt
from ingest.model import Document, Failure, LineBox, Page, Passage, Section, Source, ThemeScore
from tests.fakes import WordEncoder
from tests.index.making import ENCODER, document, identity, new_library, put, vectors

TEXT = "1 Veiligheid\nWethouder Ria Bosman plaatst in 2023 twee camera's.\nDe haven is ons speerpunt."


def rich() -> Document:
    return document(
        TEXT,
        identity=identity(plan=(2022, None), also=("Oosterhage",)),
        pages=(
            Page(
                1, 0, 64, 595.5, 842.0, (LineBox(0, 12, 56.5, 70.25, 200.0, 84.0), LineBox(13, 64, 56.5, 90, 400, 104))
            ),
            Page(2, 64, len(TEXT)),
        ),
        sections=(Section(0, len(TEXT), 12, 1, ("1 Veiligheid",), "quoted_plan"),),
        passages=(
            Passage(13, 64, ("1 Veiligheid",), 1, (ThemeScore("politie", 0.4), ThemeScore("haven", 0.75, ("camera",)))),
            Passage(65, len(TEXT), ("1 Veiligheid",), 2, searchable=False),
        ),
        facts=(
            Official(23, 33, "Ria Bosman", 0.9, name="Ria Bosman", role="wethouder", portfolio="Haven"),
            Commitment(
                13,
                64,
                TEXT[13:64],
                0.8,
                actor="wethouder Bosman",
                action="plaatst",
                object="twee camera's",
                strength="strong",
                status="planned",
                deadline=Deadline("in 2023", Period(datetime.date(2023, 1, 1), datetime.date(2023, 12, 31))),
                amount_eur=12500.5,
            ),
            Speerpunt(65, 73, "De haven", 0.7, label="De haven", period=Period(datetime.date(2022, 1, 1), None)),
        ),
    )


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        yield made


def test_gives_back_the_document(library: Library) -> None:
    made = rich()
    number = put(library, made)
    row = library.document(number)
    assert row is not None
    assert (row.source, row.identity, row.status, row.problems) == (made.source, made.identity, "ok", ())
    assert (row.characters, row.page_count, row.pipeline) == (len(TEXT), 2, "1")
    assert (row.municipality, row.doc_type, row.year) == ("Waterdrecht", "programmabegroting", 2022)
    assert library.text(number) == TEXT
    assert library.sections(number) == list(made.sections)
    assert [library.page(number, 1), library.page(number, 2), library.page(number, 3)] == [*made.pages, None]
    assert [(page.number, page.width, page.lines) for page in library.pages(number)] == [(1, 595.5, ()), (2, None, ())]


def test_gives_back_passages_with_their_themes(library: Library) -> None:
    number = put(library, rich())
    first, second = library.passages_of(number)
    assert (first.text, first.start, first.end, first.page) == (TEXT[13:64], 13, 64, 1)
    assert first.heading_path == ("1 Veiligheid",)
    assert first.themes == (ThemeScore("haven", 0.75, ("camera",)), ThemeScore("politie", 0.4))
    assert first.document == library.document(number)
    assert (second.themes, second.searchable) == ((), False)
    assert library.passages([second.id, 99, first.id]) == [second, first]
    assert library.passage_ids().tolist() == [first.id, second.id]


def test_gives_back_facts_with_their_place(library: Library) -> None:
    made = rich()
    put(library, made)
    rows = library.facts()
    assert [row.fact for row in rows] == sorted(made.facts, key=lambda fact: fact.start)
    assert [(row.page, row.heading_path) for row in rows] == [(1, ("1 Veiligheid",))] * 2 + [(2, ("1 Veiligheid",))]
    assert [score.theme for score in rows[0].themes] == ["haven", "politie"]
    assert [row.fact.kind for row in library.facts("speerpunt")] == ["speerpunt"]
    passage_ids = [row.passage_id for row in rows]
    found = library.facts_in(passage_ids[:1])  # type: ignore[arg-type]
    assert [row.fact.kind for row in found[passage_ids[0]]] == ["commitment", "official"]  # type: ignore[index]


def test_finds_a_document_by_path_hash_or_name(library: Library) -> None:
    made = rich()
    number = put(library, made)
    found = [library.document(which) for which in (made.source.path, made.source.sha256, "begroting.txt", "ander.txt")]
    assert [row and row.id for row in found] == [number, number, number, None]


def test_replaces_the_older_version_of_a_path(library: Library) -> None:
    old = put(library, rich())
    new = put(library, document("Alles is anders."))
    assert library.document(old) is None
    assert [row.id for row in library.documents()] == [new]
    assert library.facts() == []
    assert [row.text for row in library.passages(range(1, 10))] == ["Alles is anders."]
    assert library.removed_since(1) == [(1, 2)]
    assert library.removed_since(2) == []
    assert library.generation == 2


def test_keeps_both_of_two_equal_texts(library: Library) -> None:
    put(library, document("Gelijk.\nGelijk."))
    put(library, document("Gelijk.\nGelijk.", path="kopie.txt"))
    assert len(library.documents()) == 2
    assert library.passage_ids().tolist() == [1, 2, 3, 4]


def test_remembers_what_failed(library: Library) -> None:
    put(library, document("Eerst goed."))
    source = Source("stukken/begroting.txt", "begroting.txt", "0" * 64, "txt")
    number = library.add_failure(
        Failure(source, "Het bestand is beschadigd.", "Vraag een nieuw exemplaar."), pipeline="1"
    )
    row = library.document(number)
    assert row is not None
    assert (row.status, row.title, row.municipality, row.year) == ("failed", "begroting.txt", None, None)
    assert row.problems == ("Het bestand is beschadigd.", "Vraag een nieuw exemplaar.")
    assert [row.id for row in library.documents()] == [number]
    assert library.knows("stukken/begroting.txt", "0" * 64, "1") == row


def test_knows_a_file_by_path_content_and_rules(library: Library) -> None:
    made = rich()
    number = put(library, made)
    path, sha256 = made.source.path, made.source.sha256
    known = library.knows(path, sha256, "1")
    assert known is not None
    assert known.id == number
    assert library.knows(path, sha256, "2") is None
    assert library.knows(path, "0" * 64, "1") is None
    assert library.knows("elders.txt", sha256, "1") is None


def test_gives_vectors_of_searchable_passages_in_half_precision(library: Library) -> None:
    made = rich()
    put(library, made)
    [(ids, matrix)] = list(library.vectors_since(0))
    assert ids.tolist() == [1]
    assert matrix.dtype == np.float32
    assert np.array_equal(matrix, vectors(made)[:1].astype(np.float16).astype(np.float32))
    assert list(library.vectors_since(1)) == []


def test_finds_a_vector_by_the_text_it_was_made_of(library: Library) -> None:
    made = document("Een.\nTwee.")
    library.add(made, vectors(made), embedded=["Kop. Een.", "Kop. Twee."])
    kept, unknown = library.kept_vectors(["Kop. Twee.", "Twee."])
    assert unknown is None
    assert kept is not None
    assert np.array_equal(kept, vectors(made)[1].astype(np.float16).astype(np.float32))


def test_refuses_vectors_that_do_not_fit_and_changes_nothing(library: Library) -> None:
    made = document("Een.\nTwee.")
    with pytest.raises(ValueError, match=r"\(1, 256\) != \(2, 256\)"):
        library.add(made, vectors(made)[:1])
    with pytest.raises(ValueError, match="shorter"):
        library.add(made, vectors(made), embedded=["Een."])
    assert (library.documents(), library.generation, library.passage_ids().tolist()) == ([], 0, [])


def test_removes_a_file(library: Library) -> None:
    put(library, rich())
    assert library.remove("stukken/begroting.txt")
    assert not library.remove("stukken/begroting.txt")
    assert (library.documents(), library.facts(), library.removed_since(0)) == ([], [], [(1, 2)])


def test_keeps_the_original(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "nota.TXT"
    file.write_text("Inhoud.")
    number = put(library, document("Inhoud.", path=str(file)))
    kept = library.original_path(number)
    assert kept is not None
    assert kept.parent == library.folder / "originals"
    assert kept.suffix == ".txt"
    file.unlink()
    assert kept.read_text() == "Inhoud."
    library.remove(str(file))
    assert not kept.exists()


def test_does_not_keep_a_file_that_changed_since_it_was_read(tmp_path: Path, library: Library) -> None:
    file = tmp_path / "nota.txt"
    file.write_text("Al weer anders.")
    number = put(library, document("Inhoud.", path=str(file)))
    assert library.original_path(number) is None
    assert list((library.folder / "originals").iterdir()) == []


def test_lets_one_writer_in_and_any_reader(library: Library) -> None:
    put(library, rich())
    with pytest.raises(LibraryBusy, match="Een ander programma"):
        Library.open(library.folder, writable=True)
    with Library.open(library.folder) as reader:
        assert len(reader.documents()) == 1
        with pytest.raises(LibraryError, match="alleen om te lezen"):
            reader.remove("x")
    library.close()
    with Library.open(library.folder, writable=True) as writer:
        assert writer.remove("stukken/begroting.txt")


def test_says_where_there_is_no_library(tmp_path: Path) -> None:
    with pytest.raises(NoLibrary, match="speerpunt ingest"):
        Library.open(tmp_path)
    (tmp_path / DATABASE).write_bytes(b"")
    assert not exists(tmp_path)


def test_does_not_lay_one_library_over_another(library: Library) -> None:
    library.close()
    with pytest.raises(LibraryError, match="al een bibliotheek"):
        new_library(library.folder)


def test_refuses_another_encoder(library: Library) -> None:
    library.check_encoder(ENCODER)
    other = WordEncoder(256, fingerprint="woordenteller-2")
    with pytest.raises(WrongEncoder, match=r"andere versie van hetzelfde taalmodel \(woordenteller\)\. Maak"):
        library.check_encoder(other)
    other.name = "letterteller"
    with pytest.raises(WrongEncoder, match=r"woordenteller, niet met letterteller\. Kies dat model met --model"):
        library.check_encoder(other)


@pytest.mark.parametrize(("version", "word"), [("10", "nieuwere"), ("0", "oudere")])
def test_refuses_another_schema(library: Library, version: str, word: str) -> None:
    library.close()
    connection = connect(library.folder, writable=True)
    connection.execute("UPDATE meta SET value = ? WHERE key = 'schema_version'", (version,))
    connection.close()
    with pytest.raises(LibraryTooNew, match=word):
        Library.open(library.folder)


def test_shows_a_snapshot_one_state_while_another_writes(library: Library) -> None:
    put(library, rich())
    with Library.open(library.folder) as reader:
        with reader.snapshot():
            before = reader.generation
            put(library, document("Nieuw.", path="nieuw.txt"))
            assert (reader.generation, len(reader.documents())) == (before, 1)
        assert (reader.generation, len(reader.documents())) == (before + 1, 2)


def test_can_be_read_by_several_threads(library: Library) -> None:
    put(library, rich())
    seen: list[int] = []
    threads = [threading.Thread(target=lambda: seen.append(len(library.facts()))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3, 3, 3, 3]
    library.close()


def test_closes_what_threads_leave_open(library: Library) -> None:
    def open_files() -> int:
        return sum("speerpunt.sqlite" in os.path.realpath(f"/proc/self/fd/{fd}") for fd in os.listdir("/proc/self/fd"))

    before = open_files()
    for _ in range(20):
        thread = threading.Thread(target=library.documents)
        thread.start()
        thread.join()
    assert open_files() <= before + 6
