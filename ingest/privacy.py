"""What of a text says who a resident is: names of those who speak to the council, their mail, telephone and address.

A name is a resident's where the words beside it say so ("inspreker", "bewoner", "spreekt in"), or where it opens a
line below a heading such as "Insprekers". From there on it is theirs in the whole text. Names without such words are
left: those of officials and members of the council are public.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from ingest.facts.people.name_lists import between_names
from ingest.facts.people.names import Name, given_names, is_no_name, name_at, title_before
from ingest.lexicon import read_rows, read_words
from ingest.places.towns import is_municipality

Sort = Literal["naam", "e-mail", "telefoon", "adres"]
Regions = list[tuple[int, int]]

_PAD = "\u200b"
_MAIL = re.compile(r"\b([\w.+-]{1,64})@[\w-]+(?:\.[\w-]+)+")
_MOBILE = re.compile(r"(?<![\w.,€-])(?:\+31[ -]?\(?0?\)?|0031[ -]?|0)6(?:[ .-]?\d){8}(?!\d)")
_LIVES = re.compile(r"\b(?:wonende|woonachtig|woont|woonadres:?|bewon(?:er|ers)|bewoonster)\b", re.IGNORECASE)
_HOUSE = r"\d{1,4}(?: ?[a-zA-Z]\b)?(?!\d)(?:, ?\d{4} ?[A-Z]{2}\b)?"
_AROUND = 100
"""Characters on either side of a hint in which the words that it is of are sought."""
_BEYOND = 60
"""Characters behind a name, or behind "woonachtig", in which an address is theirs."""
_BEFORE = 70
"""Characters in which a name may stand before the words that make it a resident's."""
_LONGEST_UNDER = 4000
"""Characters below a heading that are still of those who spoke."""
SHORTEST_ALONE = 5
"""Letters of a surname that is known without a title: "Bos" is a wood too."""
_NEXT_ITEM = re.compile(r"^\W*\d{1,2}[.):a-z]{0,2}[ .\t]+[A-ZÀ-Þ]", re.MULTILINE)
_BEHIND_NAME = re.compile(r"(?:\s?\((?P<aside>[^()\n]{2,25})\))?(?P<of>\s(?:uit|van|aan)\s[^.,()\n]{2,30})?\s?,?\s*\(?")


@dataclass(frozen=True, slots=True, order=True)
class Private:
    """A span of the text that says who a resident is."""

    start: int
    end: int
    sort: Sort


def cover(span: Private, length: int) -> str:
    """What comes in place of a span, just as long: "[naam]", filled up with characters that have no width."""
    label = f"[{span.sort}]"
    return (label if len(label) <= length else "[…]"[:length]).ljust(length, _PAD)


def tidy(text: str) -> str:
    """A text in which spans were covered, without what fills them up: for where it is written or drawn."""
    return text.replace(_PAD, "")


def private_spans(text: str, officials: Collection[str] = ()) -> tuple[Private, ...]:
    """All such spans, in order, without overlap.

    Args:
        officials: full names of people with an office, who stay.
    """
    regions = _regions(text)
    names = _names(text, regions, {name.casefold() for name in officials}) if regions else []
    spans = [*names, *_mail(text), *(Private(*found.span(), "telefoon") for found in _MOBILE.finditer(text))]
    spans += _addresses(text, regions, names)
    return tuple(_apart(sorted(spans, key=lambda span: (span.start, -span.end))))


def _apart(spans: list[Private]) -> Iterator[Private]:
    at = 0
    for span in spans:
        if span.start >= at:
            yield span
            at = span.end


def _names(text: str, regions: Regions, officials: set[str]) -> list[Private]:
    found = [*_behind_words(text, regions), *_before_words(text, regions), *_below_headings(text)]
    residents = [name for name in found if not _is_public(name, officials)]
    taken = {official.split()[-1] for official in officials if official}
    spans = {(name.start, name.end) for name in residents}
    for pattern in {form for name in residents for form in _forms(name, taken)}:
        spans.update(_with_given(text, *match.span("name")) for match in re.finditer(pattern, text))
    return [Private(start, end, "naam") for start, end in sorted(spans)]


_GIVEN_BEFORE = re.compile(r"(?<![\w.'’-])(?:(?:[A-Z]\.)+|(?P<given>[A-ZÀ-Þ][a-zà-ÿ]+))\s\Z")


def _with_given(text: str, start: int, end: int) -> tuple[int, int]:
    """The surname of a resident with the initials or usual given name right before it."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 20), start)
    if before and (before["given"] is None or before["given"] in given_names()):
        return before.start(), end
    return start, end


def _is_public(name: Name, officials: set[str]) -> bool:
    full = name.full.casefold()
    return full in officials or (not name.given and not name.titled and is_municipality(name.full))


@cache
def _cues(kind: str) -> re.Pattern[str]:
    joined = "|".join(row["pattern"] for row in read_rows("private_cues.tsv") if row["kind"] == kind)
    if kind == "hint":
        return re.compile(joined)
    return re.compile(rf"\b(?:{joined})(?=\W)" if kind in ("bare", "before") else joined, re.IGNORECASE)


def _regions(text: str) -> list[tuple[int, int]]:
    """The stretches of the text in which words may stand that make a name a resident's: most texts have few."""
    folded = text.lower()
    found: list[tuple[int, int]] = []
    for hint in _cues("hint").finditer(folded if len(folded) == len(text) else text):
        start, end = max(0, hint.start() - _AROUND), hint.end() + _AROUND
        if found and start <= found[-1][1]:
            start = found.pop()[0]
        found.append((start, end))
    return found


def _behind_words(text: str, regions: Regions) -> Iterator[Name]:
    """The names right behind "inspreker" and the like, all of a list."""
    for kind in ("bare", "before"):
        for cue in _found(kind, text, regions):
            yield from _listed(text, _skip(text, cue.end()), bare=kind == "bare")


def _found(kind: str, text: str, regions: Regions) -> Iterator[re.Match[str]]:
    for start, end in regions:
        yield from _cues(kind).finditer(text, start, min(end, len(text)))


def _skip(text: str, at: int) -> int:
    """Past spaces, and past "is" or a dash of a list below a label."""
    gap = re.compile(r"\s*(?:[-–•]\s*)?(?:(?:als|is|de volgende)\s)?").match(text, at)
    return gap.end() if gap else at


def _listed(text: str, at: int, *, bare: bool) -> Iterator[Name]:
    while (name := name_at(text, at)) and _is_name(text, name, bare=bare):
        aside = re.compile(r"\s?\(([^()\n]{2,25})\)").match(text, name.end)
        if not aside or not _of_council(aside.group(1)):
            yield name
        joint = between_names().match(text, _past_aside(text, name.end))
        if not joint or not joint.group("joint") or not joint.group("joint").strip():
            return
        at = joint.end()


def _past_aside(text: str, at: int) -> int:
    """Past what stands in brackets behind a name: a street, or for whom they speak."""
    aside = re.compile(r"\s?\([^()\n]{2,60}\)").match(text, at)
    return aside.end() if aside else at


def _is_name(text: str, name: Name, *, bare: bool) -> bool:
    """Whether it is more than a word with a capital: a title, initials or a given name tell, or the words before."""
    titled = name.titled or bool(title_before(text, name.start))
    first = name.given.split(" ")[0].split("-")[0]
    given = bool(name.given) and (name.has_initials_only or first in given_names() or bare or bool(name.prefix))
    return titled or given or (bare and not is_municipality(name.full))


def _before_words(text: str, regions: Regions) -> Iterator[Name]:
    """The names right before "spreekt in" and the like."""
    for cue in _found("behind", text, regions):
        name = _ending_at(text, cue.start())
        if name and _is_name(text, name, bare=False):
            yield name


def _ending_at(text: str, end: int) -> Name | None:
    """The longest name that has nothing but a bracket, a comma and spaces between it and a place."""
    begin = max(0, end - _BEFORE)
    for capital in re.finditer(r"(?<![\w.'’-])[^\W\d_]", text[begin:end]):
        name = name_at(text, begin + capital.start(), end)
        gap = _BEHIND_NAME.fullmatch(text, name.end, end) if name else None
        if name and gap:
            public = _has_office(text, begin + capital.start()) or _of_council(gap["aside"] or gap["of"] or "")
            return None if public else name
    return None


@cache
def _offices() -> re.Pattern[str]:
    words = ("wethouder", "burgemeester", "raadslid", "griffier", "voorzitter", "commissielid", "secretaris", "fractie")
    return re.compile(rf"(?:{'|'.join(words)})\w*\s+$", re.IGNORECASE)


@cache
def _parties() -> re.Pattern[str]:
    listed = "|".join(re.escape(party) for party in read_words("parties.txt"))
    return re.compile(rf"(?<!\w)(?:(?:{listed})(?!\w)|(?i:\w*fractie|raadslid|wethouder))")


def _of_council(words: str) -> bool:
    """Whether what stands behind a name names a party or an office: who has one sits in the council."""
    return bool(_parties().search(words))


def _has_office(text: str, start: int) -> bool:
    return bool(_offices().search(text[max(0, start - 30) : start]))


def _below_headings(text: str) -> Iterator[Name]:
    """Names that open a line below "Insprekers", down to the next item that has a number."""
    for heading in re.finditer(rf"^#*\s*(?:{_cues('heading').pattern})\s*$", text, re.IGNORECASE | re.MULTILINE):
        beyond = _NEXT_ITEM.search(text, heading.end(), heading.end() + _LONGEST_UNDER)
        end = beyond.start() if beyond else min(len(text), heading.end() + _LONGEST_UNDER)
        for line in re.finditer(r"^\W*(?=\w)", text[heading.end() : end], re.MULTILINE):
            name = name_at(text, heading.end() + line.end(), end)
            if name and _is_name(text, name, bare=False) and not re.match(r"\s?\([A-Z]", text[name.end : name.end + 3]):
                yield name


def _forms(name: Name, taken: Collection[str]) -> Iterator[str]:
    """Patterns for the same person elsewhere in the text; not for a surname that an official has."""
    surname = re.escape(name.surname)
    prefix = rf"(?i:{re.escape(name.prefix)}) ".replace(r"\ ", r"\s") if name.prefix else ""
    if name.given:
        yield rf"(?<!\w)(?P<name>{re.escape(name.given)}\s{prefix}{surname})(?!\w)".replace(r"\ ", r"\s")
    if name.surname.split()[-1].casefold() in taken:
        return
    titles = "|".join(re.escape(word) for word in read_words("titles.txt"))
    yield rf"(?<!\w)(?i:{titles})\.?\s(?P<name>(?:(?:[A-Z]\.)+\s?)?{prefix}{surname})(?!\w)"
    yield rf"(?<!\w)(?P<name>(?:[A-Z]\.){{1,4}}\s?{prefix}{surname})(?!\w)"
    if name.prefix or (len(name.surname) >= SHORTEST_ALONE and not _is_word(name.surname)):
        yield rf"(?<!\w)(?P<name>{prefix}{surname})(?!\w)"


def _is_word(surname: str) -> bool:
    return is_no_name(surname) or is_municipality(surname) or surname in given_names()


def _mail(text: str) -> Iterator[Private]:
    for found in _MAIL.finditer(text) if "@" in text else ():
        if found.group(1).casefold() not in read_words("mailboxes.txt"):
            yield Private(*found.span(), "e-mail")


@cache
def _address() -> re.Pattern[str]:
    """A street and a number: a word with the ending of a street, or what follows "aan de"."""
    endings = "|".join(re.escape(ending.rstrip("?")) for ending in read_words("street_endings.txt"))
    street = rf"(?:[A-ZÀ-Þ][\w'’.-]*\s){{0,3}}[A-ZÀ-Þ][\w'’.-]*?(?:{endings})"
    return re.compile(
        rf"(?P<address>(?:{street}|(?<=aan de )[A-ZÀ-Þ][\w'’-]+|(?<=aan het )[A-ZÀ-Þ][\w'’-]+)\s{_HOUSE})"
    )


def _addresses(text: str, regions: Regions, names: list[Private]) -> list[Private]:
    """Where somebody lives: behind their name, or behind words that say so; the same address elsewhere too."""
    lives = (found for start, end in regions for found in _LIVES.finditer(text, start, end))
    after = [name.end for name in names] + [found.end() for found in lives]
    near = [_address().search(text, at, at + _BEYOND) for at in after]
    said = {found.group("address") for found in near if found}
    return [
        Private(*found.span(), "adres")
        for address in said
        for found in re.finditer(rf"(?<!\w){re.escape(address)}(?!\w)", text)
    ]
