"""Tools for those who build sayso: compile data, write docs, check actors and licences."""
