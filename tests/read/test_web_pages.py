"""Saved pages as sites of municipalities make them: online begrotingen, agendas, regulations, news."""

from pathlib import Path

import pytest

from ingest.read.html import read_html

PAGES = Path(__file__).parent / "pages"

EXPECTED = {
    "agenda": [
        "# Gemeenteraad",
        "donderdag 6 februari 2025 20:00 - 23:00 Locatie: Raadzaal Voorzitter: J. Terpstra-Vos",
        "### 1 Opening en vaststelling van de agenda",
        "### 2 Voorstel nota grondbeleid",
        "- Het college stelt de raad voor om de nota grondbeleid vast te stellen.",
        "- Raadsvoorstel nota grondbeleid.pdf (245 KB) Bijlage 1.pdf (1,2 MB)",
        "- Besluit",
        "- Het voorstel is aangenomen met 15 stemmen voor en 6 tegen.",
        "### 3 Motie veilig oversteken",
        "- Wethouder De Graaf zegt toe de oversteek voor de zomer te verlichten.",
    ],
    "begroting-accordeon": [
        "# Programma 2 Wonen",
        "## Wat willen we bereiken?",
        "Iedereen in Waterdrecht vindt een betaalbaar huis.",
        "### Meer woningen voor starters",
        "In 2025 bouwen wij veertig woningen voor starters.",
        "De helft daarvan is sociale huur.",
        "## Wat mag het kosten?",
        "^ Bedragen x € 1.000",
        "| Exploitatie | Rekening 2023 | Begroting 2024 | Begroting 2025",
        "| Lasten | 4.210 | 4.405 | 4.980",
        "| Baten | 1.150 | 1.095 | 1.310",
    ],
    "begroting-dl": [
        "# Paragraaf verbonden partijen",
        "## Veiligheidsregio Zuiderstrand",
        "| Vestigingsplaats | Waterdrecht",
        "| Bijdrage 2025 | € 1.245.000",
        "| Bestuurlijk belang | De burgemeester is lid van het algemeen bestuur.",
        "## Omgevingsdienst De Kust",
        "| Bijdrage 2025 | € 730.000",
        "| Risico's | De dienst heeft te weinig personeel.",
        "|  | De tarieven stijgen.",
    ],
    "begroting-geneste-divs": [
        "# Begroting 2025",
        "De begroting is sluitend in alle jaren.",
        "Reserves",
        "De algemene reserve is 6,4 miljoen euro.",
        "Dat is genoeg.",
        "1",
        "Veiligheid",
        "€ 3,4 mln",
        "2",
        "Wonen",
        "€ 5,0 mln",
        "| Taakveld | 2025",
        "| 8.1 Ruimte | 1.250.000",
    ],
    "begroting-tabs": [
        "# Programma Sociaal domein",
        "## Doelen",
        "- Doel 1 Inwoners doen langer mee.",
        "- Het buurthuis is elke dag open.",
        "- Er zijn twaalf buurtverbinders.",
        "## Indicatoren",
        "| Indicator | 2023 | 2024",
        "| Mantelzorgers met ondersteuning | 310 | 365",
        "## Financiën",
        "De lasten waren 12,4 miljoen euro.",
    ],
    "nieuws": [
        "# Wethouder opent fietstunnel",
        "Gepubliceerd op: 14 maart 2025",
        "Wethouder De Graaf heeft de fietstunnel bij Oosterhage geopend.",
        "^ De nieuwe tunnel onder de provinciale weg.",
        "Nu kunnen kinderen veilig naar school.",
        "De tunnel kostte 3,2 miljoen euro.",
    ],
    "regeling": [
        "Overheid.example",
        "# Verordening jeugdhulp gemeente Sint-Maartenszijl 2025",
        "Geldend van 01-01-2025 t/m heden",
        "De raad van de gemeente Sint-Maartenszijl;",
        "gelezen het voorstel van burgemeester en wethouders van 5 november 2024;",
        "besluit vast te stellen de volgende verordening:",
        "## Hoofdstuk 1 Algemene bepalingen",
        "### Artikel 1 Begripsbepalingen",
        "In deze verordening wordt verstaan onder:",
        "- a. jeugdteam: het team dat de toegang verzorgt;",
        "- b. budget: persoonsgebonden budget.",
        "## Hoofdstuk 2 Toegang",
        "### Artikel 2 Melding",
        "1. Een jeugdige kan zich melden bij het jeugdteam.",
        "2. Het college bevestigt de melding binnen vijf werkdagen.",
        "Aldus vastgesteld in de vergadering van 19 december 2024.",
    ],
    "toezeggingen": [
        "# Toezeggingen",
        "## 2025-014 Verlichting oversteek",
        "| Portefeuillehouder | De Graaf",
        "| Toezegging | De wethouder verlicht de oversteek voor de zomer.",
        "| Afdoening | 1 juli 2025",
        "## 2025-015 Evaluatie buurtbus",
        "| Toezegging | De raad ontvangt in september de evaluatie.",
    ],
}
"""What is left of each page: "#" and its level before a heading, "-" before an item, "|" a row, "^" a caption."""

_MARKS = {"list_item": "- ", "table_row": "| ", "caption": "^ "}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_page_is_read_without_what_is_around_it(name: str) -> None:
    lines = (line for line in read_html(PAGES / f"{name}.html").lines if line.role != "furniture")

    read = [
        f"{'#' * (line.level or 1)} {line.text}"
        if line.role == "heading"
        else f"{_MARKS.get(line.role or '', '')}{line.text}"
        for line in lines
    ]

    assert read == EXPECTED[name]
