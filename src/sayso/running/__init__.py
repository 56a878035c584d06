"""Where reading runs: in this process or in several."""

from sayso.running.local import read_all

__all__ = ["read_all"]
