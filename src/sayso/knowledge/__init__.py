"""What sayso knows: compiled data, loaded, checked and indexed."""
