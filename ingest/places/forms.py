"""The forms in which the name of a municipality turns up: adjectives, inhabitants, slugs in web addresses."""

import re
import unicodedata

_VOWELS = "aeiouyë"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "–": "-", "‑": "-"})
_DOUBLING = re.compile(rf"[^{_VOWELS}][aeiou][mnlrktsdgp]$")


def fold(name: str) -> str:
    """A name as it is compared: lower case, plain apostrophes and hyphens, single spaces."""
    return " ".join(name.translate(_APOSTROPHES).casefold().split())


def slug(name: str) -> str:
    """A name as web addresses write it, without accents, spaces or hyphens: "Súdwest-Fryslân" is "sudwestfryslan"."""
    plain = unicodedata.normalize("NFKD", name.split(" (", maxsplit=1)[0].split(",", maxsplit=1)[0])
    return re.sub(r"[^a-z0-9]", "", plain.casefold())


def demonyms(name: str) -> tuple[str, ...]:
    """Regular adjectives and names of inhabitants; some do not exist, which harms nobody.

    >>> demonyms("Urmelo")[:2]
    ('Urmelos', 'Urmelose')
    """
    if " " in name or "(" in name or len(name) < 4:
        return ()
    stems = {name}
    if name.endswith("e"):
        stems = {name[:-1]}
    forms = [stem + end for stem in sorted(stems) for end in ("s", "se")]
    forms += [form for stem in sorted(stems) for form in _inhabitants(stem)]
    return tuple(dict.fromkeys(forms))


def _inhabitants(stem: str) -> list[str]:
    bases = [stem + "er", stem + "aar", stem + "naar", stem + "enaar"]
    if stem[-1] == "r":
        bases.append(stem + "der")
    if _DOUBLING.search(stem.casefold()):
        bases.append(stem + stem[-1] + "er")
    if stem.endswith("en"):
        bases.append(stem[:-2] + "er")
    plurals = [base + "s" for base in bases] + [base[:-2] + "ren" for base in bases if base.endswith("aar")]
    return bases + plurals
