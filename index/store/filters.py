"""What a reader narrows a list to: repeats of one filter widen it, different filters narrow it."""

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Filters:
    """The five filters; an empty tuple leaves its own dimension open.

    Attributes:
        municipalities: names, compared without case, accents and a leading "gemeente", other names of the same
            municipality included ("Den Haag", "Hengelo (O.)"); a document of several municipalities matches each.
        doc_types: ids of the document types ("programmabegroting").
        years: matches the reporting year or a plan period that covers the year.
        themes: ids of themes.
        officials: names or surnames of people with an office; matches what names them.
    """

    municipalities: tuple[str, ...] = ()
    doc_types: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    themes: tuple[str, ...] = ()
    officials: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return any(getattr(self, part.name) for part in fields(self))
