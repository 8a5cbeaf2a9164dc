"""What a commitment is about: its own words, those before it, and those of the headings that it stands below."""

import re

from index.follow import Follower
from index.language.matter import acts, content_words, doings, likeness, named_years, says
from index.language.wordlists import any_of
from index.library import Library
from index.store.fact_themes import leans
from index.store.rows import FactRow, PassageRow
from index.tracing.rareness import Rareness
from index.tracing.same_matter import of_another
from index.tracing.telling import is_of_before
from ingest.dutch import sentence_spans
from ingest.fact_types import Commitment
from ingest.themes import themes_of

_ENOUGH_WORDS = 2
_LONGEST_BEFORE = 180
"""Characters before a sentence without a subject that are quoted with it."""
_LONGEST_SENTENCE = 600
_SHORTEST = 15


class Subjects:
    """What commitments are about, for one state of the library.

    Args:
        empty: stems of words that tell no subject from another.
    """

    def __init__(self, library: Library, follower: Follower, empty: frozenset[str]) -> None:
        self._library = library
        self._follower = follower
        self._empty = empty
        self._rareness = Rareness(library)
        self._texts: dict[int, str] = {}
        self._said: dict[int, str] = {}

    def words(self, row: FactRow) -> frozenset[str]:
        return content_words(self._follower.matter(row))

    def with_heading(self, row: FactRow) -> frozenset[str]:
        """The words of a commitment that has hardly any, with those of its heading and of the document."""
        own = self.words(row)
        if len(own - self._empty) >= _ENOUGH_WORDS:
            return own
        return own | content_words(" ".join([*row.heading_path[-1:], row.document.title]))

    def paragraph(self, row: FactRow) -> tuple[str, str]:
        """What a commitment says, after the sentence before it where it leans on that, and the paragraph it is in."""
        own = self._follower.matter(row)
        said = self._after_sentence_before(row) if leans(row) or points_back(own) else own
        passages = self._library.passages([row.passage_id]) if row.passage_id is not None and leans(row) else []
        if not passages:
            return (said if row.passage_id is not None else own), own
        text, at = passages[0].text, max(0, row.fact.start - passages[0].start)
        begin, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
        return (own if len(own) > len(said) else said), text[begin : end if end >= 0 else len(text)]

    def _after_sentence_before(self, row: FactRow) -> str:
        """The words of a commitment after what they lean on: in its paragraph, else the paragraph before."""
        text, at = self._text(row.document.id), row.fact.start
        begin = _line_begin(text, at)
        if not text[begin:at].strip() and points_back(row.fact.text):
            before = text.rfind("\n", 0, max(0, begin - 1)) + 1
            begin = before if says(text[before:begin].rstrip()) else begin
        return " ".join(text[_subject(text, begin, at) : row.fact.end].split())

    def _text(self, document_id: int) -> str:
        if document_id not in self._texts:
            self._texts[document_id] = self._library.text(document_id)
        return self._texts[document_id]

    def before(self, row: FactRow) -> str:
        """The sentence before a commitment in its paragraph: it may name what this one calls "het"."""
        passages = self._library.passages([row.passage_id]) if row.passage_id is not None else []
        if not passages or "|" in passages[0].text:
            return ""
        paragraph = passages[0].text[: max(0, row.fact.start - passages[0].start)].split("\n")[-1]
        spans = sentence_spans(paragraph)
        return paragraph[slice(*spans[-1])] if spans else ""

    def may_be_of(self, row: FactRow, passage: PassageRow, text: str) -> bool:
        """Whether a sentence of a passage may be of the matter of a commitment: it names the subject and no other in
        its place."""
        is_other = is_of_before(text, row) or of_another(row, self.said(row), passage, text)
        return not is_other and self.shared(row, passage, text)

    def shared(self, row: FactRow, passage: PassageRow, text: str) -> bool:
        """Whether a sentence of a passage, with the heading that it stands below, names the subject of a commitment.

        "De startnotitie is vastgesteld" is said of any plan: both must share a word that says of which. Where the
        commitment has none of its own, its paragraph or heading has.
        """
        there = content_words(f"{text}\n{' '.join(passage.heading_path[-1:])}", with_parts=True)
        own = self.said(row) if points_back(row.fact.text) else self._follower.matter(row)
        for named in (content_words(own), content_words(f"{self.said(row)} {' '.join(row.heading_path[-1:])}")):
            if subject := named - acts():
                return any(likeness(word, there) for word in subject)
        return True

    def agreement(self, row: FactRow, passage: PassageRow, text: str) -> float:
        """How much of the subject of a commitment a sentence names: the weights of the words that both share, as
        shares of that of the rarest word; and once more for its headings where these name what it stands below.

        One word that many matters have ("het inrichtingsplan") is too little, unless the headings agree. Verbs and who
        does it name no subject; and a paper of one year ("meicirculaire 2024") is not that of another.
        """
        if _of_other_year(self._follower.matter(row), f"{passage.document.title}\n{text}"):
            return 0.0
        here = f"{text}\n{' '.join(passage.heading_path[-1:])}"
        own = self._weight(self._follower.matter(row), here, without=_doer(row))
        above = " ".join([*row.heading_path, row.document.title])
        return own + self._weight(above, " ".join([text, *passage.heading_path]), without="") if own else 0.0

    def _weight(self, one: str, other: str, without: str) -> float:
        there = content_words(other, with_parts=True)
        named = content_words(one) - acts() - doings(one) - content_words(without, with_parts=True)
        shared = {word: likeness(word, there) for word in named}
        return sum(self._rareness(word) * share for word, share in shared.items()) / self._rareness.highest

    def said(self, row: FactRow) -> str:
        """What a commitment says, after the sentence that it leans on."""
        if row.id not in self._said:
            self._said[row.id] = self.paragraph(row)[0]
        return self._said[row.id]


def points_back(text: str) -> bool:
    """Whether a sentence says "deze aanpak" of what the one before it names."""
    return bool(any_of("terugwijzers.txt").match(text))


def _doer(row: FactRow) -> str:
    """The whole name of who does it: of "GGD" also what follows in capitals ("GGD Kromme Rak")."""
    actor = row.fact.actor if isinstance(row.fact, Commitment) else None
    found = re.search(rf"{re.escape(actor)}(?:[ -][A-Z][\w-]*)*", row.fact.text) if actor else None
    return found.group() if found else actor or ""


def _of_other_year(one: str, other: str) -> bool:
    """Whether both name a paper or scheme with its year, and each another."""
    years, others = named_years(one), named_years(other)
    return any(years[word].isdisjoint(others[word]) for word in years.keys() & others.keys())


def _line_begin(text: str, at: int) -> int:
    """Where the line of a place begins; in a text whose lines are broken, the sentence with which it goes on."""
    begin = text.rfind("\n", 0, at) + 1
    first = text.rfind("\n", 0, max(0, begin - _LONGEST_SENTENCE)) + 1
    spans = ((first + start, first + end) for start, end in sentence_spans(text[first:at]))
    return next((start for start, end in spans if start < begin < end), begin)


def _subject(text: str, begin: int, end: int) -> int:
    """Where the nearest sentence before one starts that names a subject, from the begin of the paragraph on; the
    sentence just before where that is too far to quote."""
    spans = sentence_spans(text[begin : max(begin, end)])
    starts = [begin + first for first, last in spans if last - first >= _SHORTEST]
    for start in reversed(starts):
        if themes_of(text[start:end]) and end - start <= _LONGEST_BEFORE:
            return start
    return starts[-1] if starts else end
