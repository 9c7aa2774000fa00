"""A mentor claims groups, and later names the own ones."""

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
from taoli.matching.queries.claims import claim_page, claimant, own_groups
from taoli.matching.queries.marks import runs_it
from taoli.matching.queries.work import work_round, works


@page(permission=("matching.claim", "write"), methods=("GET", "POST"))
def claim_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the groups one may take, members by name; the officer writes for ?mentor=. POST do: claim or name."""
    choice = work_round(request.actor, pk)
    staff = claimant(request.actor, choice, request.GET.get("mentor", ""))
    address = f"{reverse('matching:claim_edit', args=[pk])}?mentor={staff.pk}"

    def work() -> str:
        chosen = ids_of(request.POST.getlist("group"))
        if request.POST.get("do") == "name":
            for group in chosen:
                services.name_own_group(by=request.actor, group_id=group, name=request.POST.get("name", ""))
        else:
            services.claim_groups(by=request.actor, round_id=pk, mentor_id=staff.pk, group_ids=chosen)
        messages.success(request, _("Saved."))
        return address

    if request.method == "POST":
        try:
            return once(request, work)
        except TaoliError as refusal:
            messages.error(request, str(refusal))
            return redirect(address)
    open_now = works(request.actor, choice, "claim_groups")
    context = {
        "round": choice,
        "shows_round": opens(request.actor, "matching:round_show"),
        "staff": staff,
        "office": runs_it(request.actor, choice),
        # Members' names are shown to choose by, so not before the step is open, nor after.
        "rows": claim_page(choice, staff.pk) if open_now else [],
        "mine": own_groups(request.actor) if staff.pk == request.actor.person_id else [],
        "open": open_now,
    }
    return render(request, "matching/claim_edit.html", context)
