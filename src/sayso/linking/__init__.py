"""Two accounts tell of the same happening, of different ones, or it is not sure."""

from sayso.linking.accounts import accounts_of
from sayso.linking.copies import copy_groups
from sayso.linking.judging import blocks_of, judge

__all__ = ["accounts_of", "blocks_of", "copy_groups", "judge"]
