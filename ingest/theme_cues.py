"""The cue words of the themes, and where a text has them: whole, inflected, or as a part of a compound."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ingest.lexicon import any_of, read_rows

_SHARED_CUE = 0.75
_IN_COMPOUND = 0.8
_OF_PARENT = 0.5
_LONGEST_ABBREVIATION = 5
_SHORTEST_PART = 6
_SHORTEST_STEM = 3
_LONGEST_WORD = 60
_SHORTEST_REST = 4
_NO_PART = frozenset({"lijk", "lijke", "lijks", "achtig", "achtige"})
_STREET = re.compile(r"(?:straat|weg|laan|plein|kade|dijk|singel|gracht|steeg|dreef|hof)$")
_CACHED_WORDS = 200_000

_TOKEN = re.compile(r"[–-]?[^\W_]+(?:[-‑'’.&][^\W_]+)*-?")
_NAME = re.compile(
    r"\b(?:(?:[Hh]eer|[Mm]evrouw|[Mm]eneer|[Mm]evr\.|[Mm]w\.|[Dd]hr\.)\s{1,3}(?:[A-Z]\.\s?){0,5}"
    r"|(?:[Ww]ethouder|[Bb]urgemeester|[Ss]ecretaris|[Gg]riffier)\s{1,3}(?:[A-Z]\.\s?){1,5}"
    r"|(?:[A-Z]\.\s?){2,6})(?:(?:van|de|der|den|het|ter|ten)\s{1,3}){0,3}[A-Z][^\W\d_]+"
)
_HANGING = frozenset({"en", "of", "en/of"})
_SOFT_HYPHEN = re.compile(r"\xad\s{0,2}")
_TAIL = re.compile(r"['’]s$")
_DOUBLE_VOWEL = re.compile(r"(aa|ee|oo|uu)(?=[^aeiou]*$)")
_DOUBLE_CONSONANT = re.compile(r"([bdfgklmnprst])\1$")


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme of the ontology; its table also has the field of the VNG's Kernbeleid and a description, for readers.

    Attributes:
        parent: the id of the theme above it, "" for a parent.
        iv3: codes and ranges of taakvelden ("1.2", "0.61-0.64").
        cues: words and word groups that point to it.
    """

    id: str
    label: str
    parent: str
    iv3: tuple[str, ...]
    cues: tuple[str, ...]


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _load() -> dict[str, Theme]:
    return {
        row["id"]: Theme(
            row["id"],
            row["label"],
            row["parent"],
            _parts(row["iv3"]),
            _parts(row["cues"]),
        )
        for row in read_rows("themes.tsv")
    }


THEMES: dict[str, Theme] = _load()
"""Every theme by its id, parents before their children."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue of one theme; `stems` are its words without endings, `capitals` an abbreviation's capitals."""

    theme: str
    text: str
    stems: tuple[str, ...]
    weight: float
    first: bool
    last: bool
    capitals: bool


@dataclass(frozen=True, slots=True)
class _Index:
    """The cues by their stem: whole words, first and last parts of compounds, and word groups by their first word."""

    words: dict[str, tuple[Cue, ...]]
    first: dict[str, tuple[Cue, ...]]
    last: dict[str, tuple[Cue, ...]]
    groups: dict[str, tuple[Cue, ...]]


def hits(text: str) -> Iterator[Cue]:
    """The cues in a stretch of text; words of a word group that matched don't count again."""
    tokens = _tokens(text)
    index, at = _index(), 0
    while at < len(tokens):
        group = _longest_group(index.groups.get(_stem_of(tokens[at]), ()), tokens, at)
        if group:
            yield from group
            at += len(group[0].stems)
        else:
            yield from _word_hits(tokens[at])
            at += 1


def _tokens(text: str) -> list[str]:
    """The words, without names of people and without what a text says it is not about; a compound in the place of its
    hanging part ("jeugd- en drugsoverlast")."""
    told = any_of("theme_exclusions.txt").sub(" ", _SOFT_HYPHEN.sub("", text))
    tokens = _TOKEN.findall(_NAME.sub(" ", told))
    for i, token in enumerate(tokens):
        if token.endswith("-") and i + 2 < len(tokens) and tokens[i + 1] in _HANGING:
            tokens[i] = _completed(token.rstrip("-"), tokens[i + 2], ahead=True)
        elif token[0] in "–-" and i >= 2 and tokens[i - 1] in _HANGING:
            tokens[i] = _completed(token.lstrip("–-"), tokens[i - 2], ahead=False)
    return [token.strip("–-") for token in tokens]


def _completed(part: str, whole: str, *, ahead: bool) -> str:
    """The compound that a part and a piece of its neighbour make, if that is a cue; else the part."""
    words = _index().words
    for cut in range(3, len(whole) - 2):
        joined = part + whole[cut:] if ahead else whole[:cut] + part
        if stem(joined) in words:
            return joined
    return part


def _longest_group(cues: Sequence[Cue], tokens: Sequence[str], at: int) -> list[Cue]:
    length, found = 0, list[Cue]()
    for cue in cues:
        size = len(cue.stems)
        if size < length or tuple(_stem_of(token) for token in tokens[at : at + size]) != cue.stems:
            continue
        found = [*found, cue] if size == length else [cue]
        length = size
    return found


@lru_cache(maxsize=_CACHED_WORDS)
def _stem_of(token: str) -> str:
    return stem(token)


@lru_cache(maxsize=_CACHED_WORDS)
def _word_hits(token: str) -> tuple[Cue, ...]:
    """The cues of one word: of the whole word, else of its parts where it is a compound."""
    index = _index()
    bare = _TAIL.sub("", token)
    whole = [cue for cue in index.words.get(stem(token), ()) if not cue.capitals or bare.isupper()]
    if whole:
        return tuple(whole)
    pieces = re.split(r"[-‑]", token)
    if len(pieces) > 1:
        return tuple(cue for piece in pieces if piece for cue in _word_hits(piece))
    return (*_part_hits(token, index.first, ahead=True), *_part_hits(token, index.last, ahead=False))


def _part_hits(token: str, index: dict[str, tuple[Cue, ...]], *, ahead: bool) -> tuple[Cue, ...]:
    """The cues of the longest first (or last) part of a compound that is one; a street says nothing."""
    word = _folded(token)
    if len(word) > _LONGEST_WORD or (token[0].isupper() and _STREET.search(word)):
        return ()
    for size in range(len(word) - _SHORTEST_REST, _SHORTEST_STEM - 1, -1):
        part, rest = (word[:size], word[size:]) if ahead else (word[-size:], word[:-size])
        cues = tuple(cue for cue in index.get(_stemmed(part), ()) if not _is_clipped(part, cue))
        if cues and rest not in _NO_PART:
            return cues
    return ()


def _is_clipped(part: str, cue: Cue) -> bool:
    """Whether letters of the cue are missing: "haverveld" begins like the stem of "haven", but isn't made of it."""
    return part.endswith(("v", "z")) or (part.endswith("e") and cue.text.casefold() == part + "n")


def _folded(word: str) -> str:
    if word.isascii() and word.isalpha():  # nearly all are, and the rest takes ten times as long
        return word.lower()
    decomposed = unicodedata.normalize("NFD", word.lower())
    kept = "".join(char for char in decomposed if not unicodedata.combining(char))
    return re.sub(r"[-‑.&]", "", _TAIL.sub("", kept)).replace("'", "").replace("’", "")


def stem(word: str) -> str:
    """What the inflected forms of a Dutch word share: "inbraken" and "inbraak" both give "inbrak"."""
    return _stemmed(_folded(word))


def _stemmed(bare: str) -> str:
    """The stem of a word that is folded already."""
    if bare.endswith("heden"):
        return bare[:-4] + "id"
    for ending in ("en", "s", "e"):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3 and not bare.endswith(("ss", "us", "is")):
            bare = bare[: -len(ending)]
            break
    bare = _DOUBLE_CONSONANT.sub(r"\1", bare)
    bare = bare[:-1] + {"v": "f", "z": "s"}.get(bare[-1], bare[-1]) if bare else bare
    return _DOUBLE_VOWEL.sub(lambda pair: pair.group()[0], bare)


@cache
def _index() -> _Index:
    words, first, last, groups = (defaultdict[str, list[Cue]](list) for _ in range(4))
    for cue in _cues():
        if len(cue.stems) > 1:
            groups[cue.stems[0]].append(cue)
            continue
        words[cue.stems[0]].append(cue)
        part = replace(cue, weight=cue.weight * _IN_COMPOUND)
        if cue.first and not cue.capitals:
            first[cue.stems[0]].append(part)
        if cue.last and not cue.capitals:
            last[cue.stems[0]].append(part)
    return _Index(*({key: tuple(value) for key, value in table.items()} for table in (words, first, last, groups)))


def _cues() -> Iterator[Cue]:
    special = {(row["cue"], row["theme"]): row for row in read_rows("theme_cues.tsv")}
    owners = Counter(cue.casefold() for theme in THEMES.values() if theme.parent for cue in theme.cues)
    for theme in THEMES.values():
        seen = set[tuple[str, ...]]()
        for text in theme.cues:
            row = special.get((text, theme.id)) or special.get((text, "")) or {}
            cue = _cue(theme, text, row, shared=owners[text.casefold()] > 1)
            if cue.stems not in seen:
                yield cue
            seen.add(cue.stems)


def _cue(theme: Theme, text: str, row: dict[str, str], *, shared: bool) -> Cue:
    stems = tuple(stem(token) for token in _TOKEN.findall(text))
    weight = float(row["weight"]) if row else _usual_weight(stems)
    if shared and not row.get("theme"):
        weight *= _SHARED_CUE
    if not theme.parent:
        weight *= _OF_PARENT
    parts = row.get("parts") or ("both" if len(stems[0]) >= _SHORTEST_PART else "no")
    return Cue(
        theme.id,
        text,
        stems,
        weight,
        first=parts in {"both", "first"},
        last=parts in {"both", "last"},
        capitals=text.isupper() and len(text) <= _LONGEST_ABBREVIATION,
    )


def _usual_weight(stems: tuple[str, ...]) -> float:
    """Word groups and long words say more than short words."""
    if len(stems) > 1:
        return 1.5
    return 1.2 if len(stems[0]) >= 11 else 1.0
