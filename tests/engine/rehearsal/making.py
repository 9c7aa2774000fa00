"""A small school and schemes of one's own to rehearse."""

from collections.abc import Mapping
from typing import Any

from taoli.engine.rehearsal import AUTUMN, Asked, Rehearsal, Roster, Stage, sample_year, staged, synthetic, told
from taoli.engine.rehearsal.report import prove
from taoli.engine.rehearsal.values import Proof
from taoli.engine.scheme import Scheme, dump, parse_scheme
from tests.engine.examples import CLAUSE, preset, with_defaults

STUDENTS = 60
BARE: dict[str, Any] = {
    "appraisal": None,
    "conferences": [],
    "duties": [],
    "cycle": None,
    "capacity": {},
    "unit": "student",
    "steps": [{"kind": "assign", "clause": CLAUSE}],
    "continuity": None,
    "features": {},
    "not_modelled": [],
    "clauses": {},
}


def clause(rule: str) -> dict[str, str]:
    return {"rule": rule, "ref": "例"}


def made(*duties: Mapping[str, Any], **values: Any) -> Scheme:
    """A scheme with these duties and values, else bare."""
    return parse_scheme({**dump(preset()), **BARE, "duties": [with_defaults(duty) for duty in duties], **values})


def steps(*kinds: str | Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"clause": CLAUSE, **({"kind": kind} if isinstance(kind, str) else kind)} for kind in kinds]


def stage_of(scheme: Scheme, students: int = STUDENTS, roster: Roster | None = None, **asked: Any) -> Stage:
    return staged(scheme, roster or synthetic(scheme, students, 1), Asked(sample_year(), AUTUMN, **asked))


def run_of(scheme: Scheme, students: int = STUDENTS, **asked: Any) -> Rehearsal:
    return told(stage_of(scheme, students, **asked), 1)


def proof_of(scheme: Scheme, place: str, **asked: Any) -> Proof:
    return prove(stage_of(scheme, **asked), place)


def outcome_of(scheme: Scheme, place: str, **asked: Any) -> tuple[str, str]:
    found = proof_of(scheme, place, **asked)
    return found.outcome, found.code
