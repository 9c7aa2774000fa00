"""A class settles its one mentor with its officers (B-03)."""

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
from taoli.matching import services
from taoli.matching.queries.claims import claimants, class_choices
from taoli.matching.queries.work import work_round, works


@page(permission=("matching.class_choice", "write"), methods=("GET", "POST"))
def class_choice_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the classes in reach with their mentor; POST class, mentor (empty: taken back), officers."""
    choice = work_round(request.actor, pk)
    rows = class_choices(request.actor, choice)
    address = reverse("matching:class_choice_edit", args=[pk])

    def work() -> str:
        rooms, mentors = ids_of([request.POST.get("class", "")]), ids_of([request.POST.get("mentor", "")])
        if not rooms:
            raise TaoliError(_("This class is not yours."))
        mentor = mentors[0] if mentors else None
        told = request.POST.get("officers", "")
        services.choose_for_class(by=request.actor, round_id=pk, class_id=rooms[0], mentor_id=mentor, officers=told)
        messages.success(request, _("Saved."))
        return address

    if request.method == "POST":
        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(address)
    wanted = request.GET.get("class", "")
    chosen = next((row for row in rows if str(row[0].pk) == wanted), rows[0] if rows else None)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "rows": rows,
        "chosen": chosen,
        "mentors": claimants(choice),
        "open": works(request.actor, choice, "class_choice"),
    }
    return render(request, "matching/class_choice_edit.html", context)
