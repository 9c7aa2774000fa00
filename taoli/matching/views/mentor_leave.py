"""A mentor leaves, goes on leave, or is stopped: the dry run, then the change."""

import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching.forms import AwayForm, PlanForm
from taoli.matching.queries.plans import leaving_plan
from taoli.matching.queries.year import homerooms_of, mentor_choices
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def mentor_leave(request: Request) -> HttpResponse:
    """Ask who, how and when; show what would happen to whom; write it when that is confirmed."""
    asked = AwayForm(request.POST or request.GET or None, mentors=mentor_choices(request.actor.school_id))
    context: dict[str, Any] = {"asked": asked}
    if asked.is_valid():
        given = asked.cleaned_data
        staff = uuid.UUID(given["staff"])
        plan = leaving_plan(request.actor.school_id, staff, given["starts"])
        form = PlanForm(request.POST or None, lines=plan.lines, mentors=plan.names)
        if request.method == "POST" and form.is_valid():
            try:
                return once(request, lambda: _write(request, staff, given, form))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
        context |= {"form": form, "plan": plan, "given": given, "name": plan.names.get(str(staff), "")}
        context |= {"rooms": homerooms_of(request.actor.school_id, staff), "standing_in": given["way"] == "stand_in"}
    return render(request, "matching/mentor_leave.html", context)


def _write(request: Request, staff: uuid.UUID, given: dict[str, Any], form: PlanForm) -> str:
    known = {"by": request.actor, "staff_id": staff, "starts": given["starts"], "ends": given["ends"]}
    row: Any
    if given["way"] == "stand_in":
        row = year.stand_in(**known, substitute_id=uuid.UUID(given["substitute"]), note=given["note"])
    else:
        extra = {"shifts": form.shifts(), "beyond": form.cleaned_data["beyond"], "note": given["note"]}
        row = year.part_with(**known, **extra, way=given["way"])
    messages.success(request, _("Done. The letters and slips can be printed from this page."))
    return reverse("matching:year_show", args=[row.pk]) if row else reverse("matching:year_menu")
