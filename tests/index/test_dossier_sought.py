"""Of what a dossier shows first, it sought what came of it: also of what is of long ago."""

import datetime
from dataclasses import replace
from pathlib import Path

from index.dossier import dossier
from index.follow import Follower
from index.store.filters import Filters
from ingest.fact_types import Commitment
from ingest.model import Document, Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

OLD = "Wij bouwen een sporthal met klimwand aan de Kwelderlaan."
TOLD = "De sporthal met klimwand aan de Kwelderlaan is conform planning gebouwd."
NEW = "Wij planten bij sporthal Duinrand een vlierhaag."


def paper(text: str, kind: str, day: str, fact: Commitment | None) -> Document:
    on = Inferred(datetime.date.fromisoformat(day), 0.9)
    about = replace(identity("Waterdrecht", kind, int(day[:4]), title=f"{kind} {day}"), date=on)
    passage = Passage(0, len(text), themes=(ThemeScore("sport", 0.9),))
    facts = (fact,) if fact else ()
    return document(text, path=f"{kind}-{day}.txt", identity=about, passages=(passage,), facts=facts)


def promise(text: str) -> Commitment:
    return Commitment(0, len(text), text, 0.9, "wij", "doen", None, "strong", "planned")


def test_a_promise_of_long_ago_that_is_shown_was_sought(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        put(library, paper(OLD, "programmabegroting", "2020-11-01", promise(OLD)))
        put(library, paper(TOLD, "jaarstukken", "2024-06-01", None))
        put(library, paper(NEW, "programmabegroting", "2025-11-01", promise(NEW)))
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        library.refresh()
        asked = Filters(municipalities=("Waterdrecht",), themes=("sport",))
        made = dossier(library, Follower(library, ENCODER), asked, datetime.date(2026, 3, 1))
    found = {outcome.row.fact.text: outcome for outcome in made.promises.lines}
    assert {text: outcome.kind for text, outcome in found.items()} == {OLD: "told", NEW: "no later papers"}
    told = found[OLD]
    assert told.step is not None
    assert told.step.text == TOLD
