"""Who was there, from a workbook: read, shown, taken in once confirmed."""

import json
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.errors import TaoliError
from taoli.common.pages import Request, page
from taoli.common.sealed import seal, unseal
from taoli.oversight.forms.courses import AttendanceForm
from taoli.oversight.phrases.attendance import attendance_problem
from taoli.oversight.queries.courses import get_session
from taoli.oversight.readers.attendance import read_attendance
from taoli.oversight.services.attendance import Came, take_in


@page(permission=("oversight.course", "edit"), methods=("GET", "POST"))
def attendance_import(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Read a workbook and say what it holds; what was read waits sealed in the page, not in the database."""
    session, bound = get_session(request.actor, pk), f"oversight.attendance_import:{pk}"
    if "confirm" in request.POST:
        return _take(request, session.pk, bound)
    form = AttendanceForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"session": session, "form": form}
    if request.method == "POST" and form.is_valid():
        reading = read_attendance(session, form.cleaned_data["file"].read())
        problems = [attendance_problem(one.as_json()) for one in reading.problems]
        context |= {
            "problems": problems,
            "reading": None if problems else reading,
            "sealed": "" if problems else seal(json.dumps(reading.came, ensure_ascii=False), bound),
        }
    return render(request, "oversight/attendance_import.html", context)


def _take(request: Request, pk: uuid.UUID, bound: str) -> HttpResponseRedirect:
    try:
        came = [Came(uuid.UUID(member), number, name) for member, number, name in _read(request, bound)]
        done = take_in(by=request.actor, pk=pk, came=came)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(reverse("oversight:attendance_import", args=[pk]))
    messages.success(request, ngettext("%(n)s person is there.", "%(n)s people are there.", done) % {"n": done})
    return HttpResponseRedirect(reverse("oversight:session_show", args=[pk]))


def _read(request: Request, bound: str) -> list[list[str]]:
    found: list[list[str]] = json.loads(unseal(request.POST["confirm"], bound))
    return found
