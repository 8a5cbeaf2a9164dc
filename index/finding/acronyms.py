"""Abbreviations in a question: what the documents of the library say that they stand for, else a list.

A small model knows few abbreviations of Dutch government. "PGA" alone resembles nothing; written out it does.
"""

from collections import defaultdict
from functools import cache

from index.language.abbreviations import definitions
from index.language.analysis import Token, is_stop_word, tokens
from index.language.fold import fold
from index.language.synonyms import Phrase
from index.language.wordlists import pairs
from index.library import Library
from index.store.word_entries import name_stems
from index.words import WordIndex
from ingest.dutch import is_dutch


def full_names(token: Token, written: str, index: WordIndex) -> tuple[Phrase, ...]:
    """The names, as stems, for which a word stands; `written` is the word as it was asked."""
    own = tuple(tuple(name.split("_")) for name in index.meant_by(token.exact))
    return own or tuple(tuple(name_stems(name).split("_")) for name in _listed(token.exact, written))


def short_names(phrase: Phrase, index: WordIndex) -> tuple[str, ...]:
    """The abbreviations, folded, of a name of which these are the stems."""
    name = "_".join(phrase)
    own = (short for short in index.meant_by(name) if "_" not in short)
    return tuple(dict.fromkeys((*own, *_abbreviated().get(name, ()))))


def written_out(text: str, library: Library) -> str:
    """A text with the full name behind each abbreviation: "PGA (persoonsgerichte aanpak)"."""
    parts: list[str] = []
    done = 0
    for token in tokens(text):
        if token.start < done or is_stop_word(token):
            continue
        name = _explained(token.exact, library) or next(iter(_listed(token.exact, text[token.start : token.end])), "")
        if name:
            parts += [text[done : token.end], f" ({name})"]
            done = token.end
    return "".join([*parts, text[done:]])


def _explained(short: str, library: Library) -> str:
    """As a text of the library has it; empty where none explains it."""
    for meant in library.words.meant_by(short)[:1]:
        (first, *_) = library.words.holding("explains", [f"{short}={meant}"]).tolist()
        for row in library.passages([first], with_themes=False):
            for shown, name in definitions(row.text):
                if fold(shown) == short:
                    return name
    return ""


def _listed(short: str, written: str) -> tuple[str, ...]:
    """Of the list; a word that is Dutch as well ("grip") is an abbreviation only in capitals."""
    name = dict(pairs("afkortingen.tsv")).get(short)
    return (name,) if name and (written.isupper() or not is_dutch(short)) else ()


@cache
def _abbreviated() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for short, name in pairs("afkortingen.tsv"):
        found[name_stems(name)].append(short)
    return {name: tuple(shorts) for name, shorts in found.items()}
