"""Note from the paper list who was there."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext

from taoli.common.idempotency import once
from taoli.common.ids import ids_of
from taoli.common.pages import Request, page
from taoli.oversight.queries.courses import get_session
from taoli.oversight.services.attendance import tick


@page(permission=("oversight.course", "edit"), kind="action", methods=("POST",))
def attendance_tick(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`present`: those ticked; whoever signed in by code stays."""
    session = get_session(request.actor, pk)

    def work() -> str:
        there = tick(by=request.actor, pk=session.pk, present=set(ids_of(request.POST.getlist("present"))))
        messages.success(request, ngettext("%(n)s person is there.", "%(n)s people are there.", there) % {"n": there})
        return reverse("oversight:session_show", args=[session.pk])

    return once(request, work)
