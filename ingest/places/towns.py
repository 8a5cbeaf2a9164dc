"""The names of the municipalities of the Netherlands, which are surnames and given names as well."""

import csv
import re
from functools import cache
from importlib.resources import files


@cache
def municipalities() -> tuple[str, ...]:
    """All of them, by name."""
    listed = files("ingest.data").joinpath("gemeenten.csv").read_text(encoding="utf-8").splitlines()
    return tuple(row["naam"] for row in csv.DictReader(listed))


@cache
def town_pattern() -> re.Pattern[str]:
    """Any of them, the longest first."""
    names = sorted(municipalities(), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in names)
    return re.compile(rf"(?:{joined})\b")


def is_municipality(name: str) -> bool:
    """Whether a whole name is that of a Dutch municipality."""
    return bool(town_pattern().fullmatch(name))
