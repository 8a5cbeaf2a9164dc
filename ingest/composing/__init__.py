"""Lines of a reading become paragraphs and headings: what `ingest.clean` puts together."""
