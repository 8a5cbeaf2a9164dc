"""The grammar of a Dutch sentence: verbs, their groups, and the clauses that they make."""
