"""The tagger of statements: data, network, training and export."""
