"""Offices name the mentors of a round."""

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
from taoli.matching.queries.named import candidates, named_count, offices_of
from taoli.matching.queries.rounds import get_round
from taoli.matching.queries.work import works


@page(permission=("matching.round", "edit"), methods=("GET", "POST"))
def nomination_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show all teachers for one office (?office=) to tick; POST do: name (staff…) or settle."""
    choice = get_round(request.actor, pk, "edit")
    offices = offices_of(choice)
    office = request.GET.get("office", offices[0][0] if offices else "")
    address = f"{reverse('matching:nomination_edit', args=[pk])}?office={office}"

    def work() -> str:
        if request.POST.get("do") == "settle":
            services.settle_mentors(by=request.actor, round_id=pk, kind="nominate")
            return reverse("matching:round_show", args=[pk])
        staff = ids_of(request.POST.getlist("staff"))
        services.nominate(by=request.actor, round_id=pk, office=office, staff_ids=staff)
        messages.success(request, _("Saved: %(count)s mentors named.") % {"count": len(staff)})
        return address

    if request.method == "POST":
        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(address)
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "offices": [(who, words, who == office) for who, words in offices],
        "rows": candidates(choice, office),
        "named": named_count(choice),
        "open": bool(offices) and works(request.actor, choice, "nominate"),
    }
    return render(request, "matching/nomination_edit.html", context)
