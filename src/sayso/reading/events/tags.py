"""Universal tags by the part that words play, and the classes of nouns for those who can be a party."""

from __future__ import annotations

VERBAL = ("VERB", "AUX")
NAMING = ("NOUN", "PROPN")
NOUNS = (*NAMING, "PRON")
NOMINAL = (*NOUNS, "NUM")
SOMEBODY = ("@person", "@org", "@official", "@force", "@armed", "@state", "@captive", "@bloc", "@acting")
