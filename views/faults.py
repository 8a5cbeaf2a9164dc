"""How the command line tells what went wrong: one line that says what to do, and no traceback."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

import click

from ingest.errors import SpeerpuntError, UsageError


class Failed(click.ClickException):
    """An error of ours: one line that says what to do, and no traceback."""

    def __init__(self, error: SpeerpuntError) -> None:
        super().__init__(str(error))
        self.error = error

    def show(self, file: IO[str] | None = None) -> None:
        """The line, on standard error; a wrong question ends with status 2, all else with 1."""
        super().show(file)
        sys.exit(2 if isinstance(self.error, UsageError) else 1)


@contextmanager
def one_line_errors() -> Iterator[None]:
    """Within it errors of ours, and those of files, end the program with their line and status."""
    try:
        yield
    except SpeerpuntError as error:
        raise Failed(error) from error
    except PermissionError as error:
        raise Failed(SpeerpuntError(f"{error.filename} mag niet worden geschreven of gelezen.")) from error
    except FileNotFoundError as error:
        raise Failed(SpeerpuntError(f"De map van {error.filename} bestaat niet.", "Maak die eerst aan.")) from error
    except BrokenPipeError:  # the reader of our output has seen enough: `speerpunt facts | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
