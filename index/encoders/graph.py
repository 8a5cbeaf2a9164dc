"""The network of multilingual-e5-small as an ONNX graph, written straight from the weights: torch isn't needed.

The graph takes `ids` (int64) and `mask` (int32; 1 for a token, 0 for padding), both `(texts, tokens)`, and
gives `vectors` (float32), `(texts, hidden)`: the mean over the tokens, made unit length. The word vectors stay
in the 4 bits that they came in. How a linear layer is computed is up to the caller (`Linear`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

from index.encoders.weights import BLOCK, Weights

MICROSOFT = "com.microsoft"
"""The domain of ONNX Runtime's own operators: attention, fused normalisation, products of integers."""


@dataclass(frozen=True)
class Layer:
    """A linear layer: its name (`l3.fo`), its weight `(inputs, outputs)` and its bias `(outputs,)`."""

    name: str
    weight: NDArray[np.float32]
    bias: NDArray[np.float32]


class Graph:
    """The nodes and constants of a graph that grows."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, values: NDArray[Any]) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, operator: str, *inputs: str, domain: str = "", outputs: int = 1, **attributes: Any) -> list[str]:
        names = [f"{operator}.{len(self.nodes)}.{number}" for number in range(outputs)]
        self.nodes.append(helper.make_node(operator, inputs, names, domain=domain, **attributes))
        return names

    def apply(self, operator: str, *inputs: str, domain: str = "", **attributes: Any) -> str:
        """Add a node with one output, and give the name of that."""
        return self.node(operator, *inputs, domain=domain, **attributes)[0]


Linear = Callable[[Graph, str, Layer], str]
"""Adds to a graph what computes a layer from the named input, and gives the name of its output."""


def plain(graph: Graph, source: str, layer: Layer) -> str:
    """A layer in float32."""
    product = graph.apply("MatMul", source, graph.constant(f"{layer.name}.weight", layer.weight))
    return graph.apply("Add", product, graph.constant(f"{layer.name}.bias", layer.bias))


def build(weights: Weights, linear: Linear) -> onnx.ModelProto:
    """The whole network, with its linear layers as `linear` makes them."""
    graph = Graph()
    state = _embed(graph, weights)
    for number in range(weights.shape.num_hidden_layers):
        state = _block(graph, weights, number, state, linear)
    _pool(graph, state)
    sizes = ["texts", "tokens"]
    content = helper.make_graph(
        graph.nodes,
        "multilingual-e5-small",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, sizes),
            helper.make_tensor_value_info("mask", TensorProto.INT32, sizes),
        ],
        [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["texts", weights.shape.hidden_size])],
        graph.constants,
    )
    versions = [helper.make_opsetid("", 21), helper.make_opsetid(MICROSOFT, 1)]
    return helper.make_model(content, opset_imports=versions, ir_version=10)


def _embed(graph: Graph, weights: Weights) -> str:
    hidden = weights.shape.hidden_size
    values, scales = weights.integers("emb.word", hidden)
    bits = values.view(np.uint8) & 0x0F
    packed = bits[:, 0::2] | (bits[:, 1::2] << 4)
    graph.constants.append(
        helper.make_tensor("word.values", TensorProto.INT4, values.shape, packed.tobytes(), raw=True)
    )
    graph.constant("word.scales", scales.astype(np.float32))
    words = graph.apply(
        "GatherBlockQuantized",
        *("word.values", "ids", "word.scales"),
        domain=MICROSOFT,
        block_size=BLOCK,
        gather_axis=0,
        quantize_axis=1,
    )
    # Every token is of the first type, so its vector can be added to the positions beforehand.
    table = weights.vector("emb.pos").reshape(-1, hidden) + weights.vector("emb.type")[:hidden]
    zero = graph.constant("zero", np.zeros(1, np.int64))
    length = graph.apply("Shape", "ids", start=1, end=2)
    positions = graph.apply("Slice", graph.constant("positions", table), zero, length, zero)
    total = graph.apply("Add", words, positions)
    gain, shift = (graph.constant(f"emb.ln.{part}", weights.vector(f"emb.ln.{part}")) for part in "wb")
    return graph.apply("LayerNormalization", total, gain, shift, epsilon=weights.shape.layer_norm_eps)


def _block(graph: Graph, weights: Weights, number: int, state: str, linear: Linear) -> str:
    shape = weights.shape
    own = f"l{number}"
    projected = linear(graph, state, _layer(weights, f"{own}.qkv", [f"{own}.{part}" for part in "qkv"]))
    query, key, value = graph.node("Split", projected, outputs=3, axis=-1, num_outputs=3)
    heads = shape.num_attention_heads
    mixed = graph.apply("MultiHeadAttention", query, key, value, "", "mask", domain=MICROSOFT, num_heads=heads)
    attended = linear(graph, mixed, _layer(weights, f"{own}.ao", [f"{own}.ao"]))
    state = _add_and_normalise(graph, weights, f"{own}.aln", state, attended)
    inner = linear(graph, state, _layer(weights, f"{own}.fi", [f"{own}.fi"]))
    inner = graph.apply("Gelu", inner, domain=MICROSOFT)
    outer = linear(graph, inner, _layer(weights, f"{own}.fo", [f"{own}.fo"], shape.intermediate_size))
    return _add_and_normalise(graph, weights, f"{own}.oln", state, outer)


def _layer(weights: Weights, name: str, parts: list[str], inputs: int | None = None) -> Layer:
    """The layers of these names as one that computes all their outputs."""
    columns = inputs or weights.shape.hidden_size
    weight = np.concatenate([weights.matrix(f"{part}.w", columns) for part in parts]).T
    return Layer(name, weight, np.concatenate([weights.vector(f"{part}.b") for part in parts]))


def _add_and_normalise(graph: Graph, weights: Weights, name: str, state: str, change: str) -> str:
    gain, shift = (graph.constant(f"{name}.{part}", weights.vector(f"{name}.{part}")) for part in "wb")
    epsilon = weights.shape.layer_norm_eps
    return graph.apply("SkipLayerNormalization", state, change, gain, shift, domain=MICROSOFT, epsilon=epsilon)


def _pool(graph: Graph, state: str) -> None:
    axis = graph.constant("axis", np.ones(1, np.int64))
    weight = graph.apply("Unsqueeze", graph.apply("Cast", "mask", to=TensorProto.FLOAT), axis)
    # The sum will do: dividing by the number of tokens doesn't turn a vector that is made unit length.
    total = graph.apply("Squeeze", graph.apply("MatMul", weight, state), axis)
    graph.nodes.append(helper.make_node("LpNormalization", [total], ["vectors"], axis=-1, p=2))
