"""How the PDFs look: a handful of house styles, as different as those of real municipalities."""

from dataclasses import dataclass
from pathlib import Path

import reportlab
from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


@dataclass(frozen=True, slots=True)
class Look:
    """One house style.

    Attributes:
        font, bold, italic: font names as reportlab knows them.
        bars: level-1 headings are white on a coloured bar.
        body_heads: from this level on, headings are bold in the size of the body.
        stacked_fields: the value of a field stands under its label instead of behind it.
        columns: of the body.
        cover: the document has a cover of its own page.
        hyphenated: long words are broken at line ends.
        bookmarks: the PDF has an outline.
        airy: chapters start on a new page and lines stand further apart.
    """

    font: str
    bold: str
    italic: str
    size: float
    accent: str
    bars: bool = False
    body_heads: int = 3
    stacked_fields: bool = False
    columns: int = 1
    cover: bool = True
    justified: bool = False
    hyphenated: bool = False
    bookmarks: bool = False
    airy: bool = False


LOOKS = {
    "balk": Look("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", 9.5, "#1f5c7a", bars=True, bookmarks=True),
    "ruim": Look(
        "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", 10.5, "#1d4f91", bars=True, body_heads=4, airy=True
    ),
    "klassiek": Look("Times-Roman", "Times-Bold", "Times-Italic", 11, "#222222", body_heads=2, justified=True),
    "modern": Look("Vera", "VeraBd", "VeraIt", 8.5, "#7a2f5c", stacked_fields=True),
    "kolommen": Look(
        "Helvetica", "Helvetica-Bold", "Helvetica-Oblique", 9, "#2d6a3e", columns=2, justified=True, hyphenated=True
    ),
    "verslag": Look("Times-Roman", "Times-Bold", "Times-Italic", 10, "#222222", body_heads=2, columns=2, cover=False),
    "brief": Look("Helvetica", "Helvetica-Bold", "Helvetica-Oblique", 10, "#222222", cover=False, body_heads=1),
}


def register_fonts() -> None:
    """Makes the Vera fonts known, which reportlab carries along; a PDF with it embeds its font."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))
    pdfmetrics.registerFontFamily("Vera", "Vera", "VeraBd", "VeraIt", "VeraBI")


def styles(look: Look) -> dict[str, ParagraphStyle]:
    """The paragraph styles of a look, by name: tekst, kop1..kop4, punt1, punt2, noot, cel, and so on."""
    body = ParagraphStyle(
        "tekst",
        fontName=look.font,
        fontSize=look.size,
        leading=look.size * (1.5 if look.airy else 1.35),
        spaceAfter=look.size * 0.65,
        alignment=TA_JUSTIFY if look.justified else TA_LEFT,
        embeddedHyphenation=1 if look.hyphenated else 0,
        splitLongWords=0,
    )
    found = {"tekst": body} | {f"kop{level}": _heading(look, body, level) for level in (1, 2, 3, 4)}
    small = look.size * 0.82
    for name, changes in {
        "punt1": {"leftIndent": 14, "bulletIndent": 3, "spaceAfter": look.size * 0.25},
        "punt2": {"leftIndent": 28, "bulletIndent": 17, "spaceAfter": look.size * 0.25},
        "regels": {"alignment": TA_LEFT},
        "noot": {"fontSize": small, "leading": small * 1.2, "spaceAfter": 0, "alignment": TA_LEFT},
        "cel": {"fontSize": small, "leading": small * 1.2, "spaceAfter": 0, "alignment": TA_LEFT},
        "celrechts": {"fontSize": small, "leading": small * 1.2, "spaceAfter": 0, "alignment": TA_RIGHT},
        "bijschrift": {"fontSize": small, "fontName": look.italic, "spaceAfter": 2, "alignment": TA_LEFT},
        "label": {"fontName": look.bold, "spaceAfter": 0, "alignment": TA_LEFT, "keepWithNext": 1},
    }.items():
        found[name] = ParagraphStyle(name, parent=body, **changes)
    return found


def _heading(look: Look, body: ParagraphStyle, level: int) -> ParagraphStyle:
    if level >= look.body_heads:
        return ParagraphStyle(
            f"kop{level}",
            parent=body,
            fontName=look.bold if level < 4 else look.italic,
            spaceBefore=look.size * 0.5,
            spaceAfter=1,
            keepWithNext=1,
            alignment=TA_LEFT,
        )
    size = {1: 18.0, 2: 13.0}.get(level, look.size + 1.5)
    barred = look.bars and level == 1
    return ParagraphStyle(
        f"kop{level}",
        parent=body,
        fontName=look.bold,
        fontSize=size,
        leading=size * 1.2,
        spaceBefore=size * 0.7,
        spaceAfter=size * 0.5 + (6 if barred else 0),
        textColor=HexColor("#ffffff" if barred else look.accent),
        backColor=HexColor(look.accent) if barred else None,
        borderPadding=(5, 6, 6, 6) if barred else 0,
        keepWithNext=1,
        alignment=TA_LEFT,
    )
