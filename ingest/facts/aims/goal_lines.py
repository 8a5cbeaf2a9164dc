"""Lines that list goals, where the bullets were lost or never were, and what keeps people's names out."""

import re

from ingest.dutch import sentence_spans
from ingest.facts.aims.goal_parts import Part
from ingest.grammar.tokens import has_finite, tokenise
from ingest.lexicon import word_set
from ingest.model import Block

LONGEST_LABEL = 300
"""Characters of a sentence that can name a goal; what is longer explains one."""
_LIST = 3
"""Sentences in a row, each a paragraph of its own, that are a list of which the bullets were lost."""
_MOST_RESULTS = 40
_LONGEST_RESULT = 500
"""Paragraphs of a list of results, and characters of the longest."""
_QUOTED = re.compile(r"\s*\((?:tekst |citaat |overgenomen )?(?:uit|van) [^)]*\)\W*\Z", re.IGNORECASE)
_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.\s?)+|(?:dhr|mw|mevr|drs|mr|ir|dr)\.?", re.IGNORECASE)
_LEAST_LETTERS = 3


def label_of(words: str) -> str:
    """The words of a goal on one line, without what closes them and the plan that they are said to be copied from."""
    return _QUOTED.sub("", " ".join(words.split())).strip(" .;:,–-")


def says_something(label: str) -> bool:
    """Whether a line has words of its own behind the first: "Sluiting van panden", not "Karin de Wit" or "Verder"."""
    return any(
        word.islower() and len(word) >= _LEAST_LETTERS and word not in word_set("tussenvoegsels.txt")
        for word in label.split()[1:]
    )


def is_person(label: str) -> bool:
    """Whether the words look like somebody's name, which is no goal."""
    first = label.split(maxsplit=1)[0]
    return not says_something(label) and (
        first.lower() in word_set("given_names.txt") or bool(_INITIALS.fullmatch(first))
    )


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether the words are a clause and not just the name of a topic."""
    return has_finite(tokenise(text, start, end))


def is_listed(text: str, blocks: list[Block], i: int, part: Part) -> bool:
    """Whether a line of the part stands among others that list something: each one sentence, not a story of several."""
    if not part.lines:
        return False
    if part.results and _is_result(text, blocks, i):
        return True
    alone = _is_heading(blocks, i + 1) and _is_fragment(text, blocks[i])
    lone = _is_heading(blocks, i - 1) and (part.single or alone)
    if lone:
        return blocks[i].role == "paragraph"
    if not _is_sentence(text, blocks[i]):
        return False
    first, last = i, i
    while first and i - first < _LIST and _is_sentence(text, blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and last - i < _LIST and _is_sentence(text, blocks[last + 1]):
        last += 1
    closes_list = first < i and text[: blocks[i - 1].end].endswith(";")
    is_list = last - first + 1 >= _LIST or (last > first and _is_fragment(text, blocks[i]))
    return is_list or closes_list


def _is_result(text: str, blocks: list[Block], i: int) -> bool:
    """Whether a paragraph is one of those between two headings, all of them short and half of them one sentence."""
    first, last = i, i
    while first and blocks[first - 1].role == "paragraph":
        first -= 1
    while last + 1 < len(blocks) and blocks[last + 1].role == "paragraph":
        last += 1
    between = [block for block in blocks[first : last + 1] if block.role == "paragraph"]
    if not 1 < len(between) <= _MOST_RESULTS or any(block.end - block.start > _LONGEST_RESULT for block in between):
        return False
    counts = [len(sentence_spans(text, block.start, block.end)) for block in between]
    return max(counts) <= _LIST and counts.count(1) >= len(counts) / 2


def refers_back(text: str, start: int, end: int) -> bool:
    """Whether the words behind "Doel 1" go on with a verb, so that they tell of that goal: "Doel 1 ligt op schema"."""
    return text[start].islower() and has_finite(tokenise(text, start, end)[:1])


def _is_heading(blocks: list[Block], i: int) -> bool:
    return 0 <= i < len(blocks) and blocks[i].role == "heading"


def _is_sentence(text: str, block: Block) -> bool:
    """A paragraph of one sentence, short enough to name a goal."""
    words = text[block.start : block.end].rstrip()
    if block.role != "paragraph" or len(words) > LONGEST_LABEL or words.endswith((":", "?")):
        return False
    return len(sentence_spans(text, block.start, block.end)) == 1


def _is_fragment(text: str, block: Block) -> bool:
    """One sentence that isn't closed like running text, or has no verb of its own."""
    if not _is_sentence(text, block):
        return False
    words = text[block.start : block.end].rstrip()
    return not words.endswith((".", "!")) or not has_verb(text, block.start, block.end)
