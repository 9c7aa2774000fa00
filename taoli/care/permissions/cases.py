"""Data levels of cases: that there is one is sensitive, why is sealed."""

from taoli.common.levels import declare

declare(
    "care.CareCase",
    L2="id school",
    L3="student raised_by raised_on entered_at seriousness state level leader decided_at review_on closed_at mark edit",
    L4="reason proposed outcome",
)
declare("care.CaseStep", L2="id school", L3="case kind at_level at by conference", L4="text")
declare("care.CaseMeasure", L2="id school", L3="case text owner due_on done_on note dropped_at")
