"""Agree an appointment with a student."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.care.forms.referrals import SessionForm
from taoli.care.queries.referrals import get_handled
from taoli.care.services.sessions import add_session
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"), methods=("GET", "POST"))
def session_new(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take day, time and place; the mentor is told "away from class"."""
    row = get_handled(request.actor, pk)
    form = SessionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():

        def work() -> str:
            add_session(by=request.actor, pk=pk, starts=form.starts(), place=form.cleaned_data["place"])
            messages.success(request, _("Agreed. The mentor is told only that the student is away from class."))
            return reverse("care:referral_open", args=[pk])

        try:
            return once(request, work)
        except TaoliError as refusal:
            form.add_error(None, str(refusal))
    return render(request, "care/session_new.html", {"form": form, "row": row, "op": request.POST.get("op", "")})
