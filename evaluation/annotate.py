"""Turn an annotator's notes into gold: `python -m evaluation.annotate notes.txt > evaluation/gold/name.jsonl`.

Notes are written while reading, in the form that docs/annotating.md describes. Of files in ../shared only places
and short labels are kept, never text.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

from evaluation.gold_format import Anchor, GoldError, Pages, Place, resolve, words_pattern
from evaluation.gold_options import gold_parser
from ingest.clean import compose
from ingest.read import read_file

KINDS = {"c": "commitment", "s": "speerpunt", "o": "official", "p": "person_private", "a": "amount", "n": "negative"}
SHORTEST_ANCHOR, LONGEST_ANCHOR = 3, 8
LINES_BEFORE = 2
"""A note's line number is where the eye was, so the search starts a little earlier."""
NOTE = re.compile(
    r"(?P<kind>[csopan])(?P<must>[!?]?)\s*(?P<labels>[^|]*)\|\s*(?P<where>[Lp]\d+(?:#\d+)?:)?\s*(?P<quote>.+)"
)

Line = dict[str, Any]


def main(arguments: list[str] | None = None) -> int:
    """Print the gold; the exit status is 1 where a quote isn't in the document."""
    parser = gold_parser(__doc__)
    parser.add_argument("notes", type=Path)
    options = parser.parse_args(arguments)
    notes = options.notes.read_text(encoding="utf-8").splitlines()
    try:
        for line in convert(notes, options.shared, options.corpus):
            print(json.dumps(line, ensure_ascii=False))
    except GoldError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def convert(notes: list[str], shared: Path, corpus: Path) -> Iterator[Line]:
    """The gold's lines; the first note names the file and its type, the others are stretches and facts.

    Raises:
        GoldError: a note can't be understood, or what it quotes isn't in the document.
    """
    notes = [note for note in notes if note.strip() and not note.startswith("#")]
    path, doc_type = notes[0].removeprefix("@file ").split()
    file = (shared if path.startswith("shared/") else corpus) / path.partition("/")[2]
    text, pages = read(file)
    fixed = path.startswith("shared/")
    sha256 = {"sha256": hashlib.sha256(file.read_bytes()).hexdigest()} if fixed else {}
    yield {"kind": "document", "file": path, "doc_type": doc_type, **sha256}
    quotes = _Quotes(text, pages, by_offset=fixed and file.suffix == ".txt")
    for number, note in enumerate(notes[1:], start=1):
        try:
            yield quotes.stretch(note) if note.startswith("@stretch") else quotes.fact(note, number)
        except GoldError as error:
            raise GoldError(f"{note[:80]}: {error}") from error


def read(file: Path) -> tuple[str, Pages]:
    """A document's text and where its pages are, without looking for facts; a text file as it is, with its lines."""
    if file.suffix == ".txt":
        return file.read_text(encoding="utf-8"), {}
    composed = compose(read_file(file))
    return composed.text, {page.number: (page.start, page.end) for page in composed.pages}


class _Quotes:
    """Finds what the notes quote; a quote is looked for after the start of the stretch."""

    def __init__(self, text: str, pages: Pages, *, by_offset: bool) -> None:
        self.text, self.pages, self.by_offset = text, pages, by_offset
        self.stretch_id = ""
        self.span = (0, len(text))

    def stretch(self, note: str) -> Line:
        """`@stretch id split [only=speerpunt] [lines 10-40 | pages 3-4]`."""
        _, self.stretch_id, split, *where = note.split()
        line: Line = {"kind": "stretch", "id": self.stretch_id, "split": split}
        if where and where[0].startswith("only="):
            line["only"] = where.pop(0).removeprefix("only=").split(",")
        if where:
            first, last = (int(part) for part in where[1].split("-"))
            self.span = self._lines(first, last) if where[0] == "lines" else self._pages(first, last)
            line |= {"start": self.span[0], "end": self.span[1]} if where[0] == "lines" else {"pages": [first, last]}
        return line

    def _lines(self, first: int, last: int) -> tuple[int, int]:
        starts = [0, *(match.end() for match in re.finditer("\n", self.text)), len(self.text)]
        return starts[first - 1], starts[last]

    def _pages(self, first: int, last: int) -> tuple[int, int]:
        return self.pages[first][0], self.pages[last][1]

    def fact(self, note: str, number: int) -> Line:
        """`c! strong planned dl=2026-06-01/2026-06-30 | first words … last words`."""
        match = NOTE.fullmatch(note.strip())
        if not match:
            raise GoldError("not a note")
        kind = KINDS[match["kind"]]
        line: Line = {"kind": kind, "id": f"{self.stretch_id}-{number:03}"}
        if match["must"]:
            line["must"] = match["must"] == "!"
        return line | self._place(match["where"] or "", match["quote"]) | labels_of(kind, match["labels"].strip())

    def _place(self, where: str, quote: str) -> Line:
        first, _, last = quote.partition("…")
        low, high = self.span
        page = None
        number, _, nth = where[1:].rstrip(":").partition("#")
        if where.startswith("p"):
            page = int(number)
            low = self.pages[page][0]
        elif where:
            line = max(1, int(number) - LINES_BEFORE)
            low = self._lines(line, line)[0]
        start = next(islice(words_pattern(first).finditer(self.text, low, high), int(nth or 1) - 1, None), None)
        end = words_pattern(last).search(self.text, start.end()) if start and last.strip() else start
        if start is None or end is None:
            raise GoldError("not found")
        span = start.start(), end.end()
        if self.by_offset:
            return {"start": span[0], "end": span[1]}
        return {"anchor": {k: v for k, v in asdict(self._anchor(span, page)).items() if v not in ("", None)}}

    def _anchor(self, span: tuple[int, int], page: int | None) -> Anchor:
        """The shortest anchor that gives the span."""
        words = re.findall(r"\w+", self.text[span[0] : span[1]])
        for count in range(SHORTEST_ANCHOR, LONGEST_ANCHOR + 1):
            first, last = " ".join(words[:count]), " ".join(words[-count:]) if len(words) > count else ""
            for nth in range(1, 9):
                anchor = Anchor(first, last, page, nth)
                if self._gives(anchor, span):
                    return anchor
        raise GoldError("no anchor singles it out; name its page")

    def _gives(self, anchor: Anchor, span: tuple[int, int]) -> bool:
        try:
            return resolve(Place(anchor=anchor), self.text, self.pages) == span
        except GoldError:
            return False


def labels_of(kind: str, labels: str) -> Line:
    """What a note says of a fact besides its place."""
    if kind == "negative":
        task, _, reason = labels.partition(" ")
        return {"task": task, "reason": reason}
    if kind == "amount":
        return {"value_eur": float(labels)}
    if kind == "official":
        name, _, role = labels.partition(";")
        return {"name": name.strip(), "role": role.strip()}
    if kind != "commitment":
        return {"name": labels} if labels else {}
    strength, status, *rest = labels.split()
    line: Line = {"strength": strength, "status": status}
    for part in rest:
        key, _, value = part.partition("=")
        if key == "dl":
            start, _, end = value.partition("/")
            line["deadline"] = {"iso_start": start or None, "iso_end": end or None}
        elif key == "eur":
            line["amount_eur"] = float(value)
        else:
            raise GoldError(f"unknown label {part}")
    return {key: value for key, value in line.items() if value != "-"}


if __name__ == "__main__":
    sys.exit(main())
