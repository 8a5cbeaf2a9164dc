"""A firm called after a trade that sounds like an office holds none."""

import re

import pytest

from ingest.facts.officials import officials
from ingest.lexicon import read_lines
from tests.facts.fact_documents import document

FORMS = ("VOF", "v.o.f.", "BV", "B.V.", "NV", "C.V.", "Holding", "Groep", "& Zn.", "en Zonen", "& Co.")


@pytest.mark.parametrize("form", FORMS)
def test_a_firm_holds_no_office(form: str) -> None:
    assert officials(document(f"Wethouders Bakkers en Slagers {form} kreeg een vergunning.")) == []


@pytest.mark.parametrize("pattern", read_lines("company_forms.txt"))
def test_every_legal_form_is_that_of_a_firm_above(pattern: str) -> None:
    assert any(re.fullmatch(pattern, form, re.IGNORECASE) for form in FORMS)


def test_a_party_called_a_group_is_no_firm() -> None:
    (fact,) = officials(document("Wethouder Kraan (Groep De Wit) opent de brug."))
    assert fact.name == "Kraan"


def test_initials_are_no_legal_form() -> None:
    found = officials(document("Wethouders A. Post en B.V. Kraan openen de brug."))
    assert [fact.name for fact in found] == ["A. Post", "B.V. Kraan"]
