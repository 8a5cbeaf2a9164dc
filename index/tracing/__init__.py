"""What becomes of a matter over papers and years: follow-up, gaps, themes and sums in time."""
