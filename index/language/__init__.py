"""Dutch words for finding: stems, compounds, synonyms and names. Knows nothing of a library."""
