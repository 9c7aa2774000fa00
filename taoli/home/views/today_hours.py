"""My own hours and my calendar."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render, resolve_url
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.home.forms import HoursForm
from taoli.home.queries.feed import SHOWN_ONCE, feed_of
from taoli.home.queries.own import evenings
from taoli.home.services.setting_aside import open_evenings


@page(permission=("home.today", "view"), methods=("GET", "POST"))
def today_hours(request: Request) -> HttpResponse:
    """Open or close the evenings for suggestions; the calendar's private address."""
    form = HoursForm(request.POST if request.method == "POST" else None, initial={"evenings": evenings(request.actor)})
    if request.method == "POST" and form.is_valid():
        return once(request, lambda: _write(request, wanted=form.cleaned_data["evenings"]))
    token = request.session.pop(SHOWN_ONCE, "")
    address = request.build_absolute_uri(reverse("home:calendar_feed", args=[token])) if token else ""
    context = {"form": form, "feed": feed_of(request.actor), "address": address}
    return render(request, "home/today_hours.html", context)


def _write(request: Request, *, wanted: bool) -> str:
    open_evenings(by=request.actor, evenings=wanted)
    messages.success(request, _("Saved."))
    return resolve_url("home:today_hours")
