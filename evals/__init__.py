"""Runners over gold files: `python -m evals.NAME GOLD --predictions OUT` writes what the scorers of `../shared/score` read."""
