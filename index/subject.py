"""What a commitment is about: its own words, those before it, and those of the headings that it stands below."""

from index.follow import Follower
from index.library import Library
from index.matter import acts, content_words, likeness
from index.on_theme import leans
from index.rows import FactRow, PassageRow
from ingest.dutch import sentence_spans
from ingest.themes import themes_of

_ENOUGH_WORDS = 2
_LONGEST_BEFORE = 180
"""Characters before a sentence without a subject that are quoted with it."""
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
        passages = self._library.passages([row.passage_id]) if row.passage_id is not None else []
        if not passages or not leans(row):
            return own, own
        text, at = passages[0].text, row.fact.start - passages[0].start
        begin, end = text.rfind("\n", 0, max(0, at)) + 1, text.find("\n", at)
        around = text[begin : end if end >= 0 else len(text)]
        said = " ".join(text[_subject(text, begin, at) : at + len(row.fact.text)].split())
        return (own if len(own) > len(said) else said), around

    def before(self, row: FactRow) -> str:
        """The sentence before a commitment in its paragraph: it may name what this one calls "het"."""
        passages = self._library.passages([row.passage_id]) if row.passage_id is not None else []
        if not passages or "|" in passages[0].text:
            return ""
        paragraph = passages[0].text[: max(0, row.fact.start - passages[0].start)].split("\n")[-1]
        spans = sentence_spans(paragraph)
        return paragraph[slice(*spans[-1])] if spans else ""

    def shared(self, row: FactRow, passage: PassageRow, text: str) -> bool:
        """Whether a sentence of a passage, with the heading that it stands below, names the subject of a commitment.

        "De startnotitie is vastgesteld" is said of any plan: both must share a word that says of which. Where the
        commitment has none of its own, its paragraph or heading has.
        """
        there = content_words(f"{text}\n{' '.join(passage.heading_path[-1:])}", with_parts=True)
        for named in (self.words(row), content_words(self._around(row))):
            if subject := named - acts():
                return any(likeness(word, other) for word in subject for other in there)
        return True

    def _around(self, row: FactRow) -> str:
        return " ".join([self.paragraph(row)[0], *row.heading_path[-1:]])


def _subject(text: str, begin: int, end: int) -> int:
    """Where the nearest sentence before one starts that names a subject, from the begin of the paragraph on; the
    sentence just before where that is too far to quote."""
    spans = sentence_spans(text[begin : max(begin, end)])
    starts = [begin + first for first, last in spans if last - first >= _SHORTEST]
    for start in reversed(starts):
        if themes_of(text[start:end]) and end - start <= _LONGEST_BEFORE:
            return start
    return starts[-1] if starts else end
