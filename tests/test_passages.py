"""Passages: whole sentences under one heading, nothing lost, of a size to read."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.clean import compose
from ingest.layout import Line, Reading
from ingest.model import Block, Page, Passage, Section
from ingest.passages import LONGEST, LONGEST_SENTENCE, MOST_ROWS, split
from ingest.sections import outline
from tests.layouts import verbatim
from tests.timing import grows_linearly

SENTENCE = "De gemeente Waterdrecht zet in op veilige wijken en op minder overlast. "


def passages_of(text: str) -> tuple[Passage, ...]:
    reading = verbatim(text)
    composed = compose(reading)
    return split(composed.text, composed.blocks, outline(composed, reading), composed.pages)


def texts(text: str, passages: Sequence[Passage]) -> list[str]:
    return [text[passage.start : passage.end] for passage in passages]


def test_a_heading_opens_the_passage_under_it() -> None:
    text = f"Jeugd en veiligheid\n\n{SENTENCE * 3}"
    (passage,) = passages_of(text)
    assert text[passage.start : passage.end] == text.strip()
    assert passage.heading_path == ("Jeugd en veiligheid",)


def test_headings_without_text_of_their_own_open_the_passage_below_them() -> None:
    text = f"Speerpunten\nThema Jeugd\nJongerenwerk\n{SENTENCE * 3}"
    (passage,) = passages_of(text)
    assert text[passage.start : passage.end] == text.strip()
    assert passage.heading_path == ("Speerpunten", "Thema Jeugd", "Jongerenwerk")


def test_short_paragraphs_under_a_heading_are_taken_together() -> None:
    text = f"Jeugd\n\n{SENTENCE}\n\n{SENTENCE}"
    assert len(passages_of(text)) == 1


def test_passages_of_two_sections_stay_apart() -> None:
    text = f"Jeugd\n\n{SENTENCE * 2}\n\nVerkeer\n\n{SENTENCE * 2}"
    assert [passage.heading_path for passage in passages_of(text)] == [("Jeugd",), ("Verkeer",)]


def test_a_long_paragraph_is_divided_at_sentence_ends_into_even_parts() -> None:
    text = (SENTENCE * 12).strip()
    parts = texts(text, passages_of(text))
    assert " ".join(parts) == text
    assert all(part.endswith("overlast.") for part in parts)
    assert len({len(part) for part in parts}) == 1


def test_items_stay_with_the_line_that_introduces_them() -> None:
    items = ["meer toezicht;", "betere verlichting;", "minder regels."]
    text = "\n".join([SENTENCE * 3, "Wij doen drie dingen:", *(f"- {item}" for item in items)])
    lines = [Line(line, offset=text.index(line), starts_block=True) for line in text.split("\n")[:2]]
    lines += [Line(item, role="list_item", offset=text.index(item), starts_block=True) for item in items]
    composed = compose(Reading("txt", tuple(lines), verbatim=text))
    *_, last = texts(text, split(text, composed.blocks, (), ()))
    assert last.endswith("\n".join(["Wij doen drie dingen:", *(f"- {item}" for item in items)]))


def test_rows_of_a_table_go_in_groups() -> None:
    rows = [f"Regel {number}" for number in range(20)]
    text = "\n".join(rows)
    blocks = [Block(text.index(row), text.index(row) + len(row), "table_row", table=1) for row in rows[10:]]
    assert [part.count("Regel") for part in texts(text, split(text, blocks, (), ()))] == [MOST_ROWS, 2]


def test_a_passage_has_the_page_that_it_begins_on() -> None:
    text = f"{SENTENCE * 3}\n{SENTENCE * 3}".strip()
    turn = text.index("\n")
    blocks = (Block(0, turn, "paragraph"), Block(turn + 1, len(text), "paragraph"))
    pages = (Page(1, 0, turn + 1), Page(2, turn + 1, len(text)))
    assert [passage.page for passage in split(text, blocks, (), pages)] == [1, 2]


@pytest.mark.parametrize("layer", ["contents", "boilerplate"])
def test_contents_and_boilerplate_are_not_searched(layer: str) -> None:
    text = SENTENCE.strip()
    section = Section(0, len(text), 0, 1, ("Inhoud",), layer)  # type: ignore[arg-type]
    (passage,) = split(text, [Block(0, len(text), "paragraph")], [section], ())
    assert not passage.searchable


@pytest.mark.parametrize(
    ("text", "searchable"),
    [
        pytest.param("Ga terug", False, id="a menu"),
        pytest.param("Deze website gebruikt cookies. Alle cookies accepteren", False, id="a cookie notice"),
        pytest.param("17", False, id="a number"),
        pytest.param("Voorwoord .... 3\nJeugd ........ 5\nVerkeer ...... 9\nWonen ........ 12", False, id="contents"),
        pytest.param("Wij willen dat websites om toestemming vragen voor cookies.", True, id="policy about cookies"),
    ],
)
def test_text_that_answers_nothing_is_not_searched(text: str, searchable: bool) -> None:
    assert [passage.searchable for passage in passages_of(text)] == [searchable]


WORDS = st.sampled_from(
    ["De raad besluit.", "Jeugd", "wijk en buurt", "2.1 Toezicht", "Waarom? Daarom!", "a" * 700, ":"]
)


@given(st.lists(WORDS, min_size=1, max_size=14).map("\n".join))
def test_passages_are_trimmed_in_order_and_hold_every_word(text: str) -> None:
    passages = passages_of(text)
    assert all(before.end <= after.start for before, after in pairwise(passages))
    assert all(part == part.strip() != "" for part in texts(text, passages))
    assert "".join("".join(part.split()) for part in texts(text, passages)) == "".join(text.split())


@given(st.text(alphabet="ab .\n", min_size=1, max_size=3000))
def test_no_passage_is_longer_than_a_sentence_may_be(text: str) -> None:
    block = Block(0, len(text), "paragraph")
    assert all(p.end - p.start <= LONGEST + LONGEST_SENTENCE for p in split(text, [block], (), ()))


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(SENTENCE, id="sentences"),
        pytest.param("veilig op straat en in de wijk ", id="no full stops"),
        pytest.param("veiligopstraat", id="no spaces"),
    ],
)
def test_one_huge_line_is_divided_in_linear_time(unit: str) -> None:
    def divide(size: int) -> None:
        passages = passages_of(unit * (size // len(unit)))
        assert max(passage.end - passage.start for passage in passages) <= LONGEST_SENTENCE

    assert grows_linearly(divide, 60_000)


def test_the_real_texts_lose_no_word(shared: object) -> None:
    from pathlib import Path

    from ingest.read.text import read_text

    for path in sorted(Path(str(shared)).glob("seeds/*.txt")):
        reading = read_text(path)
        composed = compose(reading)
        passages = split(composed.text, composed.blocks, outline(composed, reading), composed.pages)
        held = "".join("".join(composed.text[p.start : p.end].split()) for p in passages)
        blocks = "".join("".join(composed.text[b.start : b.end].split()) for b in composed.blocks)
        assert held.replace("•", "").replace("-", "") == blocks.replace("•", "").replace("-", "")
