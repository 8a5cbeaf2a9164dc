"""Why somebody is named, and how long documents name them in an office or portfolio, in Dutch."""

from index.finding.acting import stands_in
from index.finding.nameless import Nameless
from index.finding.terms_of_office import Career, Term
from index.finding.who import Holder, How, Who
from index.store.moments import moment
from index.store.rows import DocumentRow
from ingest.fact_types import Official
from views.when import about
from views.words import ROLE, counted, day

FOR_ANOTHER = "Tijdelijk waargenomen, zegt het stuk."

_WHY: dict[How, str] = {
    "portfolio": "De portefeuille noemt het: {portfolio}.",
    "sentence": "Het stuk zegt het in deze zin.",
    "successor": "Kwam later in dit ambt. Dat het hierover gaat, staat er niet bij deze naam.",
    "section": "Genoemd als portefeuillehouder bij: {heading}.",
    "theme": "De portefeuille gaat over hetzelfde thema: {portfolio}.",
    "field": "De portefeuille gaat over het bredere beleidsveld: {portfolio}. Letterlijk staat dit er niet in.",
    "office": "",
}


def why_named(holder: Holder) -> str:
    """Why somebody answers a question after who is in charge; empty where an office was asked for."""
    row, fact = holder.row, holder.row.fact
    heading = row.heading_path[-1] if row.heading_path else ""
    portfolio = fact.portfolio if isinstance(fact, Official) else None
    why = _WHY[holder.how].format(portfolio=portfolio, heading=heading)
    return f"{why} {FOR_ANOTHER}".strip() if stands_in(holder.sentence) else why


def no_name(found: Who) -> str:
    """That papers give a subject to an office, and don't say whose it is."""
    known = any(one.names for one in found.nameless)
    rest = "" if known else " Geen gelezen stuk zegt wie dat ambt had:"
    return f"Een stuk geeft {found.subject} aan een ambt, zonder naam.{rest}"


def whose(one: Nameless) -> str:
    """Whom other papers give an office that this one doesn't name; empty where none does."""
    return f"Dit ambt heeft volgens andere stukken: {', '.join(one.names)}." if one.names else ""


def terms_of(holder: Holder) -> list[Term]:
    """That of the portfolio that says it, else that of the office."""
    fact, terms = holder.row.fact, holder.career.terms
    portfolio = fact.portfolio if isinstance(fact, Official) else None
    own = [term for term in terms if term.portfolio and term.portfolio == portfolio]
    return own or [term for term in terms if term.portfolio is None][:1]


def term_in_words(term: Term) -> str:
    """ "Wethouder: genoemd van 4 mei 2021 tot en met 2 juni 2022, in 3 stukken. Daarna: Ans Post." """
    what = f"Portefeuille {term.portfolio}" if term.portfolio else ROLE[term.role].capitalize()
    first, last = moment_in_words(term.first), moment_in_words(term.last)
    if term.first.id == term.last.id:
        told = f"{what}: genoemd {'op ' if _dated(term.first) else 'in '}{first}."
    else:
        told = f"{what}: genoemd van {first} tot en met {last}, in {counted(term.documents)}."
    before = f" Daarvoor: {term.before}." if term.before else ""
    after = f" Daarna: {term.after}." if term.after else ""
    beside = (
        f" Het stuk noemt daarbij ook {', '.join(term.beside)}; wie wat heeft, staat er niet." if term.beside else ""
    )
    return told + before + after + beside + _told_itself(term) + _interim(term)


def _interim(term: Term) -> str:
    """That a paper calls the office held for the time: " Waarnemend of a.i., zegt een stuk over 2023." """
    if term.interim is None:
        return ""
    return f" Waarnemend (a.i.), zegt {' '.join(filter(None, ('een stuk', about(term.interim))))}."


def _told_itself(term: Term) -> str:
    """The days in office that a paper gives: " Een stuk over 2023 zegt zelf: tot en met 11 februari 2023." """
    if term.told is None:
        return ""
    document, held = term.told
    since = f"{'van' if held.end else 'vanaf'} {day(held.start)}" if held.start else ""
    until = f"tot en met {day(held.end)}" if held.end else ""
    return f" {' '.join(filter(None, ('Een stuk', about(document), 'zegt zelf:', since, until)))}."


def years_of(career: Career) -> str:
    """The years of the first and the last paper that name somebody in an office: "2022-2024"; empty without a time."""
    spans = [
        (moment(term.first), term.told[1].end if term.told and term.is_over else moment(term.last))
        for term in career.terms
        if term.portfolio is None
    ]
    years = sorted({min(time, end or time).year for start, end in spans for time in (start, end) if time})
    return "-".join(map(str, dict.fromkeys((years[0], years[-1])))) if years else ""


def _dated(document: DocumentRow) -> bool:
    return document.identity.date.value is not None


def moment_in_words(document: DocumentRow) -> str:
    """The date that a document bears; of one without, what it is about."""
    if _dated(document):
        return day(document.identity.date.value)
    return " ".join(filter(None, ("een stuk", about(document), "(datum niet gevonden)")))
