"""Every line of a data file of the index steers something: left out, it changes what comes of its example."""

import re
from collections.abc import Callable
from typing import cast

import pytest

from index.finding import acronyms, terms, terms_of_office, values, who
from index.language import analysis, matter, proper_names, stems
from index.language.wordlists import any_of, entries, pairs
from index.store import moments
from index.tracing import contradictions, keeping, measures, project, same_matter, subject, telling, theme_figures
from tests.leaving_out import Line, Outcome, dead_lines


def found(patterns: Callable[[], tuple[re.Pattern[str], ...]]) -> Outcome:
    return lambda line: any(pattern.search(line.example) for pattern in patterns())


def of(told: Callable[[str], object]) -> Outcome:
    return lambda line: told(line.example)


def found_words(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def whole(made: Callable[[], object]) -> Outcome:
    """All that the file makes: a word that adds nothing to it is there twice, or has the stem of another."""
    return lambda _: made()


def in_list(line: Line) -> object:
    return entries("formuliervelden.txt"), entries("leunwoorden.txt"), entries("wiewoorden.txt")


OUTCOMES: dict[str, Outcome] = {
    "afkortingen.tsv": lambda line: acronyms._listed(line.word, line.word.upper()),
    "ambtswisseling.txt": found(terms_of_office._cues),
    "andere_overheden.txt": of(lambda text: bool(any_of("andere_overheden.txt").match(text))),
    "bedragkolommen.tsv": of(theme_figures._kind),
    "beleidsvelden.tsv": lambda line: who._fields_of(line.cells["1"]),
    "einde_speerpunt.txt": of(lambda text: bool(any_of("einde_speerpunt.txt").search(text))),
    "fasen.tsv": whole(lambda: pairs("fasen.tsv")),
    "feitwoorden.tsv": whole(lambda: dict(pairs("feitwoorden.tsv"))),
    "formuliervelden.txt": in_list,
    "geen_kosten.txt": of(lambda text: bool(any_of("geen_kosten.txt").search(text))),
    "geen_belofte.txt": of(lambda text: bool(any_of("geen_belofte.txt").search(text))),
    "geen_resultaat.txt": of(lambda text: bool(any_of("geen_resultaat.txt").search(text))),
    "gevraagde_waarden.tsv": of(values.kind_asked),
    "gewone_woorden.txt": whole(terms._common),
    "handelwoorden.txt": whole(matter.acts),
    "kringloop.tsv": whole(lambda: pairs("kringloop.tsv")),
    "leunwoorden.txt": in_list,
    "onregelmatig.tsv": lambda line: stems.stem(line.word),
    "geen_namen.txt": whole(proper_names._common),
    "deels.txt": of(lambda text: bool(any_of("deels.txt").search(text))),
    "in_gang_zetten.txt": whole(lambda: keeping._stems("in_gang_zetten.txt")),
    "voltooien.txt": whole(lambda: keeping._stems("voltooien.txt")),
    "doorlopend.txt": of(lambda text: bool(any_of("doorlopend.txt").search(text))),
    "drempels.txt": lambda line: bool(any_of("drempels.txt").search(line.example + " ")),
    "mutatiewoorden.txt": of(lambda text: found_words(any_of("mutatiewoorden.txt"), text)),
    "geen_eigen_termijn.txt": lambda line: bool(any_of("geen_eigen_termijn.txt").search(line.example + " ")),
    "knelpunten.txt": of(lambda text: bool(any_of("knelpunten.txt").search(text))),
    "projectwoorden.txt": whole(project._of_any),
    "reikwijdte.tsv": of(same_matter._reach),
    "reservekolommen.tsv": of(measures._said),
    "soortwoorden.tsv": whole(lambda: dict(pairs("soortwoorden.tsv"))),
    "stamvast.txt": lambda line: stems._stripped(line.word),
    "stopwoorden.txt": whole(analysis._stop_words),
    "terugwijzers.txt": of(subject.points_back),
    "tijdwoorden.txt": whole(matter._times),
    "totaalrijen.tsv": lambda line: theme_figures._is_total(line.word),
    "uitstel.txt": of(telling.says_not_yet),
    "vanaf.txt": of(moments._only_begins),
    "verenigingen.txt": whole(lambda: entries("verenigingen.txt")),
    "vraagwoorden.txt": whole(terms._asking),
    "werkstappen.tsv": of(contradictions.steps_of),
    "waarden.tsv": lambda line: list(values.values_in(cast(values.Kind, line.word), line.example)),
    "werkopdrachten.txt": of(lambda text: bool(any_of("werkopdrachten.txt").search(text))),
    "wievragen.txt": found(who._questions),
    "wiewoorden.txt": in_list,
    "wiezinnen.txt": found(who._in_charge),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_line_changes_its_example(name: str) -> None:
    assert dead_lines("index.data", name, OUTCOMES[name], head=False) == []
