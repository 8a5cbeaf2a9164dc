"""A known text, made into PDFs by different programs, to see how much of it is read back whole."""
