"""When a sum in a table, an indicator or a goal that was found is one of the gold, and what its fields are worth."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from evaluation.figure_gold import Wanted
from ingest.fact_types import Amount, Fact, Goal, Indicator

Verdict = Literal["right", "lacking", "wrong"]
"""What a found thing says in a field: the same, nothing, or something else."""

_SHORTEST = 5
"""Letters of what was found that have to be within the words of the gold, where those are more."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fact and the page that it stands on."""

    page: int
    fact: Fact


@dataclass(frozen=True, slots=True)
class Pairs:
    """Which annotation each fact is, by position, and which annotations were found."""

    of_found: Mapping[int, int]
    hit: frozenset[int]


def pair(wanted: Sequence[Wanted], found: Sequence[Found]) -> Pairs:
    """Pair annotations and facts of one kind, the best fit first; each is in one pair at most, what may be found apart.

    The target of an indicator is found, too, where it came along with one of the values.
    """
    fits = ((_fit(one, other), -i, -j) for i, one in enumerate(wanted) for j, other in enumerate(found))
    of_found: dict[int, int] = {}
    hit: set[int] = set()
    for _, i, j in sorted((fit for fit in fits if fit[0]), reverse=True):
        if -j not in of_found and (-i not in hit or not wanted[-i].must):
            of_found[-j] = -i
            hit.add(-i)
    hit |= {i for i, one in enumerate(wanted) if "target" in one.labels and _came_along(one, found)}
    return Pairs(of_found, frozenset(hit))


def _fit(one: Wanted, other: Found) -> float:
    """How well a fact fits; 0 where it is another one. A sum may fit though its row is called otherwise."""
    fact = other.fact
    if other.page != one.page or not _is_it(one, fact):
        return 0.0
    named = not isinstance(fact, Amount) or same_words(one.words, fact.row or fact.text)
    same = sum(verdict == "right" for verdict in _agreement(one, fact).values())
    return (2.0 if named else 1.0) + same / 10


def _is_it(one: Wanted, fact: Fact) -> bool:
    if isinstance(fact, Amount):
        return abs(fact.value_eur) == abs(float(one.labels["value"]))
    if isinstance(fact, Goal):
        return same_words(one.words, fact.label)
    if not isinstance(fact, Indicator) or not same_words(one.words, fact.name):
        return False
    said = fact.value if "value" in one.labels else None if fact.value else fact.target
    return _figure(said) == _figure(one.labels.get("value", one.labels.get("target")))


def _came_along(one: Wanted, found: Sequence[Found]) -> bool:
    return any(
        isinstance(other.fact, Indicator)
        and other.page == one.page
        and bool(other.fact.value)
        and _figure(other.fact.target) == _figure(one.labels["target"])
        and same_words(one.words, other.fact.name)
        for other in found
    )


def verdicts_of(one: Wanted, fact: Fact, wanted: Sequence[Wanted]) -> dict[str, Verdict]:
    """What becomes of each field; `wanted` are all annotations, for the targets of the same row."""
    verdicts = _agreement(one, fact)
    if isinstance(fact, Amount):
        verdicts["row"] = "right" if same_words(one.words, fact.row or "") else "wrong" if fact.row else "lacking"
    if isinstance(fact, Indicator) and fact.value:
        targets = {_figure(other.labels.get("target")) for other in wanted if other.row == one.row} - {""}
        said = _figure(fact.target)
        if targets and said:
            verdicts["target"] = "right" if said in targets else "wrong"
        elif said:
            verdicts["target"] = "wrong"
    return verdicts


def _agreement(one: Wanted, fact: Fact) -> dict[str, Verdict]:
    """Of each field that the gold labels whether the fact says the same, nothing or something else."""
    verdicts: dict[str, Verdict] = {}
    for label, wanted in one.labels.items():
        if (verdict := _verdict(label, wanted, fact)) is not None:
            verdicts[label] = verdict
    return verdicts


def _verdict(label: str, wanted: Any, fact: Fact) -> Verdict | None:
    """None where the field says nothing apart from the match itself."""
    if isinstance(fact, Indicator):
        if label == "unit":
            said: Any = fact.unit
            return "lacking" if not said else "right" if same_words(str(wanted), said) else "wrong"
        if label != "year":
            return None
        said = fact.reference_year
    elif isinstance(fact, Amount):
        said = fact.value_eur if label == "value" else getattr(fact, label)
    else:
        said = _goal_says(fact, label, wanted)
    return "right" if said == wanted else "lacking" if said is None else "wrong"


def _goal_says(fact: Fact, label: str, wanted: Any) -> Any:
    """A field of a goal; its parent as the gold names it, by the code or the first words."""
    if not isinstance(fact, Goal):
        raise TypeError(f"no goal: {fact}")
    if label == "code":
        return wanted if wanted and _code(fact.code) == _code(wanted) else fact.code
    if label != "parent":
        return fact.level
    named = (fact.parent or "").startswith(str(wanted)) or _code(fact.parent_code) == _code(wanted)
    return wanted if wanted and named else fact.parent_code or fact.parent


def _code(code: str | None) -> str:
    return (code or "").strip(" .").upper()


def _figure(printed: object) -> str:
    found = re.search(r"-?\d[\d.,]*\d|\d", str(printed or ""))
    return found.group() if found else ""


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum() or sign == "%")


def same_words(wanted: str, said: str) -> bool:
    """Whether the letters of one are in those of the other."""
    ours, theirs = _letters(wanted), _letters(said)
    return ours in theirs or (len(theirs) >= min(_SHORTEST, len(ours)) and theirs in ours)
