"""Makes the sample corpus from its sources: `python corpus/maak.py [--uit MAP]`.

Every `bronnen/**/*.bron` becomes one file: PDF, Word, web page or plain text, by the ending of its
`bestand`. The same sources give the same bytes, so a rebuild shows in git only what was changed.

The markup of a source. First a head of `sleutel: waarde` lines, closed by `---`:

    bestand     where the result goes, inside corpus/
    titel       and, where they apply: ondertitel, gemeente, datum (ISO), auteur, status
    vorm        how it looks: in PDF `balk`, `ruim`, `klassiek`, `modern`, `kolommen`, `verslag`, `brief`;
                on the web `online`, `cvdr`, `opgeslagen`; text and Word have one form
    koptekst, voettekst     run along on every PDF page; `{blz}` is the page number
    telling     what to add to the page number that is printed (-1: the cover is not counted)
    cijfers     the CSV file with figures, in bronnen/cijfers/

Then the text, a paragraph a line, with an empty line between blocks:

    # Kop   ## Kop   ### Kop            headings; `#! Kop` is a heading that is not in the table of contents
    - punt  -- punt onder een punt   1. genummerd punt
    @Label: waarde                      a field, as in `@Portefeuillehouder: J. Jansen`
    > regel                             a line that stays a line (address, signature)
    **vet** *schuin* tekst[^1]          and further on `[^1]: de voetnoot`
    %% opmerking                        is left out

    ::tabel Bijschrift {40 30 30}       rows follow, cells divided by ` | `, the first row is the head;
                                        `= ` before a row makes it bold, `+ Totaal` adds up the rows above it
    ::kader Titel                       what follows, up to `::einde`, stands in a box
    ::einde                             closes a table or a box
    ::inhoud                            table of contents
    ::pagina                            new page
    ::kolommen 2                        a new page, from here on in two columns (or back to 1)
    ::cijfers programma 1               a table computed from the CSV: `programma N`, `overzicht JAAR`,
                                        `taakvelden JAAR`, `meerjaren`
"""

import argparse
import sys
from pathlib import Path

from maken.bron import Source, read_source
from maken.schrijf_docx import write_docx
from maken.schrijf_html import write_html
from maken.schrijf_pdf import write_pdf
from maken.schrijf_txt import write_text

CORPUS = Path(__file__).resolve().parent
WRITERS = {".pdf": write_pdf, ".docx": write_docx, ".html": write_html, ".txt": write_text}


def build(target: Path) -> list[Path]:
    """Writes every result under `target` and returns their paths, in order of the sources."""
    written = []
    for path in sorted((CORPUS / "bronnen").rglob("*.bron")):
        source = read_source(path)
        written.append(write(source, target))
    return written


def write(source: Source, target: Path) -> Path:
    result = target / source.head["bestand"]
    result.parent.mkdir(parents=True, exist_ok=True)
    WRITERS[result.suffix](source, result)
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description="Maakt het voorbeeldcorpus opnieuw uit de bronnen.")
    parser.add_argument("--uit", type=Path, default=CORPUS, metavar="MAP", help="waar de stukken komen (corpus/)")
    written = build(parser.parse_args().uit)
    sys.stdout.write(f"{len(written)} stukken gemaakt\n")


if __name__ == "__main__":
    main()
