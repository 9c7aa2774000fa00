"""The office says what protects a child at home: two adults on a visit, a guardian who is restricted."""

import datetime as dt
import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.roster.queries.students import get_student
from taoli.roster.services.students import restrict_guardian, set_two_adults


@page(permission=("roster.student", "edit"), kind="action", methods=("POST",))
def student_protect(request: Request, pk: uuid.UUID) -> HttpResponse:
    """One form for the student, one for each guardian; back to the student's page."""
    student = get_student(request.actor, pk, "edit")
    back = reverse("roster:student_show", args=[pk])
    tie = id_of(request.POST.get("tie", ""))

    def work() -> str:
        if tie is None:
            set_two_adults(by=request.actor, student=student, two_adults="two_adults" in request.POST)
        else:
            restrict_guardian(
                by=request.actor,
                student=student,
                tie_id=tie,
                since=(_day(request, "since") or clock.today()) if "restricted" in request.POST else None,
                until=_day(request, "until"),
                visits="visits" in request.POST,
            )
        messages.success(request, _("Saved."))
        return back

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.warning(request, str(refusal))
        return redirect(back)


def _day(request: Request, name: str) -> dt.date | None:
    try:
        return parse_date(request.POST.get(name, ""))
    except ValueError:
        return None
