"""What reading a PDF takes of memory: bounded, and no more for each page of a long one than of a short one."""

from pathlib import Path

import pytest

from evaluation.bench_reading import MEGABYTE, peak_of_reading

MOST = 500 * MEGABYTE
"""For a PDF of 1,000 pages."""


@pytest.mark.slow
def test_memory_grows_in_line_with_the_pages_and_stays_bounded(tmp_path: Path) -> None:
    few, some, many = (peak_of_reading(pages, tmp_path) for pages in (10, 50, 90))

    assert many - some < 1.5 * (some - few) + 10 * MEGABYTE
    assert many + (1000 - 90) / (90 - 10) * (many - few) < MOST
