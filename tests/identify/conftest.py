"""The municipalities, read once for all tests of identification."""

import pytest

from ingest.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()
