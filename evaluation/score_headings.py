"""Score heading paths against labels made by hand: `python -m evaluation.score_headings --documents FOLDER`.

`headings.csv` labels passages drawn at random over the pages (a seeded draw of pages, then of heights on the page)
from pictures of the pages and the printed table of contents, not from our own output. A passage is named by its file,
page and first words. `leaf` is the nearest line above it that looks like a heading; `chapter` is the entry of the
printed table of contents that it stands under, empty where a document has no chapters; `path` is the whole path from
the highest heading down, with " > " between, empty where it wasn't labelled. `|` separates what is right either way,
and a label that ends in "…" is how the heading begins.

The labels are in two halves, whole pages together: rules may be tuned on `work`; nobody looks at the misses of `held`.
"""

import argparse
import csv
import re
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.readings import read_document
from ingest.files import find_files
from ingest.model import Document

LABELS = Path(__file__).parent / "headings.csv"
HALVES = ("work", "held")

NUMBERING = re.compile(r"^(?:\d+[a-z]?|[a-z](?=[.)]))(?:\.\d+|\.[a-z](?![a-z]))*[.)]?\s*", re.IGNORECASE)
"""What numbers a heading: "5.2", "4.a", "1b.", "C."; whether it belongs to the heading is not scored."""


@dataclass(frozen=True, slots=True)
class Label:
    """A passage and its headings as a person sees them; `page` is None where the format has no pages."""

    file: str
    page: int | None
    anchor: str
    leaf: str
    chapter: str
    half: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What we made of a labelled passage; `path` is None where its first words are not on its page."""

    label: Label
    path: tuple[str, ...] | None

    @property
    def leaf_right(self) -> bool:
        return _matches(self.label.leaf, (self.path or ())[-1:])

    @property
    def path_right(self) -> bool:
        chapter = self.label.chapter
        return self.leaf_right and (not chapter or _matches(chapter, self.path or ()))

    @property
    def whole_right(self) -> bool | None:
        """Whether every level is right and there are no others; None where the label has no whole path."""
        wanted = self.label.path.split(" > ") if self.label.path else []
        found = self.path or ()
        if not wanted:
            return None
        return len(wanted) == len(found) and all(
            _matches(level, (own,)) for level, own in zip(wanted, found, strict=True)
        )


def read_labels(path: Path) -> tuple[Label, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            Label(row["file"], int(row["page"]) if row["page"] else None, *(row.get(name) or "" for name in _WORDS))
            for row in csv.DictReader(file)
        )


_WORDS = ("anchor", "leaf", "chapter", "half", "path")


def judge(document: Document, labels: Iterable[Label]) -> tuple[Verdict, ...]:
    """The heading path of each labelled passage of one document, beside its label."""
    return tuple(Verdict(label, _path_at(document, _find(document, label))) for label in labels)


def _find(document: Document, label: Label) -> int | None:
    """Where the passage starts in the text, whatever spaces and signs the reader put between the words."""
    start, end = 0, len(document.text)
    if label.page is not None:
        page = next((page for page in document.pages if page.number == label.page), None)
        if page is None:
            return None
        start, end = page.start, page.end
    places = [place for place in range(start, end) if document.text[place].isalnum()]
    letters = "".join(_fold(document.text[place]) for place in places)
    found = letters.find(_squeeze(label.anchor))
    return None if found < 0 else places[found]


def _path_at(document: Document, place: int | None) -> tuple[str, ...] | None:
    if place is None:
        return None
    for passage in document.passages:
        if passage.start <= place < passage.end:
            return passage.heading_path
    around = [section.path for section in document.sections if section.start <= place < section.end]
    return max(around, key=len, default=())


def _matches(label: str, headings: Sequence[str]) -> bool:
    return any(_is(wanted, heading) for wanted in label.split("|") for heading in headings)


def _is(wanted: str, heading: str) -> bool:
    found, expected = _plain(heading), _plain(wanted)
    return found.startswith(expected) if wanted.endswith("…") else found == expected


def _plain(heading: str) -> str:
    return _squeeze(NUMBERING.sub("", heading.strip()))


def _squeeze(text: str) -> str:
    return "".join(_fold(letter) for letter in unicodedata.normalize("NFC", text) if letter.isalnum())


def _fold(letter: str) -> str:
    """One letter for one letter, so that a place in the folded text is a place in the text."""
    return unicodedata.normalize("NFKD", letter)[0].casefold()[:1]


def table(verdicts: Sequence[Verdict]) -> str:
    """A line for each half and one for both: passages, right leaves, those with the right chapter, and whole paths.

    Whole paths are counted among the passages that have one in their label.
    """
    lines = [f"{'half':<8}{'passages':>9}{'leaf':>14}{'leaf + chapter':>18}{'whole path':>20}"]
    for half in (*HALVES, "both"):
        some = [verdict for verdict in verdicts if half in (verdict.label.half, "both")]
        leaves = sum(verdict.leaf_right for verdict in some)
        paths = sum(verdict.path_right for verdict in some)
        whole = [verdict.whole_right for verdict in some if verdict.whole_right is not None]
        counts = f"{_share(leaves, len(some)):>14}{_share(paths, len(some)):>18}{_of(sum(whole), len(whole)):>20}"
        lines.append(f"{half:<8}{len(some):>9}{counts}")
    return "\n".join(lines)


def _share(right: int, total: int) -> str:
    return f"{right} {right / total:6.1%}" if total else "-"


def _of(right: int, total: int) -> str:
    return f"{right} of {total} {right / total:6.1%}" if total else "-"


def misses(verdicts: Iterable[Verdict], half: str) -> list[str]:
    """The wrong ones of a half, in words."""
    return [_miss(verdict) for verdict in verdicts if verdict.label.half == half and not _is_right(verdict)]


def _is_right(verdict: Verdict) -> bool:
    return verdict.path_right and verdict.whole_right is not False


def _miss(verdict: Verdict) -> str:
    label = verdict.label
    where = f"{label.file} p. {label.page}" if label.page else label.file
    found = "not on its page" if verdict.path is None else " > ".join(verdict.path) or "no heading"
    wanted = label.path or f"{label.chapter or '...'} > {label.leaf}"
    return f'{where} "{label.anchor}": {found}; should be {wanted}'


def main(arguments: list[str] | None = None) -> int:
    """Print the table, and the misses that were asked for; the exit status is 1 where a labelled file is absent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=Path, required=True, help="the folder with the labelled files")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--misses", choices=HALVES, nargs="?", const="work", help="list them too (default: work)")
    options = parser.parse_args(arguments)
    labels = read_labels(options.labels)
    verdicts: list[Verdict] = []
    absent: list[str] = []
    for name in dict.fromkeys(label.file for label in labels):
        file = next(options.documents.rglob(name), None)
        if file is None:
            absent.append(f"{name}: not in {options.documents}")
            continue
        document = read_document(find_files([file]).jobs[0])
        verdicts += judge(document, [label for label in labels if label.file == name])
    lines = [table(verdicts), *absent, *(misses(verdicts, options.misses) if options.misses else [])]
    print("\n".join(lines))
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
