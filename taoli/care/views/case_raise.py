"""Raise a worry about a student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms import RaiseForm
from taoli.care.queries.raising import get_student
from taoli.care.services import raise_case
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page

SOURCES = {"record", "signal", "conference"}


@page(permission=("care.raising", "voice"), methods=("GET", "POST"))
def case_raise(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take how serious it is and the words; who raises a second time joins the case that runs."""
    student = get_student(request.actor, pk)
    form = RaiseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, pk))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "student": student, "op": request.POST.get("op", "")}
    return render(request, "care/case_raise.html", context)


def _write(request: Request, form: RaiseForm, pk: uuid.UUID) -> str:
    source = request.GET.get("from", "")
    case = raise_case(by=request.actor, student_id=pk, source=source if source in SOURCES else "", **form.cleaned_data)
    messages.success(request, _("Noted. You will be told each step of what comes of it."))
    return reverse("care:case_show", args=[case.pk])
