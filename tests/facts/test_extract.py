"""All kinds of fact of one document, in one pass."""

from ingest.facts import extract
from tests.facts.policy_documents import policy

TEXT = """
# Speerpunten
## Veilige haven
Burgemeester Anna de Wit zegt toe dat de raad in mei 2027 een brief ontvangt.
Het college stelt € 5.000 beschikbaar voor extra toezicht.
"""


def test_finds_each_kind_in_order_with_exact_spans() -> None:
    document = policy(TEXT)
    facts = extract(document)
    assert [fact.kind for fact in facts] == ["speerpunt", "commitment", "official", "commitment", "amount"]
    assert [document.text[fact.start : fact.end] for fact in facts] == [fact.text for fact in facts]


def test_amount_belongs_to_its_commitment() -> None:
    amounts = [fact.amount_eur for fact in extract(policy(TEXT)) if fact.kind == "commitment"]  # type: ignore[attr-defined]
    assert amounts == [None, 5000.0]


def test_empty_document_has_no_facts() -> None:
    assert extract(policy("")) == ()
