"""`make eval`: the quality of facts, search, identification and reading, against ../shared and labels of our own.

The seeds are scored twice: in a library of their own, and among the other documents, where a question has more
passages to be wrong about.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
IDENTITY_SCORER = Path(__file__).parent / "score_identity.py"


def main() -> int:
    """Ingest, ask, score; the exit status is 1 where a scorer says that a resident's name leaked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with evaluation data")
    parser.add_argument("--misses", action="store_true", help="list what was missed, too")
    options = parser.parse_args()
    if not (options.shared / "evaluation").is_dir():
        print(f"{options.shared} has no evaluation data: nothing to score.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="speerpunt-eval-") as folder:
        return _evaluate(options.shared, Path(folder), misses=options.misses)


def _evaluate(shared: Path, folder: Path, *, misses: bool) -> int:
    evaluation = shared / "evaluation"
    library = folder / "library"
    _speerpunt(["ingest", str(shared / "seeds"), "--library", str(library)], folder / "report.txt")
    _head("Facts, on the seeds that have gold")
    _speerpunt(["facts", "--format", "jsonl", "--library", str(library)], folder / "facts.jsonl")
    leaked = _score(evaluation / "score_facts.py", folder / "facts.jsonl", *(["--misses"] if misses else []))
    _head("Search, over the seeds alone")
    _score_search(evaluation, library, folder, misses=misses)
    _speerpunt(["ingest", str(shared / "documents"), "--library", str(library)], folder / "report.txt")
    _head("Search, over the seeds among all documents")
    _score_search(evaluation, library, folder, misses=misses)
    _head("Identification")
    _speerpunt(["documents", "--format", "jsonl", "--library", str(library)], folder / "documents.jsonl")
    _score(IDENTITY_SCORER, folder / "documents.jsonl")
    _score_queries(shared, library, folder, misses=misses)
    _score_reading(shared, misses=misses)
    return leaked | _score_own(shared, misses=misses)


def _score_search(evaluation: Path, library: Path, folder: Path, *, misses: bool) -> None:
    queries = str(evaluation / "queries.jsonl")
    run = folder / "run.jsonl"
    _speerpunt(["search", "--batch", queries, "--format", "jsonl", "--library", str(library)], run)
    _score(evaluation / "score_search.py", run, *(["--failures"] if misses else []))


def _score_queries(shared: Path, library: Path, folder: Path, *, misses: bool) -> None:
    """Search on questions of our own, of which half is for tuning and half only tells how good it is."""
    corpus = folder / "corpus"
    _speerpunt(["ingest", str(CORPUS), "--library", str(corpus)], folder / "report.txt")
    made = ["--shared", str(shared), "--corpus-library", str(corpus), "--documents-library", str(library)]
    _head("Search, on our own questions")
    _module("score_queries", *made, *(["--failures"] if misses else []))
    _head("Search, named cases")
    _module("score_queries", *made, "--cases")


def _score_reading(shared: Path, *, misses: bool) -> None:
    """What the readers make of real pages, and of pages made from a text that we know."""
    asked = ["--misses"] if misses else []
    iv3 = shared / "evaluation" / "iv3-wassenaar-jaarrekening-2023.csv"
    _head("Reading: heading paths")
    _module("score_headings", "--documents", str(shared / "documents"), *asked)
    _head("Reading: amounts in tables, against what was reported to Statistics Netherlands")
    _module("score_iv3", str(shared / "documents" / "wassenaar-jaarstukken-2023.pdf"), str(iv3), *asked)
    _head("Reading: sentences that stay whole, by what made the PDF")
    _module("score_fidelity", *asked)


def _score_own(shared: Path, *, misses: bool) -> int:
    """Facts and themes against labels of our own, part of which no rule was tuned on."""
    asked = ["--errors"] if misses else []
    _head("Facts, on our own gold")
    leaked = _module("score_gold", "--shared", str(shared), *asked)
    _head("Themes, on our own labels")
    _module("score_themes", "--shared", str(shared), *asked)
    return leaked


def _module(name: str, *arguments: str) -> int:
    sys.stdout.flush()
    return subprocess.run([sys.executable, "-m", f"evaluation.{name}", *arguments], check=False).returncode


def _speerpunt(arguments: Sequence[str], output: Path) -> None:
    with output.open("wb") as stream:
        done = subprocess.run([sys.executable, "-m", "speerpunt", *arguments], stdout=stream, check=False)
    if done.returncode != 0:
        print(f"speerpunt {arguments[0]} ended with status {done.returncode}: {output.read_text()[-2000:]}")


def _score(scorer: Path, predictions: Path, *arguments: str) -> int:
    sys.stdout.flush()
    return subprocess.run([sys.executable, str(scorer), str(predictions), *arguments], check=False).returncode


def _head(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


if __name__ == "__main__":
    sys.exit(main())
