"""Say why a suggestion is not possible."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.guidance.phrases import WAYS, full_date
from taoli.guidance.queries.choices import recordable
from taoli.home.forms import ReasonForm
from taoli.home.services.setting_aside import set_aside


@page(permission=("home.today", "view"), methods=("GET", "POST"))
def today_unsuited(request: Request) -> HttpResponse:
    """Ask why and with whom; hide the suggestion for as long as the reason lasts, and suggest another way."""
    asked = request.POST if request.method == "POST" else request.GET
    way = asked.get("way", "") if asked.get("way", "") in WAYS else ""
    people = [(one.pk, one.name) for one in recordable(request.actor, _ids(asked.get("suggested", "")))]
    form = ReasonForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, way, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "way": way, "label": WAYS[way].label if way else "", "people": people}
    return render(request, "home/today_unsuited.html", context)


def _write(request: Request, way: str, form: ReasonForm) -> str:
    until = set_aside(by=request.actor, way=way, student_ids=form.chosen(), reason=form.cleaned_data["reason"])
    messages.success(request, _("Noted. It is suggested again on %(day)s.") % {"day": full_date(until)})
    return reverse("home:today")


def _ids(text: str) -> list[uuid.UUID]:
    found = []
    for one in text.split(",")[:50]:
        try:
            found.append(uuid.UUID(one))
        except ValueError:
            continue
    return found
