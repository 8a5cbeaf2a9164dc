"""Which papers a dossier names as read in part: only where that matters for its theme."""

from dataclasses import replace
from pathlib import Path

import pytest

from index.tracing.dossier_unread import unread
from ingest.model import Page, Passage, ThemeScore
from ingest.read.page_names import named, pages_named
from tests.index.making import document, identity, new_library, put

TEXTS = ("Begroting 2026\n", "Wij pakken woonoverlast aan.\n", "Balans\n", "Slot")
"""A page each; the fifth, which has no text, comes after the fourth."""
ON = (ThemeScore("woonoverlast", 0.9),)

CASES = {
    "the title page": (("Bladzijde 1: een scan, goed gelezen.",), False),
    "a page on it": (("Bladzijde 1-2: een scan, redelijk gelezen.",), True),
    "a page elsewhere": (("Bladzijde 1, 5: een scan die te slecht leesbaar is; de tekst ervan ontbreekt.",), False),
    "the whole paper": (("De kolommen lopen door elkaar.",), True),
    "one of several": (("Bladzijde 1: een scan.", "Bladzijde 2: een scan."), True),
}


def is_named(folder: Path, problems: tuple[str, ...], theme: str, texts: tuple[str, ...] = TEXTS) -> bool:
    text, passages, pages, at = "".join(texts), list[Passage](), list[Page](), 0
    for number, part in enumerate(texts, 1):
        pages.append(Page(number, at, at + len(part)))
        about = ON if "woonoverlast" in part else ()
        if part.strip():
            passages.append(Passage(at, at + len(part.rstrip()), page=number, themes=about))
        at += len(part)
    made = document(text, identity=identity("Waterdrecht"), passages=tuple(passages))
    with new_library(folder / "library") as library:
        put(library, replace(made, status="partial", problems=problems, pages=tuple(pages)))
        return bool(list(unread(library, library.documents(), (theme,))))


@pytest.mark.parametrize(("problems", "expected"), CASES.values(), ids=CASES)
def test_a_paper_is_named_where_it_matters(tmp_path: Path, problems: tuple[str, ...], expected: bool) -> None:
    assert is_named(tmp_path, problems, "woonoverlast") is expected


def test_a_page_without_text_matters_beside_one_on_the_theme(tmp_path: Path) -> None:
    texts = (*TEXTS[:2], "", *TEXTS[2:])
    assert is_named(tmp_path, ("Bladzijde 3: alleen een afbeelding, geen tekst.",), "woonoverlast", texts)


def test_a_paper_without_the_theme_is_not_named(tmp_path: Path) -> None:
    assert not is_named(tmp_path, ("De kolommen lopen door elkaar.",), "sport")


@pytest.mark.parametrize("pages", [[3, 4, 5, 9], [1], [10, 12]], ids=str)
def test_pages_are_read_back(pages: list[int]) -> None:
    assert pages_named(f"{named(pages)}: een scan.") == set(pages)
