"""The names in a text, and which of them are one name in another spelling."""

import pytest

from index.language.proper_names import names, spelling


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Restauratie van het monument De Olmenhorst", ["De Olmenhorst"], id="with its article"),
        pytest.param("Herontwikkeling Den Elzenhof/Torenstraat", ["Den Elzenhof", "Torenstraat"], id="two of one site"),
        pytest.param("Zwembad De Waterlelie gaat open.", ["De Waterlelie"], id="what it is isn't its name"),
        pytest.param("Woningen op de KPN-locatie", ["KPN-locatie"], id="an acronym with what it is"),
        pytest.param("De St. Bonifatiusschool sluit.", ["De St. Bonifatiusschool"], id="an abbreviation within"),
        pytest.param("Wij doen dat voor de Zuidas. Daarna volgt meer.", ["Zuidas"], id="a sentence later"),
        pytest.param("Verbouwing van het raadhuis", [], id="a word that begins a line"),
        pytest.param("Het plan gaat naar het College en de Raad", [], id="organs are no names"),
    ],
)
def test_the_names_in_a_text(text: str, expected: list[str]) -> None:
    assert [text[name.start : name.end] for name in names(text)] == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param("de Van Heijdenschool", "de Van Heydenschool", True, id="ij and y"),
        pytest.param("de Ruysdaelmavo", "de Ruijsdael-mavo", True, id="a hyphen"),
        pytest.param("Het Zijlhuys", "Het Zijlhuis", True, id="uy and ui"),
        pytest.param("het Woonhof Lindezicht", "het Lindezicht", True, id="shorter"),
        pytest.param("het Park Noordwijck", "het Park Zuidwijck", False, id="of two parks"),
        pytest.param("de Olmenhorst", "de Burgemeester Olmenhorstlaan", False, id="a street with the name in it"),
    ],
)
def test_one_name_in_other_spellings(one: str, other: str, expected: bool) -> None:
    (first,), (second,) = names(f"Over {one}"), names(f"Over {other}")

    assert first.is_same(second) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("een halte aan de Torenstraat", True, id="beside a street"),
        pytest.param("speeltoestellen in de wijk Dorperveld", True, id="in a part of town"),
        pytest.param("de bouw op de locatie Dorperveld", False, id="what is built there is it"),
        pytest.param("de renovatie van De Olmenhorst", False, id="what is done to it"),
    ],
)
def test_whether_a_name_only_says_where(text: str, expected: bool) -> None:
    (name,) = names(text)

    assert name.is_place is expected


def test_the_word_beside_a_name_says_what_it_is() -> None:
    (club,), (hall,) = names("subsidie voor scouting Olmenhorst"), names("verbouwing van raadhuis De Olmenhorst")

    assert (club.beside, club.is_apposed) == ("scouting", False)
    assert (hall.beside, hall.is_apposed) == ("raadhuis", True)


def test_a_name_of_dictionary_words_or_at_the_beginning_is_not_sure() -> None:
    (title,), (first,), (sure,) = names("over de Openbare Ruimte"), names("Elzenhof krijgt"), names("over Elzerveen")

    assert (title.is_sure, first.is_sure, sure.is_sure) == (False, False, True)


def test_the_spelling_is_as_it_sounds() -> None:
    assert {spelling(word) for word in ("Deijl", "Deyl")} == {spelling("Deijl")}
