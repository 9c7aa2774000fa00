"""Plan a conference, or change one that is still to be held."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.conferences import ConferenceForm
from taoli.care.phrases.conferences import ALREADY
from taoli.care.queries.conferences import kinds, places, same_day
from taoli.care.queries.planning import Planned, planned
from taoli.care.services.conferences import change_conference, plan_conference
from taoli.common import clock
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.conference", "plan"), methods=("GET", "POST"))
def conference_edit(request: Request) -> HttpResponse:
    """Take kind, place, day and people; `?conference=`: one that is planned already."""
    view = planned(request.actor, request.GET.get("conference", ""), request.POST.get("where", ""))
    form = ConferenceForm(
        request.POST or None,
        initial=view.begun or {"held_on": clock.today(), **_asked(request)},
        places=places(request.actor),
        kinds=kinds(request.actor),
        staff=view.staff,
        students=view.students,
        known=view.row is not None,
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, view))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "row": view.row, "title": view.title, "op": request.POST.get("op", "")}
    return render(request, "care/conference_edit.html", context)


def _asked(request: Request) -> dict[str, Any]:
    return {"kind": request.GET.get("kind", ""), "where": request.GET.get("place", "")}


def _write(request: Request, form: ConferenceForm, view: Planned) -> str:
    if view.row is None:
        row = plan_conference(by=request.actor, plan=form.plan())
    else:
        plan = form.plan(view.row.kind, student=view.row.student_id)
        row = change_conference(by=request.actor, pk=view.row.pk, edit=form.cleaned_data["edit"] or 0, plan=plan)
    messages.success(request, _("Saved."))
    if same_day(row):
        messages.info(request, str(ALREADY))
    return reverse("care:conference_show", args=[row.pk])
