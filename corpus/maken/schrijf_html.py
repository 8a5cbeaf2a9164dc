"""Web pages in three manners: an online budget, a page of regulations, a page saved from a browser."""

from collections.abc import Iterable, Iterator
from datetime import date
from html import escape
from itertools import groupby
from pathlib import Path
from string import Template

from maken.bron import Source
from maken.delen import Block, Box, Break, Contents, Field, Heading, Item, Lines, Paragraph, Table, plain, runs

# The pages around the text (menu, cookie notice, footer); not .html, or the program would read them as documents.
FRAMES = Path(__file__).parent / "sjablonen"


def write_html(source: Source, path: Path) -> None:
    """Writes the page in the frame that `vorm` names; `online` folds its sections away in accordions."""
    head = {key: escape(value) for key, value in source.head.items()}
    manner = head["vorm"]
    body = "\n".join(_sections(source.blocks) if manner == "online" else _flat(source.blocks))
    if source.notes:
        notes = "".join(f'<li id="noot{number}">{_markup(text)}</li>' for number, text in source.notes.items())
        body += f'\n<ol class="voetnoten">{notes}</ol>'
    # The platforms print this date the American way round, which readers take for a Dutch one.
    built = date.fromisoformat(head["datum"]).strftime("%m/%d/%Y")
    valid = date.fromisoformat(head["datum"]).strftime("%d-%m-%Y")
    fields = {"ondertitel": "", "gebouwd": built, "geldig": valid, "tekst": body, "menu": _menu(source.blocks)}
    frame = Template((FRAMES / f"{manner}.sjabloon").read_text(encoding="utf-8"))
    path.write_text(frame.substitute(fields | head), encoding="utf-8")


def _menu(blocks: Iterable[Block]) -> str:
    titles = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    return "\n".join(
        f'<li><a href="/p{6000 + 7 * index}">{escape(title)}</a></li>' for index, title in enumerate(titles)
    )


def _flat(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks one after another; items in a row become one list."""
    for kind, group in groupby(blocks, key=type):
        if kind is Item:
            yield _list([block for block in group if isinstance(block, Item)])
        elif kind is Field:
            pairs = "".join(_field(block) for block in group if isinstance(block, Field))
            yield f"<dl>{pairs}</dl>"
        else:
            yield from (_block(block) for block in group)


def _sections(blocks: Iterable[Block]) -> Iterator[str]:
    """The blocks in accordions, one for each heading, a deeper one inside a higher one."""
    depth = 0
    for heads, group in groupby(blocks, key=lambda block: isinstance(block, Heading)):
        if not heads:
            yield from _flat(group)
            continue
        for block in group:
            if not isinstance(block, Heading):
                continue
            yield "</div></div>" * max(0, depth - block.level + 1)
            yield "<div><div>" * max(0, block.level - depth - 1)
            depth = block.level
            yield (
                f'<div class="accordion accordion--{block.level}"><h{block.level + 1} class="accordion-title">'
                f'<span class="title">{_markup(block.text)}</span></h{block.level + 1}>'
                f'<div class="accordion-content" aria-hidden="true">'
            )
    yield "</div></div>" * depth


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"<h{level + 1}>{_markup(text)}</h{level + 1}>"
        case Paragraph(text=text):
            return f"<p>{_markup(text)}</p>"
        case Lines(lines=lines):
            return "<p>" + "<br>\n".join(map(_markup, lines)) + "</p>"
        case Table():
            return _table(block)
        case Box(title=title, blocks=blocks):
            return f'<div class="kader"><strong>{_markup(title)}</strong>' + "\n".join(_flat(blocks)) + "</div>"
        case Item() | Field():
            return "".join(_flat([block]))
        case Break() | Contents():
            raise ValueError("een webpagina heeft geen bladzijden; het menu komt vanzelf")


def _list(items: list[Item]) -> str:
    tag = "ul" if items[0].mark == "•" else "ol"
    shown = "\n".join(f'<li class="niveau{item.level}">{_markup(item.text)}</li>' for item in items)
    return f"<{tag}>\n{shown}\n</{tag}>"


def _field(field: Field) -> str:
    return f"<dt>{escape(field.label)}</dt><dd>{_markup(field.value)}</dd>"


def _table(block: Table) -> str:
    head = "".join(f'<th scope="col">{_markup(cell)}</th>' for cell in block.rows[0].cells)
    rows = "\n".join(
        "<tr>" + "".join(f"<td>{_bold(cell, row.mark)}</td>" for cell in row.cells) + "</tr>" for row in block.rows[1:]
    )
    caption = f"<caption>{escape(plain(block.caption))}</caption>" if block.caption else ""
    return f"<table>{caption}<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody></table>"


def _bold(cell: str, mark: str) -> str:
    return f"<strong>{_markup(cell)}</strong>" if mark else _markup(cell)


def _markup(text: str) -> str:
    shown = []
    for run in runs(text):
        inner = escape(run.text)
        if run.note:
            inner = f'<sup><a href="#noot{run.note}">{run.note}</a></sup>'
        elif run.bold:
            inner = f"<strong>{inner}</strong>"
        elif run.italic:
            inner = f"<em>{inner}</em>"
        shown.append(inner)
    return "".join(shown)
