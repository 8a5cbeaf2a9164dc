"""Stretches of a document that tell of another time than its own: what it copies, what it plans, how things are."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ingest.dutch import Span
from ingest.facts.acts.headings import heading
from ingest.facts.acts.judgement import Setting
from ingest.model import Document, Section

_COPY_NOTE = re.compile(
    r"\W{0,2}(?:tekst|citaat|passage|overgenomen) uit (?:de )?(?:programma)?(?:begroting|kadernota) \d{4}[\W]{0,2}",
    re.IGNORECASE,
)
"""What opens a passage, or stands above it, that a report copies from its plan."""
_ASKS = re.compile(r"wat |hoe |.*\?\s*\Z", re.IGNORECASE)


def copied(document: Document) -> Iterator[Span]:
    """Where a report copies its plan: sections whose heading says so, and what follows such a note in the text."""
    yield from ((s.start, s.end) for s in document.sections if s.layer == "quoted_plan")
    noted: int | None = None
    for block in document.blocks:
        note = _COPY_NOTE.match(document.text, block.start, block.end)
        if block.role == "heading":
            noted = None
        elif note and note.end() == block.end:
            noted = block.end
        elif note or noted is not None:
            yield block.start, block.end


class Layers:
    """What the headings of a document say about the acts below them."""

    def __init__(self, document: Document, setting: Setting) -> None:
        self._setting = setting
        # The headings of a plan tell as done what it wants to have done, too; so do those of a report with an answer.
        self._headings = {b.start for b in document.blocks if setting.plans and b.role == "heading"}
        self._headings |= set(_answered(document)) if setting.reports else set()
        self._wanted = list(_results_to_be(document, setting))
        self._ahead = [(s.start, s.end) for s in document.sections if heading("planning").match(s.path[-1])]
        self._done = list(_told_as_done(document, setting))
        self._as_it_is = list(_as_it_is(document, setting))

    def at(self, place: int) -> Setting:
        """What a clause at that place is judged against."""
        return replace(
            self._setting,
            lies_ahead=within(place, self._ahead),
            states_results=place in self._headings or within(place, self._wanted),
            tells_done=within(place, self._done),
            tells_state=within(place, self._as_it_is),
        )


def within(place: int, spans: Iterable[Span]) -> bool:
    """Whether one of the spans holds the place."""
    return any(start <= place < end for start, end in spans)


def _results_to_be(document: Document, setting: Setting) -> Iterator[Span]:
    """Where is told as done what a plan wants to have done: below such a heading, in a report what was wanted."""
    year = setting.anchor.year or 0
    for section in document.sections:
        planned = heading("results wanted").match(section.path[-1]) if setting.plans else None
        was_wanted = setting.reports and any(heading("was wanted").match(part) for part in section.path)
        if was_wanted or (planned and int(planned["year"] or year) >= year):
            yield section.start, section.end


def _as_it_is(document: Document, setting: Setting) -> Iterator[Span]:
    """Where is told how things are, and in a report what the paper is."""
    for section in document.sections:
        opens = setting.reports and heading("opening").match(section.path[-1])
        if opens or heading("as it is").match(section.path[-1]):
            yield section.start, section.end


def _answered(document: Document) -> Iterator[int]:
    """Where a heading starts that one just below it answers: "De nota is vastgesteld", and then "Voortgang"."""
    above: list[Section] = []
    for section in document.sections:
        above = [each for each in above if each.level < section.level]
        own = section.path[-1]
        if above and (heading("answer").match(own) or heading("done").match(own)):
            yield above[-1].start
        above.append(section)


def _told_as_done(document: Document, setting: Setting) -> Iterator[Span]:
    """Where a heading asks what was done, and what stands below those that follow on its level and ask nothing."""
    level = 0
    for section in document.sections:
        own = section.path[-1]
        if heading("done").match(own):
            level = 0 if setting.plans else section.level
            yield section.start, section.end
        elif section.level < level or _ASKS.match(own):
            level = 0
        elif level:
            yield section.start, section.end
