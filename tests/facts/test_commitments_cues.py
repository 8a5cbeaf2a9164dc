"""Every row of the data files does what it says."""

import pytest

from ingest.facts.acts.cues import cues_in
from ingest.lexicon import read_rows
from tests.facts.committing import found, only


@pytest.mark.parametrize(
    "row", read_rows("commitment_cues.tsv"), ids=lambda row: f"{row['class']}: {row['example'][:40]}"
)
def test_every_cue_is_in_its_example(row: dict[str, str]) -> None:
    assert row["class"] in cues_in(row["example"])


@pytest.mark.parametrize("row", [*read_rows("actors.tsv")], ids=lambda row: row["example"][:40])
def test_every_own_actor_makes_its_example_a_commitment(row: dict[str, str]) -> None:
    paper = "coalitieakkoord" if row["kind"] == "party" else "programmabegroting"
    assert only(row["example"], paper).actor


@pytest.mark.parametrize("row", read_rows("third_parties.tsv"), ids=lambda row: row["example"][:40])
def test_every_third_party_counts_as_its_kind_says(row: dict[str, str]) -> None:
    assert bool(found(row["example"])) == (row["kind"] == "partner")
