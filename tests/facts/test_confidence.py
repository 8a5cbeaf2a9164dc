"""How sure a fact is: measured shares in place of the ranks of rules."""

from collections import Counter
from itertools import pairwise

import pytest

from evaluation.calibrate import KINDS, rising, shares, table
from ingest.fact_types import Amount, Fact, Speerpunt
from ingest.facts import extract, ranked
from ingest.facts.confidence import GROUPS, calibrated, group_of
from ingest.lexicon import read_rows
from tests.facts.policy_documents import policy


def test_table_has_every_kind_and_group_with_shares_that_never_fall() -> None:
    for kind in KINDS:
        for group in GROUPS:
            rows = [row for row in read_rows("confidence.tsv") if (row["kind"], row["group"]) == (kind, group)]
            assert [float(row["rank"]) for row in rows] == [0.0, 0.5, 0.65, 0.8]
            assert all(float(a["share"]) <= float(b["share"]) for a, b in pairwise(rows))


def test_surer_rule_never_gets_less() -> None:
    facts = [calibrated(Speerpunt(0, 5, "groen", rank, label="groen"), "kadernota") for rank in (0.45, 0.7, 0.85)]
    assert facts[0].confidence <= facts[1].confidence <= facts[2].confidence


def test_sums_in_tables_indicators_and_goals_have_shares_of_their_own_that_never_fall() -> None:
    for kind in ("table_amount", "indicator", "goal"):
        rows = [row for row in read_rows("confidence.tsv") if row["kind"] == kind]
        assert [(row["group"], float(row["rank"])) for row in rows] == [("-", rank) for rank in (0.0, 0.5, 0.65, 0.8)]
        assert all(float(a["share"]) <= float(b["share"]) for a, b in pairwise(rows))


@pytest.mark.parametrize("rank", [0.42, 0.6, 0.9])
def test_a_sum_in_a_table_has_another_share_than_one_in_a_sentence(rank: float) -> None:
    shares_of = {
        row["kind"]: float(row["share"])
        for row in read_rows("confidence.tsv")
        if row["kind"] in ("amount", "table_amount")
        and row["group"] in ("report", "-")
        and float(row["rank"]) == max(step for step in (0.0, 0.5, 0.65, 0.8) if step <= rank)
    }
    row, sentence = (Amount(0, 3, "400", rank, value_eur=400.0, row=label) for label in ("Wegen", None))
    assert calibrated(row, "jaarstukken").confidence == shares_of["table_amount"]
    assert calibrated(sentence, "jaarstukken").confidence == shares_of["amount"]


def test_ranks_that_were_not_seen_stay_near_themselves() -> None:
    rows = [line.split("\t") for line in table(Counter({("goal", "-", 0.8, True): 40})) if line.startswith("goal")]
    assert [row[3] for row in rows] == ["0.40", "0.50", "0.65", "0.95"]


def test_a_group_where_more_was_wrong_is_less_sure() -> None:
    seen = Counter({("commitment", "plan", 0.8, True): 40, ("commitment", "letter", 0.8, True): 20})
    seen["commitment", "letter", 0.8, False] = 20
    rows = [line.split("\t") for line in table(seen) if line.startswith("commitment") and "\t0.8\t" in line]
    shares_of = {row[1]: float(row[3]) for row in rows}
    assert shares_of["letter"] < shares_of["meeting"] < shares_of["plan"]


def test_only_the_confidence_changes() -> None:
    document = policy("Wij bouwen in 2027 een brug.")
    assert [(f.kind, f.start, f.text) for f in extract(document)] == [
        (f.kind, f.start, f.text) for f in ranked(document)
    ]


def test_kind_without_a_table_keeps_its_rank() -> None:
    assert calibrated(Fact(0, 3, "Bos", 0.42), "rib").confidence == 0.42


@pytest.mark.parametrize(("doc_type", "group"), [("rib", "letter"), ("kadernota", "plan"), (None, "plan")])
def test_group(doc_type: str | None, group: str) -> None:
    assert group_of(doc_type) == group


def test_few_facts_stay_near_the_prior() -> None:
    assert shares([(0, 0), (2, 0), (0, 0), (92, 0)]) == pytest.approx([0.8, 0.82, 0.82, 0.984], abs=0.006)


def test_a_group_that_was_not_seen_gets_the_shares_of_its_kind() -> None:
    seen = Counter({("speerpunt", "plan", 0.8, True): 92, ("speerpunt", "plan", 0.0, False): 2})
    rows = [line.split("\t") for line in table(seen) if line.startswith("speerpunt\tletter")]
    assert [row[3] for row in rows] == ["0.64", "0.80", "0.80", "0.95"]


def test_values_that_fall_are_pooled_by_weight() -> None:
    assert rising([(0.9, 10), (0.6, 20), (0.8, 5)]) == pytest.approx([0.7, 0.7, 0.8])
