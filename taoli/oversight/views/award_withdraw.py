"""Withdraw an award."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.oversight.queries.stars import get_award
from taoli.oversight.services.star_awards import tell_withdrawn, withdraw_award


@page(permission=("oversight.star_round", "edit"), kind="action", methods=("POST",))
def award_withdraw(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """`reason`; a refusal is a page with its sentence."""
    row = get_award(request.actor, pk)

    def work() -> str:
        withdraw_award(by=request.actor, pk=row.pk, reason=request.POST.get("reason", ""))
        messages.success(request, _("The award is withdrawn; its code says so from now on."))
        return reverse("oversight:star_round_show", args=[row.entry.round_id])

    answer = once(request, work)
    tell_withdrawn(row=get_award(request.actor, pk))
    return answer
