"""What tests in a real browser have in common, beside the fixtures `address` and `page` of conftest.py."""

import pytest

from evaluation.chromium import executable

NEEDS_BROWSER = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(executable() is None, reason="no Chromium on this machine"),
]
