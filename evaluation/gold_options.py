"""The options that everything asks which reads the documents of a gold."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from pathlib import Path


def gold_parser(description: str | None, *, errors: bool = False) -> ArgumentParser:
    """A parser of `--shared` and `--corpus`, where the documents are, and of `--errors` if it can list them."""
    parser = ArgumentParser(description=description, formatter_class=RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    if errors:
        parser.add_argument("--errors", action="store_true", help='list what is missed and wrong in the split "work"')
    return parser
