"""Cut text into the model's tokens, with the library `tokenizers`, without waiting for it.

Building that library's dictionary of 250,000 pieces takes 0.8 s, most of what a search may take. A text of one
line can only be cut into pieces that stand in it: those few are looked up in a small database, and the same
library then cuts with a dictionary of just those. The outcome is the same by construction.
"""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path

from tokenizers import Tokenizer

from index.encoders.folder import MAX_TOKENS, tokenizer_of
from index.encoders.weights import Vocabulary

LONGEST_LINE = 400
"""Characters; past it looking up every part of a text may take longer than building the dictionary."""

_RULES = "tokenizer.json"
_PIECES = "pieces.sqlite"


def write_pieces(vocabulary: Vocabulary, folder: Path) -> None:
    """Write what `Tokens` reads: the tokeniser with its dictionary, and the dictionary as a database.

    The table `kept` holds what belongs in every small dictionary: the marks, and the piece with the lowest score,
    from which the library derives what an unknown character costs.
    """
    pieces, scores = vocabulary.pieces, vocabulary.scores
    (folder / _RULES).write_text(json.dumps(tokenizer_of(vocabulary)), encoding="utf-8")
    lowest = min(range(len(pieces)), key=scores.__getitem__)
    kept = [*_marks(vocabulary), lowest, len(pieces) - 1]
    with closing(sqlite3.connect(folder / _PIECES)) as connection, connection:
        connection.execute("CREATE TABLE piece (text TEXT PRIMARY KEY, id INTEGER, score REAL) WITHOUT ROWID")
        connection.executemany(
            "INSERT INTO piece VALUES (?, ?, ?)", zip(pieces, range(len(pieces)), scores, strict=True)
        )
        connection.execute("CREATE TABLE kept (text TEXT, id INTEGER PRIMARY KEY, score REAL)")
        connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", [(pieces[n], n, scores[n]) for n in kept])


def _marks(vocabulary: Vocabulary) -> list[int]:
    marks = [vocabulary.bos, vocabulary.pad, vocabulary.eos, vocabulary.unk]
    if sorted(marks) != [0, 1, 2, 3]:
        raise ValueError(f"the marks are expected to be the first four pieces, not {marks}")
    return sorted(marks)


class Tokens:
    """Texts to the numbers of their tokens, `<s>` and `</s>` included, at most 512 of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of_texts(self, texts: Sequence[str]) -> list[list[int]]:
        """The tokens of many texts, with the whole dictionary."""
        return [encoding.ids for encoding in self._full.encode_batch(texts)]

    def of_line(self, text: str) -> list[int]:
        """The tokens of one text, with a small dictionary where that is quicker."""
        if len(text) > LONGEST_LINE or "_full" in self.__dict__:
            return self.of_texts([text])[0]
        parts = json.dumps(_parts(self._marks, text))
        asked = "SELECT text, id, score FROM piece WHERE text IN (SELECT value FROM json_each(?))"
        kept = self._kept
        found = set(self._pieces.execute(asked, [parts])) - set(kept)
        rows = [*kept[:-1], *sorted(found), kept[-1]]
        return [rows[number][1] for number in _small(rows).encode(text).ids]

    @cached_property
    def _pieces(self) -> sqlite3.Connection:
        """Open as long as this is: opening it took half of the time of a question. SQLite itself lets threads wait."""
        file = f"{(self._folder / _PIECES).as_uri()}?mode=ro&immutable=1"
        return sqlite3.connect(file, uri=True, check_same_thread=False)

    @cached_property
    def _kept(self) -> list[tuple[str, int, float]]:
        return self._pieces.execute("SELECT text, id, score FROM kept ORDER BY id").fetchall()

    @cached_property
    def _marks(self) -> Tokenizer:
        """A tokeniser that knows no words: it serves to cut a text into them."""
        return _small(self._kept)

    @cached_property
    def _full(self) -> Tokenizer:
        return _truncating(Tokenizer.from_file(str(self._folder / _RULES)))


def _small(rows: list[tuple[str, int, float]]) -> Tokenizer:
    """A tokeniser that knows only these pieces, numbered in their order."""
    vocabulary = Vocabulary(tuple(row[0] for row in rows), tuple(row[2] for row in rows), bos=0, pad=1, eos=2, unk=3)
    return _truncating(Tokenizer.from_str(json.dumps(tokenizer_of(vocabulary))))


def _truncating(tokenizer: Tokenizer) -> Tokenizer:
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _parts(tokenizer: Tokenizer, text: str) -> list[str]:
    """Every run of characters within a word of the text: all that can be a piece of it."""
    normal = tokenizer.normalizer.normalize_str(text)
    words = {word for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(normal)}
    return sorted({word[i:j] for word in words for i in range(len(word)) for j in range(i + 1, len(word) + 1)})
