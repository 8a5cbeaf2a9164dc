"""`make eval`: the quality of facts, search, identification, reading and themes, in one go.

The seeds are scored twice: in a library of their own, and among the other documents, where a question has more
passages to be wrong about. What isn't here is skipped and said to be; a part that fails doesn't stop the others. The
exit status is 1 where a part failed or a resident's name leaked. `docs/nauwkeurigheid.md` is written anew, unless a
part was skipped or failed: a page with less than all figures would pass for the whole.
"""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from pathlib import Path

from evaluation import score_figures, score_gold, score_themes
from evaluation.accuracy import page
from evaluation.fidelity.renderers import RENDERERS
from evaluation.figure_gold import load as load_figures
from evaluation.gold_documents import read_documents
from evaluation.gold_format import check_hash
from evaluation.gold_format import load as load_gold
from evaluation.parts import Part, Ran, command, run, summary
from evaluation.readings import FOLDER
from index.store.judgements import FILE as JUDGED

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
PAGE = ROOT / "docs" / "nauwkeurigheid.md"
SPEERPUNT = ("-m", "speerpunt")


@dataclass
class Measured:
    """The figures that the page needs as figures, not as text."""

    facts: score_gold.Result = field(default_factory=score_gold.Result)
    figures: score_figures.Result = field(default_factory=dict)
    themes: list[score_themes.Answer] = field(default_factory=list)


def main() -> int:
    """Measure everything that is here."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with evaluation data")
    parser.add_argument("--misses", action="store_true", help="list what was missed, too")
    parser.add_argument("--library", type=Path, default=ROOT / "library", help="where users marked facts")
    parser.add_argument("--page", type=Path, default=PAGE, help="where the figures are written for readers")
    options = parser.parse_args()
    measured = Measured()
    with tempfile.TemporaryDirectory(prefix="speerpunt-eval-") as folder:
        readings = Path(folder) / "readings"
        readings.mkdir()
        os.environ[FOLDER] = str(readings)
        parts = _parts(options.shared.resolve(), Path(folder), measured, misses=options.misses)
        ran = list(run(chain(parts, marked(options.library, misses=options.misses))))
    print(f"\n{summary(ran)}")
    if all(one.state == "done" for one in ran):
        options.page.write_text(page(measured.facts, measured.figures, measured.themes, ran), encoding="utf-8")
        print(f"\n{options.page} written.")
    else:
        print(f"\n{options.page} is left as it was: not everything was measured.")
    return _status(ran)


def _status(ran: list[Ran]) -> int:
    return 1 if any(one.state == "failed" for one in ran) else 0


def _parts(shared: Path, folder: Path, measured: Measured, *, misses: bool) -> Iterator[Part]:
    yield from _of_the_seeds(shared, folder, misses=misses)
    yield from _of_search(shared, folder, misses=misses)
    yield from _of_reading(shared, misses=misses)
    yield from _of_facts(shared, measured, misses=misses)


def marked(library: Path, *, misses: bool) -> Iterator[Part]:
    """What users said of facts in the app, where anybody did."""
    if (library / JUDGED).exists():
        scored = partial(_scorer, "score_marks", "--library", library.resolve(), *_if(misses, "--misses"))
        yield Part("Facts that users marked", (), scored)


def _of_the_seeds(shared: Path, folder: Path, *, misses: bool) -> Iterator[Part]:
    evaluation, seeds, documents = shared / "evaluation", shared / "seeds", shared / "documents"
    library = folder / "library"

    def facts() -> int:
        status = _ingest(library, seeds) or _speerpunt("facts", library=library, output=folder / "facts.jsonl")
        return status or command(evaluation / "score_facts.py", folder / "facts.jsonl", *_if(misses, "--misses"))

    def search() -> int:
        asked = ("search", "--batch", evaluation / "queries.jsonl")
        status = _speerpunt(*asked, library=library, output=folder / "run.jsonl")
        return status or command(evaluation / "score_search.py", folder / "run.jsonl", *_if(misses, "--failures"))

    def identity() -> int:
        status = _speerpunt("documents", library=library, output=folder / "documents.jsonl")
        register = ("--registered", evaluation / "portefeuillehouders.csv")
        return status or _scorer("score_identity", folder / "documents.jsonl", *register)

    yield Part("Facts, on the seeds that have gold", (evaluation / "score_facts.py", seeds), facts)
    yield Part("Search, over the seeds alone", (evaluation / "score_search.py", library), search)
    among = (evaluation / "score_search.py", documents, library)
    yield Part("Search, over the seeds among all documents", among, lambda: _ingest(library, documents) or search())
    yield Part("Identification", (documents, library), identity)


def _of_search(shared: Path, folder: Path, *, misses: bool) -> Iterator[Part]:
    corpus, documents = folder / "corpus", folder / "library"
    made = ("--shared", shared, "--corpus-library", corpus)

    def queries() -> int:
        own = ("--documents-library", documents) if documents.is_dir() else ()
        return _ingest(corpus, CORPUS) or _scorer("score_queries", *made, *own, *_if(misses, "--failures"))

    yield Part("Search, on our own questions", (CORPUS,), queries)
    yield Part("Search, named cases", (corpus,), partial(_scorer, "score_queries", *made, "--cases"))
    yield Part("Following a commitment", (corpus,), partial(_scorer, "score_follow", "--library", corpus))


def _of_reading(shared: Path, *, misses: bool) -> Iterator[Part]:
    documents, asked = shared / "documents", _if(misses, "--misses")
    report, iv3 = documents / "wassenaar-jaarstukken-2023.pdf", "iv3-wassenaar-jaarrekening-2023.csv"
    figures = shared / "evaluation" / iv3
    headings = partial(_scorer, "score_headings", "--documents", documents, *asked)
    yield Part("Reading: heading paths", (documents,), headings)
    amounts = partial(_scorer, "score_iv3", report, figures, *asked)
    yield Part("Reading: amounts against what was reported to Iv3", (report, figures), amounts)
    if any(renderer.available() for renderer in RENDERERS):
        yield Part("Reading: sentences that stay whole", (), partial(_scorer, "score_fidelity", *asked))
        yield Part("Reading: forms of real papers", (), partial(_scorer, "score_forms", *asked))
        yield Part("Reading: figures in tables that we made", (), partial(_scorer, "score_tables", *asked))
        yield Part("Identification, of papers that we made", (), partial(_scorer, "score_papers", *asked))
    else:
        yield Part("Reading: PDFs that we made", (Path("a renderer: Chromium, LibreOffice, WeasyPrint"),), lambda: 1)


def _of_facts(shared: Path, measured: Measured, *, misses: bool) -> Iterator[Part]:
    def facts() -> int:
        gold = load_gold()
        documents = read_documents((one.path for one in gold), shared, CORPUS)
        for one in gold:
            if one.path in documents:
                check_hash(one, one.file(shared, CORPUS))
        measured.facts = score_gold.score(gold, documents)
        print("\n".join([*score_gold.report(measured.facts), *(score_gold.errors(measured.facts) if misses else ())]))
        return 1 if measured.facts.leaks else 0

    def figures() -> int:
        gold = load_figures()
        documents = score_figures.read(gold, shared, CORPUS)
        measured.figures = score_figures.score(gold, documents, lambda document: document.facts)
        print("\n".join(score_figures.report(measured.figures)))
        if misses:
            print("\n".join(score_figures.errors(measured.figures)))
        return 0

    def themes() -> int:
        labels = score_themes.load()
        measured.themes = list(score_themes.ask(labels, read_documents((one.path for one in labels), shared, CORPUS)))
        print("\n".join(score_themes.report(measured.themes)))
        if misses:
            print("\n".join(score_themes.errors(measured.themes)))
        return 0

    yield Part("Facts, on our own gold", (CORPUS,), facts)
    yield Part("Sums in tables, indicators and goals, on our own gold", (shared, CORPUS), figures)
    yield Part("Officials, on invented texts", (), partial(_scorer, "score_officials", *_if(misses, "--errors")))
    letters = partial(_scorer, "score_commitments", *_if(misses, "--errors"))
    yield Part("Commitments, in invented letters and meetings", (), letters)
    yield Part("Themes, on our own labels", (CORPUS,), themes)


def _ingest(library: Path, folder: Path) -> int:
    return command(*SPEERPUNT, "ingest", folder, "--library", library, output=library.with_suffix(".log"))


def _speerpunt(*arguments: str | Path, library: Path, output: Path) -> int:
    return command(*SPEERPUNT, *arguments, "--format", "jsonl", "--library", library, output=output)


def _scorer(name: str, *arguments: str | Path) -> int:
    return command("-m", f"evaluation.{name}", *arguments)


def _if(wanted: bool, argument: str) -> tuple[str, ...]:
    return (argument,) if wanted else ()


if __name__ == "__main__":
    sys.exit(main())
