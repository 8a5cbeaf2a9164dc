"""One theme of one municipality through the cycle: what each document says of it, in order of time.

Nothing is summarised or added up: a turn holds counts, facts and one passage, each with its place.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from index.library import Library
from index.store.filters import Filters
from index.store.moments import moment
from index.store.rows import DocumentRow, FactRow, PassageRow
from index.tracing.on_theme import facts_on, meant
from index.tracing.quoting import Quote, has_text, quoted
from index.tracing.stages import Stage, stage
from index.tracing.theme_figures import IndicatorSeries, SumSeries, indicator_series, plain_sums, sum_series
from ingest.fact_types import Amount, Commitment, Indicator, Speerpunt

FIRMEST = 3
"""Commitments of a document that a turn holds; the register holds all."""

_MINUTES = "raadsverslag"
_SEEN = 5
"""Passages in which the quote is sought."""

_STRENGTH = {"strong": 0, "medium": 1, "weak": 2}


@dataclass(frozen=True, slots=True)
class Turn:
    """What one document says of the theme.

    Attributes:
        when: what orders it in time; None where nothing is known of that.
        dated: whether the document bears that date itself.
        stage: its part in the cycle; None for a type that has none.
        passages: how many are on the theme.
        quote: the sentence that carries it, of the passages that are on it most surely.
        speerpunten: those on the theme, level 1 first.
        commitments: the firmest, at most `FIRMEST`, of `promised` in all.
    """

    document: DocumentRow
    when: datetime.date | None
    dated: bool
    stage: Stage | None
    passages: int
    quote: Quote
    speerpunten: tuple[FactRow, ...]
    commitments: tuple[FactRow, ...]
    promised: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """A theme through the years.

    Attributes:
        turns: the documents that speak of it, the oldest first.
        silent: those that were read whole and don't.
        unread: those that could not be read whole, and of which nothing was found.
        sums: rows of tables that give sums for two years or more, or of two kinds.
        other_sums: the other amounts on the theme, the newest first.
        indicators: each with its figures by year.
    """

    theme: str
    turns: tuple[Turn, ...]
    silent: tuple[DocumentRow, ...]
    unread: tuple[DocumentRow, ...]
    sums: tuple[SumSeries, ...]
    other_sums: tuple[FactRow, ...]
    indicators: tuple[IndicatorSeries, ...]


def cycle(library: Library, theme: str, filters: Filters) -> Cycle:
    """What the documents under the other filters say of one theme; a parent stands for the themes below it.

    The filter on officials doesn't count here: a document that is silent on somebody isn't silent on the theme.
    """
    within = replace(filters, themes=(), officials=())
    asked = replace(within, themes=(theme,))
    with library.snapshot():
        documents = library.documents(within)
        rows = library.passages(list(map(int, library.passage_ids(asked))))
        passages = [row for row in rows if row.searchable and has_text(row)]
        facts = facts_on(library, within, (theme,))
        said = [row.passage_id for row in facts if row.document.doc_type == _MINUTES and row.passage_id is not None]
        spoken = library.passages(said)
    return made_of(theme, documents, passages, facts, spoken)


def made_of(
    theme: str,
    documents: Sequence[DocumentRow],
    passages: Sequence[PassageRow],
    facts: Sequence[FactRow],
    spoken: Sequence[PassageRow] = (),
) -> Cycle:
    """The cycle of these documents, from the passages and facts in them that are on the theme.

    Args:
        spoken: the passages of minutes that these facts stand in, also those that are on the theme by a fact only.
    """
    on: dict[int, list[PassageRow]] = defaultdict(list)
    for passage in passages:
        on[passage.document.id].append(passage)
    told: dict[int, list[FactRow]] = defaultdict(list)
    for row in facts:
        told[row.document.id].append(row)
    turns = [
        _turn(theme, row, on[row.id], told[row.id], {each.id: each for each in spoken})
        for row in documents
        if on[row.id]
    ]
    others = [row for row in documents if not on[row.id]]
    sums = sum_series(row for row in facts if isinstance(row.fact, Amount))
    return Cycle(
        theme=theme,
        turns=tuple(sorted(turns, key=lambda turn: (turn.when or datetime.date.max, turn.document.source.path))),
        silent=tuple(row for row in others if row.status == "ok"),
        unread=tuple(row for row in others if row.status != "ok"),
        sums=tuple(sums),
        other_sums=tuple(plain_sums(facts, sums)),
        indicators=tuple(indicator_series(row for row in facts if isinstance(row.fact, Indicator))),
    )


def _turn(
    theme: str,
    document: DocumentRow,
    passages: Sequence[PassageRow],
    facts: Iterable[FactRow],
    spoken: Mapping[int, PassageRow],
) -> Turn:
    themes = meant((theme,))
    held = list(facts)
    promises = [row for row in held if isinstance(row.fact, Commitment)]
    speerpunten = [row for row in held if isinstance(row.fact, Speerpunt)]
    return Turn(
        document=document,
        when=moment(document),
        dated=document.identity.date.value is not None,
        stage=stage(document),
        passages=len(passages),
        quote=_quote(_with_promises(document, passages, promises, spoken), themes),
        speerpunten=tuple(sorted(speerpunten, key=_level)),
        commitments=tuple(sorted(promises, key=_firmness)[:FIRMEST]),
        promised=len(promises),
    )


def _with_promises(
    document: DocumentRow, passages: Sequence[PassageRow], promises: Sequence[FactRow], spoken: Mapping[int, PassageRow]
) -> Sequence[PassageRow]:
    """Of the minutes of a meeting the words from the firmest promise on: others may have said more about the theme."""
    firm = [row for row in promises if isinstance(row.fact, Commitment) and row.fact.strength != "weak"]
    held = [row for row in firm if row.passage_id in spoken] if document.doc_type == _MINUTES else []
    first = sorted(held, key=lambda row: (not _is_formal(row), _firmness(row)))[:1]
    return [_from(spoken[row.passage_id or 0], row) for row in first] or passages


def _is_formal(row: FactRow) -> bool:
    return isinstance(row.fact, Commitment) and row.fact.promise_type == "toezegging"


def _from(passage: PassageRow, row: FactRow) -> PassageRow:
    """The passage from the promise on."""
    at = max(0, row.fact.start - passage.start)
    return replace(passage, start=passage.start + at, text=passage.text[at:])


def _quote(passages: Sequence[PassageRow], themes: Sequence[str]) -> Quote:
    surest = sorted(passages, key=lambda row: (-_sureness(row, themes), row.id))[:_SEEN]
    return max((quoted(row, themes) for row in surest), key=lambda quote: quote.worth)


def _sureness(row: PassageRow, themes: Sequence[str]) -> float:
    return max((score.probability for score in row.themes if score.theme in themes), default=0.0)


def _level(row: FactRow) -> int:
    return row.fact.level if isinstance(row.fact, Speerpunt) else 1


def _firmness(row: FactRow) -> tuple[int, float, int]:
    strength = _STRENGTH[row.fact.strength] if isinstance(row.fact, Commitment) else len(_STRENGTH)
    return strength, -row.fact.confidence, row.fact.start
