"""What a document is, field by field: type, municipality, year, period, day and title."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import datetime

import pytest

from ingest.gazetteer import Gazetteer
from tests.identify.papers import LETTER, LOOKING_BACK, MEETING, MOTION, REGULATION, Paper, identity_of

DOC_TYPES = [
    pytest.param(Paper(MEETING), "besluitenlijst", id="besluitenlijst that decides on a begroting"),
    pytest.param(Paper(LETTER), "rib", id="letter about begroting and jaarverslag"),
    pytest.param(Paper("Kennisgeving\nAAN Gemeenteraad\nDATUM 3 juni 2025\nGeachte leden,\nHet park is klaar."), "rib", id="kennisgeving is a letter"),
    pytest.param(Paper(MOTION), "motie", id="motie at the begroting"),
    pytest.param(Paper("AMENDEMENT A2\n\nDe gemeenteraad van Gouda besluit het ontwerpbesluit als volgt te wijzigen:"), "amendement", id="amendement"),
    pytest.param(Paper("Beantwoording schriftelijke vragen over de programmabegroting 2023\n\nVraag 1 Waarom?\nAntwoord: Daarom."), "raadsvraag", id="answers to questions"),
    pytest.param(Paper("Lijst openstaande toezeggingen en moties\n\nNr. Datum Toezegging Status"), "toezeggingenlijst", id="list of promises and motions"),
    pytest.param(Paper("Notulen van de raadsvergadering van 9 mei 2019\n\nDe voorzitter opent de vergadering."), "raadsverslag", id="minutes"),
    pytest.param(Paper(REGULATION), "regeling", id="regulation"),
    pytest.param(Paper("Integraal Veiligheidsplan 2023-2026\n\nGeldend van 09-06-2023 t/m heden\n\nIntitulé\n\nIntegraal Veiligheidsplan 2023-2026"), "ivp", id="safety plan published as a regulation"),
    pytest.param(Paper("Kadernota 2026\n\nDeze kadernota bevat de kaders voor de begroting 2026."), "kadernota", id="kadernota of the planning cycle"),
    pytest.param(Paper("Kadernota Integrale Veiligheid 2023-2026\n\nUitgave gemeente Goirle"), "ivp", id="kadernota about safety"),
    pytest.param(Paper("Kadernota Veilig in Zeist\n\nDe prioriteiten tot en met 2026."), "ivp", id="kadernota with a topic of safety"),
    pytest.param(Paper("Voorjaarsnota 2024\n\nDe afwijkingen ten opzichte van de begroting 2024 leiden tot een bijstelling van de budgetten."), "tussenrapportage", id="voorjaarsnota that adjusts the running year"),
    pytest.param(Paper("Voorjaarsnota 2025\n\nDeze nota geeft de kaders voor de begroting 2026 en het nieuw beleid."), "kadernota", id="voorjaarsnota that looks ahead"),
    pytest.param(Paper("Tweede Voortgangsrapportage 2024", url="https://bestuursrapportage.leiden.nl/"), "tussenrapportage", id="voortgangsrapportage"),
    pytest.param(Paper("Uitvoeringsprogramma Integrale Veiligheid 2024\n\nActie Trekker Planning"), "uitvoering_veiligheid", id="yearly programme of a safety plan"),
    pytest.param(Paper("Regionaal Veiligheidsplan Noord-Wolden 2023-2026"), "ivp_regionaal", id="regional plan"),
    pytest.param(Paper("Samen vooruit\nCoalitieakkoord 2022-2026"), "coalitieakkoord", id="coalition agreement with a motto first"),
    pytest.param(Paper("Collegeuitvoeringsprogramma 2022-2026\nUitwerking van het raadsakkoord"), "collegeprogramma", id="programme of the college"),
    pytest.param(Paper("Veilig wonen\n\nWij willen meer wijkagenten. Het CDA kiest voor preventie. Wij zijn tegen wapens."), "verkiezingsprogramma", id="party that states what it wants"),
    pytest.param(Paper("Beleidsplan Schuldhulpverlening 2021-2025\nGemeente Lisse"), "beleidsnota", id="policy paper"),
    pytest.param(Paper(LOOKING_BACK), "jaarstukken", id="page of a jaarverslag that copies the begroting"),
    pytest.param(Paper("Doelen\n\nWat willen we bereiken?\nEen veilige stad.\nWat gaan we daarvoor doen?\nMeer toezicht.\nWat mag het kosten?"), "programmabegroting", id="page of a begroting without its name"),
    pytest.param(Paper("Feest op het plein\n\nvrijdag 3 mei 2024\n\n‘Het was mooi’, zegt de voorzitter.", url="https://www.zeist.nl/nieuws/feest"), "nieuws", id="news"),
    pytest.param(Paper("Overzicht van baten en lasten\n\nLasten 1.000 2.000", url="https://borne.jaarverslag-2021.nl/p12/overzicht"), "jaarstukken", id="type from the address alone"),
    pytest.param(Paper("De zon schijnt en het gras is groen."), None, id="nothing to go by"),
    pytest.param(Paper(""), None, id="empty text"),
    pytest.param(Paper("Raadsvoorstel\nOnderwerp: Vaststellen Integraal Veiligheidsplan 2023-2026\nAan de raad"), None, id="proposal to adopt a plan"),
    pytest.param(Paper("Raadsinformatiebijeenkomst Ondermijning\n\nDonderdag 11 mei 2023", file="RIB 11 mei.txt"), "raadsverslag", id="a RIB that is a meeting"),
    pytest.param(Paper("Raadsinformatiebrief1\n\nOnderwerp Jaarstukken 2025 van de regeling"), "rib", id="footnote mark glued to the name"),
    pytest.param(Paper("Integrale Veiligheidsagenda 2023-2026 (IVA)"), "ivp", id="IVA that is the plan itself"),
    pytest.param(Paper("Integraal Veiligheid Actieplan (IVA) 2023\nActie | Trekker | Planning"), "uitvoering_veiligheid", id="IVA that carries a plan out"),
    pytest.param(Paper("Raad van Losser\n\nOnderwerp: ontwerpbegroting 2026\n\nWij geven u graag de ruimte voor een reactie."), None, id="subject that is another paper"),
    pytest.param(Paper("GGD Kustland\nAan de raad van Losser\n\nGeachte raad,\n\nWij sturen u ons bericht."), None, id="letter of another body to the council"),
    pytest.param(Paper("Evaluatie integraal veiligheidsplan 2019-2022\n\nGemeente Losser"), None, id="evaluation of a plan"),
    pytest.param(Paper("Jaarverslag commissie bezwaarschriften 2023\n\nGemeente Losser"), None, id="jaarverslag of a committee"),
    pytest.param(Paper("Bestemmingsplan Dorpsstraat\n\nToelichting"), None, id="plan that is no policy"),
    pytest.param(Paper("Gemeente Losser\n\nRaadsmededeling 14\n\nHet bad gaat open."), "rib", id="title that ends in a number, no line of a table of contents"),
    pytest.param(Paper("Inhoud\nKadernota 4\nBegroting 12\nJaarverslag 20\n\nDe zon schijnt."), None, id="lines that do end in pages"),
    pytest.param(Paper("Maat: px\nWeergave met pagina beginnen:\nTranscriptie\n\n1 Programmabegroting 2017 Versie voor de raad"), "programmabegroting", id="below what a viewer prints"),
    pytest.param(Paper("Aan de raad van Losser\n\nOnderwerp: Kaderbrief 2025\n\nBijgaand de kaderbrief 2025. Deze kaderbrief geeft kaders voor de begroting 2025."), "kadernota", id="letter that is called so in its subject"),
    pytest.param(Paper("Gemeente Losser\n\nStuk | Uitslag\nMotie bankjes | verworpen\nBegroting 2024 | aangenomen"), None, id="items of a table"),
    pytest.param(Paper("Hart voor Losser\nAkkoord 2022 - 2026 van twee partijen"), "coalitieakkoord", id="agreement without more of a name"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), DOC_TYPES)
def test_doc_type(gazetteer: Gazetteer, paper: Paper, expected: str | None) -> None:
    assert identity_of(paper, gazetteer).doc_type.value == expected


MUNICIPALITIES = [
    pytest.param(Paper("Wat gaan we doen?", url="https://velsen.begroting-2022.nl/p6673/verder"), "Velsen", id="host"),
    pytest.param(Paper("Standpunten", url="https://www.cda.nl/utrecht/veenendaal/standpunten"), "Veenendaal", id="path of a party behind a province"),
    pytest.param(Paper("Regeling", url="http://decentrale.regelgeving.overheid.nl/cvdr/XHTMLoutput/Actueel/Goes/CVDR1.html"), "Goes", id="path of a national site"),
    pytest.param(Paper("De haven bloeit.", url="https://www.katwijk.nl/", file="zeist.txt"), "Katwijk", id="host against file name"),
    pytest.param(Paper("De haven bloeit.", file="tiel-kadernota-2024.pdf"), "Tiel", id="file name alone"),
    pytest.param(Paper("De raad van de gemeente Best besluit. Best ging het niet."), "Best", id="name that is a word"),
    pytest.param(Paper("Beste inwoners, Best wel een goed jaar. Huizen zijn duur."), None, id="words that are names"),
    pytest.param(Paper("Het Zwolse college en de Zwollenaren kiezen. De Zwolse stad is veilig."), "Zwolle", id="only demonyms"),
    pytest.param(Paper("Het park Rhederlaagse Meren. Rhederlaagse Meren krijgt een projectleider."), "Zevenaar", id="only a holiday park"),
    pytest.param(Paper("De gemeente Amsterdam kreeg een afschrift.\n" + "Zaanstad bouwt. Wij in Zaanstad. " * 4), "Zaanstad", id="another municipality in passing"),
    pytest.param(Paper("Een visie.", furniture=("Gemeente Gouda - Programmabegroting 2024", "2")), "Gouda", id="running header"),
    pytest.param(Paper("De gemeente Brielle in 2024.\nHet jaar 2024. In 2024 en in 2024 bouwen we."), "Voorne aan Zee", id="merged since"),
    pytest.param(Paper("De gemeente Brielle in 2019. In 2019 bouwen we. In 2019 ook."), "Brielle", id="before the merger"),
    pytest.param(Paper("De gemeente Bergen kiest. Egmond aan Zee en Schoorl bloeien."), "Bergen (NH.)", id="which Bergen, by its places"),
    pytest.param(Paper("De gemeente Bergen kiest."), None, id="which Bergen, unknown"),
    pytest.param(Paper("De provincie Utrecht en het Rijk."), None, id="a province"),
    pytest.param(Paper("Gedeputeerde Staten van Zeeland\n\nAan: Provinciale Staten\n\nDe gemeente Veere betaalt mee in Veere."), None, id="letter of a province"),
    pytest.param(Paper("Tilburg University\n\nOnderzoek naar raadsleden. Tilburg University, 2018."), None, id="university that bears a name"),
    pytest.param(Paper("Gemeente Bergen-NH\n\nControle 2015"), "Bergen (NH.)", id="which Bergen, by its suffix"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), MUNICIPALITIES)
def test_municipality(gazetteer: Gazetteer, paper: Paper, expected: str | None) -> None:
    assert identity_of(paper, gazetteer).municipality.value == expected


def test_a_single_place_gives_less_certainty_than_the_name(gazetteer: Gazetteer) -> None:
    by_place = identity_of(Paper("De Rhederlaagse Meren. Weer de Rhederlaagse Meren."), gazetteer)
    by_name = identity_of(Paper("De gemeente Zevenaar. Weer de gemeente Zevenaar."), gazetteer)
    assert by_place.municipality.confidence < 0.7 < by_name.municipality.confidence


def test_a_plan_of_several_municipalities_names_them_all(gazetteer: Gazetteer) -> None:
    text = "Integraal Veiligheidsplan Peelland 2023-2026\n\nVan de gemeenten Asten, Deurne, Someren en Laarbeek."
    identity = identity_of(Paper(text), gazetteer)
    assert identity.municipality.value is None
    assert identity.municipalities == ("Asten", "Deurne", "Someren", "Laarbeek")
    assert identity.doc_type.value == "ivp_regionaal"


def test_neighbours_in_a_letter_are_not_its_subject(gazetteer: Gazetteer) -> None:
    text = "Gemeente Wormerland\n\nMet de gemeenten Zaanstad en Purmerend overleggen wij over Wormerland."
    assert identity_of(Paper(text), gazetteer).municipalities == ("Wormerland",)


YEARS = [
    pytest.param(Paper("Programmabegroting 2024\n\nDe begroting 2023 was krap. De begroting 2023 sloot."), 2024, id="title against another year in the text"),
    pytest.param(Paper("Programma 2", url="https://borne.jaarverslag-2019.nl/p1"), 2019, id="address"),
    pytest.param(Paper("Programma", url="https://denhaag201908.bestuursrapportage.nl/p1"), 2019, id="year and month in the address"),
    pytest.param(Paper("Programmabegroting 2021-2024\n\nWat gaan we doen?"), 2021, id="first year of a range"),
    pytest.param(Paper(LOOKING_BACK), 2021, id="commonest year of a report"),
    pytest.param(Paper("Voorwoord\n\nVoor u ligt de begroting 2026 en de meerjarenraming tot en met 2029. De begroting 2025 sloot."), 2026, id="speaks of itself"),
    pytest.param(Paper("Integraal Veiligheidsplan 2023-2026"), None, id="a plan has no year"),
    pytest.param(Paper(LETTER), 2024, id="a letter is about the year of its date"),
    pytest.param(Paper("Uitvoeringsprogramma Veiligheid 2024-2025"), None, id="a programme for two years"),
    pytest.param(Paper("Jaarplan Veiligheid 2024"), 2024, id="a programme for one year"),
    pytest.param(Paper("Programmabegroting november 2024\n\nBegroting 2025\n\nVoor u ligt de begroting 2025."), 2025, id="month in which it was made"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), YEARS)
def test_reporting_year(gazetteer: Gazetteer, paper: Paper, expected: int | None) -> None:
    assert identity_of(paper, gazetteer).reporting_year.value == expected


PERIODS = [
    pytest.param(Paper("Integraal Veiligheidsplan 2023-2026"), (2023, 2026), id="beside the name"),
    pytest.param(Paper("Coalitieakkoord\n2022 – 2026\nSamen"), (2022, 2026), id="on the next line"),
    pytest.param(Paper("Verkiezingsprogramma 2026 t/m 2030"), (2026, 2030), id="in words"),
    pytest.param(Paper("Kadernota 2020-2023\n\nDe begroting."), (2020, 2023), id="kadernota for four years"),
    pytest.param(Paper("Programmabegroting 2022\n\nIn 2022 maken we de kadernota veiligheid voor de periode 2023-2027."), None, id="period of another plan"),
    pytest.param(Paper("Veiligheidsprogramma 2013 behorende bij het Integraal Veiligheidsbeleid 2012-2015"), None, id="period of the plan it belongs to"),
    pytest.param(Paper("Integraal veiligheidsplan\n\nWij evalueerden het plan 2019-2022 uitvoerig in de raad."), None, id="period of the plan before"),
    pytest.param(Paper(REGULATION), None, id="validity is no period"),
    pytest.param(Paper("Programmabegroting 2024\nMeerjarenbegroting 2025-2027\n\nGemeente Hulst"), None, id="years behind the paper's own"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), PERIODS)
def test_plan_period(gazetteer: Gazetteer, paper: Paper, expected: tuple[int, int] | None) -> None:
    period = identity_of(paper, gazetteer).plan_period.value
    assert (period and (period.start, period.end)) == (
        expected and (datetime.date(expected[0], 1, 1), datetime.date(expected[1], 12, 31))
    )


DATES = [
    pytest.param(Paper(MEETING), "2023-09-12", id="labelled, with another date after it"),
    pytest.param(Paper(LETTER), "2024-03-19", id="letter"),
    pytest.param(Paper(MOTION), "2023-11-09", id="meeting of a motie"),
    pytest.param(Paper("RAADSVERGADERING ZEIST\n18 februari 2026\n\nIk open de vergadering."), "2026-02-18", id="alone on a line"),
    pytest.param(Paper("Besluitenlijst raadsvergadering 29 juni 2015 aanvang 17.00 uur"), "2015-06-29", id="in the title"),
    pytest.param(Paper("Besluitenlijst", file="besluitenlijst_bw_vergadering_11_oktober_2022_0.pdf"), "2022-10-11", id="file name in words"),
    pytest.param(Paper("Notulen", file="2023-04-05-raad.pdf"), "2023-04-05", id="file name in figures"),
    pytest.param(Paper(LOOKING_BACK), "2022-06-02", id="page build date is American"),
    pytest.param(Paper(REGULATION), None, id="validity is another day than that of the paper"),
    pytest.param(Paper("Nieuws\n\nGeplaatst op 3 mei 2024\n\nDe weg is open."), "2024-05-03", id="posted on"),
    pytest.param(Paper("De weg is open.", hints=(("article:published_time", "2024-05-03T10:00:00"),)), "2024-05-03", id="stated by the page"),
    pytest.param(Paper("Zeist, 4 april 2023\n\nGeachte raad,\n\nRaadsbesluit van 1 maart 2022."), "2023-04-04", id="place and date"),
    pytest.param(Paper("Sessie Veiligheid\n\nOp 11 november woonde ik de sessie bij. De raad bespreekt het in februari 2022."), "2021-11-11", id="year from the context"),
    pytest.param(Paper("Coalitieakkoord\n\nOndertekening\nZeist, 2 juni 2022 Anna de Vries, fractievoorzitter, Piet Jansen"), "2022-06-02", id="signed by names on the same line"),
    pytest.param(Paper("Beleidsplan\n\nOp 28 januari 2020 besloot de raad. Per 1 januari 2022 treedt de wet in werking."), None, id="dates of other events"),
    pytest.param(Paper("Programmabegroting 2026\nOktober 2025"), None, id="a month is no day"),
    pytest.param(Paper("Brief\n\nMet het besluit d.d. 27 november 2025 gaf u krediet."), None, id="date of another paper"),
    pytest.param(Paper("Datum 31-02-2024"), None, id="no such day"),
    pytest.param(Paper("Beleidsnota\n\nDe kadernota is vastgesteld door de raad op 7 juli 2020. Het rapport werd gepubliceerd op 3 mei 2021."), None, id="days on which others were adopted or published"),
    pytest.param(Paper("Woonvisie\nVastgesteld in de raadsvergadering van 24 juni 2021"), "2021-06-24", id="adopted"),
    pytest.param(Paper("Toezeggingenlijst\nStand op 1 maart 2025\nNr. Datum Toezegging Status\n1 18-04-2024 Evaluatie Voldaan"), "2025-03-01", id="state of a running list"),
    pytest.param(Paper("Raadsinformatiebrief\n\nHet kader is besproken in de vergadering\nd.d. 14 oktober 2025 van de commissie voor de raad van de gemeente."), None, id="broken line before the date of another meeting"),
    pytest.param(Paper("Regionale strategie\n2023-2026\nBestuurlijk overleg Kustland Jan Verhulst, 24 november 2022\n\nInleiding"), "2022-11-24", id="behind the sender's name on a cover"),
    pytest.param(Paper("Raadsinformatiebrief\nCollegebesluit | 2025-03-18\nRaadsvergadering | 2025-04-15\n\nDe dijk bij Well."), "2025-03-18", id="the college's day, not the meeting to come"),
    pytest.param(Paper("Mobiliteitsvisie 2040\nversie 1.3 | 20 februari 2025\n\nVooraf"), "2025-02-20", id="of a version"),
    pytest.param(Paper("1 Begroting 2017 Ontwerpbegroting vastgesteld door het dagelijks bestuur op 8 april 2016\n\nInhoud"), "2016-04-08", id="adopted, on a line of other things"),
    pytest.param(Paper("Spijkenisse, 6 februari 2024\n\nGeachte raad,", file="scan_20240214_0001.pdf"), "2024-02-06", id="the scanner's day is another"),
    pytest.param(Paper("Beantwoording raadsvragen\nIngediend op: 24 januari 2023\nBeantwoord op: 14 februari 2023"), "2023-02-14", id="answered after asked"),
    pytest.param(Paper("Akkoord van VVD, CDA en PAK Gepresenteerd op 21 juni 2022\n\nZorg"), "2022-06-21", id="presented, on a line that had its own"),
    pytest.param(Paper("Beleidskader jeugd\nconcept d.d. 11 april 2023\n\nLeeswijzer"), "2023-04-11", id="of a draft"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), DATES)
def test_date(gazetteer: Gazetteer, paper: Paper, expected: str | None) -> None:
    date = identity_of(paper, gazetteer).date.value
    assert (date and date.isoformat()) == expected


TITLES = [
    pytest.param(Paper(LETTER), "Voortgang van de nieuwe sporthal", id="subject of a letter"),
    pytest.param(Paper("Kennisgeving\nONDERWERP\nStart van de herinrichting van de markt en de \nKerkstraat\n\nGeachte raad,"), "Start van de herinrichting van de markt en de Kerkstraat", id="subject over two lines"),
    pytest.param(Paper(MEETING, title="Besluitenlijst vertrouwelijk college 3 november 2008"), "Besluitenlijst vergadering college van burgemeester en wethouders 12 september 2023", id="stated title of another file"),
    pytest.param(Paper("Woonvisie Gouda\n\nOnze visie.", title="Woonvisie Gouda - Gemeente Gouda"), "Woonvisie Gouda", id="stated title without the site"),
    pytest.param(Paper("Begroting 2023 - Gouda\n\nGemeente Gouda, wat gaan we doen.", title="Begroting 2023 - Gouda"), "Begroting 2023", id="stated title without the place"),
    pytest.param(Paper("OPENBARE BESLUITENLIJST VAN HET COLLEGE B&W VAN GOUDA 7 MEI 2024\n\nGemeente Gouda"), "Openbare besluitenlijst van het college B&W van Gouda 7 mei 2024", id="title in capitals"),
    pytest.param(Paper("Woonvisie Gouda\n\nOnze visie.", title="Microsoft Word - visie_def3.docx"), "Woonvisie Gouda", id="title that a program made"),
    pytest.param(Paper(LOOKING_BACK), "Jaarstukken 2021: Doel 3.1.2 Een veilige wijk", id="page of a report"),
    pytest.param(Paper("1\nColofon\nUitgave gemeente Gouda\n\nVoor u liggen de jaarstukken 2023.\n" + "Tekst. " * 9000), "Jaarstukken 2023", id="book without a readable cover"),
    pytest.param(Paper("Samen sterk\nCoalitieakkoord 2022-2026"), "Coalitieakkoord: Samen sterk", id="motto"),
    pytest.param(Paper("", file="zeist-scan_3.pdf"), "Zeist scan 3", id="nothing but the file name"),
]  # fmt: skip


@pytest.mark.parametrize(("paper", "expected"), TITLES)
def test_title(gazetteer: Gazetteer, paper: Paper, expected: str) -> None:
    assert identity_of(paper, gazetteer).title == expected


def test_a_surname_that_is_a_place_gives_no_municipality(gazetteer: Gazetteer) -> None:
    text = "Verslag van de avond\n\nInspreker Karel Hoogland vertelt over de brug in zijn straat.\n"
    assert identity_of(Paper(text), gazetteer).municipality.value is None
