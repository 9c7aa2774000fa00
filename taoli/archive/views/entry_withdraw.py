"""Withdraw one's own entry."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.archive.queries.entries import get_own_entry
from taoli.archive.services import withdraw_entry
from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page


@page(permission=("archive.own_entry", "change"), kind="action", methods=("POST",))
def entry_withdraw(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Take it out of the archive, its pictures with it."""
    back = ""

    def before() -> None:
        nonlocal back
        entry = get_own_entry(request.actor, pk)
        back = reverse("archive:archive_show", args=[entry.student_id])

    def work() -> str:
        withdraw_entry(by=request.actor, pk=pk)
        messages.success(request, _("Withdrawn from the archive."))
        return back

    try:
        return once(request, work, before=before)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect(back)
