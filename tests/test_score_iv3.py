"""The scorer of amounts against a report to Statistics Netherlands."""

from pathlib import Path

import pytest

from evaluation.score_iv3 import Figure, Finding, find, main, misses, read_figures, table
from ingest.fact_types import Amount

RIOLERING = Figure("7.2", "Riolering", "lasten", 1_942_000.0)
WIJKTEAMS = Figure("6.2", "Toegang en ..", "baten", 286_000.0)


def amount(value: float, **more: object) -> Amount:
    attributes: dict[str, object] = {"direction": "last", "year": 2023, "taakveld": "7.2", "row": "7.2 Riolering"}
    return Amount(0, 1, "x", 0.9, value, **(attributes | more))  # type: ignore[arg-type]


def verdict(figure: Figure, *amounts: Amount) -> tuple[bool, bool, bool]:
    (finding,) = find([figure], amounts, 2023)
    return finding.strict, finding.by_row, finding.anywhere


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(amount(-1_941_344.0), (True, True, True), id="right, as a negative"),
        pytest.param(amount(1_944_000.0), (True, True, True), id="two thousand off"),
        pytest.param(amount(1_944_001.0), (False, False, False), id="more than two thousand off"),
        pytest.param(amount(1_942.0), (False, False, False), id="the scale forgotten"),
        pytest.param(amount(1_942_000.0, direction="bate"), (False, True, True), id="the other side"),
        pytest.param(amount(1_942_000.0, year=2022), (False, True, True), id="another year"),
        pytest.param(amount(1_942_000.0, column="Begroting na wijziging 2023"), (False, True, True), id="a plan"),
        pytest.param(amount(1_942_000.0, column="Realisatie 2023 Lasten"), (True, True, True), id="realised"),
        pytest.param(amount(1_942_000.0, taakveld=None), (False, True, True), id="no taakveld"),
        pytest.param(amount(1_942_000.0, taakveld=None, row="Riolering"), (False, True, True), id="only its name"),
        pytest.param(amount(1_942_000.0, taakveld=None, row="17.2 Brug"), (False, False, True), id="part of a code"),
        pytest.param(amount(1_942_000.0, taakveld=None, row="7.25 Brug"), (False, False, True), id="a longer code"),
        pytest.param(amount(1_942_000.0, taakveld=None, row=None), (False, False, True), id="no row"),
    ],
)
def test_an_amount_counts_as_far_as_it_is_attributed(found: Amount, expected: tuple[bool, bool, bool]) -> None:
    assert verdict(RIOLERING, found) == expected


def test_a_name_that_the_report_cuts_off_is_found_by_its_beginning() -> None:
    row = "Toegang en eerstelijnsvoorzieningen"
    assert verdict(WIJKTEAMS, amount(285_595.0, taakveld=None, row=row)) == (False, True, True)


def test_what_the_document_says_instead_is_told() -> None:
    findings = find([RIOLERING, WIJKTEAMS], [amount(-1_800_000.0), amount(286_000.0, row="Elders")], 2023)

    assert [finding.other for finding in findings] == [-1_800_000.0, None]
    assert misses(findings) == [
        "7.2 Riolering, lasten 1,942,000: nowhere; the document gives -1,800,000",
        "6.2 Toegang en .., baten 286,000: elsewhere",
    ]


def test_the_table_has_a_line_for_each_side() -> None:
    findings = [
        Finding(RIOLERING, strict=True, by_row=True, anywhere=True, other=None),
        Finding(RIOLERING, strict=False, by_row=False, anywhere=True, other=5.0),
    ]

    assert [line.split() for line in table(findings).splitlines()[1:]] == [
        ["baten", "0", "-", "-", "-", "0"],
        ["lasten", "2", "1", "50.0%", "1", "50.0%", "2", "100.0%", "1"],
        ["both", "2", "1", "50.0%", "1", "50.0%", "2", "100.0%", "1"],
    ]


def test_noughts_are_not_asked_for(tmp_path: Path) -> None:
    report = tmp_path / "iv3.csv"
    report.write_text("taakveld,naam,baten_x1000,lasten_x1000\n7.2,Riolering,0.0,1942.0\n", encoding="utf-8")
    assert read_figures(report) == (RIOLERING,)


def test_a_document_is_read_and_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report, document = tmp_path / "iv3.csv", tmp_path / "jaarstukken-2023-waterdrecht.html"
    report.write_text("taakveld,naam,baten_x1000,lasten_x1000\n7.2,Riolering,3161.0,1942.0\n", encoding="utf-8")
    document.write_text(
        "<h1>Jaarstukken 2023 gemeente Waterdrecht</h1><p>Bedragen x € 1.000</p><table>"
        "<tr><th>Taakveld</th><th>Realisatie 2023 baten</th><th>Realisatie 2023 lasten</th></tr>"
        "<tr><td>7.2 Riolering</td><td>3.161</td><td>1.880</td></tr></table>",
        encoding="utf-8",
    )

    assert main([str(document), str(report), "--misses"]) == 0

    out = capsys.readouterr().out.splitlines()
    assert out[3].split() == ["both", "2", "1", "50.0%", "1", "50.0%", "1", "50.0%", "1"]
    assert out[4:] == ["7.2 Riolering, lasten 1,942,000: nowhere; the document gives 1,880,000"]
