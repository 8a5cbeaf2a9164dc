"""A file becomes a Document: text, pages, sections, passages, facts. Knows of no database, vector or screen."""
