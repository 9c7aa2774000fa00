"""An assessor's word on one item of one sheet."""

import uuid

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _

from taoli.common.errors import TaoliError
from taoli.common.idempotency import once
from taoli.common.pages import Request, page
from taoli.evaluation import services
from taoli.evaluation.forms import TickForm
from taoli.evaluation.queries.sheets import get_sheet


@page(permission=("evaluation.appraisal", "tick"), kind="action", methods=("POST",))
def item_tick(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Take the proposal (good=yes) or give no points (good=no)."""
    sheet = get_sheet(request.actor, pk)
    back = f"{reverse('evaluation:sheet_show', args=[pk])}"
    form = TickForm(request.POST)
    if not form.is_valid() or not form.cleaned_data["good"]:
        messages.error(request, _("Please choose good or not good."))
        return HttpResponseRedirect(back)
    item, good = form.cleaned_data["item"], form.cleaned_data["good"] == "yes"

    def work() -> str:
        services.tick(by=request.actor, run_id=sheet.run_id, mentor_ids=[sheet.mentor_id], item=item, good=good)
        return f"{back}#{item}"

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(back)
