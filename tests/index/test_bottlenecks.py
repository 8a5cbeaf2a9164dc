"""Bottlenecks of a list of states, and the themes of their projects."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from index.store.filters import Filters
from index.tracing.bottlenecks import of_projects
from ingest.fact_types import Commitment
from ingest.model import Passage, ThemeScore
from tests.index.making import document, identity, new_library, put

ROWS = ("Sanering gemeentewerf", "Herinrichting De Korf", "Locatiekeuze milieustraat", "Bouw woningen Kade")
PLANS = (
    ("wonen-bouwen", "Op de gemeentewerf komen huizen."),
    ("wonen-bouwen", "De gemeentewerf is groot genoeg voor huizen."),
    ("wonen-bouwen", "Voor de gemeentewerf gelden regels over huur."),
    ("wonen-bouwen", "Bij De Korf komen huizen."),
    ("wonen-bouwen", "Over De Korf spreken wij met bewoners."),
    ("wonen-bouwen", "In De Korf is plaats voor veertig huizen."),
    ("riolering-afval", "De milieustraat wordt verplaatst."),
)


def row_of(text: str, said: str) -> Commitment:
    at = "\n".join(ROWS).index(text)
    return Commitment(
        at, at + len(text), text, 0.9, None, "-", None, "weak", "planned",
        register_status="Openstaand", register_said=said,
    )  # fmt: skip


def library_of(folder: Path, said: str) -> Iterator[Library]:
    with new_library(folder / "library") as made:
        about = identity("Waterdrecht", "beleidsnota", 2026)
        facts = tuple(row_of(text, said) for text in ROWS)
        put(made, document("\n".join(ROWS), path="stand.txt", identity=about, facts=facts))
        text, passages = "", list[Passage]()
        for theme, sentence in PLANS:
            passages.append(Passage(len(text), len(text) + len(sentence), themes=(ThemeScore(theme, 0.9),)))
            text += f"{sentence}\n"
        put(made, document(text.rstrip(), path="plan.txt", identity=about, passages=tuple(passages)))
        made.refresh()
        yield made


@pytest.mark.parametrize(
    ("said", "theme", "found"),
    [
        ("een mogelijk knelpunt", "wonen-bouwen", ["Sanering gemeentewerf", "Herinrichting De Korf"]),
        ("een mogelijk knelpunt", "riolering-afval", []),
        ("in behandeling", "wonen-bouwen", []),
    ],
    ids=["named on the theme", "named there too seldom", "no bottleneck"],
)
def test_a_bottleneck_is_on_the_theme_of_its_project(tmp_path: Path, said: str, theme: str, found: list[str]) -> None:
    for library in library_of(tmp_path, said):
        rows = of_projects(library, Filters(municipalities=("Waterdrecht",), themes=(theme,)), (theme,))
        assert [row.fact.text for row in rows] == found
