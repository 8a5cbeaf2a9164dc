"""What word search keeps of each passage: an entry of a tantivy index."""

from collections.abc import Iterable, Iterator

import tantivy

from index.language.abbreviations import definitions
from index.language.analysis import compound_parts, is_stop_word, tokens
from index.language.fold import fold
from index.store.streams import SearchText


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("id", indexed=True, fast=True)
    builder.add_unsigned_field("document", indexed=True)
    for field in ("stems", "parts", "explains"):
        builder.add_text_field(field, tokenizer_name="whitespace", index_option="freq")
    builder.add_text_field("exact", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("marker", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_unsigned_field("generation", stored=True)
    return builder.build()


SCHEMA = _schema()


def add_all(writer: tantivy.IndexWriter, passages: Iterable[SearchText]) -> int:
    """Write the passages; gives how many they were."""
    count = 0
    for passage in passages:
        writer.add_document(_entry(passage))
        count += 1
    return count


def _entry(passage: SearchText) -> tantivy.Document:
    found = [token for token in tokens(passage.text) if not is_stop_word(token)]
    return entry_of(
        {
            "id": passage.id,
            "document": passage.document_id,
            "stems": " ".join(token.stem for token in found),
            "parts": " ".join(part for token in found for part in compound_parts(token.exact)),
            "exact": " ".join(token.exact for token in found),
            "explains": " ".join(_explained(passage.text)),
        }
    )


def _explained(text: str) -> Iterator[str]:
    """ "ivp=integral_veiligheidsplan" and the same the other way round for each abbreviation that a text explains."""
    for short, name in definitions(text):
        key = name_stems(name)
        if key:
            yield f"{fold(short)}={key}"
            yield f"{key}={fold(short)}"


def name_stems(name: str) -> str:
    """A full name as the index of abbreviations holds it."""
    return "_".join(token.stem for token in tokens(name) if not is_stop_word(token))


def entry_of(fields: dict[str, int | str]) -> tantivy.Document:
    """Without the schema a number would be taken for a signed one, which the index refuses."""
    return tantivy.Document.from_dict(fields, SCHEMA)
