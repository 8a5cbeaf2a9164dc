"""Make the network compute in 8-bit integers, without losing what it says.

Each linear layer multiplies bytes. Its inputs are cut into 256 steps whose size is fixed beforehand, from what
the layer sees in the calibration texts, so that a text's vector never depends on its neighbours in a batch. A
few channels of a BERT are far larger than the rest and would waste those steps; they are first made smaller,
and their weights larger by as much (SmoothQuant, Xiao et al. 2022). The second feed-forward layer, where most
of the loss arises, also computes its few largest channels apart, in float32. Figures in docs/decisions.md.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper

from index.encoders.graph import MICROSOFT, Graph, Layer, build, plain
from index.encoders.weights import Weights

SMOOTHING = 0.8
"""How much of a channel's size moves to its weights. Mean cosine to float32 of 128 passages, calibrated on others
of the same documents: 0 gives .9963, .5 .9948, .7 .9993, .8 .9994, .9 .9992. Calibrated on our own texts .7 and .8
differ too little to choose by (.9993, .9992), and .9 is worse (.9988)."""

OUTLIERS = 64
"""How many of the 1,536 inputs of a second feed-forward layer are computed apart. With 64, 1 minus the cosine
falls from .00075 to .00043; 32 does nearly as well, 128 no better."""

SMOOTHING_WITHOUT_OUTLIERS = 0.5
"""The same for what is left of such a layer: .5 gives .00043, .7 .00050."""

_STEPS = 255
_LARGEST = 127
_LARGEST_PAIR = 128


@dataclass(frozen=True)
class Range:
    """The least, the largest and the mean value of each input channel of a layer; *shape* of each: `(inputs,)`."""

    least: NDArray[np.float32]
    largest: NDArray[np.float32]
    mean: NDArray[np.float32]


def quantise(
    weights: Weights, token_ids: Sequence[list[int]], path: Path, progress: Callable[[int], None] = lambda _: None
) -> None:
    """Calibrate on texts, given as tokens, and write the network to a file; `progress` hears of each text."""
    ranges = calibrate(weights, token_ids, progress)

    def integer(graph: Graph, source: str, layer: Layer) -> str:
        return _integer(graph, source, layer, ranges[layer.name])

    onnx.save(build(weights, integer), str(path))


def calibrate(
    weights: Weights, token_ids: Sequence[list[int]], progress: Callable[[int], None] = lambda _: None
) -> dict[str, Range]:
    """What each linear layer gets as input, by its name, over all the texts."""
    names: list[str] = []
    model = build(weights, lambda graph, source, layer: _watched(graph, source, layer, names))
    for name in names:
        for kind in _KINDS.values():
            model.graph.output.append(helper.make_tensor_value_info(f"{name}.{kind}", TensorProto.FLOAT, None))
    seen = _run(model, token_ids, progress)
    tokens = sum(len(ids) for ids in token_ids)
    return {
        name: Range(seen[f"{name}.least"], seen[f"{name}.largest"], seen[f"{name}.sum"] / np.float32(tokens))
        for name in names
    }


_KINDS = {"ReduceMin": "least", "ReduceMax": "largest", "ReduceSum": "sum"}
_KEEP = {"least": np.minimum, "largest": np.maximum, "sum": np.add}


def _watched(graph: Graph, source: str, layer: Layer, names: list[str]) -> str:
    """A layer in float32 that also gives the range of its input."""
    if not names:
        graph.constant("watched.axes", np.array([0, 1], np.int64))
    names.append(layer.name)
    for operator, kind in _KINDS.items():
        output = [f"{layer.name}.{kind}"]
        graph.nodes.append(helper.make_node(operator, [source, "watched.axes"], output, keepdims=0))
    return plain(graph, source, layer)


def _run(
    model: onnx.ModelProto, token_ids: Sequence[list[int]], progress: Callable[[int], None]
) -> dict[str, NDArray[np.float32]]:
    import onnxruntime  # noqa: PLC0415 - heavy, and only where a model is built or used

    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs() if output.name != "vectors"]
    seen: dict[str, NDArray[np.float32]] = {}
    for ids in token_ids:
        # One text at a time: padding would be counted as input.
        feed = {"ids": np.array([ids], np.int64), "mask": np.ones((1, len(ids)), np.int32)}
        for name, values in zip(names, session.run(names, feed), strict=True):
            keep = _KEEP[name.rsplit(".", 1)[1]]
            seen[name] = keep(seen[name], values) if name in seen else values
        progress(1)
    return seen


def _integer(graph: Graph, source: str, layer: Layer, seen: Range) -> str:
    """A layer in bytes; where a few channels are too large for them, those in float32."""
    if not layer.name.endswith(".fo"):
        return _bytes(graph, source, layer, seen, SMOOTHING)
    size = np.maximum(-seen.least, seen.largest)
    apart = np.sort(np.argsort(-size)[:OUTLIERS])
    # In the bytes they count for nothing: their values go past the last step, and their weights are zero.
    weight, least, largest = layer.weight.copy(), seen.least.copy(), seen.largest.copy()
    weight[apart], least[apart], largest[apart] = 0, 0, 0
    rest = Layer(layer.name, weight, layer.bias)
    product = _bytes(graph, source, rest, Range(least, largest, seen.mean), SMOOTHING_WITHOUT_OUTLIERS)
    picked = graph.apply("Gather", source, graph.constant(f"{layer.name}.apart", apart), axis=-1)
    exact = graph.apply("MatMul", picked, graph.constant(f"{layer.name}.exact", layer.weight[apart]))
    return graph.apply("Add", product, exact)


def _bytes(graph: Graph, source: str, layer: Layer, seen: Range, strength: float) -> str:
    """A layer in bytes: smooth the input, cut it into steps, multiply, and scale back to float32."""
    factors = smoothing(layer.weight, seen, strength)
    least, largest = seen.least / factors, seen.largest / factors
    step, zero = steps(min(float(least.min()), 0.0), max(float(largest.max()), 0.0))
    values, scales = weight_bytes(layer.weight * factors[:, None])
    # Rounding the weights shifts what the layer gives on average; the bias takes that back.
    shift = (seen.mean / factors) @ (layer.weight * factors[:, None] - values * scales)
    smooth = graph.apply("Mul", source, graph.constant(f"{layer.name}.smooth", 1 / factors))
    graph.constant(f"{layer.name}.step", step)
    graph.constant(f"{layer.name}.zero", zero)
    cut = graph.apply("QuantizeLinear", smooth, f"{layer.name}.step", f"{layer.name}.zero")
    return graph.apply(
        "MatMulIntegerToFloat",
        *(cut, graph.constant(f"{layer.name}.values", values), f"{layer.name}.step"),
        *(graph.constant(f"{layer.name}.scales", scales), f"{layer.name}.zero", ""),
        graph.constant(f"{layer.name}.bias", (layer.bias + shift).astype(np.float32)),
        domain=MICROSOFT,
    )


def smoothing(weight: NDArray[np.float32], seen: Range, strength: float) -> NDArray[np.float32]:
    """By how much each input channel is divided and its weights multiplied; the factors' geometric mean is 1.

    At strength 0 only the weights are evened out, at 1 only the input.

    *Shape:* `(inputs,)`
    """
    size = np.maximum(np.maximum(-seen.least, seen.largest), 1e-6)
    weight_size = np.maximum(np.abs(weight).max(axis=1), 1e-6)
    factors = size**strength / weight_size ** (1 - strength)
    even: NDArray[np.float32] = (factors / np.exp(np.log(factors).mean())).astype(np.float32)
    return even


def steps(least: float, largest: float) -> tuple[NDArray[np.float32], NDArray[np.uint8]]:
    """The size of a step and the byte that stands for zero, so that 0 to 255 covers `least` to `largest`."""
    step = (largest - least) / _STEPS
    return np.array(step, np.float32), np.array(round(-least / step), np.uint8)


def weight_bytes(weight: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights as signed bytes, and the scale of each output column; *shapes* `(inputs, outputs)`, `(outputs,)`.

    Processors without VNNI add two neighbouring products in 16 bits, where 255 * (127 + 127) is cut off without
    a word. A column is scaled so that no two neighbouring weights of one sign add up to more than 128.
    """
    pairs = [np.maximum(signed[0::2], 0) + np.maximum(signed[1::2], 0) for signed in (weight, -weight)]
    largest_pair = np.maximum(*pairs).max(axis=0)
    scales = np.maximum(np.abs(weight).max(axis=0) / _LARGEST, largest_pair / (_LARGEST_PAIR - 1))
    scales = np.maximum(scales, np.finfo(np.float32).tiny).astype(np.float32)
    return np.round(weight / scales).astype(np.int8), scales
