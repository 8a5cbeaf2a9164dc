"""Addresses that Streamlit can't open are sent to one that it can.

One with more levels than the app has ("/a/b") goes to one level, where our own page says what is wrong: the browser
would look for Streamlit's files below it, not find them, and stay white. The name of the first page, which has none in
its address, goes to that page: Streamlit keeps that name for itself.
"""

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

FIRST = "zoeken"
"""What the first page would be called, were it not the first: the name of its module."""


class OneLevel:
    """Sends who opens a page at a deeper address to one of a single level; files and data pass."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _opens_page(scope) and scope["path"].strip("/") == FIRST:
            query = scope["query_string"].decode("latin-1")
            await RedirectResponse(f"/?{query}" if query else "/")(scope, receive, send)
        elif scope["type"] == "http" and _opens_page(scope) and (name := one_level(scope["path"])):
            await RedirectResponse(f"/{quote(name, safe='')}")(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _opens_page(scope: Scope) -> bool:
    return "text/html" in Headers(scope=scope).get("accept", "")


def one_level(path: str) -> str:
    """The address on one level; empty where it has no more than that, or is one of Streamlit's own."""
    parts = [part for part in path.split("/") if part]
    return "-".join(parts) if len(parts) > 1 and not parts[0].startswith("_") and parts[0] not in _FILES else ""


_FILES = frozenset({"static", "media", "component", "app"})
"""Where Streamlit keeps what a page is made of; a download is opened as a page by some browsers."""
