"""Which municipality a document is of, and which others it is about."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ingest.gazetteer import WEIGHTS, Gazetteer, Mention
from ingest.identify.language import is_english
from ingest.identify.material import HEAD, OPENING, Material, text_evidence
from ingest.lexicon import read_rows
from ingest.model import Evidence, Inferred

#: Below this no municipality is given; one unambiguous place named twice reaches it, a single vague one doesn't.
THRESHOLD = 0.5
#: Points by source. A host is registered by one municipality; a file name can lie.
_HOST, _PATH, _TITLE, _FILE, _FURNITURE = 9.0, 5.0, 3.0, 3.0, 3.0
#: Mentions on the cover and first pages count more than those further on.
_HEAD_FACTOR, _OPENING_FACTOR = 2.5, 1.5
#: Points that all mentions in the text give together, and the weight at which half of them is given.
_TEXT, _HALF = 7.0, 2.0
#: Points of "none of these", and where another authority speaks.
_NOTHING, _OTHER_AUTHOR = 1.5, 12.0
#: News that names so many municipalities may be of none of them.
_OF_MANY = 5
#: A newspaper's section in its address; a name in a menu; "Gemeente Urmelo" on a line of its own, as a sender has it.
_SECTION, _LISTED, _SENDER = 1.5, 0.05, 2.0
#: A text that names places but never the municipality may look across the border, and places move by mergers.
_BY_PLACES_ONLY = 0.65

#: One name of a place may be a surname or a street, and a part of another name ("Urmelo University") says as little.
_BY_ONE_PLACE = 0.4

#: Provinces that bear the name of a municipality: in "/utrecht/veenendaal" the second is meant.
_PROVINCES = ("Utrecht", "Groningen")
_LONGEST_SEGMENT = 30

_JOINED = re.compile(r"\s*(?:,|/|;|\ben\b|&|\s)\s*(?:en )?(?:de )?(?:gemeente\s+)?")
_OWNERS = re.compile(
    r"(?:\bgemeenten\b|\braden\b|\bcolleges\b)(?:[ \n](?:van|der|de|in|gemeenten|[\w-]+-gemeenten)){0,4}[\s:(]*$"
    r"|\bgemeente\s+$",
    re.IGNORECASE,
)
#: "STEENWIJK - De gemeente", as a newspaper starts.
_DATELINE = re.compile(r"(?<![^\s])[A-Z][A-Z' -]{2,30} [-–] [A-Z]")
#: Whoever wrote the letters that a list of incoming papers names isn't whose list it is.
_INCOMING, _INCOMING_REACH = re.compile(r"\bingekomen stukken\s*\n|\bafzender\s*[\n:]", re.IGNORECASE), 500
#: A list of names between two others is no longer than this.
_LONGEST_GAP = 80


@dataclass(frozen=True, slots=True)
class Place:
    """The municipality of a document and all those that it is about."""

    municipality: Inferred[str]
    municipalities: tuple[str, ...]


def infer_municipality(
    material: Material, gazetteer: Gazetteer, year: int | None, doc_type: str | None = None
) -> Place:
    """The municipality that the document belongs to. An English text is of none that it names: its address tells.

    Args:
        year: of the document as far as known; decides between a merged municipality and its successor.
        doc_type: a newspaper files its news under a town that it need not be about.
    """
    given = material.given.get("municipality")
    if given:
        name = gazetteer.municipality(given) or given
        return Place(Inferred(name, 1.0, (Evidence("user", given),)), (name,))
    mentions = () if is_english(material.text) else gazetteer.find(material.text)
    points, evidence = _Points(gazetteer, year), _first_mentions(material, mentions, gazetteer, year)
    points.add_sources(material, _SECTION if doc_type == "nieuws" else _PATH)
    points.add_mentions(mentions, material.text)
    points.nothing = _OTHER_AUTHOR if _of_other_authority(material) else _NOTHING
    shared = _sharing(material, mentions, gazetteer, year)
    points.of_the_country = doc_type == "nieuws"
    return _decide(points, evidence, shared)


def _decide(points: "_Points", mentioned: dict[str, list[Evidence]], shared: tuple[str, ...]) -> Place:
    if not points.total:
        return Place(Inferred(None, 0.0), shared)
    best = max(points.total, key=lambda name: points.total[name])
    if best not in shared:
        shared = ()
    sum_of_all = points.nothing + points.sum_beside(best)
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
        self.nothing = _NOTHING
        self.of_the_country = False
        self._gazetteer = gazetteer
        self._year = year

    def sum_beside(self, best: str) -> float:
        """The points of all, those far below the best one's hardly counted; in full in news, which may be of many."""
        values = self.total.values()
        if self.of_the_country and len(values) >= _OF_MANY:
            return sum(values)
        return sum(value * value for value in values) / self.total[best]

    def by_address(self, name: str) -> bool:
        """Whether a web address or file name points to the municipality."""
        return any(evidence.source in ("url", "file name") for evidence in self.evidence[name])

    def add_sources(self, material: Material, path: float) -> None:
        """What stands beside the text: address, title, file name, running headers.

        Args:
            path: what a name in the path of the address is worth.
        """
        if material.url and not _at_other_authority(material):
            self._add_address(material.url, path)
        if material.title:
            self._add_phrases([material.title], _TITLE, "title")
        self._add_file_name(material)
        self._add_phrases(material.furniture[:10], _FURNITURE, "metadata")

    def add_mentions(self, mentions: Sequence[Mention], text: str) -> None:
        """What the text itself mentions: each municipality's share, of more points as it is mentioned more."""
        weights: dict[str, float] = defaultdict(float)
        listed = _in_lists(mentions, text)
        for mention in mentions:
            name = self._gazetteer.in_year(mention.municipality, self._year)
            factor = _LISTED if mention.start in listed else _position_factor(mention, text)
            weights[name] += mention.weight * factor
            says_it = mention.weight >= WEIGHTS["place"]
            self.named[name] |= says_it and mention.how != "place"
            self.places[name] += says_it and mention.how == "place"
        everything = sum(weights.values())
        for name, weight in weights.items():
            share = weight / everything
            self.total[name] += _TEXT * share * weight / (weight + _HALF)

    def _add(self, name: str, points: float, evidence: Evidence) -> None:
        current = self._gazetteer.in_year(name, self._year)
        self.total[current] += points
        self.evidence[current].append(evidence)
        self.named[current] = True

    def _add_address(self, url: str, path_points: float) -> None:
        host, _, path = (url.partition("://")[2] or url).partition("/")
        owner = self._gazetteer.of_host(host.partition(":")[0], places=True)
        if owner:
            self._add(owner, _HOST, Evidence("url", host))
            return
        found = [(name, segment) for segment in re.split(r"[/?&=]", path) for name in self._of_segment(segment)]
        for name, segment in [pair for pair in found if pair[0] not in _PROVINCES] or found:
            self._add(name, path_points, Evidence("url", segment))
            return

    def _of_segment(self, segment: str) -> Iterable[str]:
        """Short pieces only: the slug of a news item may speak of any municipality."""
        if len(segment) > _LONGEST_SEGMENT:
            return ()
        found = self._gazetteer.of_slug(segment, places=True)
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


def _position_factor(mention: Mention, text: str) -> float:
    if _INCOMING.search(text, max(0, mention.start - _INCOMING_REACH), mention.start):
        return _LISTED
    if mention.start >= HEAD:
        return _OPENING_FACTOR if mention.start < OPENING else 1.0
    sends = mention.how == "gemeente" and _fills_line(mention, text, "gemeente")
    return _HEAD_FACTOR * (_SENDER if sends or _DATELINE.match(text, mention.start) else 1.0)


def _fills_line(mention: Mention, text: str, before: str = "") -> bool:
    """Whether a name has a line to itself, but for the word before it."""
    line = text[text.rfind("\n", 0, mention.start) + 1 : mention.start].strip().casefold()
    rest = text[mention.end : mention.end + 40].partition("\n")[0].strip()
    return line in ("", before) and not rest


def _in_lists(mentions: Sequence[Mention], text: str) -> frozenset[int]:
    """Where names stand that form a list of lines, as a menu of municipalities does."""
    alone = [mention for mention in mentions if mention.how != "gemeente" and _fills_line(mention, text)]
    found: set[int] = set()
    for first, second in pairwise(alone):
        gap = text[first.end : second.start]
        if first.municipality != second.municipality and gap.count("\n") < 3 and not gap.strip(" \n\t-•*"):
            found |= {first.start, second.start}
    return frozenset(found)


def _of_other_authority(material: Material) -> bool:
    """Whether the paper is of a province, a water board or the state."""
    return _at_other_authority(material) or any(
        pattern.search(material.opening) for where, pattern in _authorities() if where == "text"
    )


def _at_other_authority(material: Material) -> bool:
    """Whether the address is that of one, which may hold the name of a municipality: provincie-utrecht.nl."""
    address = (material.url or "").partition("://")[2]
    return any(pattern.search(address) for where, pattern in _authorities() if where == "url")


@cache
def _authorities() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_rows("other_authorities.tsv")
    return tuple((row["where"], re.compile(row["pattern"], re.IGNORECASE)) for row in rows)


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
    others: list[str] = []
    for mention in head:
        gap = material.text[run[-1].end : mention.start] if run else ""
        between = _named_between(gap, gazetteer)
        if run and between is not None:
            others += between
        elif run:
            if len(run) + len(others) > 2:
                break
            run, others = [], []
        run.append(mention)
    if len(run) + len(others) < 3 or not _OWNERS.search(material.text[max(0, run[0].start - 60) : run[0].start]):
        return ()
    names = [gazetteer.in_year(mention.municipality, year) for mention in run]
    return tuple(dict.fromkeys([*names, *others]))


def _named_between(gap: str, gazetteer: Gazetteer) -> list[str] | None:
    """The names between two of a list that are words as well ("Houten"); None where they don't form a list."""
    if _JOINED.fullmatch(gap):
        return []
    pieces = [piece for piece in re.split(r"\s*,\s*|\s+en\s+", gap) if piece.strip()]
    names = [gazetteer.municipality(piece.strip()) for piece in pieces]
    return [name for name in names if name] if pieces and len(gap) < _LONGEST_GAP and all(names) else None
