"""Letterheads, motions, questions, reports and lists: which paper it is, whose, and of which day."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import pytest

from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from tests.identify.papers import Case, case, check

LETTERS = [
    case("labels above their values, in another order", "Gemeente Losser\nPostbus 90\n7580 AB Losser\n\nOns kenmerk\n24.0017331\nOnderwerp\nStand van zaken zwembad\nDatum\n9 april 2024\nBehandeld door\nteam Vastgoed\n\nGeachte raad,\n\nOp 12 maart 2024 vroeg u ons naar het zwembad. Wij laten u weten dat de bouw vordert.\n\nHoogachtend,\nburgemeester en wethouders van Losser", municipality="Losser", doc_type="rib", reporting_year=2024, plan_period=None, date="2024-04-09"),
    case("a row of labels above a row of values, the letter answered first", "Aan de leden van de gemeenteraad\n\nUw brief van    Uw kenmerk    Ons kenmerk    Datum\n3 mei 2021    -    21.334    1 juni 2021\n\nOnderwerp: herinrichting Dorpsstraat\n\nGeachte leden van de raad,\n\nDe Dorpsstraat in Borne wordt opgeknapt. Borne krijgt een plein.\n\nBurgemeester en wethouders van Borne", municipality="Borne", doc_type="rib", date="2021-06-01"),
    case("stamp of a day with spaces between its figures", "Raadsbrief\n\nVan: college van B&W van de gemeente Elburg\nAan: gemeenteraad\nVerzenddatum: 2 5 SEP. 2019\nBetreft: evaluatie hondenbeleid\n\nGeachte raad,\n\nHierbij de evaluatie.", municipality="Elburg", doc_type="rib", date="2019-09-25"),
    case("a date in words only", "College van burgemeester en wethouders Gemeente Epe\n\nCollegebrief\n\nEpe, de negende juni tweeduizend vierentwintig\n\nGeachte raad,\n\nWij bieden u de startnotitie aan.", municipality="Epe", doc_type="rib", date="2024-06-09"),
    case("d.d. with a year of two figures", "Memo\n\nAan : de gemeenteraad van Tubbergen\nVan : wethouder Financiën\nD.d. : 14-11-'23\nBetreft : septembercirculaire\n\nDe circulaire van 19 september 2023 geeft een voordeel.", municipality="Tubbergen", doc_type="rib", date="2023-11-14"),
    case("the college's meeting is the day", "INFORMATIENOTA\n\nDatum vergadering college 5 december 2023\nDatum raad -\nOnderwerp jaarwisseling\nGemeente Dalfsen\n\nKennisnemen van\nDe maatregelen. Vorig jaar, op 31 december 2022, was het onrustig.", municipality="Dalfsen", doc_type="rib", date="2023-12-05"),
    case("street named after a city, neighbour in passing", "gemeente\nNoordenveld\n\nRaadsinformatiebrief\n\nDatum 2024-02-06\nZaaknummer 33.912\n\nOp 3 januari 2024 vond een brand plaats aan de Utrechtseweg in Roden. De politie Noord-Nederland onderzoekt de zaak met de gemeente Assen.", municipality="Noordenveld", doc_type="rib", date="2024-02-06"),
    case("questions and answers, the answers' day is the paper's", "Beantwoording technische vragen jaarstukken 2022\n\nFractie: Dorpsbelang\nDatum indiening: 4 juni 2023\nDatum beantwoording: 12 juni 2023\nGemeente Wijchen\n\nVraag 1\nWaarom is er minder besteed?\nAntwoord\nDe bouw liep uit.", municipality="Wijchen", doc_type="raadsvraag", date="2023-06-12"),
]  # fmt: skip


@pytest.mark.parametrize("case", LETTERS)
def test_letters(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


MEETINGS = [
    case("meeting that adopts the jaarstukken", "BESLUITENLIJST\nopenbare vergadering van de raad van de gemeente Heerde\ngehouden op maandag 4 juli 2022 om 19.30 uur\n\n1. Opening\n2. Vaststelling besluitenlijst 30 mei 2022\nDe lijst wordt vastgesteld.\n3. Jaarstukken 2021\nDe raad besluit de jaarstukken 2021 vast te stellen.", municipality="Heerde", doc_type="besluitenlijst", reporting_year=2022, plan_period=None, date="2022-07-04"),
    case("the meeting's day, not that of the adoption a week later", "Openbare besluitenlijst\nVergadering Burgemeester en Wethouders week 23, dinsdag 6-6-2023\nGemeente Zuidplas\n\nVastgesteld op 13-6-2023\n\n1. Besluit: akkoord.", municipality="Zuidplas", doc_type="besluitenlijst", date="2023-06-06"),
    case("commission's minutes with a promise", "Verslag van de vergadering van de commissie Samenleving\n\nDatum: 8 februari 2024\nPlaats: raadzaal Veere\nAanwezig: de leden\n\nDe voorzitter opent de vergadering om 20.00 uur. Wethouder Maas zegt toe dat de raad voor 1 mei 2024 een brief krijgt.", municipality="Veere", doc_type="raadsverslag", date="2024-02-08"),
    case("meeting page of a council's site with its decisions", "Gemeenteraad\n\ndonderdag 19 september 2024 20:00 - 22:30\nLocatie:\nRaadzaal\nVoorzitter:\nde burgemeester\n\nUitzending\n\nAgendapunten\n\n1\nOpening\n\nBesluit\nDe voorzitter opent de vergadering.\n\n2\nVaststellen van de agenda\n\nBesluit\nDe raad stelt de agenda vast.", doc_type="besluitenlijst", date="2024-09-19", municipality="Tholen", url="https://tholen.bestuurlijkeinformatie.nl/Agenda/Index/1"),
    case("motie at a begroting", "MOTIE\n\nDe raad van de gemeente Ommen, in vergadering bijeen op 7 november 2024, gehoord de beraadslaging over de Programmabegroting 2025-2028,\n\nconstaterende dat de kermis duur is;\n\nverzoekt het college de leges te verlagen en gaat over tot de orde van de dag.", municipality="Ommen", doc_type="motie", reporting_year=2024, plan_period=None, date="2024-11-07"),
    case("amendement at a kadernota", "Amendement A3\n\nAgendapunt 7 Kadernota 2026\n\nDe raad van de gemeente Urk in vergadering bijeen op 3 juli 2025\n\nbesluit beslispunt 2 als volgt te wijzigen:", municipality="Urk", doc_type="amendement", date="2025-07-03"),
    case("recorded meeting with its agenda, made by a machine", "RAADSVERGADERING URK\n4 maart 2026\n==========\n\n[ Deze transcriptie is automatisch gegenereerd en kan fouten bevatten. ]\n\nAGENDA\n 1 Rondvraag\n 2 Raadsvoorstel haven\n 3 Motie over de regeling parkeren\n\nTRANSCRIPTIE\n----------\n\n[00:03:05]\nDat is niet het geval. Dan gaan we stemmen.\n\n[00:05:10]\nIk geef het woord aan de fractie.", municipality="Urk", doc_type="raadsverslag", reporting_year=2026, date="2026-03-04"),
    case("decisions of a college, each below the number and name of another paper", "Collegevergadering 12 juni 2023\n\nAanwezig: A. Post en B. Bos.\n\nD/23/104589 | Raadsinformatiebrief \"Schoolgebouwen\"\n\nAdvies\n\nStel de brief vast.\n\nBesluit\n\nakkoord.\n\nD/23/109096 | Voorjaarsrapportage 2023\n\nAdvies\n\nNeem haar aan.\n\nBesluit\n\nakkoord.", doc_type="besluitenlijst", date="2023-06-12"),
    case("record of an amendement in a council's system", "Amendementen\n\nParkeren in het centrum\n\nID\n\n44\n\nOnderwerp\n\nParkeren in het centrum\n\nToelichting\n\nAmendeert het besluit als volgt: artikel 3 wordt gewijzigd. De schriftelijke vragen van mei zijn beantwoord.\n\nDatum\n\n4-6-2024\n\nStatus\n\nAangenomen", doc_type="amendement", date="2024-06-04"),
    case("minutes below what a site prints around them", "Wethouders : A. Post, B. Bos, C. Duin.\n\nMaat: px\nWeergave met pagina beginnen:\n\nDownload \"Wethouders : A. Post, B. Bos, C. Duin.\"\n\nTranscriptie\n\n1 1 Conceptnotulen van de openbare vergadering van de raad van de gemeente Losser gehouden op donderdag 14 november 2019 om uur in de sporthal, Brink 3 te Losser. De leden zijn er: A. Mol, B. Haas, C. Wolf en nog twaalf anderen, allen lid van de raad. Voorzitter D. Vos. Het wordt een lange avond over de haven.", municipality="Losser", doc_type="raadsverslag", reporting_year=2019, date="2019-11-14"),
    case("speech about an agreement", "Voorzitter,\n\nWij danken de formateur. Dit is een hoofdlijnenakkoord, en geen dik boek. Er blijft ruimte voor de raad, ook waar wij het niet eens zijn.", doc_type="nieuws"),
    case("answers with a footnote that names a day", "14 mei 2029 Beantwoording schriftelijke vragen haven\n\nHet raadslid Post stelt de volgende vragen:\n\n1. Kent het college het bericht? *\n\nGemeente Urk\n\n(*) 1 april 2029 De Bode", doc_type="raadsvraag", date="2029-05-14"),
    case("proposal to adopt a regulation", "Gemeenteraad van Urk\nRegistratienummer: 12\nPortefeuillehouder: wethouder Post\nRaadsvergadering: 30 oktober 2031\nOnderwerp: Verordening haven Urk 2032\nDatum: 8 oktober 2031\n\nGeachte raad,\n\nU wordt voorgesteld om de Verordening haven Urk 2032 vast te stellen.", municipality="Urk", doc_type=None, date="2031-10-08"),
    case("letter that asks to take note", "Gemeente Urk\nDatum: 8 oktober 2031\n\nGeachte raad,\n\nU wordt gevraagd kennis te nemen van de voortgang van de haven.", municipality="Urk", doc_type="rib", date="2031-10-08"),
    case("motion addressed to the council", "X Gemeente Urk R\nGemeenteraad\n% Gemeenteblad\n% Motie\nJaar 2024\nAfdeling 1\nNummer 84\nPublicatiedatum 3 april 2024\nOnderwerp\nMotie van de raadsleden Post en Bos inzake de haven.\nAan de gemeenteraad\nOndergetekenden hebben de eer voor te stellen:", municipality="Urk", doc_type="motie", reporting_year=2024, date="2024-04-03"),
    case("amendement addressed to the council", "X Gemeente Urk R\nGemeenteraad\n% Gemeenteblad\n% Amendement\nJaar 2024\nAfdeling 1\nNummer 85\nPublicatiedatum 3 april 2024\nOnderwerp\nAmendement van het lid Post inzake de Begroting 2025.\nAan de gemeenteraad\nOndergetekende heeft de eer voor te stellen:\nDe raad,\nBesluit:\nop pagina 7 een zin te schrappen.", municipality="Urk", doc_type="amendement", date="2024-04-03"),
    case("regulation from its middle", "Gemeente Losser Raadsbesluit Registratienr: 77 Artikel 14 Oproeping 1. De voorzitter roept de leden op. 2. Hij zendt de agenda mee. Artikel 15 Presentielijst 1. De leden tekenen bij binnenkomst de presentielijst. Artikel 16 Zitplaatsen 1. De voorzitter wijst die aan.", municipality="Losser", doc_type="regeling"),
]  # fmt: skip


@pytest.mark.parametrize("case", MEETINGS)
def test_papers_of_meetings(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


UNNAMED = [
    case("guide for those who write a plan", "Handreiking integraal veiligheidsplan\n\nInhoudsopgave\nWoord vooraf\n1 Veiligheidsvelden\n2 Veiligheidsthema's\n\nDeze uitgave helpt gemeenten op weg, van analyse tot uitvoering.", doc_type=None),
    case("programme that only its party tells", "Samen sterk in elke buurt\n\nIn dit programma laat de PvdA zien wat zij wil. Wij willen dat elk kind kan sporten. Wij kiezen voor betaalbare woningen in de komende raadsperiode.", doc_type="verkiezingsprogramma"),
    case("programme of a party that only says whose it is", "Samen maken we Urk mooier\n\nLokaal Urk is een onafhankelijke lokale partij.\n\nKANDIDATENLIJST\n1. A. Post\n\nWONEN\n- De hondenbelasting wordt afgeschaft.\n\nDoe mee. Stem mee. Jouw stem maakt verschil.", municipality="Urk", doc_type="verkiezingsprogramma"),
    case("a page of a begroting that bears only a programme's name", "Programma 1 Opgave Leefbaarheid\n\n1.1 Programmaplan\n\nLeefbaarheid is een samenspel tussen gemeente en inwoners.", doc_type=None),
    case("jaarstukken that a long sentence presents", "1. Inleiding\n\nHierbij bieden wij u, als sluitstuk van de cyclus, de jaarstukken 2021 aan.\n\nDe jaarstukken 2021 vormen de verantwoording.", doc_type="jaarstukken", reporting_year=2021),
    case("begroting that a sentence offers", "Vertrekpunt\n\nVoor het jaar 2025 bieden we een structureel en reëel sluitende begroting aan. In de begroting 2025 kiezen we voor zorg.", doc_type="programmabegroting", reporting_year=2025),
    case("recorded meeting that names no meeting", "1.a Opening en mededelingen - 20:00\nGoedenavond, welkom bij de tweede commissie. Er staan spreektijden op het scherm. Op de publieke tribune zitten gasten, welkom. Er zijn geen insprekers. Dan gaan we naar het eerste punt.", doc_type="raadsverslag"),
    case("seats of parties", "In de raad zitten 21 inwoners. De zetels: Lokaal Urk acht, het CDA zeven zetels, de VVD drie zetels en D66 vierde. De brug staat open.", doc_type=None),
    case("party that says what it is", "Eerlijk voor Borne\n\nBeter Borne is een partij die duidelijke uitgangspunten heeft. De kandidaten van Beter Borne kennen het dorp.", municipality="Borne", doc_type="verkiezingsprogramma"),
    case("a plan in a register of rules", "Integraal veiligheidsplan Borne 2031-2034\n\nGeldend van 09-06-2031 t/m heden\n\nIntitulé\n\nIntegraal veiligheidsplan Borne 2031-2034\n\nDe raad van de gemeente Borne;\n\ngelet op artikel 38b van de Politiewet;\n\nbesluit:\n\nvast te stellen het volgende plan.", doc_type="ivp", plan_period="2031-2034", municipality="Borne", url="https://lokaleregelgeving.overheid.nl/CVDR900001/1"),
]  # fmt: skip


@pytest.mark.parametrize("case", UNNAMED)
def test_papers_that_hardly_name_themselves(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


def test_a_byte_order_mark_is_no_part_of_the_title(gazetteer: Gazetteer) -> None:
    text = "\ufeffBesluitenlijst college 3 maart 2024\n\nGemeente Borne\n\nHet college stelt de kadernota vast."
    found = identify(text, file="lijst.txt", gazetteer=gazetteer)
    assert found.title == "Besluitenlijst college 3 maart 2024"
    stated = [each for each in found.municipality.evidence if each.start is not None]
    assert stated
    assert all(text[each.start : each.start + len(each.quote)] == each.quote for each in stated if each.start)
