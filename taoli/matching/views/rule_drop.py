"""Take a rule of a round away."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.matching import services
from taoli.matching.queries.rules import get_rule


@page(permission=("matching.round", "edit"), kind="action", methods=("POST",))
def rule_drop(request: Request, pk: uuid.UUID, rule: uuid.UUID) -> HttpResponse:
    """Drop it; a draft made under it stays as it was."""

    def work() -> str:
        row = get_rule(request.actor, rule)
        services.drop_rule(by=request.actor, pk=row.pk)
        return reverse("matching:round_rules", args=[pk])

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return redirect("matching:round_rules", pk)
