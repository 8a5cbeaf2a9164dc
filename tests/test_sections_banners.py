"""A question that comes back above every task is a banner: the tasks belong below it, however alike they look."""

from pathlib import Path

import pytest

from ingest.clean import compose
from ingest.read.html import read_html
from ingest.sections import outline

PROSE = "<p>Wij werken aan een veilige wijk. Dat doen wij samen met de politie, de scholen en de inwoners.</p>"
BANNER = "Wat gaan we daarvoor doen?"


def paths(folder: Path, *headings: str) -> list[tuple[str, ...]]:
    """The sections of a page with these headings on one level, all with text but the banner."""
    body = "".join(f"<h2>{heading}</h2>{'' if heading == BANNER else PROSE}" for heading in headings)
    file = folder / "pagina.html"
    file.write_text(f"<html><body><main><h1>Verkeer</h1>{PROSE}{body}</main></body></html>", encoding="utf-8")
    reading = read_html(file)
    return [section.path for section in outline(compose(reading), reading)]


def test_each_task_stands_below_its_banner(tmp_path: Path) -> None:
    below = ("Verkeer", BANNER)
    assert paths(tmp_path, BANNER, "Wegen", BANNER, "Parkeren", BANNER, "Havens") == [
        ("Verkeer",),
        *(path for task in ("Wegen", "Parkeren", "Havens") for path in (below, (*below, task))),
    ]


def test_the_next_question_stands_beside_the_banner(tmp_path: Path) -> None:
    found = paths(tmp_path, BANNER, "Wegen", BANNER, "Parkeren", BANNER, "Havens", "Wat mag het kosten?")
    assert found[-1] == ("Verkeer", "Wat mag het kosten?")


@pytest.mark.parametrize(
    "headings",
    [
        pytest.param((BANNER, "Wegen", BANNER, "Parkeren"), id="met twice"),
        pytest.param(("Doel", "Wegen", "Doel", "Parkeren", "Doel", "Havens"), id="has text of its own"),
    ],
)
def test_other_headings_stay_beside_each_other(tmp_path: Path, headings: tuple[str, ...]) -> None:
    assert ("Verkeer", "Parkeren") in paths(tmp_path, *headings)
