"""Every noun for priorities goes with every frame and every kind of list: composed here, not listed one by one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.fact_types import Speerpunt
from ingest.facts.speerpunten import speerpunten
from ingest.files import find_files
from ingest.pipeline import read_document
from tests.facts.policy_documents import policy

NOUNS = (
    "speerpunten",
    "beleidsprioriteiten",
    "kernopgaven",
    "zwaartepunten",
    "pijlers",
    "thema's",
    "sporen",
    "aandachtsgebieden",
    "programmalijnen",
)
ITEMS = (
    ("schone straten", "een veilige haven", "zorg dichtbij huis"),
    ("het tegengaan van eenzaamheid", "betaalbaar wonen voor starters", "een bereikbaar centrum"),
    ("ondermijning", "jeugd en alcohol", "woonoverlast"),
)
SENTENCES = (
    "Het plan kent drie {nouns}: {items}.",
    "De raad heeft drie {nouns} benoemd: {items}.",
    "In het akkoord zijn drie belangrijke {nouns} vastgelegd, te weten {items}.",
    "Drie {nouns} staan centraal: {items}.",
    "Onze inzet concentreert zich op drie {nouns}: {items}.",
    "Het programma is opgebouwd langs drie {nouns}; {items}.",
    "De belangrijkste {nouns} van de visie zijn {items}.",
    "Dit jaar zijn de belangrijkste {nouns} {items}.",
    "De belangrijkste {nouns} binnen dit beleid betreffen {items}.",
    "Er zijn drie {nouns} gekozen. Dat zijn {items}.",
    "Er zijn drie {nouns} gekozen. Het gaat om {items}.",
    "De drie {nouns} ({items}) bepalen de begroting.",
    "De drie {nouns} – {items} – bepalen de begroting.",
    "Wij werken aan de drie {nouns} {items}.",
    "{items}. Dat zijn de drie {nouns} van deze visie.",
    "{items} vormen de drie {nouns} van dit plan.",
    "Samen vormen {items} de drie {nouns} van dit plan.",
)
LEADS = (
    "We onderscheiden de volgende {nouns}:",
    "De raad stelde drie {nouns} vast",
    "Samen met de bewoners zijn de volgende {nouns} bepaald:",
)
BULLETS = ("* {item}", "{number}. {item}", "{letter}. {item}")


def _in_line(items: tuple[str, ...]) -> str:
    return f"{', '.join(items[:-1])} en {items[-1]}"


def _listed(items: tuple[str, ...], bullet: str) -> str:
    lines = (bullet.format(item=item, number=i, letter="abc"[i - 1]) for i, item in enumerate(items, 1))
    return "\n".join(lines)


def _texts(nouns: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for i, sentence in enumerate(SENTENCES):
        items = ITEMS[i % len(ITEMS)]
        yield sentence.format(nouns=nouns, items=_in_line(items)), items
    for i, lead in enumerate(LEADS):
        for bullet in BULLETS:
            items = ITEMS[i % len(ITEMS)]
            yield f"{lead.format(nouns=nouns)}\n{_listed(items, bullet)}\nDe raad bespreekt dit in mei.", items
    for heading in (f"De drie {nouns}", f"Belangrijkste {nouns} 2026-2029"):
        below = "\n".join(f"## {item}\nTekst." for item in ITEMS[0])
        yield f"# {heading}\n{below}\n# Organisatie\nTekst.", ITEMS[0]


@pytest.mark.parametrize("nouns", NOUNS)
def test_any_noun_in_any_frame_with_any_list(nouns: str) -> None:
    found = [
        (text, {each.text.casefold() for each in speerpunten(policy(text, "beleidsnota"))}, items)
        for text, items in _texts(nouns)
    ]
    assert [(text, texts) for text, texts, items in found if texts != set(items)] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bij de uitvoering gelden drie uitgangspunten: maatwerk, eenvoud en rust.", id="principles"),
        pytest.param("Het loket is er voor drie doelgroepen: jongeren, ouderen en gezinnen.", id="whom it is for"),
        pytest.param("Het programma kent drie fasen: verkennen, ontwerpen en bouwen.", id="phases"),
        pytest.param("Voor de drie thema's gelden de volgende regels: rust, orde en netheid.", id="a list of rules"),
        pytest.param("Om de drie opgaven te halen doen we dit: praten, bouwen en meten.", id="a list of means"),
        pytest.param("Alle thema's komen terug: wonen, werken en groen.", id="all themes"),
        pytest.param("De drie landelijke prioriteiten zijn jeugd, water en wonen.", id="of the country"),
        pytest.param("Er is een aantal prioriteiten voort te zetten. De kosten, baten en lasten volgen.", id="goes on"),
        pytest.param("De prioriteiten zijn besproken en vastgesteld.", id="what was done with them"),
    ],
)
def test_list_of_something_else(text: str) -> None:
    assert speerpunten(policy(text, "beleidsnota")) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "Het plan heeft twee thema's: kracht van de wijk en samenwerking en netwerken.",
            ["kracht van de wijk", "samenwerking en netwerken"],
        ),
        (
            "De kernopgaven zijn de haven en het zorgen voor huizen en winkels.",
            ["de haven", "het zorgen voor huizen en winkels"],
        ),
        (
            "De aanpak volgt drie sporen: schuld voorkomen, vragen wat er speelt en kinderen laten meedoen.",
            ["schuld voorkomen", "vragen wat er speelt", "kinderen laten meedoen"],
        ),
    ],
    ids=["two with a pair", "article", "clauses"],
)
def test_number_that_a_text_states_tells_where_items_end(text: str, labels: list[str]) -> None:
    assert [each.label for each in speerpunten(policy(text, "beleidsnota"))] == labels


def test_titles_that_open_the_paragraphs_below_when_as_many_as_counted(tmp_path: Path) -> None:
    told = "De visie kent drie thema's. Ze hangen samen.\n\n{}\n\nDe raad beslist in mei over de visie."
    below = (f"{title}\nHier gaat het om wat de wijk nodig heeft." for title in ("Fijn wonen", "Schoon water", "Werk"))
    path = tmp_path / "visie.txt"
    path.write_text(told.format("\n\n".join(below)), encoding="utf-8")
    (job,) = find_files([path]).jobs
    found = [fact.label for fact in read_document(job).facts if isinstance(fact, Speerpunt)]
    assert found == ["Fijn wonen", "Schoon water", "Werk"]


def test_headings_anywhere_below_are_those_counted_when_as_many_follow() -> None:
    below = "# Wonen\nTekst.\n# Werken\nTekst.\n# Water\nTekst."
    text = f"# Opzet\nDe visie is gebouwd op drie thema's. Ze hangen samen.\n{below}"
    assert [each.label for each in speerpunten(policy(text, "beleidsnota"))] == ["Wonen", "Werken", "Water"]
    assert speerpunten(policy(f"{text}\n# Planning\nTekst.\n# Kosten van het plan\nTekst.", "beleidsnota")) == []


@pytest.mark.parametrize(
    ("text", "doc_type", "labels"),
    [
        (
            "Het beleid telt een viertal thema's; smokkel, wapens, zorg en water.",
            "ivp",
            ["smokkel", "wapens", "zorg", "water"],
        ),
        (
            "Onder de thema's Groen & gezond en Schoon & heel zijn projecten gestart.",
            "jaarstukken",
            ["Groen & gezond", "Schoon & heel"],
        ),
        ("De thema's in de Raad en het College zijn anders.", "jaarstukken", []),
        (
            "Het plan kent vijf thema's. Hieronder staan ze.\n# 1. Bomen\nTekst.\n# 2. Water\nTekst.",
            "beleidsnota",
            ["Bomen", "Water"],
        ),
        (
            "Er zijn drie ambities. Zoals rust en ruimte. Maar ook een haven en een dijk.",
            "ivp",
            ["rust", "ruimte", "een haven", "een dijk"],
        ),
        ("De avond had drie thema's: parkeren, groen en spelen.", "rib", []),
        ("De jeugd krijgt in deze periode extra aandacht. Dit krijgt extra aandacht.", "ivp", ["jeugd"]),
        ("Duurzaamheid is uitgegroeid tot een speerpunt van deze tijd.", "ivp", ["Duurzaamheid"]),
        ("Elk thema wordt uitgewerkt in speerpunten en doelen.", "ivp", []),
        ("Een scan helpt bij het stellen van prioriteiten.", "ivp", []),
        ("De partij heeft als speerpunt: een dorp waar jong en oud wonen.", "ivp", ["dorp waar jong en oud wonen"]),
        ("Wij kiezen ervoor specifiek aandacht te geven aan eenzame ouderen.", "ivp", ["eenzame ouderen"]),
        ("Wij zetten in op:", "ivp", []),
    ],
    ids=lambda value: value[:30] if isinstance(value, str) else "",
)
def test_frames_that_papers_have_besides(text: str, doc_type: str, labels: list[str]) -> None:
    assert [each.label for each in speerpunten(policy(text, doc_type))] == labels
