"""Papers of the planning cycle: begroting, jaarstukken, reports between them, and the pages of online ones."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import pytest

from ingest.gazetteer import Gazetteer
from tests.identify.papers import Case, case, check

CYCLE = [
    case("begroting for four years, made the year before", "Programmabegroting 2026-2029\n\nGemeente Rheden\nSeptember 2025\n\nVoor u ligt de programmabegroting 2026. In 2025 stelde u de kadernota 2026 vast.", municipality="Rheden", doc_type="programmabegroting", reporting_year=2026, plan_period="2026-2029", date=None),
    case("begroting adopted in the year before", "Gemeente Oldebroek\n\nBegroting 2025\nen meerjarenraming 2026-2028\n\nVastgesteld in de raadsvergadering van 7 november 2024", municipality="Oldebroek", doc_type="programmabegroting", reporting_year=2025, plan_period=None, date="2024-11-07"),
    case("jaarstukken adopted the year after, with the plan's text", "Jaarstukken 2023\n\nGemeente Twenterand\n\nVastgesteld door de raad op 2 juli 2024\n\nWat wilden we bereiken? (tekst uit Begroting 2023)\nWe gaan in 2023 meer handhaven.\nWat hebben we bereikt?\nIn 2023 werd meer gehandhaafd. In 2024 gaan we verder.", municipality="Twenterand", doc_type="jaarstukken", reporting_year=2023, date="2024-07-02"),
    case("second bestuursrapportage with a peildatum", "2e bestuursrapportage 2024\n\nGemeente Raalte\n\nDe cijfers zijn van 1 september 2024 (peildatum). De 1e bestuursrapportage 2024 is in juni 2024 vastgesteld. De begroting 2025 volgt.", municipality="Raalte", doc_type="tussenrapportage", reporting_year=2024, date=None),
    case("bestuursrapportage of nobody", "Bestuursrapportage 2012 - II\n\n(periode januari t/m augustus 2012)\n\nIn december 2011 is de 2e bestuursrapportage 2011 behandeld.", municipality=None, doc_type="tussenrapportage", reporting_year=2012),
    case("page of a bestuursrapportage that names itself in a sentence", "Inleiding\n\nDe Eerste Bestuursrapportage 2018 heeft als peildatum 1 april 2018. De afwijkingen van de Begroting 2018 zijn klein. In de Tweede Bestuursrapportage 2018 volgt meer.", doc_type="tussenrapportage", reporting_year=2018, date=None),
    case("kadernota that speaks mostly of other years", "Kadernota 2027\n\nGemeente Nijkerk, mei 2026\n\nDe kadernota 2027 geeft richting aan de begroting 2027-2030. Bij de jaarrekening 2025 hielden we over. In 2026 bouwen we, in 2026 sparen we, in 2026 delen we.", municipality="Nijkerk", doc_type="kadernota", reporting_year=2027, date=None),
    case("page of the jaarrekening's tables", "Overzicht van baten en lasten\n\nDe rekening van baten en lasten geeft als onderdeel van de jaarrekening inzicht in het jaar.\n\nProgramma Primitieve begroting 2022 Bijgestelde begroting 2022 Realisatie 2022\nBestuur 329 400 410", doc_type="jaarstukken", reporting_year=2022),
    case("questions of a jaarverslag with the year behind them", "Veiligheid\n\nWat wilden we bereiken?\nEen veilig dorp.\nWat hebben wij daarvoor gedaan in 2022?\nIndicatoren B2022 R2022\nWat heeft het gekost in 2022?\nBegroting na wijziging 2022 Rekening 2022", doc_type="jaarstukken", reporting_year=2022),
    case("voorjaarsnota about the years to come", "Voorjaarsnota 2023\n\nInhoud\n1. Inleiding ... 2\n\n1. Inleiding\nHet doel van de voorjaarsnota is een actueel beeld te schetsen van de gevolgen van beleid voor de jaren 2024 t/m 2027 en een afweging te maken tussen bestaand beleid en nieuwe wensen.", doc_type="kadernota", reporting_year=2023),
    case("leeswijzer of a kadernota", "Leeswijzer\n\nDe kadernota hebben we onderverdeeld in vier rubrieken. Per programma geven we de doelen en de financiën. Bij financiële kaders staan de uitgangspunten voor het opstellen van de begroting.", doc_type="kadernota"),
    case("file named after another paper", "Programma 4 Wonen\n\nWat willen we bereiken?\nVoldoende woningen.\nWat gaan we doen?\nIn 2026 starten we met de bouw.", municipality="Waalre", doc_type="programmabegroting", reporting_year=2026, file="programmarekening_2019.txt", url="https://waalre.begroting-2026.nl/p221/wonen"),
    case("PDF title of the file it was made from", "Jaarverslag en jaarrekening 2020\n\nGemeente Hattem\n\nDe uitkomst over 2020 was gunstig.", municipality="Hattem", doc_type="jaarstukken", reporting_year=2020, title="Microsoft Word - Begroting 2018 Kampen.docx"),
    case("page whose one question stands in begroting and jaarstukken alike", "Programma Haven\n\nAmbitie\nIn 2016 is gestart met een proef. Een evaluatie is er nog niet.\n\nWat willen we bereiken?\n\nEen haven voor iedereen.", doc_type=None),
    case("question of a begroting with its year behind it", "Leeswijzer\n\nPer programma staan de doelen. De indicatoren 2030 en 2031 komen uit de jaarrekening 2030 en de begroting 2031.\n\nWat gaan we doen in 2032?\nHier staan de acties.\n\nWat mag het kosten?\nHier staat het budget.", doc_type="programmabegroting", reporting_year=2032),
    case("report that follows the order of the begroting", "Inleiding\n\nHet college biedt twee rapportages aan. De indeling sluit deze keer niet, en sluit deze aan bij de programmabegroting.\n\nLeeswijzer\n\nDeze najaarsnota begint met een analyse over de eerste 9 maanden van 2032.", doc_type="tussenrapportage"),
    case("one word for the books is no begroting or jaarstukken", "De fractie blikt terug op een lange dag. Het ging over de meerjarenbegroting en over de controleverklaring.", doc_type=None),
    case("kadernota that explains below its title what it is for", "Inleiding kadernota 2032-2035\n\nIn de Kadernota bepaalt de gemeenteraad op hoofdlijnen wat de koers voor de komende jaren is, voortbordurend op de begroting 2031. De kadernota 2032 volgt op de meicirculaire, en geeft zo een richting voor het beleid dat het college moet ontwikkelen.", doc_type="kadernota", reporting_year=2032, url="https://waterdrecht.begrotingsapp.example/kadernota-2032-2035/programma/inleiding"),
    case("begroting with a bracket in its name", "Aanbiedingsbrief\nVoor u ligt de (meerjaren)programmabegroting 2023-2026. In de perspectiefnota zagen we tekorten.\nDe voorliggende meerjarenprogrammabegroting 2023 – 2026 is sluitend.", doc_type="programmabegroting", reporting_year=2023, plan_period="2023-2026"),
]  # fmt: skip


@pytest.mark.parametrize("case", CYCLE)
def test_papers_of_the_planning_cycle(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)
