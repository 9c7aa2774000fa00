"""Enter a mentor from outside with the day of the check; correct or renew it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import id_of
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import CompanionForm
from taoli.neighbourhood.queries.companions import NOBODY, get_companion
from taoli.neighbourhood.services.companions import keep_companion


@page(permission=("neighbourhood.companion", "edit"), methods=("GET", "POST"))
def companion_edit(request: Request) -> HttpResponse:
    """Take what is said; `?person=`: one to be changed."""
    asked = request.GET.get("person", "")
    staff = get_companion(request.actor, id_of(asked) or NOBODY) if asked else None
    form = CompanionForm(request.POST or None, staff=staff)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            keep_companion(by=request.actor, facts=form.cleaned_data, staff=staff)
            messages.success(request, _("Saved."))
            return reverse("neighbourhood:companion_list")

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "staff": staff, "op": request.POST.get("op", "")}
    return render(request, "neighbourhood/companion_edit.html", context)
