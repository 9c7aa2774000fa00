"""Study groups that are alike among each other: pure functions, the same groups for the same seed."""

from taoli.engine.grouping.deals import layers_by_ratio, serpentine
from taoli.engine.grouping.make import make_groups
from taoli.engine.grouping.types import Balance, Groups, Member

__all__ = ["Balance", "Groups", "Member", "layers_by_ratio", "make_groups", "serpentine"]
