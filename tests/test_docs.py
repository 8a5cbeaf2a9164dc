"""What the documents for developers point at is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_the_contents_of_decisions_list_every_section() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    listed = re.findall(r"^  - \[(.+)\]\(#(.+)\)$", text, re.MULTILINE)
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert sorted(listed) == sorted((heading, _anchor(heading)) for heading in headings)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_module_and_table_that_is_named_exists(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    files = re.findall(r"`((?:ingest|index|views|evaluation|tests)/[\w./-]+\.(?:py|tsv|csv|txt|jsonl))`", text)
    modules = re.findall(r"python -m (evaluation(?:\.\w+)+)", text)
    named = {*files, *(f"{module.replace('.', '/')}.py" for module in modules)}
    assert {name for name in named if not (ROOT / name).exists()} == set()
