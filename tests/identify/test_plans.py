"""Plans, agreements and rules: their names, their terms and those of other plans."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import pytest

from ingest.gazetteer import Gazetteer
from tests.identify.papers import Case, case, check

PLANS = [
    case("plan that cites the former and the regional one", "Integraal Veiligheidsplan 2023-2026\nGemeente Beesel\n\nVastgesteld op 14 februari 2023\n\nDit plan volgt op het Integraal Veiligheidsplan 2019-2022 en sluit aan op het Regionaal Meerjarenbeleidsplan 2021-2024. Het uitvoeringsplan 2023-2024 volgt.", municipality="Beesel", doc_type="ivp", reporting_year=None, plan_period="2023-2026", date="2023-02-14"),
    case("plan that asks what a begroting asks", "Veilig aan zee\nIntegraal Veiligheidsplan Urk 2022-2025\n\n1. Prioriteiten\n\nWat willen wij bereiken?\nMinder inbraak.\n\nWat gaan wij doen?\nWij gaan in 2023 met ondernemers praten. Wij gaan een campagne houden.\n\nWat mag het kosten?\nDe kosten zullen € 20.000 zijn.", doc_type="ivp", plan_period="2022-2025"),
    case("one plan of three municipalities", "Integraal veiligheidsplan Kromme Rijn 2021-2024\n\nGemeenten Bunnik, Houten en Wijk bij Duurstede\n\nDe drie gemeenten werken samen met de Veiligheidsregio Utrecht.", municipality=None, doc_type="ivp_regionaal", plan_period="2021-2024"),
    case("cover with three municipalities side by side", "Samen veilig\n\ngemeente Gulpen-Wittem gemeente Meerssen gemeente Vaals\n\nIntegraal Veiligheidsplan 2024-2027\n\nDit IVP geldt in de drie gemeenten.", municipality=None, doc_type="ivp_regionaal", plan_period="2024-2027"),
    case("regional body with a province's name", "Veiligheidsstrategie Noord-Holland 2023-2026\n\nVeiligheidsregio Noord-Holland Noord en de politie-eenheid Noord-Holland\n\nRegionaal meerjarenbeleidsplan van de gemeenten in de eenheid.", municipality=None, doc_type="ivp_regionaal", plan_period="2023-2026"),
    case("programme for a year under a plan for four", "Uitvoeringsprogramma Integrale Veiligheid 2025\n\nbij het Integraal Veiligheidsplan 2023-2026\n\nGemeente Ermelo, vastgesteld door het college op 10 december 2024\n\nActie Trekker Planning", municipality="Ermelo", doc_type="uitvoering_veiligheid", reporting_year=2025, plan_period=None, date="2024-12-10"),
    case("a cover's line with department, day and page", "Veiligheidsplan 2018\nbehorende bij de Kadernota Veiligheid 2015-2018\nGemeente Bladel Afdeling Bestuur 21-11-2017 1\nInhoudsopgave", municipality="Bladel", date="2017-11-21"),
    case("agreement of parties", "Samen aan de slag\nCoalitieakkoord 2026-2030\nVVD, CDA, Lokaal Belang\nGemeente Westvoorne-Brielle\n\nDe raad stemde op 3 juni 2026.", doc_type="coalitieakkoord", plan_period="2026-2030"),
    case("agreement written as two words", "Coalitie akkoord 2022 - 2026\n\nDe basis op orde. Wij gaan aan de slag met dit akkoord.", doc_type="coalitieakkoord", plan_period="2022-2026"),
    case("accounts that give account of an agreement", "Inleiding\n\nHiermee bieden wij u de jaarstukken over 2027 aan. Wij gaven uitvoering aan de ambities uit ons coalitieakkoord 'Vooruit'.", doc_type="jaarstukken", reporting_year=2027),
    case("programme that works out an agreement", "College-uitvoeringsprogramma 2026-2030\n\nHet programma is een vertaling van het Raadsbreed Akkoord 2026-2030, met portefeuillehouders en planning.", doc_type="collegeprogramma", plan_period="2026-2030"),
    case("a party with its term on the cover", "CDA 2026 -2030\nSterk Urk\nProgramma voor de verkiezingen op 18 maart 2026\n\nHet CDA wil met dit programma verder. Het CDA kiest voor groen.", municipality="Urk", doc_type="verkiezingsprogramma", plan_period="2026-2030"),
    case("election programme with election day", "Verkiezingsprogramma 2026-2030\nD66 Haaksbergen\n\nWij willen meer groen. Wij kiezen voor de fiets. Op 18 maart 2026 zijn de gemeenteraadsverkiezingen.", municipality="Haaksbergen", doc_type="verkiezingsprogramma", plan_period="2026-2030", date=None),
]  # fmt: skip


@pytest.mark.parametrize("case", PLANS)
def test_plans(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


RULES = [
    case("validity and proposal are no date of the rule", "Regeling vervallen per 01-01-2024\n\nVerordening kermissen Ede 2020\n\nGeldend van 02-03-2020 t/m 31-12-2023\n\nIntitulé\n\nDe raad van de gemeente Ede;\n\ngelezen het voorstel van burgemeester en wethouders d.d. 7 januari 2020;\n\ngelet op artikel 149 van de Gemeentewet;\n\nbesluit vast te stellen:\n\nArtikel 1", municipality="Ede", doc_type="regeling", reporting_year=None, plan_period=None, date=None),
    case("signed on the second of two days in the register's table", "Vaals\n\nReglement kunstcommissie\n\nGegevens van de regeling\nOrganisatieVaals\nOrganisatietypeGemeente\nVastgesteld doorgemeenteraad\nOnderwerpcultuur\n\nDatum inwerkingtreding\n\nBetreft\n\nDatum ondertekening\n\nBron bekendmaking\n\n01-04-2019nieuwe regeling\n\n19-03-2019\n\nGemeenteblad 2019, 55\n\nTekst van de regeling\n\nArtikel 1", municipality="Vaals", doc_type="regeling", date="2019-03-19"),
    case("a plan in the register of rules", "Venlo\n\nIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\n\nWetstechnische informatie\n\nGegevens van de regeling\nOrganisatieVenlo\nOfficiële naam regelingIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\nVastgesteld doorgemeenteraad\nOnderwerpopenbare orde en veiligheid\n\nTekst van de regeling\n\nIntitulé\n\nIntegraal Veiligheidsplan 2024 – 2027 Gemeente Venlo\n\nVoor u ligt het Integraal Veiligheidsplan.", municipality="Venlo", doc_type="ivp", plan_period="2024-2027"),
    case("rules without the word regeling", "Regels sluiting van panden Waadhoeke 2022\n\n1. Inleiding\nDrugs zijn een probleem.\n\n2. Welke wettelijke regels gelden er?\nDe burgemeester mag panden sluiten. Artikel 13b van de Opiumwet geeft die bevoegdheid.", municipality="Waadhoeke", doc_type="regeling", date=None),
    case("place and day before a number", "Beleidsregel standplaatsen gemeente Rijssen-Holten\n\nGeldend van 24-06-2023 t/m heden\n\nIntitulé\n\nRijssen, 6 juni 2023 Nr. 2023-013\n\nBurgemeester en wethouders van Rijssen-Holten,\n\ngelet op artikel 4:81 van de Algemene wet bestuursrecht", municipality="Rijssen-Holten", doc_type="regeling", date="2023-06-06"),
]  # fmt: skip


@pytest.mark.parametrize("case", RULES)
def test_rules(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)
