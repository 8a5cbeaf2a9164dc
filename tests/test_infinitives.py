"""The infinitive of a weak participle that the list of verbs lacks, by spelling."""

import pytest

from ingest.grammar.verbs import infinitive_of


@pytest.mark.parametrize(
    ("participle", "infinitive"),
    [
        pytest.param("bijgepraat", "bijpraten", id="of a listed verb"),
        pytest.param("uitgekrabd", "uitkrabben", id="short vowel"),
        pytest.param("verschraald", "verschralen", id="long vowel"),
        pytest.param("opgeleukt", "opleuken", id="two signs for one vowel"),
        pytest.param("ingeboet", "inboeten", id="a stem in t"),
        pytest.param("bekleed", "bekleden", id="a stem in d"),
        pytest.param("afgetekend", "aftekenen", id="unstressed end"),
        pytest.param("gebeeldhouwd", "beeldhouwen", id="no particle"),
        pytest.param("verdoofd", "verdoven", id="f for v"),
        pytest.param("gegraasd", "grazen", id="s for z"),
        pytest.param("gefinetuned", "finetunen", id="english"),
        pytest.param("vergemakkelijkt", "vergemakkelijken", id="ge behind a prefix"),
        pytest.param("gewipt", "wippen", id="monosyllable"),
        pytest.param("geëgaliseerd", "egaliseren", id="trema"),
    ],
)
def test_infinitive_by_spelling(participle: str, infinitive: str) -> None:
    assert infinitive_of(participle) == infinitive
