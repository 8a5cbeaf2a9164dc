"""Commitments: what is one and what is none, how firm it is and in what state."""

from dataclasses import replace
from datetime import date

import pytest

from ingest.facts.commitments import commitments
from tests.facts.committing import found, only
from tests.facts.policy_documents import policy


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
        pytest.param(
            "Conform het coalitieakkoord wordt in 2027 een woonvisie opgesteld.",
            "strong",
            "planned",
            id="by the accord",
        ),
        pytest.param("In 2027 worden nieuwe doelen geformuleerd.", "strong", "planned", id="goals to come"),
        pytest.param("De renovatie moet in 2027 klaar zijn.", "medium", "planned", id="dated duty, ready"),
        pytest.param("De bouw moet in 2027 starten.", "strong", "planned", id="dated duty, an event"),
        pytest.param(
            "De bouw moet vóór de zomer van 2027 zijn afgerond.", "strong", "planned", id="to be done by then"
        ),
        pytest.param("Eind 2027 zullen alle straten zijn vernieuwd.", "strong", "planned", id="will be done by then"),
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
        pytest.param("Bewoners moeten vóór 1 mei 2027 bezwaar maken.", id="dated duty of others"),
        pytest.param("Eind 2027 moeten de stoepen breder zijn.", id="dated state"),
        pytest.param("De wegen kunnen zijn beschadigd.", id="what may have happened"),
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


def test_month_without_a_year_is_no_pledge() -> None:
    assert found("Het plan is in juni ingetrokken.")[0].status == "realised"


def test_number_of_an_item_is_no_part_of_it() -> None:
    assert only("2. Wij bouwen een brug.").text == "Wij bouwen een brug."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Bouwen in de polder doen wij niet.", id="niet at the end"),
        pytest.param("Permanent toezicht willen wij niet.", id="not wanted"),
        pytest.param("Wij zien geen aanleiding om de brug te vervangen.", id="no reason"),
        pytest.param("Het college is niet voornemens de leges te verlagen.", id="does not intend"),
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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wij gaan met het aantal banken niet omlaag.", id="not down"),
        pytest.param("De leges worden in 2027 niet verhoogd.", id="not raised"),
        pytest.param("Wij verhogen de leges niet.", id="not raised, niet at the end"),
    ],
)
def test_what_stays_as_it_is_is_planned_and_negated(text: str) -> None:
    commitment = only(text, "coalitieakkoord")
    assert (commitment.status, commitment.negated) == ("planned", True)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("1 Artikel 38b Politiewet 2012: de gemeenteraad stelt de doelen vast.", id="behind its number"),
        pytest.param("Artikel 149 Gemeentewet: de raad maakt de verordeningen.", id="before a colon"),
    ],
)
def test_section_of_law_is_no_promise(text: str) -> None:
    assert found(text, "rib") == []


def test_footnote_is_no_promise() -> None:
    document = policy("Op deze brief beslist het college in mei 2027.", "rib")
    footnotes = tuple(replace(block, role="footnote") for block in document.blocks)
    assert commitments(replace(document, blocks=footnotes)) == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        pytest.param(
            "Daarom gaan wij:\n* twee boa's aanstellen;\n* een punt openen in de wijk.",
            ["twee boa's aanstellen;", "een punt openen in de wijk."],
            id="infinitives below an auxiliary",
        ),
        pytest.param(
            "Dit bereiken wij door:\n* het plaatsen van hekken",
            ["het plaatsen van hekken"],
            id="nouns below door",
        ),
        pytest.param("De bewoners willen:\n* meer boa's aanstellen", [], id="wishes of others"),
        pytest.param("Wij gaan het volgende doen:\n* rust, reinheid", [], id="items without a verb"),
    ],
)
def test_list_that_is_announced(text: str, items: list[str]) -> None:
    assert [commitment.text for commitment in found(text, "rib") if commitment.text in text.split("\n", 1)[1]] == items


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        pytest.param("# Planning\n* april 2027: inloopavond voor omwonenden", [date(2027, 4, 1)], id="below a head"),
        pytest.param(
            "Mei 2027 - aanbesteding van het werk\nJuli 2027 - gunning aan de aannemer",
            [date(2027, 5, 1), date(2027, 7, 1)],
            id="two in a row",
        ),
        pytest.param("* april 2027: inloopavond voor omwonenden", [], id="one alone"),
        pytest.param("# Planning\n* april 2025: inloopavond voor omwonenden", [], id="over"),
        pytest.param("# Planning\n* 2027: 45.000", [], id="figure"),
    ],
)
def test_steps_of_a_planning(text: str, starts: list[date]) -> None:
    deadlines = [commitment.deadline for commitment in found(text, "rib")]
    assert [deadline.period.start for deadline in deadlines if deadline] == starts


@pytest.mark.parametrize(
    ("opening", "count"),
    [
        pytest.param("Besluit:", 1, id="behind a colon"),
        pytest.param("Besluitvorming over de hal", 0, id="a word that begins so"),
    ],
)
def test_letter_tells_what_was_decided(opening: str, count: int) -> None:
    assert len(found(f"{opening}\n1. In te stemmen met het plan voor de hal.", "rib")) == count
