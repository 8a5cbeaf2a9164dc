"""Whose paper it is, where it names several municipalities or none; news of many."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import pytest

from ingest.gazetteer import Gazetteer
from tests.identify.papers import Case, case, check

PLACES = [
    case("city and province of one name", "De gemeente Utrecht bouwt. De provincie Utrecht betaalt mee. Utrecht groeit.", municipality="Utrecht"),
    case("paper of a province", "Openbare besluitenlijst Gedeputeerde Staten van Utrecht 24 april 2018\n\nGedeputeerde Staten besluiten met de gemeente Utrecht te overleggen en de statenbrief aan Provinciale Staten te zenden.", municipality=None),
    case("Hengelo in Overijssel", "De gemeente Hengelo stelt de begroting vast. Hengelo (Gld) ligt in Bronckhorst.", municipality="Hengelo"),
    case("Bergen in Limburg", "Gemeente Bergen (L)\nRaadsinformatiebrief\nDatum: 3 mei 2022\nIn Well en Nieuw Bergen wordt gebouwd.", municipality="Bergen (L.)"),
    case("Bergen in Noord-Holland", "Gemeente Bergen NH\nRaadsinformatiebrief\nDatum: 3 mei 2022", municipality="Bergen (NH.)"),
    case("streets, court and university of other cities", "Gemeente Loon op Zand\n\nDe Bredaseweg en de Tilburgseweg worden vernieuwd. De Omgevingsdienst Midden- en West-Brabant, de rechtbank Breda en de Universiteit van Tilburg zijn betrokken. Loon op Zand betaalt.", municipality="Loon op Zand"),
    case("newspaper's section named after a neighbour", "STEENWIJK - De gemeente Steenwijkerland gaat investeren. De gemeenten Meppel, Westerveld en Weststellingwerf hebben een team.", municipality="Steenwijkerland", url="https://www.regiokrant.nl/meppel/extra-geld~a6d4/"),
    case("menu with other municipalities", "Menu\nHome\nGemeenten in de regio\nAlmelo\nBorne\nEnschede\nHengelo\n\nGemeente Hof van Twente\n\nKadernota 2025\n\nHof van Twente wil een sterke gemeente blijven. De raad van Hof van Twente stelt de kaders.", municipality="Hof van Twente", doc_type="kadernota", reporting_year=2025),
    case("one place that may be a field", "De fractie heeft op 27-02-2014 onderstaande vragen aan het college gesteld.\n\nGeachte leden van het college,\n\nBij het trafostation 't Veld komt een windpark. Kunt u aangeven hoe de stand van zaken is?", municipality=None, doc_type="raadsvraag", date="2014-02-27"),
    case("municipality in its last year", "Programmabegroting 2018\nGemeente Leerdam\n\nIn 2018 bouwen we. In 2018 sparen we. Leerdam gaat op in Vijfheerenlanden.", municipality="Leerdam", reporting_year=2018),
    case("neighbour named first", "Jaarstukken 2024\nIn 2024 is in Nieuwegein en IJsselstein gebouwd.\n\nGemeente IJsselstein\nRaad van IJsselstein", municipality="IJsselstein"),
    case("a court's city", "De gemeenteraad\n\nTrekking stemmingsnummer 8. De uitspraak van de Ondernemingskamer Amsterdam ligt op tafel.", municipality=None),
    case("list of sources in English", "# Papers\n\nPublished by municipalities and parties; to be read for this project.\n\n- a page from the web: a party blog (Velsen)\n- budget page (Velsen 2022), with the tables\n- forum of a party (Almere)\n- report (Zwolle)", municipality=None),
    case("English page on a municipality's own site", "# Moving to the city\n\nThis is for those that move from Almere to Zwolle.", municipality="Zwolle", url="https://www.zwolle.nl/english/moving"),
    case("Dutch with an English name in it", "Gemeente Velsen\n\nHet festival “To the Sea and Back to the Beach” krijgt een vergunning van de gemeente.", municipality="Velsen"),
    case("letter of a joint body, from a town", "Belastingkantoor Oost\nAan het bestuur\nOnderwerp Jaarrekening 2023\nDatum 4 juni 2024\nGeacht bestuur,\nDe jaarrekening 2023 is vastgesteld. Het besluit van ons algemeen bestuur en de controleverklaring gaan hierbij.\n\nBrink 1\n7555 AB Hengelo\nPostbus 2, 7555 AA Hengelo", municipality=None, doc_type=None),
    case("municipality at its own address", "Gemeente Hengelo\nPostbus 2, 7555 AA Hengelo\n\nGeachte raad,\n\nDe brug is klaar.", municipality="Hengelo"),
    case("letter to the states of a province", "De leden van Provinciale Staten\n\nPostadres Provincie Zeeland Postbus 6001\n\nOnderwerp vervoer. Dit plan geldt ook voor de gemeente Goes. Met de gemeente Goes is dit afgestemd.", municipality=None),
    case("the government by the name of its seat", "Programma van onze partij\n\nWat vanuit Den Haag komt, past hier niet. Te veel wordt in \"Den Haag\" besloten. Laat Den Haag betalen.\n\nZoeterwoude blijft een dorp. Dat is het karakter van Zoeterwoude.", municipality="Zoeterwoude"),
    case("the city of the government", "Gemeente Den Haag\n\nDen Haag groeit. In Den Haag komt een tram.", municipality="'s-Gravenhage"),
]  # fmt: skip


@pytest.mark.parametrize("case", PLACES)
def test_places(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


NEWS = [
    case("party's report of a vote", "Veiligheid in de regio\n\nRaalte, 29 oktober 2019.\n\nTijdens de raadsvergadering van dinsdag 29 oktober 2019 werd een besluit genomen. Het voorstel werd unaniem aangenomen. De raadsleden van Gemeentebelangen Raalte stemden in.", municipality="Raalte", doc_type="nieuws", date="2019-10-29", url="http://gbraalte.nl/nieuws1/594-veiligheid"),
    case("day of building in American order", "Deze pagina is gebouwd op 05/11/2021 14:23:11\n\nWat hebben we gedaan?\nIn 2020 werd de brug geopend. Terugkijkend op 2020 hebben we veel gedaan.", doc_type="jaarstukken", reporting_year=2020, date="2021-05-11"),
    case("news dated by its address", "Met trots melden wij dat afgelopen maandagavond een overleg heeft plaatsgevonden van de drie coalitiepartijen. Op 3 mei ligt het akkoord in de raad.", doc_type="nieuws", date="2018-04-17", url="https://www.dorpskrant.nl/2018/04/17/coalitie-rond/"),
    case("newspaper with a town in capitals", "ZWIJNDRECHT - De gemeente Zwijndrecht gaat investeren in handhaving. ,,We moeten keuzes maken'', zegt de wethouder. Dat vertelde de burgemeester tijdens de presentatie van de begroting.", municipality="Zwijndrecht", doc_type="nieuws"),
    case("volume of minutes that its address files under the first day of a year", "VERGADERING VAN DE RAAD. Voorzitter: A. Post. De voorzitter opent de vergadering met gebed.", doc_type="raadsverslag", date=None, reporting_year=None, url="https://notulen.archief.example/issue/AB/1985-01-01/page/3"),
    case("scanned minutes whose day lost a figure", "VERGADERING VAN DE RAAD OP DONDERDAG T7 JANUARI 2002. Voorzitter: A. Post. De voorzitter opent de vergadering met gebed.", doc_type="raadsverslag", date=None),
    case("minutes that say another day than their address", "Verslag van de vergade ring van de raad op dinsdag 13 juli 1999. 's avonds om half acht. De voorzitter opent de vergadering en stelt de notulen van 20 april 1999 aan de orde.", doc_type="raadsverslag", date="1999-07-13", url="https://notulen.archief.example/issue/AB/1999-09-07/page/5"),
    case("news that starts with the plan it is about", "In het Integraal veiligheidsplan Borne 2031-2034 zijn de prioriteiten vastgelegd. Daarna heeft het college voor elk een programma vastgesteld, waarin de acties staan die het komende jaar worden ondernomen.", doc_type=None, plan_period=None),
    case("minutes that their address files under their day", "VERGADERING VAN DE RAAD. Voorzitter: A. Post. De voorzitter opent de vergadering met gebed.", doc_type="raadsverslag", date="1985-05-02", url="https://notulen.archief.example/issue/AB/1985-05-02/page/3"),
]  # fmt: skip


@pytest.mark.parametrize("case", NEWS)
def test_news(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)
