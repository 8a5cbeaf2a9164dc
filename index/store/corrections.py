"""What a person says a document is, laid over what was inferred."""

import datetime
from collections.abc import Mapping
from dataclasses import replace

from ingest.fact_types import Period
from ingest.model import Evidence, Identity, Inferred


def corrected(identity: Identity, given: Mapping[str, str]) -> Identity:
    """The identity with the values that were given, by the names in `ingest.identify.FIELDS`, as a sidecar has them.

    Raises ValueError where a value isn't what its field holds.
    """
    for field, value in given.items():
        identity = _with(identity, field, value)
    return identity


def _with(identity: Identity, field: str, value: str) -> Identity:
    evidence = (Evidence("user", value),)
    match field:
        case "title":
            return replace(identity, title=value)
        case "municipality":
            others = tuple(name for name in identity.municipalities if name not in {identity.municipality.value, value})
            return replace(identity, municipality=Inferred(value, 1.0, evidence), municipalities=(value, *others))
        case "doc_type":
            return replace(identity, doc_type=Inferred(value, 1.0, evidence))
        case "reporting_year":
            return replace(identity, reporting_year=Inferred(int(value), 1.0, evidence))
        case "plan_period":
            first, last = (int(year) for year in value.split("-"))
            period = Period(datetime.date(first, 1, 1), datetime.date(last, 12, 31))
            return replace(identity, plan_period=Inferred(period, 1.0, evidence))
        case "date":
            return replace(identity, date=Inferred(datetime.date.fromisoformat(value), 1.0, evidence))
    raise ValueError(field)
