"""Which municipality a document is of, and which others it is about."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.gazetteer import Gazetteer, Mention
from ingest.identify.material import HEAD, OPENING, Material, text_evidence
from ingest.model import Evidence, Inferred

#: Below this no municipality is given; one unambiguous place named twice reaches it, a single vague one doesn't.
THRESHOLD = 0.5
#: Points by source. A host is registered by one municipality; a file name can lie.
_HOST, _PATH, _TITLE, _FILE, _FURNITURE = 9.0, 5.0, 3.0, 3.0, 3.0
#: Mentions on the cover and first pages count more than those further on.
_HEAD_FACTOR, _OPENING_FACTOR = 2.5, 1.5
#: Points that all mentions in the text give together, and the weight at which half of them is given.
_TEXT, _HALF = 7.0, 2.0
#: Points of "none of these".
_NOTHING = 1.5
#: A text that names places but never the municipality may look across the border, and places move by mergers.
_BY_PLACES_ONLY = 0.65

#: One name of a place may be a surname or a street: it never decides by itself.
_BY_ONE_PLACE = 0.4

#: Provinces that bear the name of a municipality: in "/utrecht/veenendaal" the second is meant.
_PROVINCES = ("Utrecht", "Groningen")
_LONGEST_SEGMENT = 30

_JOINED = re.compile(r"\s*(?:,|/|;|\ben\b|&|\s)\s*(?:en )?(?:de )?(?:gemeente\s+)?")
_OWNERS = re.compile(r"\bgemeenten\b|\braden\b|\bcolleges van\b|\bgemeente\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """The municipality of a document and all those that it is about."""

    municipality: Inferred[str]
    municipalities: tuple[str, ...]


def infer_municipality(material: Material, gazetteer: Gazetteer, year: int | None) -> Place:
    """The municipality that the document belongs to.

    Args:
        year: of the document as far as known; decides between a merged municipality and its successor.
    """
    given = material.given.get("municipality")
    if given:
        name = gazetteer.municipality(given) or given
        return Place(Inferred(name, 1.0, (Evidence("user", given),)), (name,))
    mentions = gazetteer.find(material.text)
    points, evidence = _Points(gazetteer, year), _first_mentions(material, mentions, gazetteer, year)
    points.add_sources(material)
    points.add_mentions(mentions, len(material.text))
    shared = _sharing(material, mentions, gazetteer, year)
    return _decide(points, evidence, shared)


def _decide(points: "_Points", mentioned: dict[str, list[Evidence]], shared: tuple[str, ...]) -> Place:
    if not points.total:
        return Place(Inferred(None, 0.0), shared)
    best = max(points.total, key=lambda name: points.total[name])
    sum_of_all = _NOTHING + sum(value * value for value in points.total.values()) / points.total[best]
    confidence = round(min(0.99, points.total[best] / sum_of_all), 3)
    if not points.named[best]:
        confidence = min(confidence, _BY_PLACES_ONLY if points.places[best] > 1 else _BY_ONE_PLACE)
    grounds = (*points.evidence[best][:2], *mentioned.get(best, [])[:2])
    if len(shared) > 2 and not points.by_address(best):
        return Place(Inferred(None, confidence, grounds), shared)
    value = best if confidence >= THRESHOLD else None
    everyone = dict.fromkeys(([value] if value else []) + list(shared))
    return Place(Inferred(value, confidence, grounds), tuple(everyone))


class _Points:
    """Points per municipality from all sources."""

    def __init__(self, gazetteer: Gazetteer, year: int | None) -> None:
        self.total: dict[str, float] = defaultdict(float)
        self.evidence: dict[str, list[Evidence]] = defaultdict(list)
        self.named: dict[str, bool] = defaultdict(bool)
        self.places: dict[str, int] = defaultdict(int)
        self._gazetteer = gazetteer
        self._year = year

    def by_address(self, name: str) -> bool:
        """Whether a web address or file name points to the municipality."""
        return any(evidence.source in ("url", "file name") for evidence in self.evidence[name])

    def add_sources(self, material: Material) -> None:
        """What stands beside the text: address, title, file name, running headers."""
        if material.url:
            self._add_address(material.url)
        if material.title:
            self._add_phrases([material.title], _TITLE, "title")
        self._add_file_name(material)
        self._add_phrases(material.furniture[:10], _FURNITURE, "metadata")

    def add_mentions(self, mentions: Iterable[Mention], length: int) -> None:
        """What the text itself mentions: each municipality's share, of more points as it is mentioned more."""
        weights: dict[str, float] = defaultdict(float)
        for mention in mentions:
            name = self._gazetteer.in_year(mention.municipality, self._year)
            weights[name] += mention.weight * _position_factor(mention.start)
            self.named[name] |= mention.how != "place"
            self.places[name] += mention.how == "place"
        everything = sum(weights.values())
        for name, weight in weights.items():
            share = weight / everything
            self.total[name] += _TEXT * share * weight / (weight + _HALF)

    def _add(self, name: str, points: float, evidence: Evidence) -> None:
        current = self._gazetteer.in_year(name, self._year)
        self.total[current] += points
        self.evidence[current].append(evidence)
        self.named[current] = True

    def _add_address(self, url: str) -> None:
        host, _, path = (url.partition("://")[2] or url).partition("/")
        owner = self._gazetteer.of_host(host.partition(":")[0], places=True)
        if owner:
            self._add(owner, _HOST, Evidence("url", host))
            return
        found = [(name, segment) for segment in re.split(r"[/?&=]", path) for name in self._of_segment(segment)]
        for name, segment in [pair for pair in found if pair[0] not in _PROVINCES] or found:
            self._add(name, _PATH, Evidence("url", segment))
            return

    def _of_segment(self, segment: str) -> Iterable[str]:
        """Short pieces only: the slug of a news item may speak of any municipality."""
        if len(segment) > _LONGEST_SEGMENT:
            return ()
        found = self._gazetteer.of_slug(segment)
        return (found,) if found else ()

    def _add_file_name(self, material: Material) -> None:
        stem = material.file.rpartition(".")[0] or material.file
        found = self._gazetteer.of_slug(stem)
        if found:
            self._add(found, _FILE, Evidence("file name", stem))

    def _add_phrases(self, phrases: Iterable[str], points: float, source: str) -> None:
        named: dict[str, tuple[float, str]] = {}
        for phrase in phrases:
            for mention in self._gazetteer.find(phrase):
                weight = max(named.get(mention.municipality, (0.0, ""))[0], mention.weight)
                named[mention.municipality] = (weight, phrase)
        for name, (weight, phrase) in named.items():
            evidence = Evidence("title", phrase) if source == "title" else Evidence("metadata", phrase)
            self._add(name, points * min(1.0, weight), evidence)


def _position_factor(start: int) -> float:
    if start < HEAD:
        return _HEAD_FACTOR
    return _OPENING_FACTOR if start < OPENING else 1.0


def _first_mentions(
    material: Material, mentions: Iterable[Mention], gazetteer: Gazetteer, year: int | None
) -> dict[str, list[Evidence]]:
    """For each municipality its mentions, the most telling first."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda item: (-item.weight, item.start)):
        name = gazetteer.in_year(mention.municipality, year)
        found[name].append(text_evidence(material.text, mention.start, mention.end))
    return found


def _sharing(
    material: Material, mentions: tuple[Mention, ...], gazetteer: Gazetteer, year: int | None
) -> tuple[str, ...]:
    """The municipalities that the opening lists as owners: "de gemeenten A, B en C"; else nothing.

    Two names joined by "en" are neighbours in any letter; a list of three or more under "gemeenten" is a
    plan of those municipalities together.
    """
    head = [mention for mention in mentions if mention.start < HEAD and mention.how in ("gemeente", "name")]
    run: list[Mention] = []
    for mention in head:
        gap = material.text[run[-1].end : mention.start] if run else ""
        if run and not _JOINED.fullmatch(gap):
            if len(run) > 2:
                break
            run = []
        run.append(mention)
    if len(run) < 3 or not _OWNERS.search(material.text[max(0, run[0].start - 60) : run[0].start]):
        return ()
    return tuple(dict.fromkeys(gazetteer.in_year(mention.municipality, year) for mention in run))
