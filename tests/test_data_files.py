"""Every line of a data file steers something: left out, it changes what comes of its example."""

import pytest

from ingest import lexicon
from tests.conftest import ROOT
from tests.data_examples import LISTS, TABLES
from tests.index.test_index_data import OUTCOMES
from tests.leaving_out import dead_lines

SUFFIXES = {".txt", ".tsv", ".csv"}

EXCEPT = {
    "confidence.tsv theme_weights.tsv doc_type_places.tsv": "figures that a program fitted, looked up by their key",
    "demoniemen.tsv gemeenten.csv gemeentenamen.tsv kernen.tsv given_names.txt taakvelden.tsv": "a list of names",
    "verbs.tsv verbs_irregular.tsv function_words.tsv spreektaal.tsv synoniemen.tsv woorddelen.txt": "a dictionary",
    "themes.tsv theme_cues.tsv theme_examples.tsv": "what the themes are, measured on labelled passages",
    "calibration.txt": "texts to make the model by",
    "voorvoegsels.txt titles.txt": "read as the module is imported; each word counts for itself",
}


@pytest.mark.parametrize("package", ["ingest", "index"])
def test_every_data_file_is_among_these(package: str) -> None:
    steered = {*LISTS, *TABLES} if package == "ingest" else {*OUTCOMES}
    known = steered | {name for names in EXCEPT for name in names.split()}
    assert {path.name for path in (ROOT / package / "data").iterdir() if path.suffix in SUFFIXES} - known == set()


@pytest.mark.parametrize("name", sorted({name for names in EXCEPT for name in names.split()}))
def test_no_line_of_the_others_stands_there_twice(name: str) -> None:
    for package in ("ingest.data", "index.data"):
        if (ROOT / package.replace(".", "/") / name).exists():
            said = lexicon.without_comments(lexicon.raw_lines(package, name))
            assert len(set(said)) == len(said)


@pytest.mark.parametrize("name", LISTS)
def test_every_line_of_a_list_changes_its_example(name: str) -> None:
    assert dead_lines("ingest.data", name, LISTS[name], head=False) == []


@pytest.mark.parametrize("name", TABLES)
def test_every_row_of_a_table_changes_its_example(name: str) -> None:
    assert dead_lines("ingest.data", name, TABLES[name], head=True) == []
