"""A number on a link is the number above the list that it opens, on every page of the app."""

import re
import shutil
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest
import streamlit as st

from evaluation.addresses import addresses
from index.build import build
from tests.views.app import html, open_page, texts

COUNTED = (r".*\((?P<number>[\d.]+)\)", r"(?P<number>[\d.]+) speerpunt(?:en)?", r"Bekijk deze (?P<number>[\d.]+)",
           r"Laat alle (?P<number>[\d.]+) zien", r".*: (?P<number>[\d.]+) in beide")  # fmt: skip
"""How a link says how many it opens."""
NOT_LISTS = {"zoeken": "a filter makes another question of it, which finds other passages"}

Link = tuple[str, str, str]


def links(page: str, query: str) -> list[Link]:
    """Of each link on a page its words, and the path and query that it leads to."""
    app = open_page(page, **parse_qs(query))
    assert not app.exception
    found = [
        (re.sub(r"\\(.)", r"\1", element.proto.label), element.proto.page, element.proto.query_string)
        for element in app.get("page_link")
    ]
    for body in html(app):
        for address, label in re.findall(r'<a [^>]*href="([^"]+)"[^>]*>([^<]+)</a>', body):
            to = urlparse(unescape(address))
            found.append((unescape(label), to.path.strip("/"), to.query))
    return found


def number_of(label: str) -> str | None:
    found = (re.fullmatch(pattern, label) for pattern in COUNTED)
    return next((match["number"] for match in found if match), None)


def is_told(number: str, page: str, query: str) -> bool:
    """Whether the head of a list, or a line below it, begins with the number."""
    app = open_page(page, **parse_qs(query.removeprefix("?")))
    heads = [unescape(head) for body in html(app) for head in re.findall(r"<h2[^>]*>([^<]*)", body)]
    return any(re.match(rf"{re.escape(number)} ", line) for line in [*heads[:1], *texts(app)])


@pytest.mark.slow
def test_a_number_on_a_link_is_that_of_the_list_behind_it(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(corpus / "waterdrecht", tmp_path / "stukken")
    shutil.copy(corpus / "gemeenten.csv", tmp_path / "stukken")
    build([tmp_path / "stukken"], tmp_path / "library")
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    st.cache_resource.clear()
    pages = [path.partition("?") for name, path in addresses(tmp_path / "library").items() if name not in NOT_LISTS]
    every = dict.fromkeys(link for page, _, query in pages for link in links(page, query))
    counted = [(number, page, query) for label, page, query in every if (number := number_of(label))]
    wrong = [(number, page, query) for number, page, query in counted if not is_told(number, page, query)]
    assert len(counted) > 30
    assert wrong == []
    st.cache_resource.clear()
