"""Students who go another way than their class."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.handover.forms.years import ExceptionForm
from taoli.handover.queries.people import one_student
from taoli.handover.queries.years import exceptions, get_year_change, is_open
from taoli.handover.services.years import add_exception


@page(permission=("handover.year_change", "edit"), methods=("GET", "POST"))
def year_except(request: Request, pk: uuid.UUID) -> HttpResponse:
    """List them and take one more; a second line of a student takes the place of the first."""
    row = get_year_change(request.actor, pk, "edit")
    if not is_open(row):
        return redirect("handover:year_check", pk=pk)
    form = ExceptionForm(request.POST or None, initial={"edit": row.edit})
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, pk))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "others": exceptions(row), "op": request.POST.get("op", "")}
    return render(request, "handover/year_except.html", context)


def _write(request: Request, form: ExceptionForm, pk: uuid.UUID) -> str:
    given = form.cleaned_data
    student = one_student(request.actor.school_id, given["student"])
    add_exception(
        by=request.actor,
        pk=pk,
        edit=given["edit"],
        student_id=student.pk,
        way=given["way"],
        target=given["target"],
        reason=given["reason"],
    )
    messages.success(request, _("Saved. Nothing has changed in the school yet."))
    return reverse("handover:year_except", args=[pk])
