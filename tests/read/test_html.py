"""Web pages: every paragraph, heading, item and row, in order; furniture apart."""

from pathlib import Path

import pytest

from ingest.errors import DamagedFile, EmptyFile
from ingest.layout import Style
from ingest.read.html import read_html
from tests.read.web import page, seen


def test_headings_paragraphs_and_nested_lists(tmp_path: Path) -> None:
    body = """<h1>Veiligheid</h1><p>Eerste&nbsp;alinea met <b>vet</b>ged<i>ruk</i>t.</p>
      <ul><li>Een<ul><li>Een punt een</li></ul></li><li><p>Twee</p></li></ul>
      <ol><li>Drie</li></ol><h3>Jeugd</h3><div><div>Tekst in <span>divs</span></div></div>"""

    assert seen(tmp_path, body) == [
        ("heading", 1, "Veiligheid"),
        ("paragraph", None, "Eerste alinea met vetgedrukt."),
        ("list_item", 1, "Een"),
        ("list_item", 2, "Een punt een"),
        ("list_item", 1, "Twee"),
        ("list_item", 1, "Drie"),
        ("heading", 3, "Jeugd"),
        ("paragraph", None, "Tekst in divs"),
    ]


def test_accordions_are_headings_below_the_last(tmp_path: Path) -> None:
    body = """<h2>Programma 1</h2>
      <details><summary>Wat willen we bereiken?</summary><p>Rust.</p></details>
      <div class="accordion-header"><button aria-expanded="false">Wat kost het?</button></div><p>Tien euro.</p>
      <div role="heading" aria-level="4">Bijlage</div>
      <h3><button aria-expanded="true">Risico's</button></h3><button>Afdrukken</button>"""

    assert seen(tmp_path, body) == [
        ("heading", 2, "Programma 1"),
        ("heading", 3, "Wat willen we bereiken?"),
        ("paragraph", None, "Rust."),
        ("heading", 3, "Wat kost het?"),
        ("paragraph", None, "Tien euro."),
        ("heading", 4, "Bijlage"),
        ("heading", 3, "Risico's"),
        ("furniture", None, "Afdrukken"),
    ]


def test_accordions_in_accordions_are_one_deeper(tmp_path: Path) -> None:
    body = """<h2>Programma 1</h2>
      <details><summary>Doelen</summary><p>Rust.</p>
        <details><summary>Doel 1.1</summary><p>Minder overlast.</p></details>
        <details><summary>Doel 1.2</summary><p>Meer toezicht.</p></details></details>
      <div class="accordion-item"><div class="accordion-header">Kosten</div>
        <p style="display:none">Tien euro.</p></div>"""

    assert [(level, text) for role, level, text in seen(tmp_path, body) if role == "heading"] == [
        (2, "Programma 1"),
        (3, "Doelen"),
        (4, "Doel 1.1"),
        (4, "Doel 1.2"),
        (3, "Kosten"),
    ]


def test_headings_may_be_named_so_only(tmp_path: Path) -> None:
    body = """<div class="page__title">Veiligheid</div><h2>Doelen</h2><div class="card-title">Rust</div><p>Tekst.</p>
      <div class="title">Een hele zin die eindigt.</div><div class="title"><p>Een alinea</p></div>"""

    assert seen(tmp_path, body) == [
        ("heading", 2, "Veiligheid"),
        ("heading", 2, "Doelen"),
        ("heading", 3, "Rust"),
        ("paragraph", None, "Tekst."),
        ("paragraph", None, "Een hele zin die eindigt."),
        ("paragraph", None, "Een alinea"),
    ]


def test_the_number_of_an_item_belongs_to_its_text(tmp_path: Path) -> None:
    body = """<ul><li><span class="nr">a.</span><p>openbare plaats;</p></li><li><div>b.</div><div>weg;</div></li></ul>
      <div>1.</div><p>Het is verboden.</p><div>2.1</div><p>De raad besluit.</p><p>2024</p><p>Slot.</p>"""

    assert [text for _, _, text in seen(tmp_path, body)] == [
        "a. openbare plaats;",
        "b. weg;",
        "1. Het is verboden.",
        "2.1 De raad besluit.",
        "2024",
        "Slot.",
    ]


def test_the_look_of_a_lead_is_kept(tmp_path: Path) -> None:
    body = "<p><strong>Jeugd</strong><br>Wij sturen bij.</p><p><em>Camera's</em></p><p>Een <i>deel</i> schuin.</p>"

    assert [line.style for line in page(tmp_path, body).lines] == [
        Style(bold=True),
        Style(),
        Style(italic=True),
        Style(),
    ]


def test_furniture_is_kept_apart(tmp_path: Path) -> None:
    body = """<div class="cookie-banner">Wij gebruiken cookies</div><header>Gemeente Waterdrecht</header>
      <nav><ul><li>Home</li></ul></nav><div class="has-sidebar"><main><article><header><h1>Stuk</h1></header>
      <p>Het college besluit.</p><footer>Vastgesteld op 3 mei</footer></article></main></div>
      <div id="respond"><p>Geef een reactie</p></div><form action="/x"><p>Geen menu.</p></form>
      <aside>Zie ook</aside><footer>Colofon</footer><script>var tekst = "nee"</script><style>p {}</style>"""

    lines = page(tmp_path, body).lines

    assert [line.text for line in lines if line.role == "furniture"] == [
        "Wij gebruiken cookies", "Gemeente Waterdrecht", "Home", "Geef een reactie", "Zie ook", "Colofon",
    ]  # fmt: skip
    assert [line.text for line in lines if line.role != "furniture"] == [
        "Stuk", "Het college besluit.", "Vastgesteld op 3 mei", "Geen menu.",
    ]  # fmt: skip


def test_boxes_over_the_page_and_menus_beside_it_are_furniture(tmp_path: Path) -> None:
    body = """<div role="dialog" aria-labelledby="k"><h2 id="k">Deze link delen</h2><p>https://a.example/1</p></div>
      <div aria-modal="true"><h2>Afdrukken</h2></div><div class="modal fade"><p>Even wachten</p></div>
      <div class="sidemenu"><ul><li>Voorwoord</li></ul></div><h1>Stuk</h1><p>Het college besluit.</p>"""

    lines = page(tmp_path, body).lines

    assert [line.text for line in lines if line.role != "furniture"] == ["Stuk", "Het college besluit."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("<a>Print</a><a>Download</a>", "Print Download", id="two links"),
        pytest.param("<a>Print</a>en<a>Download</a>", "PrintenDownload", id="text between links"),
        pytest.param("<span>1.1</span><span>Minder overlast</span>", "1.1 Minder overlast", id="number and title"),
        pytest.param("<b><i>a.</i></b><span>jeugdige</span>", "a. jeugdige", id="letter of an item"),
        pytest.param("<b>W</b><span>aterdrecht</span>", "Waterdrecht", id="a large first letter"),
        pytest.param("In<b>1.1</b><i>staat</i>", "In1.1staat", id="a number within a sentence"),
    ],
)
def test_what_only_style_parts_is_set_apart(tmp_path: Path, markup: str, text: str) -> None:
    assert [line.text for line in page(tmp_path, f"<p>{markup}</p>").lines] == [text]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("beleid<sup>1</sup> en", "beleid en"),
        ("20 m<sup>2</sup> groen", "20 m2 groen"),
        ("de 1<sup>e</sup> keer", "de 1e keer"),
        ("beleid¹ en 20 m²", "beleid en 20 m2"),
        ("af&shy;val", "afval"),
        ("H<sub>2</sub>O", "H2O"),
        ("eﬃciënt", "efficiënt"),
    ],
)
def test_marks_and_odd_characters(tmp_path: Path, markup: str, text: str) -> None:
    assert [line.text for line in page(tmp_path, f"<p>{markup}</p>").lines] == [text]


def test_line_breaks_end_a_line_and_two_a_paragraph(tmp_path: Path) -> None:
    long = "Een regel die veel te lang is om een adres te zijn en die midden in een zin"
    lines = page(tmp_path, f"<p>Dorpsstraat 1<br>Waterdrecht<br><br>{long}<br>verder gaat.</p>").lines

    assert [(line.text, line.starts_block) for line in lines] == [
        ("Dorpsstraat 1", True),
        ("Waterdrecht", True),
        (long, True),
        ("verder gaat.", False),
    ]


def test_what_the_page_says_of_itself(tmp_path: Path) -> None:
    head = """<title>Begroting 2024 | Waterdrecht</title><link rel="canonical" href="https://waterdrecht.example/b">
      <meta name="description" content="De begroting"><meta property="article:published_time" content="2023-11-09">
      <meta name="viewport" content="width=device-width">"""

    reading = page(tmp_path, "<p>Tekst</p>", head)

    assert reading.title == "Begroting 2024 | Waterdrecht"
    assert reading.url == "https://waterdrecht.example/b"
    assert reading.hints == (("description", "De begroting"), ("article:published_time", "2023-11-09"))


@pytest.mark.parametrize(
    ("data", "text", "problems"),
    [
        ("<p>Coöperatie</p>".encode(), "Coöperatie", 0),
        ("\ufeff<p>Coöperatie</p>".encode(), "Coöperatie", 0),
        ("<p>Coöperatie</p>".encode("utf-16"), "Coöperatie", 0),
        (b'<meta charset="iso-8859-1"><p>Co\xf6peratie \x80 5</p>', "Coöperatie € 5", 0),
        (b"<p>Co\xf6peratie</p>", "Coöperatie", 0),
        (b'<meta charset="utf-8"><p>Co\xf6peratie</p>', "Coöperatie", 1),
        (b'<meta charset="onzin"><p>Tekst</p>', "Tekst", 0),
    ],
    ids=["utf-8", "utf-8 mark", "utf-16 mark", "latin-1 is cp1252", "no declaration", "lies", "unknown"],
)
def test_encodings(tmp_path: Path, data: bytes, text: str, problems: int) -> None:
    path = tmp_path / "pagina.html"
    path.write_bytes(data)

    reading = read_html(path)

    assert [line.text for line in reading.lines] == [text]
    assert len(reading.problems) == problems


@pytest.mark.parametrize(
    "nest",
    [
        "<div>",
        "<table><tr><td>",
        "<li><ol>",
        "<x-y>",
        '<div title="</div>">',
        "<div></x></x>",
        "<div><!--</div>-->",
        "<div><script></div></script>",
        "<svg><g>",
    ],
)
def test_absurd_nesting_is_refused(tmp_path: Path, nest: str) -> None:
    with pytest.raises(DamagedFile, match="te diep genest"):
        page(tmp_path, nest * 100_000 + "tekst")


def test_groups_within_a_definition_list_may_be_nested_absurdly(tmp_path: Path) -> None:
    assert [line.text for line in page(tmp_path, "<dl>" + "<div>" * 2_900 + "Diep.").lines] == ["Diep."]


@pytest.mark.parametrize(
    "markup",
    ["<svg>" + "<path d='M0'/>" * 5_000 + "</svg>", "<script>'" + "<div>" * 5_000 + "'</script>", "<p>" * 5_000],
    ids=["shapes", "script", "unclosed paragraphs"],
)
def test_many_tags_that_do_not_nest_are_read(tmp_path: Path, markup: str) -> None:
    assert [line.text for line in page(tmp_path, markup + "<p>Het college besluit.</p>").lines] == [
        "Het college besluit."
    ]


def test_deep_but_lawful_nesting_and_huge_spans_are_read(tmp_path: Path) -> None:
    body = "<div>" * 2_000 + "diep" + "</div>" * 2_000
    table = '<table><tr><td colspan="999999999">a</td><td rowspan="99999999">b</td></tr></table>'

    lines = page(tmp_path, body + table).lines

    assert lines[0].text == "diep"
    assert lines[1].cells == ("a", *[""] * 59)


def test_a_page_without_text_is_empty(tmp_path: Path) -> None:
    with pytest.raises(EmptyFile, match="heeft geen tekst"):
        page(tmp_path, "<script>alles()</script>")


def test_a_page_of_menus_only_says_so(tmp_path: Path) -> None:
    reading = page(tmp_path, "<nav>Home</nav>")

    assert reading.problems == ("Op de pagina staat geen lopende tekst, alleen menu's en dergelijke.",)
