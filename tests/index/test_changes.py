"""Two plans side by side: what stayed, changed, came and went."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

import pytest

from index.changes import Changes, by_theme, changes
from index.library import Library
from index.store.rows import DocumentRow, PassageRow
from ingest.fact_types import Speerpunt
from ingest.model import Document, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

OLD = (
    "Ondermijning krijgt voorrang in het havengebied.",
    "Jeugd en alcohol vraagt om toezicht in de sportkantines.",
    "Woonoverlast pakken we aan met buurtbemiddeling.",
)
NEW = (
    "Noodstroom en water voor wie langdurig zonder zit.",
    "Ondermijning krijgt voorrang in het havengebied.",
    "Jeugd en drugs vraagt om toezicht in de sportkantines.",
)
LABELS = {"Ondermijning", "Jeugd en alcohol", "Woonoverlast", "Noodstroom en water", "Jeugd en drugs"}


def plan(path: str, lines: tuple[str, ...], start_year: int) -> Document:
    text = "\n".join(lines)
    facts = []
    for label in sorted(LABELS, key=text.find):
        if label in text:
            start = text.index(label)
            facts.append(Speerpunt(start, start + len(label), label, 0.9, label=label))
    about = identity("Waterdrecht", "ivp", None, (start_year, start_year + 3), title=path)
    return document(text, path=path, identity=about, facts=tuple(facts))


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Changes]:
    with new_library(tmp_path_factory.mktemp("changes")) as library:
        put(library, plan("oud.txt", OLD, 2021))
        put(library, plan("nieuw.txt", NEW, 2025))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(40))
        put(library, document(filler, path="bijlagen.txt"))
        library.refresh()
        yield changes(library, ENCODER, by_file(library, "oud.txt"), by_file(library, "nieuw.txt"))


def by_file(library: Library, file: str) -> DocumentRow:
    row = library.document(file)
    assert row is not None
    return row


def test_speerpunten(found: Changes) -> None:
    pairs = [(c.kind, c.old and c.old.fact.text, c.new and c.new.fact.text) for c in found.speerpunten]
    assert pairs == [
        ("new", None, "Noodstroom en water"),
        ("same", "Ondermijning", "Ondermijning"),
        ("changed", "Jeugd en alcohol", "Jeugd en drugs"),
        ("dropped", "Woonoverlast", None),
    ]


def test_passages_in_the_order_of_the_new_plan_and_what_was_dropped_last(found: Changes) -> None:
    pairs = [(c.kind, c.old and c.old.text, c.new and c.new.text) for c in found.passages]
    assert pairs == [
        ("new", None, NEW[0]),
        ("same", OLD[0], NEW[1]),
        ("changed", OLD[1], NEW[2]),
        ("dropped", OLD[2], None),
    ]


def test_a_dropped_speerpunt_that_is_still_named_has_its_sentence(tmp_path: Path) -> None:
    still = "De meldingen van woonoverlast dalen."
    with new_library(tmp_path / "library") as library:
        put(library, plan("oud.txt", OLD, 2021))
        told = "\n".join([*NEW, "Meldingen woonoverlast | 305 | 238", f"Het gaat beter. {still}"])
        fact = Speerpunt(0, len("Noodstroom en water"), "Noodstroom en water", 0.9, label="Noodstroom en water")
        put(library, document(told, path="nieuw.txt", facts=(fact,)))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "oud.txt"), by_file(library, "nieuw.txt"))
    named = {(c.old or c.new).fact.text: c.named and c.named.text for c in result.speerpunten if c.old or c.new}  # type: ignore[union-attr]
    assert named == {
        "Noodstroom en water": None,
        "Ondermijning": NEW[1],
        "Jeugd en alcohol": None,
        "Woonoverlast": still,
    }


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        pytest.param("Jeugd en drugs | 75.000", ["Jeugd en drugs in de haven"], id="the row of a table"),
        pytest.param(
            "Jeugd en drugs: onze inzet.", ["Jeugd en drugs in de haven", "Jeugd en drugs"], id="a line of its own"
        ),
        pytest.param("Haven | 75.000", ["Jeugd en drugs in de haven"], id="one word of it"),
        pytest.param("Wonen | 75.000", ["Jeugd en drugs in de haven", "Wonen"], id="other words"),
    ],
)
def test_a_row_of_a_table_with_fewer_words_is_no_other_speerpunt(line: str, labels: list[str], tmp_path: Path) -> None:
    whole, short = "Jeugd en drugs in de haven", re.split(r" \||:", line)[0]
    text = f"{whole}\n{line}"
    at = text.rindex(line)
    facts = (
        Speerpunt(0, len(whole), whole, 0.9, label=whole),
        Speerpunt(at, at + len(short), short, 0.9, label=short),
    )
    with new_library(tmp_path / "library") as library:
        put(library, document("", path="leeg.txt", passages=()))
        put(library, document(text, path="nieuw.txt", facts=facts))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "leeg.txt"), by_file(library, "nieuw.txt"))
    assert [change.new and change.new.fact.text for change in result.speerpunten] == labels


def test_a_plan_beside_an_empty_one_is_all_new(tmp_path_factory: pytest.TempPathFactory) -> None:
    with new_library(tmp_path_factory.mktemp("empty")) as library:
        put(library, document("", path="leeg.txt", passages=()))
        put(library, plan("nieuw.txt", NEW, 2025))
        result = changes(library, ENCODER, by_file(library, "leeg.txt"), by_file(library, "nieuw.txt"))
    assert [change.kind for change in result.passages] == ["new", "new", "new"]


def test_a_title_page_is_no_part_of_a_plan(tmp_path: Path) -> None:
    title = "Veiligheidsplan Waterdrecht\nVastgesteld door de raad"
    with new_library(tmp_path / "library") as library:
        for file, lines in (("oud.txt", OLD), ("nieuw.txt", NEW)):
            put(library, document("\n\n".join([title, *lines]), path=file, passages=spans([title, *lines])))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "oud.txt"), by_file(library, "nieuw.txt"))
    assert {side.text for change in result.passages for side in (change.old, change.new) if side} == {*OLD, *NEW}


def test_a_table_of_figures_is_no_passage_to_compare(tmp_path: Path) -> None:
    table = "Wat gaat het kosten?\nLasten | -4.053 | -4.153\nBaten | 1.213 | 1.108\nSaldo | -2.840 | -3.045"
    with new_library(tmp_path / "library") as library:
        for file, lines in (("oud.txt", OLD), ("nieuw.txt", NEW)):
            parts = [*lines, table]
            put(library, document("\n\n".join(parts), path=file, passages=spans(parts)))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "oud.txt"), by_file(library, "nieuw.txt"))
    assert {side.text for change in result.passages for side in (change.old, change.new) if side} == {*OLD, *NEW}


def spans(parts: Sequence[str]) -> tuple[Passage, ...]:
    starts = accumulate((len(part) + 2 for part in parts), initial=0)
    return tuple(Passage(start, start + len(part)) for start, part in zip(starts, parts, strict=False))


@pytest.mark.parametrize(
    ("heading", "line"),
    [
        pytest.param(
            "Toelichting beleidsindicatoren", "Het verzuim is het aantal leerlingen dat afwezig is.", id="meaning"
        ),
        pytest.param("Jeugd", "** Hulp zoals bedoeld in de wet.\n*** Van alle jongeren.", id="notes"),
    ],
)
def test_what_only_explains_figures_is_no_passage_to_compare(heading: str, line: str, tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        passage = Passage(0, len(line), heading_path=(heading,))
        put(library, document(line, path="plan.txt", passages=(passage,)))
        put(library, plan("ander.txt", OLD, 2021))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "ander.txt"), by_file(library, "plan.txt"))
    assert [change.new for change in result.passages if change.new] == []


def test_themes_come_by_number_and_what_has_none_comes_last(found: Changes) -> None:
    first, *others = found.passages
    themed = [replace(change, old=_on("jeugdhulp", change.old), new=_on("jeugdhulp", change.new)) for change in others]
    assert [(theme, len(changed)) for theme, changed in by_theme([first, *themed]).items()] == [
        ("jeugdhulp", 3),
        (None, 1),
    ]


def _on(theme: str, row: PassageRow | None) -> PassageRow | None:
    return row and replace(row, themes=(ThemeScore(theme, 0.9),))


def test_words_of_any_plan_make_no_pair(tmp_path: Path) -> None:
    plans = {
        "oud.txt": ("Samenwerking met de politie", "De wijkagent schuift aan bij het overleg over jongeren."),
        "nieuw.txt": ("Samenwerking met buurgemeenten", "Zwanenrijk leent ons twee boa's in de zomermaanden."),
    }
    with new_library(tmp_path / "library") as library:
        for file, (label, told) in plans.items():
            fact = Speerpunt(0, len(label), label, 0.9, label=label)
            put(library, document(f"{label}\n{told}", path=file, facts=(fact,)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(40))
        put(library, document(filler, path="bijlagen.txt"))
        library.refresh()
        result = changes(library, ENCODER, by_file(library, "oud.txt"), by_file(library, "nieuw.txt"))
    assert [change.kind for change in result.speerpunten] == ["new", "dropped"]
