"""A question becomes words, a text for the encoder and what was understood of it.

What is read out of a question prefers and never hides what might answer: documents of which the municipality,
year or type is unknown stay in. `literal` switches all of it off, `without` a part of it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import dataclass, replace

from index.finding.acronyms import written_out
from index.finding.naming import Aspect, Understood, is_sure, named_in, years_of
from index.finding.spelling import Corrected, corrected
from index.finding.terms import Word, words_of
from index.language.analysis import tokens
from index.language.fold import fold
from index.language.place_names import mentions_in
from index.library import Library
from index.store.filters import Filters

__all__ = ["Filters", "Query", "Understood", "understand"]

_NAMING = frozenset({"municipality", "doc_type", "year", "day", "official", "kind"})
"""What says where to look or for what kind of thing, and not what it is about."""

_BEFORE_NAME = re.compile(r"(?:\b(?:in|van|te|uit|voor|bij|door|binnen))?(?:\s+de)?(?:\s+gemeente)?\s*$", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_QUOTED = re.compile(r"[\"“”„]([^\"“”„]+)[\"“”„]")
_MINUS = re.compile(r"(?<!\S)-([^\W\d_]\S*)")


@dataclass(frozen=True, slots=True)
class Query:
    """A question as search uses it.

    Attributes:
        text: the question as asked.
        meaning: what the encoder gets: the question without the names that the preferences hold, with misspelled
            words corrected and abbreviations written out.
        words: what is looked up.
        phrases: what stood in quotes, which a passage must have just so.
        unwanted: stems of words with a minus before them, which a passage may not have.
        preferences: what the question asks for; `years` holds every year of a period.
        kinds: the kinds of fact that it asks for.
        absent: municipalities that it names and no document is of.
        understood: all of this, for display.
    """

    text: str
    meaning: str
    words: tuple[Word, ...]
    preferences: Filters = Filters()  # noqa: RUF009
    kinds: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    understood: tuple[Understood, ...] = ()
    phrases: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    def admits(self, text: str) -> bool:
        """Whether a passage's text has the phrases."""
        plain = _plain(text) if self.phrases else ""
        return all(_plain(phrase) in plain for phrase in self.phrases)

    @property
    def subject(self) -> tuple[Word, ...]:
        """The words that say what it is about: those that name no place, paper, time, office or kind of fact."""
        return self._without(item for item in self.understood if item.aspect in _NAMING)

    @property
    def telling(self) -> tuple[Word, ...]:
        """Those of the subject that say something of it; "nieuwe" doesn't."""
        return tuple(word for word in self.subject if not word.says_little)

    @property
    def matter(self) -> tuple[Word, ...]:
        """The subject with the places within a municipality: what "Kosten van De Eik" asks after may be a building."""
        return self._without(item for item in self.understood if item.aspect in _NAMING and not item.within)

    def _without(self, items: Iterable[Understood]) -> tuple[Word, ...]:
        said = [(item.start, item.end) for item in items]
        return tuple(word for word in self.words if not any(start <= word.start < end for start, end in said))


def _plain(text: str) -> str:
    return f" {' '.join(_WORD.findall(fold(text)))} "


def understand(
    question: str,
    library: Library,
    *,
    literal: bool = False,
    without: Set[str] = frozenset(),
    told: Callable[[str], object] = lambda _: None,
) -> Query:
    """Read a question.

    Args:
        literal: it is only words and meaning.
        without: keys of what was understood of it before and is to be left out (`Understood.key`).
        told: gets `Query.meaning` before the words are looked up, which takes a third of the time.
    """
    marked = (*_marked(question, _QUOTED, "phrase"), *_marked(question, _MINUS, "unwanted"))
    said = [item for item in marked if item.key not in without]
    asked = replace(
        Query(question, question, ()),
        phrases=_values(said, "phrase"),
        unwanted=tuple(token.stem for value in _values(said, "unwanted") for token in tokens(value)),
        understood=tuple(said),
    )
    wanted = _MINUS.sub(lambda found: " " * len(found.group()), question)
    if literal:
        told(wanted)
        return replace(asked, meaning=wanted, words=words_of(wanted, library.words, plain=True))
    return _read(asked, wanted, library, without, told)


def _marked(question: str, mark: re.Pattern[str], aspect: Aspect) -> Iterator[Understood]:
    for found in mark.finditer(question):
        yield Understood(aspect, found.group(1), found.start(), found.end())


def _read(asked: Query, question: str, library: Library, without: Set[str], told: Callable[[str], object]) -> Query:
    """With all that is understood of the question, which has blanks for what is unwanted."""
    better = _spelled(question, library, {key.removeprefix("spelling:") for key in without})
    text = better.text
    found = [item for item in named_in(text, library) if item.key not in without]
    places = [item for item in found if _is_taken_care_of(item)]
    meaning = written_out(_meaning(text, places), library)
    told(meaning)
    found = [_in_question(item, better) for item in found]
    hidden = [(item.start, item.end) for item in found if _is_taken_care_of(item)]
    words = words_of(question, library.words, plain=False, skip=hidden, meant=better.meant)
    found += [Understood("spelling", word.meant, word.start, word.end) for word in words if word.meant]
    return replace(
        asked,
        meaning=meaning,
        words=words,
        preferences=Filters(
            municipalities=_values(found, "municipality", known=True),
            doc_types=_values(found, "doc_type"),
            years=tuple(sorted({year for item in found if item.aspect == "year" for year in years_of(item.value)})),
            officials=_values(found, "official"),
        ),
        kinds=_values(found, "kind"),
        absent=_values(found, "municipality", known=False),
        understood=tuple(sorted([*asked.understood, *found], key=lambda item: (item.start, item.aspect))),
    )


def _spelled(question: str, library: Library, left: Set[str]) -> Corrected:
    """The question as it was meant; what is a place with a capital isn't a misspelling, of which the library may have
    no word."""
    better = corrected(question, library.words, left)
    places = [mention for mention in mentions_in(question) if is_sure(mention)] if better.meant else []
    names = {word.start() for word in _WORD.finditer(question) if word.group()[0].isupper()}
    names = {start for start in names for place in places if place.start <= start < place.end}
    return corrected(question, library.words, left, names) if names & better.meant.keys() else better


def _is_taken_care_of(item: Understood) -> bool:
    """Whether a preference says all that the words say: that of a municipality, not of a village in it."""
    return item.aspect == "municipality" and item.known and not item.within


def _in_question(item: Understood, better: Corrected) -> Understood:
    """With its place in the question as it was typed."""
    return replace(item, start=better.origin(item.start), end=better.origin(item.end))


def _values(found: Iterable[Understood], aspect: Aspect, *, known: bool = True) -> tuple[str, ...]:
    values = [item.value for item in found if item.aspect == aspect and item.known == known]
    return tuple(dict.fromkeys(values))


def _meaning(question: str, named: list[Understood]) -> str:
    """The question without the municipality, which the preference takes care of: in a vector it outweighs the rest."""
    text = question
    for item in sorted(named, key=lambda item: -item.start):
        text = _BEFORE_NAME.sub("", text[: item.start]) + text[item.end :]
    text = re.sub(r"\s+([?!.,;:])", r"\1", " ".join(text.split()))
    return text if any(letter.isalpha() for letter in text) else question
