"""What the user adds to sayso's knowledge: actors, aliases, what is never one; places. Two plain kinds of file."""
