"""Whom the school names beside its offices."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.harm import OfficerForm
from taoli.care.queries.few import officers
from taoli.care.services.officers import name_officers
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.officer", "edit"), methods=("GET", "POST"))
def officer_edit(request: Request) -> HttpResponse:
    """Take their names; they are told of reports of harm that do not concern them."""
    named = " ".join(one.staff.name for one in officers(request.actor.school_id))
    form = OfficerForm(request.POST or None, initial={"names": named})
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            name_officers(by=request.actor, names=form.cleaned_data["names"])
            messages.success(request, _("Saved."))
            return reverse("care:officer_edit")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/officer_edit.html", {"form": form, "op": request.POST.get("op", "")})
