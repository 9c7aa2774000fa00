"""Star mentors of an area: criteria, who reviews whom, what reviewers together say, the badge. Pure."""

from taoli.engine.stars.assigning import assign
from taoli.engine.stars.badges import Badge, credential, read_jwt, vc_jwt
from taoli.engine.stars.criteria import Criterion, Evidence, Kind, met, value_of
from taoli.engine.stars.judging import PASS, Judged, chosen, judge

__all__ = [
    "PASS",
    "Badge",
    "Criterion",
    "Evidence",
    "Judged",
    "Kind",
    "assign",
    "chosen",
    "credential",
    "judge",
    "met",
    "read_jwt",
    "value_of",
    "vc_jwt",
]
