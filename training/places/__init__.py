"""Trained parts of places."""
