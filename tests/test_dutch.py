"""Sentences and words of Dutch policy prose, as exact spans."""

import subprocess
import sys

import pytest

from ingest.dutch import TokenPatterns, _abbreviations, lemma, nlp, sentence_spans, words
from tests.timing import grows_linearly


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Dit is er één. Dit nummer twee!  En drie?", 3, id="full stops and spaces"),
        pytest.param("Wij doen dat o.a. in Oosterhage m.b.t. jeugd.", 1, id="abbreviations"),
        pytest.param("Dit valt onder art. 13b en nr. 5 van de lijst.", 1, id="abbreviation before a figure"),
        pytest.param("Portefeuillehouder J.J.C. Adriaansen en mr. P. de Wit waren er.", 1, id="initials"),
        pytest.param("De regeling geldt vanaf 1.1.2022 voor iedereen.", 1, id="date"),
        pytest.param("Het kost € 1.250.000. Dat is veel.", 2, id="amount at the end"),
        pytest.param("Dit begon in 2021. Daarna kwam er meer.", 2, id="year at the end"),
        pytest.param("2e helft 2022: 1. Vaststellen plan van aanpak", 1, id="numbered item after a colon"),
        pytest.param("1. Vaststellen plan van aanpak", 1, id="numbered item"),
        pytest.param("1.2. Ruimte om te spelen", 1, id="numbered heading"),
        pytest.param("Hij zei: “Dat komt goed.” Daarna ging hij.", 2, id="stop within quotes"),
        pytest.param("De raad stemt in.De wethouder dankt de raad.", 2, id="missing space"),
        pytest.param("Speerpunten\nAanpak van overlast\nDe overlast neemt af.", 3, id="headings on lines of their own"),
        pytest.param("Er is aandacht voor: • jeugd • zorg • wonen", 4, id="bullets on one line"),
        pytest.param("Wij kiezen voor:\n- jeugd\n- zorg", 3, id="dashes at the start of lines"),
        pytest.param("Wij gaan met de\n\nBewoners praten", 2, id="blank line"),
        pytest.param("Er kwam een vraag van mevrouw\nVan der Werf over de brug.", 1, id="line ends in a title"),
        pytest.param("Zie www.waterdrecht.nl voor meer.", 1, id="address"),
    ],
)
def test_counts_sentences(text: str, expected: int) -> None:
    assert len(sentences(text)) == expected


def test_spans_are_trimmed_and_without_bullets() -> None:
    assert sentences("  • Wij bouwen.  \n\n   • Wij slopen.\u00a0") == ["Wij bouwen.", "Wij slopen."]


def test_joins_lines_broken_to_fit_the_page() -> None:
    text = (
        "In Waterdrecht wonen veel jongeren die graag in het dorp willen blijven en\n"
        "die nu geen woning vinden. Daarom bouwen wij in de komende jaren samen met\n"
        "Woonstichting De Dijk honderd woningen. Die komen aan de rand van het dorp\n"
        "te staan."
    )
    assert sentences(text) == [
        "In Waterdrecht wonen veel jongeren die graag in het dorp willen blijven en\ndie nu geen woning vinden.",
        "Daarom bouwen wij in de komende jaren samen met\nWoonstichting De Dijk honderd woningen.",
        "Die komen aan de rand van het dorp\nte staan.",
    ]


def test_keeps_within_the_given_span() -> None:
    text = "Een. Twee is langer. Drie."
    assert [text[a:b] for a, b in sentence_spans(text, 5, 20)] == ["Twee is langer."]


@pytest.mark.parametrize("piece", [" ", ". ", "• ", "A.", "woord\n", "."], ids=repr)
def test_takes_linear_time(piece: str) -> None:
    assert grows_linearly(lambda size: sentence_spans(piece * size), 10_000)


def test_words_keep_what_is_inside_them() -> None:
    text = "jeugd- en drugsoverlast: foto's, 7.2.1 en OMG’s (24/7)"
    assert [text[a:b] for a, b in words(text)] == [
        "jeugd-", "en", "drugsoverlast", "foto's", "7.2.1", "en", "OMG’s", "24/7",
    ]  # fmt: skip


@pytest.mark.parametrize("abbreviation", sorted(_abbreviations()))
def test_every_abbreviation_keeps_its_sentence_together(abbreviation: str) -> None:
    assert sentences(f"Dit geldt {abbreviation}. Waterdrecht en meer.") == [
        f"Dit geldt {abbreviation}. Waterdrecht en meer."
    ]


@pytest.mark.parametrize(
    ("word", "expected"),
    [("toegezegd", "toezeggen"), ("vastgesteld", "vaststellen"), ("gemeenten", "gemeente"), ("jeugd", "jeugd")],
)
def test_lemma(word: str, expected: str) -> None:
    assert lemma(word) == expected


def test_pipeline_has_our_sentences_and_lemmas() -> None:
    doc = nlp()("Dhr. P. de Wit komt. Het is toegezegd.")
    assert [sentence.text for sentence in doc.sents] == ["Dhr. P. de Wit komt.", "Het is toegezegd."]
    assert doc[-2].lemma_ == "toezeggen"


def test_token_patterns_reach_over_what_stands_between() -> None:
    patterns = TokenPatterns({"toe": [[{"LEMMA": "zeggen"}, {"OP": "{0,3}"}, {"LOWER": "toe"}]]})
    text = "Dat zeg ik u toe."
    assert patterns.find(text) == [("toe", 4, 16)]


def test_spacy_is_loaded_without_torch_and_without_its_command_line() -> None:
    code = (
        "import sys; from ingest.dutch import nlp; doc = nlp()('Wij gaan.');"
        "print([t.lemma_ for t in doc], sorted({'torch', 'typer', 'requests', 'spacy.cli'} & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "['wij', 'gaan', '.'] []\n"
