"""A letter whose title is on the theme is on it, whatever its sentences name."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from index.dossier import Dossier, dossier
from index.follow import Follower
from index.store.filters import Filters
from index.store.rows import FactRow
from ingest.fact_types import Amount, Commitment, Fact
from ingest.model import Inferred, Passage, ThemeScore
from tests.index.making import ENCODER, document, identity, new_library, put

PROMISED = "Wij sturen u voor de zomer de uitkomst."
COST = "Daarvoor is € 12.000 nodig."
SAID = "De werkgroep bekeek zeven panden aan de haven."
LETTER = f"{SAID}\n{PROMISED}\n{COST}"


def made_of(title: str, kind: str, folder: Path) -> Dossier:
    at, sum_at = LETTER.index(PROMISED), LETTER.index("€ 12.000")
    facts: tuple[Fact, ...] = (
        Commitment(at, at + len(PROMISED), PROMISED, 0.9, "wij", "sturen", None, "strong", "planned"),
        Amount(sum_at, sum_at + 8, "€ 12.000", 0.9, value_eur=12_000),
    )
    on = Inferred(datetime.date(2026, 6, 1), 0.9)
    about = replace(identity("Waterdrecht", kind, 2026, title=title), date=on)
    passage = Passage(0, len(LETTER), themes=(ThemeScore("ondermijning", 0.3),))
    with new_library(folder / "library") as library:
        put(library, document(LETTER, path="stuk.txt", identity=about, passages=(passage,), facts=facts))
        library.refresh()
        asked = Filters(municipalities=("Waterdrecht",), themes=("ondermijning",))
        return dossier(library, Follower(library, ENCODER), asked, datetime.date(2026, 11, 1))


def test_all_of_a_letter_with_the_theme_in_its_title(tmp_path: Path) -> None:
    found = made_of("Stand van zaken ondermijningsaanpak Havenkwartier", "rib", tmp_path)
    assert [each.row.fact.text for each in found.promises.lines] == [PROMISED]
    assert [line.quote for group in found.costs.lines for line in group.lines] == [COST]
    (told,) = found.reports.lines
    assert not isinstance(told, FactRow)
    assert told.text == LETTER


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        pytest.param("Stand van zaken Havenkwartier", "rib", id="another title"),
        pytest.param("Commissie ondermijning", "raadsverslag", id="a meeting is on many matters"),
    ],
)
def test_other_papers_only_where_they_name_it(title: str, kind: str, tmp_path: Path) -> None:
    found = made_of(title, kind, tmp_path)
    assert (found.promises.lines, found.costs.lines, found.reports.lines) == ((), (), ())


def test_a_list_of_portfolios_is_no_plan(tmp_path: Path) -> None:
    held = "Wethouder Sport en Financien\n• Belastingen\n• Sporthal Duinrand\n• Sport, inclusief:\n• Zwembad 15"
    meant = "Het dorp krijgt een skatebaan."
    kinds = {"coalitieakkoord": held, "collegeprogramma": meant}
    with new_library(tmp_path / "library") as library:
        for kind, text in kinds.items():
            passage = Passage(0, len(text), themes=(ThemeScore("sport", 0.9),))
            put(library, document(text, path=kind, identity=identity("Waterdrecht", kind, 2026), passages=(passage,)))
        library.refresh()
        asked = Filters(municipalities=("Waterdrecht",), themes=("sport",))
        found = dossier(library, Follower(library, ENCODER), asked, datetime.date(2026, 11, 1))
    assert [row.text for row in found.passages.lines] == [meant]
