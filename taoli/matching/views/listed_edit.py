"""The students who are to have a mentor, where a scheme applies for them one by one (I-01)."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, opens, page
from taoli.common.views_log import log_view
from taoli.matching import services
from taoli.matching.queries.listed import listed_page
from taoli.matching.queries.work import work_round


@page(permission=("matching.listing", "edit"), methods=("GET", "POST"))
def listed_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the list within reach; POST do: add (student…, reason), remove (student) or settle."""
    choice = work_round(request.actor, pk)
    room = request.GET.get("class", "")
    if request.method == "POST":
        try:
            return once(request, lambda: _work(request, pk, room))
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(f"{reverse('matching:listed_edit', args=[pk])}?class={room}")
    view = listed_page(request.actor, choice, room)
    log_view(request.actor, "matching.listing", [row.pk for row in view.rows], page="matching:listed_edit")
    return render(
        request,
        "matching/listed_edit.html",
        {"round": choice, "shows_round": opens(request.actor, "matching:round_show"), "view": view},
    )


def _work(request: Request, pk: uuid.UUID, room: str) -> str:
    deed, chosen = request.POST.get("do"), ids_of(request.POST.getlist("student"))
    if deed == "settle":
        count = services.settle_list(by=request.actor, round_id=pk)
        messages.success(request, _("The list is settled: %(count)s students.") % {"count": count})
    elif deed == "remove":
        for student in chosen:
            services.unlist_student(by=request.actor, round_id=pk, student_id=student)
    else:
        reason = request.POST.get("reason", "")
        services.list_students(by=request.actor, round_id=pk, reasons=dict.fromkeys(chosen, reason))
    return f"{reverse('matching:listed_edit', args=[pk])}?class={room}"
