"""Where a long Dutch word may be broken at the end of a line, well enough for a narrow column."""

import re

SHY = "\u00ad"
VOWELS = "aeiouyàáäèéëïíóöúü"
WORD = re.compile(rf"[a-z{VOWELS}]{{9,}}", re.IGNORECASE)
# ij, ei and the like sound as one vowel; ch, sch and such begin a syllable as one consonant.
SYLLABLE = re.compile(rf"(ij|[{VOWELS}]+)(?=([^{VOWELS}]+)(?:ij|[{VOWELS}]))", re.IGNORECASE)
WHOLE = ("ch", "sch")
ONSETS = (
    "sch",
    "ch",
    "st",
    "sp",
    "br",
    "cr",
    "dr",
    "gr",
    "kr",
    "pr",
    "tr",
    "vr",
    "bl",
    "fl",
    "gl",
    "kl",
    "pl",
    "sl",
    "kn",
)
# In a compound the second word starts a syllable, whatever its first letter: buren-overlast, not bureno-verlast.
PARTS = re.compile(r"(?<=\w{3})(overlast|ambacht|aanpak|onderwijs|ondernemer|inbraak|orde|uitvoering|antwoord|eigen)")


def with_soft_hyphens(text: str) -> str:
    """The text with soft hyphens in words of nine letters and more."""
    return WORD.sub(lambda match: _broken(match[0]), text)


def _broken(word: str) -> str:
    cuts = []
    for match in SYLLABLE.finditer(word):
        between = match[2].lower()
        cut = match.end(1) + len(between) - _onset(between)
        if cut >= 3 and len(word) - cut >= 3:
            cuts.append(cut)
    for part in PARTS.finditer(word):
        cuts = sorted({cut for cut in cuts if abs(cut - part.start()) > 1} | {part.start()})
    for cut in reversed(cuts):
        word = word[:cut] + SHY + word[cut:]
    return word


def _onset(consonants: str) -> int:
    """How many of the consonants between two vowels begin the second syllable: all of "ch", one of "rm"."""
    if consonants in WHOLE:
        return len(consonants)
    longest = next((onset for onset in ONSETS if consonants.endswith(onset) and onset != consonants), "")
    return len(longest) or 1
