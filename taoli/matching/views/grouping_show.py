"""A draft of groups: who is with whom, how alike the groups are, changes by hand."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.phrases import SPREADS
from taoli.matching.queries.groupings import figures, get_grouping, group_views, may_group, outside


@page(permission=("matching.grouping", "edit"), methods=("GET", "POST"))
def grouping_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the groups with their figures; POST student, target (a student, or the number of a group) and edit."""
    row = get_grouping(request.actor, pk)
    address = reverse("matching:grouping_show", args=[pk])

    def work() -> str:
        chosen, edit = ids_of([request.POST.get("student", "")]), request.POST.get("edit", "")
        if not chosen or not edit.isdecimal():
            raise TaoliError(_("Please choose a student and where to."))
        target = request.POST.get("target", "")
        services.swap_members(by=request.actor, pk=pk, student_id=chosen[0], target=target, edit=int(edit))
        return address

    if request.method == "POST":
        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(address)
    context = {
        "round": row.round,
        "row": row,
        "groups": group_views(row),
        "outside": outside(row),
        "figures": [(SPREADS[one.code], one) for one in figures(row)],
        "draft": row.state == "draft",
        "open": row.state == "draft" and may_group(request.actor, row.round),
    }
    return render(request, "matching/grouping_show.html", context)
