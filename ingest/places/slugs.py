"""Municipalities by the slugs that web addresses and file names make of their names."""

import re
from collections import defaultdict
from collections.abc import Iterator

from ingest.lexicon import read_words
from ingest.places.forms import slug

_YEARS = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])?")
#: Shorter runs of a hyphenated slug ("ede", "oss") are too often a part of another word.
_SHORTEST_RUN = 4
#: The longest name has six words: "Nuenen, Gerwen en Nederwetten" counts four, "Wijk bij Duurstede" three.
_LONGEST_RUN = 6


class SlugIndex:
    """Finds the municipality in a host ("zevenaar2018.kadernota.nl") or file name ("begroting-best-2024")."""

    def __init__(self) -> None:
        self._hosts: dict[str, str] = {}
        self._names: dict[str, list[str]] = defaultdict(list)
        self._places: dict[str, str] = {}

    def add(self, form: str, municipality: str) -> None:
        """A name that a municipality goes by; addresses often leave out "en" ("gilzerijen")."""
        for key in dict.fromkeys((slug(form), slug(form.replace(" en ", " ")))):
            if municipality not in self._names[key]:
                self._names[key].append(municipality)

    def add_website(self, address: str, municipality: str) -> None:
        """Its own site, which decides between municipalities of one name: bergen-nh.nl."""
        host = address.partition("//")[2].partition("/")[0].removeprefix("www.")
        if host:
            self._hosts[host] = municipality
            self._names[slug(host.rpartition(".")[0])] = [municipality]

    def add_place(self, place: str, municipality: str) -> None:
        """An unambiguous place within it."""
        self._places[slug(place)] = municipality

    def names(self, form: str) -> tuple[str, ...]:
        """The municipalities with the slug of this form."""
        return tuple(self._names.get(slug(form), ()))

    def of_host(self, host: str, *, places: bool) -> str | None:
        """See `Gazetteer.of_host`."""
        labels = host.casefold().removeprefix("www.").split(".")
        for size in range(len(labels), 1, -1):
            known = self._hosts.get(".".join(labels[-size:]))
            if known:
                return known
        for label in labels[:-1]:
            found = self.of_slug(label) or (self._of_place(label) if places else None)
            if found:
                return found
        return None

    def of_slug(self, label: str, *, places: bool = False) -> str | None:
        """See `Gazetteer.of_slug`."""
        bare = _YEARS.sub("-", label.casefold())
        for rest in _without_noise(slug(bare)):
            found = self._only(rest)
            if found:
                return found
        return self._only(self._longest_run(re.split(r"[-_ ]+", bare))) or (
            self._places.get(slug(label)) if places else None
        )

    def _of_place(self, label: str) -> str | None:
        for rest in _without_noise(slug(_YEARS.sub("-", label.casefold()))):
            if rest in self._places:
                return self._places[rest]
        return None

    def _only(self, key: str) -> str | None:
        found = self._names.get(key, [])
        return found[0] if len(found) == 1 else None

    def _longest_run(self, pieces: list[str]) -> str:
        runs = [
            "".join(pieces[first:last])
            for first in range(len(pieces))
            for last in range(first + 1, min(first + _LONGEST_RUN, len(pieces)) + 1)
        ]
        known = [run for run in runs if len(run) >= _SHORTEST_RUN and self._only(run)]
        return max(known, key=len, default="")


def _without_noise(label: str) -> Iterator[str]:
    """A slug, and what is left of it without a word like "begroting" or "d66" at either end, or two of them."""
    yield label
    for once in _stripped(label):
        yield once
        yield from _stripped(once)


def _stripped(label: str) -> Iterator[str]:
    for noise in read_words("slug_noise.txt"):
        if label.startswith(noise) or label.endswith(noise):
            yield label.removeprefix(noise).removesuffix(noise)
