"""What all tests share."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the project; a test that asks for it is skipped without it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the folder ../shared with real documents is absent")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The sample corpus of invented municipalities that the project carries."""
    return ROOT / "corpus"
