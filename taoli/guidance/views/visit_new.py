"""Offer a family times to meet."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.guidance.forms import VisitForm
from taoli.guidance.queries.choices import choices
from taoli.guidance.queries.visiting import companions
from taoli.guidance.services import propose
from taoli.notifications.queries.inbox import person_of


@page(permission=("guidance.student", "record"), methods=("GET", "POST"))
def visit_new(request: Request) -> HttpResponse:
    """Choose the student, up to three times, the place, who comes along; `?students=` is chosen already."""
    chosen = [pk for text in request.GET.getlist("students") for pk in text.split(",")]
    offered = choices(request.actor, also=ids_of([*chosen, *request.POST.getlist("students")]))
    form = VisitForm(
        request.POST or None,
        choices=offered,
        companions=companions(request.actor.school_id, person_of(request.actor)),
        initial={"students": chosen, "place": "home"},
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _propose(request, form))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    tiles = [replace(one, chosen=str(one.pk) in form.chosen()) for one in offered]
    context = {
        "form": form,
        "mine": [one for one in tiles if one.mine],
        "others": [one for one in tiles if not one.mine],
        "others_open": any(one.chosen for one in tiles if not one.mine),
        "op": request.POST.get("op", ""),
    }
    return render(request, "guidance/visit_new.html", context)


def _propose(request: Request, form: VisitForm) -> str:
    row = propose(by=request.actor, student_ids=form.student_ids(), offered=form.offered())
    messages.success(request, _("Offered. Now give the family the link or the slip."))
    return reverse("guidance:visit_show", args=[row.pk])
