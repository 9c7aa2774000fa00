"""Writes of care; what later steps call stands here under one name."""

from taoli.care.services.cases import (
    answer_case,
    climb_case,
    close_case,
    decide_case,
    hand_on_case,
    raise_case,
    reopen_case,
    review_case,
)
from taoli.care.services.measures import drop_measure, plan_measure, settle_measure

__all__ = [
    "answer_case",
    "climb_case",
    "close_case",
    "decide_case",
    "drop_measure",
    "hand_on_case",
    "plan_measure",
    "raise_case",
    "reopen_case",
    "review_case",
    "settle_measure",
]
