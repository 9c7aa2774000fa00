"""A student's goals and plans."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.archive.forms import CheerForm
from taoli.archive.queries.goals import get_goals
from taoli.common.pages import Request, page


@page(permission=("archive.goals", "view"))
def goal_list(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show goals on the way with their plans, what the mentor suggests, and earlier ones."""
    context = {"view": get_goals(request.actor, pk), "cheer": CheerForm(auto_id=False)}
    return render(request, "archive/goal_list.html", context)
