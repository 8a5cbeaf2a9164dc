"""Our own gold: its form, the scorers that use it, and the notes that it is made from."""

import json
from pathlib import Path
from typing import Any

import pytest

from evaluation.annotate import convert
from evaluation.check_gold import problems_of, problems_of_ids
from evaluation.gold_format import Anchor, GoldDocument, GoldError, Place, load, parse, resolve
from evaluation.matching import Expected, agreement, match, overlap
from evaluation.score_gold import leaks, report, score, score_kind
from evaluation.score_themes import Answer, Label, ask
from evaluation.score_themes import load as load_labels
from ingest.fact_types import Amount, Commitment, Fact, Official
from ingest.model import Document, Identity, Inferred, Page, Passage, Source, ThemeCues

GOLD = load()
TEXT = "De raad vergadert. Wij plaatsen camera's. Dat kost € 500. Wij plaatsen bankjes.\nMevrouw Bok woont aan de kade."
PAGES = {1: (0, 41), 2: (42, len(TEXT))}
LONGEST_ANCHOR = 8


def document(text: str = TEXT, facts: tuple[Fact, ...] = (), passages: tuple[Passage, ...] = ()) -> Document:
    nothing: Inferred[Any] = Inferred(None, 0.0)
    identity = Identity("", nothing, (), nothing, nothing, nothing, nothing)
    pages = tuple(Page(number, start, end) for number, (start, end) in PAGES.items())
    return Document(
        Source("a.txt", "a.txt", "", "txt"), text, identity, "ok", pages=pages, facts=facts, passages=passages
    )


def commitment(start: int, end: int, confidence: float = 0.8) -> Commitment:
    return Commitment(start, end, TEXT[start:end], confidence, None, "", None, "strong", "planned")


def official(name: str, start: int = 0) -> Official:
    return Official(start, start + 2, TEXT[start : start + 2], 0.9, name, "wethouder")


def expected(kind: str, start: int, end: int, *, must: bool = True, **labels: object) -> Expected:
    return Expected(f"{kind}-{start}", kind, (start, end), must, labels)


@pytest.mark.parametrize("gold", GOLD, ids=lambda gold: gold.path)
def test_gold_fits_its_document(gold: GoldDocument, request: pytest.FixtureRequest, corpus: Path) -> None:
    in_shared = gold.path.startswith("shared/")
    if in_shared and not gold.path.endswith(".txt"):
        pytest.skip("a long PDF file: `python -m evaluation.check_gold` checks it")
    shared: Path = request.getfixturevalue("shared") if in_shared else corpus
    assert list(problems_of(gold, gold.file(shared, corpus))) == []


def test_ids_are_unique() -> None:
    assert list(problems_of_ids(GOLD)) == []


def test_both_splits_are_there_and_about_as_large() -> None:
    sizes = {
        split: sum(len(s.facts) for gold in GOLD for s in gold.stretches if s.split == split)
        for split in ("work", "held")
    }
    assert min(sizes.values()) > 0.4 * sum(sizes.values())


def test_no_text_of_shared_documents_is_kept() -> None:
    places = [
        fact.place for gold in GOLD if gold.path.startswith("shared/") for s in gold.stretches for fact in s.facts
    ]
    places += [label.place for label in load_labels() if label.path.startswith("shared/")]
    anchors = [place.anchor for place in places if place.anchor]
    assert max(len(words.split()) for anchor in anchors for words in (anchor.first, anchor.last)) <= LONGEST_ANCHOR
    private = [f for gold in GOLD if gold.path.startswith("shared/") for s in gold.stretches for f in s.facts]
    assert not any(fact.labels.get("text") for fact in private)
    assert not any(fact.labels.get("name") for fact in private if fact.kind == "person_private")


def test_there_are_labels_enough_for_themes() -> None:
    assert len(load_labels()) >= 300


@pytest.mark.parametrize(
    ("place", "quote"),
    [
        pytest.param(Place(3, 7), "raad", id="offsets"),
        pytest.param(Place(anchor=Anchor("Dat kost", "500")), "Dat kost € 500.", id="first and last words"),
        pytest.param(Place(anchor=Anchor("Wij plaatsen", "bankjes", page=2)), "Wij plaatsen bankjes.", id="on a page"),
        pytest.param(
            Place(anchor=Anchor("Wij plaatsen", "bankjes", nth=2)), "Wij plaatsen bankjes.", id="second place"
        ),
        pytest.param(Place(pages=(2, 2)), TEXT[42:], id="pages"),
        pytest.param(Place(), TEXT, id="whole text"),
    ],
)
def test_places_are_found(place: Place, quote: str) -> None:
    start, end = resolve(place, TEXT, PAGES)
    assert TEXT[start:end] == quote


@pytest.mark.parametrize(
    "place",
    [
        pytest.param(Place(3, 700), id="beyond the text"),
        pytest.param(Place(anchor=Anchor("Wij slopen")), id="words that aren't there"),
        pytest.param(Place(anchor=Anchor("Wij plaatsen", nth=3)), id="a third of two"),
        pytest.param(Place(anchor=Anchor("Dat kost", page=9)), id="a page that isn't there"),
        pytest.param(Place(anchor=Anchor("Wij", "raad")), id="last words before the first"),
    ],
)
def test_a_place_that_is_not_there_is_an_error(place: Place) -> None:
    with pytest.raises(GoldError):
        resolve(place, TEXT, PAGES)


@pytest.mark.parametrize(
    ("found", "matches"),
    [
        pytest.param((0, 100), True, id="equal"),
        pytest.param((50, 100), True, id="half of the union"),
        pytest.param((51, 101), True, id="at least 80 percent of the shorter"),
        pytest.param((60, 160), False, id="less than half of the union"),
        pytest.param((0, 14), False, id="inside but too short"),
        pytest.param((0, 15), True, id="inside and long enough"),
        pytest.param((0, 601), False, id="too long for any fact"),
        pytest.param((100, 200), False, id="next to it"),
    ],
)
def test_when_spans_match(found: tuple[int, int], matches: bool) -> None:
    assert (overlap((0, 100), found) > 0) is matches


def test_one_found_fact_may_hold_two_annotated_ones() -> None:
    golds = [expected("commitment", 19, 41), expected("commitment", 42, 57)]
    matches = match(golds, [commitment(19, 57)])
    assert set(matches.of_expected) == {0, 1}


def test_counts_of_a_stretch() -> None:
    golds = [
        expected("commitment", 19, 41, status="planned", strength="weak"),
        expected("commitment", 58, 79),
        expected("commitment", 80, 110, must=False),
        expected("negative", 0, 18, task="commitment", reason="orde van de vergadering"),
    ]
    tally = score_kind("commitment", golds, [commitment(19, 41), commitment(0, 18, 0.4)], "a.txt")
    assert (tally.must, tally.hit, tally.found, tally.right) == (2, 1, 2, 1)
    assert (tally.precision, tally.recall, tally.f1) == (0.5, 0.5, 0.5)
    assert tally.labels == {("status", True): 1, ("strength", False): 1}
    assert tally.confidences == [(0.8, True), (0.4, False)]
    assert any("TRAP: orde van de vergadering" in error for error in tally.errors)


def test_an_official_counts_once_and_by_full_name() -> None:
    golds = [expected("official", 0, 2, must=False, name="A. Bok"), expected("official", 9, 11, name="A. Bok")]
    found = [official("A. Bok"), official("A. Bok", 5), official("Bok", 9)]
    tally = score_kind("official", golds, found, "a.txt")
    assert (tally.must, tally.hit, tally.found, tally.right) == (1, 1, 2, 1)


def test_amounts_of_tables_are_left_out() -> None:
    found = [Amount(51, 56, "€ 500", 0.9, 500.0), Amount(0, 2, "De", 0.9, 1.0, row="Lasten")]
    tally = score_kind("amount", [expected("amount", 51, 56, value_eur=500.0)], found, "a.txt")
    assert (tally.found, tally.right, tally.labels) == (1, 1, {("value_eur", True): 1})


def test_labels_that_the_gold_leaves_out_are_not_compared() -> None:
    assert agreement(expected("commitment", 19, 41), commitment(19, 41)) == {}


def test_a_resident_among_the_officials_is_a_leak() -> None:
    golds = [expected("person_private", 80, 91)]
    assert TEXT[80:91] == "Mevrouw Bok"
    assert leaks(golds, [official("A. Bok"), official("A. de Wit")], TEXT) == ["A. Bok"]


def test_only_what_lies_in_a_stretch_is_scored() -> None:
    lines = [
        {"kind": "document", "file": "corpus/a.txt", "doc_type": "rib"},
        {"kind": "stretch", "id": "a", "split": "work", "start": 0, "end": 57},
        {"kind": "commitment", "id": "a-1", "start": 19, "end": 41, "must": True},
    ]
    gold = parse("\n".join(json.dumps(line) for line in lines))
    found = document(facts=(commitment(19, 41), commitment(58, 79)))
    result = score([gold], {"corpus/a.txt": found})
    total = result.total("commitment", "work")
    assert (total.found, total.right, total.recall) == (1, 1, 1.0)
    assert any(line.startswith("commitment  work  all") for line in report(result))


def test_a_fact_outside_any_stretch_is_refused() -> None:
    with pytest.raises(GoldError):
        parse('{"kind": "document", "file": "corpus/a.txt", "doc_type": "rib"}\n{"kind": "commitment", "id": "x"}')


def test_a_changed_document_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    gold = GoldDocument("shared/a.txt", "rib", "0" * 64, ())
    assert list(problems_of(gold, tmp_path / "a.txt")) == ["shared/a.txt differs from the file that was annotated"]


def notes(tmp_path: Path, *lines: str) -> list[dict[str, object]]:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    return list(convert(["@file shared/a.txt rib", "@stretch a work lines 1-2", *lines], tmp_path, tmp_path))


def test_notes_become_gold_without_text(tmp_path: Path) -> None:
    head, stretch, made, _, person = notes(
        tmp_path,
        "c! strong planned dl=2027-01-01/ eur=500 | L1#2: Wij plaatsen … bankjes.",
        "n commitment orde van de vergadering | De raad vergadert.",
        "p | L2: Bok",
    )
    assert len(str(head["sha256"])) == 64
    assert (stretch["start"], stretch["end"]) == (0, len(TEXT))
    assert made == {
        "kind": "commitment",
        "id": "a-002",
        "must": True,
        "start": 58,
        "end": 79,
        "strength": "strong",
        "status": "planned",
        "deadline": {"iso_start": "2027-01-01", "iso_end": None},
        "amount_eur": 500.0,
    }
    assert set(person) == {"kind", "id", "start", "end"}


@pytest.mark.parametrize(
    "note",
    ["c! strong planned | Wij slopen.", "c! strong planned due=1 | De raad", "x! | De raad"],
    ids=["quote that isn't there", "unknown label", "unknown kind"],
)
def test_a_note_that_does_not_fit_is_an_error(tmp_path: Path, note: str) -> None:
    with pytest.raises(GoldError):
        notes(tmp_path, note)


@pytest.mark.parametrize(
    ("themes", "best", "fits"),
    [
        pytest.param(("haven",), True, True, id="the first label"),
        pytest.param(("ondermijning",), False, True, id="another label"),
        pytest.param(("sport",), False, False, id="another theme"),
        pytest.param((), False, False, id="none"),
    ],
)
def test_a_theme_is_compared_with_the_passage_that_covers_it(themes: tuple[str, ...], best: bool, fits: bool) -> None:
    passages = (Passage(0, 41), Passage(42, 79, theme_cues=tuple(ThemeCues(theme, 3.0, 3.0, 1.0) for theme in themes)))
    label = Label("corpus/a.txt", Place(30, 79), "work", ("haven", "ondermijning"))
    (answer,) = ask([label], {"corpus/a.txt": document(passages=passages)})
    assert (answer.best, answer.fits) == (best, fits)


def test_no_theme_is_right_where_none_is_meant() -> None:
    label = Label("corpus/a.txt", Place(0, 9), "work", ("geen",))
    assert Answer(label, ("geen",), 0, 0.0).best
