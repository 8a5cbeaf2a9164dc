"""Our own gold: what it looks like on disk, and where its spans are in a text.

`gold/<name>.jsonl` describes one document. Its first line is the document, then come stretches, each followed
by the facts inside it. Only what lies in a stretch is annotated, so only that is scored. A span is given in one
of two ways: as offsets, for text files that never change, or as an anchor, the first and last words, for files
whose text is the result of reading them.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

GOLD = Path(__file__).parent / "gold"
KINDS = frozenset({"commitment", "speerpunt", "official", "person_private", "amount", "negative"})
SPLITS = ("work", "held")

Pages = Mapping[int, tuple[int, int]]


class GoldError(ValueError):
    """The gold doesn't fit the document that it is about."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span by its words, since offsets would shift with every change to the reading of a PDF.

    Attributes:
        first, last: the words that the span starts and ends with; `last` is empty where `first` is all of it.
        page: where to look, or None for the whole text.
        nth: which of several places that start with `first`, from 1.
    """

    first: str
    last: str = ""
    page: int | None = None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A span as the gold has it: offsets, an anchor, a range of pages, or (all None) the whole text."""

    start: int | None = None
    end: int | None = None
    anchor: Anchor | None = None
    pages: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One annotation; `labels` holds what else is known of it (strength, status, name, ...)."""

    id: str
    kind: str
    place: Place
    must: bool = True
    labels: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a document that was annotated in full; `only` names the kinds of facts, where it was not for all."""

    id: str
    split: str
    place: Place
    facts: tuple[GoldFact, ...]
    only: tuple[str, ...] = ()

    def covers(self, kind: str) -> bool:
        """Whether facts of this kind were annotated, so that they can be scored."""
        return not self.only or kind in self.only


class Annotated(Protocol):
    """A document of any of the golds, whose file must not have changed since."""

    @property
    def path(self) -> str: ...

    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """`path` starts with "shared/" or "corpus/"; `sha256` is that of the file, empty for what we make ourselves."""

    path: str
    doc_type: str
    sha256: str
    stretches: tuple[Stretch, ...]

    def file(self, shared: Path, corpus: Path) -> Path:
        """Where the file is."""
        root, _, rest = self.path.partition("/")
        return (shared if root == "shared" else corpus) / rest


def load(folder: Path = GOLD) -> tuple[GoldDocument, ...]:
    """All gold documents in the folder, in order of name."""
    return tuple(parse(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.jsonl")))


def parse(content: str) -> GoldDocument:
    """A gold document from the lines of its file.

    Raises:
        GoldError: a line is of an unknown kind, or a fact comes before the first stretch.
    """
    head, *rest = (json.loads(line) for line in content.splitlines() if line.strip())
    stretches: list[tuple[Mapping[str, Any], list[GoldFact]]] = []
    for line in rest:
        if line["kind"] == "stretch":
            stretches.append((line, []))
        elif line["kind"] in KINDS and stretches:
            stretches[-1][1].append(_fact(line))
        else:
            raise GoldError(f"unexpected line: {line}")
    return GoldDocument(
        path=head["file"],
        doc_type=head["doc_type"],
        sha256=head.get("sha256", ""),
        stretches=tuple(
            Stretch(s["id"], s["split"], _place(s), tuple(facts), tuple(s.get("only", ()))) for s, facts in stretches
        ),
    )


def _fact(line: Mapping[str, Any]) -> GoldFact:
    known = {"id", "kind", "must", "start", "end", "anchor"}
    labels = {key: value for key, value in line.items() if key not in known}
    return GoldFact(line["id"], line["kind"], _place(line), line.get("must", True), labels)


def _place(line: Mapping[str, Any]) -> Place:
    anchor = Anchor(**line["anchor"]) if "anchor" in line else None
    pages = tuple(line["pages"]) if "pages" in line else None
    return Place(line.get("start"), line.get("end"), anchor, pages)


def resolve(place: Place, text: str, pages: Pages) -> tuple[int, int]:
    """The span in the text.

    Raises:
        GoldError: the anchor's words or page are not there, or the offsets lie outside the text.
    """
    if place.anchor:
        return _locate(place.anchor, text, pages)
    if place.pages:
        first, last = place.pages
        if first not in pages or last not in pages:
            raise GoldError(f"no pages {first}-{last}")
        return pages[first][0], pages[last][1]
    start, end = place.start or 0, len(text) if place.end is None else place.end
    if not 0 <= start < end <= len(text):
        raise GoldError(f"{start}-{end} lies outside a text of {len(text)} characters")
    return start, end


def _locate(anchor: Anchor, text: str, pages: Pages) -> tuple[int, int]:
    if anchor.page is not None and anchor.page not in pages:
        raise GoldError(f"no page {anchor.page}")
    low, high = pages[anchor.page] if anchor.page is not None else (0, len(text))
    starts = list(words_pattern(anchor.first).finditer(text, low, high))
    if len(starts) < anchor.nth:
        raise GoldError(f"not found: {anchor.first!r} on page {anchor.page}")
    start = starts[anchor.nth - 1]
    # A sentence may run on over the page's end.
    end = words_pattern(anchor.last).search(text, start.start()) if anchor.last else start
    if end is None:
        raise GoldError(f"not found after {anchor.first!r}: {anchor.last!r}")
    return start.start(), end.end()


def words_pattern(words: str) -> re.Pattern[str]:
    """Finds the words in order, whatever stands between them, with the punctuation that ends a sentence."""
    parts = [re.escape(part) for part in re.findall(r"\w+", words)]
    if not parts:
        raise GoldError(f"no words in {words!r}")
    return re.compile(r"(?<!\w)" + r"\W+".join(parts) + r"(?!\w)[.!?;”\"')]*")


def check_hash(document: Annotated, file: Path) -> None:
    """Raises GoldError where the file is not the one that was annotated."""
    if document.sha256 and hashlib.sha256(file.read_bytes()).hexdigest() != document.sha256:
        raise GoldError(f"{document.path} differs from the file that was annotated")


def facts_of(documents: Sequence[GoldDocument]) -> Iterator[tuple[GoldDocument, Stretch, GoldFact]]:
    """Every annotation, with where it belongs."""
    for document in documents:
        for stretch in document.stretches:
            for fact in stretch.facts:
                yield document, stretch, fact
