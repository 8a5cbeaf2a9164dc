"""Offices that a paper gives work without a name: "Wethouder Sport en Wonen" above a list of topics.

A new college shares its work before anybody is in office, so a coalition agreement names offices, parties or numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ingest.facts.people.topic_lists import Line, Topic, is_name, lines_below, topics_in
from ingest.facts.people.topic_words import is_topic_like, is_topical, opens_with_topic
from ingest.lexicon import read_words

_LONGEST_LINE = 200
_LINE = re.compile(r"[^\n]+")
_NUMBER = r"(?:eerste|tweede|derde|vierde|vijfde|[1-5]e)"
_TOPICS_BEHIND = re.compile(r"(?P<office>[^:|]+)(?::[ \u00a0]+|[ \u00a0]*\|[ \u00a0]*)(?P<topics>[^|]+?)[ \u00a0;.|]*")
_TOPICS_BEFORE = re.compile(r"[ \u00a0|]*(?P<topics>[^:|]+?)(?::[ \u00a0]+|[ \u00a0]*\|[ \u00a0]*)(?P<office>[^:|]+)")
_BETWEEN_TOPICS = re.compile(r",[ \u00a0]|;| en | & ")
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Unnamed:
    """An office, as printed, with the topics listed with it; the span runs from the office to the last of them.

    Without a list the topics stand in the office itself: "Wethouder Sport en Wonen".
    """

    start: int
    end: int
    office: str
    topics: tuple[Topic, ...]


def unnamed_offices(text: str) -> list[Unnamed]:
    """The offices to which a paper gives topics, in order of place."""
    lines = [line for line in _LINE.finditer(text) if len(line.group()) <= _LONGEST_LINE and _office_word(line.group())]
    listed = [found for line in lines if (found := _above_list(text, line))]
    return sorted([*listed, *_in_runs(text, lines)], key=_start)


def _start(found: Unnamed) -> int:
    return found.start


def _office_word(line: str) -> bool:
    return "ethouder" in line or "urgemeester" in line


def _above_list(text: str, line: re.Match[str]) -> Unnamed | None:
    """An office on a line of its own, above the list of its topics."""
    office = line.group().strip(" \u00a0•*–-:\r")
    found = _as_office(office)
    if not found:
        return None
    below = lines_below(text, line.end(), own=False)
    topics = topics_in(below) or _only(below)
    if not topics and not opens_with_topic(found["topics"] or ""):
        return None
    return Unnamed(line.start(), topics[-1].end if topics else line.end(), office, topics)


def _only(lines: list[Line]) -> tuple[Topic, ...]:
    """The one topic of an office, above the next office or the end of the list."""
    first, after = (*lines, None, None)[:2]
    is_last = not after or after.apart or _as_office(after.text.strip())
    if (
        first is None
        or not is_last
        or not opens_with_topic(first.text.strip())
        or not is_topic_like(first.text.strip())
    ):
        return ()
    return (Topic(first.start, first.end, first.text.strip()),)


def _in_runs(text: str, lines: list[re.Match[str]]) -> Iterator[Unnamed]:
    """Offices with their topics on the same line, two or more below each other of which a topic is known."""
    run: list[Unnamed] = []
    for line in lines:
        found = _in_line(line)
        if run and (not found or text[run[-1].end : found.start].strip(" \u00a0\r\n;.|")):
            yield from _told(run)
            run = []
        if found:
            run.append(found)
    yield from _told(run)


def _told(run: list[Unnamed]) -> list[Unnamed]:
    is_known = any(is_topical(topic.text) for found in run for topic in found.topics)
    return run if len(run) >= _FEWEST and is_known else []


def _in_line(line: re.Match[str]) -> Unnamed | None:
    """The office of a line "Wethouder 1: wonen, sport", "Wethouder 1 | Wonen" or "Wonen | Wethouder 1"."""
    for form in (_TOPICS_BEHIND, _TOPICS_BEFORE):
        found = form.fullmatch(line.group())
        if found and _as_office(found["office"].strip(" \u00a0•*–-\r")) and _is_list(found["topics"]):
            topic = Topic(line.start() + found.start("topics"), line.start() + found.end("topics"), found["topics"])
            return Unnamed(line.start(), line.end(), found["office"].strip(" \u00a0•*–-\r"), (topic,))
    return None


def _is_list(topics: str) -> bool:
    return all(map(is_topic_like, _BETWEEN_TOPICS.split(topics))) and not _as_office(topics)


def _as_office(words: str) -> re.Match[str] | None:
    """The office that these words are, if nobody is named in them."""
    found = _office().fullmatch(words)
    topics = found["topics"] if found else None
    return found if not topics or (is_topical(topics) and not is_name(topics)) else None


@cache
def _office() -> re.Pattern[str]:
    """An office alone, or with a number, a party, or topics behind it."""
    parties = "|".join(re.escape(party) for party in read_words("parties.txt"))
    behind = rf"[ \u00a0](?:[1-9]|\(?(?:{parties})\)?|(?:van )?(?P<topics>[A-ZÀ-Ý][^:|()\n.;]{{2,80}}))"
    return re.compile(rf"(?:(?i:portefeuille|de|{_NUMBER})[ \u00a0])*(?i:burgemeester|wethouder)(?:{behind})?")
