"""Correct a member of staff; a mentor introduces herself."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, opens, page
from taoli.common.policy import Role
from taoli.roster.forms import OwnStaffForm, StaffForm
from taoli.roster.queries.staff import get_staff
from taoli.roster.services.staff import edit_staff


@page(permission=("roster.staff", "edit"), methods=("GET", "POST"))
def staff_edit(request: Request, pk: uuid.UUID) -> HttpResponse:
    """The office corrects everything, a mentor the own telephone and introduction."""
    staff = get_staff(request.actor, pk, "edit")
    kind = StaffForm if request.actor.holds(Role.MORAL_OFFICE) else OwnStaffForm
    form = kind(request.POST or None, instance=staff, actor=request.actor)
    back = resolve_url("roster:staff_list") if opens(request.actor, "roster:staff_list") else resolve_url("home:me")
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            edit_staff(by=request.actor, staff=staff, facts=form.cleaned_data)
            messages.success(request, _("Saved."))
            return back

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "roster/staff_edit.html", {"form": form, "staff": staff, "back": back})
