"""Two accounts tell of the same happening, of different ones, or it is not sure."""

from sayso.linking.accounts import accounts_of, actor_key
from sayso.linking.copies import copy_groups
from sayso.linking.judging import RULE, blocks_of, compare, judge

__all__ = ["RULE", "accounts_of", "actor_key", "blocks_of", "compare", "copy_groups", "judge"]
