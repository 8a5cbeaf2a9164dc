"""Who is taken for a resident, and what of a text says where they live or how to reach them."""

import time

import pytest

from ingest.privacy import cover, private_spans, tidy


def found(text: str, *officials: str) -> list[str]:
    return [text[span.start : span.end] for span in private_spans(text, officials)]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Inspreker: Karel de Groot, namens de straat.", ["Karel de Groot"]),
        ("Insprekers: mevrouw T. Bos, de heer Ab Veen en Olga Petrova.", ["T. Bos", "Ab Veen", "Olga Petrova"]),
        ("De wethouder spreekt met bewoner Mien Dijkstra.", ["Mien Dijkstra"]),
        ("De heer Jansen, voorzitter van de buurtvereniging, stuurt een brief.", ["Jansen"]),
        ("Mevrouw Hanneke Zwart spreekt namens de straat in over de bomen.", ["Hanneke Zwart"]),
        ("Hanneke Zwart heeft in de commissie ingesproken.", ["Hanneke Zwart"]),
        ("Ik geef het woord aan de volgende inspreker, de heer De Graaf.", ["De Graaf"]),
        ("Er is ingesproken door mevrouw Van Buren.", ["Van Buren"]),
        ("Pieter Maas, woonachtig te Oosterhage, vraagt om een drempel.", ["Pieter Maas"]),
        ("Mevrouw Roos Tuin vraagt om licht. Roos Tuin, inwoner van Waterdrecht.", ["Roos Tuin", "Roos Tuin"]),
        ("Een zienswijze van reclamant: de heer G. Post.", ["G. Post"]),
    ],
    ids=[
        "label", "list", "bewoner", "voorzitter", "spreekt in", "heeft ingesproken", "volgende inspreker",
        "ingesproken door", "woonachtig", "inwoner", "reclamant",
    ],
)  # fmt: skip
def test_words_beside_a_name_make_it_a_residents(text: str, private: list[str]) -> None:
    assert found(text) == private


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("De inspreekster, mevrouw A. de Lange, wijst op de verlichting.", ["A. de Lange"]),
        ("Als eerste spreekt de heer Wim Koster in.", ["Wim Koster"]),
        ("Insprekers\n- Dhr. P. Visser (punt 5)\n- Mw. Jansen-de Boer (punt 7)\n", ["P. Visser", "Jansen-de Boer"]),
        ("Spreekrecht: de heer K. Molenaar over agendapunt 6.", ["K. Molenaar"]),
        ("Mevrouw Kuipers uit de Rozenstraat maakt gebruik van het spreekrecht.", ["Kuipers"]),
        ("De heer Tuinman maakt namens 40 omwonenden bezwaar.", ["Tuinman"]),
        ("De familie Kramer, bewoners van Hoofdstraat 8, klaagt.", ["Kramer", "Hoofdstraat 8"]),
        ("Mevrouw Öztürk heeft als inspreekster het woord gevoerd.", ["Öztürk"]),
        ("INSPREKER: de heer J.P. van 't Hof", ["J.P. van 't Hof"]),
        ("Een brief van de heer en mevrouw Tempelman, Lindelaan 4, over de bomen.", ["Tempelman", "Lindelaan 4"]),
        ("Een e-mail van mevrouw Bos (VVD) en een brief van de heer Kramer.", ["Kramer"]),
        ("Insprekers\nDe heer Ridder vraagt om licht.\nDank aan Karel Ridder.", ["Ridder", "Karel Ridder"]),
        ("Van de heer en mevrouw De Ruiter, wonende aan de Vaart 22, kwam een klacht.", ["De Ruiter", "Vaart 22"]),
    ],
)
def test_other_ways_to_say_so(text: str, private: list[str]) -> None:
    assert found(text) == private


@pytest.mark.xfail(strict=True, reason="a surname that is a party, or a word, too: 'Groen'")
def test_a_surname_that_is_a_word() -> None:
    assert found("Inspreker 1: Thomas Groen") == ["Thomas Groen"]


def test_the_same_person_is_known_further_on() -> None:
    text = (
        "Inspreker: Karel de Groot.\nDe heer De Groot vindt het te hard. K. de Groot heeft geteld. "
        "Ook Karel de Groot en De Groot blijven. De grootste zorg is het verkeer, zegt Karel."
    )
    assert found(text) == ["Karel de Groot", "De Groot", "K. de Groot", "Karel de Groot", "De Groot"]


def test_below_a_heading_of_those_who_speak() -> None:
    text = (
        "2. Insprekers\nDe heer Gijs Olthof uit Klein Vos vraagt om een drempel.\n"
        "De heer Post (VVD) vraagt hoe hard er wordt gereden.\n"
        "3. Agenda\nMevrouw Smeets wil een punt toevoegen."
    )
    assert found(text) == ["Gijs Olthof"]


@pytest.mark.parametrize(
    "text",
    [
        "Wethouder Jansma spreekt in de raad over de insprekers.",
        "De heer Smit (CDA) spreekt in over de bomen.",
        "Raadslid Vos spreekt in voor de inwoners.",
        "Bewoners van de wijk Noord hebben ingesproken. Inwoners van Waterdrecht klagen.",
        "De bewoners Oosterhage willen rust; het college spreekt met de huurder.",
        "Wethouder Bas Kraan zegt toe de raad te informeren.",
        "De heer Kraan antwoordt de voorzitter van de raad.",
        "Het college woont de vergadering bij, namens de gemeente Waterdrecht.",
        "De heer De Vries (fractie Lokaal Belang) spreekt in over de insprekers.",
        "Mevrouw Blok van de VVD-fractie maakt gebruik van het spreekrecht.",
        "De kosten zijn 06.123 in 2024 en de straat telt 612345678 stenen.",
        "Vragen? Mail info@waterdrecht.example of griffie@waterdrecht.example.",
        "Het buurthuis staat aan de Dorpsstraat 12.",
    ],
)
def test_the_council_its_officials_and_public_places_stay(text: str) -> None:
    assert found(text) == []


def test_an_official_stays_where_a_resident_has_the_name() -> None:
    text = "Inspreker: Bas Kraan. Mevrouw Mien Vos, bewoner, spreekt. De heer Vos antwoordt; mevrouw Vos zwijgt."
    assert found(text, "Bas Kraan", "Jan Vos") == ["Mien Vos"]


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("Mail karel77@post.example.", ["karel77@post.example"]),
        ("Bel 06-12345678, of +31 6 12 34 56 78.", ["06-12345678", "+31 6 12 34 56 78"]),
        ("Inspreker: K. de Groot, Dorpsstraat 12a, 1234 AB Waterdrecht.", ["K. de Groot", "Dorpsstraat 12a, 1234 AB"]),
        ("De bewoner van Molenweg 14 vraagt. Molenweg 14 blijft, Molenweg 2 ook.", ["Molenweg 14", "Molenweg 14"]),
    ],
    ids=["mail", "telephone", "address of a person", "address of a resident"],
)  # fmt: skip
def test_how_to_reach_somebody(text: str, private: list[str]) -> None:
    assert found(text) == private


@pytest.mark.parametrize(("name", "shown"), [("Karel de Groot", "[naam]"), ("De Wit", "[naam]"), ("Bos", "[…]")])
def test_what_comes_instead_is_as_long(name: str, shown: str) -> None:
    (span,) = private_spans(f"Inspreker: {name}.")
    instead = cover(span, len(name))
    assert (len(instead), tidy(instead)) == (len(name), shown)


def test_a_long_text_takes_time_in_proportion() -> None:
    line = (
        "De inwoners van de wijk, namens de buurt, spreken met bewoner en wethouder over de huurders van de straat.\n"
    )
    took = []
    for times in (500, 2000):
        start = time.process_time()
        assert found(line * times) == []
        took.append(time.process_time() - start)
    assert took[1] < 10 * took[0] + 0.1
