"""Small policy documents for the tests of commitments and speerpunten, written in a few lines."""

from ingest.fact_types import Period
from ingest.model import Block, Document, Identity, Inferred, Section, Source

MUNICIPALITY = "Waterdrecht"


def policy(
    text: str, doc_type: str = "programmabegroting", year: int | None = 2027, plan_period: Period | None = None
) -> Document:
    """A document of Waterdrecht: a line is a paragraph, "# " and "## " open headings, "* " an item of a list,
    "| " a row of a table with its cells between " | "."""
    kept, blocks, heads = "", [], []
    for line in text.strip().splitlines():
        marks, _, rest = line.strip().partition(" ")
        is_marked = marks in ("#", "##", "###", "*", "|")
        content = rest if is_marked else line.strip()
        start, end = len(kept), len(kept) + len(content)
        kept += content + "\n"
        if marks == "*":
            blocks.append(Block(start, end, "list_item", level=1))
        elif marks == "|":
            blocks.append(Block(start, end, "table_row", cells=_cells(content, start), table=1))
        elif is_marked:
            blocks.append(Block(start, end, "heading", level=len(marks)))
            heads.append((start, end, len(marks), content))
        else:
            blocks.append(Block(start, end, "paragraph"))
    sections = tuple(_section(heads, i, len(kept)) for i in range(len(heads)))
    return Document(
        Source("stuk.txt", "stuk.txt", "", "txt"),
        kept,
        _identity(doc_type, year, plan_period),
        "ok",
        blocks=tuple(blocks),
        sections=sections,
    )


def _cells(row: str, start: int) -> tuple[tuple[int, int], ...]:
    cells = []
    for cell in row.split(" | "):
        cells.append((start, start + len(cell)))
        start += len(cell) + len(" | ")
    return tuple(cells)


def _section(heads: list[tuple[int, int, int, str]], i: int, length: int) -> Section:
    start, heading_end, level, _ = heads[i]
    end = next((other[0] for other in heads[i + 1 :] if other[2] <= level), length)
    path: list[str] = []
    wanted = level + 1
    for _, _, above, heading in reversed(heads[: i + 1]):
        if above < wanted:
            path.insert(0, heading)
            wanted = above
    return Section(start, end, heading_end, level, tuple(path))


def _identity(doc_type: str, year: int | None, plan_period: Period | None) -> Identity:
    return Identity(
        title="Stuk",
        municipality=Inferred(MUNICIPALITY, 0.9),
        municipalities=(MUNICIPALITY,),
        doc_type=Inferred(doc_type, 0.9),
        reporting_year=Inferred(year, 0.9),
        plan_period=Inferred(plan_period, 0.9),
        date=Inferred(None, 0.0),
    )
