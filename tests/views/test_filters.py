"""The order of what a filter offers."""

from views.filters import most_first


def test_of_themes_the_one_with_most_papers_comes_first() -> None:
    assert list(most_first({"jeugd-alcohol-drugs": 1, "jeugdhulp": 7})) == [
        "jeugdhulp",
        "jeugd-alcohol-drugs",
    ]
