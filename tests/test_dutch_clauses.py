"""Clauses and verb groups: what is done, when, and whether it is done or undergone."""

import pytest

from ingest.grammar.clauses import clauses
from ingest.grammar.groups import VerbGroup
from ingest.grammar.tokens import word_class
from ingest.grammar.verbs import forms_of, verb_classes
from ingest.lexicon import read_rows


def groups(text: str) -> list[VerbGroup | None]:
    return [clause.verbs for clause in clauses(text, 0, len(text))]


def quotes(text: str) -> list[tuple[str, str]]:
    return [(clause.kind, clause.quote) for clause in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "lemma", "tense", "voice"),
    [
        pytest.param("Wij bouwen een brug.", "bouwen", "present", "active", id="subject first"),
        pytest.param("In 2027 bouwen wij een brug.", "bouwen", "present", "active", id="inversion"),
        pytest.param("In 2027 starten de nieuwe coaches.", "starten", "present", "active", id="plural after a time"),
        pytest.param("Wij zetten deze lijn voort.", "voortzetten", "present", "active", id="separable"),
        pytest.param("Wij gingen overlast tegen door toezicht.", "tegengaan", "past", "active", id="separable past"),
        pytest.param("De wethouder zegde een brief toe.", "toezeggen", "past", "active", id="zegde toe"),
        pytest.param("Wij gaan het plein inrichten.", "inrichten", "present", "active", id="gaan with infinitive"),
        pytest.param("Het plein wordt in 2027 ingericht.", "inrichten", "present", "passive", id="passive"),
        pytest.param("Er is een coach aangesteld.", "aanstellen", "past", "passive", id="passive perfect"),
        pytest.param("De raad heeft de nota vastgesteld.", "vaststellen", "past", "active", id="perfect"),
        pytest.param(
            "De in 2026 ingezette lijn wordt in 2027 uitgebouwd.", "uitbouwen", "present", "passive", id="attribute"
        ),
        pytest.param(
            "Alle plannen worden, gericht op groen, herzien.", "herzien", "present", "passive", id="apposition"
        ),
        pytest.param("Het college wil bomen, hagen en gras planten.", "planten", "present", "active", id="list"),
        pytest.param("Het citaat is uit een pas gepubliceerd boek.", "", "present", "active", id="attribute of a noun"),
        pytest.param("De nota wordt herzien gedurende 2027.", "herzien", "present", "passive", id="time behind"),
        pytest.param("De brug is gebouwd / er is veel werk.", "bouwen", "past", "passive", id="slash"),
        pytest.param(
            "De raad neemt deel aan het overleg op en om de Dijk.", "deelnemen", "present", "active", id="op en om"
        ),
        pytest.param("De nota is af en met de raad gedeeld.", "delen", "past", "passive", id="one participle"),
        pytest.param(
            "De nota is uitgewerkt en met de raad gedeeld.", "uitwerken", "past", "passive", id="two participles"
        ),
        pytest.param(
            "Er worden hagen geplant na de bijeenkomst.", "planten", "present", "passive", id="noun in -komst"
        ),
        pytest.param("Gestart is met een plan van aanpak.", "starten", "past", "passive", id="participle first"),
        pytest.param("Waterdrecht heeft 27 verbonden partijen.", "", "present", "active", id="adjective"),
    ],
)
def test_verb_group(text: str, lemma: str, tense: str, voice: str) -> None:
    found = groups(text)[0]
    assert found is not None
    assert (found.lemma, found.tense, found.voice) == (lemma, tense, voice)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wij bouwen een brug en de weg wordt verbreed.",
            [("main", "Wij bouwen een brug"), ("main", "en de weg wordt verbreed")],
            id="two acts",
        ),
        pytest.param(
            "Omdat het regent, wordt de opening uitgesteld.",
            [("sub", "Omdat het regent"), ("main", "wordt de opening uitgesteld")],
            id="reason first",
        ),
        pytest.param(
            "De wethouder zegt toe dat wij de nota evalueren.",
            [("main", "De wethouder zegt toe"), ("sub", "dat wij de nota evalueren")],
            id="what is promised",
        ),
        pytest.param(
            "Wij zorgen voor bomen en struiken en gras.",
            [("main", "Wij zorgen voor bomen en struiken en gras")],
            id="list of nouns",
        ),
        pytest.param(
            "Wij besluiten later of de proef wordt herhaald.",
            [("main", "Wij besluiten later"), ("sub", "of de proef wordt herhaald")],
            id="what is asked",
        ),
        pytest.param(
            "Er is geen geld en het college komt terug.",
            [("main", "Er is geen geld"), ("main", "en het college komt terug")],
            id="subject with an article",
        ),
        pytest.param(
            "Er is een nota, die in mei verscheen.",
            [("main", "Er is een nota"), ("sub", "die in mei verscheen")],
            id="relative clause",
        ),
    ],
)
def test_clauses(text: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(text) == expected


def test_verb_of_the_last_clause_stays_there() -> None:
    found = groups("Wij willen meer agenten, zodat zij de buurt leren kennen.")[0]
    assert found is not None
    assert found.lemma == ""


def test_helpers_leave_out_what_it_is_for() -> None:
    found = groups("Er wordt een fonds ingesteld om het onderhoud te kunnen betalen.")[0]
    assert found is not None
    assert (found.lemma, found.helpers) == ("instellen", ("worden",))


def test_clause_within_gives_back_the_verb_that_closes_the_sentence() -> None:
    found = groups("In het overzicht worden alle regels die de gemeente gebruikt opgenomen.")[0]
    assert found is not None
    assert found.lemma == "opnemen"


@pytest.mark.parametrize("row", read_rows("verbs.tsv"), ids=lambda row: row["infinitive"])
def test_every_verb_is_found_in_a_sentence(row: dict[str, str]) -> None:
    lemma = row["infinitive"].replace("|", "")
    found = groups(f"In 2027 zal de gemeente het plan {lemma}.")[0]
    assert found is not None
    assert (found.lemma, found.verb_class) == (lemma, row["class"])


@pytest.mark.parametrize("row", read_rows("verbs_irregular.tsv"), ids=lambda row: row["infinitive"])
def test_every_irregular_verb_has_its_past(row: dict[str, str]) -> None:
    known = [lemma for lemma in verb_classes() if lemma.endswith(row["infinitive"])]
    assert known, f"no verb in the list needs {row['infinitive']}"
    assert any(form.tense == "past" for form in forms_of(row["past"].split("/")[0])) or any(
        lemma != row["infinitive"] for lemma in known
    )


@pytest.mark.parametrize(
    "verb", [(name, verb) for name in ("delaying", "scheduling", "submitting", "hoping") for verb in word_class(name)]
)
def test_every_verb_of_a_class_is_in_the_list(verb: tuple[str, str]) -> None:
    assert verb[1] in verb_classes(), f"no sentence can have the {verb[0]} verb"


@pytest.mark.parametrize(
    ("text", "lemma", "tense"),
    [
        pytest.param(
            "Het college heeft in 2019 de nota ‘Zo werken we samen in Waterdrecht’ opgesteld.",
            "opstellen",
            "past",
            id="done",
        ),
        pytest.param(
            "Wij voeren het plan 'Samen maken we de wijk' in 2024 uit.", "uitvoeren", "present", id="separable"
        ),
    ],
)
def test_a_quoted_title_has_no_say_in_the_verb(text: str, lemma: str, tense: str) -> None:
    (clause,) = clauses(text, 0, len(text))
    assert clause.verbs is not None
    assert (clause.verbs.lemma, clause.verbs.tense) == (lemma, tense)


def test_what_somebody_says_is_no_title() -> None:
    text = "De wethouder zegt: 'Wij komen daarop terug.'"
    assert [clause.verbs.lemma for clause in clauses(text, 0, len(text)) if clause.verbs] == ["zeggen", "terugkomen"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wanneer het plan gereed is wordt het aan de raad voorgelegd", id="behind a finite verb"),
        pytest.param("Omdat het team in 2026 is gestart heeft er een avond plaatsgevonden", id="behind a participle"),
    ],
)
def test_a_main_clause_begins_without_the_comma_that_was_forgotten(text: str) -> None:
    assert [kind for kind, _ in quotes(text)] == ["sub", "main"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Wij werken achterstanden weg en we geven minder uit.",
            [("main", "Wij werken achterstanden weg"), ("main", "en we geven minder uit")],
            id="pronoun and verb after en",
        ),
        pytest.param(
            "Over de oever geeft zij aan dat die wordt verbreed.",
            [("main", "Over de oever geeft zij aan"), ("sub", "dat die wordt verbreed")],
            id="dat behind the particle of a verb of saying",
        ),
        pytest.param(
            "Wij geven voorrang aan dat plan voor de kade.",
            [("main", "Wij geven voorrang aan dat plan voor de kade")],
            id="dat before a noun",
        ),
    ],
)
def test_begins_a_clause(text: str, expected: list[tuple[str, str]]) -> None:
    assert quotes(text) == expected


def test_brackets_have_no_say_in_the_verb() -> None:
    text = "Wij werken tekorten weg (bijv. waar die zijn ontstaan) in 2027."
    assert [group.lemma for group in groups(text) if group] == ["wegwerken"]
    assert quotes("Wij bouwen een brug (in 2027).") == [("main", "Wij bouwen een brug (in 2027")]
