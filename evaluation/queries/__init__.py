"""Queries of our own over the sample corpus and the real documents, and where their answers stand."""
