"""The manual shows and names what there is."""

import re
from pathlib import Path

import pytest

from evaluation.screenshots import MANUAL, TARGET, absent, pictures
from views.app import BESIDE, PAGES

TEXT = MANUAL.read_text(encoding="utf-8")
PAGE_NAMES = [title for _, title, _ in (*PAGES, *BESIDE)]


@pytest.mark.parametrize("page", PAGE_NAMES)
def test_every_page_of_the_app_has_a_chapter_with_a_picture(page: str) -> None:
    chapter = re.search(rf"^## {page}\n(.*?)(?=^## |\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert chapter
    assert pictures(chapter[1])


def test_the_manual_names_no_page_that_is_not_there() -> None:
    linked = set(re.findall(r"\]\(#([a-z-]+)\)", TEXT))
    assert linked == {page.lower().replace(" ", "-") for page in PAGE_NAMES}


def test_every_picture_is_there() -> None:
    assert absent(MANUAL) == []


def test_a_picture_that_is_not_there_is_seen(tmp_path: Path) -> None:
    manual = tmp_path / "handleiding.md"
    manual.write_text("![Zoeken](schermen/zoeken.png) ![Weg](schermen/weg.png)", encoding="utf-8")
    (tmp_path / "schermen").mkdir()
    (tmp_path / "schermen" / "zoeken.png").write_bytes(b"")
    assert absent(manual) == ["schermen/weg.png"]


def test_every_link_to_a_file_of_the_project_leads_somewhere() -> None:
    files = re.findall(r"\]\(([^)#\s]+)\)", TEXT)
    assert [name for name in files if not (MANUAL.parent / name).is_file()] == []


def test_pictures_are_small() -> None:
    assert [picture.name for picture in TARGET.glob("*.png") if picture.stat().st_size > 150_000] == []
