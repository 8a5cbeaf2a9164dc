"""What opens a goal or the part of a text that holds goals: "Doel 1.2 ...", "1.2.1 ...", "Wat willen we bereiken?".

The words are in `data/goal_cues.tsv`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import cast

from ingest.fact_types import GoalLevel
from ingest.lexicon import read_rows

_CODE = r"(?:(?-i:[A-Z]{1,2})[.-]?)?\d{1,2}(?:\.\d{1,2}){0,4}(?:\.?(?-i:[a-z])(?!\w)|(?-i:[A-Z])(?!\w))?(?![\w%€])"
_AFTER_CODE = r"[.:)]?\s*(?:[:–-]\s*)?"
_OWN_CODE = re.compile(rf"\s*(?:[-–•▪◦*]\s*)?(?P<code>{_CODE}){_AFTER_CODE}(?=[\w‘'\"“(])", re.IGNORECASE)
_PROGRAMME_CODE = re.compile(r"\s*(?P<code>P\d{1,2})\.?[ :–-]\s*(?=[A-ZÀ-Ý])")
_PROGRAMME = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?\s+)?Programma\s+(?=[A-ZÀ-Ý])")
_SECTION_NUMBER = re.compile(r"\s*(?P<code>(?:\d{1,2}(?:\.(?:\d{1,2}|[A-Z]))*|[A-Z]|[IVX]{1,4})[.)]?)\s+(?=\S)")
_BARE_NUMBER = re.compile(r"\d{1,2}")
_INNER_CODE = re.compile(rf"(?<=\s)(?P<code>\d{{1,2}}(?:\.\d{{1,2}}){{2,4}}){_AFTER_CODE}(?=[A-ZÀ-Ý‘'\"“])")
_GLUED_PARTS = 3
_PARTS = re.compile(r"\d+|(?<=[\d.])[A-Za-z](?![A-Za-z])")
_CLOSING = " \t\n\u00a0:?.…\"“”'‘’"


@dataclass(frozen=True, slots=True)
class Mark:
    """A level and a code, and where the words of the goal begin behind them."""

    level: GoalLevel
    code: str | None
    end: int


@cache
def _cue(kind: str, level: str | None = None) -> re.Pattern[str]:
    rows = [row for row in read_rows("goal_cues.tsv") if row["kind"] == kind and level in (None, row["level"])]
    return re.compile("|".join(f"(?:{row['pattern']})" for row in rows), re.IGNORECASE)


@cache
def _levels(kind: str) -> tuple[GoalLevel, ...]:
    """The levels of a kind of cue, in the order of the file."""
    found = dict.fromkeys(row["level"] for row in read_rows("goal_cues.tsv") if row["kind"] == kind)
    return tuple(cast(GoalLevel, level) for level in found)


def is_cue(kind: str, words: str) -> bool:
    """Whether the words as a whole are a cue of this kind."""
    return bool(_cue(kind).fullmatch(plain(words)))


def level_of(kind: str, words: str) -> GoalLevel | None:
    """The level that the words as a whole announce by a cue of this kind, if they do."""
    return next((level for level in _levels(kind) if _cue(kind, level).fullmatch(plain(words))), None)


def lead_level(line: str) -> GoalLevel | None:
    """The level of the list that a line such as "... de volgende prestaties:" announces."""
    line = " ".join(line.split())
    return next((level for level in _levels("lead") if _cue("lead", level).fullmatch(line)), None)


def plain(words: str) -> str:
    """A heading on one line, without the number of its section and what closes it."""
    words = " ".join(words.split())
    number = _SECTION_NUMBER.match(words)
    return words[number.end() if number else 0 :].strip(_CLOSING)


def section_number(words: str) -> tuple[str, ...]:
    """The parts of the number that a heading has as a section: "2.1 Wat ..." gives 2 and 1."""
    number = _SECTION_NUMBER.match(words)
    return parts(number["code"]) if number else ()


def parts(code: str) -> tuple[str, ...]:
    """What a code counts by, without leading zeros: "D1.02.a" gives 1, 2 and a."""
    return tuple(part.lstrip("0") or "0" for part in _PARTS.findall(code))


@cache
def _marked(level: str) -> re.Pattern[str]:
    words = f"(?:{_cue('mark', level).pattern})"
    number = rf"\s*(?:\d{{1,2}}(?:\.\d{{1,2}})*[.)]?\s+(?={words}))?"
    coded = rf"\s*(?P<code>{_CODE}){_AFTER_CODE}"
    return re.compile(rf"{number}{words}(?:{coded}|\s*:\s*(?=\S))", re.IGNORECASE)


def mark_at(text: str, start: int, end: int) -> Mark | None:
    """The mark with its word that opens a stretch of the text: "Doel 1.2 ", "Doelstelling: "."""
    for level in _levels("mark"):
        found = _marked(level).match(text, start, end)
        if found:
            return Mark(level, found["code"], found.end())
    return None


def programme_at(text: str, start: int, end: int) -> Mark | None:
    """The mark of a programma in a heading that has no "Programma 1": "P1 Veiligheid", "Programma Veiligheid"."""
    found = _PROGRAMME_CODE.match(text, start, end) or _PROGRAMME.match(text, start, end)
    return Mark("programma", found.groupdict().get("code"), found.end()) if found else None


def code_at(text: str, start: int, end: int, level: GoalLevel) -> Mark | None:
    """A code without a word, as items of a list and headings have: "1.2.1 ", "2. "; not "3 wijken krijgen"."""
    found = _OWN_CODE.match(text, start, end)
    if not found or (_BARE_NUMBER.fullmatch(found["code"]) and text[found.end("code")] not in ".)"):
        return None
    return Mark(level, found["code"], found.end())


def glued(text: str, end: int, mark: Mark) -> Iterator[tuple[int, Mark]]:
    """The mark of an item, and those of the items that the reader put behind it on one line; each with its end.

    A code goes on with an item where it has the same number of parts, three at least: "5.4.06" behind "5.4.05".
    """
    length = len(parts(mark.code or ""))
    found = list(_INNER_CODE.finditer(text, mark.end, end)) if length >= _GLUED_PARTS else []
    found = [match for match in found if len(parts(match["code"])) == length]
    for match in found:
        yield match.start("code"), mark
        mark = Mark(mark.level, match["code"], match.end())
    yield end, mark


def is_label(label: str) -> bool:
    """Whether the words can name a goal: no part of the budget, no state, no figure."""
    return sum(letter.isalpha() for letter in label) >= 3 and not _cue("no_label").fullmatch(label)


def is_taakveld(code: str | None, label: str) -> bool:
    """Whether a code and label are those of a taakveld, which budgets use for headings: "1.2 Openbare orde en ..."."""
    return code is not None and (code, _letters(label)) in _taakvelden()


@cache
def _taakvelden() -> frozenset[tuple[str, str]]:
    return frozenset((row["code"], _letters(row["name"])) for row in read_rows("taakvelden.tsv"))


def _letters(words: str) -> str:
    return "".join(letter for letter in words.lower() if letter.isalpha())
