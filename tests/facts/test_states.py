"""Lists of states: tables that say of each row where it stands, in words, as a share or by a sign with a legend."""

import pytest

from ingest.facts.commitments import commitments
from ingest.facts.listings import listed_rows
from ingest.facts.periods import Anchor
from ingest.facts.registers import registered
from ingest.model import Document
from tests.facts.fact_documents import blocks_of, table

State = tuple[str | None, str | None]
HEAD = ("Onderwerp", "Stand van zaken")
FIRST, SECOND, THIRD = "Verlichting in het park", "Een tweede sporthal", "De haven uitdiepen"


def states(source: Document) -> list[State]:
    """The state of each row that is a commitment, and what the paper says of it."""
    found = registered(source.text, listed_rows(source), Anchor(2026, "jaarstukken"))
    return [(each.register_status, each.register_said) for each in found]


def listed(*signs: str) -> list[tuple[str, str]]:
    """A table of the three subjects with these signs."""
    return [HEAD, *zip((FIRST, SECOND, THIRD), signs, strict=True)]


LEGENDS = {
    "behind brackets": ["klaar (✓)", "aandachtspunt of knelpunt (!)", "geschrapt (x)"],
    "equals": ["✓ = klaar; ! = aandachtspunt of knelpunt; x = geschrapt."],
    "as items": ["✓ klaar", "! aandachtspunt of knelpunt", "x geschrapt"],
    "in a sentence": ["De tekens betekenen: ✓: klaar, !: aandachtspunt of knelpunt en x: geschrapt."],
}
EXPLAINED = [
    ("Voldaan", "klaar (✓)"),
    ("Openstaand", "aandachtspunt of knelpunt (!)"),
    ("Vervallen", "geschrapt (x)"),
]


@pytest.mark.parametrize("lines", LEGENDS.values(), ids=LEGENDS.keys())
def test_a_legend_above_explains_the_signs(lines: list[str]) -> None:
    source = blocks_of(*((line, "paragraph") for line in lines), *listed("✓", "!", "x"))

    assert states(source) == EXPLAINED


def test_marks_one_after_another_need_no_more_between_them_than_a_space() -> None:
    source = blocks_of(*listed("✔", "→", "–"), ("✔ uitgevoerd → loopt – vervallen", "paragraph"))

    assert states(source) == [
        ("Voldaan", "uitgevoerd (✔)"),
        ("Openstaand", "loopt (→)"),
        ("Vervallen", "vervallen (–)"),
    ]


def test_a_legend_below_does_so_too() -> None:
    source = blocks_of(*listed("✓", "!", "x"), ("✓ = klaar; ! = aandachtspunt of knelpunt; x = geschrapt", "paragraph"))

    assert states(source) == EXPLAINED


def test_the_legend_above_goes_before_that_of_a_later_table() -> None:
    later = ("✓ = loopt; ! = vervallen; x = klaar", "paragraph")
    source = blocks_of(("✓ = klaar; ! = aandachtspunt of knelpunt; x = geschrapt", "paragraph"), *listed(*"✓!x"), later)

    assert states(source) == EXPLAINED


def test_colours_named_in_words_need_their_legend() -> None:
    legend = ("Groen: op schema. Rood: loopt vast of is gestopt. Blauw: afgerond.", "paragraph")

    assert states(blocks_of(legend, *listed("Groen", "Rood", "Blauw"))) == [
        ("Openstaand", "op schema (Groen)"),
        (None, "loopt vast of is gestopt (Rood)"),
        ("Voldaan", "afgerond (Blauw)"),
    ]
    assert states(table(*listed("Groen", "Rood", "Blauw"))) == []


def test_a_sign_without_a_legend_says_nothing_save_a_tick() -> None:
    source = table(("Actie", "Status"), (FIRST, "✓"), (SECOND, "!"), (THIRD, "x"))

    assert states(source) == [("Voldaan", "✓"), (None, None), (None, None)]


@pytest.mark.parametrize(
    ("said", "state"),
    [
        ("100%", "Voldaan"),
        ("75 %", "Openstaand"),
        ("0%", "Openstaand"),
        ("Niet gerealiseerd", "Openstaand"),
        ("Nog niet gestart", "Openstaand"),
        ("Vertraagd", "Openstaand"),
        ("Gaat niet door", "Vervallen"),
        ("Deels gereed", "Deels voldaan"),
    ],
)
def test_words_and_shares_need_no_legend(said: str, state: str) -> None:
    assert states(table(HEAD, (FIRST, said), (SECOND, "Gereed"))) == [(state, said), ("Voldaan", "Gereed")]


def test_a_table_of_subjects_with_other_words_is_no_list() -> None:
    assert states(table(HEAD, (FIRST, "Wethouder Kraan"), (SECOND, "Noord"), (THIRD, "Gereed"))) == []


def test_the_name_of_a_group_of_rows_is_no_row() -> None:
    rows = [HEAD, ("Sport en bewegen", ""), (FIRST, "Gereed"), (SECOND, "Loopt")]

    assert [state for state, _ in states(table(*rows))] == ["Voldaan", "Openstaand"]


def test_a_legend_states_no_fact() -> None:
    legend = [
        ("Bij de acties staat hoe ver wij zijn:", "paragraph"),
        ("onderwerpen die zijn gerealiseerd (✓)", "paragraph"),
    ]
    more = ("onderwerpen die worden uitgevoerd (!)", "paragraph")
    source = blocks_of(*legend, more, HEAD, (FIRST, "✓"), (SECOND, "!"))

    assert [each.text for each in commitments(source)] == [FIRST, SECOND]


def test_a_table_of_its_own_may_be_the_legend() -> None:
    source = table(("☺", "Gereed"), ("☹", "Niet haalbaar gebleken"), *listed("☺", "☹", "☺"))

    assert [state for state, _ in states(source)] == ["Voldaan", "Vervallen", "Voldaan"]
