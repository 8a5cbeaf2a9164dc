"""What words make something a speerpunt (data/speerpunt_cues.tsv), and how its label is cut out of them."""

import re
from dataclasses import dataclass
from functools import cache

from ingest.fact_types import Speerpunt
from ingest.lexicon import read_rows

OF_A_TERM = frozenset({"verkiezingsprogramma", "coalitieakkoord", "collegeprogramma"})
"""What these call their points, pillars or tasks are their priorities."""
SET_NO_COURSE = frozenset(
    {"rib", "besluitenlijst", "toezeggingenlijst", "raadsverslag", "motie", "amendement", "raadsvraag", "regeling"}
)
"""In these "wij zetten in op" tells how one task is done, and themes are those of the paper."""
LOOKS_BACK = frozenset({"jaarstukken", "bestuursrapportage"})
"""The speerpunten that these look back on are those of their own year."""
_SECTION_NUMBER = re.compile(
    r"(?:(?:Hoofdstuk|Deel|Paragraaf|Thema) (?:\d{1,2}|[IVX]{1,4})[.:]?"
    r"|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|(?:[A-Z]|[IVX]{1,4})[.)])\s+(?=[A-ZÀ-Ý])"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A speerpunt and the words that make it one: a heading, the head of a column, the sentence that names it."""

    speerpunt: Speerpunt
    because: tuple[int, int]


@cache
def cue(*kinds: str) -> re.Pattern[str]:
    """The patterns of these kinds, without regard to case."""
    rows = read_rows("speerpunt_cues.tsv")
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows if row["kind"] in kinds), re.IGNORECASE)


def bare(heading: str) -> str:
    """A heading without the number of its section and what closes it."""
    heading = heading.strip()
    return heading[number_end(heading, 0, len(heading)) :].strip(" :")


def number_end(text: str, start: int, end: int) -> int:
    """Where the words of a heading begin, behind the number of its section."""
    number = _SECTION_NUMBER.match(text, start, end)
    return number.end() if number else start


def on_one_line(quote: str) -> str:
    """The words with their breaks of lines as spaces, each at its place."""
    return quote.replace("\n", " ").replace("\u00a0", " ")


def speerpunt(text: str, start: int, end: int, confidence: float, label: str | None = None) -> Speerpunt:
    """The speerpunt at a span; its label is what the span says, unless given, without "Prioriteit 2:"."""
    quote = text[start:end]
    words = bare(" ".join((label or quote).split())).rstrip(" .;")
    return Speerpunt(start, end, quote, confidence, label=cue("numbered", "part").sub("", words, count=1) or words)
