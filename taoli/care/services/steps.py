"""What every change of a case does: lock, check who and when, write the step, tell who is concerned."""

import uuid

from django.utils.translation import gettext as _

from taoli.care.models import CASE_MOVES, CareCase, CaseStep
from taoli.care.models.conferences import Conference
from taoli.care.permissions.cases import CASE, LED, SETTLES
from taoli.care.queries.words import case_place, step_place
from taoli.common import clock
from taoli.common.errors import ConflictError, TaoliError
from taoli.common.policy import Actor
from taoli.roster.models import Staff, Student
from taoli.roster.queries.people import own_staff
from taoli.roster.services.sealing import seal_about

MOST_WORDS = 2000
State = CareCase.State


def locked(by: Actor, pk: uuid.UUID, edit: int | None = None) -> CareCase:
    """Return the case, locked; ConflictError when it was changed meanwhile on another page."""
    rows = CareCase.objects.of(by.school_id).select_for_update(of=("self",))
    case: CareCase | None = rows.select_related("student__school_class").filter(pk=pk).first()
    if case is None:
        raise TaoliError(_("This case is not there, or not yours to change."))
    if edit is not None and case.edit != edit:
        raise ConflictError(_("This case was changed on another page meanwhile. What you wrote still stands here."))
    return case


def settles(by: Actor, case: CareCase) -> bool:
    """Say whether the actor decides about the case at the level where it stands."""
    return CASE.can(by, SETTLES[case.level], case)


def leads(by: Actor, case: CareCase) -> bool:
    """Say whether the actor leads the case, or stands in for who does."""
    return LED.can(by, "work", case)


def must_settle(by: Actor, case: CareCase) -> None:
    """TaoliError unless the actor decides at this level."""
    if not settles(by, case):
        raise TaoliError(_("This case does not stand with you just now, so you cannot decide about it."))


def must_work(by: Actor, case: CareCase) -> None:
    """TaoliError unless the actor leads the case or decides at this level."""
    if not (leads(by, case) or settles(by, case)):
        raise TaoliError(_("Only whoever leads this case, or decides at its level, can do this."))


def must_be(case: CareCase, *states: str) -> None:
    """ConflictError unless the case is in one of the states."""
    if case.state not in states:
        raise ConflictError(_("This case has been changed meanwhile. Please look again."))


def move(case: CareCase, state: CareCase.State) -> None:
    """Let the case go to a state, as the table of moves allows."""
    if state not in CASE_MOVES[State(case.state)]:
        raise ConflictError(_("This case has been changed meanwhile. Please look again."))
    case.state = state


def said(text: str, missing: object) -> str:
    """Return the words without blanks around them; TaoliError with the sentence when there are none or too many."""
    words = text.strip()
    if not words:
        raise TaoliError(missing)
    if len(words) > MOST_WORDS:
        raise TaoliError(_("At most %(count)s characters, please.") % {"count": MOST_WORDS})
    return words


def seal(case: CareCase, field: str, text: str) -> None:
    """Put a text into a field of a case, sealed."""
    setattr(case, field, seal_about(case.school_id, case.student_id, text, case_place(case.pk, field)))


def save(case: CareCase, *fields: str) -> None:
    """Save these fields and count the change."""
    case.edit += 1
    case.save(update_fields=[*fields, "edit"])


def add_step(
    by: Actor, case: CareCase, kind: str, text: str = "", *, conference_id: uuid.UUID | None = None, source: str = ""
) -> CaseStep:
    """Write a step of the case, its words sealed. TaoliError: a conference that is not there."""
    if conference_id and not Conference.objects.of(by.school_id).filter(pk=conference_id).exists():
        raise TaoliError(_("This conference is not there any more."))
    step = CaseStep(
        school_id=by.school_id,
        case=case,
        kind=kind,
        at_level=case.level,
        at=clock.now(),
        by_id=by.person_id if by.person_kind == "staff" else None,
        conference_id=conference_id,
        source=source[:40],
    )
    step.text = seal_about(case.school_id, case.student_id, text, step_place(step.pk))
    step.save(force_insert=True)
    return step


def lock_student(by: Actor, student_id: uuid.UUID) -> None:
    """Let two who raise or reopen at once come one after the other; before any case is locked, so that none waits for
    the other in a circle, and so weakly (no key) that rows which point to the student may be written meanwhile.
    """
    rows = Student.objects.of(by.school_id).select_for_update(of=("self",), no_key=True)
    rows.filter(pk=student_id).first()


def active_case(school_id: int, student_id: uuid.UUID) -> CareCase | None:
    """Return the student's case that is not at its end."""
    rows = CareCase.objects.of(school_id).filter(student_id=student_id, state__in=(State.RAISED, State.OPEN))
    found: CareCase | None = rows.select_for_update(of=("self",)).select_related("student__school_class").first()
    return found


def here(by: Actor, staff_id: uuid.UUID | None, missing: object) -> Staff:
    """Return a member of staff who is at the school; TaoliError otherwise, with the sentence when nobody is named."""
    if staff_id is None:
        raise TaoliError(missing)
    found: Staff | None = own_staff(by.school_id).filter(pk=staff_id).first()
    if found is None:
        raise TaoliError(_("This person is not at the school any more. Please choose somebody else."))
    return found
