"""What I have referred."""

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.referrals import own_referrals
from taoli.common.pages import Request, page


@page(permission=("care.referral", "view"))
def referral_mine(request: Request) -> HttpResponse:
    """Show the own referrals: step, level, advice."""
    return render(request, "care/referral_mine.html", {"rows": own_referrals(request.actor)})
