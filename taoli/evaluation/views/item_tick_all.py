"""Sign an item as proposed for everybody who still waits."""

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
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.queries.sheets import get_run


@page(permission=("evaluation.sheet", "judge"), kind="action", methods=("POST",))
def item_tick_all(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Tick the item on every sheet where it waits."""
    run = get_run(request.actor, pk)
    to_list = APPRAISAL.may(request.actor, "view")
    home = reverse("evaluation:appraisal_show" if to_list else "evaluation:assess_grid")
    form = TickForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Please choose an item."))
        return HttpResponseRedirect(home)

    def work() -> str:
        services.tick_all(by=request.actor, run_id=run.pk, item=form.cleaned_data["item"])
        return home

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(home)
