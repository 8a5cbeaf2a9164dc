"""Start the web app and say where it is."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import webbrowser
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console

from ingest.errors import SpeerpuntError

_PRIVATE = {
    "STREAMLIT_SERVER_ADDRESS": "localhost",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "STREAMLIT_CLIENT_SHOW_ERROR_DETAILS": "none",
}
"""What must hold where `.streamlit/config.toml` doesn't come along, as in a wheel; the user's own goes before."""
SECONDS_TO_START = 60
"""A cold start takes about three seconds; a slow or busy machine many more."""


def serve(folder: Path, port: int, *, browser: bool, model: str | None, read_only: bool = False) -> None:
    """Run the app until the user stops it; the address is told once it answers.

    Raises:
        SpeerpuntError: the app doesn't start, for instance because the port is taken.
    """
    spec = find_spec("search_server")
    if spec is None or spec.origin is None:
        raise SpeerpuntError("De app is niet geïnstalleerd.", "Installeer Speerpunt met make setup.")
    script = Path(spec.origin)
    _check_free(port)
    environment = settings(folder, model=model, read_only=read_only)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))  # so that the app stops too, not only this process
    command = [sys.executable, "-m", "streamlit", "run", script.name, "--server.port", str(port)]
    with subprocess.Popen(command, cwd=script.parent, env=environment, stdout=subprocess.DEVNULL) as app:  # noqa: S603
        try:
            _announce(app, f"http://localhost:{port}", browser=browser)
            app.wait()
        except KeyboardInterrupt:
            app.wait()
        finally:
            app.terminate()


def settings(folder: Path, *, model: str | None, read_only: bool) -> dict[str, str]:
    """The environment in which the app runs: private, unless the user's own says otherwise."""
    given = {"SPEERPUNT_LIBRARY": str(folder.resolve())}
    if model:
        given["SPEERPUNT_MODEL"] = model
    if read_only:
        given["SPEERPUNT_ALLEEN_LEZEN"] = "1"
    return {**_PRIVATE, **os.environ, **given}


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("localhost", port))
        except OSError as error:
            raise SpeerpuntError(f"Poort {port} is al in gebruik.", "Kies een andere met --port.") from error


def _announce(app: "subprocess.Popen[bytes]", address: str, *, browser: bool) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while not _answers(address):
        if app.poll() is not None or time.monotonic() > deadline:
            raise SpeerpuntError("De app start niet.", "Kijk hierboven waarom.")
        time.sleep(0.2)
    Console(stderr=True, soft_wrap=True).print(f"Speerpunt staat klaar. Open {address} in uw browser; stop met Ctrl-C.")
    if browser:
        webbrowser.open(address)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as response:  # noqa: S310 - our own app
            return bool(response.status == 200)
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False
