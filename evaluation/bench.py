"""`make bench`: speed, every figure beside what it is compared with, measured in the same run; then a short fuzz test.

Times are CPU seconds of this process, which suffer less from a busy machine than the clock does.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from evaluation.bench_ingest import measure
from evaluation.bench_reading import bench_memory, bench_reading

CORPUS = Path(__file__).parent.parent / "corpus"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder with real documents")
    parser.add_argument("--minutes", type=float, default=0.5, help="for the fuzz test")
    parser.add_argument("--million", action="store_true", help="search in a library of 1 million passages too")
    parser.add_argument("--rivals", help="a Python with txtai, qdrant-edge-py and lancedb, to compare search with")
    options = parser.parse_args()
    documents = options.shared / "documents"
    folder = documents if documents.is_dir() else CORPUS
    for name in dict.fromkeys((folder, CORPUS)):
        print(f"\nDocuments: {name.name}")
        bench_reading(sorted(name.rglob("*.pdf")))
    bench_memory()
    print("\n" + "\n".join(measure(folder).lines()))
    subprocess.run([sys.executable, "-m", "evaluation.bench_encoder"], check=False)
    scale = ["--million"] * options.million + (["--rivals", options.rivals] if options.rivals else [])
    subprocess.run([sys.executable, "-m", "evaluation.bench_scale", *scale], check=False)
    fuzzing = [sys.executable, "-m", "evaluation.fuzz", "--minutes", str(options.minutes)]
    sys.exit(subprocess.run(fuzzing, check=False).returncode)


if __name__ == "__main__":
    main()
