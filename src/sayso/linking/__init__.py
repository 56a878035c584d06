"""Two accounts are the same, different, or it is not sure."""
