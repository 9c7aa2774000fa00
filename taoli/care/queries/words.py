"""The sealed words of a case: where they are bound, and opened for whoever may, after the log."""

import uuid

from taoli.care.models import CareCase, CaseStep
from taoli.roster.queries.sealing import open_about


def case_place(pk: uuid.UUID, field: str) -> str:
    """Return what a text of a case is bound to."""
    return f"care.case/{pk}/{field}"


def step_place(pk: uuid.UUID) -> str:
    """Return what the text of a step is bound to."""
    return f"care.step/{pk}/text"


def case_text(case: CareCase, field: str) -> str:
    """Return `reason`, `proposed` or `outcome` of a case; whoever calls has asked the permission and logged it."""
    return open_about(case.school_id, case.student_id, getattr(case, field), case_place(case.pk, field))


def step_text(case: CareCase, step: CaseStep) -> str:
    """Return the words of a step; whoever calls has asked the permission and logged it."""
    return open_about(case.school_id, case.student_id, step.text, step_place(step.pk))
