"""Writes of evaluation; what later steps call stands here under one name."""

from taoli.evaluation.services.answers import confirm as confirm_answers
from taoli.evaluation.services.answers import read as read_answers
from taoli.evaluation.services.answers import stage as stage_answers
from taoli.evaluation.services.drafting import draft_appraisal
from taoli.evaluation.services.honours import grant, withdraw
from taoli.evaluation.services.publishing import publish
from taoli.evaluation.services.ticking import give, tick, tick_all

__all__ = [
    "confirm_answers",
    "draft_appraisal",
    "give",
    "grant",
    "publish",
    "read_answers",
    "stage_answers",
    "tick",
    "tick_all",
    "withdraw",
]
