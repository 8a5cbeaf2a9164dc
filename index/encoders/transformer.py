"""Any model of sentence-transformers, by name or folder. Loads torch: import it only when it is used."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ingest.errors import EncoderError

_WINDOW = 256
_E5_PROMPTS = {"query": "query: ", "passage": "passage: "}


class TransformerEncoder:
    """A model that sentence-transformers opens; its folder, its copy on this machine, or else the hub's."""

    def __init__(self, name: str, threads: int) -> None:
        """:raises EncoderError: there is no such model, or it can't be opened."""
        import torch  # noqa: PLC0415 - takes more than a second

        torch.set_num_threads(threads)
        self.name = name
        self._model = _open(name)
        self._query, self._passage = prompts(name, self._model.prompts)
        self.dimension = int(self._model.get_embedding_dimension())
        self.fingerprint = _fingerprint(self._model, self._query, self._passage)

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question; *shape* `(dimension,)`."""
        vector: NDArray[np.float32] = self._encode([text], self._query)[0]
        return vector

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """The vectors of passages in their order; *shape* `(len(texts), dimension)`."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        for start in range(0, len(texts), _WINDOW):
            window = list(texts[start : start + _WINDOW])
            vectors[start : start + len(window)] = self._encode(window, self._passage)
            if progress is not None:
                progress(len(window))
        return vectors

    def _encode(self, texts: list[str], prompt: str) -> NDArray[np.float32]:
        vectors = self._model.encode(texts, prompt=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


def prompts(name: str, own: dict[str, str]) -> tuple[str, str]:
    """What goes before a question and before a passage: the model's own prompts, or those of the e5 family.

    An e5 that takes instructions has nothing before a passage, and no fixed text before a question.
    """
    query = own.get("query", "")
    passage = own.get("passage", "") or own.get("document", "")
    base = Path(name).name.lower()
    if not query and not passage and "e5" in base.replace("_", "-").split("-") and "instruct" not in base:
        return _E5_PROMPTS["query"], _E5_PROMPTS["passage"]
    return query, passage


def _open(name: str) -> Any:
    folder = Path(name).expanduser()
    looks_like_path = folder.is_absolute() or name.startswith((".", "~")) or name.count("/") > 1
    if looks_like_path and not folder.is_dir():
        raise EncoderError(f"Het model {name} bestaat niet: er is geen map van die naam.", _REMEDY)
    try:
        return _load(str(folder) if folder.is_dir() else name)
    except (OSError, ValueError, RuntimeError, ImportError, KeyError) as error:
        first = str(error).strip().splitlines() or [type(error).__name__]
        raise EncoderError(f"Het model {name} is niet te laden ({first[0]}).", _REMEDY) from error


_REMEDY = "Noem een map of naam van een model van sentence-transformers, of laat --model en SPEERPUNT_MODEL weg."


def _load(name: str) -> Any:
    """The copy on this machine, so that nothing is asked of the network, and only else the hub's."""
    os.environ.setdefault("HF_HUB_DISABLE_TELEMETRY", "1")
    from sentence_transformers import SentenceTransformer  # noqa: PLC0415 - takes five seconds
    from transformers.utils import logging  # noqa: PLC0415 - comes with sentence-transformers

    logging.set_verbosity_error()  # type: ignore[no-untyped-call]
    logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    with contextlib.suppress(OSError, ValueError):
        return SentenceTransformer(name, device="cpu", local_files_only=True)
    return SentenceTransformer(name, device="cpu")


def _fingerprint(model: Any, query: str, passage: str) -> str:
    """A hash of the beginning of every tensor and of the prompts; hashing all of a large model takes too long.

    A pooler doesn't count: no vector passes it, and where a model comes without, transformers makes one at random.
    """
    digest = hashlib.sha256(f"{query}\0{passage}\0{model.max_seq_length}".encode())
    for name, tensor in sorted(model.state_dict().items()):
        if ".pooler." in name:
            continue
        values = tensor.detach().flatten()[:1024].float().numpy()
        digest.update(f"{name}{tuple(tensor.shape)}".encode() + values.tobytes())
    return digest.hexdigest()
