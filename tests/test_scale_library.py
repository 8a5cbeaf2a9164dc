"""The libraries that speed is measured on are such as the library can hold, and the same every time."""

from pathlib import Path

import numpy as np
import pytest

from evaluation.bench_scale import recalls
from evaluation.scale_library import MUNICIPALITIES, PASSAGES, Seed, documents
from index.library import Library
from ingest.fact_types import Amount, Official
from tests.index.making import ENCODER, document, new_library, put, vectors

TEXTS = ("De haven van Oosterhage kost geld.", "De raad spreekt over de brug.", "Wethouder Anna Smit bouwt woningen.")


@pytest.fixture
def seed(tmp_path: Path) -> Seed:
    stuk = document("\n".join(TEXTS))
    with new_library(tmp_path / "seed") as library:
        put(library, stuk)
        passages = tuple(library.passages([1, 2, 3]))
    facts = (Amount(0, 5, "De ha", 0.9, 5.0), Official(0, 5, "De ha", 0.9, "Anna Smit", "wethouder"))
    return Seed(passages, vectors(stuk), tuple((text,) for text in TEXTS), facts, ("Waterdrecht", "Oosterhage"))


def test_made_documents_are_whole_and_always_the_same(seed: Seed) -> None:
    ((first, rows),) = documents(seed, 1, start=MUNICIPALITIES + 1)
    ((again, same),) = documents(seed, 1, start=MUNICIPALITIES + 1)
    assert first == again
    assert np.array_equal(rows, same)
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert len(first.passages) == PASSAGES
    assert all(first.text[fact.start : fact.end] == fact.text for fact in first.facts)
    assert {fact.kind for fact in first.facts} == {"amount", "official"}
    assert first.identity.municipality.value == "Oosterhage"


def test_each_type_has_a_tenth_also_of_few_documents(seed: Seed) -> None:
    types = [made.identity.doc_type.value for made, _ in documents(seed, 20)]
    assert {types.count(one) for one in types} == {2}


def test_exact_search_has_all_of_the_nearest(seed: Seed, tmp_path: Path) -> None:
    with Library.create(tmp_path / "made", ENCODER.name, ENCODER.fingerprint, ENCODER.dimension) as library:
        for made, rows in documents(seed, 2):
            library.add(made, rows)
        library.refresh()
        found = recalls(library, np.stack([ENCODER.encode_query(text) for text in TEXTS]))
    assert found["recall@10 without a filter (100.0%)"] == "1.000"
    assert found["recall@10 one municipality (50.0%)"] == "1.000"
