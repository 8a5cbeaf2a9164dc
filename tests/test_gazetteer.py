"""Names of municipalities in running text, in web addresses and file names."""

from pathlib import Path

import pytest

from ingest.gazetteer import Gazetteer
from tests.timing import grows_linearly


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def found(gazetteer: Gazetteer, text: str) -> list[tuple[str, str, str]]:
    return [(text[m.start : m.end], m.municipality, m.how) for m in gazetteer.find(text)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Velsen", "Velsen", id="own name"),
        pytest.param("velsen", "Velsen", id="lower case"),
        pytest.param("gemeente Velsen", "Velsen", id="with gemeente"),
        pytest.param("Den Haag", "'s-Gravenhage", id="everyday name"),
        pytest.param("’s-Gravenhage", "'s-Gravenhage", id="typographic apostrophe"),
        pytest.param("Den Bosch", "'s-Hertogenbosch", id="other everyday name"),
        pytest.param("Hengelo (O.)", "Hengelo", id="with the province, as Statistics Netherlands writes it"),
        pytest.param("Middelburg (Z)", "Middelburg", id="with the province, without a full stop"),
        pytest.param("Bergen NH", "Bergen (NH.)", id="which of two"),
        pytest.param("Súdwest-Fryslân", "Súdwest-Fryslân", id="accents"),
        pytest.param("sudwest fryslan", "Súdwest-Fryslân", id="accents left out"),
        pytest.param("Geldermalsen", "Geldermalsen", id="merged in 2019"),
        pytest.param("Bergen", None, id="two municipalities"),
        pytest.param("Waterdrecht", None, id="unknown"),
    ],
)
def test_a_name_resolves(gazetteer: Gazetteer, name: str, expected: str | None) -> None:
    assert gazetteer.municipality(name) == expected


def test_a_list_that_names_the_province_adds_no_second_municipality(tmp_path: Path) -> None:
    listed = tmp_path / "gemeenten.csv"
    listed.write_text("cbs_code,naam\nGM0164,Hengelo (O.)\n", encoding="utf-8")
    assert Gazetteer.load(listed).candidates("Hengelo") == ("Hengelo",)


def test_an_ambiguous_name_has_all_its_candidates(gazetteer: Gazetteer) -> None:
    assert gazetteer.candidates("Bergen") == ("Bergen (L.)", "Bergen (NH.)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("De gemeente Zeist bouwt.", [("Zeist", "Zeist", "gemeente")], id="gemeente X"),
        pytest.param(
            "De raad van de gemeente Best,", [("Best", "Best", "gemeente")], id="an ordinary word, with a cue"
        ),
        pytest.param("Best een goed plan. Huizen bouwen, Putten slaan.", [], id="ordinary words"),
        pytest.param("In Tiel en Druten.", [("Tiel", "Tiel", "name"), ("Druten", "Druten", "name")], id="plain names"),
        pytest.param("de Zwolse binnenstad", [("Zwolse", "Zwolle", "demonym")], id="irregular adjective"),
        pytest.param(
            "alle Nunspeters",
            [("Nunspeters", "Nunspeet", "demonym")],
            id="inhabitants",
            marks=pytest.mark.xfail(strict=True, reason="vowel change is not derived"),
        ),
        pytest.param("alle Zeewoldenaren", [("Zeewoldenaren", "Zeewolde", "demonym")], id="inhabitants listed"),
        pytest.param("de Gorinchemse raad", [("Gorinchemse", "Gorinchem", "demonym")], id="regular adjective"),
        pytest.param("de haven van IJmuiden", [("IJmuiden", "Velsen", "place")], id="place"),
        pytest.param("park Rhederlaagse Meren", [("Rhederlaagse Meren", "Zevenaar", "place")], id="holiday park"),
        pytest.param(
            "Alphen aan\nden Rijn", [("Alphen aan\nden Rijn", "Alphen aan den Rijn", "name")], id="broken line"
        ),
        pytest.param("de gemeente de Bilt", [("de Bilt", "De Bilt", "gemeente")], id="article in lower case"),
        pytest.param("RAADSVERGADERING TEXEL", [("TEXEL", "Texel", "gemeente")], id="capitals"),
        pytest.param("wethouder R. Bloemendaal en K. Wassenaar", [], id="surnames"),
        pytest.param("de heer Van Kampen", [], id="surname with van"),
        pytest.param("burgemeester van Kampen", [("Kampen", "Kampen", "gemeente")], id="not a surname"),
        pytest.param("kijk op www.goes.nl", [("www.goes.nl", "Goes", "host")], id="web address"),
        pytest.param("mail naar info@d66zeist.nl", [("d66zeist.nl", "Zeist", "host")], id="host of a party"),
    ],
)
def test_mentions_in_text(gazetteer: Gazetteer, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(gazetteer, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Veiligheidsregio Zaanstreek-Waterland", id="safety region"),
        pytest.param("Metropoolregio Rotterdam Den Haag", id="metropolitan region"),
        pytest.param("Rekenkamer Amsterdam-Zaanstad", id="court of audit"),
        pytest.param("de provincie Utrecht", id="province"),
        pytest.param("rechtbank Den Haag", id="court"),
    ],
)
def test_another_body_with_the_name_hardly_counts(gazetteer: Gazetteer, text: str) -> None:
    assert sum(mention.weight for mention in gazetteer.find(text)) < 0.4


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        pytest.param("velsen.begroting-2022.nl", "Velsen", id="subdomain of a platform"),
        pytest.param("zevenaar2018.2ebestuursrapportage.nl", "Zevenaar", id="year glued on"),
        pytest.param("denhaag201908.bestuursrapportage.nl", "'s-Gravenhage", id="year and month glued on"),
        pytest.param("begroting.middelburg.nl", "Middelburg", id="own domain"),
        pytest.param("kadernota2020.etten-leur.tangelo.nl", "Etten-Leur", id="third level"),
        pytest.param("gemeentebest.nl", "Best", id="gemeente glued on"),
        pytest.param("d66wassenaar.nl", "Wassenaar", id="party glued on"),
        pytest.param("almere.pvda.nl", "Almere", id="branch of a party"),
        pytest.param("velsenlokaal.nl", "Velsen", id="local party"),
        pytest.param("raad.zutphen.nl", "Zutphen", id="council site"),
        pytest.param("bergen-nh.nl", "Bergen (NH.)", id="which Bergen"),
        pytest.param("ris2.ibabs.eu", None, id="platform alone"),
        pytest.param("lokaleregelgeving.overheid.nl", None, id="national site"),
    ],
)
def test_a_host_belongs_to_a_municipality(gazetteer: Gazetteer, host: str, expected: str | None) -> None:
    assert gazetteer.of_host(host) == expected


@pytest.mark.parametrize(
    ("name", "year", "expected"),
    [
        pytest.param("Brielle", 2022, "Brielle", id="last year"),
        pytest.param("Brielle", 2023, "Voorne aan Zee", id="after the merger"),
        pytest.param("Brielle", None, "Brielle", id="year unknown"),
        pytest.param("Goes", 2030, "Goes", id="never merged"),
    ],
)
def test_a_merged_municipality_by_year(gazetteer: Gazetteer, name: str, year: int | None, expected: str) -> None:
    assert gazetteer.in_year(name, year) == expected


def test_a_collection_adds_its_own_municipalities(tmp_path: Path) -> None:
    extra = tmp_path / "gemeenten.csv"
    extra.write_text(
        "cbs_code,naam,provincie,in_2020,in_2023,in_2026,inwoners_2025,stedelijkheid_2025,website,kernen\n"
        "GM9001,Waterdrecht,Zuid-Holland,1,1,1,100,,https://www.waterdrecht.example,Lagerveer;Hoge Kade\n",
        encoding="utf-8",
    )
    gazetteer = Gazetteer.load(extra)
    text = "De gemeente Waterdrecht, op de Hoge Kade: alle Waterdrechters. En Velsen."
    assert found(gazetteer, text) == [
        ("Waterdrecht", "Waterdrecht", "gemeente"),
        ("Hoge Kade", "Waterdrecht", "place"),
        ("Waterdrechters", "Waterdrecht", "demonym"),
        ("Velsen", "Velsen", "name"),
    ]


def test_finding_takes_linear_time(gazetteer: Gazetteer) -> None:
    sentence = "De gemeente Urk en de Haagse wijk: " + "Het College geeft de Inwoners in dit Plan ruimte. " * 6
    assert len(gazetteer.find(sentence * 100)) == 200
    assert grows_linearly(lambda size: gazetteer.find(sentence * size), 100)
