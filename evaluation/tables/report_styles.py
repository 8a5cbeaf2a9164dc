"""Sheets in the styles of jaarstukken and paragraphs: figures without a year of their own, cards, explanations, counts.

They were made before it was seen how they are read. Rules may be made on half of them; `held` are the others.
"""

import random
from collections.abc import Callable
from dataclasses import replace

from evaluation.tables.grid import Column, Grid, Sheet
from evaluation.tables.wording import PROGRAMMES, TAAKVELDEN, THOUSAND, dotted

ASSETS = ("Wegen", "Bruggen", "Straatmeubilair", "Openbare verlichting", "Groen", "Waterpartijen", "Gebouwen")
TITLE = "<h1>Jaarstukken 2025</h1><p>Gemeente Oosterhage. Jaarverslag en jaarrekening over het jaar 2025.</p>"


def _euros(value: float) -> str:
    return f"€ {dotted(value)}"


def _unstated(draw: random.Random) -> Sheet:
    """Whole euros without a sign or unit: the title names the lasten, the heads are years."""
    sheet = Sheet("unstated")
    sheet.body.append("<h1>Programmabegroting 2026</h1><h2>Paragraaf onderhoud kapitaalgoederen</h2>")
    for title in ("Tabel 4.2 Onderhoudslasten kapitaalgoederen", "Tabel 4.3 Kapitaallasten kapitaalgoederen"):
        sheet.body.append(f"<p>{title}</p>")
        grid = Grid(sheet, [Column(2026 + place, "last") for place in range(4)], dotted, 1.0, draw)
        grid.head("", "2026", "2027", "2028", "2029")
        for name in (*ASSETS, "Totaal"):
            grid.row(name)
        grid.end()
    return sheet


def _undated(draw: random.Random) -> Sheet:
    """Begroot, realisatie and verschil of the year that the jaarstukken are of, with a column of explanations."""
    sheet = Sheet("undated", "td { border: .5pt solid black } .n { width: 20mm }")
    sheet.body.append(f"{TITLE}<h2>Onderhoud kapitaalgoederen</h2><p>bedragen x € 1.000</p>")
    grid = Grid(sheet, [Column(2025), Column(2025), Column(2025)], dotted, THOUSAND, draw)
    grid.head("Kapitaalgoed", "Begroot", "Realisatie", "Verschil", "Toelichting")
    for name in ASSETS:
        grid.row(name, extra=["Meer storm dan gedacht, langer werk aan de kade en duurder asfalt"])
    grid.end()
    sheet.body[-1] = sheet.body[-1].replace('<td class="n">Meer', "<td>Meer")
    return sheet


def _cards(draw: random.Random) -> Sheet:
    """A card for each reserve: a label and a value a line, the years in the labels."""
    sheet = Sheet("cards", "td { background: #ddd; border: .5pt solid white } td:first-child { width: 45mm }")
    sheet.body.append(f"{TITLE}<h2>Toelichting op de reserves</h2><p>Bedragen x € 1.000 tenzij anders vermeld</p>")
    for name in ("Reserve bruggen", "Reserve scholen", "Reserve dorpshuizen"):
        grid = Grid(sheet, [Column(2025)], _euros, 1.0, draw)
        grid.head("Naam", name)
        sheet_rows = ("Doel", "Sparen voor vervanging"), ("Toevoeging", "n.v.t."), ("Looptijd", "")
        for label, text in sheet_rows:
            grid.group(label, text)
        for label in ("Stand per 1-1-2025", "Stand per 31-12-2025"):
            grid.row(label)
        grid.group("Bijzonderheden", "Geen")
        grid.end()
    return sheet


def _balance(draw: random.Random) -> Sheet:
    """A balance at two days, with sums that have no label."""
    sheet = Sheet("balance", "tr:last-child td { font-weight: bold }")
    sheet.body.append(f"{TITLE}<h2>Vermogen</h2><p>Tabel 6</p>")
    grid = Grid(sheet, [Column(2025), Column(2024)], dotted, THOUSAND, draw)
    grid.head("", "31-12-2025", "31-12-2024")
    grid.group("Bedragen x € 1.000")
    for name in ("Algemene reserve", "Bestemmingsreserves", "Gerealiseerd resultaat"):
        before = len(sheet.truths)
        grid.row(name)
        sheet.truths[before:] = [
            replace(truth, direction="saldo" if "resultaat" in name else None) for truth in sheet.truths[before:]
        ]
    grid.row("", known="")
    grid.end()
    return sheet


def _investments(draw: random.Random) -> Sheet:
    """Credits and what was spent of them, up to a year and in a year."""
    sheet = Sheet("investments", "th { background: #cde }")
    sheet.body.append(f"{TITLE}<h2>Investeringen</h2><p>(bedragen x € 1.000)</p>")
    grid = Grid(sheet, [Column(2024), Column(2025), Column(2025), Column(2025)], dotted, THOUSAND, draw)
    grid.head("Krediet", "Restant\nkrediet 2024", "Begroot\n2025", "Besteed", "Restant")
    for name in ("Fietspad Kade", "Brug Havendijk", "Riool Dorpsstraat", "Gemaal Oost", "Lantaarns centrum"):
        grid.row(name)
    grid.end()
    return sheet


def _spanned(draw: random.Random) -> Sheet:
    """A taakveld over the rows of its sides, the side in a column of its own, and totals with both."""
    sheet = Sheet("spanned", "td, th { border: 1pt solid black }")
    sheet.body.append(f"<h1>Programmabegroting 2026</h1><h2>{PROGRAMMES[1]}</h2><p>Wat gaat het kosten?</p>")
    grid = Grid(sheet, [Column(2024 + place) for place in range(6)], dotted, THOUSAND, draw)
    heads = (f"{name}\n{2024 + place}" for place, name in enumerate(("Rekening", *("Begroting",) * 5)))
    grid.head("Programma bedragen x € 1.000", "", *heads)
    for code, name in TAAKVELDEN[11:13]:
        for side, words in (("bate", "Baten"), ("last", "Lasten"), ("saldo", "Saldo")):
            label = f"{code} {name}" if side == "bate" else ""
            grid.row(label, words, known=name, taakveld=code, direction=side, sign=-1 if side == "last" else 1)  # type: ignore[arg-type]
    grid.row("Totaal baten", "Baten", known="Totaal baten", direction="bate")
    grid.row("Totaal lasten", "Lasten", known="Totaal lasten", direction="last", sign=-1)
    grid.row("Saldo van baten en lasten", "Saldo", known="Saldo van baten", direction="saldo")
    grid.end()
    return sheet


def _counted(draw: random.Random) -> Sheet:
    """Indicators right below a table in thousands, and among its columns: counts are no sums."""
    sheet = Sheet("counted", "td { border-bottom: .5pt solid #999 }")
    sheet.body.append(f"{TITLE}<h2>Programma 1 Veiligheid</h2><h3>Wat heeft het gekost?</h3><p>bedragen x € 1.000</p>")
    grid = Grid(sheet, [Column(2025, "last"), Column(2025, "last"), Column(2025, "last")], dotted, THOUSAND, draw)
    grid.head("Lasten", "Begroting 2025", "Rekening 2025", "Verschil")
    for code, name in TAAKVELDEN[11:13]:
        grid.row(f"{code} {name}", known=name, taakveld=code)
    grid.end()
    for title, heads in (
        ("Indicatoren", ("Indicator", "Eenheid", "Periode", "Oosterhage", "Nederland")),
        ("Kengetallen", ("Kengetal", "Eenheid", "Peiljaar", "Realisatie", "Landelijk")),
    ):
        cells = "".join(f"<th>{head}</th>" for head in heads)
        names = ("Verwijzingen Halt", "Winkeldiefstallen", "Geweldsmisdrijven", "Vernielingen", "Banen")
        rows = "".join(
            f"<tr><td>{name}</td><td>per 1.000 inwoners</td><td>2024</td>"
            f'<td class="n">{draw.randint(2, 900)}</td><td class="n">{draw.randint(2, 900)}</td></tr>'
            for name in names
        )
        sheet.body.append(f"<h3>{title}</h3><table><tr>{cells}</tr>{rows}</table>")
    return sheet


def _progress(draw: random.Random) -> Sheet:
    """What is expected at two moments of one year, by programme, with its number in a column of its own."""
    sheet = Sheet("progress", "th { text-align: left } td { padding: 2pt 6pt }")
    sheet.body.append("<h1>Tweede bestuursrapportage 2025</h1><p>Gemeente Waterdrecht, peildatum 31 augustus 2025</p>")
    sheet.body.append("<p>Verwacht resultaat per programma (bedragen x € 1.000, + is voordeel, - is nadeel)</p>")
    grid = Grid(sheet, [Column(2025), Column(2025)], dotted, THOUSAND, draw)
    grid.head("Nr.", "Programma", "Eerste rapportage", "Tweede rapportage")
    for number, name in enumerate(PROGRAMMES, 1):
        grid.row(str(number), name, known=name, sign=draw.choice((1, -1)))
    grid.row("", "Totaal", known="Totaal")
    grid.end()
    sheet.truths[:] = [replace(truth, direction="saldo") for truth in sheet.truths]
    return sheet


WORK: tuple[Callable[[random.Random], Sheet], ...] = (_unstated, _undated, _cards, _counted)
HELD: tuple[Callable[[random.Random], Sheet], ...] = (_balance, _investments, _spanned, _progress)


def report_sheets(seed: int = 1) -> list[Sheet]:
    """One sheet in every style, first those that rules may be made on."""
    return [style(random.Random(seed + place)) for place, style in enumerate((*WORK, *HELD))]  # noqa: S311 - no secrets
