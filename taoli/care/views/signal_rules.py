"""How often each rule spoke, and whether it was useful."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.signals import rule_counts, sets_rules
from taoli.common.pages import Request, page


@page(permission=("care.signal_rules", "view"))
def signal_rules(request: Request) -> HttpResponse:
    """Show each rule in words with its numbers of this term; no student is in it."""
    context = {"rows": rule_counts(request.actor.school_id), "sets": sets_rules(request.actor)}
    return render(request, "care/signal_rules.html", context)
