"""Score officials on invented texts in many forms: `python -m evaluation.score_officials [--errors]`.

Counts names with the right role, portfolios, and people without an office who come out. As with the gold, rules may
be tuned on the split "work" only, so `--errors` lists nothing of "held". The exit status is 1 where somebody leaks.
"""

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ingest.facts.officials import officials
from ingest.model import Block, Document, Identity, Inferred, Source

FOLDER = Path(__file__).parent / "invented"
SETS = ("officials", "people", "sessions", "portfolios")
YEAR = 2026
"""Of the papers of a known municipality."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the role and portfolio ("" without) of each official by full name, and who may never come out.

    `municipality` is whose paper it is, None where the text doesn't say.
    """

    name: str
    split: str
    municipality: str | None
    text: str
    expected: dict[str, tuple[str, str]]
    private: tuple[str, ...]


def read_cases(name_of_set: str) -> Iterator[Case]:
    """The cases of a set, in order."""
    whole = (FOLDER / f"{name_of_set}.txt").read_text(encoding="utf-8")
    for chunk in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]:
        head, _, rest = chunk.partition("\n")
        text, _, labels = rest.rpartition("---\n")
        name, split, municipality = (*(part.strip() for part in head.split("|")), None)[:3]
        lines = [line for line in labels.splitlines() if line]
        people = [[part.strip() for part in line.split(";", 2)] for line in lines if not line.startswith("! ")]
        expected = {part[0]: (part[1], part[2] if len(part) > 2 else "") for part in people}
        private = tuple(line[2:] for line in lines if line.startswith("! "))
        yield Case(name or "", split or "", municipality, text.rstrip("\n"), expected, private)


def found_in(text: str, municipality: str | None = None) -> dict[str, tuple[str, str]]:
    """The role and the first portfolio of each official in a text, by full name."""
    unknown: Inferred[Any] = Inferred(None, 0.0)
    year = Inferred(YEAR if municipality else None, 0.9)
    own = Inferred(municipality, 0.9 if municipality else 0.0)
    identity = Identity("", own, (municipality,) if municipality else (), unknown, year, unknown, unknown)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.count(" | ") > 1:
            blocks.append(Block(at, at + len(line), "table_row", cells=_cells(line, at), table=1))
        elif line.strip():
            blocks.append(Block(at, at + len(line), "paragraph"))
        at += len(line) + 1
    found: dict[str, tuple[str, str]] = {}
    for fact in officials(Document(Source("", "", "", "txt"), text, identity, "ok", blocks=tuple(blocks))):
        role, portfolio = found.get(fact.name, (fact.role, ""))
        found[fact.name] = (role, portfolio or fact.portfolio or "")
    return found


def _cells(line: str, at: int) -> tuple[tuple[int, int], ...]:
    cells = []
    for cell in line.split(" | "):
        cells.append((at, at + len(cell)))
        at += len(cell) + len(" | ")
    return tuple(cells)


def leaked(case: Case, found: dict[str, tuple[str, str]]) -> list[str]:
    """The names that came out and are private."""
    return [name for name in found if name not in case.expected and name.endswith(case.private)] if case.private else []


def score(case: Case) -> tuple[Counter[str], list[str]]:
    """Counts of must, hit, found, right, leaks and portfolios, and the errors in words."""
    found = found_in(case.text, case.municipality)
    roles = {name: role for name, (role, _) in found.items()}
    right = [name for name, (role, _) in case.expected.items() if roles.get(name) == role]
    topics = {name: topic for name, (_, topic) in case.expected.items() if topic}
    held = [name for name, topic in topics.items() if found.get(name, ("", ""))[1] == topic]
    errors = [f"missed {name}" for name in case.expected if name not in right]
    errors += [f"wrong {name} {roles[name]}" for name in found if name not in right]
    errors += [f"portfolio of {name}: {found.get(name)}" for name in topics if name not in held]
    counts = {"must": len(case.expected), "hit": len(right), "found": len(found), "right": len(right)}
    counts |= {"topics": len(topics), "held": len(held), "leaks": len(leaked(case, found))}
    return Counter(counts), errors


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures for each split."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--errors", action="store_true", help="list the errors in the split work")
    options = parser.parse_args(arguments)
    leaks = 0
    for name_of_set in SETS:
        totals: dict[str, Counter[str]] = {"work": Counter(), "held": Counter()}
        for case in read_cases(name_of_set):
            counts, errors = score(case)
            totals[case.split].update(counts)
            if options.errors and case.split == "work":
                print("".join(f"{case.name}: {error}\n" for error in errors), end="")
        for split, total in totals.items():
            print(
                f"{name_of_set}, {split}: recall {total['hit']}/{total['must']}, "
                f"precision {total['right']}/{total['found']}, "
                f"portfolios {total['held']}/{total['topics']}, leaks {total['leaks']}"
            )
            leaks += total["leaks"]
    return 1 if leaks else 0


if __name__ == "__main__":
    sys.exit(main())
