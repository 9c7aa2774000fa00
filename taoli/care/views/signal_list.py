"""The students of whom rules have spoken, within reach."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.signals import last_look, log_noticed, noticed, rule_options, sets_rules
from taoli.common.pages import Request, opens, page

PER_PAGE = 30


@page(permission=("care.signal", "view"))
def signal_list(request: Request) -> HttpResponse:
    """Show each with why; `?rule=`: only one rule."""
    rule = request.GET.get("rule", "")
    shown = Paginator(noticed(request.actor, rule), PER_PAGE).get_page(request.GET.get("page"))
    log_noticed(request.actor, shown.object_list)
    context = {
        "page": shown,
        "rule": rule,
        "rules": rule_options(),
        "looked": last_look(request.actor.school_id),
        "sets": sets_rules(request.actor),
        "counts": opens(request.actor, "care:signal_rules"),
        "raises": opens(request.actor, "care:case_raise"),
        "records": opens(request.actor, "guidance:record_new"),
    }
    return render(request, "care/signal_list.html", context)
