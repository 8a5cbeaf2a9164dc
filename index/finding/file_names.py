"""The name of a file as it may be shown: people name files after who wrote the letter in them."""

import re
from collections.abc import Collection, Iterable

from ingest.privacy import SHORTEST_ALONE, private_spans

_BETWEEN_WORDS = re.compile(r"[_+-]")
_SUFFIX = re.compile(r"\.\w{1,5}\Z")
_UNCAPITALISED = re.compile(
    r"(\b(?:heer|mevrouw|meneer|dhr|mevr|mw|familie|fam|inspreker|inspreekster|bewoner|bewoonster)\.? "
    r"(?:(?:van|de|der|den|het|ter|ten|te) )*)([a-zà-ÿ])",
    re.IGNORECASE,
)


def words_of(file: str) -> str:
    """What the name says, as long as it is: "brief-mevrouw-bosman.pdf" has "brief mevrouw Bosman.pdf"."""
    spaced = _BETWEEN_WORDS.sub(" ", file)
    return _UNCAPITALISED.sub(lambda found: found[1] + found[2].upper(), spaced)


def without_residents(file: str, text: str, officials: Collection[str]) -> str:
    """The name with "[naam]" for each resident, known by how it names them or from the document's text."""
    words = words_of(file)
    suffix = _SUFFIX.search(words)
    end = suffix.start() if suffix else len(words)
    at = len(text) + 1
    spans = private_spans(f"{text}\n{words[:end]}", officials)
    named = [(span.start - at, span.end - at) for span in spans if span.start >= at]
    known = {text[span.start : span.end] for span in spans if span.end <= len(text) and span.sort == "naam"}
    found = sorted({*named, *_mentioned(words[:end], known, officials)}, key=lambda span: (span[0], -span[1]))
    shown, done = "", 0
    for start, stop in found:
        if start >= done:
            shown, done = f"{shown}{file[done:start]}[naam]", stop
    return shown + file[done:]


def _mentioned(words: str, names: Iterable[str], officials: Iterable[str]) -> Iterable[tuple[int, int]]:
    """Where known names stand in whatever case, in full or by a surname that no official has."""
    held = {name.split()[-1].casefold() for name in officials if name.split()}
    for name in names:
        last = name.split()[-1]
        forms = [name] if len(last) < SHORTEST_ALONE or last.casefold() in held else [name, last]
        for form in forms:
            pattern = rf"(?<!\w){re.escape(_BETWEEN_WORDS.sub(' ', form))}(?!\w)"
            yield from (found.span() for found in re.finditer(pattern, words, re.IGNORECASE))
