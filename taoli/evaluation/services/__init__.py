"""Writes of evaluation; what later steps call stands here under one name."""

from taoli.evaluation.services.answers import confirm as confirm_answers
from taoli.evaluation.services.answers import read as read_answers
from taoli.evaluation.services.answers import stage as stage_answers
from taoli.evaluation.services.drafting import draft_appraisal
from taoli.evaluation.services.honours import grant, withdraw
from taoli.evaluation.services.objections import Answer, answer_objection, raise_objection, withdraw_objection
from taoli.evaluation.services.publishing import publish
from taoli.evaluation.services.sharing import recall, share
from taoli.evaluation.services.ticking import Word, give, sign, tick, tick_all

__all__ = [
    "Answer",
    "Word",
    "answer_objection",
    "confirm_answers",
    "draft_appraisal",
    "give",
    "grant",
    "publish",
    "raise_objection",
    "read_answers",
    "recall",
    "share",
    "sign",
    "stage_answers",
    "tick",
    "tick_all",
    "withdraw",
    "withdraw_objection",
]
