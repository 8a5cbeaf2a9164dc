"""A real browser on the running app, for the browser test and the screenshots."""

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.error import URLError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
SECONDS = 180
"""To start, or to draw a page, on a machine that is busy with other things."""

_SETTLED = """() => document.querySelector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    && !document.querySelector('[data-testid="stSkeleton"]')
    && [...document.images].every(image => image.complete)"""


def executable() -> str | None:
    """The Chromium of this machine, None where it has none."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


@contextmanager
def running_app(library: Path) -> Iterator[str]:
    """The app on a library, as a user starts it; gives its address."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "speerpunt.py", "app", "--geen-browser"]
    command += ["--library", str(library.resolve()), "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as app:
        try:
            address = f"http://localhost:{port}"
            _wait(app, f"{address}/_stcore/health")
            yield address
        finally:
            app.terminate()


def _wait(app: "subprocess.Popen[bytes]", address: str) -> None:
    deadline = time.monotonic() + SECONDS
    while app.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 - our own app
                return
        except (URLError, OSError):
            time.sleep(0.2)
    raise RuntimeError(f"the app does not answer at {address}")


@contextmanager
def browser() -> Iterator["Browser"]:
    """Headless Chromium; raises RuntimeError where there is none."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415

    path = executable()
    if path is None:
        raise RuntimeError(f"no Chromium on this machine (looked for {', '.join(NAMES)})")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        try:
            yield chromium
        finally:
            chromium.close()


def settle(page: "Page") -> None:
    """Wait until the app has drawn everything."""
    page.wait_for_function(_SETTLED, timeout=SECONDS * 1000)


def visit(page: "Page", address: str) -> None:
    """Open an address of the app and wait until all of it is there; raises RuntimeError where it shows an error."""
    page.goto(address)
    settle(page)
    if page.locator("h1").count() != 1:
        shown = page.get_by_test_id("stMain").inner_text()
        raise RuntimeError(f"{address} shows no page of the app: {shown[:300]}")
