"""Noise is told by what a whole sentence or line says, so that policy about the same things stays text."""

from collections.abc import Callable

import pytest

from ingest import noise

CASES: list[tuple[Callable[[str], bool], str, bool]] = [
    (noise.looks_like_contents, "Voorwoord 3\nJeugd 5\nVerkeer 9", True),
    (noise.looks_like_contents, "1. Inleiding ..... 4\n2. Veiligheid\nen leefbaarheid ..... 7\n3. Geld ..... 12", True),
    (noise.looks_like_contents, "Afgerond 5\nGeen voortgang 0\nIn uitvoering 17\nNieuw 3", False),
    (noise.looks_like_contents, "Lasten 2024: € 120\nBaten 2024: € 45\nSaldo: € 75", False),
    (noise.looks_like_contents, "Wij doen dit in 2024 en in 2025.", False),
    (noise.looks_like_index, "afval, 12, 14\nbrandweer, 3\ncameratoezicht, 8-9\ndrugs, 21", True),
    (noise.looks_like_index, "drugs, 21\nafval, 12", False),
    (noise.looks_like_menu, "Home > Bestuur > Raad", True),
    (noise.looks_like_menu, "ga terug", True),
    (noise.looks_like_menu, "Terug naar school is het thema van dit jaar.", False),
    (noise.looks_like_comment_form, "Plaats een reactie", True),
    (
        noise.looks_like_comment_form,
        "Uw e-mailadres wordt niet gepubliceerd. Verplichte velden zijn gemarkeerd met *",
        True,
    ),
    (noise.looks_like_comment_form, "Er kwamen 12 reacties op het plan binnen.", False),
    (noise.looks_like_login, "Je moet ingelogd zijn om te kunnen reageren.", True),
    (noise.looks_like_login, "Ambtenaren moeten inloggen met twee sleutels.", False),
    (noise.looks_like_cookie_notice, "Deze website gebruikt functionele cookies. Cookies weigeren", True),
    (noise.looks_like_cookie_notice, "De gemeente vraagt toestemming voor cookies op haar website.", False),
    (noise.looks_like_colophon, "Vormgeving: Studio Noord", True),
    (noise.looks_like_colophon, "De vormgeving van het plein is nog open.", False),
    (noise.looks_generated, "Deze pagina is gebouwd op 03/02/2024 12:00:01", True),
]


@pytest.mark.parametrize(
    ("predicate", "text", "expected"), CASES, ids=lambda value: getattr(value, "__name__", str(value)[:30])
)
def test_predicates(predicate: Callable[[str], bool], text: str, expected: bool) -> None:
    assert predicate(text) is expected


def test_long_text_is_never_chrome() -> None:
    assert not noise.is_chrome("Lees meer. " * 40)


def test_a_year_may_end_a_title_in_the_contents() -> None:
    assert noise.page_named("Jaarrekening 2023 ............ 131") == 131
    assert noise.page_named("Jaarrekening 2023") is None


def test_dots_lead_to_a_page_number() -> None:
    assert noise.has_leaders("1.2 Jeugd ............ 14")
    assert not noise.has_leaders("Wij wachten af ... tot 14 mei")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Terug naar navigatie - Wat willen we bereiken?", True, id="link of an online begroting"),
        pytest.param("Ga naar de inhoud van deze pagina Ga naar het zoeken Ga naar het menu", True, id="skip links"),
        pytest.param("Ziet u een fout in deze regeling? Meld het ons op regels@waterdrecht.nl!", True, id="register"),
        pytest.param("Bezig met laden.... (Bekijk nu de volledige tekst)", True, id="site that shows copies"),
        pytest.param('Download "Programmabegroting 2026 Gemeente Waterdrecht"', True, id="download"),
        pytest.param("Wij gebruiken op deze pagina cookies om het bezoek te tellen", True, id="cookies"),
        pytest.param("Alleen noodzakelijke cookies", True, id="button"),
        pytest.param("Permanente link", True, id="head of a box of a bank of rules"),
        pytest.param("Naar de door u bekeken versie", True, id="link of a bank of rules"),
        pytest.param("https://regels.example/CVDR799999/1", True, id="an address alone"),
        pytest.param("Content overslaan", True, id="skip link"),
        pytest.param("Een permanente link met de wijk blijft nodig.", False, id="a link with people"),
        pytest.param("De gemeente gaat terug naar navigatie op de sterren.", False, id="a sentence"),
        pytest.param("De transcriptie wordt door de griffie gemaakt.", False, id="about a transcript"),
        pytest.param("De gemeente plaatst geen cookies zonder toestemming.", False, id="policy about cookies"),
        pytest.param("Wat willen we bereiken?", False, id="question of a begroting"),
    ],
)
def test_furniture_of_web_pages(text: str, expected: bool) -> None:
    assert noise.is_chrome(text) is expected
