"""One mentor's sheet: every point opens its arithmetic and the records behind it."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from taoli.common.pages import Request, page
from taoli.common.views_log import log_view
from taoli.evaluation.permissions import APPRAISAL
from taoli.evaluation.queries.page import sheet_page
from taoli.evaluation.queries.sheets import get_sheet


@page(permission=("evaluation.sheet", "view"))
def sheet_show(request: Request, pk: uuid.UUID) -> HttpResponse:
    """Show it as it prints; assessors and the office tick what waits for them."""
    actor = request.actor
    sheet = get_sheet(actor, pk)
    if sheet.mentor_id != actor.person_id:
        log_view(actor, "evaluation.sheet", [sheet.pk], page="evaluation:sheet_show")
    context = {**sheet_page(actor, sheet), "to_list": APPRAISAL.may(actor, "view")}
    return render(request, "evaluation/sheet_show.html", context)
