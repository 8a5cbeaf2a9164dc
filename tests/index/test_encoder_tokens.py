"""The tokens of one line, by a part of the dictionary: the same as those of the whole."""

import pytest

from index.encoders.default import calibration_texts, prepare
from index.encoders.tokens import LONGEST_LINE, Tokens


@pytest.fixture(scope="module")
def whole() -> Tokens:
    return Tokens(prepare())


@pytest.mark.parametrize(
    "text",
    [
        "query: wat zegde de burgemeester toe over de evaluatie van de kadernota",
        "query: §13b, “Opiumwet”: € 1,2 miljoen… ﬁets Cafe\u0301",
        "query: 你好 العربية українська ☃ 🏊",
        "query: <s> </s> <mask> <unk> <pad>",
        "query:  twee  spaties\u200b en\teen tab ",
        "",
        "▁",
    ],
)
def test_a_line_has_the_tokens_of_the_whole_dictionary(text: str, whole: Tokens) -> None:
    assert Tokens(prepare()).of_line(text) == whole.of_texts([text])[0]


def test_every_calibration_text_has_the_tokens_of_the_whole_dictionary(whole: Tokens) -> None:
    lines = [text for text in calibration_texts() if len(text) <= LONGEST_LINE]
    assert [Tokens(prepare()).of_line(line) for line in lines] == whole.of_texts(lines)
