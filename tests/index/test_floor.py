"""When what was found is evidence enough."""

import pytest

from index.finding.floor import USUAL_SIZE, Floor
from index.finding.lacking import Lacking
from index.finding.ranking import Looked
from index.finding.terms import Form, Word
from index.language.analysis import tokens
from index.query import Query

WORDS = tuple(Word(place, place + 1, 3.0, (Form((stem,), 1.0),)) for place, stem in enumerate(("kat", "hond", "vis")))
QUERY = Query("kat hond vis", "kat hond vis", WORDS)
ALL_KNOWN = Lacking((1.0, 1.0, 1.0))
NONE_KNOWN = Lacking((0.0, 0.0, 0.0))


def far() -> float:
    """A question that isn't on policy."""
    return -9.0


def looked(margin: float, presence: float = 0.0, *, may_answer: bool = True) -> Looked:
    return Looked((presence,) * 3, margin, presence, may_answer)


@pytest.mark.parametrize(
    ("best", "gap", "convincing"),
    [
        ([looked(0.5, 1.0)], ALL_KNOWN, True),
        ([looked(0.5)], ALL_KNOWN, False),
        ([looked(2.0)], ALL_KNOWN, True),
        ([looked(2.4)], NONE_KNOWN, False),
        ([looked(3.2)], NONE_KNOWN, True),
        ([looked(3.2, may_answer=False)], ALL_KNOWN, False),
        ([looked(3.2)], Lacking((0.0, 0.0, 0.0), all_of_it=True), False),
        ([looked(0.1)] * 4 + [looked(3.2)], ALL_KNOWN, True),
        ([looked(0.1, 0.01)] * 5 + [looked(3.2)], ALL_KNOWN, False),
        ([looked(0.1)] * 5 + [looked(3.2)], ALL_KNOWN, True),
        ([], ALL_KNOWN, False),
    ],
    ids=[
        "all words",
        "neither words nor meaning",
        "meaning alone",
        "words that the documents lack",
        "a meaning that stands out makes up for those",
        "what it can't do without is absent",
        "its only word is absent",
        "the fifth",
        "the sixth is not looked at",
        "but for those with no word of it",
        "nothing",
    ],
)
def test_evidence(best: list[Looked], gap: Lacking, *, convincing: bool) -> None:
    assert Floor(QUERY, USUAL_SIZE, gap, far).is_reached(best) is convincing


@pytest.mark.parametrize(
    ("written", "presence", "convincing"),
    [("nieuwe hond", (1.0, 0.0), False), ("nieuwe hond", (1.0, 0.1), True), ("nieuwe plannen", (1.0, 0.0), True)],
    ids=["only what says little", "what it is about too", "it says nothing else"],
)
def test_words_that_say_little_make_no_answer(written: str, presence: tuple[float, ...], *, convincing: bool) -> None:
    stems = [token.stem for token in tokens(written)]
    words = tuple(Word(at, at + 1, 0.5, (Form((stem,), 1.0),)) for at, stem in enumerate(stems))
    floor = Floor(Query(written, written, words), USUAL_SIZE, Lacking((1.0, 1.0)), far)
    assert floor.is_reached([Looked(presence, 1.7, 0.5, may_answer=True)]) == convincing


def test_a_larger_library_asks_for_more() -> None:
    assert Floor(QUERY, USUAL_SIZE, ALL_KNOWN, far).is_reached([looked(2.0)])
    assert not Floor(QUERY, 10 * USUAL_SIZE, ALL_KNOWN, far).is_reached([looked(2.0)])


@pytest.mark.parametrize(
    ("text", "margin", "nearness", "convincing"),
    [
        ("een kat met hond en vis", 2.5, 0.4, True),
        ("een kat met hond en vis", 2.5, -0.4, False),
        ("een kat met hond en vis", 2.0, 9.0, False),
        ("een kat met hond", 2.75, 0.4, False),
        ("kat hond vis", 2.5, 0.4, False),
    ],
    ids=["on policy", "hardly", "too little meaning", "too short", "search words"],
)
def test_a_question_on_policy_may_be_in_words_of_its_own(
    text: str, margin: float, nearness: float, *, convincing: bool
) -> None:
    query = Query(text, text, WORDS[: 3 if "vis" in text else 2])
    absent = (0.0,) * len(query.words)
    gap, best = Lacking(absent), [Looked(absent, margin, 0.0, may_answer=True)]
    assert Floor(query, USUAL_SIZE, gap, lambda: nearness).is_reached(best) is convincing


@pytest.mark.parametrize(
    ("written", "exact"),
    [("437250", True), ("t2306", True), ("13b", True), ("6.3", False), ("2022", False), ("12", False)],
)
def test_what_stands_for_nothing_but_itself(written: str, *, exact: bool) -> None:
    assert Word(0, 1, 1.0, (Form((written,), 1.0),)).exact is exact
