"""Tables on a web page: their cells, and what only looks or is made like one."""

from pathlib import Path

import pytest

from ingest.layout import Line
from tests.read.web import page, seen

ROLES = """<div role="table"><div role="rowgroup"><div role="row"><span role="columnheader">x € 1.000</span>
  <span role="columnheader">2025</span></div></div><div role="rowgroup"><div role="row"><span role="rowheader">Lasten
  </span><span role="cell">1.250</span></div></div></div>"""


CLASSES = """<section class="table">
  <div class="table-row"><div class="td">x € 1.000</div><div class="td">2025</div></div>
  <div class="table-row"><div class="td">Lasten</div><div class="td"><b>1.250</b></div></div></section>"""


@pytest.mark.parametrize("markup", [ROLES, CLASSES], ids=["roles", "classes"])
def test_tables_of_other_elements_are_tables(tmp_path: Path, markup: str) -> None:
    lines = page(tmp_path, markup + "<p>Tot slot.</p>").lines

    assert [(line.cells, line.table) for line in lines] == [
        (("x € 1.000", "2025"), 1),
        (("Lasten", "1.250"), 1),
        ((), None),
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<div class="row"><div class="col">Links.</div><div class="col">Rechts.</div></div>',
        f'<div class="row"><div class="cell">{"Lang. " * 40}</div><div class="cell">Kort.</div></div>',
        '<div class="row"><div class="cell"><h2>Kop</h2></div><div class="cell">Tekst.</div></div>',
        '<div class="row"><div class="cell">Alleen.</div></div>',
    ],
    ids=["columns of the page", "long text", "a heading", "one cell"],
)
def test_a_lay_out_of_rows_is_no_table(tmp_path: Path, markup: str) -> None:
    assert not any(line.cells for line in page(tmp_path, f"<div>{markup}</div>").lines)


def test_tables_give_a_cell_per_column(tmp_path: Path) -> None:
    body = """<table><caption>Tabel 1</caption><tr><th>Post</th><th colspan="2">2024</th></tr>
      <tr><td rowspan="2">Lasten</td><td>10</td><td>12<br>(raming)</td></tr><tr><td>1</td><td></td></tr>
      <tr><td></td><td></td><td></td></tr></table>
      <dl><dt>Portefeuillehouder</dt><dd>J. de Wit</dd><dt>Afdeling</dt><dd>Veiligheid</dd></dl>"""

    lines = page(tmp_path, body).lines

    assert lines[0] == Line("Tabel 1", role="caption", starts_block=True)
    assert [(line.table, line.cells) for line in lines[1:]] == [
        (1, ("Post", "2024", "")),
        (1, ("Lasten", "10", "12 (raming)")),
        (1, ("", "1", "")),
        (2, ("Portefeuillehouder", "J. de Wit")),
        (2, ("Afdeling", "Veiligheid")),
    ]
    assert lines[2].text == "Lasten | 10 | 12 (raming)"


def test_a_table_that_lays_out_the_page_is_read_as_text(tmp_path: Path) -> None:
    body = """<table role="presentation"><tr><td><h2>Kop</h2></td><td><p>Tekst.</p></td></tr></table>
      <table><tr><td><table><tr><td>Binnen</td><td>in</td></tr></table></td><td>Naast</td></tr></table>
      <table><tr><td>Kolom alleen</td></tr></table>"""

    assert seen(tmp_path, body) == [
        ("heading", 2, "Kop"),
        ("paragraph", None, "Tekst."),
        ("table_row", None, "Binnen | in"),
        ("paragraph", None, "Naast"),
        ("paragraph", None, "Kolom alleen"),
    ]


@pytest.mark.parametrize(
    "sign",
    [
        '<img src="g.png" alt="Gereed">',
        '<span class="icon" aria-label="Gereed"></span>',
        '<i class="fa" title="Gereed"></i>',
        '<img src="g.png" alt=""><span title="Gereed"></span>',
    ],
)
def test_a_cell_with_only_a_picture_has_its_name(tmp_path: Path, sign: str) -> None:
    rows = page(tmp_path, f"<table><tr><td>Sporthal</td><td>{sign}</td></tr></table>").lines

    assert [line.cells for line in rows] == [("Sporthal", "Gereed")]


def test_the_name_of_a_picture_beside_words_is_left_out(tmp_path: Path) -> None:
    markup = '<table><tr><td>Sporthal</td><td><img alt="pijl"> Loopt</td></tr></table>'

    assert [line.cells for line in page(tmp_path, markup).lines] == [("Sporthal", "Loopt")]
