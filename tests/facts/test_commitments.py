"""Commitments: each rule, each trap of the domain's pattern book, each cue of the data files."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.fact_types import Amount, Commitment, Period
from ingest.facts.commitments import commitments
from ingest.facts.cues import cues_in
from ingest.facts.officials import officials
from ingest.facts.registers import register_status
from ingest.lexicon import read_rows
from tests.facts.fact_documents import table
from tests.facts.policy_documents import policy


def found(text: str, doc_type: str = "programmabegroting", year: int | None = 2027) -> list[Commitment]:
    document = policy(text, doc_type, year)
    return commitments(document, officials=officials(document))


def only(text: str, doc_type: str = "programmabegroting", year: int | None = 2027) -> Commitment:
    (commitment,) = found(text, doc_type, year)
    return commitment


@pytest.mark.parametrize(
    ("text", "strength", "status"),
    [
        pytest.param("De wethouder zegt toe de raad te informeren.", "strong", "planned", id="toezegging"),
        pytest.param("Wij gaan de samenwerking versterken.", "strong", "planned", id="gaan with infinitive"),
        pytest.param("Het college stelt hiervoor middelen beschikbaar.", "strong", "planned", id="money"),
        pytest.param("In 2027 wordt een speeltuin aangelegd.", "strong", "planned", id="dated passive"),
        pytest.param("Er wordt een speeltuin aangelegd.", "medium", "planned", id="passive without a date"),
        pytest.param("De gemeente ontwikkelt een meldpunt.", "strong", "planned", id="deliverable"),
        pytest.param("De gemeente wil de overlast verminderen.", "medium", "planned", id="soft verb"),
        pytest.param("In 2027 stimuleert de gemeente inwoners om te melden.", "medium", "planned", id="soft and dated"),
        pytest.param("We zetten in op meer groen in de wijk.", "medium", "planned", id="inzetten op"),
        pytest.param("We onderzoeken of de app breder kan.", "weak", "planned", id="hedge"),
        pytest.param("Deze wordt naar verwachting in 2027 geleverd.", "weak", "planned", id="expected"),
        pytest.param("Naar verwachting kan de proef in 2027 worden hervat.", "weak", "planned", id="expected, can"),
        pytest.param("Afhankelijk van de proef loopt een deel door in 2028.", "weak", "planned", id="depends"),
        pytest.param("Waar nodig proberen wij ouders te helpen.", "weak", "planned", id="condition and soft verb"),
        pytest.param("Op basis van de uitkomsten ontwikkelen we een plan.", "medium", "planned", id="condition"),
        pytest.param("Dit bereiken we door het opzetten van een meldpunt.", "strong", "planned", id="nominalised"),
        pytest.param("Hiervoor is een actieplan opgesteld.", "strong", "realised", id="result"),
        pytest.param(
            "In 2026 heeft de gemeenteraad de nota vastgesteld.", "strong", "realised", id="result of the council"
        ),
        pytest.param(
            "De buurgemeenten hebben afgesproken om samen te investeren.", "strong", "planned", id="agreement"
        ),
        pytest.param("De keuze voor de hal is nog niet gemaakt.", "weak", "undecided", id="undecided"),
        pytest.param("In de voorjaarsnota is een budget gevraagd.", "weak", "undecided", id="budget asked"),
        pytest.param("De gemeente draagt bij aan het regionale fonds.", "medium", "ongoing", id="standing practice"),
        pytest.param("Jaarlijks betaalt Waterdrecht mee aan de dijk.", "medium", "ongoing", id="every year"),
        pytest.param("In 2027 is er extra aandacht voor preventie.", "medium", "planned", id="extra attention"),
        pytest.param("In 2027 komt de focus op groen te liggen.", "medium", "planned", id="focus"),
        pytest.param("In de zomer van 2027 start de GGD met een onderzoek.", "strong", "planned", id="partner, dated"),
        pytest.param("Halverwege 2027 starten de nieuwe coaches.", "strong", "planned", id="thing, dated"),
        pytest.param("De opening is in 2028 voorzien.", "medium", "planned", id="scheduled"),
        pytest.param("De hal is eind 2027 gereed.", "medium", "planned", id="ready, dated"),
        pytest.param("Over het plein is nog niets besloten.", "weak", "undecided", id="nothing decided yet"),
        pytest.param("Wij houden u via deze nieuwsbrief op de hoogte.", "medium", "planned", id="keeps informed"),
        pytest.param("In 2027 gaat de hal open.", "strong", "planned", id="opens"),
        pytest.param("Daar worden bewoners later over geïnformeerd.", "medium", "planned", id="stranded preposition"),
        pytest.param("Naar verwachting kunnen wij in mei 2027 starten.", "weak", "planned", id="expect to be able"),
        pytest.param("Wij hebben besloten de hal niet te slopen.", "strong", "realised", id="decided not to"),
        pytest.param("Er is een plan tot stand gekomen.", "medium", "realised", id="came about"),
        pytest.param("Het college is bezig met een plan.", "medium", "ongoing", id="busy"),
        pytest.param("In 2026 is de dijk verstevigd.", "medium", "realised", id="dated action, done"),
        pytest.param("De nota is uitgewerkt en met de raad gedeeld.", "strong", "realised", id="two participles"),
        pytest.param(
            "Het gaat om kosten die worden voorgelegd aan de raad.", "medium", "planned", id="goes to council"
        ),
        pytest.param("Er is geen geld en het college komt terug naar de raad.", "strong", "planned", id="two clauses"),
    ],
)
def test_strength_and_status(text: str, strength: str, status: str) -> None:
    commitment = only(text)
    assert (commitment.strength, commitment.status) == (strength, status)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De burgemeester kan een pand sluiten.", id="power"),
        pytest.param("De lokale advisering kan en moet beter.", id="judgement"),
        pytest.param("We moeten samen voorkomen dat het misgaat.", id="norm"),
        pytest.param("Hoe gaan we de bewoners beter helpen?", id="question"),
        pytest.param("Met ingang van 2027 is dit een gemeentelijke taak.", id="fact"),
        pytest.param("De jeugdtaak komt per 1-1-2027 onder de gemeenten te vallen.", id="task of the law"),
        pytest.param("Het kabinet heeft besloten meer geld vrij te maken.", id="national government"),
        pytest.param("Landelijk is een taskforce opgericht.", id="national body"),
        pytest.param("Overleggen vinden voortaan plaats in het dorpshuis.", id="what happens"),
        pytest.param("We zien dat het aantal meldingen toeneemt.", id="view"),
        pytest.param("We hebben te maken met veel meldingen.", id="state"),
        pytest.param("De politie werkt samen met de scholen.", id="partner, undated"),
        pytest.param("Met deze brief informeren wij u over de hal.", id="what the letter does"),
        pytest.param("Het toezicht was ondergebracht bij de provincie.", id="past state"),
        pytest.param("De werkzaamheden zijn in 2026 niet afgerond.", id="not done"),
        pytest.param("Wij stellen voor:", id="announces a list"),
        pytest.param("Wij doen dit:", id="points at a list"),
        pytest.param("Met deze kadernota legt het college de keuzes voor.", id="what the nota does"),
        pytest.param("De kosten worden gedekt uit de reserve.", id="what pays for it"),
        pytest.param("Nu het dorp wordt bewaakt, wijken dieven uit.", id="nu opens a clause"),
        pytest.param("Dat doen wij voor alle kernen.", id="points back"),
        pytest.param("Zij willen een gemeente die dichtbij is.", id="indefinite, what others want"),
        pytest.param("De heer Bos (Progressief Waterdrecht) stelt een plan op.", id="in brackets"),
        pytest.param("Zij stelt het college een vraag.", id="pronoun came first"),
        pytest.param("Er is vorig jaar niets vastgesteld.", id="nothing done"),
        pytest.param("Wat hebben wij bereikt", id="question without its mark"),
        pytest.param("De visie wordt door Stichting De Brug uitgewerkt.", id="agent with a name of its own"),
        pytest.param("Er worden extra kosten verwacht.", id="expected, undated"),
        pytest.param("De stichting wordt niet door het college bestuurd.", id="practice denied"),
        pytest.param("Er komt geen nieuwe speeltuin.", id="nothing comes"),
        pytest.param("Op deze brief volgt geen besluit.", id="nothing follows"),
        pytest.param("Vanuit de landelijke overheid is veel inzet geweest.", id="the State"),
        pytest.param("Heb meer aandacht voor de wijken.", id="advice to somebody else"),
        pytest.param("De hal is gereed.", id="ready, without a time"),
        pytest.param("De plannen die aan bewoners worden voorgelegd zijn goed.", id="relative clause, not the council"),
    ],
)
def test_is_no_commitment(text: str) -> None:
    assert found(text) == []


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


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        pytest.param(
            "De in de tweede helft van 2026 ingezette lijn wordt in 2027 verder uitgebouwd.",
            "in 2027",
            Period(date(2027, 1, 1), date(2027, 12, 31)),
            id="not the one inside the noun phrase",
        ),
        pytest.param(
            "In 2027 wordt gestart met een nieuwe nota voor de periode 2028-2031.",
            "In 2027",
            Period(date(2027, 1, 1), date(2027, 12, 31)),
            id="not the period of the plan",
        ),
        pytest.param(
            "Het college levert de nota op uiterlijk 1 mei 2027.",
            "uiterlijk 1 mei 2027",
            Period(None, date(2027, 5, 1)),
            id="at the latest",
        ),
        pytest.param(
            "De burgemeester zegde toe dat we de nota in februari 2027 evalueren.",
            "in februari 2027",
            Period(date(2027, 2, 1), date(2027, 2, 28)),
            id="in what is promised",
        ),
        pytest.param(
            "De proef begint niet in april 2027 maar in september 2027.",
            "in september 2027",
            Period(date(2027, 9, 1), date(2027, 9, 30)),
            id="not the one denied",
        ),
        pytest.param(
            "Wij leggen de nota vóór het einde van het jaar voor.",
            "vóór het einde van het jaar",
            Period(None, date(2027, 12, 31)),
            id="before an end",
        ),
        pytest.param(
            "De vaststelling staat gepland voor het derde kwartaal van 2027.",
            "voor het derde kwartaal van 2027",
            Period(date(2027, 7, 1), date(2027, 9, 30)),
            id="planned for",
        ),
        pytest.param(
            "De opening is doorgeschoven naar maart 2028.",
            "naar maart 2028",
            Period(date(2028, 3, 1), date(2028, 3, 31)),
            id="put off to",
        ),
        pytest.param(
            "Het college rondt het onderzoek voor de zomer van 2027 af.",
            "voor de zomer van 2027",
            Period(None, date(2027, 5, 31)),
            id="before a season",
        ),
        pytest.param(
            "De komende periode gaan we de wijk vergroenen.", "De komende periode", Period(None, None), id="vague"
        ),
    ],
)
def test_deadline(text: str, quote: str, period: Period) -> None:
    deadline = only(text).deadline
    assert deadline is not None
    assert (deadline.text, deadline.period) == (quote, period)


def test_time_of_the_reason_is_no_deadline() -> None:
    text = "In verband met de verkiezingen in 2026 wordt de looptijd van het plan verlengd."
    assert only(text).deadline is None


def test_result_in_a_report_gets_its_year() -> None:
    deadline = only("We ontwikkelden een meldpunt.", "jaarstukken", 2026).deadline
    assert deadline is not None
    assert (deadline.text, deadline.period.start) == (None, date(2026, 1, 1))


def test_actor_is_who_we_are() -> None:
    assert only("Wij bouwen een brug.").actor == "gemeente Waterdrecht"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        pytest.param("Wij breiden het in 2027 uit met een analist.", date(2027, 1, 1), id="after a pronoun"),
        pytest.param("De huisjes zijn in 2026 gecontroleerd door het college.", date(2026, 1, 1), id="after zijn"),
        pytest.param("In een overleg op 3 mei 2027 stellen wij een plan op.", date(2027, 5, 3), id="day in a phrase"),
        pytest.param("Wij slopen het in 2026 gebouwde huis.", None, id="inside a noun phrase"),
    ],
)
def test_time_belongs_to_the_act(text: str, start: date | None) -> None:
    deadline = only(text).deadline
    assert (deadline.period.start if deadline else None) == start


def test_month_without_a_year_is_no_pledge() -> None:
    assert found("Het plan is in juni ingetrokken.")[0].status == "realised"


def test_number_of_an_item_is_no_part_of_it() -> None:
    assert only("2. Wij bouwen een brug.").text == "Wij bouwen een brug."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bouwen in de polder doen wij niet.", id="niet at the end"),
        pytest.param("Permanent toezicht willen wij niet.", id="not wanted"),
        pytest.param("Wij gaan met het aantal banken niet omlaag.", id="not down"),
    ],
)
def test_refusal(text: str) -> None:
    assert only(text, "coalitieakkoord").status == "opposed"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("De evaluatie zal in december 2027 plaatsvinden.", id="takes place"),
        pytest.param("De regeling gaat op 1 maart 2027 in.", id="takes effect"),
    ],
)
def test_dated_event(text: str) -> None:
    assert only(text).status == "planned"


def test_agent_of_a_passive_is_the_actor() -> None:
    assert only("In 2027 wordt de nota door het college vastgesteld.").actor == "college"


def test_name_of_an_official_is_an_actor() -> None:
    text = "Burgemeester Anna de Wit opent de raad. Daarna zegde De Wit toe dat de hal opengaat."
    assert [c.actor for c in found(text) if c.promise_type == "toezegging"] == ["burgemeester Anna de Wit"]


def test_subject_of_an_intransitive_perfect_is_the_actor() -> None:
    assert only("De gemeente is in 2026 gestart met een proef.").actor == "gemeente Waterdrecht"


def test_object_of_a_promise_is_what_is_promised() -> None:
    assert only("De wethouder zegt toe dat de raad een brief ontvangt.").object == "de raad een brief ontvangt"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("Wij blijven in 2027 samenwerken met de dorpen.", "ongoing", id="blijven, dated"),
        pytest.param("Omdat het nodig was, is in 2026 de raad geïnformeerd.", "realised", id="verb after a clause"),
        pytest.param("De cijfers worden automatisch gepubliceerd.", "ongoing", id="automatically"),
    ],
)
def test_status(text: str, status: str) -> None:
    assert only(text).status == status


def test_object_is_not_the_actor() -> None:
    assert only("Over het plan besluit de burgemeester in mei 2027.").object is None


def test_who_receives_a_paper_does_nothing() -> None:
    assert only("De raad ontvangt in mei 2027 een brief.").actor is None


def test_body_before_the_verb_is_no_agent() -> None:
    assert only("Na goedkeuring door de raad wordt in 2027 het plan gepubliceerd.").actor is None


def test_party_in_a_report_of_a_debate_binds_nobody() -> None:
    assert found("De fractie bouwt een brug.", "besluitenlijst") == []


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        pytest.param("De proef begint niet in april maar in september 2027.", False, id="not this but that"),
        pytest.param("Wij planten niet alleen bomen.", False, id="not only"),
        pytest.param("Wij gaan geen bomen kappen.", True, id="none"),
    ],
)
def test_negated(text: str, negated: bool) -> None:
    assert only(text).negated is negated


def test_object_of_a_passive_is_its_subject() -> None:
    assert only("De oude brug wordt vervangen.").object == "De oude brug"


def test_two_acts_in_a_sentence_get_a_span_each() -> None:
    text = "Wij bouwen een brug en de weg wordt verbreed."
    assert [c.text for c in found(text)] == ["Wij bouwen een brug", "en de weg wordt verbreed."]


def test_amount_in_the_sentence_counts_as_a_point() -> None:
    document = policy("Er gaat een park komen. Het college verhoogt het budget met € 5.000.")
    start = document.text.index("€ 5.000")
    amount = Amount(start, start + 7, "€ 5.000", 0.9, 5000.0)
    assert [c.amount_eur for c in commitments(document, [amount])] == [5000.0]


@pytest.mark.parametrize(
    "row", read_rows("commitment_cues.tsv"), ids=lambda row: f"{row['class']}: {row['example'][:40]}"
)
def test_every_cue_is_in_its_example(row: dict[str, str]) -> None:
    assert row["class"] in cues_in(row["example"])


@pytest.mark.parametrize("row", [*read_rows("actors.tsv")], ids=lambda row: row["example"][:40])
def test_every_own_actor_makes_its_example_a_commitment(row: dict[str, str]) -> None:
    assert only(row["example"]).actor


@pytest.mark.parametrize("row", read_rows("third_parties.tsv"), ids=lambda row: row["example"][:40])
def test_every_third_party_counts_as_its_kind_says(row: dict[str, str]) -> None:
    assert bool(found(row["example"])) == (row["kind"] == "partner")


@pytest.mark.parametrize("row", read_rows("register_status.tsv"), ids=lambda row: row["example"])
def test_every_register_status(row: dict[str, str]) -> None:
    assert register_status(row["example"]) == row["status"]


def test_number_that_ran_together_with_the_act() -> None:
    rows = table(
        ("Nr.", "Actie", "Trekker", "Planning"),
        ("1.1 Zes bedrijven bezoeken", "Team Veiligheid", "Q1 2027"),
        ("1.2", "De nota herzien", "Team Veiligheid", "Q3 2027"),
    )
    assert [(c.number, c.text, c.holder) for c in commitments(rows)] == [
        ("1.1", "Zes bedrijven bezoeken", "Team Veiligheid"),
        ("1.2", "De nota herzien", "Team Veiligheid"),
    ]


def test_row_that_promises_to_look_into_something_is_weak() -> None:
    rows = table(("Toezegging", "Portefeuillehouder"), ("Het college onderzoekt of de hal open kan.", "Smit"))
    assert [c.strength for c in commitments(rows)] == ["weak"]


def test_rows_of_a_register_become_commitments() -> None:
    document = table(
        ("Nr.", "Datum", "Toezegging", "Portefeuillehouder", "Termijn", "Status"),
        ("T-1", "3 maart 2026", "De raad krijgt een brief over de brug", "De Wit", "mei 2026", "Openstaand"),
        ("T-2", "3 maart 2026", "De nota wordt geëvalueerd", "Jansen", "Q4 2026", "Afgedaan"),
    )
    first, second = commitments(document)
    assert (first.number, first.holder, first.register_status, first.status) == (
        "T-1",
        "De Wit",
        "Openstaand",
        "planned",
    )
    assert (second.register_status, second.status, second.promise_type) == ("Voldaan", "realised", "toezegging")
    assert first.deadline is not None
    assert first.deadline.period == Period(date(2026, 5, 1), date(2026, 5, 31))


def test_other_tables_are_left_alone() -> None:
    assert commitments(table(("Programma", "Lasten"), ("De gemeente bouwt een brug", "100"))) == []


@pytest.mark.parametrize("row", read_rows("register_columns.tsv"), ids=lambda row: row["example"])
def test_every_column_is_known_by_its_head(row: dict[str, str]) -> None:
    heads = {"what": "Toezegging", "status": "Status"} | {row["column"]: row["example"]}
    document = table(tuple(heads.values()), tuple("De raad krijgt een brief" for _ in heads))
    (commitment,) = commitments(document)
    assert commitment.number is not None or row["column"] != "number"


def test_spans_are_exact() -> None:
    document = policy("De gemeente bouwt in 2027 een brug.\n* Wij planten bomen.")
    for commitment in commitments(document):
        assert document.text[commitment.start : commitment.end] == commitment.text
