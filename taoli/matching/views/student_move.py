"""A student leaves, pauses (休学) or comes back (复学)."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.matching.forms import PlanForm, StudentMoveForm
from taoli.matching.queries.plans import moving_plan
from taoli.matching.queries.year import room_choices
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def student_move(request: Request) -> HttpResponse:
    """Ask who, what and when; show what becomes of the pairing; write it when that is confirmed."""
    asked = StudentMoveForm(request.POST or request.GET or None, rooms=room_choices(request.actor.school_id))
    context: dict[str, Any] = {"asked": asked, "leaves": opens(request.actor, "handover:leaving_new")}
    if asked.is_valid():
        given = asked.cleaned_data
        back = given["way"] == "back"
        plan = moving_plan(request.actor.school_id, given["student"], given["on"], room=given["room"], back=back)
        if len(plan.lines) == 1:
            form = PlanForm(request.POST or None, lines=plan.lines, mentors=plan.names)
            if request.method == "POST" and form.is_valid():
                try:
                    return once(request, lambda: _write(request, given, form))
                except TaoliError as refusal:
                    form.add_error(None, str(refusal))
            context |= {"form": form, "line": plan.lines[0], "given": given, "back": back}
        elif plan.lines:
            asked.add_error("student", _("Several students have this name. Please write the number."))
        else:
            asked.add_error("student", _("Nobody fits: please check the number, and whether the student is at school."))
    return render(request, "matching/student_move.html", context)


def _write(request: Request, given: dict[str, Any], form: PlanForm) -> str:
    student = form.lines[0].student
    if given["way"] == "back":
        shift = next(iter(form.shifts()), None)
        row = year.move_back(
            by=request.actor,
            student_id=student.pk,
            room_id=uuid.UUID(given["room"]) if given["room"] else student.school_class_id,
            on=given["on"],
            mentor_id=shift.mentor_id if shift else None,
            beyond=form.cleaned_data["beyond"],
        )
    else:
        row = year.move_out(by=request.actor, student_id=student.pk, way=given["way"], last=given["on"])
    messages.success(request, _("Done."))
    return reverse("matching:year_show", args=[row.pk]) if row else reverse("matching:year_menu")
