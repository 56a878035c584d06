"""Types only: report, reading, judgement, record."""
