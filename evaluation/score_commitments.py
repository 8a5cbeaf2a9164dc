"""Score commitments on invented letters and turns of meetings: `python -m evaluation.score_commitments [--errors]`.

Counts, for each kind of text and split, what must be found, what was found and fits, and of what fits the status,
deadline and actor that agree. Rules may be tuned on the split "work" only, so `--errors` lists nothing of "held".
"""

import argparse
import datetime
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from evaluation.matching import overlap
from ingest.clean import compose
from ingest.fact_types import Commitment
from ingest.facts.commitments import commitments
from ingest.model import Document, Identity, Inferred, Source
from ingest.read import read_file
from ingest.sections import outline

FOLDER = Path(__file__).parent / "invented"
KINDS = {
    "letters": "rib",
    "whole_letters": "rib",
    "plannings": "rib",
    "meetings": "raadsverslag",
    "reports": "jaarstukken",
    "constructions": "",
}
"""The files, each with the type of document that its texts are; a text may say its own."""
REPORTED = {"jaarstukken": 2025}
ATTRIBUTES = ("status", "deadline", "actor")


@dataclass(frozen=True, slots=True)
class Label:
    """A quote that is a commitment; of status, deadline ("first/last") and actor what the label gives, None without."""

    quote: str
    must: bool
    status: str | None
    deadline: str | None
    actor: str | None


@dataclass(frozen=True, slots=True)
class Case:
    """A text and all commitments in it."""

    name: str
    kind: str
    split: str
    text: str
    labels: tuple[Label, ...]
    doc_type: str


def read_cases(kind: str) -> Iterator[Case]:
    """The cases of one kind (a key of `KINDS`), in order."""
    whole = (FOLDER / f"{kind}.txt").read_text(encoding="utf-8")
    for chunk in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, *its_type = (part.strip() for part in head.split("|"))
        doc_type = its_type[0] if its_type else KINDS[kind]
        labelled = tuple(_label(line) for line in labels.splitlines() if line)
        yield Case(name, kind, split, text.rstrip("\n"), labelled, doc_type)


def _label(line: str) -> Label:
    quote, *values = (part.strip() for part in line[2:].split(" ; "))
    status, deadline, actor = (*(value or None for value in values), None, None, None)[:3]
    return Label(quote, line.startswith("!"), status, deadline, actor)


def place(text: str, quote: str) -> tuple[int, int]:
    """Where a quote, or its first and last words around "…", stands in a text."""
    first, _, last = (part.strip() for part in quote.partition("…"))
    start = text.index(first)
    return start, text.index(last, start + len(first)) + len(last) if last else start + len(first)


def document_of(text: str, doc_type: str) -> Document:
    """The text as a document of Waterdrecht of 10 March 2026, read as from a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "stuk.txt"
        path.write_text(text, encoding="utf-8")
        reading = read_file(path)
    composed = compose(reading)
    identity = Identity(
        title="Stuk",
        municipality=Inferred("Waterdrecht", 0.9),
        municipalities=("Waterdrecht",),
        doc_type=Inferred(doc_type, 0.9),
        reporting_year=Inferred(REPORTED.get(doc_type, 2026), 0.9),
        plan_period=Inferred(None, 0.0),
        date=Inferred(datetime.date(2026, 3, 10), 0.9),
    )
    sections = outline(composed, reading)
    source = Source("stuk.txt", "stuk.txt", "", "txt")
    return Document(source, composed.text, identity, "ok", blocks=composed.blocks, sections=sections)


def values(fact: Commitment) -> dict[str, str]:
    """What a found commitment says, in the form of the labels."""
    period = fact.deadline.period if fact.deadline else None
    days = [day.isoformat() if day else "" for day in (period.start, period.end)] if period else []
    return {"status": fact.status, "deadline": "/".join(days) or "-", "actor": fact.actor or "-"}


def score(case: Case) -> tuple[Counter[str], list[str]]:
    """Counts of must, hit, found, right and of attributes, and the errors in words."""
    found = commitments(document_of(case.text, case.doc_type))
    places = [place(case.text, label.quote) for label in case.labels]
    fits = [[fact for fact in found if overlap(span, (fact.start, fact.end))] for span in places]
    wrong = [fact for fact in found if not any(fact in those for those in fits)]
    counts = Counter(found=len(found), right=len(found) - len(wrong))
    errors = [f"wrong: {fact.text}" for fact in wrong]
    for label, span, those in zip(case.labels, places, fits, strict=True):
        counts += Counter(must=label.must, hit=label.must and bool(those))
        if label.must and not those:
            errors.append(f"missed: {label.quote}")
        if not those:
            continue
        said = values(max(those, key=lambda fact: overlap(span, (fact.start, fact.end))))
        for name in ATTRIBUTES:
            wanted = getattr(label, name)
            counts[f"{name} asked"] += wanted is not None
            counts[f"{name} right"] += wanted == said[name]
            if wanted not in (None, said[name]):
                errors.append(f"{name} {said[name]}, not {wanted}: {label.quote}")
    return counts, errors


def figures(total: Counter[str]) -> str:
    """One line of precision, recall and attributes."""
    precision = total["right"] / total["found"] if total["found"] else 0.0
    recall = total["hit"] / total["must"] if total["must"] else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    parts = [f"P {precision:.2f} ({total['right']}/{total['found']}) R {recall:.2f} ({total['hit']}/{total['must']})"]
    parts += [f"{name} {total[f'{name} right']}/{total[f'{name} asked']}" for name in ATTRIBUTES]
    return f"F1 {mean:.2f}, " + ", ".join(parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures for each kind of text and split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the errors in the split work")
    options = parser.parse_args(arguments)
    for kind in KINDS:
        totals: dict[str, Counter[str]] = {"work": Counter(), "held": Counter()}
        for case in read_cases(kind):
            counts, errors = score(case)
            totals[case.split] += counts
            if options.errors and case.split == "work":
                print("".join(f"{case.name}: {error}\n" for error in errors), end="")
        for split, total in totals.items():
            print(f"{kind}, {split}: {figures(total)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
