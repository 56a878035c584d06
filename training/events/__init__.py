"""Training of the judge of events."""
