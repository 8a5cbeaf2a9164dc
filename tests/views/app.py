"""The web app as Streamlit's own tester runs it, and what is on its screen."""

import re
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

SCRIPT = Path(__file__).resolve().parents[2] / "search_app.py"


def open_page(page: str = "", /, **address: str | list[str]) -> AppTest:
    """A fresh session at an address of the library in SPEERPUNT_LIBRARY."""
    app = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in address.items():
        app.query_params[name] = value
    if page:
        app.switch_page(f"views/{page}.py")
    return app.run()


def html(app: AppTest) -> list[str]:
    """All HTML that the app itself puts on the screen, but its style and its scripts."""
    bodies = [element.proto.body for element in app.get("html")]
    return [body for body in bodies if "<style" not in body and "<script" not in body]


def headings(app: AppTest, level: int) -> list[str]:
    """The words of the headings of this level, in order."""
    found = [re.findall(rf"<h{level}[^>]*>(.*?)</h{level}>", body, re.DOTALL) for body in html(app)]
    return [unescape(text) for texts in found for text in texts]


def quotes(app: AppTest) -> list[str]:
    """The words of the quotes, without their marks."""
    found = [re.fullmatch(r"<blockquote[^>]*>(.*)</blockquote>", body, re.DOTALL) for body in html(app)]
    return [unescape(re.sub(r"</?mark[^>]*>", "", match[1])) for match in found if match]


def marked_words(app: AppTest) -> list[str]:
    """What stands between marks."""
    return [unescape(word) for body in html(app) for word in re.findall(r"<mark[^>]*>(.*?)</mark>", body, re.DOTALL)]


def texts(app: AppTest) -> list[str]:
    """The lines of plain text."""
    return [element.value for element in app.text]


def links(app: AppTest) -> dict[str, str]:
    """Label (without the escapes of Markdown, and with plain spaces) -> query string."""
    return {
        re.sub(r"\\(.)", r"\1", element.proto.label).replace("\u00a0", " "): element.proto.query_string
        for element in app.get("page_link")
    }
