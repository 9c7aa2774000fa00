"""A referral as its writer sees it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.referrals import own_referral
from taoli.common.pages import Request, page


@page(permission=("care.referral", "view"))
def referral_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show step by step how it goes on, and the counsellor's level and advice; never what is sealed."""
    return render(request, "care/referral_show.html", {"view": own_referral(request.actor, pk)})
