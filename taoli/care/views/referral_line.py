"""What a mentor is told of a student, on the student's page."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.care.queries.referrals import told_of
from taoli.common.pages import Request, page


@page(permission=("care.referring", "told"), kind="part")
def referral_line(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show "with the counsellor", level and advice; empty where there is nothing."""
    return render(request, "care/_referral_line.html", {"rows": told_of(request.actor, pk)})
