"""The topics on the lines below a name or an office: bullets, with headings or not, a line each, one with commas."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from ingest.facts.people.names import given_names, name_at
from ingest.facts.people.topic_words import WORD, is_no_clause, is_topic, is_topical, opens_with_topic

LONGEST_PORTFOLIO = 300
"""Characters of one line of topics; the longest in a real college had 210."""

_LOCO = r"(?:\w+[ \u00a0])?loco-?burgemeester"
_OFFICE = rf"(?:{_LOCO}|burgemeester|wethouder|portefeuillehouder)"

_ONLY_OFFICES = re.compile(rf"[ \u00a0]*{_OFFICE}(?:(?:,| en| &)?[ \u00a0]+{_OFFICE})*[ \u00a0]*", re.IGNORECASE)
_DEPUTY = re.compile(rf"[ \u00a0]*{_LOCO}[ \u00a0]*", re.IGNORECASE)
_OPENS_WITH_OFFICE = re.compile(rf"(?:de )?(?:\w+ )?{_OFFICE}\b", re.IGNORECASE)
_NAMES_OFFICE = re.compile(r"[:(–][ \u00a0]?(?:de )?(?:burgemeester|wethouder)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*[•·\uf0b7\-*–▪◦][ \t\u00a0]*(?P<topic>\S.{1,200})")
_PAGE = re.compile(r"\s*\d{1,4}\s*")
_PAGE_BEFORE = re.compile(r"\d{1,4}[ \u00a0]+(?=[A-ZÀ-Ý]{2})")
"""A page number that stands before a heading in capitals, because the text was taken over the foot of the page."""
_GOES_ON = re.compile(
    r"(?:,|\ben|&|\bde|\bhet|\bvan)[ \u00a0\r]*\n(?![•·\uf0b7\-*–▪◦])|^\s*[•·\uf0b7\-*–▪◦].*\n[a-zà-ÿ(]"
)
_FARTHEST = 4000
_LONGEST_HEADING = 60
_LONGEST_ABBREVIATION = 4
_MOST_WORDS_IN_HEADING = 7


@dataclass(frozen=True, slots=True)
class Line:
    """Text on a line, one that goes on with the next joined to it; `apart` where a blank line stands before it."""

    start: int
    end: int
    text: str
    apart: bool


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic at a span of the text, with the heading in the list that it stands under."""

    start: int
    end: int
    text: str
    heading: str | None = None


def lines_below(text: str, line_end: int, *, own: bool = True) -> list[Line]:
    """The lines with text behind `line_end`; with `own` an office on the first is that of who stands above it."""
    lines: list[Line] = []
    at, apart = line_end + 1, False
    for raw in text[at : at + _FARTHEST].split("\n"):
        line = raw.strip("\r")
        if lines and line.strip() and _GOES_ON.search(f"{lines[-1].text}\n{line.strip()}"):
            last = lines[-1]
            lines[-1] = Line(last.start, at + len(line), f"{last.text} {line.strip()}", last.apart)
        elif line.strip() and not (_DEPUTY if lines or not own else _ONLY_OFFICES).fullmatch(line):
            lines.append(Line(at, at + len(line), line, apart))
        apart = not line.strip()
        at += len(raw) + 1
    return lines


def topics_in(lines: Sequence[Line]) -> tuple[Topic, ...]:
    """The topics with which these lines begin; none where nothing tells that they are."""
    return _bulleted(lines) or _in_one_line(lines) or _a_line_each(lines)


def in_words(topics: Sequence[Topic]) -> str:
    """The topics in a line, those under a heading in brackets behind it: "Sport (Zwembad, Sporthal), Wonen"."""
    groups: list[tuple[str | None, list[str]]] = []
    for topic in topics:
        if not groups or groups[-1][0] != topic.heading:
            groups.append((topic.heading, []))
        if topic.text != topic.heading:
            groups[-1][1].append(topic.text)
    return ", ".join(_group(heading, below) for heading, below in groups).replace("\u00ad", "-")


def _group(heading: str | None, below: list[str]) -> str:
    if heading is None:
        return ", ".join(below)
    name = heading.capitalize() if heading.isupper() and len(heading) > _LONGEST_ABBREVIATION else heading
    return f"{name} ({', '.join(below)})" if below else name


def _bulleted(lines: Sequence[Line]) -> tuple[Topic, ...]:
    """Bullets, and headings between them, up to the first line that is neither."""
    topics = tuple(_until_else(lines))
    bulleted = any(topic.text != topic.heading for topic in topics)
    return topics if bulleted and any(is_topical(topic.text) for topic in topics) else ()


def _until_else(lines: Sequence[Line]) -> Iterator[Topic]:
    heading: str | None = None
    for line, below in zip(lines, [*lines, None][1:], strict=True):
        bullet = _BULLET.fullmatch(line.text)
        if bullet and _NAMES_OFFICE.search(bullet["topic"]):
            return
        if bullet and not _DEPUTY.fullmatch(bullet["topic"]):
            yield Topic(line.start, line.end, bullet["topic"].strip(" ;.:"), heading)
        elif not bullet and not _PAGE.fullmatch(line.text):
            number = _PAGE_BEFORE.match(line.text)
            words = line.text[number.end() if number else 0 :].strip()
            if not _is_heading(words, line, below):
                return
            heading = words
            yield Topic(line.start, line.end, heading, heading)


def _is_heading(words: str, line: Line, below: Line | None) -> bool:
    """Whether a line without a bullet is a heading within the list: in capitals, or a topic right above a bullet."""
    is_short = len(words) <= _LONGEST_HEADING and len(WORD.findall(words)) <= _MOST_WORDS_IN_HEADING
    if not is_short or words[-1] in ".,:;)|" or _OPENS_WITH_OFFICE.match(words) or is_name(words):
        return False
    above_bullet = below is not None and _BULLET.fullmatch(below.text) is not None
    if words.isupper():
        return above_bullet or not line.apart
    return above_bullet and not line.apart and is_topical(words) and is_no_clause(words)


def is_name(words: str) -> bool:
    """Whether they begin with somebody's name, and not with a topic in capitals."""
    name = name_at(words, 0)
    return bool(name and (name.titled or name.has_initials_only or name.given.split(" ")[0] in given_names()))


def _in_one_line(lines: Sequence[Line]) -> tuple[Topic, ...]:
    """One line of topics, with a comma or "en"."""
    line = lines[0].text.strip() if lines else ""
    words = WORD.findall(line)
    if not words or len(line) > LONGEST_PORTFOLIO or line.endswith(".") or not re.search(r",| en ", line):
        return ()
    return (Topic(lines[0].start, lines[0].end, line),) if is_topic(words[0]) else ()


def _a_line_each(lines: Sequence[Line]) -> tuple[Topic, ...]:
    """Topics that have a line each: two at least, each opening with a known one."""
    short = takewhile(lambda line: len(line.text.strip()) <= _LONGEST_HEADING and line.text.strip()[-1] != ".", lines)
    topics = [Topic(line.start, line.end, line.text.strip()) for line in short if opens_with_topic(line.text.strip())]
    together = [topic for topic, line in zip(topics, lines, strict=False) if topic.start == line.start]
    return tuple(together) if len(together) > 1 else ()
