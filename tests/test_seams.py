"""Sentences that nobody wrote: two columns of a text that run through each other."""

from dataclasses import replace
from pathlib import Path

import pytest

from ingest.fact_types import Commitment
from ingest.facts import extract
from ingest.files import find_files
from ingest.model import Document, Passage
from ingest.pipeline import read_document
from ingest.seams import is_told, problem_of, torn_sentences

WOVEN = """\
De haven krijgt in het voorjaar een Er komt een plan voor de bomen langs
nieuwe steiger, zodat de veerboot ook bij de dijk. Met de bewoners kiezen we welke
laag water kan aanleggen. De kosten daar­ soorten er komen en wie ze water geeft
van betaalt de rederij voor de helft. in droge zomers.
Voor de vissers blijft plaats aan de Ook het plein voor de molen wordt groen.
oude kade, en het gemeente­ De tegels gaan eruit en er komt een
bestuur spreekt met hen af hoe laat zij We onderzoeken of er onder het plein
mogen lossen. De afspraken staan in het een kelder voor regenwater past.
havenreglement dat elk jaar wordt Daarnaast krijgt iedere straat een
herzien door de havenmeester en de boom­ meester die de grond in de gaten houdt
raad van toezicht. en verdroging meldt.
"""

PLAIN = """\
De haven krijgt in het voorjaar een nieuwe steiger, zodat de veerboot ook bij
laag water kan aanleggen. De kosten daarvan betaalt de rederij voor de helft.

Voor de vissers blijft plaats aan de oude kade. Het college spreekt met hen af
hoe laat zij mogen lossen. Er komt een plan voor de bomen langs de dijk. We
kiezen met de bewoners welke soorten er komen en wie ze water geeft.
"""

NO_SEAMS = {
    "a name with an article": "De stichting De Windroos en de wijk Het Zand krijgen samen een buurthuis.",
    "a hanging hyphen": "De jeugd- en jongerenraad en de in- of uitstroom van de sport- respectievelijk cultuurclubs.",
    "a law": "Daarvoor is de Wet open overheid, en voor zorg de Wet langdurige zorg, het kader.",
    "an article in a name": "Bij de stichting In goede handen en door Voor elkaar wordt het de moeite waard.",
    "a code with a letter": "D2.1.a Wij leggen de fietsstraat aan langs de haven.",
    "a quote": "Op de poster staat: “We zijn er voor elkaar”, en daaronder de naam van het dorp.",
}


def read(text: str, folder: Path) -> Document:
    (folder / "coalitieakkoord-waterdrecht-2022.txt").write_text(text, encoding="utf-8")
    return read_document(find_files([folder]).jobs[0])


def torn(text: str) -> list[str]:
    return [text[start:end] for start, end in torn_sentences(text, [Passage(0, len(text))])]


def test_columns_that_run_through_each_other_are_told_and_the_text_stays(tmp_path: Path) -> None:
    read_in = read(WOVEN, tmp_path)
    assert (read_in.text, read_in.status) == (WOVEN, "partial")
    assert is_told(read_in.problems)
    assert read_in.problems[0].startswith("Kolommen lopen op sommige plaatsen door elkaar: ")


def test_nobody_promises_in_them(tmp_path: Path) -> None:
    read_in = read(WOVEN, tmp_path)
    unnoticed = replace(read_in, passages=())
    assert [fact for fact in extract(unnoticed) if isinstance(fact, Commitment)]
    assert not [fact for fact in read_in.facts if isinstance(fact, Commitment)]


def test_a_text_in_its_order_is_whole(tmp_path: Path) -> None:
    read_in = read(PLAIN, tmp_path)
    assert (read_in.status, read_in.problems) == ("ok", ())
    assert any(isinstance(fact, Commitment) for fact in read_in.facts)


@pytest.mark.parametrize("text", NO_SEAMS.values(), ids=NO_SEAMS)
def test_no_seam(text: str) -> None:
    assert torn(f"{text}\n\n" * 20) == []


@pytest.mark.parametrize(
    "line",
    [
        "Wij planten bomen langs de Het college spreekt met de school.",
        "Wij planten bomen langs de worden twee bruggen hersteld.",
        "Wij planten bomen langs Daarnaast komt er een brug.",
        "Wij planten bomen bij het gemeente\u00ad de brug wordt hersteld.",
    ],
)
def test_seam(line: str) -> None:
    assert len(torn(f"{line}\n\n" * 6)) == 6


def test_what_stands_far_from_the_seams_is_whole() -> None:
    far = "De brug bij de sluis gaat elke dag twee keer open voor de boten van de vissers. " * 30
    text = f"{WOVEN}\n\n{far}"
    ends = [end for _, end in torn_sentences(text, [Passage(0, len(text))])]
    assert len(WOVEN) - 10 < max(ends) < len(WOVEN) + 1100


def test_a_seam_or_two_in_a_long_text_is_no_matter() -> None:
    assert torn(f"{PLAIN}\n" * 30 + "Wat wij willen is een dorp waar We zorgen voor de haven en de dijk.") == []


def test_the_problem_is_known_by_its_words() -> None:
    assert is_told((problem_of([(0, 3)]),))
    assert not is_told(("De tekst is in UTF-16 opgeslagen.",))
