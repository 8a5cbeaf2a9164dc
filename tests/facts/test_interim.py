"""Who has an office for the time until another comes: "waarnemend burgemeester", "griffier a.i."."""

import pytest

from ingest.facts.officials import officials
from tests.facts.fact_documents import document


@pytest.mark.parametrize(
    ("text", "interim"),
    [
        pytest.param("Waarnemend burgemeester Noor Tazelaar opent.", ["Noor Tazelaar"], id="before"),
        pytest.param("De wnd. gemeentesecretaris, A. Terpstra, is er.", ["A. Terpstra"], id="wnd."),
        pytest.param("Griffier a.i. mevrouw A. Terpstra opent.", ["A. Terpstra"], id="a.i. before"),
        pytest.param("Gemeentesecretaris a.i. A. Terpstra opent.", ["A. Terpstra"], id="a.i. before initials"),
        pytest.param("Gemeentesecretaris ad interim: A. Terpstra", ["A. Terpstra"], id="ad interim before"),
        pytest.param("Aanwezig: A. Terpstra (gemeentesecretaris a.i.)", ["A. Terpstra"], id="in brackets"),
        pytest.param("Noor Tazelaar, waarnemend burgemeester", ["Noor Tazelaar"], id="behind"),
        pytest.param("A. Terpstra, gemeentesecretaris ad interim", ["A. Terpstra"], id="ad interim"),
        pytest.param(
            "bedragen x € 1 | | A. Terpstra\nFunctiegegevens | | Gemeentesecretaris a.i.\n", ["A. Terpstra"], id="below"
        ),
        pytest.param(
            "bedragen x € 1 | A. Terpstra | L. Bontekoe\nFunctiegegevens | Gemeentesecretaris a.i. | Griffier\n",
            ["A. Terpstra"],
            id="below, each in a column",
        ),
        pytest.param("Burgemeester Noor Tazelaar opent.", [], id="for good"),
        pytest.param("Noor Tazelaar, burgemeester\nA. Terpstra, gemeentesecretaris a.i.", ["A. Terpstra"], id="one"),
        pytest.param("Wethouder Bas Kraan en waarnemend burgemeester Noor Tazelaar", ["Noor Tazelaar"], id="second"),
        pytest.param("Wethouder Bas Kraan is waarnemend voorzitter.", [], id="another office"),
    ],
)
def test_the_words_beside_a_name_say_so(text: str, interim: list[str]) -> None:
    assert [fact.text for fact in officials(document(text)) if fact.interim] == interim
