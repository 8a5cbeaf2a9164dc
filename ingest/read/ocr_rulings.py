"""Finds the upright rulings of tables on a picture: they part cells, and tesseract reads them as letters."""

from typing import TYPE_CHECKING, Any

from ingest.read.ocr import DPI, Picture

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_DARK = 140
"""Of 255: rulings are black or dark grey, the shades behind the cells of a table are lighter."""

_LEAST_LENGTH = DPI * 2 // 5
"""Pixels, a centimetre: longer than the stems of all but the largest letters, and straight in a skewed scan too."""

_MOST_WIDTH = DPI // 25
"""Pixels, a millimetre: what is wider is a dark area."""

_ALONG = 0.6
"""The share of a word's height along which a ruling must run."""


class Rulings:
    """The upright rulings of one page."""

    def __init__(self, picture: Picture) -> None:
        import numpy as np  # noqa: PLC0415 - for scans only

        grey = np.frombuffer(picture.grey, dtype=np.uint8).reshape(picture.height, picture.width)
        long = _runs(grey < _DARK, _LEAST_LENGTH, axis=0)
        self._mask: Any = long & ~_runs(long, _MOST_WIDTH, axis=1)

    def between(self, left: int, right: int, top: int, bottom: int) -> bool:
        """Whether a ruling runs between two places, in pixels, along most of the height from top to bottom."""
        return self.first(left, right, top, bottom) is not None

    def first(self, left: int, right: int, top: int, bottom: int) -> int | None:
        """Where the leftmost ruling between two places stands, in pixels; None if there is none."""
        start = max(left, 0)
        part = self._mask[top:bottom, start : max(right, 0)]
        if not part.size or part.any(axis=1).mean() < _ALONG:
            return None
        return start + int(part.any(axis=0).argmax())


def _runs(mask: "NDArray[np.bool_]", length: int, *, axis: int) -> "NDArray[np.bool_]":
    """What belongs to unbroken runs of at least this length along an axis."""
    import numpy as np  # noqa: PLC0415

    along = mask.T if axis == 0 else mask
    if along.shape[1] < length:
        return np.zeros_like(mask)
    count = np.cumsum(np.pad(along, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    starts = (count[:, length:] - count[:, :-length]) == length
    started = np.cumsum(np.pad(starts, ((0, 0), (length, length))), axis=1, dtype=np.int32)
    found: NDArray[np.bool_] = (started[:, length : length + along.shape[1]] - started[:, : along.shape[1]]) > 0
    return found.T if axis == 0 else found
