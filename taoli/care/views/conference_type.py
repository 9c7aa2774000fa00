"""Held with paper, typed in later."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.conferences import PaperForm
from taoli.care.queries.members import owners
from taoli.care.queries.showing import Shown, shown
from taoli.care.services.minutes import type_minutes
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.conference", "manage"), methods=("GET", "POST"))
def conference_type(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take the day, the decisions line by line, the minutes and the actions; all of it or nothing."""
    view = shown(request.actor, pk, "care:conference_type", whole=True)
    form = PaperForm(
        request.POST or None,
        initial={"held_on": view.row.held_on, "summary": view.row.summary, "edit": view.row.edit},
        items=view.items,
        owners=owners(view.row),
        students=view.students,
    )
    if request.method == "POST" and form.is_valid():
        try:
            return once(request, lambda: _write(request, form, view))
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    context = {"form": form, "view": view, "op": request.POST.get("op", "")}
    return render(request, "care/conference_type.html", context)


def _write(request: Request, form: PaperForm, view: Shown) -> str:
    edit = form.cleaned_data["edit"] or 0
    type_minutes(by=request.actor, pk=view.row.pk, edit=edit, typed=form.typed())
    messages.success(request, _("The conference is typed in. It counts on the day it was held."))
    return reverse("care:conference_show", args=[view.row.pk])
