"""Where reading runs: in this process or in several."""

from sayso.running.local import Reads, read_all
from sayso.running.outcomes import read_outcomes
from sayso.running.progress import Clock, Progress, Watcher

__all__ = ["Clock", "Progress", "Reads", "Watcher", "read_all", "read_outcomes"]
