"""Libraries of any size to measure on: invented Dutch policy text with vectors that lie as real ones do.

The seed is the sample corpus, read and encoded as any documents. A passage of a made library takes sentences of two
of its passages, with other compounds, names, years and amounts, and its vector is a mixture of their two vectors,
with noise in the directions in which real vectors differ. `SPREAD` is chosen so that neighbours lie as near as in
6,400 passages of real documents: there the nearest other passage has a median cosine of .945 and the tenth .910.
"""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from index.build import build
from index.language.wordlists import entries
from index.library import Library
from index.store.rows import PassageRow
from index.store.streams import Vectors
from ingest.dutch import sentence_spans
from ingest.fact_types import Fact, Official
from ingest.gazetteer import Gazetteer
from ingest.model import Document, Identity, Inferred, Page, Passage, Section, Source

CORPUS = Path(__file__).parent.parent / "corpus"
PASSAGES = 100
"""Of a document."""
MUNICIPALITIES = 100
"""Each of them has 1 % of the documents, each of the ten types of document 10 %."""
DOC_TYPES = (
    "kadernota", "programmabegroting", "jaarstukken", "tussenrapportage", "ivp",
    "coalitieakkoord", "raadsverslag", "besluitenlijst", "beleidsnota", "rib",
)  # fmt: skip
SPREAD = 0.55
"""Of the noise, 1 for that of real vectors around their mean."""
_YEARS = range(2015, 2027)
_OFFICIALS = 25
"""Of a municipality, over the years."""
_PER_SECTION = 10
_PER_PAGE = 5
_COMPOUNDS = 300_000
_FIRST = ("Anna", "Bas", "Cora", "Daan", "Eva", "Floor", "Gijs", "Hanna", "Ivo", "Jet", "Kees", "Lotte", "Mees", "Noor")
_LAST = ("Berg", "Dijk", "Haan", "Kuiper", "Molen", "Post", "Smit", "Visser", "Vos", "Wal", "Zand", "Brink", "Hoek")
_TEMPLATES = (
    "In {year} komt {amount} euro beschikbaar voor {thing} en {other}.",
    "De {thing} in {town} wordt voor {year} verder uitgewerkt, samen met de {other}.",
    "Over {thing} is in {year} met de raad gesproken; de {other} volgt later.",
    "Voor {thing} geldt dossier {code}; de kosten van {amount} euro vallen binnen de {other}.",
)

_DRAWN = ((0, 1, 10_000, _YEARS.start), (len(_TEMPLATES), 1_000, 99_999, _YEARS.stop))
"""Bounds of the number of a template, an amount, a code and a year."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Seed:
    """What passages are made of.

    Attributes:
        vectors: of `passages`, in the same order. *Shape:* `(n_passages, dimension)`.
        sentences: of each passage, at least one.
        facts: of all kinds, as the corpus has them.
    """

    passages: tuple[PassageRow, ...]
    vectors: Vectors
    sentences: tuple[tuple[str, ...], ...]
    facts: tuple[Fact, ...]
    municipalities: tuple[str, ...]


def read_seed(folder: Path, named: str) -> Seed:
    """The sample corpus as a seed, read into a library in the folder.

    Args:
        named: text whose municipalities the made libraries must have.
    """
    build([CORPUS], folder)
    with Library.open(folder) as library:
        ids, vectors = map(np.concatenate, zip(*library.vectors_since(0), strict=True))
        passages = tuple(library.passages(ids.tolist()))
        gazetteer = Gazetteer.load()
        wanted = [*library.municipalities(), *(mention.municipality for mention in gazetteer.find(named))]
        wanted += gazetteer.names
        facts = tuple(row.fact for row in library.facts())
    sentences = tuple(_sentences(row.text) for row in passages)
    return Seed(passages, vectors, sentences, facts, tuple(dict.fromkeys(wanted))[:MUNICIPALITIES])


def _sentences(text: str) -> tuple[str, ...]:
    return tuple(text[start:end].replace("\n", " ") for start, end in sentence_spans(text)) or (text,)


def make_library(seed: Seed, folder: Path, count: int) -> None:
    """A library of `count` passages, written as any other: a transaction a document, then `refresh`."""
    fingerprint = _fingerprint_of_encoder()
    with Library.create(folder, *fingerprint, seed.vectors.shape[1]) as library:
        for document, vectors in documents(seed, count // PASSAGES):
            library.add(document, vectors, pipeline="schaal")
        library.refresh()


def _fingerprint_of_encoder() -> tuple[str, str]:
    from index.encoder import open_encoder  # noqa: PLC0415

    encoder = open_encoder()
    return encoder.name, encoder.fingerprint


def documents(seed: Seed, count: int, start: int = 0) -> Iterator[tuple[Document, Vectors]]:
    """Documents `start` to `start + count`, each with the vectors of its passages; the same ones every time."""
    maker = _Maker(seed)
    for number in range(start, start + count):
        yield maker.document(number)


class _Maker:
    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._mean = seed.vectors.mean(axis=0)
        self._own = seed.vectors - self._mean
        self._spread = np.linalg.cholesky(np.cov(self._own.T) + 1e-7 * np.eye(self._own.shape[1])).astype(np.float32)
        parts = [word for word in entries("woorddelen.txt") if len(word) > 3]
        drawn = np.random.default_rng(7).integers(0, len(parts), (_COMPOUNDS, 2))
        self._compounds = [parts[first] + parts[second] for first, second in drawn.tolist()]

    def document(self, number: int) -> tuple[Document, Vectors]:
        random = np.random.default_rng(number)
        first, second = random.integers(0, len(self._seed.passages), (2, PASSAGES))
        share = random.uniform(0.5, 1.0, PASSAGES).astype(np.float32)
        town = self._seed.municipalities[number % len(self._seed.municipalities)]
        words = (_COMPOUNDS ** random.uniform(0, 1, (PASSAGES, 2))).astype(np.int64) - 1
        drawn = np.column_stack([first, second, words, random.integers(*_DRAWN, (PASSAGES, 4))])
        document = self._assembled(number, town, [self._text(town, row) for row in drawn.tolist()], first.tolist())
        facts = tuple(self._facts(random, document))
        return replace(document, facts=facts), self._vectors(random, first, second, share)

    def _text(self, town: str, drawn: list[int]) -> str:
        """About as long as a passage of the seed: half of one, a sentence of another, one with rare words."""
        first, second, thing, other, template, amount, code, year = drawn
        one, beside = self._seed.sentences[first], self._seed.sentences[second]
        made = _TEMPLATES[template].format(
            town=town, year=year, amount=f"{amount}.000", code=f"Z{code}",
            thing=self._compounds[thing], other=self._compounds[other],
        )  # fmt: skip
        return " ".join([*one[: (len(one) + 1) // 2], beside[0], made])

    def _vectors(self, random: np.random.Generator, first: Numbers, second: Numbers, share: Vectors) -> Vectors:
        noise = random.standard_normal((PASSAGES, len(self._mean)), dtype=np.float32) @ self._spread.T
        mixed = share[:, None] * self._own[first] + (1 - share[:, None]) * self._own[second] + SPREAD * noise
        length = np.linalg.norm(self._own[first], axis=1, keepdims=True)
        rows = self._mean + mixed * length / np.linalg.norm(mixed, axis=1, keepdims=True)
        unit: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
        return unit

    def _assembled(self, number: int, town: str, texts: list[str], first: list[int]) -> Document:
        ends = np.cumsum([len(text) + 1 for text in texts]).tolist()
        starts = [0, *ends[:-1]]
        name = f"stuk-{number:06}.txt"
        headings = [("Programma", f"{place // _PER_SECTION + 1} Onderdeel") for place in range(len(texts))]
        passages = tuple(
            Passage(start, end - 1, headings[place], place // _PER_PAGE + 1, self._seed.passages[one].themes)
            for place, (start, end, one) in enumerate(zip(starts, ends, first, strict=True))
        )
        sections = tuple(
            Section(starts[place], ends[place + _PER_SECTION - 1] - 1, starts[place], 2, headings[place])
            for place in range(0, len(texts), _PER_SECTION)
        )
        pages = tuple(
            Page(place // _PER_PAGE + 1, starts[place], ends[place + _PER_PAGE - 1])
            for place in range(0, len(texts), _PER_PAGE)
        )
        source = Source(path=f"schaal/{name}", file=name, sha256=f"{number:064x}", format="txt")
        return Document(
            source, "\n".join(texts), _identity(number, town), "ok", page_count=len(pages), pages=pages,
            sections=sections, passages=passages,
        )  # fmt: skip

    def _facts(self, random: np.random.Generator, document: Document) -> Iterator[Fact]:
        """One a passage, of a kind as often as in the seed."""
        chosen = random.integers(0, len(self._seed.facts), len(document.passages)).tolist()
        for passage, number in zip(document.passages, chosen, strict=True):
            fact = self._seed.facts[number]
            end = min(passage.end, passage.start + len(fact.text))
            placed = replace(fact, start=passage.start, end=end, text=document.text[passage.start : end])
            yield replace(placed, name=_name(random, document)) if isinstance(placed, Official) else placed


def _name(random: np.random.Generator, document: Document) -> str:
    """Of one of the officials of its municipality."""
    of_town = np.random.default_rng([*str(document.identity.municipality.value).encode(), random.integers(_OFFICIALS)])
    first, middle, last = of_town.integers(0, (len(_FIRST), len(_LAST), len(_LAST))).tolist()
    return f"{_FIRST[first]} van der {_LAST[middle]}{_LAST[last].lower()}"


def _identity(number: int, town: str) -> Identity:
    doc_type = DOC_TYPES[(number + number // MUNICIPALITIES) % len(DOC_TYPES)]
    year = _YEARS[number // (MUNICIPALITIES * len(DOC_TYPES)) % len(_YEARS)]
    return Identity(
        title=f"{doc_type} {year} {town}",
        municipality=Inferred(town, 0.9),
        municipalities=(town,),
        doc_type=Inferred(doc_type, 0.9),
        reporting_year=Inferred(year, 0.9),
        plan_period=Inferred(None, 0.0),
        date=Inferred(datetime.date(year, 6, 1), 0.9),
    )
