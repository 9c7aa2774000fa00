"""Suspected harm: the numbers first, then the proof."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.harm import HarmForm
from taoli.care.queries.harm import numbers_for
from taoli.care.services.harm import report_harm
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.harm_report", "write"), methods=("GET", "POST"))
def harm_new(request: Request) -> HttpResponse:
    """Show whom to call; take what was seen and who is concerned, and tell the named few who are not."""
    form = HarmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            row = report_harm(by=request.actor, facts=form.facts())
            if row.untold:
                messages.warning(request, _("Kept. Nobody at the school was told: please call."))
            else:
                messages.success(request, _("Kept, and the few it does not concern have been told."))
            return reverse("care:harm_show", args=[row.pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    numbers = numbers_for(request.actor.school_id)
    return render(request, "care/harm_new.html", {"form": form, "numbers": numbers, "op": request.POST.get("op", "")})
