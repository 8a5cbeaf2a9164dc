"""Who has no office of the municipality never comes out as an official, however close to one the text puts them."""

import pytest

from evaluation.score_officials import found_in


@pytest.mark.parametrize(
    "text",
    [
        "De heer Jansen, voorzitter van de buurtvereniging, spreekt in.",
        "mevrouw De Wit, oud-wethouder, kreeg een lintje",
        "Ambtenaar J. Smit sprak met de wethouder.",
        "De wethouder spreekt met bewoner Karel de Groot.",
        "Inspreker: Karel de Groot, namens de bewoners. Wethouder: we komen erop terug.",
        "Opgesteld door Truus Bos, in opdracht van burgemeester en wethouders.",
        "De burgemeester ontving Karel de Groot en Mien Dijkstra.",
        "Wethouder en bewoner Karel de Groot openen het plein.",
        "De burgemeester, Karel de Groot en Mien Vos waren aanwezig.",
        "Portefeuillehouder: n.v.t.\nSteller: Truus Bos",
        "Portefeuillehouder:\nTruus Bos, beleidsadviseur",
        "Secretaris van de dorpsraad is Truus Bos.",
        "Secretaris: Truus Bos\nPenningmeester: Jan Vos\nBuurtvereniging De Hoek",
        "De secretaris van de commissie bezwaarschriften, mr. T. Bos, adviseert burgemeester en wethouders.",
        "Truus Bos, adjunct-secretaris van de stichting, vroeg het college van burgemeester en wethouders om geld.",
        "De griffier van de rechtbank, Truus Bos, las het vonnis voor.",
        "Geachte wethouder, Truus Bos heeft gebeld.",
        "Foto wethouder: Truus Bos",
        "Tekst burgemeester: Jan Vos",
        "Woordvoerder wethouder: Truus Bos",
        "Bestuursadviseur burgemeester: Truus Bos",
        "Vader van wethouder, Jan Vos, zwaaide.",
        "De partner van de burgemeester, Jan Vos, was er ook.",
        "De wethouder is Truus Bos dankbaar.",
        "Vraag aan wethouder: Truus Bos (inwoner)",
        "Truus Bos, medewerker griffie",
        "Door Guus van Rijn. De burgemeester opende het bos. Foto: Mark de Haan.",
        "Karel de Groot vindt dat de wethouder meer moet doen.",
        "Kinderburgemeester Lotte Visser en jeugdwethouder Bram Post knipten het lint door.",
        "Wethouder kandidaat Truus Bos",
    ],
)
def test_nobody_comes_out(text: str) -> None:
    assert found_in(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "Wethouders Kraan en Post spraken met Karel de Groot en Mien Vos.",
        "Wethouders Kraan, Post en bewoners Karel de Groot en Mien Vos.",
        "De heer Kraan (bewoner) vroeg het de wethouders Kraan en Post.",
    ],
)
def test_only_the_officials_come_out(text: str) -> None:
    assert set(found_in(text)) == {"Kraan", "Post"}
