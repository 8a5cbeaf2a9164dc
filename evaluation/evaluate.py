"""`make eval`: the quality of facts, search and identification, as the scorers in ../shared/evaluation see it.

The seeds are scored twice: in a library of their own, and among the other documents, where a question has more
passages to be wrong about.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

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
    return leaked


def _score_search(evaluation: Path, library: Path, folder: Path, *, misses: bool) -> None:
    queries = str(evaluation / "queries.jsonl")
    run = folder / "run.jsonl"
    _speerpunt(["search", "--batch", queries, "--format", "jsonl", "--library", str(library)], run)
    _score(evaluation / "score_search.py", run, *(["--failures"] if misses else []))


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
