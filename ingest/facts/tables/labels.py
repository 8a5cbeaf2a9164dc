"""What the label of a row says of its figures: which taakveld, which side, structural or once."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from ingest.facts.tables.heads import without_unit
from ingest.lexicon import read_rows

Direction = Literal["last", "bate", "saldo"]

_CODE = re.compile(
    r"(?:(?:iv3[- ]?)?taakveld|tv)?[ \u00a0]*(?P<code>\d\.\d{1,3}(?:[a-d](?![A-Za-zÀ-ÿ]))?)"
    r"[.:]?[ \u00a0]*[-–]?[ \u00a0]*(?P<name>[A-Za-zÀ-ÿ(].*)",
    re.IGNORECASE,
)
_CODE_BEHIND = re.compile(r"(?P<name>[A-Za-zÀ-ÿ].*?)[ \u00a0]*\((?:taakveld )?(?P<code>\d\.\d{1,3}[a-d]?)\)", re.I)
_SIDES = re.compile(
    r"\b(?:(?P<saldo>saldo|saldi|resultaat)|(?P<last>(?!woon)(?:[a-zà-ÿ-]{4,})?(?:lasten|kosten)|uitgaven)"
    r"|(?P<bate>baten|opbrengst(?:en)?|inkomsten))\b"
)
_BOTH = re.compile(
    r"(?:baten (?:en|minus|-/-) lasten|lasten (?:en|minus|-/-) baten|baten ?[/-] ?lasten|lasten ?[/-] ?baten)"
)
_RESERVE = re.compile(
    r"(?:totaal |totale |geraamde |werkelijke )?(?:(?P<last>toevoeging(?:en)?|storting(?:en)?|dotaties?)"
    r"|(?P<bate>onttrekking(?:en)?|beschikking(?:en)?)|mutaties?)(?: (?:aan|in|uit|van|over|op|de))* reserves?\b"
)
_SIDE_LABEL = re.compile(
    r"(?:baten|lasten|saldo)"
    r"|(?P<total>(?:totaal|totale|saldo van) ?(?:de )?(?:baten|lasten|baten en lasten)(?: ?\(\w+\))?)",
    re.I,
)
_SIDE_GROUP = re.compile(
    r"(?:totale? |bruto ?|overzicht (?:van (?:de )?)?|\d+(?:\.\d+)*\.? )?"
    r"(?P<side>lasten|uitgaven|kosten|baten|inkomsten|opbrengsten)"
    r"(?: (?:per|programma|van|naar)\b.{0,50})?:?",
    re.IGNORECASE,
)
_REVENUE = re.compile(r"(?:geraamde |totale )?opbrengst(?:en)?\b(?!.*\b(?:kosten|lasten)\b)", re.IGNORECASE)
_OTHER_GROUP = re.compile(r"\b(?:reserves?|resultaat|saldo|dekking|investeringen|balans|onvoorzien)\b", re.IGNORECASE)
_SHORTEST_NAME = 4
_SENTENCE_ENDS = re.compile(
    r"(?<=[A-Za-zÀ-ÿ]{4})(?:[.!?;]+\s+(?=[A-ZÀ-Ý]\S*\s+\S)"
    r"|[ \u00a0]*,[ \u00a0]+(?=(?:De|Het|Een|Er|In|Wij|We)[ \u00a0]))"
)
"""Where a label ends and a sentence of its explanation, or of the row beside it, begins; one word is the rest of a name
("Eerstelijnsvoorz. Jeugd")."""
LONGEST_LABEL = 120
"""Characters; what is longer holds an explanation."""


def label_of(cells: Sequence[str]) -> str:
    """What a row is called: its cells of words up to the first sentence of an explanation, "" without any."""
    label = ""
    for cell in cells:
        first, *rest = _SENTENCE_ENDS.split(cell, maxsplit=1)
        longer = f"{label} {first}".strip()
        if label and len(longer) > LONGEST_LABEL:
            break
        label = longer
        if rest:
            break
    return label if len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL + 1].rpartition(" ")[0].rstrip(" ,;")


@cache
def _taakvelden() -> dict[str, tuple[str, ...]]:
    names: dict[str, tuple[str, ...]] = {}
    for row in read_rows("taakvelden.tsv"):
        names[row["code"]] = (*names.get(row["code"], ()), row["name"])
    return names


@cache
def _codes_by_name() -> dict[str, str]:
    """The code of each name that only one taakveld ever had."""
    codes: dict[str, set[str]] = {}
    for code, names in _taakvelden().items():
        for name in names:
            codes.setdefault(_letters(name), set()).add(code)
    return {name: found.copy().pop() for name, found in codes.items() if len(found) == 1}


def _letters(name: str) -> str:
    return re.sub(r"[^a-z0-9+]", "", name.lower())


def taakveld_of(label: str, *, trusted: bool = False) -> str | None:
    """The code of the taakveld that a label opens with, if its name agrees with the official one of any year.

    Args:
        trusted: the table lists taakvelden, so that the name need not agree.
    """
    found = _CODE.match(label) or _CODE_BEHIND.match(label)
    if not found:
        return "0.10" if _RESERVE.match(label.lower()) else None
    code = found["code"].lower()
    printed = _letters(found["name"])[:3]
    official = _taakvelden().get(code, ())
    return code if official and (trusted or any(_letters(name)[:3] == printed for name in official)) else None


def taakveld_by_name(label: str) -> str | None:
    """The code of the taakveld whose full name the label is; only to be asked of a table that lists taakvelden."""
    name = _letters(re.sub(r"^[\d.\s-]+", "", label))
    return _codes_by_name().get(name) if len(name) >= _SHORTEST_NAME else None


def opens_with_code(label: str) -> bool:
    """Whether a label opens with what may be the code of a taakveld."""
    return _CODE.match(label) is not None


def direction_of(words: str) -> Direction | None:
    """The side that words name; the last one counts, and "baten en lasten" together are none."""
    folded = words.lower()
    reserve = _RESERVE.search(folded)
    if reserve:
        return "last" if reserve["last"] else "bate" if reserve["bate"] else None
    sides = list(_SIDES.finditer(_BOTH.sub("", folded)))
    if not sides:
        return None
    return "saldo" if sides[-1]["saldo"] else "last" if sides[-1]["last"] else "bate"


def side_of(column: str, label: str) -> Direction | None:
    """The side of a figure by its column, else by its row; the row goes first where the column is of a "resultaat"."""
    of_column, of_row = direction_of(column), direction_of(label)
    return of_row if of_row and of_column == "saldo" and "sald" not in column.lower() else of_column or of_row


def only_direction(words: str) -> Direction | None:
    """The side that a caption is of: it names lasten or baten, and not the other."""
    named = {kind for found in _SIDES.finditer(words.lower()) if (kind := found.lastgroup)}
    return {"last": "last", "bate": "bate"}.get(named.pop()) if len(named) == 1 else None  # type: ignore[return-value]


def side_of_group(text: str) -> Direction | None:
    """The side of the rows below a line that is nothing but "Lasten", "Baten per programma"."""
    found = _SIDE_GROUP.fullmatch(text.strip())
    return direction_of(found["side"]) if found else None


def side_of_corner(text: str) -> Direction | None:
    """The side that the head over the labels gives all figures below: "Lasten", "Saldo"."""
    text = without_unit(text)
    return "saldo" if text.lower() == "saldo" else "bate" if _REVENUE.match(text) else side_of_group(text)


def ends_side(text: str) -> bool:
    """Whether a line opens a group that is of neither side: reserves, the result."""
    return _OTHER_GROUP.search(text) is not None


def is_side(label: str) -> bool:
    """Whether a label is nothing but "Lasten", "Baten" or "Saldo"."""
    found = _SIDE_LABEL.fullmatch(label)
    return found is not None and not found["total"]


def is_total_of_side(label: str) -> bool:
    """Whether a label is "Totaal lasten (4)"."""
    found = _SIDE_LABEL.fullmatch(label)
    return found is not None and bool(found["total"])


def without_side(label: str) -> str:
    """ "0.1 Bestuur" of "0.1 Bestuur Baten"."""
    return re.sub(r"\b(?:baten|lasten|saldo)\b", "", label, flags=re.IGNORECASE).strip()


def structural_of(words: str) -> Literal["structureel", "incidenteel"] | None:
    """What words say of how long a sum recurs."""
    folded = words.lower()
    if "structure" in folded:
        return "structureel"
    return "incidenteel" if re.search(r"incidente|eenmalig", folded) else None
