"""A referral opened by the counsellor."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.referrals import open_referral
from taoli.common.pages import Request, page


@page(permission=("care.waiting", "handle"))
def referral_open(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the reason, who has agreed, the appointments; the opening is logged."""
    return render(request, "care/referral_open.html", {"view": open_referral(request.actor, pk)})
