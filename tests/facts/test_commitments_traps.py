"""The traps of the domain's pattern book, section 2.2, in its order."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.fact_types import Period
from ingest.facts.commitments import commitments
from tests.facts.committing import found, only
from tests.facts.policy_documents import policy


class TestTraps:
    """Section 2.2 of the pattern book, in its order."""

    def test_past_of_a_separable_verb_is_realised(self) -> None:
        assert only("We gingen overlast tegen door toezicht.", "jaarstukken", 2026).status == "realised"

    def test_plan_inside_a_past_sentence(self) -> None:
        text = "Verder maakten we een regionaal model, op basis waarvan we ons eigen beleid gaan vernieuwen."
        assert [c.status for c in found(text, "jaarstukken", 2026)] == ["realised", "planned"]

    def test_present_tense_in_a_report_is_a_practice(self) -> None:
        assert only("De gemeente zet zich in voor veilige straten.", "jaarstukken", 2026).status == "ongoing"

    def test_goal_in_the_heading_is_none(self) -> None:
        assert found("# Doel 3.1 We versterken de veiligheid") == []

    def test_goal_repeated_below_its_heading_is_none(self) -> None:
        goal = "We versterken de veiligheid in de wijken door toezicht en voorlichting"
        assert found(f"# Doel 3.1 {goal}\n{goal}, zodanig dat:") == []

    def test_criterion_with_its_verb_last_is_none(self) -> None:
        assert found("* We het veiligheidsgevoel bij feesten behouden.") == []

    def test_result_that_lies_ahead_is_a_pledge(self) -> None:
        assert only("In mei 2027 is het park geopend.").status == "planned"

    def test_result_as_an_item_of_a_programme_is_a_pledge(self) -> None:
        text = "* Is de stationsbuurt vernieuwd"
        assert only(text, "verkiezingsprogramma", 2026).status == "planned"

    def test_superseded_plan_gives_way_to_the_new_one(self) -> None:
        text = "De boot zou in 2026 geleverd worden. Deze wordt naar verwachting in 2027 geleverd."
        commitment = only(text)
        assert commitment.deadline is not None
        assert commitment.deadline.text == "in 2027"

    def test_contradiction_in_a_block_keeps_both(self) -> None:
        text = "# Opvang keuze voor middelen is nog niet gemaakt\nDe gemeente stelt hiervoor middelen beschikbaar."
        assert [c.status for c in found(text)] == ["undecided", "planned"]

    def test_third_party_counts_only_with_a_date(self) -> None:
        text = "Het RIEC start in 2027 met een analyse. Het RIEC start met een analyse."
        commitment = only(text)
        assert (commitment.actor, commitment.promise_type) == ("RIEC", "voorstel_derde")

    def test_we_of_a_party_is_a_competent_actor(self) -> None:
        commitment = only("Wij realiseren een openbaar park.", "verkiezingsprogramma", 2026)
        assert (commitment.strength, commitment.promise_type) == ("strong", "verkiezingsbelofte")

    def test_undated_duty_is_none(self) -> None:
        assert found("Elke gemeente moet beschikken over een aanpak.") == []

    def test_power_is_none(self) -> None:
        assert found("Dan kan de burgemeester dat pand sluiten.") == []

    def test_alleged_promise_is_none(self) -> None:
        assert found("Klopt het dat mondeling een speeltuin is toegezegd.") == []

    def test_anaphora_keeps_the_sentence_before(self) -> None:
        text = "De oude brug is op. Deze wordt in 2027 vervangen."
        commitment = only(text)
        assert commitment.context_start == 0

    def test_alternative_clause_stands_apart(self) -> None:
        text = "De wethouder zegt toe de brief te sturen. Mocht dit niet kunnen, zal het college de reden delen."
        assert [c.promise_type for c in found(text)] == ["toezegging", "voornemen"]

    def test_question_of_a_council_member_is_none(self) -> None:
        assert found("Wanneer gaat het college de brug vervangen?") == []

    def test_plan_text_copied_in_a_report_is_no_news(self) -> None:
        document = policy("# Doelen (tekst uit Begroting 2026)\nWij bouwen een brug. De hal is in 2026 geopend.")
        section = replace(document.sections[0], layer="quoted_plan")
        identity = policy("", "jaarstukken", 2026).identity
        copied = replace(document, sections=(section,), identity=identity)
        assert [c.status for c in commitments(copied)] == ["realised"]

    def test_request_of_a_council_member_is_none(self) -> None:
        assert found("Verzoekt het college een hal te bouwen.", "raadsverslag") == []

    def test_plan_put_off_is_not_done(self) -> None:
        commitment = only("De bouw van de hal is uitgesteld tot 2028.")
        assert commitment.deadline is not None
        assert (commitment.status, commitment.deadline.period) == (
            "planned",
            Period(date(2028, 1, 1), date(2028, 12, 31)),
        )

    def test_plan_put_off_without_a_new_time_is_open(self) -> None:
        assert only("De bouw van de hal is uitgesteld.").status == "undecided"

    def test_plan_of_the_province_is_none(self) -> None:
        text = "De provincie stelt een visie op. Daarom worden er bij het spoor woningen gebouwd. "
        assert found(text) == []
        assert len(found(text + "Wij stellen een plan op. Daarom worden er bomen geplant.")) == 2

    @pytest.mark.parametrize("who", ["bewoner van de Dijk", "namens de Stichting Dijk", "ondernemer in het centrum"])
    def test_promise_of_a_resident_is_none(self, who: str) -> None:
        assert found(f"De heer Dekker, {who}, belooft in 2027 de steiger op te knappen.") == []
