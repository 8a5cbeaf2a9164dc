"""What a document is: title, municipality, type, year, period and date, each with confidence and evidence.

Each field is inferred apart, from its own sources, and left open (`value` None) below that module's
`THRESHOLD`. What a person said in a sidecar wins over everything, with confidence 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ingest.gazetteer import Gazetteer
from ingest.identify.dates import infer_date
from ingest.identify.doctype import infer_doc_type
from ingest.identify.material import Material
from ingest.identify.municipality import infer_municipality
from ingest.identify.periods import infer_plan_period, of_year
from ingest.identify.tense import modal_year
from ingest.identify.title import believable_title, cite_as, find_title
from ingest.identify.told import infer_last_told
from ingest.identify.years import infer_reporting_year
from ingest.model import Identity, Inferred, Section

#: What a person can say of a document in a sidecar file.
BYTE_ORDER_MARK = "\ufeff"
FIELDS = ("title", "municipality", "doc_type", "reporting_year", "plan_period", "date")

__all__ = ["FIELDS", "identify"]


def identify(
    text: str,
    *,
    file: str,
    title: str | None = None,
    url: str | None = None,
    furniture: Iterable[str] = (),
    sections: Sequence[Section] = (),
    hints: Iterable[tuple[str, str]] = (),
    given: Mapping[str, str] | None = None,
    gazetteer: Gazetteer,
) -> Identity:
    """All that can be concluded about a document.

    Args:
        text: the document's text; every quote in the evidence with a `start` is an exact part of it.
        file: the file's base name.
        title: what the file states as its title, believed only where the text bears it out.
        furniture: running headers and footers that are no part of the text.
        hints: what the file says of itself (<meta>, PDF metadata), as pairs of name and value.
        given: what a person says of the document, by the names in `FIELDS`; wins, with confidence 1.
    """
    stated = {name.casefold(): value for name, value in hints}
    text = text.replace(BYTE_ORDER_MARK, " ")  # as long, so that what is found stands where it stood
    material = Material(
        text=text,
        file=file,
        title=believable_title(title, text),
        url=url,
        furniture=tuple(furniture),
        sections=sections,
        given={name: value for name, value in (given or {}).items() if value},
        stated=stated,
    )
    return _identify(material, gazetteer)


def _identify(material: Material, gazetteer: Gazetteer) -> Identity:
    doc_type = infer_doc_type(material)
    own_title = find_title(material)
    plan_period = infer_plan_period(material, doc_type.value, own_title)
    date = infer_date(material, doc_type.value)
    reporting_year = infer_reporting_year(material, doc_type.value, plan_period.value, date)
    plan_period = of_year(plan_period, reporting_year.value)
    most = modal_year(material.text)
    year = reporting_year.value or (date.value.year if date.value else None) or (most[0] if most else None)
    place = infer_municipality(material, gazetteer, year, doc_type.value)
    if doc_type.value == "ivp" and len(place.municipalities) > 2:
        doc_type = replace(doc_type, value="ivp_regionaal")
    is_timed = date.value or reporting_year.value or plan_period.value
    identity = Identity(
        title=own_title,
        municipality=place.municipality,
        municipalities=place.municipalities,
        doc_type=doc_type,
        reporting_year=reporting_year,
        plan_period=plan_period,
        date=date,
        last_told=Inferred(None, 0.0) if is_timed else infer_last_told(material.text),
    )
    return replace(identity, title=cite_as(identity, material))
