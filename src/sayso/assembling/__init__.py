"""From accounts and judgements to records."""
