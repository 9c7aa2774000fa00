"""Writes of duties; what later steps call stands here under one name."""

from taoli.duties.services.acts import NewAct, add_acts, replace_acts
from taoli.duties.services.recounting import recount

__all__ = ["NewAct", "add_acts", "recount", "replace_acts"]
