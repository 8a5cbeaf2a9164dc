"""The web app, page by page, on a small real library."""

import tomllib
from pathlib import Path

import pytest

from index.build import build
from ingest.fact_types import Commitment
from tests.index.making import document, new_library, put
from tests.views.app import headings, html, links, marked_words, open_page, quotes, texts
from views import serve

CONFIG = Path(__file__).resolve().parent.parent / ".streamlit" / "config.toml"

KADERNOTA = "Kadernota 2024 gemeente Waterdrecht"
VERSLAG = "Verslag van de raadsvergadering van de gemeente Waterdrecht 12 maart 2024"

HOSTILE = """Kadernota 2024 gemeente Waterdrecht

Speerpunten
<script>alert(1)</script> **vet** $x$ [link](http://x.example) :material/home: www.x.example
De gemeente stelt in 2024 <img src=x onerror=alert(2)> een budget van € 45.000 beschikbaar voor **twee** boa's.
"""


pytestmark = pytest.mark.usefixtures("fresh_app")


@pytest.fixture
def app_library(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(sample))
    return sample


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("", "Zoeken in beleidsstukken"),
        ("speerpunten", "Speerpunten"),
        ("toezeggingen", "Toezeggingen en voornemens"),
        ("portefeuillehouders", "Portefeuillehouders"),
        ("collectie", "Collectie"),
        ("document", "Document"),
    ],
)
@pytest.mark.usefixtures("app_library")
def test_every_page_opens(page: str, title: str) -> None:
    app = open_page(page)
    assert [element.value for element in app.title] == [title]
    assert not app.error
    assert not app.exception


@pytest.mark.usefixtures("app_library")
def test_start_says_what_is_in_and_gives_examples() -> None:
    app = open_page()
    assert texts(app) == ["In deze collectie: 2 stukken van 1 gemeente: Waterdrecht.", "Bijvoorbeeld:"]
    assert links(app)["speerpunten veiligheid 2024"] == "vraag=speerpunten+veiligheid+2024"


@pytest.mark.usefixtures("app_library")
def test_a_hit_has_quote_marks_path_and_a_link_to_its_place() -> None:
    app = open_page(vraag="jeugdoverlast")
    assert headings(app, 2) == ["1 passage gevonden"]
    assert headings(app, 3) == [f"1. {KADERNOTA}"]
    assert "Programma 1 Veiligheid › Speerpunten › Aanpak jeugdoverlast</p>" in "".join(html(app))
    assert marked_words(app)[0] == "jeugdoverlast"
    assert "De gemeente Waterdrecht stelt in 2024 een budget van € 45.000 beschikbaar" in quotes(app)[0]
    citation = f"Gemeente Waterdrecht, {KADERNOTA}, par. Aanpak jeugdoverlast"
    address = dict(part.split("=") for part in links(app)[citation].split("&"))
    assert set(address) == {"doc", "van", "tot"}
    opened = open_page("document", **address)
    assert headings(opened, 1) == [KADERNOTA]
    assert marked_words(opened) == quotes(app)


@pytest.mark.usefixtures("app_library")
def test_asking_puts_the_question_in_the_address() -> None:
    app = open_page()
    app.text_input[0].input("  cameratoezicht ")
    app.button[0].click().run()
    assert app.query_params["vraag"] == "cameratoezicht"
    assert "letterlijk" not in app.query_params
    assert headings(app, 3)


@pytest.mark.usefixtures("app_library")
def test_every_question_is_asked_that_is_typed_over_the_one_before() -> None:
    app = open_page()
    for question in ("cameratoezicht", "jeugdoverlast", "ondermijning", "cameratoezicht"):
        app.text_input[0].input(question)
        app.button[0].click().run()
        assert (app.query_params["vraag"], app.text_input[0].value) == (question, question)
        assert question in " ".join(quotes(app)).lower()


@pytest.mark.usefixtures("app_library")
def test_a_link_fills_in_the_form() -> None:
    app = open_page()
    app.text_input[0].input("cameratoezicht")
    app.button[0].click().run()
    app.query_params["vraag"] = "ondermijning"
    app.query_params["letterlijk"] = "ja"
    app.run()
    assert (app.text_input[0].value, app.checkbox[0].value) == ("ondermijning", True)


@pytest.mark.usefixtures("app_library")
def test_what_was_understood_is_said_unless_taken_literally() -> None:
    understood = "Begrepen uit uw vraag:"
    assert understood in texts(open_page(vraag="cameratoezicht Waterdrecht"))
    literal = open_page(vraag="cameratoezicht Waterdrecht", letterlijk="ja")
    assert literal.checkbox[0].value
    assert understood not in texts(literal)


@pytest.mark.usefixtures("app_library")
def test_what_was_understood_can_be_taken_away_and_put_back() -> None:
    whole = open_page(vraag="cameratoezicht Waterdrecht")
    assert "zonder=municipality%3AWaterdrecht" in links(whole)["gemeente Waterdrecht ✕"]
    less = open_page(vraag="cameratoezicht Waterdrecht", zonder="municipality:Waterdrecht")
    assert "Niets begrepen uit uw vraag:" in texts(less)
    assert "zet weggehaalde terug" in links(less)
    assert not [label for label in links(less) if "✕" in label]


@pytest.mark.usefixtures("app_library")
def test_nothing_found_says_what_was_searched() -> None:
    app = open_page(vraag="kwantumcomputers")
    assert headings(app, 2) == ["Geen antwoord"]
    assert texts(app)[0].startswith(
        "Niets gevonden in 2 stukken; geen passage over kwantumcomputers. Probeer andere woorden, of kijk onder"
    )


@pytest.mark.usefixtures("app_library")
def test_a_filter_that_matches_nothing_gives_nothing() -> None:
    app = open_page("speerpunten", gemeente="Nergenshuizen")
    assert headings(app, 2) == ["Geen speerpunten gevonden"]
    assert texts(app)[1:] == [
        "In deze collectie is geen stuk van de gemeente „Nergenshuizen”.",
        "Geen enkel stuk past bij uw keuze (Nergenshuizen). Kies minder filters, of kijk onder Collectie of het stuk "
        "dat u zoekt erbij zit.",
    ]
    assert app.multiselect[0].value == ["Nergenshuizen"]
    assert quotes(app) == []


@pytest.mark.usefixtures("app_library")
def test_speerpunten_with_their_source() -> None:
    app = open_page("speerpunten")
    assert headings(app, 2) == ["2 speerpunten"]
    assert headings(app, 3) == ["Aanpak jeugdoverlast", "Ondermijning"]
    assert "In 1 van 2 doorzochte stukken." in texts(app)
    assert f"Gemeente Waterdrecht, {KADERNOTA}, par. Ondermijning" in links(app)


@pytest.mark.usefixtures("app_library")
def test_filters_from_the_address_and_links_that_keep_them() -> None:
    app = open_page("toezeggingen", soort="raadsverslag")
    assert headings(app, 3) == ["Wie: burgemeester Van der Velde. Wanneer: vóór de zomer van 2024"]
    assert "In 1 van 1 doorzochte stukken (Raadsverslag)." in texts(app)
    assert links(app)["Collectie"] == "soort=raadsverslag"


@pytest.mark.usefixtures("app_library")
def test_choosing_a_filter_changes_list_counts_and_address() -> None:
    app = open_page("toezeggingen")
    kinds = app.multiselect(key="filter-soort")
    assert kinds.options == ["Kadernota (1)", "Raadsverslag (1)"]
    kinds.select("raadsverslag").run()
    assert app.query_params["soort"] == "raadsverslag"
    assert len(headings(app, 3)) == 1
    assert app.multiselect(key="filter-gemeente").options == ["Waterdrecht (1)"]
    app.multiselect(key="filter-soort").unselect("raadsverslag").run()
    assert "soort" not in app.query_params
    assert len(headings(app, 3)) > 1


@pytest.mark.usefixtures("app_library")
def test_strength_and_status_are_in_the_address() -> None:
    app = open_page("toezeggingen", sterkte="medium")
    assert headings(app, 3) == ["Wie: gemeente Waterdrecht met politie en de ondernemers. Wanneer: elk kwartaal"]
    app.multiselect(key="filter-stand").select("realised").run()
    assert app.query_params["stand"] == "realised"
    assert headings(app, 2) == ["Geen toezeggingen en voornemens gevonden"]


@pytest.mark.usefixtures("app_library")
def test_the_spread_of_a_list_counts_facts_and_narrows_to_them() -> None:
    app = open_page("toezeggingen", jaar="2024")
    assert links(app)["Raadsverslag (1)"] == "jaar=2024&soort=raadsverslag"
    assert "2024 (5), gekozen" in texts(app)


@pytest.mark.usefixtures("app_library")
def test_a_person_is_one_block_with_every_document() -> None:
    app = open_page("portefeuillehouders")
    assert headings(app, 2) == ["1 bestuurder", "Genoemd in de nieuwste stukken"]
    assert headings(app, 3) == ["Hanneke van der Velde"]
    assert (
        "Burgemeester: genoemd van een stuk over 2024 (datum niet gevonden) tot en met 12 maart 2024, in 2 stukken."
        in texts(app)
    )
    assert quotes(app) == ["Hanneke van der Velde", "Van der Velde"]
    assert "Jansen" not in " ".join([*html(app), *texts(app)])


@pytest.mark.usefixtures("app_library")
def test_collection_lists_years_and_documents() -> None:
    app = open_page("collectie")
    assert headings(app, 2)[0] == "2 stukken, helemaal gelezen"
    assert {KADERNOTA, VERSLAG} <= set(links(app))
    assert "Waterdrecht  ·  Raadsverslag  ·  2024  ·  gelezen" in texts(app)


@pytest.mark.usefixtures("app_library")
def test_a_document_that_is_gone() -> None:
    assert texts(open_page("document", doc="weg"))[0] == "Dit stuk staat niet of niet meer in de collectie."


@pytest.mark.parametrize("address", [{"van": "x", "tot": "-3"}, {"page": "99"}, {"page": "0", "van": "9" * 30}])
@pytest.mark.usefixtures("app_library")
def test_a_strange_address_opens_the_document(address: dict[str, str]) -> None:
    app = open_page("document", doc="kadernota-2024-waterdrecht.txt", **address)
    assert headings(app, 1) == [KADERNOTA]
    assert not app.error


@pytest.mark.parametrize("page", ["", "speerpunten", "toezeggingen", "collectie", "document"])
def test_text_of_a_document_is_never_markup(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "gemeenten.csv").write_text("cbs_code,naam,provincie\nGM9001,Waterdrecht,Utrecht\n", encoding="utf-8")
    (folder / "nota **vet** $x$.txt").write_text(HOSTILE, encoding="utf-8")
    build([folder], tmp_path / "library")
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    app = open_page(page, vraag="budget voor boa's", doc="nota **vet** $x$.txt")
    assert not app.error
    everything = "".join(html(app))
    assert "<script" not in everything
    assert "<img" not in everything
    read_as_markdown = [
        *(element.value for kind in (app.caption, app.markdown, app.info, app.warning) for element in kind),
        *(element.proto.label for element in app.get("page_link")),
        *(element.label for element in app.expander),
    ]
    for text in read_as_markdown:
        assert "**" not in text
        assert "$x" not in text.replace(r"\$", "")
        assert "](" not in text
        assert ":material" not in text


def test_long_lists_are_divided_and_the_sheet_is_in_the_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [f"Wij plaatsen bank {number}." for number in range(1, 46)]
    text = "\n".join(lines)
    starts = [text.index(line) for line in lines]
    facts = tuple(
        Commitment(start, start + len(line), line, 0.8, "college", line, None, "medium", "planned")
        for start, line in zip(starts, lines, strict=True)
    )
    monkeypatch.setenv("SPEERPUNT_LIBRARY", str(tmp_path / "library"))
    with new_library(tmp_path / "library") as library:
        put(library, document(text, facts=facts))
    first = open_page("toezeggingen", gemeente="Waterdrecht")
    assert quotes(first) == lines[:20]
    assert "Blad 1 van 3" in texts(first)
    assert links(first)["Volgende"] == "gemeente=Waterdrecht&blad=2"
    assert "Vorige" not in links(first)
    last = open_page("toezeggingen", blad="3")
    assert quotes(last) == lines[40:]
    assert "Volgende" not in links(last)
    last.multiselect(key="filter-sterkte").select("medium").run()
    assert "blad" not in last.query_params
    assert quotes(last) == lines[:20]


def test_settings_that_keep_everything_on_this_computer() -> None:
    settings = tomllib.loads(CONFIG.read_text(encoding="utf-8"))
    assert settings["server"]["address"] == "localhost"
    assert settings["browser"]["gatherUsageStats"] is False
    assert settings["client"]["showErrorDetails"] == "none"
    assert settings["client"]["showErrorLinks"] is False


def test_settings_where_the_file_of_settings_does_not_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STREAMLIT_SERVER_ADDRESS", raising=False)
    private = serve.settings(tmp_path, model=None, read_only=True)
    assert private["STREAMLIT_SERVER_ADDRESS"] == "localhost"
    assert private["STREAMLIT_BROWSER_GATHER_USAGE_STATS"] == "false"
    assert private["SPEERPUNT_ALLEEN_LEZEN"] == "1"
    monkeypatch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
    assert serve.settings(tmp_path, model="x", read_only=False)["STREAMLIT_SERVER_ADDRESS"] == "0.0.0.0"
