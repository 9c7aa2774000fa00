"""The numbers a school gives in need."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.roster.forms import NumbersForm
from taoli.roster.queries.watch import numbers_of, staff_choices
from taoli.roster.services.watch import set_numbers

FIELDS = ("duty_phone", "care_line", "hospital", "police", "bureau", "steps")


@page(permission=("roster.watch", "edit"), methods=("GET", "POST"))
def numbers_edit(request: Request) -> HttpResponse:
    """Write them; they stand on the student's pages and on the night-duty card."""
    now = numbers_of(request.actor.school_id)
    initial = {name: getattr(now, name) for name in FIELDS}
    initial |= {"counsellor": str(now.counsellor_id or ""), "backup": str(now.backup_id or "")}
    form = NumbersForm(request.POST or None, staff=staff_choices(request.actor.school_id), initial=initial)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            set_numbers(by=request.actor, values=form.cleaned_data)
            messages.success(request, _("Saved."))
            return reverse("roster:watch_list")

        return once(request, work)
    return render(request, "roster/numbers_edit.html", {"form": form})
