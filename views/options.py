"""The options that commands share, what they mean to the library, and a file of questions."""

import difflib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from index.store.filters import Filters
from ingest.errors import UsageError
from ingest.fact_types import FACT_TYPES
from ingest.identify.doc_types import doc_types
from ingest.themes import THEMES

if TYPE_CHECKING:
    from index.store.reader import Reader

F = TypeVar("F", bound=Callable[..., Any])

EVERY_THEME = "Alle thema's staan in `speerpunt dossier --help`."

_FEW = 12
"""Municipalities that are listed where somebody names another."""

library_option = click.option(
    "--library",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    envvar="SPEERPUNT_LIBRARY",
    default=Path("library"),
    show_default=True,
    metavar="MAP",
    help="Map waarin de gelezen stukken staan.",
)

model_option = click.option(
    "--model",
    envvar="SPEERPUNT_MODEL",
    default=None,
    metavar="NAAM",
    help="Ander taalmodel voor het zoeken op betekenis: naam of map (sentence-transformers).",
)


output_option = click.option(
    "--output", metavar="BESTAND", type=click.Path(path_type=Path, dir_okay=False), help="Bestand om in te schrijven."
)


def filter_options(command: F) -> F:
    """The filters that `documents`, `search` and `facts` share, gathered in one argument `filters`."""
    for name, target, metavar, text in (
        ("--bestuurder", "officials", "NAAM", "Alleen waar deze bestuurder voorkomt."),
        ("--thema", "themes", "ID", "Alleen dit thema, bijvoorbeeld ondermijning."),
        ("--jaar", "years", "JAAR", "Alleen over dit jaar, of een plan dat dit jaar dekt."),
        ("--type", "doc_types", "ID", f"Alleen deze soort: {', '.join(doc_types())}."),
        ("--gemeente", "municipalities", "NAAM", "Alleen deze gemeente."),
    ):
        kind = int if target == "years" else str
        help_text = f"{text} Mag vaker."
        command = click.option(name, target, metavar=metavar, type=kind, multiple=True, help=help_text)(command)
    return command


def format_option(*formats: str) -> Callable[[F], F]:
    return click.option(
        "--format", "form", type=click.Choice(formats), default="table", show_default=True, help="Vorm van de uitvoer."
    )


KINDS: Mapping[str, str] = {
    "speerpunten": "speerpunt",
    "toezegging": "commitment",
    "toezeggingen": "commitment",
    "voornemen": "commitment",
    "voornemens": "commitment",
    "bestuurder": "official",
    "bestuurders": "official",
    "portefeuillehouder": "official",
    "portefeuillehouders": "official",
    "bedrag": "amount",
    "bedragen": "amount",
    "indicatoren": "indicator",
    "doel": "goal",
    "doelen": "goal",
}
"""What a kind of fact is called in Dutch, beside its own name."""

_MEANT: Mapping[str, str] = {
    "belofte": "toezegging",
    "afspraak": "toezegging",
    "actiepunt": "toezegging",
    "wethouder": "portefeuillehouder",
    "burgemeester": "portefeuillehouder",
    "budget": "bedrag",
    "cijfer": "indicator",
    "prestatie": "doel",
    "prioriteit": "speerpunt",
}
"""Other words that people have for a kind, each with the one that is meant; an ending for more than one may follow."""


def kind_of(asked: str | None) -> str | None:
    """The kind of fact that a word means; raises click's UsageError where it means none."""
    if asked is None:
        return None
    word = asked.lower()
    kind = KINDS.get(word, word)
    if kind not in FACT_TYPES:
        known = [meant for other, meant in _MEANT.items() if word.startswith(other.rstrip("e"))]
        near = known or difflib.get_close_matches(word, (*KINDS, *FACT_TYPES), n=1)
        meant = f"Bedoelt u {near[0]}? " if near else ""
        raise click.UsageError(f"De soort {asked} bestaat niet. {meant}Kies uit: {', '.join(ONE_WORD)}.")
    return kind


ONE_WORD = ("speerpunt", "toezegging", "portefeuillehouder", "bedrag", "indicator", "doel")
"""The kinds as the help and the errors name them."""


def filters_from(values: Mapping[str, Sequence[Any]], library: "Reader | None" = None) -> Filters:
    """The filters that were asked; one that matches nothing is told on standard error, with what comes near.

    Args:
        library: that has to know the municipalities.
    """
    unknown = [*map(_unknown_type, values["doc_types"]), *map(unknown_theme, values["themes"])]
    unknown += map(_unknown_year, values["years"])
    if library:
        unknown += [unknown_municipality(name, library.municipalities()) for name in values["municipalities"]]
        unknown += [_unknown_official(name, library) for name in values["officials"]]
    for said in filter(None, unknown):
        click.echo(f"Let op: {said}", err=True)
    return Filters(**{name: tuple(value) for name, value in values.items()})


def _unknown_type(word: str) -> str:
    """That there is no such type, with what comes near; empty where there is."""
    if word in doc_types():
        return ""
    near = _type_called(word) or difflib.get_close_matches(word.casefold(), doc_types(), n=3, cutoff=0)
    return f"de soort {word} bestaat niet. Bedoelt u {either(near)}?"


def unknown_theme(word: str) -> str:
    """That there is no such theme, with what comes near, else with the groups; empty where there is."""
    if word in THEMES:
        return ""
    near = _nearest_themes(word)
    groups = [f"{theme.id} ({theme.label})" for theme in THEMES.values() if not theme.parent]
    hint = f"Bedoelt u {either(near)}?" if near else f"De groepen zijn {', '.join(groups)}."
    return f"het thema {word} bestaat niet. {hint} {EVERY_THEME}"


def _unknown_year(year: int) -> str:
    """That a number is no year; empty where it is."""
    if 1000 <= year <= 9999:
        return ""
    meant = f" Bedoelt u {2000 + year}?" if 0 <= year < 100 else ""
    return f"{year} is geen jaar: dat heeft vier cijfers.{meant}"


def unknown_municipality(name: str, known: Sequence[str]) -> str:
    """That there is nothing of a municipality, with what comes near or what there is; empty where it is known."""
    from index.language.fold import name_key  # noqa: PLC0415 - the list of municipalities is needed for this alone
    from index.language.place_names import keys_of  # noqa: PLC0415

    keys = {key: each for each in known for key in keys_of(each)}
    if not keys.keys().isdisjoint(keys_of(name)):
        return ""
    near = difflib.get_close_matches(name_key(name), keys, n=1, cutoff=0.6)
    listed = f" Er zijn stukken van: {', '.join(known)}." if 0 < len(known) <= _FEW else ""
    hint = f" Bedoelt u {keys[near[0]]}?" if near else listed
    return f"van gemeente {name} staat niets in de bibliotheek.{hint}"


def _type_called(word: str) -> list[str]:
    """The type of document that goes by another name: "Jaarverslag" is one of the jaarstukken."""
    from index.language.fold import fold  # noqa: PLC0415 - needed where somebody names no type that there is
    from index.language.wordlists import pairs  # noqa: PLC0415

    names = dict(pairs("soortwoorden.tsv")) | {fold(each.label): each.id for each in doc_types().values()}
    near = difflib.get_close_matches(fold(word), names, n=1, cutoff=0.85)
    return [names[near[0]]] if near else []


def _unknown_official(name: str, library: "Reader") -> str:
    """That no document names an official so, with who comes near; empty where one does."""
    if library.document_ids(Filters(officials=(name,))):
        return ""
    people = sorted(set(library.people().values()))
    surnames = {person.split()[-1].casefold(): person for person in people}
    words = {person.casefold(): person for person in people} | surnames
    near = difflib.get_close_matches(name.casefold(), words, n=1, cutoff=0.7)
    hint = f" Bedoelt u {words[near[0]]}?" if near else ""
    return f"bestuurder {name} komt in geen stuk voor.{hint}"


def _nearest_themes(asked: str) -> list[str]:
    """The themes whose id or name comes nearest to a word, the nearest first."""
    asked = asked.casefold()
    names = {name.casefold(): theme.id for theme in THEMES.values() for name in (theme.id, theme.label)}
    words = {word: theme for name, theme in names.items() for word in (name, *name.split())}
    cutoffs = (0.75, 0.6)
    near = next((found for cutoff in cutoffs if (found := difflib.get_close_matches(asked, words, 6, cutoff))), [])
    return list(dict.fromkeys(words[word] for word in near))[:3]


def either(names: Sequence[str]) -> str:
    """ "a, b of c"."""
    return " of ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def queries_of(batch: Path) -> Iterator[dict[str, str]]:
    """The questions in a file with one {"id", "query"} a line; raises UsageError for a line that is none."""
    for number, line in enumerate(batch.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip():
            continue
        try:
            query = json.loads(line)
            yield {"id": query["id"], "query": query["query"]}
        except (ValueError, TypeError, KeyError):
            raise UsageError(
                f"{batch}, regel {number}: geen vraag.", 'Elke regel moet {"id": ..., "query": ...} bevatten.'
            ) from None
