"""Type how many families came, from the paper lists of the classes."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.neighbourhood.forms import CountForm
from taoli.neighbourhood.queries.lectures import get_lecture, parts_of
from taoli.neighbourhood.services.lectures import type_counts


@page(permission=("neighbourhood.lecture", "count"), kind="action", methods=("POST",))
def lecture_count(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Keep the figures; an empty one goes back to what was tapped at the door."""
    lecture = get_lecture(request.actor, pk, "count")
    form, here = (
        CountForm(request.POST, parts=parts_of(lecture, request.actor)),
        reverse("neighbourhood:lecture_show", args=[pk]),
    )
    if not form.is_valid():
        messages.error(request, _("Please type how many families came, as a figure for each class."))
        return redirect(here)

    def work() -> str:
        type_counts(by=request.actor, lecture=lecture, counts=form.counts())
        messages.success(request, _("Counted."))
        return here

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(here)
