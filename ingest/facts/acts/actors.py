"""Who acts in a clause: the municipality and its bodies, a party, an official, or somebody else."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, get_args

from ingest.fact_types import Official
from ingest.grammar.clauses import Clause
from ingest.grammar.tokens import DETERMINERS, PREPOSITIONS, PRONOUNS, Word, is_finite
from ingest.lexicon import read_rows
from ingest.model import Document

ActorKind = Literal["own", "party", "official", "partner", "outsider"]
COMPETENT: frozenset[ActorKind] = frozenset({"own", "party", "official"})
_NAME = r"(?:\s+(?:(?:van|de|der|den|ten|ter|aan|en)\s+){0,3}[A-Z][\w’'-]+){1,2}"
_PERSON = re.compile(
    r"\b(?:[Dd]e heer|[Mm]evrouw|[Dd]hr\.|[Mm]w\.|[Mm]evr\.) "
    r"(?P<name>(?:(?:[Vv]an|[Dd]e|[Dd]er|[Dd]en|[Tt]en|[Tt]er) ){0,3}"
    r"(?:[A-Z]\.){0,4} ?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
_STRANGER = re.compile(r"\bdoor (?:de |het )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3})")
_IN_A_STEP = re.compile(
    r"\b(?:na|voor|vóór|bij|onder|zonder|behoudens|tot|in afwachting van)\s+(?:\w+\s+){0,2}?"
    r"\w+(?:ing|tie|akkoord|besluit)\s+door\s+(?:de\s+|het\s+)?\Z",
    re.IGNORECASE,
)
"""Before who does another step than the clause tells of: "wordt, na goedkeuring door de raad, toegepast"."""
_LONGEST_ROW = 120
_NEXT_PARTY = re.compile(r"(?:,|\s+en|,\s+en)\s+")
_TOWN = "gemeente "
_ARTICLE = re.compile(r"\A(?:de|het|onze|ons|alle)\s+", re.IGNORECASE)
_COMMON = re.compile(
    r"(?:College|(?:Loco-)?[Bb]urgemeester|Wethouder|Portefeuillehouder|Gemeente\w+|Griffier|Raad)s?\b"
)
"""What has a capital only because it opens a sentence."""
_INDEFINITE = frozenset({"een", "geen", "andere", "elke", "iedere", "welke"})
_BY_PARTIES = frozenset({"coalitieakkoord", "collegeprogramma", "verkiezingsprogramma", None})
"""In other papers than these a party is a group of councillors, whose plans bind nobody."""
_THIRD_PERSON = frozenset({"hij", "zij", "ze"})
_ADDS = re.compile(r"en\s")
_SURROUNDING = 4
"""Between subject and finite verb stand at most this many words ("de gemeente zelf ook weer")."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention of somebody who can act, as a span; `is_agent` where it follows "door"."""

    kind: ActorKind
    name: str
    start: int
    end: int
    is_agent: bool = False


_OBJECT = re.compile(r"\s+(?:de|het)\s")
_TOWN_WORD = re.compile(r"(?i:gemeente)\Z")
"""Before "de" or "het" and a name: "gemeente De Vaart", but "heeft de raad de Nota Groen vastgesteld"."""


class Cast:
    """Finds who acts in the clauses of one document; `we` is who "wij" are in it."""

    def __init__(
        self,
        names: Iterable[str] = (),
        we: str | None = None,
        we_kind: ActorKind = "own",
        officials: Iterable[Official] = (),
        *,
        parties_bind: bool = True,
    ) -> None:
        self.we = we
        self._parties_bind = parties_bind
        self._own = we if we_kind == "own" else None
        self.we_kind: ActorKind = we_kind
        self._names = _any_name(names, r"(?:[Gg]emeente\s+)?")
        people = list(officials)
        self._titles = {name: official for official in people for name in (official.name, official.text)}
        self._officials = _any_name(self._titles)

    @classmethod
    def of(cls, document: Document, officials: Iterable[Official] = ()) -> "Cast":
        """The cast of a document: its municipalities by name, and who its "wij" are."""
        identity = document.identity
        municipality = identity.municipality.value
        names = {*identity.municipalities, *([municipality] if municipality else [])}
        if identity.doc_type.value == "verkiezingsprogramma":
            return cls(names, None, "party", officials)
        parties_bind = identity.doc_type.value in _BY_PARTIES
        we = f"gemeente {municipality}" if municipality else None
        return cls(names, we, "own", officials, parties_bind=parties_bind)

    def called(self, actor: Actor) -> str:
        """The actor's name without its article; the municipality's and an official's in full, where they are known."""
        official = self._titles.get(actor.name)
        if official is not None:
            return official.name if official.role == "portefeuillehouder" else f"{official.role} {official.name}"
        name = _ARTICLE.sub("", actor.name)
        if _COMMON.match(name):
            name = name[0].lower() + name[1:]
        is_town = self._own and name.casefold() in ("gemeente", self._own.removeprefix(_TOWN).casefold())
        return self._own if is_town and self._own else name

    def mentions(self, clause: Clause) -> list[Actor]:
        """All who are named in the clause, in order."""
        found = [self._actor(clause, kind, *match.span()) for kind, match in _matches(clause)]
        found += [Actor("outsider", match.group(), *match.span()) for match in self._private(clause)]
        named: tuple[tuple[ActorKind, re.Pattern[str] | None], ...]
        named = (("own", self._names), ("official", self._officials))
        for kind, pattern in named:
            matches = pattern.finditer(clause.text, clause.start, clause.end) if pattern else ()
            found += [self._actor(clause, kind, *match.span()) for match in matches]
        return _parties_together(_widest(found), clause.text)

    def _private(self, clause: Clause) -> Iterator[re.Match[str]]:
        """Those who are named with "de heer" or "mevrouw" and hold no office that the document names."""
        for match in _PERSON.finditer(clause.text, clause.start, clause.end):
            if not any(match["name"].endswith(name) or name.endswith(match["name"]) for name in self._titles):
                yield match

    def stranger(self, clause: Clause) -> Actor | None:
        """Who follows "door" with a name of its own that isn't the municipality's: "door Stichting De Brug"."""
        match = _STRANGER.search(clause.text, clause.start, clause.end)
        if match is None or (self._names and self._names.match(clause.text, match.start("name"))):
            return None
        return Actor("partner", match["name"], *match.span("name"), is_agent=True)

    def _actor(self, clause: Clause, kind: ActorKind, start: int, end: int) -> Actor:
        if kind == "party" and not self._parties_bind:
            kind = "outsider"
        named = re.compile(_NAME).match(clause.text, end, clause.end) if kind in ("own", "official") else None
        if named and kind == "own" and _OBJECT.match(named.group()) and not _TOWN_WORD.search(clause.text, start, end):
            named = None
        end = named.end() if named else end
        before = [word.lower for word in clause.words if word.end <= start][-1:]
        if named and kind == "own" and self._names and not self._names.search(clause.text, start, end):
            kind = "partner"
        is_agent = before == ["door"] and not _IN_A_STEP.search(clause.text, clause.start, start)
        return Actor(kind, " ".join(clause.text[start:end].split()), start, end, is_agent)

    def subject(self, clause: Clause, finite_at: int) -> Actor | None:
        """The subject of the clause, where it is somebody that we know."""
        pronoun = _pronoun_near(clause, finite_at)
        if pronoun is not None:
            word = clause.words[pronoun]
            return Actor(self.we_kind, self.we or clause.text[word.start : word.end], word.start, word.end)
        candidates = [actor for actor in self.mentions(clause) if _can_be_subject(clause, actor)]
        near = [actor for actor in candidates if _is_near(clause, actor, finite_at)]
        return near[0] if near else None


def subject_left_out(parts: Sequence[Clause], at: int, cast: Cast) -> Actor | None:
    """Who acts in a clause without a subject of its own: that of the clause before ("X weet dat niet en zal ...")."""
    mains = (part for part in reversed(parts[:at]) if part.kind == "main" and part.words[0].lower != "dat")
    verbs, before = parts[at].verbs, next(mains, None)
    if verbs is None or verbs.finite_at or not _ADDS.match(parts[at].quote) or before is None or before.verbs is None:
        return None
    actor = cast.subject(before, before.verbs.finite_at)
    return actor if actor and actor.start < before.words[before.verbs.finite_at].start else None


def _widest(found: list[Actor]) -> list[Actor]:
    """In order, without those that are part of another: "Kraan" in "wethouder Kraan"."""
    kept: list[Actor] = []
    for actor in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or actor.end > kept[-1].end or actor.start == kept[-1].start:
            kept.append(actor)
    return kept


def _parties_together(actors: list[Actor], text: str) -> list[Actor]:
    """Parties in a row as one actor, the ones before a comma too, which end a clause: none of them acts alone."""
    joined: list[Actor] = []
    for actor in actors:
        last = joined[-1] if joined else None
        if last and last.kind == actor.kind == "party" and _NEXT_PARTY.fullmatch(text, last.end, actor.start):
            start = joined.pop().start
        else:
            row = _row_of_parties().search(text, max(0, actor.start - _LONGEST_ROW), actor.start)
            start = row.start() if row and actor.kind == "party" else actor.start
        joined.append(replace(actor, name=" ".join(text[start : actor.end].split()), start=start))
    return joined


@cache
def _row_of_parties() -> re.Pattern[str]:
    """Parties with a comma behind each, up to the end."""
    return re.compile(rf"(?<![\w-])(?:(?:{dict(_patterns())['party'].pattern}),\s+)+\Z", re.IGNORECASE)


def _any_name(names: Iterable[str], before: str = "") -> re.Pattern[str] | None:
    known = "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True) if name)
    return re.compile(rf"(?<![\w-]){before}(?:{known})(?![\w-])") if known else None


@cache
def _patterns() -> tuple[tuple[ActorKind, re.Pattern[str]], ...]:
    rows = (*read_rows("actors.tsv"), *read_rows("third_parties.tsv"))
    kinds: tuple[ActorKind, ...] = get_args(ActorKind)
    joined = {kind: "|".join(row["pattern"] for row in rows if row["kind"] == kind) for kind in kinds}
    return tuple(
        (kind, re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE)) for kind, pattern in joined.items()
    )


def _matches(clause: Clause) -> list[tuple[ActorKind, re.Match[str]]]:
    return [
        (kind, match)
        for kind, pattern in _patterns()
        for match in pattern.finditer(clause.text, clause.start, clause.end)
    ]


def _pronoun_near(clause: Clause, finite_at: int) -> int | None:
    for i in range(max(0, finite_at - _SURROUNDING - 2), min(len(clause.words), finite_at + 2)):
        if clause.words[i].lower in PRONOUNS:
            return i
    return None


def _can_be_subject(clause: Clause, actor: Actor) -> bool:
    """Whether it isn't in a prepositional phrase, in brackets, part of a longer name, or "een gemeente"."""
    before = [word for word in clause.words if word.end <= actor.start]
    lead = clause.text[clause.start : actor.start]
    if not before or lead.count("(") > lead.count(")"):
        return not before
    last = clause.text[before[-1].start : before[-1].end]
    is_part_of_name = len(before) > 1 and last[0].isupper() and actor.name[0].isupper() and lead.endswith(f"{last} ")
    return last.lower() not in PREPOSITIONS and last.lower() not in _INDEFINITE and not is_part_of_name


def _is_near(clause: Clause, actor: Actor, finite_at: int) -> bool:
    """Whether the mention stands right after the finite verb, or before it with little between."""
    inside = _indices(clause.words, actor)
    if not inside:
        return False
    if inside[0] > finite_at:
        # "Deze wijziging geeft het college ...": the subject came first.
        first = clause.words[0].lower
        is_name = clause.text[clause.words[1].start].isupper() and first not in PREPOSITIONS
        if (finite_at > 1 and (first in DETERMINERS or is_name)) or (finite_at == 1 and first in _THIRD_PERSON):
            return False
        between = clause.words[finite_at + 1 : inside[0]]
        return len(between) <= 2 and not any(word.lower in PREPOSITIONS for word in between)
    between = clause.words[inside[-1] + 1 : finite_at]
    if clause.kind == "sub":
        return inside[0] <= 1
    return (len(between) <= _SURROUNDING and not any(is_finite(word.lower) for word in between)) or inside[0] == 0


def _indices(words: Sequence[Word], actor: Actor) -> list[int]:
    return [i for i, word in enumerate(words) if actor.start <= word.start < actor.end]
