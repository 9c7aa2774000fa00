"""Both schools' digits on one sheet, to be compared on the telephone or taken along."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.handover.queries.keys import own_fingerprint
from taoli.handover.queries.partners import get_partner


@page(permission=("handover.partner", "edit"))
def partner_compare(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show the sheet, ready to print."""
    context = {"one": get_partner(request.actor, pk), "own": own_fingerprint(request.actor.school_id)}
    return render(request, "handover/partner_compare.html", context)
