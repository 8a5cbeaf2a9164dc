"""What kind of document it is: cues add up per type, and the best wins if it stands out.

The cues are data (`data/doc_type_cues.tsv`): a type, where to look, a weight, a pattern; 1 is a hint, 6 decides.
Papers of no type that Speerpunt knows, such as a raadsvoorstel, compete as "overig". "naam" cues are words for the
type itself and are looked for where a document names itself: title, cover, file name, running headers, first headings.
What each place counts is data too (`data/doc_type_places.tsv`), so that the points of a type are the exponents of its
likelihood.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from ingest.identify.doc_types import DocType, doc_types
from ingest.identify.material import HEAD, Material, Phrase, says, text_evidence
from ingest.identify.tense import lean_to_future
from ingest.lexicon import read_rows
from ingest.model import Evidence, Inferred

#: Below this no type is given.
THRESHOLD = 0.5
#: Only so much of the body is searched; a document that has not shown its kind by then will not.
_BODY = 60_000
#: How much less each later line of the head says, up to the fifth: a document names itself first, if not below a menu.
#: Lines of a letterhead ("Gemeente Urmelo") don't count.
_FADING, _FADED = 0.25, 4
#: Small capitals that a PDF spells "K ADERNOTA V EILIGHEID".
_SPACED = re.compile(r"(?<=\b[A-Z]) (?=[A-Z]{3,}\b)")
#: "Voor u ligt de kadernota", "dit IVP": a document that speaks of itself; "dit is een akkoord" may be said of another.
_SELF = (
    r"(?:\bvoor u lig(?:t|gen)|\bbieden (?:wij|we)\b(?:(?: u)?,[^,\n]{3,80},|(?: \w+){0,2})|\bdeze|\bdit"
    r"|\b(?:onder|voor)liggende?)(?: (?!(?:is|aan|bij|op|uit)\b)\w+){0,3}? (?=[\w(])"
    r"|(?:^|[.\n] ?)(?:de|het) (?=[\w -]{3,60} (?:vormt|vormen|geeft|beschrijft|bevat|begint|bestaat|bestaan"
    r"|hebben we|hebben wij|is gebaseerd|is onderverdeeld|is ingedeeld|kent)\b)"
)
_SENTENCE = re.compile(r"[.;,!?]$|[.?] [A-Z]|,,|[“”]|(?:\S+ ){9}.*:$")
#: What follows a type's name on the same line names its subject: "Motie ... begroting" is no begroting.
_SECOND = 0.35
_ABOUT = re.compile(
    r"\b(?:behandeling|bespreking|vaststell(?:en|ing)|presentatie|present(?:eert|eren|eerden?)|debat|reactie|zienswijze|evaluatie|beschouwing(?:en)?|bijdrage"
    r"|voorgesteld)"
    r"(?: \w+){0,3} $",
    re.IGNORECASE,
)
#: What a letter or a proposal is about: "Onderwerp: ontwerpbegroting 2026".
_SUBJECT = re.compile(
    r"^\W*(?:onderwerp|betreft|betreffende|inzake|agendapunt|behorend bij|(?:voorstel|bijlagen?)(?= ?[:|]))\b(?! van)",
    re.IGNORECASE,
)
#: "D/23/104589 | Raadsinformatiebrief" names an item of a list.
_NUMBERED = re.compile(r"^[\w/.-]*\d[\w/.-]* \| ")
#: What a type's name counts where it was found in another place already.
_REPEATED = 0.5
#: How often a type is right by the odds (as a logarithm) of its points against those of all others together. Fitted on
#: 476 readings that no rule was made on: points alone claimed 95 % where 67 % was right, for cues come in company.
_SURE, _SURER = 0.2, 0.43
#: Points of a name that decide, and of the tense of a page of the planning cycle at most.
_DECIDES, _TENSE = 6.0, 2.5
#: The family of the planning cycle, and what a page of it is until its tense tells which.
_CYCLE = "pc"
_REGULATION = "regeling"


@dataclass(frozen=True, slots=True)
class _Cue:
    doc_type: str
    weight: float
    pattern: re.Pattern[str]


class _Scores:
    """Points per type with the words that gave them."""

    def __init__(self) -> None:
        self.points: dict[str, float] = defaultdict(float)
        self._named: dict[str, float] = defaultdict(float)
        self._evidence: dict[str, list[tuple[float, Evidence]]] = defaultdict(list)

    def add(self, doc_type: str, place: str, weight: float, evidence: Evidence) -> None:
        """A cue of a weight that was found in a place of `doc_type_places.tsv`."""
        self._give(doc_type, weight * _places()[place], evidence)

    def add_name(self, doc_type: str, place: str, weight: float, evidence: Evidence) -> None:
        """A name of a type, which a page repeats in its title, head and address: all but the best count for less."""
        points = weight * _places()[place]
        best = self._named[doc_type]
        self._named[doc_type] = max(best, points)
        self._give(doc_type, max(points - best, 0.0) + _REPEATED * min(points, best), evidence)

    def _give(self, doc_type: str, points: float, evidence: Evidence) -> None:
        self.points[doc_type] += points
        self._evidence[doc_type].append((points, evidence))

    def calls_itself(self) -> DocType | None:
        """The type that the paper names itself, where nothing so far speaks against it."""
        best = max((key for key in self._named if key in doc_types()), key=lambda key: self.points[key], default=None)
        return doc_types()[best] if best is not None and self.points[best] >= _DECIDES else None

    def evidence(self, doc_type: str) -> tuple[Evidence, ...]:
        """The three strongest grounds for a type."""
        ranked = sorted(self._evidence[doc_type], key=lambda pair: -pair[0])
        return tuple(evidence for points, evidence in ranked[:3] if points > 0)


def infer_doc_type(material: Material) -> Inferred[str]:
    """The document's type with what shows it; `value` is None where no type stands out."""
    given = material.given.get("doc_type")
    if given in doc_types():
        return Inferred(given, 1.0, (Evidence("user", given),))
    scores = _Scores()
    _score_url(material, scores)
    _score_names(material, scores)
    _score_self(material, scores)
    _score_body(material, scores)
    _score_tense(material, scores)
    return _decide(scores)


def type_words(doc_type: str, least: float = 3.0) -> tuple[re.Pattern[str], ...]:
    """The patterns of the words by which documents of a type call themselves, of at least this weight."""
    return tuple(cue.pattern for cue in _cues()["naam"] if cue.doc_type == doc_type and cue.weight >= least)


def _decide(scores: _Scores) -> Inferred[str]:
    real = {key: value for key, value in scores.points.items() if key in doc_types()}
    if not any(value > 0 for value in real.values()):
        return Inferred(None, 0.0)
    best = max(real, key=lambda key: real[key])
    others = sum(math.exp(points) for key, points in scores.points.items() if key != best)
    odds = real[best] - math.log(math.exp(_places()["none"]) + others)
    confidence = round(1 / (1 + math.exp(-_SURE - _SURER * odds)), 3)
    value = best if confidence >= THRESHOLD else None
    return Inferred(value, confidence, scores.evidence(best))


@cache
def _places() -> dict[str, float]:
    return {row["place"]: float(row["weight"]) for row in read_rows("doc_type_places.tsv")}


def _score_url(material: Material, scores: _Scores) -> None:
    address = (material.url or "").partition("://")[2] or material.url or ""
    for cue in _cues()["url"]:
        for found in _first(cue, address):
            scores.add(cue.doc_type, "url", cue.weight, Evidence("url", found.group()))


def _score_names(material: Material, scores: _Scores) -> None:
    """Each type counts once per kind of place, at its best."""
    head = [line for line in material.lines if (line.start or 0) < HEAD and not is_sentence(line)]
    _score_phrases("title", [Phrase(material.title, "title")] if material.title else [], scores)
    _score_phrases("head", head, scores, fading=_FADING)
    _score_phrases("start", material.starts, scores)
    _score_phrases("file", [Phrase(material.name, "file name")], scores)
    address = [Phrase(piece, "url") for piece in material.address]
    _score_phrases("slug", address, scores, fading=_FADING / 2)
    _score_phrases("furniture", material.running[:10], scores)


def is_sentence(line: Phrase) -> bool:
    """Whether a line is no title; the first may end in a full stop or exclamation mark all the same."""
    return _SENTENCE.search(line.text.rstrip(".!") if line.rank == 0 else line.text) is not None


def _score_phrases(place: str, phrases: Iterable[Phrase], scores: _Scores, fading: float = 0.0) -> None:
    best: dict[str, tuple[float, Evidence]] = {}
    order = 0
    for phrase in phrases:
        for doc_type, weight, evidence in _names_in(phrase):
            worth = weight / (1 + fading * min(order, _FADED))
            if worth > best.get(doc_type, (0.0, evidence))[0]:
                best[doc_type] = (worth, evidence)
        order += not says("label", phrase.text)
    for doc_type, (worth, evidence) in best.items():
        scores.add_name(doc_type, place, worth, evidence)


def _names_in(phrase: Phrase) -> Iterator[tuple[str, float, Evidence]]:
    """The names of types in a phrase; the first is what the document is, later ones say what it is about."""
    text = _SPACED.sub("", phrase.text)
    found = [(cue, match) for cue in _cues()["naam"] for match in _first(cue, text)]
    found.sort(key=lambda pair: (-pair[0].weight, pair[1].start()))
    kept: list[tuple[_Cue, re.Match[str]]] = []
    for cue, match in found:
        if not any(_hides(strong, other, cue, match) for strong, other in kept):
            kept.append((cue, match))
    earliest = min((match.start() for _, match in kept), default=0)
    for cue, match in kept:
        about = match.start() != earliest or _ABOUT.search(text, 0, match.start()) or _is_subject(cue, match)
        factor = _SECOND if about else 1.0
        span = match.span() if text == phrase.text else (0, len(phrase.text))
        yield cue.doc_type, cue.weight * factor, phrase.evidence(*span)


def _is_subject(cue: _Cue, name: re.Match[str]) -> bool:
    """Whether a line says what a paper is about, and so not what it is; a "kaderbrief" is the letter itself.

    What opens a row of a table is an item of a list.
    """
    kind = doc_types().get(cue.doc_type)
    itself = kind is None or kind.is_dated or name.group().casefold().endswith("brief")
    in_row = " | " in name.string[name.end() :] or _NUMBERED.match(name.string) is not None
    return in_row or (not itself and _SUBJECT.match(name.string) is not None)


def _hides(strong: _Cue, other: re.Match[str], cue: _Cue, match: re.Match[str]) -> bool:
    """Whether a match is only part of a longer name that says more: "nota" within "kadernota veiligheid"."""
    overlaps = match.start() < other.end() and other.start() < match.end()
    shorter = match.end() - match.start() < other.end() - other.start()
    return overlaps and (strong.weight > cue.weight or (strong.weight == cue.weight and shorter))


def _first(cue: _Cue, text: str) -> Iterator[re.Match[str]]:
    match = cue.pattern.search(text)
    if match:
        yield match


def _score_body(material: Material, scores: _Scores) -> None:
    """What the text shows; what it shares with other types counts only where the paper doesn't name itself one."""
    body = material.text[:_BODY]
    places = [("tekst", cue, body) for cue in _cues()["tekst"]] + [
        ("opening", c, body[:HEAD]) for c in _cues()["opening"]
    ]
    for where, cue, reach in sorted(places, key=lambda place: _is_shared(place[1].doc_type, place[0])):
        found = cue.pattern.search(reach)
        if found and not (_is_shared(cue.doc_type, where) and _says_otherwise(scores.calls_itself(), cue.doc_type)):
            quoted = text_evidence(material.text, found.start(), min(found.end(), found.start() + 120))
            scores.add(cue.doc_type, where, cue.weight, quoted)


def _is_shared(doc_type: str, where: str) -> bool:
    """Whether papers of other types show the same: a plan asks "Wat gaan wij doen?" or stands in a register."""
    return doc_type == _REGULATION or (where == "tekst" and _family(doc_type) == _CYCLE)


def _says_otherwise(own: DocType | None, doc_type: str) -> bool:
    """Whether a paper's own name rules out what a shared cue tells of."""
    if own is None or doc_type == _REGULATION:
        return own is not None and own.id != _REGULATION
    return own.family != _CYCLE


def _family(doc_type: str) -> str:
    """The family of a type, or of what is a family itself."""
    return doc_types()[doc_type].family if doc_type in doc_types() else doc_type


def _score_self(material: Material, scores: _Scores) -> None:
    best: dict[str, tuple[float, Evidence]] = {}
    for cue, pattern in _self_cues():
        found = pattern.search(material.opening)
        if found and cue.weight > best.get(cue.doc_type, (0.0,))[0]:
            best[cue.doc_type] = (cue.weight, text_evidence(material.text, *found.span()))
    for doc_type, (weight, evidence) in best.items():
        scores.add(doc_type, "self", weight, evidence)


#: In a debate "deze motie" is another paper, and a register of rules asks after faults "in deze regeling".
_NEVER_OF_ITSELF = ("motie", "amendement", "beleidsnota", "regeling")


@cache
def _self_cues() -> tuple[tuple[_Cue, re.Pattern[str]], ...]:
    """The names of types where the text speaks of itself."""
    return tuple(
        (cue, re.compile(f"(?:{_SELF})(?:{cue.pattern.pattern})", re.IGNORECASE))
        for cue in _cues()["naam"]
        if not cue.pattern.pattern.startswith("^") and cue.doc_type not in _NEVER_OF_ITSELF
    )


def _score_tense(material: Material, scores: _Scores) -> None:
    """A page of the planning cycle that looks ahead is a begroting, one that looks back belongs to the jaarstukken."""
    cycle = scores.points.pop("pc", 0.0) / _places()["tekst"]
    lean, evidence = lean_to_future(material.text[:_BODY])
    if cycle < 1.0 or evidence is None:
        return
    doc_type = "programmabegroting" if lean > 0 else "jaarstukken"
    scores.add(doc_type, "tense", min(cycle, 2.0) + _TENSE * abs(lean), evidence)


@cache
def _cues() -> dict[str, tuple[_Cue, ...]]:
    cues: dict[str, list[_Cue]] = {"naam": [], "url": [], "tekst": [], "opening": []}
    for row in read_rows("doc_type_cues.tsv"):
        cue = _Cue(row["id"], float(row["gewicht"]), re.compile(row["patroon"], re.IGNORECASE))
        cues[row["waar"]].append(cue)
    return {where: tuple(found) for where, found in cues.items()}
