"""How parts of a document are written into columns of the library, and read back the same."""

import dataclasses
import datetime
import json
import struct
import zlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeVar, cast

from ingest.fact_types import FACT_TYPES, Deadline, Fact, Period
from ingest.model import Evidence, Identity, Inferred, LineBox

T = TypeVar("T")

_LINE = struct.Struct("<2I4f")
_COMMON = frozenset({"start", "end", "text", "confidence"})


def to_json(value: object) -> str:
    """Compact JSON; dates and dataclasses within become strings and objects."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: object) -> object:
    if isinstance(value, datetime.date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {part.name: getattr(value, part.name) for part in dataclasses.fields(value)}
    raise TypeError(f"no column holds a {type(value).__name__}")


def pack_text(text: str) -> bytes:
    return zlib.compress(text.encode("utf-8"), 6)


def unpack_text(packed: bytes) -> str:
    return zlib.decompress(packed).decode("utf-8")


def pack_lines(lines: tuple[LineBox, ...]) -> bytes:
    """Line boxes compressed; coordinates keep about a thousandth of a point."""
    packed = b"".join(_LINE.pack(line.start, line.end, line.left, line.top, line.right, line.bottom) for line in lines)
    return zlib.compress(packed, 6) if packed else b""


def unpack_lines(packed: bytes) -> tuple[LineBox, ...]:
    return tuple(LineBox(*row) for row in _LINE.iter_unpack(zlib.decompress(packed))) if packed else ()


def fact_attributes(fact: Fact) -> str:
    """What a kind of fact has beyond the common columns, as JSON."""
    return to_json(
        {part.name: getattr(fact, part.name) for part in dataclasses.fields(fact) if part.name not in _COMMON}
    )


def read_fact(kind: str, start: int, end: int, text: str, confidence: float, attributes: str) -> Fact:
    """The fact as it was written."""
    values: dict[str, Any] = json.loads(attributes)
    for name in ("period", "held"):
        if values.get(name) is not None:
            values[name] = _period(values[name])
    if values.get("deadline") is not None:
        deadline = values["deadline"]
        values["deadline"] = Deadline(deadline["text"], _period(deadline["period"]))
    if values.get("signed") is not None:
        values["signed"] = _date(values["signed"])
    return FACT_TYPES[kind](start=start, end=end, text=text, confidence=confidence, **values)


_NOTHING: dict[str, Any] = {"value": None, "confidence": 0.0, "evidence": ()}
"""What a library that was made before a part was inferred says of it."""


@lru_cache(maxsize=4096)
def read_identity(packed: str) -> Identity:
    """The identity as it was written."""
    values: dict[str, Any] = json.loads(packed)
    return Identity(
        title=values["title"],
        municipality=_inferred(values["municipality"], str),
        municipalities=tuple(values["municipalities"]),
        doc_type=_inferred(values["doc_type"], str),
        reporting_year=_inferred(values["reporting_year"], int),
        plan_period=_inferred(values["plan_period"], _period),
        date=_inferred(values["date"], datetime.date.fromisoformat),
        last_told=_inferred(values.get("last_told") or _NOTHING, datetime.date.fromisoformat),
    )


def _period(values: dict[str, str | None]) -> Period:
    return Period(_date(values["start"]), _date(values["end"]))


def _date(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


def _inferred(values: dict[str, Any], read: Callable[[Any], T]) -> Inferred[T]:
    value = None if values["value"] is None else read(values["value"])
    evidence = tuple(Evidence(**cast(dict[str, Any], item)) for item in values["evidence"])
    return Inferred(value, values["confidence"], evidence)
