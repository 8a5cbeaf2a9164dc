"""Score what was concluded of each document: `python -m evaluation.score_identity documents.jsonl`.

The input is the output of `speerpunt documents --format jsonl`. The labels in `identity.csv` were made by
hand; an empty field means that the document does not say, so that any value is wrong there.

With `--registered` type and date are also compared with what others put down: the register of a municipality's letters
(a table with file, date and type), and the day in the name under which a besluitenlijst was published.
"""

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from ingest.identify.days import dates_in

FIELDS = ("municipality", "doc_type", "reporting_year", "plan_period", "date")
LABELS = Path(__file__).parent / "identity.csv"

Record = dict[str, object]

#: The types by which the register calls the letters of a college.
TYPES = {"Kennisgeving": "rib", "Raadsinformatiebrief": "rib"}
_PUBLISHED = re.compile(r"besluitenlijst", re.IGNORECASE)


def field_of(record: Record, field: str) -> str:
    """A field of a documents line as the labels write it: "" for null, a period as "start/end"."""
    value = record.get(field)
    if value is None:
        return ""
    if isinstance(value, list):
        return "/".join(str(part or "") for part in value)
    return str(value)


def score(labels: Iterable[dict[str, str]], records: dict[str, Record]) -> tuple[dict[str, int], list[str], int]:
    """How many documents are right per field, the misses in words, and how many documents were compared."""
    right = dict.fromkeys(FIELDS, 0)
    misses: list[str] = []
    compared = 0
    for label in labels:
        record = records.get(label["file"])
        if record is None:
            misses.append(f"{label['file']}: not in the input")
            continue
        compared += 1
        for field in FIELDS:
            found = field_of(record, field)
            if found == label[field]:
                right[field] += 1
            else:
                misses.append(f"{label['file']}: {field} is {found or 'empty'}, should be {label[field] or 'empty'}")
    return right, misses, compared


def registered(rows: Iterable[dict[str, str]], records: dict[str, Record]) -> tuple[dict[str, list[bool]], list[str]]:
    """Per field whether it agrees with the register and the published names, and the disagreements in words."""
    agrees: dict[str, list[bool]] = {"doc_type": [], "date": []}
    misses: list[str] = []
    wanted = [(row["file"], TYPES.get(row["type"], row["type"]), row["date"]) for row in rows]
    wanted += [(file, "besluitenlijst", day) for file in records if (day := _day_in(file))]
    for file, doc_type, day in wanted:
        for field, value in (("doc_type", doc_type), ("date", day)):
            found = field_of(records.get(file, {}), field)
            agrees[field].append(found == value)
            misses += [] if found == value else [f"{file}: {field} is {found or 'empty'}, registered as {value}"]
    return agrees, misses


def _day_in(file: str) -> str:
    """The day in the name of a besluitenlijst; "" for any other file."""
    named = _PUBLISHED.search(file)
    days = [day for day, _, _ in dates_in(file)] if named else []
    return days[0].isoformat() if days else ""


def main(arguments: list[str] | None = None) -> int:
    """Print a table and the misses; the exit status is 1 where a labelled document is missing."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", type=Path, help="output of `speerpunt documents --format jsonl`")
    parser.add_argument("--labels", type=Path, default=LABELS)
    parser.add_argument("--registered", type=Path, help="a municipality's own register of its letters, as CSV")
    options = parser.parse_args(arguments)
    lines = options.documents.read_text(encoding="utf-8").splitlines()
    records = {str(record["file"]): record for record in map(json.loads, filter(None, lines))}
    with options.labels.open(encoding="utf-8", newline="") as file:
        right, misses, compared = score(csv.DictReader(file), records)
    for field in FIELDS:
        share = right[field] / compared if compared else 0.0
        print(f"{field:16}{right[field]:4} of {compared:3}  {share:6.1%}")
    if options.registered:
        with options.registered.open(encoding="utf-8", newline="") as file:
            agrees, others = registered(csv.DictReader(file), records)
        for field, found in agrees.items():
            print(f"{field + ', registered':24}{sum(found):4} of {len(found):3}")
        misses += others
    print("\n".join(misses))
    return 1 if any("not in the input" in miss for miss in misses) else 0


if __name__ == "__main__":
    sys.exit(main())
