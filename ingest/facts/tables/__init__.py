"""Tables of money and of indicators: heads, rows, labels, totals and years."""
