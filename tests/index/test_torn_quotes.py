"""Sentences that columns run through are no quotes where another will do."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import dossier
from index.follow import Follower
from index.library import Library
from index.store.filters import Filters
from index.store.rows import PassageRow
from index.tracing.quoting import strongest
from ingest.model import Document, Passage, ThemeScore
from ingest.seams import problem_of, torn_sentences
from tests.index.making import ENCODER, document, identity, new_library, put
from tests.index.test_dossier import TODAY

TORN = "Tegen woonoverlast zetten wij in elke Er komt een plan voor de bomen buurtbemiddeling in. " * 6
AFTERWARDS = "De haven krijgt een steiger en de dijk wordt hoger. " * 30
WHOLE = "Bij woonoverlast praten buren eerst samen."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with new_library(tmp_path / "library") as made:
        yield made


def plan(texts: tuple[str, ...], path: str) -> Document:
    """An ivp with a passage for each text, read as a file is: what is torn is told."""
    text = "\n".join(texts)
    passages = []
    for each in texts:
        start = text.index(each)
        score = ThemeScore("woonoverlast", 0.9 if "woonoverlast" in each else 0.0)
        passages.append(Passage(start, start + len(each), themes=(score,)))
    made = document(text, path=path, identity=identity("Waterdrecht", "ivp"), passages=tuple(passages))
    torn = torn_sentences(text, passages)
    return replace(made, status="partial", problems=(problem_of(torn),)) if torn else made


def in_dossier(library: Library) -> list[str]:
    library.refresh()
    made = dossier(library, Follower(library, ENCODER), Filters(themes=("woonoverlast",)), TODAY)
    assert [row.status for row in made.unread] == ["partial"]
    return [row.text for row in made.passages.lines]


def test_another_paper_is_quoted_first(library: Library) -> None:
    rows: list[PassageRow] = []
    for text, path in ((TORN, "geweven.txt"), (WHOLE, "heel.txt")):
        rows += library.passages_of(put(library, plan((text,), path)))
    quote = strongest(rows, ("woonoverlast",))
    assert quote is not None
    assert quote.text == WHOLE


def test_without_another_it_is_quoted(library: Library) -> None:
    quote = strongest(library.passages_of(put(library, plan((TORN,), "geweven.txt"))), ("woonoverlast",))
    assert quote is not None
    assert quote.text == TORN.strip()


def test_a_dossier_quotes_what_is_whole_in_such_a_paper(library: Library) -> None:
    put(library, plan((TORN, AFTERWARDS, WHOLE), "geweven.txt"))
    assert in_dossier(library) == [WHOLE]


def test_a_dossier_quotes_nothing_that_nobody_wrote(library: Library) -> None:
    put(library, plan((TORN,), "geweven.txt"))
    assert in_dossier(library) == []


def test_a_torn_quote_says_so(library: Library) -> None:
    number = put(library, plan((TORN, AFTERWARDS, WHOLE), "ivp.txt"))
    torn, _, whole = library.passages_of(number)
    told = [
        strongest([passage], ("woonoverlast",))
        for passage in (torn, replace(whole, document=replace(whole.document, problems=())))
    ]
    assert [quote.torn for quote in told if quote] == [True, False]
