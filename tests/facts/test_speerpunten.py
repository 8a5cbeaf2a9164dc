"""Speerpunten: what a document itself calls a priority, by heading, enumeration or sentence."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.fact_types import Period, Speerpunt
from ingest.facts.aims.speerpunt_words import cue
from ingest.facts.speerpunten import speerpunten
from ingest.lexicon import read_rows
from tests.facts.policy_documents import policy


def found(text: str) -> list[Speerpunt]:
    return speerpunten(policy(text))


def labels(text: str) -> list[str]:
    return [speerpunt.label for speerpunt in found(text)]


TREE = """
# Speerpunten
## Thema haven
### Aanpak smokkel
Tekst over smokkel.
### Toezicht op het water
Tekst over toezicht.
## Thema jeugd
Tekst over jeugd.
# Reguliere activiteiten
## Woonoverlast
Tekst over woonoverlast.
"""


def test_headings_below_speerpunten_until_the_regular_tasks() -> None:
    tree = [(s.label, s.level, s.parent) for s in found(TREE)]
    assert tree == [
        ("Thema haven", 1, None),
        ("Aanpak smokkel", 2, "Thema haven"),
        ("Toezicht op het water", 2, "Thema haven"),
        ("Thema jeugd", 1, None),
    ]


def test_sentence_under_regular_tasks_counts_when_it_says_so() -> None:
    text = "# Reguliere activiteiten\n## Kadernota\nVoor de periode 2026-2027 is het speerpunt ‘veilige straten’."
    (speerpunt,) = found(text)
    assert speerpunt.label == "veilige straten"
    assert speerpunt.period == Period(date(2026, 1, 1), date(2027, 12, 31))


def test_items_of_a_list_below_the_heading() -> None:
    assert labels("# Onze speerpunten\nWij kiezen:\n* Veilig verkeer in de kern\n* Groen in elke straat") == [
        "Veilig verkeer in de kern",
        "Groen in elke straat",
    ]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param(
            "Er is extra aandacht voor: - De haven - Zorg en jeugd - Digitale weerbaarheid",
            ["De haven", "Zorg en jeugd", "Digitale weerbaarheid"],
            id="dashes on one line",
        ),
        pytest.param(
            "Dit zijn de volgende prioriteiten: smokkel, overlast - en vandalisme, drugs- en drankgebruik en groen.",
            ["smokkel", "overlast - en vandalisme", "drugs- en drankgebruik", "groen"],
            id="commas and hanging hyphens",
        ),
        pytest.param(
            "De focus ligt komend jaar op:\n* Veilige routes naar school\n* Toezicht in de haven",
            ["Veilige routes naar school", "Toezicht in de haven"],
            id="list of blocks",
        ),
    ],
)
def test_enumerations(text: str, items: list[str]) -> None:
    speerpunten_found = found(text)
    assert [speerpunt.label for speerpunt in speerpunten_found] == items
    assert [speerpunt.text for speerpunt in speerpunten_found] == items


@pytest.mark.parametrize(
    ("text", "label"),
    [
        pytest.param("In 2027 is er extra aandacht voor veilige scholen.", "veilige scholen", id="extra attention"),
        pytest.param("De aanpak van smokkel heeft een hoge prioriteit.", "aanpak van smokkel", id="high priority"),
        pytest.param("Verkeersveiligheid is een speerpunt.", "Verkeersveiligheid", id="is a speerpunt"),
        pytest.param("# Prioriteit 2: Een veilige haven", "Een veilige haven", id="numbered heading"),
        pytest.param("Wij zetten in op meer groen in de stad.", "meer groen in de stad", id="inzetten op"),
    ],
)
def test_label(text: str, label: str) -> None:
    assert labels(text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Daardoor was er minder aandacht voor groen.", id="less attention"),
        pytest.param("Jaarlijks kiest de raad enkele speerpunten.", id="speerpunten as such"),
        pytest.param("Er zijn andere prioriteiten.", id="other priorities"),
        pytest.param("Is groen een speerpunt?", id="question"),
        pytest.param("# Doel 1.2 We versterken de veiligheid\nTekst.", id="goal"),
        pytest.param("De provincie geeft prioriteit aan woningbouw.", id="of the province"),
    ],
)
def test_is_none(text: str) -> None:
    assert found(text) == []


def test_same_label_counts_once() -> None:
    assert labels("# Prioriteit 1: De haven\nTekst.\n# Prioriteit 1: De haven\nMeer tekst.") == ["De haven"]


def test_fullest_place_of_a_label_counts() -> None:
    text = "Er zijn de volgende prioriteiten: haven, groen en jeugd.\n# Prioriteit 2: Groen\nTekst."
    assert [(s.label, s.text) for s in found(text)] == [
        ("haven", "haven"),
        ("jeugd", "jeugd"),
        ("Groen", "Prioriteit 2: Groen"),
    ]


def test_heading_under_speerpunten_has_no_number_in_its_label() -> None:
    assert labels("# Speerpunten\n## Speerpunt 1: De haven\nTekst.") == ["De haven"]


def test_numbers_of_sections_are_left_aside() -> None:
    text = "# 2 Onze speerpunten\n## 2.1 Prioriteit 1: De haven\nTekst.\n## 2.2 Groen in de wijk\nTekst."
    assert labels(text) == ["De haven", "Groen in de wijk"]
    assert labels("# 4.2 Prioriteit 3: Digitale overlast\nTekst.") == ["Digitale overlast"]


def test_accent_within_a_priority_is_none_of_its_own() -> None:
    assert labels("# Prioriteit 1: De haven\nHet accent ligt op toezicht aan de kade.") == ["De haven"]


def test_letter_sets_no_course() -> None:
    assert speerpunten(policy("Wij zetten in op meer groen in de stad.", "rib")) == []


def test_what_is_said_in_a_meeting_is_none() -> None:
    text = "De heer Bos en mevrouw Dekker zijn er. Er is extra aandacht voor groen."
    assert speerpunten(policy(text, "raadsverslag")) == []


def test_period_is_that_of_the_document() -> None:
    assert found(TREE)[0].period == Period(date(2027, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    "row", read_rows("speerpunt_cues.tsv"), ids=lambda row: f"{row['kind']}: {row['example'][:40]}"
)
def test_every_cue_is_in_its_example(row: dict[str, str]) -> None:
    assert cue(row["kind"]).search(row["example"])


def test_tiers() -> None:
    text = (
        "# Prioriteiten\n## Haven\nTekst.\n# Strategische thema's\n## Groen\nTekst.\n# Basistaken\n## Toezicht\nTekst."
    )
    assert [(s.label, s.tier) for s in found(text)] == [("Haven", "prioriteit"), ("Groen", "strategisch thema")]


def test_cue_over_the_end_of_a_line() -> None:
    text = "Wij zetten in op meer groen in de stad."
    assert labels(text) == ["meer groen in de stad"]
    document = policy(text)
    wrapped = replace(document, text=document.text.replace("zetten in op", "zetten in\nop"))
    assert [speerpunt.label for speerpunt in speerpunten(wrapped)] == ["meer groen in de stad"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        pytest.param(
            "Begin 2019 werd de veiligheidsvisie 2019-2022 vastgesteld met de volgende prioriteiten: jeugd en afval.",
            (2019, 2022),
            id="adopted at the start",
        ),
        pytest.param(
            "De raad stelde op 3 mei 2026 het plan 2027-2030 vast, waarin jeugdoverlast een prioriteit is.",
            (2027, 2030),
            id="adopted on a day",
        ),
        pytest.param(
            "Op 4 mei 2026 is het plan aangenomen, waarin jeugdoverlast een prioriteit is.", (2027, 2027), id="no term"
        ),
        pytest.param(
            "In 2026 is besloten dat jeugdoverlast in 2028 een prioriteit is.", (2028, 2028), id="decided for a year"
        ),
    ],
)
def test_period_is_no_day_of_adoption(text: str, years: tuple[int, int]) -> None:
    periods = {each.period for each in speerpunten(policy(text, "jaarstukken", 2027))}
    (period,) = periods
    assert period is not None
    assert (period.start and period.start.year, period.end and period.end.year) == years


@pytest.mark.parametrize(
    "subject",
    [
        "De prioritaire thema's voor de komende jaren",
        "Geprioriteerde thema's die uit de peiling onder bewoners zijn gekomen,",
        "De prioriteiten, die de raad eerder heeft gekozen,",
    ],
)
def test_what_a_sentence_names_behind_a_clause_within(subject: str) -> None:
    document = policy(f"{subject} zijn smokkel, het groen en de jeugd.", "ivp")
    assert [speerpunt.label for speerpunt in speerpunten(document)] == ["smokkel", "het groen", "de jeugd"]


@pytest.mark.parametrize(
    ("text", "doc_type", "labels"),
    [
        pytest.param(
            "Het plan heeft vier geprioriteerde thema's; smokkel, diefstal van fietsen, zorg en water.",
            "jaarstukken",
            ["smokkel", "diefstal van fietsen", "zorg", "water"],
            id="behind a semicolon",
        ),
        pytest.param(
            "Dit zijn de twee speerpunten die leidend zijn voor ons beleid in deze periode, namelijk rust en ruimte.",
            "coalitieakkoord",
            ["rust", "ruimte"],
            id="behind what is said of them",
        ),
        pytest.param(
            "Jeugd, zorg en smokkel zijn onze prioriteiten voor de komende jaren.",
            "ivp",
            ["Jeugd", "zorg", "smokkel"],
            id="named first",
        ),
        pytest.param("Groen en jeugd zijn de kernthema's.", "coalitieakkoord", ["Groen", "jeugd"], id="of a coalition"),
        pytest.param("Groen en jeugd zijn de pijlers.", "programmabegroting", [], id="of a budget"),
        pytest.param("Jeugd en zorg zijn de prioriteiten van de politie.", "ivp", [], id="of another body"),
    ],
)
def test_several_in_one_sentence(text: str, doc_type: str, labels: list[str]) -> None:
    assert [speerpunt.label for speerpunt in speerpunten(policy(text, doc_type))] == labels
