"""What hangs below an item of a list of decisions: what the council is proposed to decide, or conditions."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from ingest.model import Block

Under = Literal["", "proposal", "condition"]
_PROPOSES = re.compile(r"raad\b.{0,60}\bvoor te stellen\b(?s:.*)[^.;]\Z", re.IGNORECASE)
"""Goes on in the letters below it: "De raad voor te stellen de begroting vast te stellen en daarmee"."""
_CONDITIONS = re.compile(r"\b(?:indien|mits|voorwaarden?|tenzij)\b[^.]*:\Z", re.IGNORECASE)
_LETTER = re.compile(r"[a-z][.)]\s")
_NUMBER = re.compile(r"(\d{1,2})[.)]?\s")


def items_below(text: str, blocks: Sequence[Block]) -> Iterator[tuple[Block, Under]]:
    """Each block with what it hangs below; conditions are numbered anew, and end where the numbers go back."""
    under: Under = ""
    number = 0
    for block in blocks:
        quote = text[block.start : block.end]
        numbered = _NUMBER.match(quote)
        goes_on = bool(_LETTER.match(quote)) if under == "proposal" else _follows(numbered, number)
        under = under if under and goes_on else ""
        number = number + 1 if under else 0
        yield block, under
        if not under and (_PROPOSES.search(quote) or _CONDITIONS.search(quote)):
            under = "condition" if _CONDITIONS.search(quote) else "proposal"


def _follows(numbered: re.Match[str] | None, last: int) -> bool:
    """Whether the number of an item is the one after the last, or it is a mark or letter without a number."""
    return numbered is None or int(numbered.group(1)) == last + 1
