"""Several names behind one another, and names with the surname first: "Kraan, B.", "Horst, ter A., Kraan, B."."""

import re
from functools import cache

from ingest.facts.names import Name, name_at, prefix_pattern, written_out
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
