"""How files are to be read, where there is a choice."""

from dataclasses import dataclass
from typing import Literal

OcrMode = Literal["auto", "never", "always"]
"""Text recognition for pages without text and for text that is nonsense, for none, or for all pages."""

OCR_MODES: tuple[OcrMode, ...] = ("auto", "never", "always")


@dataclass(frozen=True, slots=True)
class Options:
    """What the user chose.

    Attributes:
        seconds: of wall time that recognising the pages of one file may take; pages that don't fit are left.
    """

    ocr: OcrMode = "never"
    seconds: float = 0.0


DEFAULT_OPTIONS = Options()
