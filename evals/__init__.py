"""Runners over gold files: `python -m evals.NAME GOLD --predictions OUT` writes what the set's scorer reads."""
