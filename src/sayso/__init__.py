"""sayso: what happened, and on whose say-so."""

from sayso.version import VERSION as __version__

__all__ = ["__version__"]
