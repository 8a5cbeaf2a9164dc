"""Scores and benchmarks, for developers."""
