"""What two papers say differently of one project: when its works begin or end, and whether it is done."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import Dossier, dossier
from index.follow import Follower
from index.store.filters import Filters
from index.tracing.contradictions import steps_of
from ingest.fact_types import Commitment, Deadline, Fact, Period
from ingest.model import Document, Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put
from views.briefing import briefing

TODAY = datetime.date(2026, 11, 1)
IN_2027 = Deadline("in 2027", Period(datetime.date(2027, 1, 1), datetime.date(2027, 12, 31)))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Wij streven naar een start van de realisatie in 2027.", {"begin": ["in 2027"]}),
        ("De werkzaamheden starten in 2026 en leiden in 2027 tot een nieuw theater.", {"begin": ["in 2026"]}),
        ("Eind 2027 wordt het theater opgeleverd.", {"end": ["Eind 2027"]}),
        ("In 2026 vragen wij de vergunning aan.", {}),
        ("In 2026 start de inspraak.", {}),
        ("Het pand wordt per 1 mei 2026 leeg opgeleverd.", {}),
    ],
)
def test_when_works_begin_and_end(text: str, steps: dict[str, list[str]]) -> None:
    assert {step: [said for said, _ in terms] for step, terms in steps_of(text).items()} == steps


def paper(text: str, path: str, kind: str, day: str, *facts: Fact) -> Document:
    date = Inferred(datetime.date.fromisoformat(day), 0.9)
    about = replace(identity("Waterdrecht", kind, int(day[:4]), title=path), date=date)
    passage = Passage(0, len(text), themes=(ThemeScore("cultuur-media", 0.9),))
    return document(text, path=f"{path}.txt", identity=about, passages=(passage,), facts=facts)


def promise(text: str, said: str, action: str, deadline: Deadline) -> Commitment:
    at = text.index(said)
    return Commitment(at, at + len(said), said, 0.9, "wij", action, None, "medium", "planned", deadline)


def listed(text: str, state: str) -> Commitment:
    done = "realised" if state == "Voldaan" else "planned"
    row = Commitment(0, len(text), text, 0.9, None, "-", None, "weak", done)  # type: ignore[arg-type]
    return replace(row, register_status=state, register_said=state.lower())  # type: ignore[arg-type]


def made_of(folder: Path, *papers: Document) -> Dossier:
    with new_library(folder / "library") as library:
        for each in papers:
            put(library, each)
        filler = "\n".join(f"Onderwerp{n} staat in paragraaf{n} van bijlage{n}." for n in range(60))
        put(library, document(filler, path="bijlagen.txt", identity=identity("Oosterhage")))
        library.refresh()
        asked = Filters(municipalities=("Waterdrecht",), themes=("cultuur-media",))
        return dossier(library, Follower(library, ENCODER), asked, TODAY)


def questions(made: Dossier) -> list[str]:
    return [item.lead for item in briefing(made, "").chapters[0].items]


PLAN = "Wij bouwen het theater De Pijler om. Wij streven naar een start van de realisatie van De Pijler in 2027."
SAID = "Wij streven naar een start van de realisatie van De Pijler in 2027."
LATER = {
    "another term": (
        "De werkzaamheden aan het theater De Pijler starten in 2026.",
        ["Wanneer begint het werk? Hier staat in 2027, in een ander stuk in 2026."],
    ),
    "the same term": ("De werkzaamheden aan het theater De Pijler starten in het najaar van 2027.", []),
    "another step": ("De vergunning voor het theater De Pijler vragen wij aan in 2026.", []),
    "another project": ("De werkzaamheden aan het theater De Korf starten in 2026.", []),
}


@pytest.mark.parametrize(("text", "asked"), LATER.values(), ids=LATER)
def test_another_term_for_the_same_works_is_asked(tmp_path: Path, text: str, asked: list[str]) -> None:
    plan = paper(PLAN, "Begroting", "programmabegroting", "2025-11-01", promise(PLAN, SAID, "starten", IN_2027))
    assert questions(made_of(tmp_path, plan, paper(text, "Dossier", "beleidsnota", "2026-02-01"))) == asked


TERM_NEAR = f"De vergunning komt in 2026. {SAID} De bouw van De Pijler start dus niet in 2026."


def test_a_term_that_the_paper_itself_gives_near_is_no_other(tmp_path: Path) -> None:
    fact = promise(TERM_NEAR, SAID, "starten", IN_2027)
    plan = paper(TERM_NEAR, "Begroting", "programmabegroting", "2025-11-01", fact)
    later = paper(LATER["another term"][0], "Dossier", "beleidsnota", "2026-02-01")
    assert questions(made_of(tmp_path, plan, later)) == []


TO_COME = "In 2027 wordt het theater De Pijler opgeleverd."
BEGUN = "In 2027 begint de voorbereiding van het theater De Pijler."
STATES = {
    "done by the list, and still to be completed": (
        TO_COME, "opleveren", "Voldaan",
        ["Is dit nu klaar of niet? In de lijst met de stand van zaken van 1 februari 2026 staat het als Voldaan, hier "
         "moet het nog komen: in 2027."],
    ),
    "done by the list, and another act to come": (BEGUN, "beginnen", "Voldaan", []),
    "open by the list too": (TO_COME, "opleveren", "Openstaand", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "action", "state", "asked"), STATES.values(), ids=STATES)
def test_another_state_in_a_list_is_asked(tmp_path: Path, text: str, action: str, state: str, asked: list[str]) -> None:
    plan = paper(text, "Begroting", "programmabegroting", "2025-11-01", promise(text, text, action, IN_2027))
    row = "Verbouwing theater De Pijler"
    found = made_of(tmp_path, plan, paper(row, "Stand", "beleidsnota", "2026-02-01", listed(row, state)))
    assert questions(found) == asked


def test_what_was_done_by_the_words_before_and_is_open_in_the_list_is_asked(tmp_path: Path) -> None:
    before = "De extra inzet in het museum heeft geleid tot het wegwerken van de depotachterstand."
    text = f"{before} Deze inzet zetten wij in 2027 voort."
    said = text[text.index("Deze") :]
    plan = paper(text, "Begroting", "programmabegroting", "2025-11-01", promise(text, said, "voortzetten", IN_2027))
    row = "Wegwerken depotachterstand"
    found = made_of(tmp_path, plan, paper(row, "Stand", "beleidsnota", "2026-02-01", listed(row, "Openstaand")))
    assert [lead.rpartition(", ")[2] for lead in questions(found)] == ["hier staat het als gedaan."]
