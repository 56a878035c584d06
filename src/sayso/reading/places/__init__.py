"""Places: finding their names, saying where on the map each lies, and which of them an event happened at."""
