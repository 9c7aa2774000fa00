"""A school leaves, or goes up in another one."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.oversight.forms.members import LeaveForm
from taoli.oversight.queries.members import get_member, successors
from taoli.oversight.services.members import leave


@page(permission=("oversight.member", "edit"), methods=("GET", "POST"))
def member_leave(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Its past stays and stays comparable; it hands in no more."""
    row = get_member(request.actor, pk)
    known = {"edit": row.edit, "on": clock.today()}
    form = LeaveForm(request.POST or None, initial=known, others=successors(request.actor, pk))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data

        def work() -> str:
            into = id_of(said["successor"] or "")
            leave(by=request.actor, pk=pk, edit=said["edit"], on=said["on"], successor=into)
            messages.success(request, _("Saved. What the school has handed in stays."))
            return resolve_url("oversight:member_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"row": row, "form": form, "op": request.POST.get("op", "")}
    return render(request, "oversight/member_leave.html", context)
