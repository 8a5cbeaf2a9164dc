"""What papers are and of which day and term, from their text alone: the file says nothing; all texts are invented."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import datetime

import pytest

from ingest.fact_types import Period
from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from ingest.model import Identity


def identity_of(text: str, gazetteer: Gazetteer, url: str | None = None) -> Identity:
    return identify(text, file="a1b2c3d4.txt", url=url, gazetteer=gazetteer)


TYPES = [
    pytest.param(
        "Besluiten raadsvergadering 15 februari 2024\n\n1 Agenda: ongewijzigd\n2 Verordening: aangenomen",
        "besluitenlijst",
        id="decisions of a meeting",
    ),
    pytest.param(
        "Bestuur\n\n8 mei 2024\n\nMotie van het lid Bos inzake de begroting 2025.\n\nDe raad,\nconstaterende dat het plein donker is,\nverzoekt het college:\n- lampen te plaatsen.",
        "motie",
        id="motion in a sentence",
    ),
    pytest.param(
        "Openstaande toezeggingen 2023\nNr | Toegezegd door | Omschrijving | Gereed voor\n1 | Bos | Brief | mei",
        "toezeggingenlijst",
        id="promises that are open",
    ),
    pytest.param(
        "Uitvoeringsplan raadsprogramma\n\nHet college werkt hierin het raadsprogramma uit.",
        "collegeprogramma",
        id="plan that carries the council's programme out",
    ),
    pytest.param(
        "Raad praat over wegen\n\n19 januari 2022 om 10:41 Politiek\n\nURMELO De partij heeft haar programma gepresenteerd. Deel dit artikel via:",
        "nieuws",
        id="news with the time behind the day",
    ),
    pytest.param("Verslag van de politieke avond van de gemeenteraad van Losser d.d. 3 mei 2012 Notulist: A. de Vries", "raadsverslag", id="report of an evening of the council"),
    pytest.param("De heer DE WIT: Waarom niet? Wethouder BOS: Dat kan niet. De VOORZITTER: De vraag is duidelijk. De heer DE WIT: Dank u.", "raadsverslag", id="speakers in capitals"),
    pytest.param("Agendapunt 1\nBesluit\n\nDe agenda wordt vastgesteld.\n\nHamerstukken\n\nBesluit\n\nDe raad stemt unaniem in met het voorstel.", "besluitenlijst", id="decision by decision"),
    pytest.param("Wat vindt u van onze website?\n\nBeleidsakkoord 2014-2018\n\nHet akkoord is vastgesteld.", "coalitieakkoord", id="agreement under another name"),
    pytest.param("Coalitie presenteert beleidsakkoord\n\nwoensdag, 07 mei 2014 13:09\n\nDe partijen hebben vandaag hun akkoord gepresenteerd.", "nieuws", id="news of an agreement"),
    pytest.param("Nieuwsbericht Nieuw coalitieakkoord\n\nDe partijen zijn het eens.", "nieuws", id="calls itself news"),
    pytest.param("Perspectieven- Nota 2032\n\nZoeken naar balans", "kadernota", id="broken name of a framework"),
    pytest.param("Reglement van orde voor de raad van de gemeente Losser, met toelichting.\n\nArtikel 1\n\nAmendement: een voorstel tot wijziging.", "regeling", id="title that ends in a full stop"),
    pytest.param("Leeswijzer\n\nHet collegeprogramma 2022-2026 is gebaseerd op het raadsakkoord.\n\nDe thema's volgen de negen programma's die in de stukken van de raad staan, te weten uit de programmabegroting:\n1. Wonen", "collegeprogramma", id="sentence that leads to a list"),
    pytest.param("Doelenboom\n\nRealisatie\n2016\n\nBegroting\n2017\n\nBegroting\n2018\n\n83%", "programmabegroting", id="heads of a table of indicators"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TYPES)
def test_the_type_shows_in_the_text(gazetteer: Gazetteer, text: str, expected: str) -> None:
    assert identity_of(text, gazetteer).doc_type.value == expected


def test_the_law_on_budgets_is_no_budget(gazetteer: Gazetteer) -> None:
    text = (
        "Jaarstukken 2018\n\nVolgens het Besluit Begroting en Verantwoording bevat deze paragraaf een inventarisatie."
    )
    assert identity_of(text, gazetteer).doc_type.value == "jaarstukken"


DATES = [
    pytest.param(
        "Verordening speelplaatsen\nArtikel 1 Begrippen. Aldus vastgesteld in de openbare raadsvergadering van 15 december 2022.",
        "2022-12-15",
        id="adopted, behind another sentence",
    ),
    pytest.param("Motie\nRaadsvergadering | 11 november 2021\nDe raad verzoekt", "2021-11-11", id="meeting in a table"),
    pytest.param("Feest in de wijk\n\n19 januari 2022 om 10:41 Politiek\n\nHet was druk.", "2022-01-19", id="day with a time"),
    pytest.param("BESLUITENLIJST COLLEGE WEEK 3 - 16 januari 2024\n\n01 Besluitenlijst 9 januari 2024\nBesluit\nVastgesteld.", "2024-01-16", id="week before the day, earlier list as an item"),
    pytest.param("Collegebesluiten 16 januari 2024\n\n1. Subsidie\nHet college besluit in te stemmen.", "2024-01-16", id="decisions of the board"),
    pytest.param("Besluiten van burgemeester en wethouders d.d. 16-01-2024\n\n1 Subsidie zwembad", "2024-01-16", id="decisions of mayor and aldermen"),
    pytest.param("Gemeenteraad Losser\nBesluitenlijst openbare raadsvergadering\nDonderdag 25 januari 2024, 20.00 uur\n\n3. Vaststelling besluitenlijst 14 december 2023\nConform", "2024-01-25", id="day below the title, earlier list adopted"),
    pytest.param("Raadsvergadering\n\ndinsdag 15 februari 2022\n\nBesluit\n\nDe besluitenlijst van 1 februari 2022 wordt ongewijzigd vastgesteld.", "2022-02-15", id="list of an earlier meeting is adopted"),
    pytest.param("Openbaar verslag vergadering raad Losser 24-04-2018\n\n01A Verslag vergadering 17 april 2018\n\nHet verslag wordt vastgesteld.", "2018-04-24", id="place between meeting and day"),
    pytest.param("Gemeenteraad\n\nAanvang-sluiting 13-11-2012 14:00 - 13-11-2012 23:00\n\nBesluit\n\nDe agenda wordt vastgesteld.\n\nBesluit\n\nDe raad stemt in.", "2012-11-13", id="start of the meeting"),
    pytest.param("GEMEENTEBLAD Officiële uitgave van gemeente Losser. Handhavingsbeleid Gepubliceerd in gemeenteblad: 1 september 2016", "2016-09-01", id="published in the gazette"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_the_day_is_the_papers_own(gazetteer: Gazetteer, text: str, expected: str) -> None:
    assert str(identity_of(text, gazetteer).date.value) == expected


TERMS = [
    pytest.param("Collegewerkprogramma\n\nUrmelo 2022-2026\n\nDit zijn onze acties.", (2022, 2026), id="below the name"),
    pytest.param("Verkiezingsprogramma\n\nOns programma voor 2026-2030\n\nWij willen groen.", (2026, 2030), id="programme for"),
    pytest.param("Collegeprogramma\n\nHet coalitieakkoord is de basis voor de raadsperiode 2018 – 2022.", (2018, 2022), id="term of the council"),
    pytest.param("Hoofdlijnenakkoord\n\nDe fracties werken samen voor de periode 2014-2018.", (2014, 2018), id="period"),
    pytest.param("Coalitieakkoord\n\nHet Coalitieakkoord 2023-2026 volgt op dat van 2021.", (2023, 2026), id="behind the name in a sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TERMS)
def test_an_agreement_is_for_the_term_it_speaks_of(gazetteer: Gazetteer, text: str, expected: tuple[int, int]) -> None:
    period = identity_of(text, gazetteer).plan_period.value
    assert period == Period(datetime.date(expected[0], 1, 1), datetime.date(expected[1], 12, 31))


def test_two_terms_leave_it_open(gazetteer: Gazetteer) -> None:
    text = (
        "Collegeprogramma\n\nIn de raadsperiode 2014-2018 is veel gedaan; in de raadsperiode 2018-2022 gaan wij door."
    )
    assert identity_of(text, gazetteer).plan_period.value is None


YEARS = [
    pytest.param("Voortgangsrapportage\n\nseptember 2024\n\nWat kwam er van de plannen?", 2024, id="month below the name"),
    pytest.param("Programmabegroting\n2025\nGemeente Urmelo", 2025, id="year below the name"),
    pytest.param("Programmabegroting\nOktober 2024\n\nVoor u ligt ons plan.", None, id="month of a begroting"),
    pytest.param("Openstaande toezeggingen 2023\nNr | Toezegging | Status\n1 | Brief | loopt", 2023, id="list without a day"),
    pytest.param("Leeswijzer\n\nDe jaarstukken zijn het sluitstuk. Hoofdstuk 1 is een terugblik op 2019.", 2019, id="only year in the text"),
    pytest.param("Voorwoord\n\nIn de voorliggende Kadernota 2018 staan de kaders.\n\nZoals in de Kadernota 2017 aangegeven, kiezen wij.", 2018, id="the one before us, not the last one"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), YEARS)
def test_the_year_shows_in_the_text(gazetteer: Gazetteer, text: str, expected: int | None) -> None:
    assert identity_of(text, gazetteer).reporting_year.value == expected


PLACES = [
    pytest.param(
        "Jaarstukken 2019\nBrandweer Gooise Kust\nVastgesteld door het dagelijks bestuur\nStationsweg 1, 1223 JN Hilversum",
        None,
        None,
        id="region with an office in a town",
    ),
    pytest.param("Verslag\n\nNamens de Stichting Welzijn Staphorst en inwoners van Rouveen. Staphorst bouwt.\n\nIngekomen stukken\n\nAfzender\nGemeente Putten", None, "Staphorst", id="who wrote an incoming letter"),
    pytest.param("Openbaar verslag", "https://provincie-utrecht.nl/besluiten/1", None, id="address of a province"),
    pytest.param("Commissie Samenleving", "https://ris9.voorbeeld.eu/Agenda/Details/Voorburg/12", "Leidschendam-Voorburg", id="place in the path"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "url", "expected"), PLACES)
def test_whose_paper_it_is(gazetteer: Gazetteer, text: str, url: str | None, expected: str | None) -> None:
    assert identity_of(text, gazetteer, url).municipality.value == expected


def test_a_title_that_lies_counts_less_than_the_one_that_is_printed(gazetteer: Gazetteer) -> None:
    text = "Raadsinformatiebrief\n\nGeachte leden van de raad,\n\nDe aannemer begint in mei."
    identity = identify(text, file="a.pdf", title="Programmabegroting 2019", gazetteer=gazetteer)
    assert identity.doc_type.value == "rib"


def test_the_name_of_a_plan_may_hold_its_subject(gazetteer: Gazetteer) -> None:
    period = identity_of("Nota grondbeleid 2024-2028\n\nDeze nota vervangt die van 2018.", gazetteer).plan_period.value
    assert period == Period(datetime.date(2024, 1, 1), datetime.date(2028, 12, 31))


def test_the_address_names_the_type_in_its_path_or_its_host(gazetteer: Gazetteer) -> None:
    for url in ("https://urmelo2018.2ebestuursrapportage.nl/p1/zorg", "https://financien.urmelo.nl/2e-berap-2018/zorg"):
        assert identity_of("Zorg\n\nEr is meer hulp.", gazetteer, url).doc_type.value == "tussenrapportage"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("Programmabegroting 2021-2024\n\nGemeente Hulst", "Programmabegroting 2021-2024", id="four years"),
        pytest.param("Programmabegroting 2024\nGemeente Hulst", "Programmabegroting 2024", id="one year"),
    ],
)
def test_a_budget_is_cited_with_all_its_years(text: str, title: str, gazetteer: Gazetteer) -> None:
    assert identify(text, file="a.pdf", title="Begroting", gazetteer=gazetteer).title == title
