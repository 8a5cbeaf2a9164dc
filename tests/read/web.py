"""Makes web pages to read."""

from pathlib import Path

from ingest.layout import Reading
from ingest.read.html import read_html


def page(tmp_path: Path, body: str, head: str = "") -> Reading:
    """The reading of a page with this body."""
    path = tmp_path / "pagina.html"
    path.write_text(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return read_html(path)


def seen(tmp_path: Path, body: str) -> list[tuple[str | None, int | None, str]]:
    """The role, level and text of each of its lines."""
    return [(line.role, line.level, line.text) for line in page(tmp_path, body).lines]
