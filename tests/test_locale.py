"""The Dutch words of the command line are the ones that were translated."""

import gettext
import io
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).resolve().parent.parent / "views" / "locale" / "nl" / "LC_MESSAGES"


def test_the_compiled_catalogue_is_that_of_the_source() -> None:
    with (FOLDER / "messages.po").open("rb") as source:
        catalogue = read_po(source, locale="nl")
    compiled = io.BytesIO()
    write_mo(compiled, catalogue)
    with (FOLDER / "messages.mo").open("rb") as kept:
        in_use = gettext.GNUTranslations(kept)
    compiled.seek(0)
    fresh = gettext.GNUTranslations(compiled)
    messages = [message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id]
    assert [in_use.gettext(text) for text in messages] == [fresh.gettext(text) for text in messages]
    assert in_use.gettext("Usage:") == "Gebruik:"
