"""Spoils files for the fuzz test: bytes at random, and the structure of PDF, Word and HTML as only malice would."""

import io
import random
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence

Mutation = Callable[[random.Random, bytes, bytes], bytes]
"""Takes the dice, a file and another of its kind to borrow from."""

EXTREMES = (
    b"0",
    b"-1",
    b"1",
    b"65536",
    b"2147483647",
    b"-2147483648",
    b"4294967296",
    b"1e308",
    b"nan",
    b".",
    b"99999999999999999999",
)
"""Numbers that programs count on not to meet."""

LETTERS = (
    "\x00",
    "\ufeff",
    "\ufffe",
    "\u202e",
    "\u0301" * 50,
    "\U0010ffff",
    "\u00ad",
    "ﬁ",
    "€ 1.",
    "2024-",
    "&#xD800;",
    "&#0;",
    " ",
    "\n",
    "\t|",
    "x" * 5_000,
)
"""Text that may upset what reads it."""

_PDF_NUMBER = re.compile(rb"(?<![\w.])-?\d+(?:\.\d+)?(?![\w.])")
_PDF_NAME = re.compile(rb"/[A-Za-z0-9]+")
_PDF_OBJECT = re.compile(rb"\d+ 0 obj\b.*?endobj", re.DOTALL)
_PDF_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TAG = re.compile(r"<[^<>]{1,300}>")
_ATTRIBUTE = re.compile(r'="[^"<>]*"')
_WORD = re.compile(r"(?<=[> ])[^<>\s]+(?=[< ])")
_MOST_TIMES = 2_000


def mutated(dice: random.Random, data: bytes, other: bytes, suffix: str) -> bytes:
    """The file spoiled in one to four ways; half of them know its structure."""
    for _ in range(dice.randint(1, 4)):
        known = _STRUCTURAL.get(suffix)
        mutate = known if known and dice.random() < 0.6 else dice.choice(_BLIND)
        data = mutate(dice, data, other)
    return data


def _flip(dice: random.Random, data: bytes, _other: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        if changed:
            changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def _truncate(dice: random.Random, data: bytes, _: bytes) -> bytes:
    return data[: dice.randrange(len(data) + 1)]


def _splice(dice: random.Random, data: bytes, other: bytes) -> bytes:
    return data[: dice.randrange(len(data) + 1)] + other[dice.randrange(len(other) + 1) :]


def _drop(dice: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _span(dice, data)
    return data[:start] + data[end:]


def _repeat(dice: random.Random, data: bytes, _: bytes) -> bytes:
    start, end = _span(dice, data)
    return data[:end] + data[start:end] * dice.choice((1, 10, 300)) + data[end:]


def _span(dice: random.Random, data: bytes) -> tuple[int, int]:
    start = dice.randrange(len(data) + 1)
    return start, min(start + dice.choice((1, 30, 1_000)), len(data))


_BLIND: Sequence[Mutation] = (_flip, _truncate, _splice, _drop, _repeat)


def _pdf(dice: random.Random, data: bytes, other: bytes) -> bytes:
    kind = dice.randrange(5)
    if kind == 0:
        return _replace_one(dice, _PDF_NUMBER, data, dice.choice(EXTREMES))
    if kind == 1:
        names = _PDF_NAME.findall(other) or [b"/Type"]
        return _replace_one(dice, _PDF_NAME, data, dice.choice(names))
    if kind == 2:
        bodies = _PDF_OBJECT.findall(other) or [b""]
        return _replace_one(dice, _PDF_OBJECT, data, dice.choice(bodies))
    if kind == 3:
        return _replace_one(dice, re.compile(rb"\d+ 0 R"), data, b"%d 0 R" % dice.randrange(1, 60))
    return _pdf_stream(dice, data, other)


def _pdf_stream(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Spoil what is inside a packed stream, and pack it again; the lengths no longer agree, which readers mend."""
    found = list(_PDF_STREAM.finditer(data))
    if not found:
        return data
    stream = dice.choice(found)
    try:
        content = zlib.decompress(stream[1])
    except zlib.error:
        return data[: stream.start(1)] + dice.choice(_BLIND)(dice, stream[1], other) + data[stream.end(1) :]
    spoiled = dice.choice((_flip, _repeat, _drop, _numbers))(dice, content, other)
    return data[: stream.start(1)] + zlib.compress(spoiled) + data[stream.end(1) :]


def _numbers(dice: random.Random, data: bytes, _: bytes) -> bytes:
    return _replace_one(dice, _PDF_NUMBER, data, dice.choice(EXTREMES))


def _replace_one(dice: random.Random, pattern: re.Pattern[bytes], data: bytes, new: bytes) -> bytes:
    found = list(pattern.finditer(data))
    if not found:
        return data
    start, end = dice.choice(found).span()
    return data[:start] + new + data[end:]


def _html(dice: random.Random, data: bytes, other: bytes) -> bytes:
    return _markup(dice, data.decode("utf-8", "replace"), other.decode("utf-8", "replace")).encode("utf-8", "replace")


def _markup(dice: random.Random, text: str, other: str) -> str:
    kind = dice.randrange(6)
    tags = _TAG.findall(text) or ["<p>"]
    if kind == 0:
        return _put(dice, _TAG, text, "")
    if kind == 1:
        return _put(dice, _TAG, text, dice.choice(_TAG.findall(other) or tags))
    if kind == 2:
        return _put(dice, _TAG, text, dice.choice(tags) * dice.choice((2, 50, _MOST_TIMES)))
    if kind == 3:
        return _put(dice, _ATTRIBUTE, text, f'="{dice.choice(EXTREMES).decode()}"')
    if kind == 4:
        return _put(dice, _WORD, text, dice.choice(LETTERS))
    first, second = sorted(dice.randrange(len(text) + 1) for _ in range(2))
    return text[:first] + text[first:second][: 50 * _MOST_TIMES] + text[first:]


def _put(dice: random.Random, pattern: re.Pattern[str], text: str, new: str) -> str:
    found = list(pattern.finditer(text))
    if not found:
        return text
    start, end = dice.choice(found).span()
    return text[:start] + new + text[end:]


def _docx(dice: random.Random, data: bytes, other: bytes) -> bytes:
    """Spoil the XML of one part, or leave it out, or take it from another document."""
    try:
        parts, theirs = _parts(data), _parts(other)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return data
    name = dice.choice([*parts, *["word/document.xml"] * 3])
    if name not in parts:
        return data
    kind = dice.randrange(10)
    if kind == 0:
        del parts[name]
    elif kind == 1:
        parts[name] = theirs.get(name, b"")
    else:
        parts[name] = _html(dice, parts[name], theirs.get(name, b"")) if kind < 9 else _flip(dice, parts[name], b"")
    return _zipped(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {part.filename: archive.read(part) for part in archive.infolist() if part.file_size < 1_000_000}


def _zipped(parts: dict[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def _text(dice: random.Random, data: bytes, _: bytes) -> bytes:
    text = data.decode("utf-8", "replace")
    place = dice.randrange(len(text) + 1)
    letters = dice.choice(LETTERS) * dice.choice((1, 1, 30))
    return (text[:place] + letters + text[place:]).encode("utf-8", "replace")


_STRUCTURAL: dict[str, Mutation] = {".pdf": _pdf, ".docx": _docx, ".html": _html, ".txt": _text, ".md": _text}
