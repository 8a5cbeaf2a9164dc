"""Who is in office by now, as far as papers tell."""

from pathlib import Path

from index.finding.people import people_of
from index.finding.sitting import sitting
from index.finding.terms_of_office import careers_of
from index.language.mentions import surname_key
from index.library import Library
from tests.index.making import new_library
from tests.index.test_terms_of_office import add, name, official


def told(library: Library) -> tuple[str, list[str], list[str]]:
    """The day of the newest paper, who is in office by then, and who was."""
    careers = careers_of(people_of(library.facts("official")))
    found = sitting(careers, "Waterdrecht")
    present, former = ([careers[number].person.name for number in part] for part in (found.present, found.former))
    return str(found.newest and found.newest.identity.date.value), present, former


def test_those_named_of_late_come_first_by_surname(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        name(library, "2021-01-01", "Noor Tazelaar")
        for who in ("Ans van Wijk", "B. de Boer"):
            name(library, "2025-03-01", who)
        name(library, "2025-09-01", "Cor Veen", "burgemeester")
        assert told(library) == ("2025-09-01", ["B. de Boer", "Cor Veen", "Ans van Wijk"], ["Noor Tazelaar"])


def test_whoever_has_a_successor_is_a_former_mayor(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        name(library, "2025-03-01", "Cor Veen", "burgemeester")
        name(library, "2025-09-01", "Noor Tazelaar", "burgemeester")
        assert told(library) == ("2025-09-01", ["Noor Tazelaar"], ["Cor Veen"])


def test_whom_later_lists_leave_out_is_a_former_wethouder(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        name(library, "2025-01-01", "Cor Veen")
        for day in ("2025-05-01", "2025-06-01"):
            text = f"De wethouders Ans van Wijk en B. de Boer op {day}"
            add(library, day, official(text, "Ans van Wijk"), official(text, "B. de Boer"), text=text)
        assert told(library)[1:] == (["B. de Boer", "Ans van Wijk"], ["Cor Veen"])


def test_without_a_time_nobody_is_in_office(tmp_path: Path) -> None:
    with new_library(tmp_path / "library") as library:
        careers = careers_of(people_of(library.facts("official")))
        assert sitting(careers, "Waterdrecht").newest is None


def test_people_sort_by_their_surname() -> None:
    names = ["L.A. de Lange", "Anna Maria de Wit", "I. Zweerts de Jong", "Van Sloten", "C. Klaver-Bouman"]
    assert sorted(names, key=surname_key) == [names[at] for at in (4, 0, 3, 1, 2)]
