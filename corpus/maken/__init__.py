"""Reads the sources of the sample corpus and writes them as PDF, Word, web page or text."""
