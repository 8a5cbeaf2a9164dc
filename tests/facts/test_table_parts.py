"""What the cells, heads and labels of a table of sums say, each by itself."""

import pytest

from ingest.facts.tables.figures import figure_in, is_letter
from ingest.facts.tables.heads import Shape, columns_of, without_unit
from ingest.facts.tables.labels import direction_of, taakveld_by_name, taakveld_of


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        pytest.param("1.234", 1234, id="plain"),
        pytest.param("-1.234", -1234, id="minus before"),
        pytest.param("– 1.234", -1234, id="dash and space"),
        pytest.param("1.234-", -1234, id="minus behind"),
        pytest.param("-/- 1.234", -1234, id="accountant's minus"),
        pytest.param("1.234 -/-", -1234, id="accountant's minus behind"),
        pytest.param("€ - 1.234", -1234, id="minus after the euro sign"),
        pytest.param("(1.234)", -1234, id="brackets"),
        pytest.param("N 1.234", -1234, id="N before"),
        pytest.param("1.234 N", -1234, id="N behind"),
        pytest.param("1.234 (V)", 1234, id="V in brackets"),
        pytest.param("1.234 nadelig", -1234, id="nadelig"),
        pytest.param("12\u00a0345", 12345, id="space between thousands"),
        pytest.param("12'345", 12345, id="apostrophe between thousands"),
        pytest.param("1.234*", 1234, id="asterisk"),
        pytest.param("12,5", 12.5, id="decimal"),
    ],
)
def test_reads_a_figure_however_it_is_printed(cell: str, value: float) -> None:
    figure = figure_in(cell)
    assert figure is not None
    assert figure.value == value


@pytest.mark.parametrize("cell", ["2025", "12%", "0.1", "1.2.3", "(1.234", "1-2-2025", "V", "", "6.71a"])
def test_reads_no_figure_in_other_cells(cell: str) -> None:
    assert figure_in(cell) is None


def test_tells_letters_from_words() -> None:
    assert [cell for cell in ("V", "N/V", "V / N", "nadelig", "Nee", "VN", "") if is_letter(cell)] == [
        "V",
        "N/V",
        "V / N",
        "nadelig",
    ]


@pytest.mark.parametrize(
    ("heads", "shape", "columns"),
    [
        pytest.param(
            [("Taakveld", "2025", "2026"), ("", "", "Lasten", "Baten", "Lasten", "Baten")],
            Shape(6, 2),
            ["2025 Lasten", "2025 Baten", "2026 Lasten", "2026 Baten"],
            id="years over sides, two cells of labels",
        ),
        pytest.param(
            [("", "", "2025", "", "", "2026", ""), ("", "Lasten", "Baten", "Saldo", "Lasten", "Baten", "Saldo")],
            Shape(7, 1),
            ["2025 Lasten", "2025 Baten", "2025 Saldo", "2026 Lasten", "2026 Baten", "2026 Saldo"],
            id="years centred over their sides",
        ),
        pytest.param(
            [("Begroting", "Rekening", "Verschil"), ("Post", "Baten", "Lasten", "Baten", "Lasten", "Baten")],
            Shape(6, 1),
            ["Begroting Baten", "Begroting Lasten", "Rekening Baten", "Rekening Lasten", "Verschil Baten"],
            id="heads over groups of unequal width",
        ),
        pytest.param(
            [("Lasten", "Begroting", "Werkelijk", ""), ("", "2025", "2025", "N/V")],
            Shape(4, 1, frozenset({3})),
            ["Begroting 2025", "Werkelijk 2025"],
            id="letters in a column of their own",
        ),
        pytest.param(
            [
                ("P", "Omschrijving", "Krediet", "Nieuw", "Later", ""),
                ("", "", "", "2026", "2027", "2028"),
                ("", "Subtotaal programma 1", "-", "-", "-", "-"),
            ],
            Shape(5, 1),
            ["Krediet", "Nieuw 2026", "Later 2027", "2028"],
            id="number and name in one cell of the rows, in two of the heads",
        ),
    ],
)
def test_puts_the_heads_over_their_columns(heads: list[tuple[str, ...]], shape: Shape, columns: list[str]) -> None:
    assert columns_of(heads, shape) == columns


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Lasten (bedragen x € 1.000)", "Lasten"),
        ("Saldo x € 1.000", "Saldo"),
        ("Exploitatie", "Exploitatie"),
    ],
)
def test_takes_the_unit_off_a_head(text: str, rest: str) -> None:
    assert without_unit(text) == rest


@pytest.mark.parametrize(
    ("label", "code"),
    [
        ("Taakveld 2.2 Parkeren", "2.2"),
        ("2.2. Parkeren", "2.2"),
        ("2.2 - Parkeren", "2.2"),
        ("Parkeren (2.2)", "2.2"),
        ("6.71A Hulp bij het huishouden", "6.71a"),
        ("Toevoeging aan reserves", "0.10"),
        ("Totaal onttrekkingen reserves", "0.10"),
        ("Mutaties voorzieningen", None),
        ("2.2 Loopbruggen", None),
    ],
)
def test_knows_a_taakveld_however_it_is_written(label: str, code: str | None) -> None:
    assert taakveld_of(label) == code


def test_knows_a_taakveld_by_its_whole_name_only() -> None:
    assert [taakveld_by_name(name) for name in ("Openbaar vervoer", "0-5.2 Treasury", "Vervoer", "Afval en riool")] == [
        "2.5",
        "0.5",
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Lasten 2025", "last"),
        ("Totaal baten (8)", "bate"),
        ("Saldo van baten en lasten", "saldo"),
        ("0.8 Overige baten en lasten", None),
        ("Onttrekking aan reserves", "bate"),
        ("Storting in reserve", "last"),
        ("Mutaties reserves", None),
    ],
)
def test_tells_the_side(words: str, direction: str | None) -> None:
    assert direction_of(words) == direction
