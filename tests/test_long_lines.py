"""Absurd texts take time in proportion to their length, through all of reading."""

from pathlib import Path

import pytest

from ingest.files import find_files
from ingest.pipeline import read_document
from tests.timing import grows_linearly

SIZE = 4_000
"""Characters of the small text; what is done once for each file takes less time than this."""


@pytest.mark.slow
@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize(
    "piece",
    [
        pytest.param("1.000 ", id="digits"),
        pytest.param("Het college besluit in 2024 dat de gemeente. ", id="sentences"),
        pytest.param("Het college besluit in 2024 dat de gemeente en ", id="one sentence"),
        pytest.param("# ", id="marks"),
        pytest.param("|", id="bars"),
        pytest.param("| 1 ", id="cells"),
        pytest.param("1 januari 2024 ", id="dates"),
        pytest.param("a\n", id="short lines"),
        pytest.param("1.1 Doel 5\n", id="contents"),
        pytest.param("wat wilden we ", id="words of a heading"),
    ],
)
def test_long_texts_take_time_in_proportion(tmp_path: Path, piece: str, suffix: str) -> None:
    path = tmp_path / f"lang{suffix}"

    def read(size: int) -> object:
        path.write_text("# " + piece * (size // len(piece)))
        return read_document(find_files([path]).jobs[0])

    assert grows_linearly(read, SIZE)
