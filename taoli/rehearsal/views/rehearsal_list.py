"""The school's rehearsals, and the form that starts one."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.jobs import get_job
from taoli.common.pages import Request, page
from taoli.rehearsal.forms import RehearsalForm
from taoli.rehearsal.permissions import REHEARSAL
from taoli.rehearsal.queries.rehearsals import choices, rehearsals


@page(permission=("rehearsal.rehearsal", "view"))
def rehearsal_list(request: Request) -> HttpResponse:
    """List what was rehearsed, the latest first; whoever may, starts another."""
    actor = request.actor
    edits = REHEARSAL.may(actor, "edit")
    form = RehearsalForm(schemes=choices(actor.school_id), initial=request.GET.dict()) if edits else None
    context = {"rows": rehearsals(actor), "form": form, "job": _job(request)}
    return render(request, "rehearsal/rehearsal_list.html", context)


def _job(request: Request) -> object | None:
    try:
        return get_job(request.actor, uuid.UUID(request.GET.get("job", "")))
    except ValueError:
        return None
