"""The one place that says which sayso this is."""

VERSION = "0.1.0"
