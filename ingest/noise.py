"""Text that answers no question: tables of contents, indexes, menus, comment forms, cookie notices, colophons.

Each predicate looks at one block of text and reads as a sentence: `looks_like_menu(text)`. The cues are data:
`data/noise_cues.tsv`, patterns that a whole sentence or line must match, so that policy about cookies stays text.
"""

import re
from functools import cache
from itertools import pairwise

from ingest.lexicon import read_columns

FEWEST_LINES = 3
"""Of a table of contents or an index; two lines that end in a number may be anything."""

SHARE_OF_LINES = 0.6
LONGEST_CHROME = 300
"""Longer text is never taken for a web page's furniture, whatever it says."""

LONGEST_LINE = 240
"""Of a table of contents, its leaders included; the patterns below take time for what is longer."""

_LEADING = " .…_|"
_NO_TITLE = tuple("0123456789,€%/-")
_FEWEST_DOTS = 4
"""What may stand between a title and its page number, what no title ends in, and the fewest dots of a leader."""

_LEADER = re.compile(r"(?:\.\s?){4,}\s*\d{1,3}$|…+\s*\d{1,3}$")
_CONTENTS_LINE = re.compile(r"(?:[^\d\s.,€%/-][\s.…_|]+|(?:\.\s?){4,}\s*|…+\s*)(?P<page>\d{1,3})$")
_INDEX_LINE = re.compile(r"[^\W\d_][^\d]{2,60},?\s\d{1,3}(?:(?:,\s?|\s?[-–]\s?|\s)\d{1,3})*$")
_SENTENCE_END = re.compile(r" (?<=[.!?] )(?=[A-ZÀ-Ý])")
"""In text whose white space is folded. Patterns that begin with what is rare in a text find it soonest."""

_ENDS_IN_FIGURE = re.compile(r"\d\s*(?:[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]|\Z)")
_CAPTURES = re.compile(r"(?<!\\)\((?!\?)")


def is_contents_line(text: str) -> bool:
    """Whether one line reads "1.2 Jeugd ....... 14"; without leaders a heading and a number up to 999."""
    return page_named(text) is not None


def page_named(text: str) -> int | None:
    """The page number that a line of a table of contents ends in."""
    line = text.strip()
    found = _CONTENTS_LINE.search(line) if _may_name_page(line) and not _ends_in_figures(line) else None
    return int(found["page"]) if found else None


def has_leaders(text: str) -> bool:
    """Whether a line of dots leads to a page number: nothing but a table of contents does that."""
    line = text.strip()
    return _may_name_page(line) and _LEADER.search(line) is not None


def _may_name_page(line: str) -> bool:
    """Whether a line ends in a digit: looking at that first spares most lines the patterns."""
    return len(line) <= LONGEST_LINE and line[-1:].isdecimal()


def _ends_in_figures(line: str) -> bool:
    """Whether what a line ends in is no page number: part of a larger figure, or right after another, as in a table."""
    before = line.rstrip("0123456789")
    if len(before) == len(line) or not before:
        return False
    if not (before[-1] in _LEADING or before[-1].isspace()):
        return True
    title = before.rstrip().rstrip(" .")
    return title[-1:] in _NO_TITLE and before.count(".") < _FEWEST_DOTS and "…" not in before


def looks_like_contents(text: str) -> bool:
    """Whether dots lead to a page number in every line, or most lines end in page numbers that rise."""
    lines = _lines(text)
    if lines and all(has_leaders(line) for line in lines):
        return True
    pages = [page for line in lines if (page := page_named(line)) is not None]
    if len(pages) < FEWEST_LINES or len(pages) < SHARE_OF_LINES * len(lines):
        return False
    rising = sum(after >= before for before, after in pairwise(pages))
    return rising >= SHARE_OF_LINES * (len(pages) - 1) and pages[-1] > pages[0]


def looks_like_index(text: str) -> bool:
    """Whether most lines are terms in alphabetical order with the pages that they stand on."""
    all_lines = _lines(text)
    lines = [line for line in all_lines if _may_name_page(line) and _INDEX_LINE.match(line)]
    if len(lines) < FEWEST_LINES or len(lines) < SHARE_OF_LINES * len(all_lines):
        return False
    initials = [line[:2].lower() for line in lines]
    sorted_pairs = sum(before <= after for before, after in pairwise(initials))
    return sorted_pairs >= SHARE_OF_LINES * (len(lines) - 1) and initials[0] != initials[-1]


def lists_pages(text: str) -> bool:
    """Whether it is (a part of) a table of contents or of an index: some line must end in a figure, to begin with."""
    return _ENDS_IN_FIGURE.search(text) is not None and (looks_like_contents(text) or looks_like_index(text))


def looks_like_menu(text: str) -> bool:
    """Whether it is navigation: "Home > Bestuur", "ga terug", "Lees meer"."""
    return _all_match(text, "menu")


def looks_like_comment_form(text: str) -> bool:
    """Whether it asks the reader for a reaction."""
    return _all_match(text, "comment_form")


def looks_like_login(text: str) -> bool:
    """Whether it asks the reader to log in."""
    return _all_match(text, "login")


def looks_like_cookie_notice(text: str) -> bool:
    """Whether it is the notice about cookies of the site itself."""
    return _all_match(text, "cookie")


def looks_like_colophon(text: str) -> bool:
    """Whether it tells who designed and printed."""
    return _all_match(text, "colophon")


def looks_generated(text: str) -> bool:
    """Whether a machine put it there: "Deze pagina is gebouwd op ..."."""
    return _all_match(text, "generated")


def is_chrome(text: str) -> bool:
    """Whether the block is a page's furniture of whatever kind, and no text of the document."""
    return _all_match(text, "any")


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _all_match(text: str, kind: str) -> bool:
    """Whether every sentence of a short text matches a cue of the kind."""
    if len(text) > LONGEST_CHROME:
        return False
    matches = _cues(kind).fullmatch
    words = text.split()
    return bool(words) and all(matches(part.rstrip(" .!:").lower()) for part in _SENTENCE_END.split(" ".join(words)))


@cache
def _cues(kind: str) -> re.Pattern[str]:
    """The patterns of a kind as one, for text in lower case.

    Without capturing groups and with a case of its own, an alternative whose first letter differs costs nothing:
    a block takes a quarter of the time.
    """
    patterns = [pattern for of_kind, pattern in read_columns("noise_cues.tsv") if kind in {of_kind, "any"}]
    return re.compile("|".join(f"(?:{_CAPTURES.sub('(?:', pattern)})" for pattern in patterns))
