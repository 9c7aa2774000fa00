"""Schemes (实施方案): a school's rules as data, read, checked, changed, compared and described."""

from taoli.engine.scheme.appraisal import Allowance, Appraisal, AppraisalItem, Honour, MethodVariant
from taoli.engine.scheme.base import loosened
from taoli.engine.scheme.changes import Change, apply_changes, diff
from taoli.engine.scheme.clause_table import tabled
from taoli.engine.scheme.clauses import LOCAL, LOCAL_RULE, Clause
from taoli.engine.scheme.coverage import RuleUse, rule_uses, rules_accounted
from taoli.engine.scheme.duties import Conference, Cycle, Duty
from taoli.engine.scheme.errors import Problem, SchemeError
from taoli.engine.scheme.fulfilment import why_not
from taoli.engine.scheme.in_term import problems_in_term
from taoli.engine.scheme.methods import Method
from taoli.engine.scheme.model import Scheme
from taoli.engine.scheme.opening import OpenPoint, open_points
from taoli.engine.scheme.papers import (
    ArchiveSection,
    Category,
    Form,
    Guidance,
    MentorText,
    NotModelled,
    Source,
    Training,
)
from taoli.engine.scheme.people import Body, Capacity, Continuity, Coverage, Eligibility, UnitBound
from taoli.engine.scheme.reading import checksum, dump, load_preset, parse_scheme
from taoli.engine.scheme.statements import Statement, describe
from taoli.engine.scheme.steps import Step
from taoli.engine.scheme.yaml_text import read_yaml

__all__ = [
    "LOCAL",
    "LOCAL_RULE",
    "Allowance",
    "Appraisal",
    "AppraisalItem",
    "ArchiveSection",
    "Body",
    "Capacity",
    "Category",
    "Change",
    "Clause",
    "Conference",
    "Continuity",
    "Coverage",
    "Cycle",
    "Duty",
    "Eligibility",
    "Form",
    "Guidance",
    "Honour",
    "MentorText",
    "Method",
    "MethodVariant",
    "NotModelled",
    "OpenPoint",
    "Problem",
    "RuleUse",
    "Scheme",
    "SchemeError",
    "Source",
    "Statement",
    "Step",
    "Training",
    "UnitBound",
    "apply_changes",
    "checksum",
    "describe",
    "diff",
    "dump",
    "load_preset",
    "loosened",
    "open_points",
    "parse_scheme",
    "problems_in_term",
    "read_yaml",
    "rule_uses",
    "rules_accounted",
    "tabled",
    "why_not",
]
