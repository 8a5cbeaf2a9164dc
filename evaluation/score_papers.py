"""Score what is concluded of invented papers, as the PDFs that offices make: `python -m evaluation.score_papers`.

`invented/papers.txt` has the first pages of papers of every type, with letterheads, tables of fields, covers, annexes
and lists, each with what it is. They are printed by the renderers of this machine in turn, or saved as a web page or
text, and read twice: under their own names and titles, which often lie, and bare, under a name that says nothing. Rules
may be tuned on the half `work`; nobody looks at the misses of `held`. `invented/titles.tsv` has titles as offices
give them, by which the type is told where a paper shows no more than that.
"""

import argparse
import csv
import sys
import tempfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import cycle, groupby
from pathlib import Path

from evaluation.fidelity.renderers import RENDERERS, Renderer
from evaluation.score_identity import FIELDS, Record, field_of, score
from ingest.clean import compose
from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from ingest.layout import Reading
from ingest.read import read_file
from ingest.sections import outline

CASES = Path(__file__).parent / "invented" / "papers.txt"
TITLES = Path(__file__).parent / "invented" / "titles.tsv"
MUNICIPALITIES = Path(__file__).parent.parent / "corpus" / "gemeenten.csv"
HALVES = ("work", "held")

_STYLE = """body{font:10.5pt Liberation Sans,sans-serif;margin:1.5cm} h1{font-size:16pt} h2{font-size:12pt}
.cover{font-size:28pt;font-weight:bold;margin:6cm 0 .5cm} .right{text-align:right} .small{font-size:8pt;color:#555}
table{border-collapse:collapse;margin:.3cm 0} td{padding:3px 10px;vertical-align:top}
.grid td{border:1px solid #888} .page{page-break-before:always}"""
_TAGS = {
    "@": '<p class="cover">{}</p>',
    "##": "<h2>{}</h2>",
    "#": "<h1>{}</h1>",
    "-": "<ul><li>{}</li></ul>",
    ">": '<p class="right">{}</p>',
    "~": '<p class="small">{}</p>',
    "---": '<div class="page">{}</div>',
}
_UNDER_A_TITLE = (
    "Gemeente Oosterhage\n\n{}\n\n1 Inleiding\n\nIn dit stuk leest u meer, aan de hand van vier onderwerpen.\n"
)
#: What parts the cells of a row, and the look of the table.
_TABLES = {"|": ("|", "grid"), ":": (" : ", "fields")}


@dataclass(frozen=True, slots=True)
class Paper:
    """An invented paper: its file's name and title, what it is by the fields of `score_identity`, and its lines."""

    id: str
    half: str
    file: str
    title: str
    label: dict[str, str]
    lines: tuple[str, ...]

    @property
    def bare(self) -> "Paper":
        """The same under a name that says nothing, without a title."""
        name = f"{zlib.crc32(self.id.encode()):08x}{Path(self.file).suffix}"
        return Paper(self.id, self.half, name, "", self.label, self.lines)

    @property
    def text(self) -> str:
        """The paper as plain text, without the marks of its lines."""
        return "\n".join(
            rest if mark in _TAGS else line for line in self.lines for mark, _, rest in [line.partition(" ")]
        )

    @property
    def page(self) -> str:
        """The paper as a web page, for a renderer."""
        head = f'<meta charset="utf-8"><title>{escape(self.title)}</title><style>{_STYLE}</style>'
        return f'<!doctype html><html lang="nl"><head>{head}</head><body>{"".join(_body(self.lines))}</body></html>'


def read_papers(path: Path = CASES) -> tuple[Paper, ...]:
    """The papers of a file, in order; the comment at its head is no part of them."""
    lines = list(filter(None, path.read_text(encoding="utf-8").splitlines()))
    starts = [place for place, line in enumerate(lines) if line.startswith("=== ")]
    return tuple(_paper(lines[start:end]) for start, end in zip(starts, [*starts[1:], len(lines)], strict=True))


def _paper(lines: Sequence[str]) -> Paper:
    name, half, file, title, *values = (part.strip() for part in lines[0].removeprefix("===").split("|"))
    return Paper(name, half, file, title, dict(zip(FIELDS, values, strict=True)), tuple(lines[1:]))


def _body(lines: Iterable[str]) -> Iterator[str]:
    for mark, group in groupby(lines, key=lambda line: line.partition(" ")[0]):
        if mark in _TABLES:
            separator, look = _TABLES[mark]
            yield f'<table class="{look}">{"".join(_row(line[1:], separator) for line in group)}</table>'
        else:
            shape = _TAGS.get(mark, "<p>{}</p>")
            yield from (shape.format(escape(line.removeprefix(mark) if mark in _TAGS else line)) for line in group)


def _row(line: str, separator: str) -> str:
    return "<tr>" + "".join(f"<td>{escape(cell.strip())}</td>" for cell in line.split(separator)) + "</tr>"


def identities(papers: Sequence[Paper], renderers: Sequence[Renderer]) -> tuple[dict[str, Record], dict[str, Record]]:
    """What is concluded of each paper by the name of its file: as it is named, and bare. Each is made and read once."""
    gazetteer = Gazetteer.load(MUNICIPALITIES)
    named: dict[str, Record] = {}
    bare: dict[str, Record] = {}
    with tempfile.TemporaryDirectory(prefix="speerpunt-papers-") as folder:
        for number, (paper, renderer) in enumerate(zip(papers, cycle(renderers), strict=False)):
            reading = read_file(make(paper, renderer, Path(folder) / f"{number}{Path(paper.file).suffix}"))
            untitled = tuple((name, value) for name, value in reading.hints if value != reading.title)
            named[paper.file] = _record(reading, paper.file, gazetteer)
            bare[paper.bare.file] = _record(replace(reading, title=None, hints=untitled), paper.bare.file, gazetteer)
    return named, bare


def make(paper: Paper, renderer: Renderer, file: Path) -> Path:
    """The file of a paper: as text or as a saved page where its name says so, else printed."""
    match Path(paper.file).suffix:
        case ".txt":
            file.write_text(paper.text, encoding="utf-8")
        case ".html":
            file.write_text(paper.page, encoding="utf-8")
        case _:
            renderer.print(paper.page, file)
    return file


def _record(reading: Reading, file: str, gazetteer: Gazetteer) -> Record:
    composed = compose(reading)
    identity = identify(
        composed.text,
        file=file,
        title=reading.title,
        url=reading.url,
        furniture=composed.furniture,
        sections=outline(composed, reading),
        hints=reading.hints,
        gazetteer=gazetteer,
    )
    period = identity.plan_period.value
    return {
        "municipality": identity.municipality.value,
        "doc_type": identity.doc_type.value,
        "reporting_year": identity.reporting_year.value,
        "plan_period": [period.start, period.end] if period else None,
        "date": identity.date.value,
    }


def report(papers: Sequence[Paper], records: dict[str, Record]) -> str:
    """A line for each half: how many papers are right per field, and how often a wrong value was given."""
    lines = []
    for half in HALVES:
        some = [paper for paper in papers if paper.half == half]
        right, _, compared = score(_labels(some), records)
        wrong = {field: sum(_is_wrong(paper, field, records) for paper in some) for field in FIELDS}
        figures = "  ".join(f"{field} {right[field] / compared:.0%} ({wrong[field]} wrong)" for field in FIELDS)
        lines.append(f"{half:<6}{compared:3}  {figures}")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class Title:
    """A title, the type of paper that it names ("" for none that Speerpunt knows), and the type that was concluded."""

    text: str
    half: str
    doc_type: str
    found: str


def read_titles(path: Path = TITLES) -> tuple[Title, ...]:
    """The titles of a table, each with the type that is concluded of a paper that shows no more than its title."""
    gazetteer = Gazetteer.load(MUNICIPALITIES)
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader((line for line in file if not line.startswith("#")), delimiter="\t"))
    papers = (_UNDER_A_TITLE.format(row["title"]) for row in rows)
    found = (identify(paper, file="0.pdf", gazetteer=gazetteer).doc_type.value or "" for paper in papers)
    return tuple(Title(row["title"], row["half"], row["doc_type"], kind) for row, kind in zip(rows, found, strict=True))


def report_titles(titles: Sequence[Title]) -> str:
    """A line for each half: of how many titles the type is right, and of how many a wrong one is given."""
    lines = []
    for half in HALVES:
        some = [title for title in titles if title.half == half]
        right = sum(title.found == title.doc_type for title in some)
        wrong = sum(title.found not in ("", title.doc_type) for title in some)
        lines.append(f"{half:<6}{len(some):3}  doc_type {right / len(some):.0%} ({wrong} wrong)")
    return "\n".join(lines)


def _is_wrong(paper: Paper, field: str, records: dict[str, Record]) -> bool:
    """Whether a value was given that isn't so; none where there is one is no lie."""
    return field_of(records.get(paper.file, {}), field) not in ("", paper.label[field])


def _labels(papers: Iterable[Paper]) -> list[dict[str, str]]:
    return [{"file": paper.file, **paper.label} for paper in papers]


def main(arguments: list[str] | None = None) -> int:
    """Print the tables, and the misses that were asked for; the exit status is 1 where no renderer is here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--papers", type=Path, default=CASES)
    parser.add_argument("--misses", choices=HALVES, nargs="?", const="work", help="list them too (default: work)")
    options = parser.parse_args(arguments)
    renderers = [renderer for renderer in RENDERERS if renderer.available()]
    if not renderers:
        print("Install one of: " + ", ".join(renderer.needs for renderer in RENDERERS))
        return 1
    named = read_papers(options.papers)
    bare = [paper.bare for paper in named]
    concluded = identities(named, renderers)
    for words, papers, records in zip(("as they are named", "bare"), (named, bare), concluded, strict=True):
        print(f"{words}\n{report(papers, records)}")
        if options.misses:
            _, misses, _ = score(_labels(paper for paper in papers if paper.half == options.misses), records)
            print("\n".join(f"  {miss}" for miss in misses))
    titles = read_titles()
    print(f"by their titles\n{report_titles(titles)}")
    missed = [title for title in titles if title.half == options.misses and title.found != title.doc_type]
    print(
        "".join(
            f"  {title.text}: {title.found or 'empty'}, should be {title.doc_type or 'empty'}\n" for title in missed
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
