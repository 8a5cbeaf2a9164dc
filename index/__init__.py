"""A library of documents: kept, searched, compared. Knows ingest.model and how to ingest; no screens."""
