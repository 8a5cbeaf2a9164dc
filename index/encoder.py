"""Text to vectors: texts that mean alike lie close together.

`open_encoder` gives the model that comes with Speerpunt, or any model of sentence-transformers that the user
names. Everything that is heavy is imported when it is used: this module itself loads in a moment.
"""

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from index.settings import DEFAULT_MODEL, model_name, thread_count


class Encoder(Protocol):
    """Turns texts into vectors of unit length, so that their product is their likeness.

    Attributes:
        name: what the user calls the model.
        fingerprint: differs when vectors may differ: other weights, another way of quantising, other prompts.
            Vectors of two encoders can't be compared unless this is the same.
        dimension: how many numbers a vector has.
    """

    @property
    def name(self) -> str: ...

    @property
    def fingerprint(self) -> str: ...

    @property
    def dimension(self) -> int: ...

    def encode_passages(
        self, texts: Sequence[str], progress: Callable[[int], None] | None = None
    ) -> NDArray[np.float32]:
        """The vectors of passages in their order; `progress` hears how many more are done, batch by batch.

        *Shape:* `(len(texts), dimension)`
        """

    def encode_query(self, text: str) -> NDArray[np.float32]:
        """The vector of a question.

        *Shape:* `(dimension,)`
        """


def open_encoder(name: str | None = None, *, threads: int | None = None) -> Encoder:
    """The encoder of this name: SPEERPUNT_MODEL's, or else the one that comes with Speerpunt, by default.

    Any other name or folder is opened with sentence-transformers. The first use of the own model prepares it
    in the user's cache and shows its progress on standard error.

    :raises EncoderError: there is no such model, or it can't be loaded.
    """
    chosen = name or model_name()
    count = threads or thread_count()
    if chosen == DEFAULT_MODEL:
        from index.encoders.default import DefaultEncoder, prepare  # noqa: PLC0415 - only what is used is loaded

        return DefaultEncoder(prepare(), count)
    from index.encoders.transformer import TransformerEncoder  # noqa: PLC0415 - loads torch

    return TransformerEncoder(chosen, count)
