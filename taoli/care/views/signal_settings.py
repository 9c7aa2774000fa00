"""How soon the rules speak."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms import SensitivityForm
from taoli.care.queries.signal_facts import settings_of
from taoli.care.services.signals import set_sensitivity
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.signal_rules", "edit"), methods=("GET", "POST"))
def signal_settings(request: Request) -> HttpResponse:
    """Take weeks and numbers; the rules look with them from the next time on."""
    form = SensitivityForm(request.POST or None, settings=settings_of(request.actor.school_id))
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            said = form.cleaned_data
            set_sensitivity(by=request.actor, edit=said["edit"] or 0, numbers=form.numbers(), rules=said["rules"])
            messages.success(request, _("Saved. The rules look this way from the next time on."))
            return reverse("care:signal_rules")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "op": request.POST.get("op", "")}
    return render(request, "care/signal_settings.html", context)
