"""Sheets in which what matters is how a figure is written: its sign, its unit, a letter beside it."""

import random
from collections.abc import Callable

from evaluation.tables.grid import Format, Grid, Sheet, Truth, years
from evaluation.tables.wording import (
    PROGRAMMES,
    THOUSAND,
    accountants,
    apostrophes,
    bracketed,
    bracketed_decimal,
    dotted,
    euro,
    euro_apart,
    letter_first,
    lettered,
    spaced,
)


def _millions(draw: random.Random) -> Sheet:
    """Millions with a decimal, negatives in brackets, thin rules."""
    sheet = Sheet("millions", "tr { border-bottom: .2pt solid #bbb }")
    sheet.body.append("<h2>Meerjarenbeeld</h2><p>Bedragen x € 1 mln</p>")
    grid = Grid(sheet, years(2026, 4), bracketed_decimal, 1e6, draw)
    grid.head("Omschrijving", *(f"Begroting {year}" for year in range(2026, 2030)))
    for label, sign, side in (
        ("Lasten programma's", -1, "last"),
        ("Algemene uitkering", 1, None),
        ("Onroerendezaakbelasting", 1, None),
        ("Baten programma's", 1, "bate"),
        ("Saldo van baten en lasten", -1, "saldo"),
        ("Bezuinigingsmaatregelen zoals opgenomen in de kadernota", 1, None),
    ):
        grid.row(label, sign=sign, direction=side)  # type: ignore[arg-type]
    grid.end()
    return sheet


def _signs(draw: random.Random) -> Sheet:
    """One small table for each way to print a sign or a thousand."""
    sheet = Sheet("signs", "table { margin-bottom: 8mm }")
    ways: tuple[tuple[str, Format, float], ...] = (
        ("Alle bedragen x 1.000 euro", letter_first, THOUSAND),
        ("bedragen in €", euro, 1.0),
        ("(x € 1.000)", bracketed, THOUSAND),
        ("Bedragen x € 1.000,-", lettered, THOUSAND),
        ("Bedragen * € 1.000", spaced, THOUSAND),
        ("x € 1.000", apostrophes, THOUSAND),
        ("Bedragen in euro's", euro_apart, 1.0),
        ("(bedragen × € 1.000)", accountants, THOUSAND),
        ("x 1.000", lambda value: dotted(value).replace("-", "– "), THOUSAND),
    )
    for place, (unit, show, scale) in enumerate(ways):
        sheet.body.append(f"<p>{unit}</p>")
        by_letter = show in (letter_first, lettered)
        grid = Grid(sheet, years(2025, 4, "saldo" if by_letter else None), show, scale, draw)
        grid.head("Mutaties", *(f"Begroting {year}" for year in range(2025, 2029)))
        for row, name in enumerate(("Loon- en prijsstijging", "Herijking gemeentefonds", "Vrijval voorziening")):
            grid.row(f"{name} {'abcdefghi'[place]}", sign=1 if row == 1 else -1)
        grid.end()
    return sheet


def _letter_columns(draw: random.Random) -> Sheet:
    """N or V in a narrow column behind every figure."""
    sheet = Sheet("letter columns", "td, th { padding: 1pt 2pt }")
    sheet.body.append("<p>Tabel 2: Saldo per programma (bedragen x € 1.000, N = nadeel, V = voordeel)</p>")
    heads = "".join(f'<th class="n">{year}</th><th></th>' for year in range(2026, 2030))
    rows = []
    for label in (*PROGRAMMES, "Saldo meerjarenbeeld"):
        cells = []
        for year in range(2026, 2030):
            value = draw.choice([number for number in range(2100, 45_000) if number * THOUSAND not in _values(sheet)])
            letter = draw.choice("NV")
            cells.append(f'<td class="n">{dotted(value)}</td><td>{letter}</td>')
            signed = value if letter == "V" else -value
            sheet.truths.append(Truth(signed * THOUSAND, label, year, "saldo"))
        rows.append(f"<tr><td>{label}</td>{''.join(cells)}</tr>")
    sheet.body.append(f"<table><tr><th>Programma</th>{heads}</tr>{''.join(rows)}</table>")
    return sheet


def _values(sheet: Sheet) -> set[float]:
    return {abs(truth.value) for truth in sheet.truths}


SIGNED_STYLES: tuple[Callable[[random.Random], Sheet], ...] = (_millions, _signs, _letter_columns)
