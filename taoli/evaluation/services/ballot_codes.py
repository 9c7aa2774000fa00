"""Codes on slips, for whoever answers without an account: made to be printed once, and taken at the door."""

import secrets
import uuid
from dataclasses import dataclass

from django.utils.translation import gettext as _

from taoli.accounts.services import LETTERS
from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.evaluation.models import BallotToken, Survey
from taoli.evaluation.queries.ballots import Asked, by_code, code_hash
from taoli.matching.queries.codes import PART
from taoli.roster.models import Student

CHUNK = 500
ROOM, LINK = 2, 3  # parts of five letters: typed by a child (49 bits), scanned (74 bits)


@dataclass(frozen=True, slots=True)
class BallotSlip:
    """A student (for a family: the child) and the code to print; it is not kept anywhere else."""

    student: Student
    code: str


def issue_ballots(*, by: Actor, survey_id: uuid.UUID, class_id: uuid.UUID) -> list[BallotSlip]:
    """Make a new code for everybody of a class who is asked and has not answered; earlier ones stop working.

    TaoliError: the survey is not open, or nobody of the class is asked any more.
    """
    with change(by=by, action="survey.codes", object_id=survey_id, room=class_id) as note:
        survey = Survey.objects.of(by.school_id).get(pk=survey_id)
        if survey.state != Survey.State.OPEN:
            raise TaoliError(_("Slips can be printed while the survey is open."))
        rows = Student.objects.of(by.school_id).filter(school_class_id=class_id, left_on=None)
        students = {one.pk: one for one in rows.order_by("seat", "sort_key", "id")}
        tokens = BallotToken.objects.of(by.school_id).filter(survey=survey, spent=False, holder_id__in=list(students))
        held = {one.holder_id: one for one in tokens.select_for_update(of=("self",))}
        if not held:
            raise TaoliError(_("Nobody of this class is asked, or everybody has answered."))
        slips = [BallotSlip(one, _code(survey)) for pk, one in students.items() if pk in held]
        for slip in slips:
            held[slip.student.pk].code_hash = code_hash(slip.code)
        BallotToken.objects.of(by.school_id).bulk_update(held.values(), ["code_hash"], batch_size=CHUNK)
        note.data["slips"] = len(slips)
    return slips


def enter_ballot(*, text: str) -> Asked:
    """Return what a code opens. TaoliError: there is no such code (one sentence, whatever is wrong with it)."""
    found = by_code(text)
    if found is None:
        raise TaoliError(_("This code is not right, or a newer one has been printed. Please look at your slip again."))
    return found


def _code(survey: Survey) -> str:
    parts = LINK if survey.source == "guardian" else ROOM
    return "-".join("".join(secrets.choice(LETTERS) for _each in range(PART)) for _part in range(parts))
