"""The trained part of events: what the rules found is judged anew by a small encoder."""
