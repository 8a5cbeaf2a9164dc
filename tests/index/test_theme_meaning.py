"""Themes by meaning: the passage's vector speaks beside its words."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.store.schema import DATABASE
from index.theme_meaning import NO_THEME, Rows, ThemeMeaning, beside, examples, theme_texts
from ingest.model import Passage, ThemeCues
from ingest.themes import LEAVES, THEMES, Likeness
from tests.fakes import WordEncoder


@pytest.fixture
def encoder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WordEncoder:
    monkeypatch.setenv("SPEERPUNT_CACHE", str(tmp_path))
    return WordEncoder(2048)


def alike(encoder: WordEncoder, *texts: str, others: Sequence[Sequence[int]] = ([],)) -> list[Likeness]:
    return list(ThemeMeaning(encoder).likeness(encoder.encode_passages(texts), others))


def test_every_theme_has_texts_with_its_name_and_all_its_cues() -> None:
    theme = THEMES["haven"]
    texts = [text for at, text in theme_texts() if LEAVES[at] == "haven" and text.startswith(f"{theme.label}: ")]
    assert ", ".join(text.removeprefix(f"{theme.label}: ") for text in texts) == ", ".join(theme.cues)


def test_every_theme_has_examples_of_what_is_said_of_it() -> None:
    on_theme = [(theme, text) for theme, text in examples() if theme != NO_THEME]
    assert {theme for theme, _ in on_theme} == set(LEAVES)
    assert [(LEAVES[at], text) for at, text in theme_texts()][: len(on_theme)] == on_theme


def test_an_opening_is_more_formal_than_a_passage_on_a_theme(encoder: WordEncoder) -> None:
    vectors = encoder.encode_passages(
        ["de voorzitter opent de vergadering", "drenkeling reddingsbrigade zwemveiligheid"]
    )
    opening, rescue = ThemeMeaning(encoder).likeness(vectors, [[], []])
    assert opening.formal > 0 > rescue.formal


def test_a_passage_is_most_like_the_theme_whose_words_it_has(encoder: WordEncoder) -> None:
    (likeness,) = alike(encoder, "drenkeling reddingsbrigade zwemveiligheid")
    assert LEAVES[int(np.argmax(likeness.nearest))] == "waterveiligheid"
    assert np.mean(likeness.nearest) == pytest.approx(0, abs=1e-6)
    assert np.std(likeness.nearest) == pytest.approx(1, abs=1e-6)


def test_a_passage_is_told_what_stands_beside_it(encoder: WordEncoder) -> None:
    texts = ("drenkeling reddingsbrigade zwemveiligheid", "de haven", "hennep wietplantage", "de loods")
    swim, harbour, hemp, alone = alike(encoder, *texts, others=([1], [0, 2], [1], []))
    assert harbour.around == pytest.approx(np.mean([swim.nearest, hemp.nearest], axis=0))
    assert swim.around == pytest.approx(harbour.nearest)
    assert not any(alone.around)


def test_beside_stand_the_searchable_passages_of_one_section() -> None:
    one, other = ("Haven",), ("Wijken",)
    passages = [
        Passage(0, 1, heading_path=one),
        Passage(1, 2, heading_path=one, searchable=False),
        Passage(2, 3, heading_path=one),
        Passage(3, 4, heading_path=other),
    ]
    assert beside(passages) == [[2], [], [0], []]


def test_what_the_texts_of_one_theme_differ_by_says_little_of_themes(encoder: WordEncoder) -> None:
    meaning = ThemeMeaning(encoder)
    parts, apart = meaning._parts, meaning._parts_apart
    owner = [leaf for leaf, _ in theme_texts()]
    theirs = np.equal.outer(owner, owner) & ~np.eye(len(owner), dtype=bool)

    def margin(rows: Rows) -> float:
        """How much nearer texts of one theme are to each other than to others, in the deviations of all."""
        near = rows @ rows.T
        return float((near[theirs].mean() - near[~theirs].mean()) / near.std())

    assert margin(apart) > margin(parts) > 0


def test_meaning_is_named_among_the_reasons(encoder: WordEncoder) -> None:
    cues = (ThemeCues("waterveiligheid", text=1.0, cues=("reddingsbrigade",)),)
    passages = [Passage(0, 9, theme_cues=cues), Passage(9, 20, searchable=False)]
    vectors = encoder.encode_passages(["drenkeling reddingsbrigade zwemveiligheid", ""])
    vectors[1] = 0
    themed, unsearchable = ThemeMeaning(encoder).add_to(passages, vectors)
    assert themed.themes[0].theme == "waterveiligheid"
    assert themed.themes[0].cues == ("reddingsbrigade", "betekenis")
    assert unsearchable.themes == ()


def test_the_themes_are_encoded_once_for_an_encoder(encoder: WordEncoder, tmp_path: Path) -> None:
    vectors = encoder.encode_passages(["de haven"])
    first = list(ThemeMeaning(encoder).likeness(vectors, [[]]))
    (kept,) = (path for path in tmp_path.iterdir() if path.is_dir())
    changed = kept.stat().st_mtime_ns
    assert list(ThemeMeaning(encoder).likeness(vectors, [[]])) == first
    assert kept.stat().st_mtime_ns == changed


def test_encoders_do_not_share_vectors(encoder: WordEncoder) -> None:
    other = WordEncoder(64, encoder.fingerprint)
    alike(encoder, "de haven")
    (likeness,) = alike(other, "de haven")
    assert len(likeness.nearest) == len(LEAVES)


def test_no_passages_no_themes(encoder: WordEncoder) -> None:
    assert ThemeMeaning(encoder).add_to([], np.zeros((0, 2048), np.float32)) == ()


def test_an_ingest_weighs_the_meaning(sample: Path) -> None:
    with sqlite3.connect(sample / DATABASE) as connection:
        reasons = connection.execute(
            "SELECT cues FROM passage_theme WHERE theme = 'cameratoezicht-fouilleren'"
        ).fetchall()
    connection.close()
    assert any("betekenis" in cues for (cues,) in reasons)


def test_a_question_is_nearer_to_policy_the_more_of_its_words_themes_have(encoder: WordEncoder) -> None:
    meaning = ThemeMeaning(encoder)
    on_policy, half, off = (
        meaning.nearness(encoder.encode_query(text))
        for text in ("drenkeling reddingsbrigade", "reddingsbrigade appeltaart", "appeltaart kaneel")
    )
    assert on_policy > half > off
