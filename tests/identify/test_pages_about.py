"""Pages and news about a paper carry the paper's name; pieces of a paper may not."""

# ruff: noqa: E501 - a paper a line is easier to compare than a paper a paragraph

import pytest

from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from tests.identify.papers import Case, case, check

PAGES_ABOUT_PAPERS = [
    case("what a begroting is", "Programmabegroting\n\nVia de programmabegroting bepaalt de gemeenteraad wat er volgend jaar gebeurt.", url="https://www.oosterhage.nl/financien/programmabegroting", doc_type=None),
    case("what a berap is for", "Bestuursrapportages\n\nDe bestuursrapportage is een instrument om tussentijds bij te sturen.\n\n1e bestuursrapportage 2017", url="https://www.oosterhage.nl/bestuursrapportages", doc_type=None),
    case("which letters can be found", "Raadsinformatiebrieven\n\nOp deze pagina vindt u de brieven van het college per jaar.\n\nOverzicht jaren\n\nGevonden documenten (31)", doc_type=None),
    case("headline about a begroting", "College presenteert sobere begroting\n\nDe begroting voor 2021 is sluitend. Dat is te danken aan het Rijk.", url="https://www.radio-oosterhage.nl/college-presenteert-sobere-begroting", doc_type="nieuws"),
    case("headline with a participle", "Gemeentebegroting unaniem aangenomen!\n\nDe begroting 2018 is door de raad aangenomen. Dat is uniek.", url="https://www.partij.nl/nieuws/gemeentebegroting-unaniem-aangenomen", doc_type="nieuws"),
    case("an item of news that is over", "Algemene beschouwingen\n\nDit item is verlopen op 09-11-2007.\n\nDe raad behandelt de begroting 2008.", url="https://www.oosterhage.nl/nieuws-uit-de-raad/beschouwingen", doc_type="nieuws"),
    case("proposal that asks the raad", "VOORSTEL AAN BURGEMEESTER EN WETHOUDERS & VOORSTEL AAN DE RAAD\nDatum: 18 mei 2015\nOnderwerp: visie op sport", doc_type=None),
    case("page of jaarstukken that only its address tells", "Overzicht van Baten en Lasten\n\nBegroting na wijziging\n\nBaten\n\nLasten\n\nSaldo", url="https://oosterhage.jaarverslag-2020.nl/p23/overzicht", doc_type="jaarstukken", reporting_year=2020),
    case("register of promises, an item below the other", "T-010\n\nSpeeltuin\n\nStatus\n\nLoopt.\n\nToezegging\n\nDe wethouder komt met een brief.\n\nM-168\n\nMotie fietspad\n\nStatus\n\nGereed.\n\nToezegging\n\nHet fietspad wordt aangelegd.", doc_type="toezeggingenlijst"),
    case("minutes that don't say so", "De heer Bos (CDA): akkoord. Mevrouw Vos (VVD): ook. De heer Maas (SP): niet. De voorzitter brengt de motie in stemming.", doc_type="raadsverslag"),
    case("day before the title", "14 mei 2019 Beantwoording schriftelijke vragen parkeren\n\nHet raadslid stelt de volgende vragen:", doc_type="raadsvraag", date="2019-05-14"),
]  # fmt: skip


@pytest.mark.parametrize("case", PAGES_ABOUT_PAPERS)
def test_what_is_written_about_a_paper_is_not_the_paper(gazetteer: Gazetteer, case: Case) -> None:
    check(case, gazetteer)


def test_a_name_that_comes_back_makes_a_type_hardly_surer(gazetteer: Gazetteer) -> None:
    text = "Begroting 2024\n\nDe raad sprak erover."
    once = identify(text, file="a1b2c3d4.txt", gazetteer=gazetteer).doc_type.confidence
    thrice = identify(
        text, file="begroting-2024.txt", title="Begroting 2024", url="https://x.nl/begroting-2024", gazetteer=gazetteer
    ).doc_type.confidence
    assert 0.6 < once < thrice < 0.995
