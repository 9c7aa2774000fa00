"""Reads of care; what later steps call stands here under one name."""

from taoli.care.queries.case_view import CaseView, StepRow, get_case
from taoli.care.queries.cases import (
    CaseRow,
    MeasureRow,
    case_counts,
    case_list,
    cases_of,
    cases_without_leader,
    due_cases,
)

__all__ = [
    "CaseRow",
    "CaseView",
    "MeasureRow",
    "StepRow",
    "case_counts",
    "case_list",
    "cases_of",
    "cases_without_leader",
    "due_cases",
    "get_case",
]
