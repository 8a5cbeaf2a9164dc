"""The ways in which papers mislead: letterheads, years, plans, names and addresses; all texts here are invented."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

from dataclasses import dataclass, field

import pytest

from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from ingest.model import Identity


@dataclass(frozen=True)
class Case:
    """A paper and what it is: the fields that are given must come out so, None for what it doesn't say."""

    text: str
    expected: dict[str, str | int | None]
    file: str = "a1b2c3d4.txt"
    title: str | None = None
    url: str | None = None
    furniture: tuple[str, ...] = field(default=())
    hints: tuple[tuple[str, str], ...] = field(default=())


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def shown(identity: Identity) -> dict[str, str | int | None]:
    period, date = identity.plan_period.value, identity.date.value
    return {
        "municipality": identity.municipality.value,
        "doc_type": identity.doc_type.value,
        "reporting_year": identity.reporting_year.value,
        "plan_period": f"{period.start.year}-{period.end.year}" if period and period.start and period.end else None,
        "date": date.isoformat() if date else None,
    }


def check(case: Case, gazetteer: Gazetteer) -> None:
    identity = identify(
        case.text,
        file=case.file,
        title=case.title,
        url=case.url,
        furniture=case.furniture,
        hints=case.hints,
        gazetteer=gazetteer,
    )
    found = shown(identity)
    assert {name: found[name] for name in case.expected} == case.expected


LETTERS = [
    pytest.param(
        Case(
            "Gemeente Losser\nPostbus 90\n7580 AB Losser\n\nOns kenmerk\n24.0017331\nOnderwerp\nStand van zaken zwembad\nDatum\n9 april 2024\nBehandeld door\nteam Vastgoed\n\nGeachte raad,\n\nOp 12 maart 2024 vroeg u ons naar het zwembad. Wij laten u weten dat de bouw vordert.\n\nHoogachtend,\nburgemeester en wethouders van Losser",
            {
                "municipality": "Losser",
                "doc_type": "rib",
                "reporting_year": 2024,
                "plan_period": None,
                "date": "2024-04-09",
            },
        ),
        id="labels above their values, in another order",
    ),
    pytest.param(
        Case(
            "Aan de leden van de gemeenteraad\n\nUw brief van    Uw kenmerk    Ons kenmerk    Datum\n3 mei 2021    -    21.334    1 juni 2021\n\nOnderwerp: herinrichting Dorpsstraat\n\nGeachte leden van de raad,\n\nDe Dorpsstraat in Borne wordt opgeknapt. Borne krijgt een plein.\n\nBurgemeester en wethouders van Borne",
            {"municipality": "Borne", "doc_type": "rib", "date": "2021-06-01"},
        ),
        id="a row of labels above a row of values, the letter answered first",
    ),
    pytest.param(
        Case(
            "Raadsbrief\n\nVan: college van B&W van de gemeente Elburg\nAan: gemeenteraad\nVerzenddatum: 2 5 SEP. 2019\nBetreft: evaluatie hondenbeleid\n\nGeachte raad,\n\nHierbij de evaluatie.",
            {"municipality": "Elburg", "doc_type": "rib", "date": "2019-09-25"},
        ),
        id="stamp of a day with spaces between its figures",
    ),
    pytest.param(
        Case(
            "College van burgemeester en wethouders Gemeente Epe\n\nCollegebrief\n\nEpe, de negende juni tweeduizend vierentwintig\n\nGeachte raad,\n\nWij bieden u de startnotitie aan.",
            {"municipality": "Epe", "doc_type": "rib", "date": "2024-06-09"},
        ),
        id="a date in words only",
    ),
    pytest.param(
        Case(
            "Memo\n\nAan : de gemeenteraad van Tubbergen\nVan : wethouder Financiën\nD.d. : 14-11-'23\nBetreft : septembercirculaire\n\nDe circulaire van 19 september 2023 geeft een voordeel.",
            {"municipality": "Tubbergen", "doc_type": "rib", "date": "2023-11-14"},
        ),
        id="d.d. with a year of two figures",
    ),
    pytest.param(
        Case(
            "INFORMATIENOTA\n\nDatum vergadering college 5 december 2023\nDatum raad -\nOnderwerp jaarwisseling\nGemeente Dalfsen\n\nKennisnemen van\nDe maatregelen. Vorig jaar, op 31 december 2022, was het onrustig.",
            {"municipality": "Dalfsen", "doc_type": "rib", "date": "2023-12-05"},
        ),
        id="the college's meeting is the day",
    ),
    pytest.param(
        Case(
            "gemeente\nNoordenveld\n\nRaadsinformatiebrief\n\nDatum 2024-02-06\nZaaknummer 33.912\n\nOp 3 januari 2024 vond een brand plaats aan de Utrechtseweg in Roden. De politie Noord-Nederland onderzoekt de zaak met de gemeente Assen.",
            {"municipality": "Noordenveld", "doc_type": "rib", "date": "2024-02-06"},
        ),
        id="street named after a city, neighbour in passing",
    ),
    pytest.param(
        Case(
            "Beantwoording technische vragen jaarstukken 2022\n\nFractie: Dorpsbelang\nDatum indiening: 4 juni 2023\nDatum beantwoording: 12 juni 2023\nGemeente Wijchen\n\nVraag 1\nWaarom is er minder besteed?\nAntwoord\nDe bouw liep uit.",
            {"municipality": "Wijchen", "doc_type": "raadsvraag", "date": "2023-06-12"},
        ),
        id="questions and answers, the answers' day is the paper's",
    ),
]

MEETINGS = [
    pytest.param(
        Case(
            "BESLUITENLIJST\nopenbare vergadering van de raad van de gemeente Heerde\ngehouden op maandag 4 juli 2022 om 19.30 uur\n\n1. Opening\n2. Vaststelling besluitenlijst 30 mei 2022\nDe lijst wordt vastgesteld.\n3. Jaarstukken 2021\nDe raad besluit de jaarstukken 2021 vast te stellen.",
            {
                "municipality": "Heerde",
                "doc_type": "besluitenlijst",
                "reporting_year": 2022,
                "plan_period": None,
                "date": "2022-07-04",
            },
        ),
        id="meeting that adopts the jaarstukken",
    ),
    pytest.param(
        Case(
            "Openbare besluitenlijst\nVergadering Burgemeester en Wethouders week 23, dinsdag 6-6-2023\nGemeente Zuidplas\n\nVastgesteld op 13-6-2023\n\n1. Besluit: akkoord.",
            {"municipality": "Zuidplas", "doc_type": "besluitenlijst", "date": "2023-06-06"},
        ),
        id="the meeting's day, not that of the adoption a week later",
    ),
    pytest.param(
        Case(
            "Verslag van de vergadering van de commissie Samenleving\n\nDatum: 8 februari 2024\nPlaats: raadzaal Veere\nAanwezig: de leden\n\nDe voorzitter opent de vergadering om 20.00 uur. Wethouder Maas zegt toe dat de raad voor 1 mei 2024 een brief krijgt.",
            {"municipality": "Veere", "doc_type": "raadsverslag", "date": "2024-02-08"},
        ),
        id="commission's minutes with a promise",
    ),
    pytest.param(
        Case(
            "Gemeenteraad\n\ndonderdag 19 september 2024 20:00 - 22:30\nLocatie:\nRaadzaal\nVoorzitter:\nde burgemeester\n\nUitzending\n\nAgendapunten\n\n1\nOpening\n\nBesluit\nDe voorzitter opent de vergadering.\n\n2\nVaststellen van de agenda\n\nBesluit\nDe raad stelt de agenda vast.",
            {"doc_type": "besluitenlijst", "date": "2024-09-19", "municipality": "Tholen"},
            url="https://tholen.bestuurlijkeinformatie.nl/Agenda/Index/1",
        ),
        id="meeting page of a council's site with its decisions",
    ),
    pytest.param(
        Case(
            "MOTIE\n\nDe raad van de gemeente Ommen, in vergadering bijeen op 7 november 2024, gehoord de beraadslaging over de Programmabegroting 2025-2028,\n\nconstaterende dat de kermis duur is;\n\nverzoekt het college de leges te verlagen en gaat over tot de orde van de dag.",
            {
                "municipality": "Ommen",
                "doc_type": "motie",
                "reporting_year": 2024,
                "plan_period": None,
                "date": "2024-11-07",
            },
        ),
        id="motie at a begroting",
    ),
    pytest.param(
        Case(
            "Amendement A3\n\nAgendapunt 7 Kadernota 2026\n\nDe raad van de gemeente Urk in vergadering bijeen op 3 juli 2025\n\nbesluit beslispunt 2 als volgt te wijzigen:",
            {"municipality": "Urk", "doc_type": "amendement", "date": "2025-07-03"},
        ),
        id="amendement at a kadernota",
    ),
    pytest.param(
        Case(
            "Amendementen\n\nParkeren in het centrum\n\nID\n\n44\n\nOnderwerp\n\nParkeren in het centrum\n\nToelichting\n\nAmendeert het besluit als volgt: artikel 3 wordt gewijzigd. De schriftelijke vragen van mei zijn beantwoord.\n\nDatum\n\n4-6-2024\n\nStatus\n\nAangenomen",
            {"doc_type": "amendement", "date": "2024-06-04"},
        ),
        id="record of an amendement in a council's system",
    ),
]

CYCLE = [
    pytest.param(
        Case(
            "Programmabegroting 2026-2029\n\nGemeente Rheden\nSeptember 2025\n\nVoor u ligt de programmabegroting 2026. In 2025 stelde u de kadernota 2026 vast.",
            {
                "municipality": "Rheden",
                "doc_type": "programmabegroting",
                "reporting_year": 2026,
                "plan_period": "2026-2029",
                "date": None,
            },
        ),
        id="begroting for four years, made the year before",
    ),
    pytest.param(
        Case(
            "Gemeente Oldebroek\n\nBegroting 2025\nen meerjarenraming 2026-2028\n\nVastgesteld in de raadsvergadering van 7 november 2024",
            {
                "municipality": "Oldebroek",
                "doc_type": "programmabegroting",
                "reporting_year": 2025,
                "plan_period": None,
                "date": "2024-11-07",
            },
        ),
        id="begroting adopted in the year before",
    ),
    pytest.param(
        Case(
            "Jaarstukken 2023\n\nGemeente Twenterand\n\nVastgesteld door de raad op 2 juli 2024\n\nWat wilden we bereiken? (tekst uit Begroting 2023)\nWe gaan in 2023 meer handhaven.\nWat hebben we bereikt?\nIn 2023 werd meer gehandhaafd. In 2024 gaan we verder.",
            {"municipality": "Twenterand", "doc_type": "jaarstukken", "reporting_year": 2023, "date": "2024-07-02"},
        ),
        id="jaarstukken adopted the year after, with the plan's text",
    ),
    pytest.param(
        Case(
            "2e bestuursrapportage 2024\n\nGemeente Raalte\n\nDe cijfers zijn van 1 september 2024 (peildatum). De 1e bestuursrapportage 2024 is in juni 2024 vastgesteld. De begroting 2025 volgt.",
            {"municipality": "Raalte", "doc_type": "tussenrapportage", "reporting_year": 2024, "date": None},
        ),
        id="second bestuursrapportage with a peildatum",
    ),
    pytest.param(
        Case(
            "Bestuursrapportage 2012 - II\n\n(periode januari t/m augustus 2012)\n\nIn december 2011 is de 2e bestuursrapportage 2011 behandeld.",
            {"municipality": None, "doc_type": "tussenrapportage", "reporting_year": 2012},
        ),
        id="bestuursrapportage of nobody",
    ),
    pytest.param(
        Case(
            "Inleiding\n\nDe Eerste Bestuursrapportage 2018 heeft als peildatum 1 april 2018. De afwijkingen van de Begroting 2018 zijn klein. In de Tweede Bestuursrapportage 2018 volgt meer.",
            {"doc_type": "tussenrapportage", "reporting_year": 2018, "date": None},
        ),
        id="page of a bestuursrapportage that names itself in a sentence",
    ),
    pytest.param(
        Case(
            "Kadernota 2027\n\nGemeente Nijkerk, mei 2026\n\nDe kadernota 2027 geeft richting aan de begroting 2027-2030. Bij de jaarrekening 2025 hielden we over. In 2026 bouwen we, in 2026 sparen we, in 2026 delen we.",
            {"municipality": "Nijkerk", "doc_type": "kadernota", "reporting_year": 2027, "date": None},
        ),
        id="kadernota that speaks mostly of other years",
    ),
    pytest.param(
        Case(
            "Overzicht van baten en lasten\n\nDe rekening van baten en lasten geeft als onderdeel van de jaarrekening inzicht in het jaar.\n\nProgramma Primitieve begroting 2022 Bijgestelde begroting 2022 Realisatie 2022\nBestuur 329 400 410",
            {"doc_type": "jaarstukken", "reporting_year": 2022},
        ),
        id="page of the jaarrekening's tables",
    ),
    pytest.param(
        Case(
            "Veiligheid\n\nWat wilden we bereiken?\nEen veilig dorp.\nWat hebben wij daarvoor gedaan in 2022?\nIndicatoren B2022 R2022\nWat heeft het gekost in 2022?\nBegroting na wijziging 2022 Rekening 2022",
            {"doc_type": "jaarstukken", "reporting_year": 2022},
        ),
        id="questions of a jaarverslag with the year behind them",
    ),
    pytest.param(
        Case(
            "Voorjaarsnota 2023\n\nInhoud\n1. Inleiding ... 2\n\n1. Inleiding\nHet doel van de voorjaarsnota is een actueel beeld te schetsen van de gevolgen van beleid voor de jaren 2024 t/m 2027 en een afweging te maken tussen bestaand beleid en nieuwe wensen.",
            {"doc_type": "kadernota", "reporting_year": 2023},
        ),
        id="voorjaarsnota about the years to come",
    ),
    pytest.param(
        Case(
            "Leeswijzer\n\nDe kadernota hebben we onderverdeeld in vier rubrieken. Per programma geven we de doelen en de financiën. Bij financiële kaders staan de uitgangspunten voor het opstellen van de begroting.",
            {"doc_type": "kadernota"},
        ),
        id="leeswijzer of a kadernota",
    ),
    pytest.param(
        Case(
            "Programma 4 Wonen\n\nWat willen we bereiken?\nVoldoende woningen.\nWat gaan we doen?\nIn 2026 starten we met de bouw.",
            {"municipality": "Waalre", "doc_type": "programmabegroting", "reporting_year": 2026},
            file="programmarekening_2019.txt",
            url="https://waalre.begroting-2026.nl/p221/wonen",
        ),
        id="file named after another paper",
    ),
    pytest.param(
        Case(
            "Jaarverslag en jaarrekening 2020\n\nGemeente Hattem\n\nDe uitkomst over 2020 was gunstig.",
            {"municipality": "Hattem", "doc_type": "jaarstukken", "reporting_year": 2020},
            title="Microsoft Word - Begroting 2018 Kampen.docx",
        ),
        id="PDF title of the file it was made from",
    ),
    pytest.param(
        Case(
            "Aanbiedingsbrief\nVoor u ligt de (meerjaren)programmabegroting 2023-2026. In de perspectiefnota zagen we tekorten.\nDe voorliggende meerjarenprogrammabegroting 2023 – 2026 is sluitend.",
            {"doc_type": "programmabegroting", "reporting_year": 2023, "plan_period": "2023-2026"},
        ),
        id="begroting with a bracket in its name",
    ),
]

PLANS = [
    pytest.param(
        Case(
            "Integraal Veiligheidsplan 2023-2026\nGemeente Beesel\n\nVastgesteld op 14 februari 2023\n\nDit plan volgt op het Integraal Veiligheidsplan 2019-2022 en sluit aan op het Regionaal Meerjarenbeleidsplan 2021-2024. Het uitvoeringsplan 2023-2024 volgt.",
            {
                "municipality": "Beesel",
                "doc_type": "ivp",
                "reporting_year": None,
                "plan_period": "2023-2026",
                "date": "2023-02-14",
            },
        ),
        id="plan that cites the former and the regional one",
    ),
    pytest.param(
        Case(
            "Integraal veiligheidsplan Kromme Rijn 2021-2024\n\nGemeenten Bunnik, Houten en Wijk bij Duurstede\n\nDe drie gemeenten werken samen met de Veiligheidsregio Utrecht.",
            {"municipality": None, "doc_type": "ivp_regionaal", "plan_period": "2021-2024"},
        ),
        id="one plan of three municipalities",
    ),
    pytest.param(
        Case(
            "Samen veilig\n\ngemeente Gulpen-Wittem gemeente Meerssen gemeente Vaals\n\nIntegraal Veiligheidsplan 2024-2027\n\nDit IVP geldt in de drie gemeenten.",
            {"municipality": None, "doc_type": "ivp_regionaal", "plan_period": "2024-2027"},
        ),
        id="cover with three municipalities side by side",
    ),
    pytest.param(
        Case(
            "Veiligheidsstrategie Noord-Holland 2023-2026\n\nVeiligheidsregio Noord-Holland Noord en de politie-eenheid Noord-Holland\n\nRegionaal meerjarenbeleidsplan van de gemeenten in de eenheid.",
            {"municipality": None, "doc_type": "ivp_regionaal", "plan_period": "2023-2026"},
        ),
        id="regional body with a province's name",
    ),
    pytest.param(
        Case(
            "Uitvoeringsprogramma Integrale Veiligheid 2025\n\nbij het Integraal Veiligheidsplan 2023-2026\n\nGemeente Ermelo, vastgesteld door het college op 10 december 2024\n\nActie Trekker Planning",
            {
                "municipality": "Ermelo",
                "doc_type": "uitvoering_veiligheid",
                "reporting_year": 2025,
                "plan_period": None,
                "date": "2024-12-10",
            },
        ),
        id="programme for a year under a plan for four",
    ),
    pytest.param(
        Case(
            "Veiligheidsplan 2018\nbehorende bij de Kadernota Veiligheid 2015-2018\nGemeente Bladel Afdeling Bestuur 21-11-2017 1\nInhoudsopgave",
            {"municipality": "Bladel", "date": "2017-11-21"},
        ),
        id="a cover's line with department, day and page",
    ),
    pytest.param(
        Case(
            "Samen aan de slag\nCoalitieakkoord 2026-2030\nVVD, CDA, Lokaal Belang\nGemeente Westvoorne-Brielle\n\nDe raad stemde op 3 juni 2026.",
            {"doc_type": "coalitieakkoord", "plan_period": "2026-2030"},
        ),
        id="agreement of parties",
    ),
    pytest.param(
        Case(
            "Coalitie akkoord 2022 - 2026\n\nDe basis op orde. Wij gaan aan de slag met dit akkoord.",
            {"doc_type": "coalitieakkoord", "plan_period": "2022-2026"},
        ),
        id="agreement written as two words",
    ),
    pytest.param(
        Case(
            "College-uitvoeringsprogramma 2026-2030\n\nHet programma is een vertaling van het Raadsbreed Akkoord 2026-2030, met portefeuillehouders en planning.",
            {"doc_type": "collegeprogramma", "plan_period": "2026-2030"},
        ),
        id="programme that works out an agreement",
    ),
    pytest.param(
        Case(
            "Verkiezingsprogramma 2026-2030\nD66 Haaksbergen\n\nWij willen meer groen. Wij kiezen voor de fiets. Op 18 maart 2026 zijn de gemeenteraadsverkiezingen.",
            {
                "municipality": "Haaksbergen",
                "doc_type": "verkiezingsprogramma",
                "plan_period": "2026-2030",
                "date": None,
            },
        ),
        id="election programme with election day",
    ),
]

RULES = [
    pytest.param(
        Case(
            "Regeling vervallen per 01-01-2024\n\nVerordening kermissen Ede 2020\n\nGeldend van 02-03-2020 t/m 31-12-2023\n\nIntitulé\n\nDe raad van de gemeente Ede;\n\ngelezen het voorstel van burgemeester en wethouders d.d. 7 januari 2020;\n\ngelet op artikel 149 van de Gemeentewet;\n\nbesluit vast te stellen:\n\nArtikel 1",
            {"municipality": "Ede", "doc_type": "regeling", "reporting_year": None, "plan_period": None, "date": None},
        ),
        id="validity and proposal are no date of the rule",
    ),
    pytest.param(
        Case(
            "Vaals\n\nReglement kunstcommissie\n\nGegevens van de regeling\nOrganisatieVaals\nOrganisatietypeGemeente\nVastgesteld doorgemeenteraad\nOnderwerpcultuur\n\nDatum inwerkingtreding\n\nBetreft\n\nDatum ondertekening\n\nBron bekendmaking\n\n01-04-2019nieuwe regeling\n\n19-03-2019\n\nGemeenteblad 2019, 55\n\nTekst van de regeling\n\nArtikel 1",
            {"municipality": "Vaals", "doc_type": "regeling", "date": "2019-03-19"},
        ),
        id="signed on the second of two days in the register's table",
    ),
    pytest.param(
        Case(
            "Venlo\n\nIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\n\nWetstechnische informatie\n\nGegevens van de regeling\nOrganisatieVenlo\nOfficiële naam regelingIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\nVastgesteld doorgemeenteraad\nOnderwerpopenbare orde en veiligheid\n\nTekst van de regeling\n\nIntitulé\n\nIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\n\nVoor u ligt het Integraal Veiligheidsplan.",
            {"municipality": "Venlo", "doc_type": "ivp", "plan_period": "2024-2027"},
        ),
        id="a plan in the register of rules",
    ),
    pytest.param(
        Case(
            "Regels sluiting van panden Waadhoeke 2022\n\n1. Inleiding\nDrugs zijn een probleem.\n\n2. Welke wettelijke regels gelden er?\nDe burgemeester mag panden sluiten. Artikel 13b van de Opiumwet geeft die bevoegdheid.",
            {"municipality": "Waadhoeke", "doc_type": "regeling", "date": None},
        ),
        id="rules without the word regeling",
    ),
    pytest.param(
        Case(
            "Beleidsregel standplaatsen gemeente Rijssen-Holten\n\nGeldend van 24-06-2023 t/m heden\n\nIntitulé\n\nRijssen, 6 juni 2023 Nr. 2023-013\n\nBurgemeester en wethouders van Rijssen-Holten,\n\ngelet op artikel 4:81 van de Algemene wet bestuursrecht",
            {"municipality": "Rijssen-Holten", "doc_type": "regeling", "date": "2023-06-06"},
        ),
        id="place and day before a number",
    ),
]

PLACES = [
    pytest.param(
        Case(
            "De gemeente Utrecht bouwt. De provincie Utrecht betaalt mee. Utrecht groeit.", {"municipality": "Utrecht"}
        ),
        id="city and province of one name",
    ),
    pytest.param(
        Case(
            "Openbare besluitenlijst Gedeputeerde Staten van Utrecht 24 april 2018\n\nGedeputeerde Staten besluiten met de gemeente Utrecht te overleggen en de statenbrief aan Provinciale Staten te zenden.",
            {"municipality": None},
        ),
        id="paper of a province",
    ),
    pytest.param(
        Case(
            "De gemeente Hengelo stelt de begroting vast. Hengelo (Gld) ligt in Bronckhorst.",
            {"municipality": "Hengelo"},
        ),
        id="Hengelo in Overijssel",
    ),
    pytest.param(
        Case(
            "Gemeente Bergen (L)\nRaadsinformatiebrief\nDatum: 3 mei 2022\nIn Well en Nieuw Bergen wordt gebouwd.",
            {"municipality": "Bergen (L.)"},
        ),
        id="Bergen in Limburg",
    ),
    pytest.param(
        Case("Gemeente Bergen NH\nRaadsinformatiebrief\nDatum: 3 mei 2022", {"municipality": "Bergen (NH.)"}),
        id="Bergen in Noord-Holland",
    ),
    pytest.param(
        Case(
            "Gemeente Loon op Zand\n\nDe Bredaseweg en de Tilburgseweg worden vernieuwd. De Omgevingsdienst Midden- en West-Brabant, de rechtbank Breda en de Universiteit van Tilburg zijn betrokken. Loon op Zand betaalt.",
            {"municipality": "Loon op Zand"},
        ),
        id="streets, court and university of other cities",
    ),
    pytest.param(
        Case(
            "STEENWIJK - De gemeente Steenwijkerland gaat investeren. De gemeenten Meppel, Westerveld en Weststellingwerf hebben een team.",
            {"municipality": "Steenwijkerland"},
            url="https://www.regiokrant.nl/meppel/extra-geld~a6d4/",
        ),
        id="newspaper's section named after a neighbour",
    ),
    pytest.param(
        Case(
            "Menu\nHome\nGemeenten in de regio\nAlmelo\nBorne\nEnschede\nHengelo\n\nGemeente Hof van Twente\n\nKadernota 2025\n\nHof van Twente wil een sterke gemeente blijven. De raad van Hof van Twente stelt de kaders.",
            {"municipality": "Hof van Twente", "doc_type": "kadernota", "reporting_year": 2025},
        ),
        id="menu with other municipalities",
    ),
    pytest.param(
        Case(
            "De fractie heeft op 27-02-2014 onderstaande vragen aan het college gesteld.\n\nGeachte leden van het college,\n\nBij het trafostation 't Veld komt een windpark. Kunt u aangeven hoe de stand van zaken is?",
            {"municipality": None, "doc_type": "raadsvraag", "date": "2014-02-27"},
        ),
        id="one place that may be a field",
    ),
    pytest.param(
        Case(
            "Programmabegroting 2018\nGemeente Leerdam\n\nIn 2018 bouwen we. In 2018 sparen we. Leerdam gaat op in Vijfheerenlanden.",
            {"municipality": "Leerdam", "reporting_year": 2018},
        ),
        id="municipality in its last year",
    ),
    pytest.param(
        Case(
            "Jaarstukken 2024\nIn 2024 is in Nieuwegein en IJsselstein gebouwd.\n\nGemeente IJsselstein\nRaad van IJsselstein",
            {"municipality": "IJsselstein"},
        ),
        id="neighbour named first",
    ),
    pytest.param(
        Case(
            "De gemeenteraad\n\nTrekking stemmingsnummer 8. De uitspraak van de Ondernemingskamer Amsterdam ligt op tafel.",
            {"municipality": None},
        ),
        id="a court's city",
    ),
]

NEWS = [
    pytest.param(
        Case(
            "Veiligheid in de regio\n\nRaalte, 29 oktober 2019.\n\nTijdens de raadsvergadering van dinsdag 29 oktober 2019 werd een besluit genomen. Het voorstel werd unaniem aangenomen. De raadsleden van Gemeentebelangen Raalte stemden in.",
            {"municipality": "Raalte", "doc_type": "nieuws", "date": "2019-10-29"},
            url="http://gbraalte.nl/nieuws1/594-veiligheid",
        ),
        id="party's report of a vote",
    ),
    pytest.param(
        Case(
            "Deze pagina is gebouwd op 05/11/2021 14:23:11\n\nWat hebben we gedaan?\nIn 2020 werd de brug geopend. Terugkijkend op 2020 hebben we veel gedaan.",
            {"doc_type": "jaarstukken", "reporting_year": 2020, "date": "2021-05-11"},
        ),
        id="day of building in American order",
    ),
    pytest.param(
        Case(
            "Met trots melden wij dat afgelopen maandagavond een overleg heeft plaatsgevonden van de drie coalitiepartijen. Op 3 mei ligt het akkoord in de raad.",
            {"doc_type": "nieuws", "date": "2018-04-17"},
            url="https://www.dorpskrant.nl/2018/04/17/coalitie-rond/",
        ),
        id="news dated by its address",
    ),
    pytest.param(
        Case(
            "ZWIJNDRECHT - De gemeente Zwijndrecht gaat investeren in handhaving. ,,We moeten keuzes maken'', zegt de wethouder. Dat vertelde de burgemeester tijdens de presentatie van de begroting.",
            {"municipality": "Zwijndrecht", "doc_type": "nieuws"},
        ),
        id="newspaper with a town in capitals",
    ),
]


@pytest.mark.parametrize("case", LETTERS)
def test_letters(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", MEETINGS)
def test_papers_of_meetings(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", CYCLE)
def test_papers_of_the_planning_cycle(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", PLANS)
def test_plans(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", RULES)
def test_rules(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", PLACES)
def test_places(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


@pytest.mark.parametrize("case", NEWS)
def test_news(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)
