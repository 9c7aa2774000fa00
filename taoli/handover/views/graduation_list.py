"""Graduates, class by class."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.jobs import get_job
from taoli.common.pages import Request, page
from taoli.handover.permissions.graduation import GRADUATION
from taoli.handover.queries.graduation import graduate_classes
from taoli.handover.queries.stops import tabs_of


@page(permission=("handover.graduation", "view"))
def graduation_list(request: Request) -> HttpResponse:
    """Show the classes, who has a code, who has fetched, and the work that runs."""
    context = {
        "tabs": tabs_of(request.actor, "graduation_list"),
        "rows": graduate_classes(request.actor),
        "job": _job(request),
        "may_edit": GRADUATION.may(request.actor, "edit"),
    }
    return render(request, "handover/graduation_list.html", context)


def _job(request: Request) -> object | None:
    try:
        return get_job(request.actor, uuid.UUID(request.GET.get("job", "")))
    except ValueError:
        return None
