"""Letters from phones that wait for somebody."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.policy import POLICIES
from taoli.guidance.queries.outbox import held, returned


@page(permission=("guidance.outbox", "write"))
def outbox_list(request: Request) -> HttpResponse:
    """Show my own that came back, and those I decide about."""
    decides = POLICIES["guidance.outbox"].may(request.actor, "decide")
    context = {"returned": returned(request.actor), "held": held(request.actor) if decides else [], "decides": decides}
    return render(request, "guidance/outbox_list.html", context)
