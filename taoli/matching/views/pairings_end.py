"""Many pairings end at once, or go on for another year."""

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
from taoli.matching.forms import EndManyForm
from taoli.matching.queries.year import grade_choices, paired_in
from taoli.matching.services import year


@page(permission=("matching.year", "edit"), methods=("GET", "POST"))
def pairings_end(request: Request) -> HttpResponse:
    """Ask which grade, why and when; say how many people it concerns; write it when that is confirmed."""
    form = EndManyForm(request.POST or request.GET or None, grades=grade_choices(request.actor.school_id))
    context: dict[str, Any] = {"form": form}
    if form.is_valid():
        given = form.cleaned_data
        found = paired_in(request.actor.school_id, given["grade"])
        if request.method == "POST":
            ids = [one.pk for one in found]
            try:
                return once(request, lambda: _write(request, given, ids))
            except TaoliError as refusal:
                form.add_error(None, str(refusal))
        context |= {"count": len(found), "mentors": len({one.mentor_id for one in found}), "given": given}
        context |= {"ends": given["way"] != "reconfirm"}
    return render(request, "matching/pairings_end.html", context)


def _write(request: Request, given: dict[str, Any], ids: list[uuid.UUID]) -> str:
    if given["way"] == "reconfirm":
        row = year.reconfirm(by=request.actor, student_ids=ids, on=given["on"])
    else:
        row = year.end_many(by=request.actor, student_ids=ids, reason=given["way"], last=given["on"])
    messages.success(request, _("Done."))
    return reverse("matching:year_show", args=[row.pk])
