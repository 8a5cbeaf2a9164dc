"""Sheets in the styles in which Dutch municipalities print their figures; every name and figure is invented."""

import random
from collections.abc import Callable, Sequence
from dataclasses import replace

from evaluation.tables.grid import Column, Direction, Grid, Sheet, years
from evaluation.tables.signed_styles import SIGNED_STYLES
from evaluation.tables.wording import (
    PROGRAMMES,
    TAAKVELDEN,
    THOUSAND,
    dotted,
    minus_behind,
)

SIDES: tuple[Direction, ...] = ("last", "bate", "saldo")


def _blocks(draw: random.Random) -> Sheet:
    """Lasten and baten as groups of taakvelden, per programme, under a coloured head of two lines."""
    sheet = Sheet("blocks", "th { background: #1d4f91; color: white } tr:nth-child(even) td { background: #eef }")
    for number, programme in enumerate(PROGRAMMES[:3], 1):
        sheet.body.append(f"<h2>Programma {number} {programme}</h2><p>Wat mag het kosten?</p>")
        grid = Grid(sheet, years(2024, 6), dotted, THOUSAND, draw)
        names = ("Rekening", "Begroting", "Begroting", "Raming", "Raming", "Raming")
        heads = (f"{name}\n{2024 + place}" for place, name in enumerate(names))
        grid.head("Exploitatie (bedragen x € 1.000)", *heads)
        mine = TAAKVELDEN[number * 6 : number * 6 + 4]
        for title, side in (("Lasten", "last"), ("Baten", "bate")):
            grid.group(title, side="last" if side == "last" else "bate")
            for code, name in mine:
                grid.row(f"{code} {name}", taakveld=code, empty=(1,) if side == "bate" else (), nil="0")
            grid.row(f"Totaal {title.lower()}")
        grid.group("Reserves")
        grid.row("Toevoeging aan reserves", taakveld="0.10", direction="last", sign=-1)
        grid.row("Onttrekking aan reserves", taakveld="0.10", direction="bate")
        grid.row("Geraamd resultaat", direction="saldo", sign=-1)
        grid.end()
    return sheet


def _groups(draw: random.Random) -> Sheet:
    """A taakveld over the rows of its sides, with V and N in a column of its own."""
    sheet = Sheet("groups", "tr { border-bottom: .3pt solid #999 }")
    sheet.body.append("<h2>Taakvelden per programma</h2><p>Bedragen in duizenden euro's</p>")
    grid = Grid(sheet, [Column(2024), *[Column(2025)] * 3, Column()], dotted, THOUSAND, draw)
    grid.head(
        "1A Meedoen in de buurt",
        "Rekening 2024",
        "Begroting 2025",
        "Begroot na wijz. 2025",
        "Rekening 2025",
        "Verschil",
        "V / N",
    )
    for place, (code, name) in enumerate(TAAKVELDEN[20:28]):
        grid.group(f"{code} {name}")
        letter = ["V" if place % 2 else "N"]
        grid.row("Totaal lasten (4)", known="lasten", taakveld=code, direction="last", extra=letter)
        grid.row("Totaal baten (8)", known="baten", taakveld=code, direction="bate", extra=letter)
        grid.row("Saldo", taakveld=code, direction="saldo", sign=-1, extra=letter)
    grid.end()
    return sheet


def _wide(draw: random.Random) -> Sheet:
    """Code and name in cells of their own, three sides to five years, on pages of their own turned by a quarter."""
    sheet = Sheet(
        "wide", "@page { size: A4 landscape; margin: 12mm } body { font-size: 7pt } td { border: .4pt solid }"
    )
    sheet.body.append("<h2>Overzicht van baten en lasten per taakveld (x € 1.000)</h2>")
    _sides_by_year(sheet, draw, list(range(2024, 2029)), TAAKVELDEN, repeat=True)
    return sheet


def _turned(draw: random.Random) -> Sheet:
    sheet = _wide(draw)
    sheet.name, sheet.turned = "turned page", "page"
    return sheet


def _sideways(draw: random.Random) -> Sheet:
    sheet = _wide(draw)
    sheet.name, sheet.turned = "turned text", "text"
    return sheet


def _continued(draw: random.Random) -> Sheet:
    """A table over several pages with its head on the first one only, and no rules at all."""
    sheet = Sheet("continued", "body { font-size: 11pt } td { padding-bottom: 6pt }")
    sheet.body.append("<h2>Taakvelden</h2><p>Bedragen x € 1.000</p>")
    _sides_by_year(sheet, draw, [2025, 2026], TAAKVELDEN, repeat=False)
    return sheet


def _sides_by_year(
    sheet: Sheet, draw: random.Random, years: Sequence[int], fields: Sequence[tuple[str, str]], *, repeat: bool
) -> None:
    columns = [Column(year, side, -1 if side == "bate" else 1) for year in years for side in SIDES]
    grid = Grid(sheet, columns, dotted, THOUSAND, draw)
    grid.head("", "Taakveld", *((f"Begroting {year}", 3) for year in years))
    grid.head("", "", *("Lasten", "Baten", "Saldo") * len(years))
    for place, (code, name) in enumerate(fields):
        grid.row(code, name, taakveld=code, empty=(1, 4) if place % 3 == 1 else (0,) if place % 5 == 2 else ())
    grid.row("", "Totaal")
    grid.end(repeat=repeat)


def _accounts(draw: random.Random) -> Sheet:
    """Jaarrekening: the side stands in the head, the year below each column's name, N or V behind the difference."""
    sheet = Sheet("accounts", "th { border-bottom: 1pt solid }")
    heads = ("Begroting", "Wijziging", "Begroting na wijziging", "Werkelijk", "Verschil")
    for title, side in (("Lasten", "last"), ("Baten", "bate")):
        sheet.body.append(f"<h2>4.2.{len(sheet.body) + 1} Overzicht {title.lower()}</h2><p>(x € 1.000)</p>")
        direction: Direction = "last" if side == "last" else "bate"
        grid = Grid(sheet, [Column(2025, direction)] * 5, dotted, THOUSAND, draw)
        grid.head(title, *heads, "")
        grid.head("", *["2025"] * 5, "N/V")
        for number, name in enumerate(PROGRAMMES):
            grid.group(f"{number} {name}")
            for code, field in TAAKVELDEN[number * 4 : number * 4 + 3]:
                grid.row(f"{code} {field}", taakveld=code, extra=["N" if number % 2 else "V"], empty=(1,), nil="-")
            grid.row(f"{number} {name}", extra=["V"])
        grid.end()
    return sheet


def _typed(draw: random.Random) -> Sheet:
    """As typed in Word: all rules drawn, labels of several lines in a narrow column, the minus behind the figure."""
    sheet = Sheet("typed", "td, th { border: .5pt solid } td:first-child { width: 32mm }")
    sheet.body.append("<p>Tabel 4 Saldo per programma (in duizenden euro's, een minteken is een nadeel)</p>")
    grid = Grid(sheet, years(2026, 4, "saldo"), minus_behind, THOUSAND, draw)
    grid.head("Saldo", "2026", "2027", "2028", "2029")
    for place, name in enumerate(PROGRAMMES):
        grid.row(name, sign=-1 if place % 2 else 1)
        grid.row(f"Nieuw beleid {name.lower()}", sign=-1, empty=(0, 1), nil="-")
    grid.end()
    return sheet


def _named(draw: random.Random) -> Sheet:
    """Taakvelden by their names only; sides by year, the year in a row of heads of its own above."""
    sheet = Sheet("named", "th { background: #e6007e; color: white } td { border-bottom: .3pt dotted #888 }")
    sheet.body.append("<h2>Baten en lasten per taakveld</h2>")
    columns = [Column(year, side) for year in (2025, 2026) for side in SIDES]
    grid = Grid(sheet, columns, dotted, THOUSAND, draw)
    grid.head("bedragen x € 1.000", ("Primaire begroting 2025", 3), ("Primaire begroting 2026", 3))
    grid.head("Taakveld", *("Lasten", "Baten", "Saldo") * 2)
    for code, name in TAAKVELDEN[:14]:
        grid.row(name, taakveld=code)
    grid.end()
    return sheet


def _small(draw: random.Random) -> Sheet:
    """Each taakveld a little table among the text, its sides as rows."""
    sheet = Sheet("small", "td { border-top: .3pt solid #aaa } th { background: #ddd }")
    for code, name in TAAKVELDEN[12:18]:
        sheet.body.append(f"<h2>Taakveld {code} {name}</h2><p>Wij werken hier samen met de buurten aan.</p>")
        grid = Grid(sheet, years(2024, 5), dotted, THOUSAND, draw)
        grid.head(f"{code} {name} (x € 1.000)", "Realisatie 2024", *(f"Begroting {year}" for year in range(2025, 2029)))
        grid.row("Lasten", taakveld=code, direction="last")
        grid.row("Baten", taakveld=code, direction="bate")
        grid.row("Saldo", taakveld=code, direction="saldo", sign=-1)
        grid.end()
    return sheet


def _unequal(draw: random.Random) -> Sheet:
    """Sides under the begroting and the rekening, and one column for the difference; heads of three lines."""
    sheet = Sheet("unequal", "th { background: #2a7; color: white } .n { padding-right: 5pt }")
    sheet.body.append("<h2>Overzicht van baten en lasten</h2>")
    columns = [*(Column(2025, side) for side in SIDES), *(Column(2025, side) for side in SIDES), Column(2025, "saldo")]
    grid = Grid(sheet, columns, dotted, THOUSAND, draw)
    grid.head("(bedragen x € 1.000)", ("Begroting 2025", 3), ("Rekening 2025", 3), "Verschil")
    grid.head("Programma", *("Lasten", "Baten", "Saldo") * 2, "Saldo")
    for number, name in enumerate(PROGRAMMES, 1):
        grid.row(f"{number}. {name}")
    grid.row("Algemene dekkingsmiddelen", empty=(0, 3))
    grid.end()
    return sheet


def _totals_first(draw: random.Random) -> Sheet:
    """The total of a side stands above the taakvelden that make it up."""
    sheet = Sheet("totals first", "td { border-bottom: .3pt solid #ccc } .n { width: 17mm }")
    for programme, start in ((PROGRAMMES[2], 13), (PROGRAMMES[3], 18)):
        sheet.body.append(f"<h2>{programme}</h2><p>Wat gaat het kosten? Bedragen x € 1.000</p>")
        grid = Grid(sheet, [Column(2024), *years(2025, 5)], dotted, THOUSAND, draw)
        grid.head("", "Rekening 2024", "Begroting 2025 incl. wijz.", "Begroting 2026", "2027", "2028", "2029")
        for title, side in (("Lasten", "last"), ("Baten", "bate")):
            direction: Direction = "last" if side == "last" else "bate"
            grid.row(title, direction=direction)
            for code, name in TAAKVELDEN[start : start + 4]:
                grid.row(f"{code} {name}", taakveld=code, direction=direction)
        grid.row("Saldo", direction="saldo", sign=-1)
        grid.end()
    return sheet


def _titled(draw: random.Random) -> Sheet:
    """The year in the title only, the euro sign at the left edge of each cell, as a spreadsheet prints it."""
    sheet = Sheet("titled", "i { float: left; font-style: normal } td { border: .3pt solid #888 }")
    sheet.body.append("<h2>Begroting 2026 naar taakveld</h2>")
    grid = Grid(sheet, [Column(2026, side) for side in SIDES], lambda value: f"€ {dotted(value)}", 1.0, draw)
    grid.head("Taakveld", "Omschrijving", "Lasten", "Baten", "Saldo")
    for place, (code, name) in enumerate(TAAKVELDEN[:20]):
        grid.row(code, name, taakveld=code, empty=(1,) if place % 4 == 0 else (), nil="€ -")
    grid.end()
    sheet.body[-1] = sheet.body[-1].replace('class="n">€ ', 'class="n"><i>€</i> ')
    return sheet


def _years_down(draw: random.Random) -> Sheet:
    """A row for each year."""
    sheet = Sheet("years down", "td { border-top: .3pt solid #aaa }")
    for name in PROGRAMMES[:2]:
        sheet.body.append(f"<h2>{name}</h2><p>Alle bedragen x € 1.000</p>")
        grid = Grid(sheet, [Column(None, side) for side in SIDES], dotted, THOUSAND, draw)
        grid.head("Jaar", "Lasten", "Baten", "Saldo")
        for year in range(2025, 2030):
            before = len(sheet.truths)
            grid.row(str(year))
            sheet.truths[before:] = [replace(truth, year=year) for truth in sheet.truths[before:]]
        grid.end()
    return sheet


def _shaded(draw: random.Random) -> Sheet:
    """Begroting, realisatie and the share of it that was spent, in a narrow column between text, notes in brackets."""
    sheet = Sheet("shaded", "table { width: 75%; margin-left: 20% } tr:nth-child(odd) td { background: #f3e9d2 }")
    sheet.body.append("<h2>Bestuursrapportage</h2><p>De cijfers zijn in € x 1.000.</p>")
    grid = Grid(sheet, [Column(2025), Column(2025), Column(2025)], dotted, THOUSAND, draw)
    grid.head("Onderwerp", "Noot", "Begroting 2025", "Prognose 2025", "Afwijking", "%")
    for place, name in enumerate(("Jeugdhulp", "Wmo-begeleiding", "Leges omgevingsvergunning", "Inhuur", "Energie")):
        grid.row(name, f"({place + 1})", known=name, extra=[f"{draw.randint(40, 120)}%"])
    grid.end()
    return sheet


STYLES: tuple[Callable[[random.Random], Sheet], ...] = (
    _blocks,
    _groups,
    _wide,
    _turned,
    _sideways,
    _continued,
    _accounts,
    _typed,
    _named,
    _small,
    _unequal,
    _totals_first,
    _titled,
    _years_down,
    _shaded,
    *SIGNED_STYLES,
)


def sheets(seed: int = 1) -> list[Sheet]:
    """One sheet in every style, the same for the same seed."""
    return [style(random.Random(seed + place)) for place, style in enumerate(STYLES)]  # noqa: S311 - no secrets
