"""Words as numbers: pieces of words, their vectors, and the small networks of the package that read them."""
