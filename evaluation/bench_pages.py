"""What it costs to open each page of the app: `python -m evaluation.bench_pages --library MAP`.

A page is opened as Streamlit's own tester does, without a browser, with nothing read of the library before but what
every page needs; then again in another session, when its readings are remembered. Times are CPU milliseconds of this
process. Part of each is the tester's: "toevoegen", which reads nothing of the library, shows about how much.
"""

import argparse
import logging
import os
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs

from evaluation.addresses import addresses
from index.library import Library
from index.store.filters import Filters
from ingest.themes import THEMES

SCRIPT = Path(__file__).resolve().parent.parent / "search_app.py"

WHOLE = ("", "speerpunten", "toezeggingen", "toezeggingen?termijn=over", "vergelijken", "collectie")
"""Pages without filters, which are about the whole library."""


def paths(folder: Path) -> Iterator[str]:
    """What is opened: the page that reads nothing, those about the whole library, and each page as it is used."""
    with Library.open(folder) as library:
        there = library.facets()
        budgets = library.facts("commitment", Filters(doc_types=("programmabegroting",)))
    municipality = next(row.document.municipality for row in budgets if row.document.municipality)
    theme = next(theme for theme in there.themes if theme in THEMES and THEMES[theme].parent)
    yield "toevoegen"
    yield from WHOLE
    for name, path in addresses(folder, municipality, theme).items():
        if name != "toevoegen" and "?" in path:
            yield path


def cost(path: str) -> float:
    """CPU milliseconds to draw a page in a new session; raises RuntimeError where it can't be drawn."""
    from streamlit.testing.v1 import AppTest  # noqa: PLC0415

    page, _, query = path.partition("?")
    app = AppTest.from_file(str(SCRIPT), default_timeout=600)
    for name, values in parse_qs(query).items():
        app.query_params[name] = values
    if page:
        app.switch_page(f"views/{page}.py")
    started = time.process_time()
    app.run()
    spent = time.process_time() - started
    if app.exception or app.error:
        raise RuntimeError(f"{path} can't be drawn: {app.exception or app.error}")
    return 1000 * spent


def main() -> None:
    """Print a line for each page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--library", type=Path, required=True)
    folder: Path = parser.parse_args().library
    os.environ["SPEERPUNT_LIBRARY"] = str(folder)
    logging.disable(logging.WARNING)  # Streamlit warns of what it lacks without a server

    import streamlit as st  # noqa: PLC0415

    from views.shared import encoder  # noqa: PLC0415

    cost("toevoegen")  # imports all that every page needs
    print(f"{'CPU ms':>8}{'again':>8}")
    for path in paths(folder):
        st.cache_resource.clear()
        encoder().encode_passages(["opwarmen"])  # the app does so when it starts
        encoder().encode_query("opwarmen")
        first, again = cost(path), cost(path)
        shown = path.split("doc=")[0] or "zoeken"
        print(f"{first:8.0f}{again:8.0f}  {shown}", flush=True)


if __name__ == "__main__":
    main()
