"""What can go wrong, each error one clear line in Dutch.

SpeerpuntError
  ReadError            a file can't be read: the name, the cause, the remedy
    UnsupportedFormat
    EncryptedFile
    DamagedFile
    EmptyFile
    LimitExceeded      time, memory or output
    OwnFault           our own code didn't foresee the file
  LibraryError         the library can't be used as asked
    NoLibrary
    WrongEncoder
    LibraryTooNew
    LibraryBusy
  EncoderError         the model can't be loaded
  UsageError           the question can't be understood: an unknown filter, a wrong option
"""

import unicodedata

_UNPRINTABLE = frozenset({"Cc", "Cs", "Zl", "Zp"})
_TURNS_TEXT = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""What makes the letters after it run the other way, so that "stuk\u202efdp.exe" looks like "stukexe.pdf"."""


def printable(text: str) -> str:
    """A name as one harmless line: what controls a terminal, breaks a line or isn't text becomes "\ufffd"."""
    return "".join("\ufffd" if _is_harmful(character) else character for character in text)


def _is_harmful(character: str) -> bool:
    return unicodedata.category(character) in _UNPRINTABLE or character in _TURNS_TEXT


class SpeerpuntError(Exception):
    """Anything that Speerpunt itself reports; `remedy` says what the user can do."""

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = printable(message)
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()

    def __reduce__(self) -> tuple[type["SpeerpuntError"], tuple[str, str]]:
        return type(self), (self.message, self.remedy)


class ReadError(SpeerpuntError):
    """A file can't be read."""


class UnsupportedFormat(ReadError):
    """The file is of a kind that Speerpunt doesn't read."""


class EncryptedFile(ReadError):
    """The file is locked with a password."""


class DamagedFile(ReadError):
    """The file is broken or cut off."""


class EmptyFile(ReadError):
    """The file holds nothing to read."""


class LimitExceeded(ReadError):
    """Reading took more time, memory or text than one file may."""


class OwnFault(ReadError):
    """The file made our own code fail: to be reported and mended."""


class LibraryError(SpeerpuntError):
    """The library can't be used as asked."""


class NoLibrary(LibraryError):
    """There is no library in that folder."""


class WrongEncoder(LibraryError):
    """The library was made with another encoder."""


class LibraryTooNew(LibraryError):
    """The library was made by another version of Speerpunt."""


class LibraryBusy(LibraryError):
    """Another process is writing to the library."""


class EncoderError(SpeerpuntError):
    """The model that turns text into vectors can't be loaded."""


class UsageError(SpeerpuntError):
    """The question can't be understood."""
