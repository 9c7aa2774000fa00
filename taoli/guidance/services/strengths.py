"""What a student is good at, tapped by who guides the student."""

import uuid

from django.http import Http404
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.policy import Actor
from taoli.common.unit import change
from taoli.guidance.permissions import GUIDED
from taoli.guidance.phrases import MOST_STRENGTHS, STRENGTHS
from taoli.roster.models import Student


def tap_strength(*, by: Actor, student_id: uuid.UUID, code: str) -> list[str]:
    """Add one of the offered words to a student, or take it away again; return what is there now.

    404: a student beyond reach. TaoliError: a word that is not offered, or a fourth.
    """
    if code not in STRENGTHS:
        raise TaoliError(_("Please choose one of the words."))
    with change(by=by, action="student.strength", object_id=student_id) as note:
        rows = GUIDED.within(Student.objects.filter(pk=student_id, left_on=None), by, "record")
        student = rows.select_for_update(of=("self",)).first()
        if student is None:
            raise Http404
        there = [one for one in student.strengths if one in STRENGTHS]
        if code in there:
            there.remove(code)
        elif len(there) >= MOST_STRENGTHS:
            raise TaoliError(_("Three words are enough. Please take one away first."))
        else:
            there.append(code)
        student.strengths = there
        student.save(update_fields=["strengths"])
        note.data["words"] = there
    return there
