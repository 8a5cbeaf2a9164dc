"""Sums of money in running text: how much, what for, and of which years."""
