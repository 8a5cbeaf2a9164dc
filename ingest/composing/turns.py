"""A transcript in plain text: who speaks stands alone on a line, and the item of the agenda above the first of them.

"6 Motie van de oppositie: een / kortere wachttijd", then "Anna de Wit", then what she says. The items needn't come in
the order of their numbers, and they break over lines as any text does; the speaker below shows where they end.
"""

import re
from collections import Counter
from collections.abc import Sequence

from ingest.layout import Line

FEWEST_TURNS = 12
"""Lines with a speaker's name; fewer names on lines of their own may be a list of members."""

FEWEST_SPEAKERS, SPEAKS_OFTEN = 3, 3
"""So many must take the floor so often: those who sign a letter do so once."""

LONGEST_NAME, LONGEST_ITEM_LINE = 45, 80
MOST_ITEM_LINES = 4

ITEM_LEVEL, SPEAKER_LEVEL = 1, 2

_NAME = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?: (?:van|de|der|den|ten|ter|te|'t|’t|la|in|op|het|el|[A-ZÀ-Þ][\w'’.-]*)){0,4}"
    r" [A-ZÀ-Þ][\w'’-]+(?: \([\w &/'’-]{2,30}\))?:?"
)
_ITEM = re.compile(r"\d{1,2}(?:\.\d{1,2}|[a-z])?[.)]? +[A-ZÀ-Þ‘'“\"(]")
_SENTENCE_END = re.compile(r"[.!?]$")


def mark_turns(lines: Sequence[Line]) -> list[Line]:
    """The same lines; in a transcript the speakers and the items of the agenda are marked as headings."""
    speakers = _speakers(lines)
    if len(speakers) < FEWEST_TURNS:
        return list(lines)
    marked = list(lines)
    for i in speakers:
        marked[i] = lines[i]._replace(role="heading", level=SPEAKER_LEVEL, starts_block=True)
        first = _item_above(lines, i, speakers)
        for j in range(first, i):
            marked[j] = lines[j]._replace(role="heading", level=ITEM_LEVEL, starts_block=j == first)
    return marked


def _speakers(lines: Sequence[Line]) -> set[int]:
    """Indices of the lines that are the name of somebody who speaks often, or once between those who do."""
    names = {i: line.text for i, line in enumerate(lines) if _could_be_speaker(lines, i)}
    often = Counter(names.values())
    regulars = [name for name, times in often.items() if times >= SPEAKS_OFTEN]
    return set(names) if len(regulars) >= FEWEST_SPEAKERS else set()


def _could_be_speaker(lines: Sequence[Line], i: int) -> bool:
    line = lines[i]
    if line.role is not None or len(line.text) > LONGEST_NAME or not _NAME.fullmatch(line.text):
        return False
    return i + 1 < len(lines) and lines[i + 1].role is None and len(lines[i + 1].text) > len(line.text)


def _item_above(lines: Sequence[Line], speaker: int, speakers: set[int]) -> int:
    """Where the item of the agenda begins that ends right above a speaker; the speaker's own index without one."""
    for first in range(speaker - 1, max(-1, speaker - 1 - MOST_ITEM_LINES), -1):
        line = lines[first]
        if line.role is not None or len(line.text) > LONGEST_ITEM_LINE or _SENTENCE_END.search(line.text) is not None:
            break
        if first in speakers:
            break
        if _ITEM.match(line.text):
            return first
    return speaker
