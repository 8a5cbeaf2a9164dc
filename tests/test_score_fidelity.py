"""The scorer of what comes back whole from a PDF."""

from pathlib import Path

import pytest

from evaluation.fidelity.office import office_file
from evaluation.fidelity.renderers import RENDERERS, Renderer
from evaluation.fidelity.source import Piece, plain, read_source
from evaluation.fidelity.web import web_page
from evaluation.score_fidelity import compare, measure
from ingest.model import Block, Document, Identity, Inferred, Source

SOURCE = """# Havenplan

## 1 Haven

De haven groeit.[^1]
De haven&shy;meester[^2] is er blij mee.

- Wij bouwen een kade.

| Post | 2025 |
| Kade | 1.500 |

[^1]: Zie bijlage 2.
[^2]: Sinds 2023.
"""


@pytest.fixture
def pieces(tmp_path: Path) -> tuple[Piece, ...]:
    file = tmp_path / "bron.txt"
    file.write_text(SOURCE, encoding="utf-8")
    return read_source(file)


def document(text: str, *blocks: Block) -> Document:
    nothing: Inferred[object] = Inferred(None, 0.0)
    identity = Identity("Havenplan", nothing, (), nothing, nothing, nothing, nothing)  # type: ignore[arg-type]
    return Document(Source("a.pdf", "a.pdf", "", "pdf"), text, identity, "ok", blocks=blocks)


def sentences(pieces: tuple[Piece, ...], text: str) -> tuple[int, int]:
    return compare(pieces, document(text)).counts["sentences"]


def test_the_source_falls_apart_in_blocks(pieces: tuple[Piece, ...]) -> None:
    assert pieces == (
        Piece("heading", ("Havenplan",), 1),
        Piece("heading", ("1 Haven",), 2),
        Piece("paragraph", ("De haven groeit.[^1]", "De haven&shy;meester[^2] is er blij mee.")),
        Piece("item", ("Wij bouwen een kade.",)),
        Piece("row", ("Post", "2025")),
        Piece("row", ("Kade", "1.500")),
        Piece("note", ("Zie bijlage 2.",), 1),
        Piece("note", ("Sinds 2023.",), 2),
    )
    assert plain(pieces[2].parts[1]) == "De havenmeester is er blij mee."


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        pytest.param("De haven groeit. De havenmeester is er blij mee.", 2, id="whole"),
        pytest.param("De haven groeit.1 De havenmeester 2 is er blij mee.", 2, id="with the marks of notes"),
        pytest.param("De haven groeit. De havenmeester² is er blij mee.", 2, id="with a raised mark"),
        pytest.param("De haven\u00a0 groeit. De havenmeester is er blij mee.", 2, id="other spaces"),
        pytest.param("De haven groeit. De haven-meester is er blij mee.", 1, id="a hyphen left in a word"),
        pytest.param("De haven\ngroeit. De havenmeester is er blij mee.", 1, id="broken in two"),
        pytest.param("De haven | groeit. De havenmeester is er blij mee.", 1, id="taken for a table"),
        pytest.param("XDe haven groeit. De havenmeester is er mee.", 0, id="a letter too many, a word too few"),
    ],
)
def test_a_sentence_is_whole_or_not(pieces: tuple[Piece, ...], text: str, whole: int) -> None:
    assert sentences(pieces, text) == (whole, 5)


def test_headings_and_rows_are_compared_as_blocks(pieces: tuple[Piece, ...]) -> None:
    text = "Havenplan\n1 Haven\nPost | 2025\nKade | 1.500"
    read = document(
        text,
        Block(0, 9, "heading", level=1),
        Block(10, 17, "paragraph"),
        Block(18, 29, "table_row", cells=((18, 22), (25, 29))),
        Block(30, 42, "paragraph"),
    )

    outcome = compare(pieces, read)

    assert outcome.counts == {"sentences": (0, 5), "headings": (1, 2), "rows": (1, 2)}
    assert "heading: 1 Haven" in outcome.broken
    assert "row: Kade | 1.500" in outcome.broken


def test_the_renderers_get_the_whole_text(pieces: tuple[Piece, ...]) -> None:
    at_foot, at_end, office = (
        web_page(pieces, 2, at_foot=True),
        web_page(pieces, 2, at_foot=False),
        office_file(pieces, 2),
    )

    assert "columns: 2" in at_foot
    assert 'groeit.<span class="note">Zie bijlage 2.</span> De haven&shy;meester' in at_foot
    assert "groeit.<sup>1</sup> De haven&shy;meester" in at_end
    assert "<p><sup>2</sup> Sinds 2023.</p>" in at_end
    assert 'fo:column-count="2"' in office
    assert "De haven\u00admeester<text:note" in office


@pytest.mark.slow
@pytest.mark.parametrize("renderer", RENDERERS, ids=lambda renderer: renderer.name)
def test_a_renderer_makes_a_pdf_that_is_read(renderer: Renderer, tmp_path: Path) -> None:
    if not renderer.available():
        pytest.skip(f"{renderer.name} is not on this machine ({renderer.needs})")
    pieces = (
        Piece("heading", ("1 Haven",), 2),
        Piece("paragraph", ("De haven van Waterdrecht groeit ieder jaar.", "De haven&shy;meester is er blij mee.")),
    )
    assert measure(renderer, pieces, 1, tmp_path).counts["sentences"] == (2, 2)
