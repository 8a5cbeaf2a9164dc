"""The page docs/nauwkeurigheid.md: the figures of `make eval` for whoever uses the program, in plain Dutch."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from evaluation.accuracy_figures import figures
from evaluation.parts import Ran
from evaluation.score_figures import Result as FigureResult
from evaluation.score_gold import BINS, KINDS, Result, Tally
from evaluation.score_themes import NONE, Answer
from evaluation.tabular import percent, table
from ingest.identify.doc_types import doc_types
from views.words import KIND

SPLITS = {"held": "apart gehouden", "work": "om mee te werken"}

_OPENING = """\
# Hoe nauwkeurig is Speerpunt?

Deze bladzijde wordt gemaakt door `make eval`. Verander haar niet met de hand.

**Precisie**: van wat Speerpunt vond, welk deel klopt. **Volledigheid**: van wat er stond, welk deel Speerpunt vond.
Een precisie van 90 % betekent dus dat één op de tien gevonden dingen niet klopt.

De teksten waarop wij meten, zijn met de hand nagekeken en in twee delen gesplitst. Op het deel *om mee te werken*
zijn de regels gemaakt: die cijfers vallen te gunstig uit. Het deel *apart gehouden* is daarvoor niet bekeken. Die
cijfers zeggen het meest over uw eigen stukken.
"""

_LIMITS = """\
## Wat u moet weten bij deze cijfers

- De aantallen zijn klein. Bij 20 gevallen kan een cijfer door toeval zo tien procentpunt hoger of lager zijn.
- De meeste teksten zijn één keer nagekeken. Bij twijfelgevallen kiest een ander soms anders: dat geldt het meest voor
  de stevigheid van een toezegging en voor het beste thema.
- De echte stukken komen van enkele gemeenten. Een deel van de teksten is door ons verzonnen en is netter dan echte
  stukken. Stukken met een andere opmaak of een andere schrijfstijl kunnen slechter gaan.
- Van vergaderingen is de tekst vaak door een computer uitgeschreven. Daar mist Speerpunt het meest.
- Een tabel die als plaatje in het stuk staat, telt niet mee: daarin leest Speerpunt niets.
- Wat Speerpunt niet vindt, kan er toch staan. Lees bij iets belangrijks altijd het stuk zelf.
"""


def page(facts: Result, counted: FigureResult, themes: Sequence[Answer], ran: Sequence[Ran]) -> str:
    """The whole page; `counted` is of the sums in tables, indicators and goals."""
    of_facts = [*_facts(facts), *_confidence(facts), *figures(counted)]
    parts = [_OPENING, *of_facts, *_themes(themes), *_scorers(ran), _LIMITS]
    return "\n".join(parts)


def _facts(result: Result) -> Iterator[str]:
    yield "## Feiten\n"
    yield '"Stond er" telt wat gevonden moest worden, "gevonden" wat Speerpunt gaf.\n'
    for split, words in SPLITS.items():
        yield f"### {words.capitalize()}\n"
        rows = [row for kind in KINDS for row in _fact_rows(result, kind, split)]
        yield table(("feit en soort stuk", "precisie", "volledigheid", "stond er", "gevonden"), rows)
    leaked = len(result.leaks)
    yield f"Inwoners die ten onrechte als bestuurder zijn opgenomen: **{leaked}**.\n"


def _fact_rows(result: Result, kind: str, split: str) -> Iterator[tuple[str, ...]]:
    yield (f"**{KIND[kind]}**", *_figures(result.total(kind, split)))
    for doc_type in sorted({key[2] for key in result.tallies if key[:2] == (kind, split)}):
        tally = result.total(kind, split, doc_type)
        if tally.must or tally.found:
            known = doc_types().get(doc_type)
            yield (known.label if known else doc_type, *_figures(tally))


def _figures(tally: Tally) -> tuple[str, ...]:
    precision = percent(tally.right, tally.found)
    return precision, percent(tally.hit, tally.must), str(tally.must), str(tally.found)


def _confidence(result: Result) -> Iterator[str]:
    yield "## Zekerheid van de feiten\n"
    yield "Speerpunt zegt bij elk feit hoe zeker het is. Zo vaak klopte dat:\n"
    heads = ("feit", "Speerpunt zegt", *(f"klopt, {words}" for words in SPLITS.values()))
    rows = []
    for kind in (*KINDS, ""):
        said = {split: _said(result, kind, split) for split in SPLITS}
        for low, high in pairwise(BINS):
            cells = [_right(said[split], low, high) for split in SPLITS]
            if any(cells):
                name = KIND[kind] if kind else "**samen**"
                rows.append((name, f"{low:.0%} tot {min(high, 1.0):.0%}", *cells))
    yield table(heads, rows)


def _said(result: Result, kind: str, split: str) -> list[tuple[float, bool]]:
    kinds = (kind,) if kind else KINDS
    return [said for one in kinds for said in result.total(one, split).confidences]


def _right(said: Iterable[tuple[float, bool]], low: float, high: float) -> str:
    hits = [right for confidence, right in said if low <= confidence < high]
    return f"{percent(sum(hits), len(hits))} van {len(hits)}" if hits else ""


def _themes(answers: Sequence[Answer]) -> Iterator[str]:
    yield "## Thema's\n"
    yield (
        "Per passage: is het eerste thema van Speerpunt het beste thema volgens de lezer, of een van de thema's die de "
        'lezer goed vond? "Geen thema" is ook een antwoord.\n'
    )
    rows = []
    for split, words in SPLITS.items():
        chosen = [answer for answer in answers if answer.label.split == split]
        rows.append((words, str(len(chosen)), *_theme_figures(chosen), *_none_figures(chosen)))
    yield table(
        ("deel", "passages", "het beste thema", "een goed thema", '"geen thema": precisie', "volledigheid"), rows
    )
    yield "Zo vaak klopt het eerste thema bij de zekerheid die Speerpunt erbij geeft (apart gehouden deel):\n"
    by_share = defaultdict[int, list[bool]](list)
    for answer in answers:
        if answer.label.split == "held" and answer.themes != (NONE,):
            by_share[min(9, int(answer.probability * 10))].append(answer.fits)
    yield table(
        ("Speerpunt zegt", "klopt", "passages"),
        [
            (f"{low}0% tot {low + 1}0%", percent(sum(fits), len(fits)), str(len(fits)))
            for low, fits in sorted(by_share.items())
        ],
    )


def _theme_figures(answers: Sequence[Answer]) -> tuple[str, str]:
    count = len(answers)
    return percent(sum(one.best for one in answers), count), percent(sum(one.fits for one in answers), count)


def _none_figures(answers: Sequence[Answer]) -> tuple[str, str]:
    said = [one for one in answers if one.themes == (NONE,)]
    meant = [one for one in answers if one.label.themes[0] == NONE]
    precision = percent(sum(NONE in one.label.themes for one in said), len(said))
    return precision, percent(sum(one.themes == (NONE,) for one in meant), len(meant))


_SHOWN = {
    "Facts, on the seeds": (
        "Feiten, op stukken die een ander nakeek",
        "P = precisie, R = volledigheid, F1 = beide samen.",
    ),
    "Identification": ("Gemeente, soort, jaar en datum van stukken", "Hoe vaak elk kenmerk klopt."),
    "Reading: heading paths": ("Lezen: koppen", "Hoe vaak een passage onder de juiste kop staat."),
    "Reading: amounts": (
        "Lezen: bedragen in tabellen",
        "Hoeveel van wat een gemeente aan het CBS meldde (Iv3) Speerpunt in haar jaarrekening terugvindt.",
    ),
    "Reading: sentences": ("Lezen: zinnen, koppen en rijen die heel blijven", "Op PDF-bestanden die wij zelf maakten."),
    "Search, over the seeds among": (
        "Zoeken",
        "hit@5: de vragen met een goed antwoord bij de eerste vijf; silent: de vragen zonder antwoord waarop terecht "
        "niets gevonden werd.",
    ),
    "Search, on our own": ("Zoeken, met eigen vragen", '"tune" is om mee te werken, "report" is apart gehouden.'),
}
"""By how a part's title begins: the heading and the explanation on the page."""


def _scorers(ran: Sequence[Ran]) -> Iterator[str]:
    yield "## Lezen, herkennen en zoeken\n"
    yield "Deze regels komen rechtstreeks uit de meetprogramma's en zijn daarom in het Engels.\n"
    for start, (heading, words) in _SHOWN.items():
        for one in ran:
            if one.title.startswith(start):
                yield f"### {heading}\n\n{words}\n\n```\n{_short(one)}\n```\n"


def _short(ran: Ran) -> str:
    """The figures, without lines that name single documents, cases or kinds of questions."""
    details = "   " if ran.title.startswith("Search") else "\n"
    lines = [line.rstrip() for line in ran.text.splitlines()]
    return "\n".join(
        line
        for line in lines
        if any(sign.isdigit() for sign in line)
        and not line.startswith(details)
        and not any(ending in line for ending in (".txt", ".pdf", ".docx", ".html"))
    )
