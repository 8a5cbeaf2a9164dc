"""What the sheets share: names of taakvelden and programmes, and the ways in which a figure is written."""

THOUSAND = 1e3
TAAKVELDEN = (
    ("0.1", "Bestuur"),
    ("0.2", "Burgerzaken"),
    ("0.3", "Beheer overige gebouwen en gronden"),
    ("0.4", "Overhead"),
    ("0.5", "Treasury"),
    ("0.61", "OZB woningen"),
    ("0.62", "OZB niet-woningen"),
    ("0.64", "Belastingen overig"),
    ("0.7", "Algemene uitkering en overige uitkeringen gemeentefonds"),
    ("0.8", "Overige baten en lasten"),
    ("0.10", "Mutaties reserves"),
    ("1.1", "Crisisbeheersing en brandweer"),
    ("1.2", "Openbare orde en veiligheid"),
    ("2.1", "Verkeer en vervoer"),
    ("2.2", "Parkeren"),
    ("2.5", "Openbaar vervoer"),
    ("3.1", "Economische ontwikkeling"),
    ("3.4", "Economische promotie"),
    ("4.2", "Onderwijshuisvesting"),
    ("4.3", "Onderwijsbeleid en leerlingzaken"),
    ("5.1", "Sportbeleid en activering"),
    ("5.7", "Openbaar groen en (openlucht) recreatie"),
    ("6.1", "Samenkracht en burgerparticipatie"),
    ("6.3", "Inkomensregelingen"),
    ("6.71a", "Hulp bij het huishouden (WMO)"),
    ("6.72b", "Jeugdhulp behandeling"),
    ("7.1", "Volksgezondheid"),
    ("7.2", "Riolering"),
    ("7.3", "Afval"),
    ("8.1", "Ruimte en leefomgeving"),
    ("8.3", "Wonen en bouwen"),
)
PROGRAMMES = (
    "Inwoner en bestuur",
    "Veilig wonen en leven in de buurt",
    "Bereikbaar en bedrijvig",
    "Sociaal domein en onderwijs",
    "Groene en gezonde leefomgeving met ruimte voor sport en ontmoeting",
)


def dotted(value: float) -> str:
    """1.234 and -1.234."""
    return f"{value:,.0f}".replace(",", ".")


def minus_behind(value: float) -> str:
    return f"{dotted(abs(value))}-" if value < 0 else dotted(value)


def spaced(value: float) -> str:
    return f"{value:,.0f}".replace(",", "\u00a0")


def apostrophes(value: float) -> str:
    return f"{value:,.0f}".replace(",", "'")


def euro(value: float) -> str:
    return f"€ {dotted(value)}"


def euro_apart(value: float) -> str:
    return f"€ - {dotted(-value)}" if value < 0 else f"€ {dotted(value)}"


def bracketed(value: float) -> str:
    return f"({dotted(-value)})" if value < 0 else dotted(value)


def decimal(value: float) -> str:
    return f"{value:.1f}".replace(".", ",")


def bracketed_decimal(value: float) -> str:
    return f"({decimal(-value)})" if value < 0 else decimal(value)


def lettered(value: float) -> str:
    return f"{dotted(abs(value))} {'N' if value < 0 else 'V'}"


def letter_first(value: float) -> str:
    return f"{'N' if value < 0 else 'V'} {dotted(abs(value))}"


def accountants(value: float) -> str:
    return f"-/- {dotted(-value)}" if value < 0 else dotted(value)
