"""Synonyms and everyday words."""

import pytest

from index.language.analysis import is_stop_word, tokens
from index.language.synonyms import LONGEST_PHRASE, Phrase, synonyms_of
from index.language.wordlists import pairs


def phrase(text: str) -> Phrase:
    return tuple(token.stem for token in tokens(text) if not is_stop_word(token))


@pytest.mark.parametrize(
    ("asked", "sought"),
    [
        ("geldezels", "money mule"),
        ("money mule", "geldezel"),
        ("wietkwekerijen", "hennepkwekerij"),
        ("hangen", "jeugdoverlast"),
        ("poetshulp", "huishoudelijke hulp"),
        ("nieuwe asielzoekers", "spreidingswet"),
    ],
)
def test_words_by_which_another_is_sought(asked: str, sought: str) -> None:
    assert phrase(sought) in synonyms_of(phrase(asked))


def test_who_asks_in_words_of_policy_gets_no_everyday_ones() -> None:
    assert phrase("wietkwekerij") not in synonyms_of(phrase("hennepteelt"))


def test_every_everyday_phrase_can_be_asked_and_leads_to_other_words() -> None:
    for everyday, policy in pairs("spreektaal.tsv"):
        for text in everyday.split(";"):
            assert 1 <= len(phrase(text)) <= LONGEST_PHRASE, text
            assert synonyms_of(phrase(text)), text
        assert all(phrase(text) for text in policy.split(";")), policy
