"""Which people with an office each fact of a document names."""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence

from index.language.fold import name_key
from index.language.wordlists import entries
from ingest.fact_types import Commitment, Fact, Official
from ingest.lexicon import read_words

_TITLES = frozenset(entries("titles.txt"))
"""Words beside a name that are no part of it; an actor of nothing else ("de burgemeester") names nobody."""

_PREFIXES = frozenset(word for prefix in read_words("tussenvoegsels.txt") for word in name_key(prefix).split())
"""With one of these a key begins that has no given name: "van dijk"."""


def person_key(name: str) -> str:
    """A person's name as it is compared: folded and without titles; empty where only titles were given."""
    return " ".join(word for word in name_key(name).split() if word not in _TITLES)


def surname_key(name: str) -> tuple[str, str]:
    """What sorts people as in a Dutch telephone book: by surname without "van de", then by the whole name."""
    words = name_key(name).split()
    prefixed = [at for at, word in enumerate(words) if word in _PREFIXES]
    has_given = len(words) > 1 and len(words[0]) > 1 and 0 not in prefixed
    begin = (prefixed[0] if prefixed else 1) if has_given else 0
    return " ".join(word for word in words[begin:] if len(word) > 1 and word not in _PREFIXES), " ".join(words)


def names_person(key: str, wanted: str) -> bool:
    """Whether a person's key answers to a wanted name: "dales" and "burgemeester Dales" do to "frank dales"."""
    words = person_key(wanted).split()
    return bool(words) and set(words) <= set(key.split())


def shortens(key: str, full: str) -> bool:
    """Whether a key is the surname of a fuller name, perhaps after initials that agree with it.

    A given name and the first part of a double surname are too: "Anna de Wit" of "Anna de Wit-Kraan".
    """
    words, fuller = key.split(), full.split()
    has_given = len(words) > 1 and len(words[0]) > 1 and words[0] not in _PREFIXES
    if has_given and len(fuller) > len(words) and fuller[: len(words)] == words:
        return True
    initials = [word for word in words if len(word) == 1]
    surname = words[len(initials) :]
    given = fuller[: len(fuller) - len(surname)]
    if not surname or not given or fuller[len(given) :] != surname or given == initials:
        return False
    if all(len(word) == 1 for word in given) and initials:
        return given[: len(initials)] == initials
    return all(one[0] == other[0] for one, other in zip(initials, given, strict=False))


def fullest(keys: Iterable[str]) -> dict[str, str]:
    """For each key of the people of one municipality the one fullest name that it stands for.

    A name that fits two people is left as it is: nothing is guessed.
    """
    known = {key for key in keys if key}
    namesakes: dict[str, list[str]] = defaultdict(list)
    for key in known:
        for word in set(key.split()):
            namesakes[word].append(key)
    longer = {key: {full for full in namesakes[key.split()[-1]] if shortens(key, full)} for key in known}

    def ends(key: str) -> set[str]:
        return {end for full in longer[key] for end in ends(full)} or {key}

    return {key: found.pop() if len(found := ends(key)) == 1 else key for key in known}


def mentioned_keys(facts: Sequence[Fact]) -> list[frozenset[str]]:
    """For each fact the keys of the officials it names: an official itself, one whose name stands within the
    fact's span, or the actor, speaker or holder of a commitment. Nobody else gets one: residents can't be looked up."""
    officials = sorted((fact for fact in facts if isinstance(fact, Official)), key=lambda official: official.start)
    starts = [official.start for official in officials]
    by_surname = {person_key(official.name).split(" ")[-1]: person_key(official.name) for official in officials}

    def keys(fact: Fact) -> Iterable[str]:
        if isinstance(fact, Official):
            yield person_key(fact.name)
            return
        for official in officials[bisect.bisect_left(starts, fact.start) : bisect.bisect_left(starts, fact.end)]:
            yield person_key(official.name)
        if isinstance(fact, Commitment):
            for name in (fact.actor, fact.speaker, fact.holder):
                yield by_surname.get(person_key(name or "").split(" ")[-1], "")

    return [frozenset(key for key in keys(fact) if key) for fact in facts]
