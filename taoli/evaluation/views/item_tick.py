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
from taoli.evaluation.permissions import SHEET
from taoli.evaluation.queries.sheets import judged_sheet


@page(permission=("evaluation.sheet", "judge"), kind="action", methods=("POST",))
def item_tick(request: Request, pk: uuid.UUID) -> HttpResponseRedirect:
    """Take the proposal (good=yes), give no points (good=no), or give the points typed."""
    sheet = judged_sheet(request.actor, pk)
    seen = SHEET.can(request.actor, "view", sheet)
    back = reverse("evaluation:sheet_show", args=[pk]) if seen else reverse("evaluation:assess_grid")
    form = TickForm(request.POST)
    said = form.cleaned_data if form.is_valid() else {}
    points = said.get("points")
    if not said or (points is None and not said["good"]):
        messages.error(request, _("Please choose good or not good, or type the points."))
        return HttpResponseRedirect(back)
    by, item, run = request.actor, said["item"], sheet.run_id

    def work() -> str:
        if points is None:
            services.tick(by=by, run_id=run, mentor_ids=[sheet.mentor_id], item=item, good=said["good"] == "yes")
        else:
            services.give(by=by, run_id=run, mentor_id=sheet.mentor_id, item=item, points=points)
        return f"{back}#{item}"

    try:
        return once(request, work)
    except TaoliError as refusal:
        messages.error(request, str(refusal))
        return HttpResponseRedirect(back)
