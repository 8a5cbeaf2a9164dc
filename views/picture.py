"""A page of a PDF as a picture, with the words of a passage marked on it."""

import io
from collections.abc import Iterable
from pathlib import Path

import streamlit as st
from PIL import Image, ImageDraw

from ingest.guard import run_one
from ingest.layout import Box
from ingest.model import Page
from ingest.read.characters import character_boxes
from ingest.read.pdf import render_page
from views.marking import boxes_of

SCALE = 1.6
"""Pixels a point: sharp on an ordinary screen in a column of half its width."""

MARK = (255, 214, 64, 96)
MARGIN = 1.5
"""Points around marked words."""


@st.cache_data(show_spinner="De bladzijde wordt getekend …", max_entries=128)
def page_picture(path: Path, page: Page, text: str, start: int, end: int) -> bytes:
    """The page as PNG with the words of the span marked; `text` is that of the page.

    Drawn in a process of its own: a page can hang or crash the library that draws it.

    Raises:
        ReadError: the page can't be drawn.
    """
    png = run_one(render_page, path, page.number, SCALE)
    if start >= end:
        return png
    characters = run_one(character_boxes, path, page.number)
    return draw_marks(png, boxes_of(page, start, end, text, characters), SCALE)


def draw_marks(png: bytes, boxes: Iterable[Box], scale: float) -> bytes:
    """The picture with a translucent rectangle over each box."""
    picture = Image.open(io.BytesIO(png)).convert("RGBA")
    layer = Image.new("RGBA", picture.size)
    draw = ImageDraw.Draw(layer)
    for left, top, right, bottom in boxes:
        corners = (left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN)
        draw.rectangle([corner * scale for corner in corners], fill=MARK)
    stream = io.BytesIO()
    Image.alpha_composite(picture, layer).convert("RGB").save(stream, "PNG")
    return stream.getvalue()
