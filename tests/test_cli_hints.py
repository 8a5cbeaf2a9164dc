"""What the command line says of a filter or a kind that doesn't exist: in plain Dutch, with what was probably meant."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from ingest.fact_types import Official
from ingest.identify.doc_types import doc_types
from speerpunt import cli, speak_dutch
from tests.index.making import document, identity, new_library, put

TEXT = "Wethouder Jeroen Hazelberg opent de haven."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("wenken") / "library"
    official = Official(10, 26, TEXT[10:26], 0.9, name="Jeroen Hazelberg", role="wethouder")
    with new_library(made) as library:
        put(library, document(TEXT, identity=identity("Waterdrecht"), facts=(official,)))
    return made


def facts(folder: Path, *arguments: str) -> Result:
    speak_dutch()
    return CliRunner().invoke(cli, ["facts", *arguments, "--format", "jsonl", "--library", str(folder)])


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--type", "Jaarverslag"), "Let op: de soort Jaarverslag bestaat niet. Bedoelt u jaarstukken?"),
        (("--type", "najaarsnotas"), "Let op: de soort najaarsnotas bestaat niet. Bedoelt u tussenrapportage?"),
        (("--type", "Kwats"), "Let op: de soort Kwats bestaat niet. Bedoelt u kadernota, nieuws of raadsvraag?"),
        (("--thema", "woningen"), "Let op: het thema woningen bestaat niet. Bedoelt u wonen-bouwen? Alle thema's"),
        (
            ("--thema", "kwats"),
            "De groepen zijn v1 (Veilige woon- en leefomgeving), v2 (Bedrijvigheid en veiligheid), ",
        ),
        (("--jaar", "23"), "Let op: 23 is geen jaar: dat heeft vier cijfers. Bedoelt u 2023?\n"),
        (("--jaar", "20231"), "Let op: 20231 is geen jaar: dat heeft vier cijfers.\n"),
        (("--bestuurder", "Hazelburg"), "bestuurder Hazelburg komt in geen stuk voor. Bedoelt u Jeroen Hazelberg?"),
        (("--bestuurder", "Quint"), "Let op: bestuurder Quint komt in geen stuk voor."),
        (("--gemeente", "Waterdregt"), "Bedoelt u Waterdrecht?"),
    ],
)
def test_a_filter_that_does_not_exist(folder: Path, asked: tuple[str, str], said: str) -> None:
    done = facts(folder, *asked)
    assert (done.exit_code, done.stdout) == (0, "")
    assert said in done.stderr
    assert ("Bedoelt" in done.stderr) == ("Bedoelt" in said)


def test_an_official_who_is_named_for_short_is_known(folder: Path) -> None:
    done = facts(folder, "--bestuurder", "hazelberg")
    assert (done.stdout.count("\n"), done.stderr) == (1, "")


@pytest.mark.parametrize(
    ("kind", "meant"),
    [("beloften", "toezegging"), ("Wethouders", "portefeuillehouder"), ("toezegingen", "toezeggingen")],
)
def test_a_kind_that_does_not_exist(folder: Path, kind: str, meant: str) -> None:
    done = facts(folder, kind)
    assert done.exit_code == 2
    assert f"De soort {kind} bestaat niet. Bedoelt u {meant}?" in done.stderr


def test_a_year_that_is_no_number(folder: Path) -> None:
    done = facts(folder, "--jaar", "vorig")
    assert done.exit_code == 2
    assert "vorig is geen geldig getal." in done.stderr


@pytest.mark.parametrize("asked", [("search", "--batch"), ("search", "haven", "--library")], ids=["file", "folder"])
def test_what_click_says_of_a_path_is_dutch(asked: tuple[str, ...], tmp_path: Path) -> None:
    """The wrong kind of path: a file that isn't there, a file where a folder should be."""
    path = tmp_path / "vragen.jsonl"
    if "--library" in asked:
        path.touch()
    speak_dutch()
    said = CliRunner().invoke(cli, [*asked, str(path)]).stderr.splitlines()[-1]
    wrong = "is een bestand, geen map" if "--library" in asked else "bestaat niet"
    assert said == f"Fout: Onjuiste waarde voor '{asked[-1]}': {path} {wrong}."


def test_the_help_names_every_type_of_document() -> None:
    said = CliRunner().invoke(cli, ["documents", "--help"]).stdout
    assert [each for each in doc_types() if each not in said] == []
