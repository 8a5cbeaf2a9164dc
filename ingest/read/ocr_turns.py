"""Sets pictures of pages upright that were scanned on their side, and puts their lines back where they stand."""

from ingest.layout import Line
from ingest.read.ocr import Picture


def turned(picture: Picture, turns: int) -> Picture:
    """The picture after so many quarter turns clockwise."""
    import numpy as np  # noqa: PLC0415 - for scans only

    grey = np.frombuffer(picture.grey, dtype=np.uint8).reshape(picture.height, picture.width)
    upright = np.rot90(grey, -turns)
    return Picture(upright.shape[1], upright.shape[0], upright.tobytes(), picture.scale)


def line_turned_back(line: Line, picture: Picture, turns: int) -> Line:
    """A line of the turned picture with its box, in points, on the picture as it was."""
    if line.box is None:
        return line
    left, top, right, bottom = line.box
    width, height = picture.width / picture.scale, picture.height / picture.scale
    if turns % 4 == 1:
        return line._replace(box=(top, height - right, bottom, height - left))
    if turns % 4 == 2:
        return line._replace(box=(width - right, height - bottom, width - left, height - top))
    if turns % 4 == 3:
        return line._replace(box=(width - bottom, left, width - top, right))
    return line
