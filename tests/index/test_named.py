"""Whether a plan names a subject: its words have to stand together."""

from pathlib import Path

import pytest

from index.tracing.named import Naming
from index.tracing.rareness import Rareness
from tests.index.making import document, new_library, put

TOGETHER = "Het sociale domein vraagt om kwaliteit van de zorg voor de jeugd."
SPREAD = (
    "Minder kwaliteit (lees: lager niveau van de medewerkers) is geen keuze, omdat de Dienst voor Gezondheidszorg "
    "en ook het Platform voor Jeugd grenzen stelt."
)


@pytest.mark.parametrize(
    ("label", "sentence", "named"),
    [
        pytest.param("Kwaliteit van zorg voor jeugd", TOGETHER, True, id="together"),
        pytest.param("Zorg en jeugd: sociale kwaliteit", SPREAD, False, id="spread over a long sentence"),
        pytest.param("Gezondheidszorg", SPREAD, True, id="one word"),
        pytest.param(
            "Buurt en verkeer", "Een ontsluiting van de Buurtweg spreidt het verkeer.", False, id="of a street"
        ),
        pytest.param("Buurt en verkeer", "Een buurt zonder bomen warmt op.", False, id="one of two words"),
        pytest.param("Preventie", "Aan inbraakpreventie werken wij samen.", True, id="one kind of it"),
        pytest.param("Leefbaarheid", "Wij staan voor een leefbare omgeving.", False, id="a thing that has the quality"),
        pytest.param("Leefbaarheid", "De leefbaarheid van de kern gaat vooruit.", True, id="the quality"),
    ],
)
def test_the_words_of_a_subject_stand_together(label: str, sentence: str, named: bool, tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, document(sentence, path="plan.txt"))
        library.refresh()
        row = library.document("plan.txt")
        assert row is not None
        found = Naming(library.passages_of(row.id), Rareness(library)).place(label)
    assert (found is not None) == named
