"""Classes divided or merged: the new list, three choices a pairing, a dry run."""

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
from taoli.matching.forms import DivideForm, PlanForm
from taoli.matching.queries.dividing import Division, division_of
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def classes_divide(request: Request) -> HttpResponse:
    """Take the list, show what would happen to whom; write it when that is confirmed."""
    asked = DivideForm(request.POST or None, request.FILES or None, initial={"on": clock.today()})
    context: dict[str, Any] = {"asked": asked}
    if request.method == "POST" and asked.is_valid():
        given = asked.cleaned_data
        division = division_of(request.actor.school_id, asked.listed(), given["on"], given["way"])
        confirmed = "confirmed" in request.POST
        form = PlanForm(request.POST if confirmed else None, lines=division.lines, mentors=division.names)
        if confirmed and form.is_valid() and not division.problems:
            try:
                return once(request, lambda: _write(request, given, division, form))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
        context |= {"division": division, "form": form, "given": given, "text": given["text"]}
    return render(request, "matching/classes_divide.html", context)


def _write(request: Request, given: dict[str, Any], division: Division, form: PlanForm) -> str:
    row = year.divide(
        by=request.actor,
        new_rooms=division.new_rooms,
        room_by_student=division.room_by_student,
        on=given["on"],
        shifts=division.kept(form.shifts()),
        beyond=form.cleaned_data["beyond"],
    )
    messages.success(request, _("Done. The letters and slips can be printed from this page."))
    return reverse("matching:year_show", args=[row.pk]) if row else reverse("matching:year_menu")
