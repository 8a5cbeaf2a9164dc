"""A briefing as a page to print, or to mail: one file, without anything from elsewhere."""

from collections.abc import Sequence
from html import escape

from views.briefing_parts import Briefing, Chapter, Item, Row, Table

STYLE = """
@page { size: A4; margin: 18mm 16mm; }
body { font: 10.5pt/1.4 system-ui, "Liberation Sans", sans-serif; color: #1a1c20; max-width: 46rem; margin: 2rem auto; }
h1 { font-size: 17pt; margin: 0 0 0.3rem; } h2 { font-size: 12.5pt; margin: 1.1rem 0 0.2rem; break-after: avoid; }
h3 { font-size: 10.5pt; margin: 0.6rem 0 0.1rem; break-after: avoid; } li li { break-inside: avoid; }
p { margin: 0.2rem 0; } ul { margin: 0.3rem 0; padding-left: 1.1rem; } li { margin: 0 0 0.45rem; break-inside: avoid; }
.lead { color: #1f3a5f; } .source, .small { color: #4a4f57; font-size: 9pt; } a { color: inherit; }
table { border-collapse: collapse; font-size: 9.5pt; margin: 0.4rem 0; width: 100%; } tr { break-inside: avoid; }
caption { font-weight: bold; text-align: left; } td, th { border-bottom: 1px solid #c8ccd2; padding: 0.1rem 0.4rem;
text-align: left; } td:nth-child(3), td:nth-child(4) { text-align: right; white-space: nowrap; }
@media print { body { margin: 0; max-width: none; } }
"""


def briefing_html(briefing: Briefing) -> str:
    """The whole page; whatever the texts hold, they are shown as they are."""
    chapters = "".join(_chapter(chapter) for chapter in briefing.chapters)
    notes = "".join(f"<p class=small>{escape(note)}</p>" for note in briefing.notes)
    title = escape(briefing.title)
    return (
        f'<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{STYLE}</style></head>"
        f"<body><h1>{title}</h1><p class=small>{escape(briefing.made)}</p>{chapters}"
        f"<h2>Waaruit dit komt</h2>{notes}</body></html>"
    )


def _chapter(chapter: Chapter) -> str:
    listed = "".join(_group(items) for items in _grouped(chapter.items))
    whole = f' <a href="{escape(chapter.whole)}">{chapter.link}</a>' if chapter.whole else ""
    after = f"<p class=small>{escape(chapter.after)}{whole}</p>" if chapter.after else ""
    table = _table(chapter.table) if chapter.table else ""
    return f"<h2>{escape(chapter.title)}</h2><p class=small>{escape(chapter.said)}</p>{table}{listed}{after}"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(f"<tr>{_cells(row)}</tr>" for row in table.rows)
    return f"<table><caption>{escape(table.source)}</caption><tr>{head}</tr>{rows}</table>"


def _cells(row: Row) -> str:
    *cells, last = map(escape, row.cells)
    place = f'<a href="{escape(row.link)}">{last}</a>' if row.link else last
    return "".join(f"<td>{cell}</td>" for cell in (*cells, place))


def _grouped(items: Sequence[Item]) -> list[list[Item]]:
    """The lines of a chapter, a new list where a heading begins."""
    groups: list[list[Item]] = []
    for item in items:
        if item.head or not groups:
            groups.append([])
        groups[-1].append(item)
    return groups


def _group(items: Sequence[Item]) -> str:
    """A list, below a heading of its own where it has one."""
    lines = "".join(f"<li>{_item(item)}</li>" for item in items)
    head = f"<h3>{escape(items[0].head)}</h3>" if items[0].head else ""
    return f"{head}<ul>{lines}</ul>"


def _item(item: Item) -> str:
    asked, said = item.question
    question = f"<strong>{escape(asked)}</strong> " if asked else ""
    after = "<br>" if item.quote else " · "
    lead = f"<span class=lead>{question}{escape(said)}</span>{after}" if item.lead else ""
    source = f'<span class=source><a href="{escape(item.link)}">{escape(item.source)}</a></span>'
    below = "".join(f"<li>{_item(each)}</li>" for each in item.below)
    quote = f"“{escape(item.quote)}”{' · ' if item.is_one_line else '<br>'}" if item.quote else ""
    return f"{lead}{quote}{source}" + (f"<ul>{below}</ul>" if below else "")
