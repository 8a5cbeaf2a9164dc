"""What the words of a line alone tell: whether it could be a heading, and how high it would rank."""

import re
from functools import cache

from ingest.lexicon import any_of, read_columns, word_set

PLAIN_RANK = 100
"""Of a heading that says nothing about its level; a lower rank stands higher."""

CAPITALS_RANK = 68
NUMBER_RANK = 70
"""Of a numbered heading, plus its depth: "1.2 Jeugd" has 72."""

LONGEST_HEADING = 120
LONGEST_SET_APART = 250
"""Goals ("Doel 7.2.1 We versterken ...") and results wanted are headings of a sentence; 235 characters were seen."""

MOST_WORDS = 16
SHARE_OF_LETTERS = 0.35
"""Of a heading's characters: "Doelen 2024-2026" has 0.4, a row of figures less."""

FEWEST_NUMBERS_OF_AN_ITEM = 2
"""In a heading that may have an amount, as items of a list of decisions do: "10.c.1 Nabetaling van € 500"."""

SHORTEST_PROSE = 80
FEWEST_WORDS = 3
"""Of a sentence that counts as text: "Dank u wel." does, "Afgerond." in a table doesn't."""

_SUM_IN_BRACKETS = re.compile(r" \([^()]*(?:€|\d\.\d{3})[^()]*\)$")
"""What a heading that explains a sum may end in: "Taakveld 7.3 Afval (nadeel van € 28.000)"."""

_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.(?:\d{1,2}[a-z]?|[a-z])\b){0,4})(?:[.)]\s*|\s+)(?=[A-ZÀ-Ý‘“\"'])")
_ENUMERATION = re.compile(r"\(?\d{1,2}[.)](?=[A-ZÀ-Ý][a-z])|(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[a-z]\.)\s+\S")
_LONGEST_ENUMERATOR = len("(viii)")
_NOT_IN_HEADINGS = re.compile(r"@|https?:|www\.| \| |\.{4,}|…{2,}|\t|\s{6,}")
_SENTENCE_INSIDE = re.compile(r"[a-zà-ÿ)’\"](?=[.!?] +[A-ZÀ-Ý‘“])")
_WORD_SO_FAR = re.compile(r"[\w.]+$")
_MONTH = re.compile(
    r"\d{1,2} (?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_FIELD = re.compile(r"(?:ons )?[^\W\d_]+(?:\s|:|$)", re.IGNORECASE)
_AGE = re.compile(r"\b\d{2}-$")
_CAPTION = re.compile(r"(?:tabel|figuur|grafiek|afbeelding|bron)\b|\(?bedragen\b", re.IGNORECASE)
_QUANTITY = re.compile(r"\d+ (?:jaar|dagen|weken|maanden|procent|miljoen|euro|uur)\b", re.IGNORECASE)


def number_of(text: str) -> tuple[int, ...]:
    """The number that a heading opens with: (2, 3, 1) for "2.3.1 Jeugd"; empty without one, or before a month."""
    found = _numbered(text)
    return tuple(_place(part) for part in found["number"].split(".")) if found else ()


def _numbered(text: str) -> re.Match[str] | None:
    found = _NUMBER.match(text) if text[:1].isdecimal() else None
    return None if not found or _MONTH.match(text) or _QUANTITY.match(text) else found


def _place(part: str) -> int:
    """The number that a part of "3.11a" or "3.b" stands for: 11, 2."""
    digits = part.rstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits else ord(part) - ord("a") + 1


def is_enumerated(text: str) -> bool:
    """Whether the line opens like an item: "1.", "a)", "iv."."""
    opening = text[:_LONGEST_ENUMERATOR]
    return ("." in opening or ")" in opening) and _ENUMERATION.match(text) is not None


def group_rank(text: str) -> int | None:
    """The rank of a heading that groups others ("Speerpunten", "Programma 3 Veiligheid"); None for any other.

    One that explains a sum groups none: what else its table had stands beside it ("Reservemutaties").
    """
    if text.endswith(")") and _SUM_IN_BRACKETS.search(text):
        return None
    return next((rank for pattern, rank in _groups() if pattern.match(text)), None)


@cache
def _groups() -> tuple[tuple[re.Pattern[str], int], ...]:
    return tuple(
        (re.compile(pattern, re.IGNORECASE), int(rank)) for pattern, rank in read_columns("heading_groups.tsv")
    )


def opens_field(text: str) -> bool:
    """Whether the line is a field of a letterhead: "Onderwerp ...", "Datum ..."."""
    found = _FIELD.match(text) if text[:1].isupper() else None
    return found is not None and found.group().rstrip(" :").lower() in word_set("field_labels.txt")


def breaks_off(text: str) -> bool:
    """Whether the line ends in a word that must be followed by another: "Motie van het CDA en de"."""
    found = _LAST_WORD.search(text, text.rfind(" ") + 1)
    return text.endswith("&") or (found is not None and found.group().lower() in word_set("heading_open_ends.txt"))


def is_abbreviation(word: str) -> bool:
    """Whether a stop after the word is its own, and ends no sentence: "ca", "o.a"."""
    return word.lower() in word_set("abbreviations.txt")


def is_prose(text: str) -> bool:
    """Whether it is text that a heading can stand over: long, or a sentence, or more than one."""
    if len(text) >= SHORTEST_PROSE or _has_sentence_inside(text):
        return True
    return text[-1:] in ".!?:" and len(text.split()) >= FEWEST_WORDS


def _has_sentence_inside(text: str) -> bool:
    return any(
        not ((word := _WORD_SO_FAR.search(text, 0, end.end())) and is_abbreviation(word.group()))
        for end in _SENTENCE_INSIDE.finditer(text)
    )


def is_caption(text: str) -> bool:
    """Whether it names a table or picture, or its unit: "Tabel 3 ...", "Bedragen x € 1.000"."""
    return _CAPTION.match(text) is not None


def is_capitals(text: str) -> bool:
    """Whether all is printed in capitals, and long enough to be no abbreviation."""
    return text.upper() == text and len(_LETTERS.findall(text)) >= 5


def rank_of(text: str) -> int:
    """The rank that the wording gives a heading."""
    rank = group_rank(text)
    if rank is not None:
        return rank
    number = number_of(text)
    if number:
        return NUMBER_RANK + len(number)
    return CAPITALS_RANK if is_capitals(text) else PLAIN_RANK


def is_label(text: str) -> bool:
    """Whether it is a field of a budget page ("Portefeuillehouder"), a heading whatever follows."""
    return text.rstrip(" :").lower() in word_set("heading_labels.txt")


def is_letter_part(text: str) -> bool:
    """Whether it is one of the fixed parts of a letter or proposal to the council ("Inleiding", "Toelichting")."""
    return text.rstrip(" :").lower() in word_set("letter_parts.txt")


def names_part(text: str) -> bool:
    """Whether it names a part of a document ("Programma Veiligheid") and can't be the title of the whole."""
    return text.split(None, 1)[0].lower() in word_set("part_names.txt")


def names_contents(text: str) -> bool:
    """Whether it is what a table of contents is called."""
    return text.rstrip(" :").lower() in word_set("contents_labels.txt")


def could_be_heading(text: str, *, set_apart: bool = False) -> bool:
    """Whether nothing in the words speaks against a heading: short, capital, not a sentence, not an address.

    One that is `set_apart` by its look may be longer than one that only its words and place give away.
    """
    long = set_apart or _is_numbered_group(text)
    if not 2 < len(text) <= (LONGEST_SET_APART if long else LONGEST_HEADING):
        return False
    if not long and len(text.split()) > MOST_WORDS:
        return False
    said = _SUM_IN_BRACKETS.sub("", text) if set_apart else text
    return _opens_well(text) and _ends_well(text) and not _reads_otherwise(said)


def _is_numbered_group(text: str) -> bool:
    return group_rank(text) is not None and any(letter.isdigit() for letter in text[:30])


def _opens_well(text: str) -> bool:
    first = next((letter for letter in text if letter.isalnum()), "")
    return bool(first) and (first.isupper() or first.isdigit()) and text[0] not in "-–•*"


def _ends_well(text: str) -> bool:
    if (text[-1] in ".;,-–/&" and not _AGE.search(text)) or (text[-1] == ":" and not is_capitals(text)):
        return False
    return is_capitals(text) or not breaks_off(text)


def _reads_otherwise(text: str) -> bool:
    if "€" in text and len(number_of(text)) < FEWEST_NUMBERS_OF_AN_ITEM:
        return True
    if _NOT_IN_HEADINGS.search(text) or _has_sentence_inside(text) or any_of("heading_not.txt").fullmatch(text):
        return True
    number = _numbered(text)
    words = text[number.end() :] if number else text
    letters = len(_LETTERS.findall(words))
    return letters < 3 or letters < SHARE_OF_LETTERS * len(words.replace(" ", ""))
