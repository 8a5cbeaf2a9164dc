"""Words broken off at the end of a line, and hyphens that are their own."""

import pytest

from ingest.composing.hyphens import meet


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        pytest.param("de woning-", "inbraken", "de woninginbraken", id="a broken word"),
        pytest.param("in Noord-", "Holland", "in Noord-Holland", id="a name"),
        pytest.param("de in-", "en uitstroom", "de in- en uitstroom", id="the end of the word hangs"),
        pytest.param("overlast en -", "criminaliteit", "overlast en -criminaliteit", id="the beginning hangs"),
        pytest.param("wegen, -", "bruggen", "wegen, -bruggen", id="the beginning hangs after a comma"),
        pytest.param("het plan -", "ook dit jaar", "het plan - ook dit jaar", id="a dash"),
        pytest.param("de OZB-", "tarieven", "de OZB-tarieven", id="an abbreviation"),
        pytest.param("voor niet-", "woningen", "voor niet-woningen", id="niet"),
        pytest.param("2021-", "2022", "2021-2022", id="years"),
        pytest.param("van 18-", "jarigen", "van 18-jarigen", id="a number"),
    ],
)
def test_a_hyphen_goes_only_where_it_broke_the_word(before: str, after: str, whole: str) -> None:
    text, between = meet(before, after)
    assert text + between + after == whole


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("Leidsen", "dam", "Leidsendam"),
        ("Noord", "Holland", "Noord-Holland"),
        ("PROGRAMMA", "BEGROTING", "PROGRAMMABEGROTING"),
    ],
)
def test_a_hyphen_that_the_file_took_away_comes_back_where_it_belongs(before: str, after: str, whole: str) -> None:
    text, between = meet(before, after, broken=True)
    assert text + between + after == whole
