"""How the trained weights in the package were made."""
