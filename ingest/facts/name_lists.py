"""Several names behind one another, and names with the surname first: "Kraan, B.", "Horst, ter A., Kraan, B."."""

import re
from functools import cache

from ingest.facts.names import Name, is_no_name, name_at, prefix_pattern, written_out
from ingest.lexicon import read_words


def names_in(text: str, start: int, end: int) -> list[Name]:
    """The names in `text[start:end]` if it holds nothing but names: "A. Kraan, B. de Wind en C. Post"; else none."""
    names: list[Name] = []
    at = start
    while at < end:
        name = name_at(text, at, end)
        if not name:
            return []
        names.append(name)
        between = between_names().match(text, name.end, end)
        at = between.end() if between else name.end
        if at == name.end and at < end:
            return []
    return names


@cache
def between_names() -> re.Pattern[str]:
    """What may stand behind a name in a list: a degree, a party or portfolio in brackets, and a comma or "en"."""
    degrees = "|".join(re.escape(degree) for degree in read_words("degrees.txt"))
    aside = rf"(?:,?[ \u00a0](?:{degrees})\b\.?)*(?:[ \u00a0]?\([A-ZÀ-Ý0-9][^()\n]{{1,25}}\))?"
    return re.compile(rf"{aside}(?P<joint>\s*(?:,|;|/|\||&|\+|\ben\b)\s*(?:\ben\b\s*)?|\s*\.?\s*$)?")


@cache
def _surname_first() -> re.Pattern[str]:
    prefix = prefix_pattern()
    initials = r"(?:[A-Z][a-z]{0,2}\.[ \u00a0]?)*[A-Z][a-z]{0,2}(?:\.|$)"
    return re.compile(
        rf"(?:(?P<before>{prefix})[ \u00a0])?(?P<surname>[A-ZÀ-Ý][\w'’-]+(?: ?- ?[A-ZÀ-Ý][\w'’-]+)?),[ \u00a0]?"
        rf"(?:(?P<first>{prefix})[ \u00a0])?(?P<given>{initials})(?:[ \u00a0]?(?P<last>{prefix})(?![\w]))?"
    )


def surname_first_in(text: str, start: int, end: int) -> list[Name]:
    """The names in `text[start:end]` if it holds nothing but names with the surname first, as registers print them."""
    names: list[Name] = []
    at = start
    while at < end:
        found = _surname_first().match(text, at, end)
        surname = found and name_at(text, found.start("surname"), found.end("surname"))
        if not found or not surname:
            return []
        prefix = written_out(found["before"] or found["first"] or found["last"] or "")
        given = re.sub(r"\s", "", found["given"]).removesuffix(".") + "."
        stop = found.start() + len(found.group().rstrip())
        names.append(Name(found.start(), stop, given, prefix, surname.surname))
        between = between_names().match(text, found.end(), end)
        at = between.end() if between and between.end() > found.end() else found.end()
        if at == found.end() and at < end:
            return []
    return names


def name_ending_at(text: str, end: int) -> Name | None:
    """The longest name that ends at `end`, a party in brackets between them left out of account."""
    line = max(text.rfind(mark, 0, end) for mark in "\n|\t;") + 1
    begin = max(line, end - 60)
    party = re.search(r"[ \u00a0]\([A-Za-z0-9/& -]{2,25}\)$", text[begin:end])
    stop = begin + party.start() if party else end
    for start in _word_starts(text, begin, stop):
        name = name_at(text, start, stop)
        if name and name.end == stop and not _is_middle(text, name):
            return name
    return None


def _word_starts(text: str, begin: int, end: int) -> list[int]:
    return [begin + found.start() for found in re.finditer(r"(?<![\w.'’-])[A-Za-zÀ-ÿ]", text[begin:end])]


def _is_middle(text: str, name: Name) -> bool:
    """Whether it is the tail of something longer that is no name: "Raad Waterdrecht Zuid"."""
    return is_no_name(re.split(r"\s", text[name.start : name.end])[0])
