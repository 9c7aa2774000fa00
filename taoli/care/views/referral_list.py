"""The counsellor's first page."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.referrals import waiting_list
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"))
def referral_list(request: Request) -> HttpResponse:
    """Show what waits, by urgency and day, whom one has in care, the next appointments."""
    return render(request, "care/referral_list.html", {"view": waiting_list(request.actor)})
