"""Which part of the cycle of planning and control a document belongs to."""

from functools import cache
from typing import Literal

from index.language.wordlists import pairs
from index.store.rows import DocumentRow

Stage = Literal["plan", "begroting", "verslag", "raad"]


def stage(document: DocumentRow) -> Stage | None:
    """The part of the cycle that a document belongs to; None for a type that belongs to none."""
    return _stages().get(document.doc_type or "")


def is_own(document: DocumentRow) -> bool:
    """Whether it is, or may be, a paper of the municipality: what a party promises or a newspaper writes is not."""
    return document.doc_type is None or stage(document) is not None


@cache
def _stages() -> dict[str, Stage]:
    known: dict[str, Stage] = {"plan": "plan", "begroting": "begroting", "verslag": "verslag", "raad": "raad"}
    return {doc_type: known[phase] for doc_type, phase in pairs("fasen.tsv")}
