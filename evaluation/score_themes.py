"""Score the themes of passages against labels made by hand: `python -m evaluation.score_themes`.

`themes.csv` has per passage the themes that hold, the best first, or "geen". Compared is the first theme of the
program's own passage that covers most of the labelled text, weighed with its meaning as in an ingest: whether it is
the first label, and whether it is one of the labels. Rules may be tuned on the split "work" only, so `--errors` lists
nothing of "held".
"""

import csv
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.gold_documents import Documents, pages_of, read_documents
from evaluation.gold_format import Anchor, GoldError, Place, resolve
from evaluation.gold_options import gold_parser
from index.build import embedded_text
from index.encoder import open_encoder
from index.theme_meaning import ThemeMeaning, beside
from ingest.model import Document, Passage
from ingest.themes import Likeness, weigh

LABELS = Path(__file__).parent / "themes.csv"
NONE = "geen"


@dataclass(frozen=True, slots=True)
class Label:
    """A passage and its themes, the best first; "geen" where none holds."""

    path: str
    place: Place
    split: str
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What the program says of a labelled passage: its themes, the best first, or "geen"."""

    label: Label
    themes: tuple[str, ...]
    start: int
    probability: float

    @property
    def best(self) -> bool:
        """The first theme is the first label."""
        return self.themes[0] == self.label.themes[0]

    @property
    def fits(self) -> bool:
        """The first theme is one of the labels."""
        return self.themes[0] in self.label.themes


def main(arguments: list[str] | None = None) -> int:
    """Read the documents and print the figures."""
    options = gold_parser(__doc__, errors=True).parse_args(arguments)
    labels = load()
    answers = list(ask(labels, read_documents((label.path for label in labels), options.shared, options.corpus)))
    print("\n".join(report(answers)))
    if options.errors:
        print("\n".join(errors(answers)))
    return 0


def load(path: Path = LABELS) -> tuple[Label, ...]:
    """The labels, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(_label(row) for row in csv.DictReader(file))


def _label(row: dict[str, str]) -> Label:
    if row["start"]:
        place = Place(int(row["start"]), int(row["end"]))
    else:
        page = int(row["page"]) if row["page"] else None
        place = Place(anchor=Anchor(row["first"], row["last"], page, int(row["nth"] or 1)))
    return Label(row["file"], place, row["split"], tuple(row["themes"].split()))


Found = tuple[Label, Document, Passage]


def ask(labels: Iterable[Label], documents: Documents) -> Iterator[Answer]:
    """The program's themes for each label whose document was read."""
    found = list(passages_of(labels, documents))
    for (label, _, passage), likeness in zip(found, meanings(found), strict=True):
        themes = weigh(passage.theme_cues, likeness) if passage.searchable else ()
        sure = max((score.probability for score in themes), default=0.0)
        yield Answer(label, tuple(score.theme for score in themes) or (NONE,), passage.start, sure)


def passages_of(labels: Iterable[Label], documents: Documents) -> Iterator[Found]:
    """The passage that covers most of each labelled text; labels of documents that weren't read are left out."""
    for label in labels:
        document = documents.get(label.path)
        if document is None:
            continue
        try:
            span = resolve(label.place, document.text, pages_of(document))
        except GoldError as error:
            print(f"{label.path}: {error}; not scored", file=sys.stderr)
            continue
        yield label, document, _covering(document, span)


def meanings(found: Sequence[Found]) -> Iterator[Likeness]:
    """How like each passage is to the themes, by the encoder of an ingest."""
    texts, others, owns = list[str](), list[Sequence[int]](), list[int]()
    for _, document, passage in found:
        around = _around(document, passage)
        owns.append(len(texts))
        others += [range(len(texts) + 1, len(texts) + 1 + len(around)), *[()] * len(around)]
        texts += [embedded_text(document, one) for one in (passage, *around)]
    encoder = open_encoder()
    unlike = {text: place for place, text in enumerate(dict.fromkeys(texts))}
    vectors = encoder.encode_passages(list(unlike))[[unlike[text] for text in texts]]
    likenesses = list(ThemeMeaning(encoder).likeness(vectors, others))
    return (likenesses[own] for own in owns)


def _around(document: Document, passage: Passage) -> list[Passage]:
    """The passages beside one of a document; none of one that was made for a label."""
    if passage not in document.passages:
        return []
    numbers = beside(document.passages)[document.passages.index(passage)]
    return [document.passages[number] for number in numbers]


def _covering(document: Document, span: tuple[int, int]) -> Passage:
    passage = max(document.passages, key=lambda one: _shared(one, span))
    return passage if _shared(passage, span) > 0 else Passage(*span, searchable=False)


def _shared(passage: Passage, span: tuple[int, int]) -> int:
    return min(passage.end, span[1]) - max(passage.start, span[0])


def report(answers: list[Answer]) -> Iterator[str]:
    """The figures, line by line: per split, per kind of source, and per theme over both splits."""
    yield f"{'':34}{'passages':>9}{'first is best':>15}{'first fits':>12}"
    for split in ("work", "held"):
        chosen = [answer for answer in answers if answer.label.split == split]
        yield _line(split, chosen)
        for source in sorted({_source(answer) for answer in chosen}):
            yield _line(f"  {source}", [answer for answer in chosen if _source(answer) == source])
        yield from _none_lines(chosen)
        yield from _probability_lines(chosen)
    yield f"\n{'theme (as the first label)':34}{'labelled':>9}{'recall':>9}{'precision':>11}"
    yield from _theme_lines(answers)


def _source(answer: Answer) -> str:
    path = Path(answer.label.path)
    if answer.label.path.startswith("corpus/"):
        return "sample corpus"
    return path.parent.name if path.parent.name != "documents" else path.stem[:30]


def _line(name: str, answers: list[Answer]) -> str:
    total = len(answers) or 1
    best, fits = sum(a.best for a in answers) / total, sum(a.fits for a in answers) / total
    return f"{name:34}{len(answers):9}{best:15.1%}{fits:12.1%}"


def _none_lines(answers: list[Answer]) -> Iterator[str]:
    said = [answer for answer in answers if answer.themes == (NONE,)]
    meant = [answer for answer in answers if answer.label.themes[0] == NONE]
    precision = sum(NONE in answer.label.themes for answer in said) / (len(said) or 1)
    recall = sum(answer.themes == (NONE,) for answer in meant) / (len(meant) or 1)
    yield f"  geen: precision {precision:.1%} of {len(said)}, recall {recall:.1%} of {len(meant)}"


def _probability_lines(answers: list[Answer]) -> Iterator[str]:
    bins: defaultdict[int, list[bool]] = defaultdict(list)
    for answer in answers:
        if answer.themes != (NONE,):
            bins[min(9, int(answer.probability * 10))].append(answer.fits)
    cells = (f"{low / 10:.1f}: {sum(fits) / len(fits):.2f} ({len(fits)})" for low, fits in sorted(bins.items()))
    yield "  probability of the first, share that fits: " + "  ".join(cells)


def _theme_lines(answers: list[Answer]) -> Iterator[str]:
    labelled = Counter(answer.label.themes[0] for answer in answers)
    for theme, count in labelled.most_common():
        found = sum(answer.best for answer in answers if answer.label.themes[0] == theme)
        said = [answer for answer in answers if answer.themes[0] == theme]
        right = sum(answer.fits for answer in said)
        yield f"{theme:34}{count:9}{found / count:9.0%}" + (f"{right / len(said):11.0%}" if said else f"{'-':>11}")


def errors(answers: list[Answer]) -> Iterator[str]:
    """What is wrong in the split "work"."""
    for answer in answers:
        if answer.label.split == "work" and not answer.fits:
            labels, themes = " ".join(answer.label.themes), " ".join(answer.themes[:3])
            yield f"{answer.label.path}:{answer.start} is {themes}, should be {labels}"


if __name__ == "__main__":
    sys.exit(main())
