"""Papers for the tests of identification, all invented, and what is concluded of them."""

from dataclasses import dataclass

import pytest

from ingest.gazetteer import Gazetteer
from ingest.identify import identify
from ingest.model import Identity


@dataclass(frozen=True)
class Paper:
    """A document as the reader hands it over."""

    text: str
    file: str = "a1b2c3d4.txt"
    title: str | None = None
    url: str | None = None
    furniture: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Case:
    """A paper and what it is: the fields that are given must come out so, None for what it doesn't say."""

    text: str
    expected: dict[str, str | int | None]
    file: str = "a1b2c3d4.txt"
    title: str | None = None
    url: str | None = None
    furniture: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()


def case(
    name: str,
    text: str,
    *,
    file: str = "a1b2c3d4.txt",
    title: str | None = None,
    url: str | None = None,
    furniture: tuple[str, ...] = (),
    hints: tuple[tuple[str, str], ...] = (),
    **expected: str | int | None,
) -> object:
    """A row of a table of cases: its name, the paper, and what it is."""
    return pytest.param(Case(text, expected, file, title, url, furniture, hints), id=name)


def identity_of(paper: Paper | Case, gazetteer: Gazetteer, given: dict[str, str] | None = None) -> Identity:
    return identify(
        paper.text,
        file=paper.file,
        title=paper.title,
        url=paper.url,
        furniture=paper.furniture,
        hints=paper.hints,
        given=given,
        gazetteer=gazetteer,
    )


def shown(identity: Identity) -> dict[str, str | int | None]:
    period, date = identity.plan_period.value, identity.date.value
    return {
        "municipality": identity.municipality.value,
        "doc_type": identity.doc_type.value,
        "reporting_year": identity.reporting_year.value,
        "plan_period": f"{period.start.year}-{period.end.year}" if period and period.start and period.end else None,
        "date": date.isoformat() if date else None,
    }


def check(case: Case, gazetteer: Gazetteer) -> None:
    found = shown(identity_of(case, gazetteer))
    assert {name: found[name] for name in case.expected} == case.expected


MEETING = """Besluitenlijst vergadering college van burgemeester en wethouders

Datum: dinsdag 12 september 2023

1. Vaststellen besluitenlijst 5 september 2023
Besluit: conform vastgesteld.
2. Programmabegroting 2024-2027
Besluit: de begroting aan te bieden aan de raad.
"""

LETTER = """Raadsinformatiebrief

Van: college van burgemeester en wethouders van Hoorn
Aan: de gemeenteraad
Datum: 19 maart 2024
Onderwerp: Voortgang van de nieuwe sporthal

Geachte raad,

Op 5 december 2023 vroeg u naar de begroting. Het jaarverslag 2022 gaf daarop geen antwoord.
"""

MOTION = """Motie Veilige schoolroutes

De raad van de gemeente Houten, in vergadering bijeen op 9 november 2023,
ter behandeling van de Programmabegroting 2024,

constaterende dat:
- er geen veilige route naar school is;
overwegende dat:
- kinderen veilig moeten fietsen;
verzoekt het college:
- een plan te maken,
en gaat over tot de orde van de dag.
"""

REGULATION = """Verordening op de straathandel Zeewolde 2021

Geldend van 04-02-2021 t/m heden

Intitulé

Verordening op de straathandel Zeewolde 2021

De raad van de gemeente Zeewolde;
gelet op artikel 149 van de Gemeentewet;

Artikel 1 Begrippen
"""

LOOKING_BACK = """Doel 3.1.2 Een veilige wijk

Beschrijving doel (tekst uit Begroting 2021)

We gaan de wijken veiliger maken. We willen in 2021 meer toezicht.

Toelichting op realisatie doel

In 2021 hebben we twee boa's aangesteld. We startten een proef en werkten samen met de politie.
In 2021 werd het plein opgeknapt. Ook hebben wij het meldpunt verbeterd.

Deze pagina is gebouwd op 06/02/2022 10:11:12 met de export van 06/02/2022 10:00:00
"""
