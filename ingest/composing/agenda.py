"""Numbered items of an agenda as headings: "4. Bepalen stemvolgorde.", in a document that has no other headings."""

from collections.abc import Sequence
from dataclasses import replace

from ingest.composing.paragraphs import Paragraph
from ingest.composing.wording import could_be_heading, number_of

FEWEST = 5
"""Items with text between them; a shorter run is a list in the text."""

SHARE_WITH_TEXT = 0.6
"""Of the items that must have text under them: items of a plain list follow one another."""

AGENDA_RANK = 50.0


def mark_agenda(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """The same paragraphs, the items 1, 2, 3 ... of an agenda that runs through all of them marked as headings."""
    chain = _chain(paragraphs)
    with_text = sum(i + 1 < len(paragraphs) and not number_of(paragraphs[i + 1].text) for i in chain)
    if len(chain) < FEWEST or with_text < SHARE_WITH_TEXT * len(chain):
        return list(paragraphs)
    among = set(chain)
    return [
        replace(paragraph, role="heading", rank=AGENDA_RANK) if i in among else paragraph
        for i, paragraph in enumerate(paragraphs)
    ]


def _chain(paragraphs: Sequence[Paragraph]) -> list[int]:
    """Indices of paragraphs numbered 1, 2, 3 and on, each the first with its number after the one before."""
    chain: list[int] = []
    for i, paragraph in enumerate(paragraphs):
        if paragraph.role not in {"paragraph", "list_item"}:
            continue
        if number_of(paragraph.text) == (len(chain) + 1,) and could_be_heading(
            paragraph.text.rstrip("."), set_apart=True
        ):
            chain.append(i)
    return chain
