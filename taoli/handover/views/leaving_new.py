"""A student leaves: first what ends by name, then it is written."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.leaving import LeaveForm
from taoli.handover.queries.leaving import ending
from taoli.handover.services.leaving import leave


@page(permission=("handover.leaving", "edit"), methods=("GET", "POST"))
def leaving_new(request: Request) -> HttpResponse:
    """Ask who, why and when; show what ends; write it when that is confirmed."""
    form = LeaveForm(request.POST or None, initial={"last": clock.today(), "student": request.GET.get("student", "")})
    context: dict[str, Any] = {"form": form, "op": request.POST.get("op", "")}
    if request.method == "POST" and form.is_valid():
        found = ending(request.actor.school_id, form.cleaned_data["student"].strip())
        if len(found) == 1:
            context["ending"] = found[0]
        elif found:
            form.add_error("student", _("Several students have this name. Please write the number."))
        else:
            form.add_error("student", _("Nobody fits: please check the number, and whether the student is at school."))
        if len(found) == 1 and request.POST.get("confirmed") == "1":
            try:
                return once(request, lambda: _write(request, form, found[0].student.pk))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
                del context["ending"]
    return render(request, "handover/leaving_new.html", context)


def _write(request: Request, form: LeaveForm, student: uuid.UUID) -> str:
    given = form.cleaned_data
    leave(
        by=request.actor,
        student_id=student,
        reason=given["reason"],
        last=given["last"],
        until=given["until"],
        note=given["note"],
    )
    messages.success(request, _("Written down. It can be taken back for two weeks."))
    return reverse("handover:leaving_list")
