"""Addresses deeper than the app has pages."""

import pytest

from views.wrong_address import one_level


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("/", "", id="the first page"),
        pytest.param("/document", "", id="a page"),
        pytest.param("/document/", "", id="a page with a slash behind it"),
        pytest.param("/a/b", "a-b", id="two levels"),
        pytest.param("/toezeggingen/2024/mei/", "toezeggingen-2024-mei", id="below a page"),
        pytest.param("/_stcore/health", "", id="Streamlit's own"),
        pytest.param("/static/js/index.js", "", id="a file of the app"),
        pytest.param("/media/dossier.docx", "", id="a download"),
    ],
)
def test_a_deeper_address_goes_to_one_level(path: str, name: str) -> None:
    assert one_level(path) == name
